//! A text in, what its shape says out.
//! Floor 4. Uses: article, text.

use super::line::fold;
use crate::article::url::{ImageUrl, LinkUrl};
use crate::text::chars::{self, is_digit, is_invisible};

/// From so many characters on a text is a paragraph whatever it ends with.
const LONG: usize = 140;

/// A line without the spaces and marks around it. Isolates stay, since their other half may stand inside, and so does
/// what chooses the picture of an emoji.
pub(super) fn trim(line: &str) -> &str {
    let is_bound =
        |c| chars::opens_isolate(c) || c == chars::PDI || c == chars::ZWJ || chars::is_variation_selector(c);
    line.trim_matches(|c| is_invisible(c) && !is_bound(c))
}

/// Whether a text above the lead is the lead already. A headline may be long, and may ask or exclaim; the first text
/// is one unless it is longer than any.
pub(super) fn opens_body(text: &str, is_first: bool) -> bool {
    const SENTENCE: usize = 45;
    const LONGEST_HEADLINE: usize = 200;
    let length = text.chars().count();
    let is_long = if is_first {
        length >= LONGEST_HEADLINE
    } else {
        length >= LONG || length >= SENTENCE && ends(text)
    };
    is_long || dateline(text).is_some()
}

/// Whether a text below the lead is a paragraph, not what may stand above one.
pub(super) fn is_paragraph(text: &str) -> bool {
    const SENTENCE: usize = 45;
    let length = text.chars().count();
    length >= SENTENCE && ends_sentence(text) || length >= LONG
}

/// Whether a text may be the title of another article.
pub(super) fn is_title(text: &str) -> bool {
    !ends(text) && !text.ends_with(':') && text.chars().count() < LONG
}

/// «سمنان - باران آمد.» → سمنان، باران آمد. An agency's name beside the place goes with it.
pub(super) fn dateline(text: &str) -> Option<(&str, &str)> {
    const PLACE_WORDS: usize = 4;
    let is_place = |part: &str| {
        (1..=PLACE_WORDS).contains(&part.split_whitespace().count())
            && part.chars().all(|c| c.is_alphabetic() || is_invisible(c))
    };
    let (place, lead) = split_at_dash(text).filter(|(place, lead)| is_place(place) && ends(lead))?;
    match split_at_dash(lead) {
        Some((second, lead)) if is_place(second) && (is_agency(place) || is_agency(second)) => {
            let both = text.get(..text.len() - lead.len())?;
            Some((both.trim_end_matches(|c| is_dash(c) || is_invisible(c)), lead))
        }
        _ => Some((place, lead)),
    }
}

/// What stands before the first dash that a space follows, and what after.
fn split_at_dash(text: &str) -> Option<(&str, &str)> {
    let mut ends = text.match_indices(is_dash).map(|(at, dash)| (at, at + dash.len()));
    let (at, end) =
        ends.find(|(_, end)| text.get(*end..).is_some_and(|rest| rest.starts_with(char::is_whitespace)))?;
    Some((text.get(..at)?.trim_matches(is_invisible), text.get(end..)?.trim_start_matches(is_invisible)))
}

fn is_dash(c: char) -> bool {
    matches!(c, '-' | '–' | '—' | 'ـ')
}

fn is_agency(name: &str) -> bool {
    let name = fold(name);
    let bare = name.strip_prefix("خبرگزاری").unwrap_or(&name);
    bare.len() < name.len()
        || matches!(
            bare,
            "ایرنا"
                | "ایسنا"
                | "مهر"
                | "فارس"
                | "تسنیم"
                | "ایلنا"
                | "ایکنا"
                | "ایمنا"
                | "برنا"
                | "میزان"
                | "پانا"
                | "شبستان"
                | "خبرانلاین"
                | "باشگاهخبرنگاران"
                | "باشگاهخبرنگارانجوان"
        )
}

