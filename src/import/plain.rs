//! The plain text of a Persian news page in, an article out.
//!
//! A page that was copied or scraped comes as lines, and what each is can be told from its words, its shape
//! and its place. [`Line::of`] tells what a line is by itself; [`Page`] puts the lines that are just text into
//! their places: above the lead they are kicker, headline and deck, below it paragraphs and subheadings.

use crate::article::url::{ImageUrl, LinkUrl};
use crate::article::{
    Article, Block, Body, Credit, Figure, Heading, Image, Items, Link, List, Note, Paragraph, Problem,
    RichText,
};
use crate::date::Timestamp;
use crate::text::chars::ZWNJ;
use crate::text::digits::{self, Numerals};

/// Reads the text of a page.
pub(super) fn read(text: &str) -> (Article, Vec<Note>) {
    let mut page = Page::default();
    let lines = text.lines().enumerate().map(|(index, line)| (index + 1, line.trim()));
    for (number, line) in lines.filter(|(_, line)| !line.is_empty()) {
        page.take(number, line);
    }
    page.finish()
}

/// What a line is, as far as it tells by itself.
enum Line<'t> {
    /// A date and nothing else.
    Date(Timestamp),
    /// «کد خبر 4692303».
    Code(&'t str),
    /// «منبع: خبرگزاری مهر».
    Source(&'t str),
    /// «لینک کوتاه: …».
    ShortLink(LinkUrl),
    /// «خبرنگار: …»: the role, the name.
    Credit(&'t str, &'t str),
    /// «خانه > استان‌ها > سمنان».
    Section(&'t str),
    /// «برچسب‌ها», and those that follow on the line.
    Tags(&'t str),
    /// «نظر شما»: what follows is about comments.
    Comments,
    /// The address of a picture.
    Image(ImageUrl),
    /// A part of the page that is not of the article.
    Furniture,
    /// Anything else.
    Text,
}

impl<'t> Line<'t> {
    fn of(line: &'t str) -> Self {
        // Each word by which pages name a part, folded, and what it names.
        const CODES: [&str; 4] = ["کدخبر", "شناسهخبر", "کدمطلب", "شمارهخبر"];
        const SHORT_LINKS: [&str; 3] = ["لینککوتاه", "پیوندکوتاه", "نشانیکوتاه"];
        const ROLES: [&str; 5] = ["خبرنگار", "نویسنده", "عکاس", "مترجم", "گزارشگر"];
        const DATES: [&str; 4] = ["تاریخانتشار", "زمانانتشار", "تاریخ", "انتشار"];
        const COMMENTS: [&str; 5] = ["نظرشما", "نظرات", "نظرها", "دیدگاهشما", "دیدگاهها"];
        const FURNITURE: [&str; 12] = [
            "captcha",
            "انتهایپیام",
            "چاپ",
            "ارسالنظر",
            "ارسال",
            "نام",
            "ایمیل",
            "رایانامه",
            "متننظر",
            "اشتراکگذاری",
            "بیشتربخوانید",
            "کپیلینک",
        ];

        if let Ok(date) = Timestamp::parse(line) {
            return Self::Date(date);
        }
        let bare = fold(line.trim_matches(|c: char| c.is_ascii_punctuation() || is_bullet(c)));
        if bare.starts_with("شمادرحالپاسخبهنظر") || FURNITURE.contains(&bare.as_str()) {
            return Self::Furniture;
        }
        if COMMENTS.contains(&bare.as_str()) {
            return Self::Comments;
        }
        if let Some(tags) = after_colon(line, &["برچسبها", "برچسب", "کلیدواژهها"]) {
            return Self::Tags(tags);
        }
        if let Some(code) = after(line, &CODES).filter(|code| is_code(code)) {
            return Self::Code(code);
        }
        if let Some(link) = after(line, &SHORT_LINKS).and_then(address) {
            return Self::ShortLink(link);
        }
        if let Some(date) = after_colon(line, &DATES).and_then(|date| Timestamp::parse(date).ok()) {
            return Self::Date(date);
        }
        if let Some((name, value)) = line.split_once(':') {
            let (name, value) = (name.trim(), value.trim());
            let is_short = !value.is_empty() && value.chars().count() <= 60;
            if is_short && fold(name) == "منبع" {
                return Self::Source(value);
            }
            if is_short && ROLES.contains(&fold(name).as_str()) && !ends_sentence(value) {
                return Self::Credit(name, value);
            }
        }
        if is_picture(line)
            && let Ok(url) = ImageUrl::parse(line, None)
        {
            return Self::Image(url);
        }
        if line.matches(['>', '›']).count() >= 1 && line.chars().count() <= 120 {
            return Self::Section(line);
        }
        Self::Text
    }
}

/// Which part of the page the lines belong to.
#[derive(Default, Clone, Copy, PartialEq, Eq)]
enum Part {
    #[default]
    Article,
    Tags,
    Comments,
}

/// A page as its lines come in.
#[derive(Default)]
struct Page<'t> {
    article: Article,
    notes: Vec<Note>,
    part: Part,
    picture: Option<ImageUrl>,
    /// The lines that are just text, with their numbers, in the order of the page.
    texts: Vec<(usize, &'t str)>,
}

impl<'t> Page<'t> {
    fn note(&mut self, number: usize, problem: Problem) {
        self.notes.push(Note { path: format!("line {number}"), problem });
    }

    fn furniture(&mut self, number: usize, line: &str) {
        self.note(number, Problem::Furniture(line.chars().take(80).collect()));
    }

    fn take(&mut self, number: usize, line: &'t str) {
        match Line::of(line) {
            Line::Date(date) if self.article.published.is_none() => self.article.published = Some(date),
            Line::Code(code) if self.article.id.is_empty() => self.article.id = ascii_digits(code),
            Line::Source(source) if self.article.source.is_none() => {
                self.article.source = Some(Link { text: source.to_owned(), url: None });
            }
            Line::ShortLink(link) if self.article.short_link.is_none() => {
                self.article.short_link = Some(link)
            }
            Line::Credit(role, name) => {
                self.article.byline.push(Credit { name: name.to_owned(), role: role.to_owned(), url: None });
            }
            Line::Section(path) if self.article.section.is_empty() && self.texts.len() < 3 => {
                self.article.section =
                    path.split(['>', '›']).map(link).filter(|l| !l.text.is_empty()).collect();
            }
            Line::Image(url) if self.picture.is_none() => self.picture = Some(url),
            Line::Tags(tags) => {
                self.part = Part::Tags;
                self.tags(tags);
            }
            Line::Comments => self.part = Part::Comments,
            Line::Furniture => self.furniture(number, line),
            // What a page says twice, it says once more as text.
            _ => match self.part {
                Part::Article => self.texts.push((number, line)),
                Part::Tags => self.tags(line),
                Part::Comments if is_rule(line) => self.article.comment_rules.push(unbullet(line).to_owned()),
                Part::Comments => self.furniture(number, line),
            },
        }
    }

    fn tags(&mut self, line: &str) {
        let tags = line.split(['،', ',', '#', '|']).map(link).filter(|tag| !tag.text.is_empty());
        self.article.tags.extend(tags);
    }

    /// Puts the texts into their places.
    fn finish(mut self) -> (Article, Vec<Note>) {
        let texts = std::mem::take(&mut self.texts);
        // Without any paragraph the first line is the headline and the rest is what there is to say.
        let head = texts.iter().position(|(_, text)| is_paragraph(text)).unwrap_or(texts.len().min(1));
        let (head, body) = texts.split_at_checked(head).unwrap_or_default();
        self.head(head);
        let headline = fold(&self.article.headline);
        let mut rest = Vec::new();
        for (number, text) in body {
            if fold(text) == headline { self.repetition(*number) } else { rest.push(*text) }
        }
        let rest = self.lead(&rest);
        self.article.body = Body(blocks(rest));
        if let Some(url) = self.picture {
            let image = Image { url: Some(url), ..Image::default() };
            let figure = self.article.lead_figure.get_or_insert_default();
            figure.image = Some(image);
        }
        self.notes.sort_by_key(|note| note.path.strip_prefix("line ").and_then(|n| n.parse::<usize>().ok()));
        (self.article, self.notes)
    }

    /// The lines above the lead: the one that the page repeats is the headline; else the one after a kicker,
    /// which is told by its semicolon or its few words; else the first.
    fn head(&mut self, lines: &[(usize, &str)]) {
        const KICKER_WORDS: usize = 4;
        let repeats =
            |(_, one): &(usize, &str)| lines.iter().filter(|(_, other)| fold(one) == fold(other)).count() > 1;
        let is_kicker = |(_, line): &(usize, &str)| {
            line.ends_with(['؛', ':']) || line.split_whitespace().count() <= KICKER_WORDS
        };
        let at = lines
            .iter()
            .position(repeats)
            .unwrap_or_else(|| usize::from(lines.len() > 1 && lines.first().is_some_and(is_kicker)));
        let (above, rest) = lines.split_at_checked(at).unwrap_or_default();
        let Some(((_, headline), below)) = rest.split_first() else { return };
        (*headline).clone_into(&mut self.article.headline);
        self.article.kicker = join(above.iter().map(|(_, line)| *line));
        let folded = fold(headline);
        let mut deck = Vec::new();
        for (number, line) in below {
            if fold(line) == folded { self.repetition(*number) } else { deck.push(*line) }
        }
        self.article.deck = join(deck.into_iter());
    }

    /// The headline, come again: where there is a picture it is the caption.
    fn repetition(&mut self, number: usize) {
        if self.picture.is_some() && self.article.lead_figure.is_none() {
            let caption = RichText::from(self.article.headline.as_str());
            self.article.lead_figure = Some(Figure { caption, ..Figure::default() });
        } else {
            self.note(number, Problem::RepeatedHeadline);
        }
    }

    /// The first paragraph is the lead when a dateline opens it, or when the report proper («به گزارش …»)
    /// begins after it. Returns what is left for the body.
    fn lead<'b>(&mut self, texts: &'b [&'t str]) -> &'b [&'t str] {
        let Some((first, rest)) = texts.split_first() else { return texts };
        if let Some((place, lead)) = dateline(first) {
            place.clone_into(&mut self.article.dateline);
            self.article.lead = lead.into();
            return rest;
        }
        let reports = |text: &&str| fold(text).starts_with("بهگزارش");
        if !reports(first) && rest.first().is_some_and(reports) {
            self.article.lead = (*first).into();
            return rest;
        }
        texts
    }
}

/// The texts below the lead as blocks: bullets in a row are a list, a bare short line before a paragraph is a
/// subheading.
fn blocks(texts: &[&str]) -> Vec<Block> {
    let mut blocks = Vec::new();
    for (index, text) in texts.iter().enumerate() {
        if text.starts_with(is_bullet) {
            let item = RichText::from(unbullet(text));
            if let Some(Block::List(list)) = blocks.last_mut() {
                list.items.0.push(item);
            } else {
                blocks.push(Block::List(List { ordered: false, items: Items(vec![item]) }));
            }
        } else if is_subheading(text, texts.get(index + 1)) {
            blocks.push(Block::Heading(Heading { level: None, text: (*text).into() }));
        } else {
            blocks.push(Block::Paragraph(Paragraph { text: (*text).into() }));
        }
    }
    blocks
}

fn is_subheading(text: &str, next: Option<&&str>) -> bool {
    const LONGEST: usize = 90;
    text.chars().count() <= LONGEST
        && !ends_sentence(text)
        && !text.ends_with([':', '؛', '،'])
        && next.is_some_and(|next| is_paragraph(next) || next.starts_with(is_bullet))
}

/// Whether a text is of the report itself, not of what stands above it: it opens with a dateline, ends as a
/// sentence does, or is long.
fn is_paragraph(text: &str) -> bool {
    const SENTENCE: usize = 45;
    const LONG: usize = 140;
    let length = text.chars().count();
    dateline(text).is_some() || length >= SENTENCE && ends_sentence(text) || length >= LONG
}

/// «سمنان - باران آمد.» → سمنان، باران آمد.
fn dateline(text: &str) -> Option<(&str, &str)> {
    const PLACE_WORDS: usize = 4;
    let (place, lead) =
        [" - ", " – ", " — ", " ـ ", "- ", "– "].iter().find_map(|dash| text.split_once(dash))?;
    let (place, lead) = (place.trim(), lead.trim());
    let is_place = (1..=PLACE_WORDS).contains(&place.split_whitespace().count())
        && place.chars().all(|c| c.is_alphabetic() || c.is_whitespace() || c == ZWNJ);
    (is_place && ends_sentence(lead)).then_some((place, lead))
}

fn ends_sentence(text: &str) -> bool {
    text.trim_end_matches(['»', '"', ')']).ends_with(['.', '؟', '!', '…', '?'])
}

fn is_rule(line: &str) -> bool {
    line.starts_with(is_bullet) || fold(line).contains("منتشرنمی")
}

fn is_bullet(c: char) -> bool {
    matches!(c, '•' | '●' | '▪' | '◾' | '■' | '*' | '-' | '–' | '·')
}

fn unbullet(line: &str) -> &str {
    line.trim_start_matches(|c: char| is_bullet(c) || c.is_whitespace())
}

fn is_code(text: &str) -> bool {
    !text.is_empty() && text.chars().count() <= 24 && text.chars().all(|c| c.is_alphanumeric() || c == '-')
}

fn is_picture(line: &str) -> bool {
    let path = line.split(['?', '#']).next().unwrap_or_default().to_ascii_lowercase();
    path.starts_with("http")
        && [".jpg", ".jpeg", ".png", ".webp", ".gif", ".avif"].iter().any(|e| path.ends_with(e))
}

fn address(text: &str) -> Option<LinkUrl> {
    let has_scheme = text.starts_with("http");
    let text = if has_scheme { text.to_owned() } else { format!("https://{text}") };
    LinkUrl::parse(&text, None).ok()
}

fn link(text: &str) -> Link {
    Link { text: text.trim().to_owned(), url: None }
}

fn join<'t>(lines: impl Iterator<Item = &'t str>) -> String {
    lines.collect::<Vec<_>>().join("\n")
}

/// What follows a line's opening words, if it opens with one of these (folded) and then ends, or goes on after
/// a colon or a space.
fn after<'t>(line: &'t str, words: &[&str]) -> Option<&'t str> {
    let mut folded = String::new();
    let mut longest = None;
    for (at, c) in line.char_indices() {
        fold_char(c, &mut folded);
        let rest = line.get(at + c.len_utf8()..).unwrap_or_default();
        let parted = rest.is_empty() || rest.starts_with(|c: char| c == ':' || c.is_whitespace());
        if parted && words.contains(&folded.as_str()) {
            longest = Some(rest.trim_start_matches(|c: char| c == ':' || c.is_whitespace()));
        }
        if folded.len() > 40 {
            break;
        }
    }
    longest
}

/// What follows a line's opening words and a colon; nothing, if they are the whole line.
fn after_colon<'t>(line: &'t str, words: &[&str]) -> Option<&'t str> {
    match line.split_once(':') {
        Some((name, rest)) => words.contains(&fold(name).as_str()).then_some(rest.trim()),
        None => words.contains(&fold(line).as_str()).then_some(""),
    }
}

/// A text as words are compared by: without spaces and half-spaces, Arabic letters as Persian ones.
fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for c in text.chars() {
        fold_char(c, &mut folded);
    }
    folded
}

fn fold_char(c: char, folded: &mut String) {
    match c {
        'ي' | 'ى' => folded.push('ی'),
        'ك' => folded.push('ک'),
        'ۀ' | 'ة' => folded.push('ه'),
        ZWNJ => {}
        _ if c.is_whitespace() => {}
        _ => folded.extend(c.to_lowercase()),
    }
}

/// A code as machines keep it.
fn ascii_digits(code: &str) -> String {
    digits::all(code, Numerals::Latin).into_owned()
}
