//! Hostile text in, text that shows what it says out.
//! Floor 1. Uses: chars, rule.
//!
//! Characters that draw nothing can still turn a line around, hide a message or make two equal names differ. This is
//! the rule for them, one field at a time; it runs where text enters and never changes a visible character.
//!
//! | kept | dropped |
//! | --- | --- |
//! | isolates closed on their line | isolates that are not; every embedding and override |
//! | LRM, RLM, ALM | zero-width space, word joiner, byte order mark, tag characters, noncharacters |
//! | ZWNJ and ZWJ where they shape what stands beside them | ZWNJ and ZWJ elsewhere |
//! | one soft hyphen, one variation selector after a character | the rest of a run |
//! | 8 combining marks in a row | the ninth and on |
//! | line feed, tab; CR LF and CR become LF | other C0 and C1 controls |
//!
//! Embeddings go even in pairs: they reach past their end into the text around them, may cross isolates, and the page
//! isolates each field itself, so a pair has no work left that an isolate would not do better (UAX #9, 2.7).

use alloc::borrow::Cow;
use alloc::vec::Vec;

use super::{Edit, Rule, apply, chars};

/// As many marks as real orthographies stack, with room to spare.
const MAX_MARKS: u8 = 8;

/// Drops what is invisible and without use. Text that has none comes back as it is, not copied; cleaning twice is
/// cleaning once.
///
/// ```
/// use satr::text::clean;
///
/// assert_eq!(clean("می\u{200C}رود"), "می\u{200C}رود");
/// assert_eq!(clean("pay\u{200C}pal \u{202E}gnp.exe"), "paypal gnp.exe");
/// assert_eq!(clean("\u{2067}نام\u{2069} و \u{2066}name"), "\u{2067}نام\u{2069} و name");
/// assert_eq!(clean("یک\r\nدو"), "یک\nدو");
/// ```
pub fn clean(text: &str) -> Cow<'_, str> {
    apply(text, &edits(text))
}

/// The edits of [`clean`].
pub(super) fn edits(text: &str) -> Vec<Edit> {
    let mut edits = Vec::new();
    let mut kept = Kept::default();
    let mut unpaired = None;
    let mut rest = text;
    while let Some((plain, after)) = rest.split_at_checked(chars::plain_span(rest)) {
        if let Some(last) = plain.chars().next_back() {
            kept.visible(last);
        }
        let mut ahead = after.chars();
        let Some(c) = ahead.next() else { break };
        rest = ahead.as_str();
        let at = text.len() - after.len();
        let next = ahead.next();
        let stays = match c {
            _ if chars::is_arabic_letter(c) => kept.visible(c),
            '\r' if next != Some('\n') => {
                edits.push(edit(at, 1, "\n"));
                kept.visible('\n')
            }
            chars::ZWNJ | chars::ZWJ => joins(kept.last, c, next) && kept.invisible(c),
            chars::SOFT_HYPHEN => kept.last != c && kept.invisible(c),
            chars::PDI => !is_unpaired(text, at, &mut unpaired) && kept.invisible(c),
            _ if chars::opens_isolate(c) => !is_unpaired(text, at, &mut unpaired) && kept.invisible(c),
            _ if chars::is_embedding(c) || chars::is_ghost(c) || c.is_control() => false,
            _ if chars::is_bidi_control(c) => kept.invisible(c),
            _ if chars::is_variation_selector(c) => kept.selector(),
            _ if chars::is_mark(c) => kept.mark(),
            _ => kept.visible(c),
        };
        if !stays {
            edits.push(edit(at, c.len_utf8(), ""));
        }
    }
    edits
}

fn edit(at: usize, length: usize, to: &'static str) -> Edit {
    Edit { range: at..at + length, to, rule: Rule::Invisible }
}

/// What the text so far ends with. Only what stays is told here, so that a second pass sees the same.
struct Kept {
    /// The last character that is neither mark nor variation selector.
    last: char,
    /// Marks since the last visible character: an invisible one between them does not start a new stack.
    marks: u8,
    /// Whether a variation selector may follow.
    selectable: bool,
}

impl Default for Kept {
    fn default() -> Self {
        Self { last: '\n', marks: 0, selectable: false }
    }
}

/// Each answers whether the character stays.
impl Kept {
    fn visible(&mut self, c: char) -> bool {
        *self = Self { last: c, marks: 0, selectable: !c.is_whitespace() };
        true
    }

    fn invisible(&mut self, c: char) -> bool {
        self.last = c;
        self.selectable = false;
        true
    }

    fn mark(&mut self) -> bool {
        let stays = self.marks < MAX_MARKS;
        self.marks += u8::from(stays);
        stays
    }

    fn selector(&mut self) -> bool {
        core::mem::take(&mut self.selectable)
    }
}