/// Whether a text ends as a statement does; three dots may end a headline too.
fn ends(text: &str) -> bool {
    let text = text.trim_end_matches(is_closing);
    text.ends_with('.') && !text.ends_with("..")
}

pub(super) fn ends_sentence(text: &str) -> bool {
    text.trim_end_matches(is_closing).ends_with(['.', '؟', '!', '…', '?'])
}

fn is_closing(c: char) -> bool {
    matches!(c, '»' | '"' | '”' | ')' | ']') || is_invisible(c)
}

/// What follows the bullet of a list item. A hyphen is one only before a space: «-۵ درجه» is a number.
pub(super) fn item(text: &str) -> Option<&str> {
    let rest = text.strip_prefix(['•', '●', '▪', '◾', '■', '·']).or_else(|| {
        text.strip_prefix(['*', '-', '–']).filter(|rest| rest.starts_with(char::is_whitespace))
    })?;
    Some(rest.trim_start_matches(is_invisible)).filter(|item| !item.is_empty())
}

/// The tags of a line.
pub(super) fn tags(line: &str) -> impl Iterator<Item = &str> {
    let tags = line.split(['،', ',', '#', '|']).map(trim);
    tags.map(|tag| item(tag).unwrap_or(tag)).filter(|tag| !tag.is_empty())
}

/// Whether a line may be of tags: short ones, and no sentence.
pub(super) fn are_tags(line: &str) -> bool {
    const LONGEST: usize = 40;
    !ends_sentence(line) && !line.contains(':') && tags(line).all(|tag| tag.chars().count() <= LONGEST)
}

/// Whether a line says what a comment must keep to: that some are not published.
pub(super) fn is_rule(line: &str) -> bool {
    let line = fold(item(line).unwrap_or(line));
    ["نظر", "دیدگاه", "پیام"].iter().any(|opening| line.starts_with(opening))
        && ["منتشرنمی", "منتشرنخواه"].iter().any(|refusal| line.contains(refusal))
}

/// Whether a line is a path of sections: «خانه > ورزش».
pub(super) fn is_path(line: &str) -> bool {
    const LONGEST: usize = 120;
    line.contains(['>', '›']) && line.chars().count() <= LONGEST && sections(line).count() > 1
}

/// The sections of a path.
pub(super) fn sections(path: &str) -> impl Iterator<Item = &str> {
    path.split(['>', '›']).map(trim).filter(|section| !section.is_empty())
}

/// Whether a text is a code of the publisher's: a number, maybe with letters and hyphens.
pub(super) fn is_code(text: &str) -> bool {
    const LONGEST: usize = 24;
    text.contains(is_digit)
        && text.chars().count() <= LONGEST
        && text.chars().all(|c| c.is_alphanumeric() || c == '-')
}

/// The address of a picture, if a text is one.
pub(super) fn picture(text: &str) -> Option<ImageUrl> {
    const ENDINGS: [&str; 6] = [".jpg", ".jpeg", ".png", ".webp", ".gif", ".avif"];
    let path = text.split(['?', '#']).next().filter(|path| path.starts_with("http"))?.to_ascii_lowercase();
    let is_picture = !path.contains(char::is_whitespace) && ENDINGS.iter().any(|end| path.ends_with(end));
    is_picture.then(|| ImageUrl::parse(text, None).ok()).flatten()
}

/// An address, if a text is one, with or without `https://`.
pub(super) fn address(text: &str) -> Option<LinkUrl> {
    let (scheme, rest) = text.split_once("://").unwrap_or(("", text));
    let (host, _) = rest.split_once('/').unwrap_or((rest, ""));
    let is_host = host.contains('.') && host.starts_with(|c: char| c.is_ascii_alphabetic());
    if !is_host || text.contains(is_invisible) {
        return None;
    }
    match scheme {
        "" => LinkUrl::parse(&["https://", text].concat(), None).ok(),
        _ => LinkUrl::parse(text, None).ok(),
    }
}
