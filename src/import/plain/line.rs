//! A line of a page in, what it is by its words out.
//! Floor 4. Uses: article, date, text.

use alloc::string::String;

use super::shape;
use crate::article::url::{ImageUrl, LinkUrl};
use crate::date::{Context, DateError, Timestamp};
use crate::text::chars::{self, is_digit, is_invisible};

/// What a line is, as far as it tells by itself.
pub(super) enum Line<'t> {
    /// A date and nothing else.
    Date(Timestamp),
    /// «تاریخ انتشار: ۱۴۰۲/۱۱/۰۵».
    Published(Timestamp),
    /// «کد خبر 4692303».
    Code(&'t str),
    /// «منبع: خبرگزاری مهر».
    Source(&'t str),
    /// «لینک کوتاه: …»; without an address it stands on the next line.
    ShortLink(Option<LinkUrl>),
    /// «خبرنگار: …»: the role, the name.
    Credit(&'t str, &'t str),
    /// «خانه > استان‌ها > سمنان».
    Section(&'t str),
    /// «برچسب‌ها», and those that follow on the line.
    Tags(&'t str),
    /// «بیشتر بخوانید», and the title that follows on the line.
    Related(&'t str),
    /// «نظر شما»: what follows is about comments.
    Comments,
    /// «انتهای پیام/»: the text ends here.
    End,
    /// The address of a picture.
    Image(ImageUrl),
    /// Any other address.
    Address(LinkUrl),
    /// «گروه: اقتصاد»: beside the text it is about the page, in the text it may be a part of it.
    Detail,
    /// Never a part of the article.
    Furniture,
    /// Anything else.
    Text,
}

impl<'t> Line<'t> {
    pub(super) fn of(line: &'t str) -> Self {
        let line = line.trim_matches(is_invisible);
        if let Ok(date) = date(line) {
            return Self::Date(date);
        }
        if let Some(labelled) = Self::labelled(line) {
            return labelled;
        }
        if let Some(url) = shape::picture(line) {
            return Self::Image(url);
        }
        if let Some(link) = shape::address(line) {
            return Self::Address(link);
        }
        if is_count(line) {
            return Self::Detail;
        }
        if shape::is_path(line) {
            return Self::Section(line);
        }
        Self::Text
    }

    /// What a line is that opens with a label; none if what follows makes it a text after all: «چاپ کتاب تازه».
    fn labelled(line: &'t str) -> Option<Self> {
        let (label, name, rest) = find(line)?;
        let rest = rest.trim_start_matches(is_invisible);
        let value = rest.trim_start_matches(|c| c == ':' || is_invisible(c));
        let has_colon = rest.starts_with(':');
        let is_alone = !value.contains(char::is_alphanumeric);
        let has_words = value.contains(char::is_alphabetic);
        let is_short = has_colon && value.chars().count() <= 60 && !shape::ends_sentence(value);
        Some(match label {
            Label::Code if shape::is_code(value) => Self::Code(value),
            Label::Date => Self::Published(date(value).ok()?),
            Label::ShortLink if is_alone => Self::ShortLink(None),
            Label::ShortLink => Self::ShortLink(Some(shape::address(value)?)),
            Label::Source if is_short && !is_alone => Self::Source(value),
            Label::Role if has_colon && shape::is_code(value) => Self::Furniture,
            Label::Role if is_short && value.contains(is_digit) => Self::Detail,
            Label::Role if is_short && has_words => Self::Credit(name, value),
            Label::Tags if is_alone => Self::Tags(""),
            Label::Tags if (has_colon || value.starts_with('#')) && shape::are_tags(value) => {
                Self::Tags(value)
            }
            Label::Related if is_alone => Self::Related(""),
            Label::Related if has_colon && shape::is_title(value) => Self::Related(value),
            Label::Comments if !has_words => Self::Comments,
            Label::End if !has_words || rest.starts_with('/') && value.chars().count() <= 12 => Self::End,
            Label::Detail if is_short || shape::is_code(value) => Self::Detail,
            Label::Button if !has_words => Self::Furniture,
            Label::Reply => Self::Furniture,
            _ => return None,
        })
    }
}

/// A page's date is written for readers in Tehran; when it was copied is not known.
fn date(text: &str) -> Result<Timestamp, DateError> {
    Timestamp::parse_with(text, &Context::default())
}

/// What a word by which pages name their parts stands for.
#[derive(Clone, Copy)]
enum Label {
    Code,
    Date,
    ShortLink,
    Source,
    Role,
    Tags,
    Related,
    Comments,
    End,
    Detail,
    Button,
    Reply,
}

impl Label {
    /// The label that reads so when [folded](fold).
    fn named(folded: &str) -> Option<Self> {
        Some(match folded {
            "کدخبر" | "شناسهخبر" | "کدمطلب" | "شمارهخبر" => Self::Code,
            "تاریخانتشار" | "زمانانتشار" | "تاریخ" | "انتشار" => Self::Date,
            "لینککوتاه" | "پیوندکوتاه" | "نشانیکوتاه" | "لینککوتاهخبر" => {
                Self::ShortLink
            }
            "منبع" | "منبعخبر" => Self::Source,
            "خبرنگار" | "نویسنده" | "عکاس" | "مترجم" | "گزارشگر" => Self::Role,
            "برچسبها" | "برچسب" | "برچسبهایخبر" | "کلیدواژهها" => Self::Tags,
            "بیشتربخوانید"
            | "بیشتربخوانیم"
            | "همچنینبخوانید"
            | "اینهارابخوانید"
            | "اخبارمرتبط"
            | "خبرهایمرتبط"
            | "مطالبمرتبط"
            | "مطلبمرتبط"
            | "درهمینزمینه" => Self::Related,
            "نظرشما" | "نظرات" | "نظرها" | "نظراتکاربران" | "دیدگاهشما" | "دیدگاهها" | "دیدگاههایکاربران" => {
                Self::Comments
            }
            "انتهایپیام" | "پایانپیام" | "انتهایخبر" => Self::End,
            "دستهبندی"
            | "دسته"
            | "گروه"
            | "گروهخبر"
            | "گروهخبری"
            | "سرویس"
            | "شماره"
            | "کدخبرنگار"
            | "بازدید"
            | "تعدادبازدید"
            | "زمانمطالعه"
            | "نام"
            | "ایمیل"
            | "رایانامه"
            | "ارسال" => Self::Detail,
            "captcha" | "صفحهاصلی" | "چاپ" | "ارسالنظر" | "متننظر" | "اشتراکگذاری" | "کپیلینک" => {
                Self::Button
            }
            "شمادرحالپاسخبهنظر" => Self::Reply,
            _ => return None,
        })
    }
}

/// The longest label that a line opens with, as it is written there, and what follows it.
fn find(line: &str) -> Option<(Label, &str, &str)> {
    const LONGEST: usize = 40;
    // Before a label may stand a bullet or an arrow, but what is in brackets or quotes is a text.
    let line = line.trim_start_matches(|c: char| !c.is_alphanumeric() && !matches!(c, '(' | '«' | '"'));
    let mut folded = String::new();
    let mut found = None;
    for (at, c) in line.char_indices() {
        folded.extend(fold_char(c));
        if folded.len() > LONGEST {
            break;
        }
        let (name, rest) = line.split_at_checked(at + c.len_utf8())?;
        if !rest.starts_with(char::is_alphabetic)
            && let Some(label) = Label::named(&folded)
        {
            found = Some((label, name.trim_end_matches(is_invisible), rest));
        }
    }
    found
}

/// «۰ نفر», «۱۲ نظر».
fn is_count(line: &str) -> bool {
    let counted = line.trim_start_matches(|c| is_digit(c) || is_invisible(c));
    counted.len() < line.len() && matches!(fold(counted).as_str(), "نفر" | "نظر" | "دیدگاه" | "بازدید")
}

/// A text as words are compared by: without what is invisible, Arabic letters as Persian ones.
pub(super) fn fold(text: &str) -> String {
    text.chars().flat_map(fold_char).collect()
}

fn fold_char(c: char) -> impl Iterator<Item = char> {
    chars::fold(c).into_iter().flat_map(char::to_lowercase)
}