/// Whether a ZWNJ or ZWJ has work to do: beside Arabic script, between Indic letters, in an emoji sequence.
///
/// A neighbour that is itself about to go counts as none, which a second pass would then confirm.
fn joins(before: char, joiner: char, after: Option<char>) -> bool {
    let Some(after) = after else { return joiner == chars::ZWJ && chars::is_arabic_letter(before) };
    let arabic = (chars::is_arabic_letter(before), chars::is_arabic_letter(after));
    let in_word = |c| chars::is_arabic_letter(c) || chars::is_latin_letter(c) || chars::is_digit(c);
    let shapes = match joiner {
        // Between letters, and where a word of the other script or a number takes a Persian ending: «MP3‌ها».
        chars::ZWNJ => (arabic.0 || arabic.1) && in_word(before) && in_word(after),
        // Between letters, and where it holds the joined form at the end of a word: «ه‍.ش».
        _ => {
            arabic.0
                && (arabic.1
                    || after.is_ascii_punctuation()
                    || matches!(after, ' ' | '\n' | '،' | '؛' | '؟' | '»'))
                || (chars::is_emoji(before) && chars::is_emoji(after))
        }
    };
    shapes || (chars::is_indic(before) && chars::is_indic(after))
}

/// Whether the isolate control at `at`, the first of them or a later one, has no partner on its line.
fn is_unpaired(text: &str, at: usize, known: &mut Option<Vec<usize>>) -> bool {
    known.get_or_insert_with(|| unpaired_isolates(text, at)).binary_search(&at).is_ok()
}

/// The offsets, ascending, of isolate controls from `from` on that have no partner. A line's end closes all (UAX #9, P1).
fn unpaired_isolates(text: &str, from: usize) -> Vec<usize> {
    let mut unpaired = Vec::new();
    let mut open = Vec::new();
    for (at, c) in text.get(from..).unwrap_or_default().char_indices() {
        let at = from + at;
        match c {
            '\n' | '\r' | chars::PARAGRAPH_SEPARATOR => unpaired.append(&mut open),
            chars::PDI if open.pop().is_none() => unpaired.push(at),
            _ if chars::opens_isolate(c) => open.push(at),
            _ => {}
        }
    }
    unpaired.append(&mut open);
    unpaired
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn healthy_text_is_borrowed() {
        for text in [
            "",
            "می\u{200C}رود، خانه\u{200C}های ۲۰\u{200C}ساله و MP3\u{200C}ها",
            "۱۳۹۸ ه\u{200D}.ش",
            "خانهٔ ما، رَفتَم\nسطر دوم\tستون",
            "👨\u{200D}👩\u{200D}👧 👍🏽 ❤\u{FE0F}\u{200D}🔥 🏳\u{FE0F}\u{200D}🌈 1\u{FE0F}\u{20E3} 🇮🇷",
            "क्\u{200D}ष",
            "\u{2068}نام\u{2069}: \u{2067}یک \u{2066}two\u{2069}\u{2069}",
            "C++\u{200E} و \u{200F}الف\u{61C}",
            "بین\u{AD}المللی",
            "naïve — “x” … ﷼ \u{A0}",
        ] {
            assert!(matches!(clean(text), Cow::Borrowed(_)), "{text:?}");
        }
    }

    #[test]
    fn useless_characters_go() {
        for (given, expected) in [
            ("a\u{202E}b\u{202D}c\u{202C}", "abc"),
            ("\u{202B}متن\u{202C}", "متن"),
            ("\u{2069}a\u{2066}b", "ab"),
            ("\u{2066}a\nb\u{2069}", "a\nb"),
            ("\u{200B}a\u{2060}b\u{FEFF}", "ab"),
            ("\u{FEFF}سلام", "سلام"),
            ("a\u{E0041}\u{E007F}b", "ab"),
            ("a\u{FFFE}\u{FDD0}\u{1FFFF}b", "ab"),
            ("a\0\u{1B}[0m\u{7F}\u{85}b", "a[0mb"),
            ("a\rb\r\nc\r\r\n", "a\nb\nc\n\n"),
            ("a\u{AD}\u{AD}\u{AD}b", "a\u{AD}b"),
            ("a\u{FE0F}\u{FE0E}\u{E0101}b", "a\u{FE0F}b"),
            ("\u{FE0F}a \u{FE0F}", "a "),
            ("می\u{200C}\u{200C}رود\u{200C} ", "می\u{200C}رود "),
            ("pay\u{200D}pal\u{200C}2", "paypal2"),
            ("سلام\u{200D}\u{200D}", "سلام\u{200D}"),
            ("\u{200C}\u{200D}", ""),
        ] {
            assert_eq!(clean(given), expected, "{given:?}");
        }
    }

    #[test]
    fn nested_isolates_lose_only_what_is_open() {
        assert_eq!(clean("\u{2066}\u{2067}a\u{2069}"), "\u{2067}a\u{2069}");
        assert_eq!(
            clean("\u{2066}a\u{2069}\u{2069}\n\u{2068}b\u{2069}"),
            "\u{2066}a\u{2069}\n\u{2068}b\u{2069}"
        );
    }

    #[test]
    fn the_ninth_mark_goes_even_behind_something_invisible() {
        let marks = |n| "\u{301}".repeat(n);
        assert_eq!(clean(&format!("a{}b{}", marks(300), marks(8))), format!("a{}b{}", marks(8), marks(8)));
        assert_eq!(clean(&format!("a{}\u{AD}{}", marks(8), marks(8))), format!("a{}\u{AD}", marks(8)));
        assert_eq!(clean(&format!("س{}", "\u{64B}".repeat(20))), format!("س{}", "\u{64B}".repeat(8)));
    }

    #[test]
    fn what_is_passed_over_as_plain_is_nothing_there_is_a_rule_for() {
        let mut plain = 0;
        for c in (0..=char::MAX.into()).filter_map(char::from_u32) {
            let mut bytes = [0; 4];
            let length = chars::plain_span(c.encode_utf8(&mut bytes));
            assert!([0, c.len_utf8()].contains(&length), "{c:?} is cut");
            if length > 0 {
                plain += 1;
                let is_ruled = chars::is_invisible(c) && !matches!(c, ' ' | '\n' | '\t') || chars::is_mark(c);
                assert!(!is_ruled, "{c:?} is passed over");
            }
        }
        assert_eq!(plain, 95 + 2 + 43 + 99 + 3 + 10);
    }

    fn hostile() -> impl Strategy<Value = String> {
        let piece = prop_oneof![
            3 => "[\u{200B}-\u{200F}\u{202A}-\u{202E}\u{2060}-\u{206F}\u{FEFF}\u{AD}\u{FE0E}\u{FE0F}\u{E0041}\u{FFFE}\u{61C}]{1,3}",
            2 => "[\u{0}-\u{1F}\u{7F}-\u{9F}\n\r]{1,2}",
            2 => "[\u{301}\u{64B}\u{654}\u{20E3}]{1,12}",
            3 => "[ا-یa-z0-9۰-۹ 👨👩❤कष।.\n]{1,3}",
            1 => any::<String>(),
        ];
        proptest::collection::vec(piece, 0..16).prop_map(|pieces| pieces.concat())
    }

    /// Whether every line closes what it opens, and nothing else.
    fn is_balanced(text: &str) -> bool {
        text.split(['\n', '\u{2029}']).all(|line| {
            let mut depth = 0;
            line.chars().all(|c| {
                depth += i32::from(('\u{2066}'..='\u{2068}').contains(&c)) - i32::from(c == '\u{2069}');
                depth >= 0
            }) && depth == 0
        })
    }

    proptest! {
        #[test]
        fn cleaning_twice_is_cleaning_once(text in hostile()) {
            let once = clean(&text);
            prop_assert!(matches!(clean(&once), Cow::Borrowed(same) if same == once), "{:?} → {:?} → {:?}", text, once, clean(&once));
        }

        #[test]
        fn what_is_left_is_harmless(text in hostile()) {
            let clean = clean(&text);
            prop_assert!(is_balanced(&clean));
            let dropped = |c: char| (c.is_control() && !matches!(c, '\n' | '\t'))
                || matches!(c, '\u{200B}' | '\u{2060}' | '\u{FEFF}' | '\u{202A}'..='\u{202E}' | '\u{E0000}'..='\u{E007F}' | '\u{FFFE}');
            prop_assert!(!clean.contains(dropped));
            let soft_hyphens = clean.split(|c| c != chars::SOFT_HYPHEN).map(str::len).max();
            prop_assert!(soft_hyphens <= Some(chars::SOFT_HYPHEN.len_utf8()));
            let marks = clean.split(|c| !chars::is_mark(c)).map(|run| run.chars().count()).max();
            prop_assert!(marks <= Some(8));
        }

        #[test]
        fn visible_characters_are_untouched(text in hostile()) {
            let visible = |text: &str| -> String {
                text.replace("\r\n", "\n").replace('\r', "\n").chars().filter(|c| c.is_alphanumeric() || c.is_ascii_graphic() || *c == '\n').collect()
            };
            // Marks are cut on purpose, and some of them are alphabetic.
            let letters = |text: &str| -> String { visible(text).chars().filter(|c| !chars::is_mark(*c)).collect() };
            prop_assert_eq!(letters(&clean(&text)), letters(&text));
        }

        #[test]
        fn edits_ascend(text in hostile()) {
            let edits = edits(&text);
            prop_assert!(edits.windows(2).all(|pair| pair[0].range.end <= pair[1].range.start));
        }
    }
}
