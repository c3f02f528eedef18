//! Characters in, what they are out: names for the invisible ones, and the few classes the rules ask about.
//! Floor 1. Uses: nothing.
//!
//! The only place where invisible characters are written, always escaped. The classes follow the Unicode Character
//! Database 16.0 by whole blocks where that is exact enough, since a full table would cost the page more than it gives.
//! The first comparison of the two that every character meets lets spaces and Latin pass at once.

/// Zero-width non-joiner, the Persian half-space: «می‌رود».
pub const ZWNJ: char = '\u{200C}';
/// The same, as what an edit writes.
pub const ZWNJ_TEXT: &str = "\u{200C}";
/// Zero-width joiner: holds the joined form of a letter, and emoji together.
pub const ZWJ: char = '\u{200D}';
/// Kashida: the line that stretches a word.
#[doc(alias = "kashida")]
pub const TATWEEL: char = '\u{640}';
/// The hamza above a final «ه», which the ezafe puts there: «خانهٔ ما».
pub const HAMZA_ABOVE: &str = "\u{654}";
/// The vowel sign of «مثلاً», the one that Persian words have too.
pub const FATHATAN: char = '\u{64B}';
/// Byte order mark: says at the start of a file how it is encoded, and elsewhere nothing.
pub const BYTE_ORDER_MARK: &str = "\u{FEFF}";
/// No-break space.
pub const NBSP: char = '\u{A0}';
/// Soft hyphen: shown only where a line breaks.
pub const SOFT_HYPHEN: char = '\u{AD}';
/// Left-to-right mark: what stands beside it is set as beside a Latin letter.
pub const LRM: char = '\u{200E}';
/// Left-to-right isolate: what follows, up to its PDI, is set by itself from left to right.
pub const LRI: char = '\u{2066}';
/// Right-to-left isolate.
pub const RLI: char = '\u{2067}';
/// Pop directional isolate: closes what LRI, RLI or FSI opened.
pub const PDI: char = '\u{2069}';
/// Line separator: a line feed's twin, which JSON takes as it is and older JavaScript for the end of a line.
pub const LINE_SEPARATOR: char = '\u{2028}';
/// Paragraph separator: like a line feed, it ends every isolate.
pub const PARAGRAPH_SEPARATOR: char = '\u{2029}';

/// How many bytes at the start of `text` are characters of which `belongs` holds.
///
/// ```
/// use satr::text::chars::{is_digit, span};
///
/// assert_eq!(span("12۳ نفر", is_digit), 4);
/// ```
// By pointer, not by type: one copy in the page for all who ask.
pub fn span(text: &str, belongs: fn(char) -> bool) -> usize {
    text.char_indices().find(|(_, c)| !belongs(*c)).map_or(text.len(), |(at, _)| at)
}

/// Whether `text` has a character of which `which` holds.
pub fn has(text: &str, which: fn(char) -> bool) -> bool {
    text.chars().any(which)
}

/// How many bytes at the start of `text` are letters of U+0620–064A and U+0671–06D3, which nearly all Persian letters
/// are. A quick step for the loops that meet every character: it decodes nothing else.
///
/// ```
/// use satr::text::chars::persian_span;
///
/// assert_eq!(persian_span("سطر ۱"), 6);
/// ```
pub fn persian_span(text: &str) -> usize {
    let is_letter = |pair: &&[u8]| {
        let [lead @ 0xD8..=0xDB, tail] = **pair else { return false };
        is_persian_letter(two_bytes(lead, tail))
    };
    2 * text.as_bytes().chunks_exact(2).take_while(is_letter).count()
}

/// How many bytes at the start of `text` are of the characters that nearly all text is made of: those letters, Persian
/// digits and marks, printable ASCII, line feeds and tabs. Another quick step, over whole phrases.
///
/// ```
/// use satr::text::chars::plain_span;
///
/// assert_eq!(plain_span("سطر ۱، line 2«"), 18);
/// ```
pub fn plain_span(text: &str) -> usize {
    let mut bytes = text.as_bytes();
    loop {
        bytes = match bytes {
            [b' '..=b'~' | b'\n' | b'\t', rest @ ..] => rest,
            [lead @ 0xD8..=0xDB, tail, rest @ ..] => match two_bytes(*lead, *tail) {
                letter if is_persian_letter(letter) => rest,
                0x60C | 0x61B | 0x61F | 0x6F0..=0x6F9 => rest,
                _ => return text.len() - bytes.len(),
            },
            _ => return text.len() - bytes.len(),
        }
    }
}

/// The character of two bytes in UTF-8.
fn two_bytes(lead: u8, tail: u8) -> u32 {
    u32::from(lead & 0x1F) << 6 | u32::from(tail & 0x3F)
}

fn is_persian_letter(c: u32) -> bool {
    matches!(c, 0x620..=0x64A | 0x671..=0x6D3)
}

/// A letter of the Arabic script, Persian's own among them; the tatweel counts, marks and digits do not.
#[inline]
pub fn is_arabic_letter(c: char) -> bool {
    c >= '\u{620}'
        && matches!(c,
        '\u{620}'..='\u{64A}' | '\u{66E}'..='\u{66F}' | '\u{671}'..='\u{6D3}' | '\u{6D5}' | '\u{6E5}'..='\u{6E6}'
        | '\u{6EE}'..='\u{6EF}' | '\u{6FA}'..='\u{6FC}' | '\u{6FF}' | '\u{750}'..='\u{77F}' | '\u{870}'..='\u{887}'
        | '\u{889}'..='\u{88E}' | '\u{8A0}'..='\u{8C9}' | '\u{FB50}'..='\u{FBB1}' | '\u{FBD3}'..='\u{FD3D}'
        | '\u{FD50}'..='\u{FDC7}' | '\u{FDF0}'..='\u{FDFB}' | '\u{FE70}'..='\u{FEFC}')
}

/// A letter of the Latin script, with or without an accent.
pub fn is_latin_letter(c: char) -> bool {
    c.is_ascii_alphabetic()
        || matches!(c, '\u{AA}' | '\u{BA}' | '\u{C0}'..='\u{2AF}' if !matches!(c, '\u{D7}' | '\u{F7}'))
        || matches!(c, '\u{1E00}'..='\u{1EFF}' | '\u{2C60}'..='\u{2C7F}' | '\u{A722}'..='\u{A7FF}' | '\u{FB00}'..='\u{FB06}')
}

/// A letter, or nearly any other character, of a script that is written from right to left; digits are none.
pub fn is_rtl(c: char) -> bool {
    matches!(c, '\u{590}'..='\u{8FF}' | '\u{FB1D}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFC}' | '\u{10800}'..='\u{10FFF}'
        | '\u{1E800}'..='\u{1EFFF}')
        && !is_digit(c)
}

/// A decimal digit in one of the three scripts a Persian page meets: 7, ۷ or ٧.
pub fn is_digit(c: char) -> bool {
    c.is_ascii_digit() || matches!(c, '۰'..='۹' | '٠'..='٩')
}

/// A mark that stacks on the character before it.
#[inline]
pub fn is_mark(c: char) -> bool {
    c >= '\u{300}'
        && matches!(c,
        '\u{300}'..='\u{36F}' | '\u{483}'..='\u{489}' | '\u{591}'..='\u{5BD}' | '\u{5BF}' | '\u{5C1}'..='\u{5C2}'
        | '\u{5C4}'..='\u{5C5}' | '\u{5C7}' | '\u{610}'..='\u{61A}' | '\u{64B}'..='\u{65F}' | '\u{670}'
        | '\u{6D6}'..='\u{6DC}' | '\u{6DF}'..='\u{6E4}' | '\u{6E7}'..='\u{6E8}' | '\u{6EA}'..='\u{6ED}'
        | '\u{730}'..='\u{74A}' | '\u{7EB}'..='\u{7F3}' | '\u{897}'..='\u{89F}' | '\u{8CA}'..='\u{8E1}'
        | '\u{8E3}'..='\u{903}' | '\u{E31}' | '\u{E34}'..='\u{E3A}' | '\u{E47}'..='\u{E4E}' | '\u{EB1}'
        | '\u{EB4}'..='\u{EBC}' | '\u{EC8}'..='\u{ECE}' | '\u{F71}'..='\u{F84}' | '\u{F8D}'..='\u{FBC}'
        | '\u{1AB0}'..='\u{1AFF}' | '\u{1DC0}'..='\u{1DFF}' | '\u{20D0}'..='\u{20FF}' | '\u{302A}'..='\u{302F}'
        | '\u{3099}'..='\u{309A}' | '\u{A66F}'..='\u{A672}' | '\u{A674}'..='\u{A67D}' | '\u{FE20}'..='\u{FE2F}')
}

/// A vowel sign of Arabic, of which Persian words have one at most, where it tells two words apart.
pub fn is_vowel_sign(c: char) -> bool {
    matches!(c, '\u{64B}'..='\u{652}' | '\u{670}')
}

/// A mark of writing or a symbol: neither letter, digit, mark, space nor control.
pub fn is_punctuation(c: char) -> bool {
    c.is_ascii_punctuation()
        || matches!(c,
            '\u{A1}'..='\u{BF}' if !matches!(c, '\u{AA}' | '\u{B5}' | '\u{BA}'))
        || matches!(c,
            '\u{D7}' | '\u{F7}' | '\u{5BE}' | '\u{5C0}' | '\u{5C3}' | '\u{5F3}'..='\u{5F4}' | '\u{600}'..='\u{61F}'
            | '\u{66A}'..='\u{66D}' | '\u{6D4}' | '\u{6DD}'..='\u{6DE}' | '\u{6E9}' | '\u{6FD}'..='\u{6FE}'
            | '\u{2000}'..='\u{2BFF}' | '\u{2E00}'..='\u{2E7F}' | '\u{3000}'..='\u{3020}' | '\u{3030}' | '\u{30FB}'
            | '\u{E000}'..='\u{F8FF}' | '\u{FD3E}'..='\u{FD4F}' | '\u{FDFC}'..='\u{FE1F}' | '\u{FE30}'..='\u{FE6F}'
            | '\u{FEFF}' | '\u{FF01}'..='\u{FF0F}' | '\u{FF1A}'..='\u{FF20}' | '\u{FFE0}'..='\u{FFFF}'
            | '\u{1F000}'..='\u{1FAFF}' | '\u{E0000}'..)
}

/// ZWNJ or ZWJ.
pub fn is_joiner(c: char) -> bool {
    matches!(c, ZWNJ | ZWJ)
}

/// A character that may take part in an emoji sequence: pictographs, skin tones, and the signs they join with (♂, ⚕, ➡).
pub fn is_emoji(c: char) -> bool {
    matches!(c, '\u{2190}'..='\u{21FF}' | '\u{2300}'..='\u{23FF}' | '\u{25A0}'..='\u{27BF}' | '\u{2900}'..='\u{297F}'
        | '\u{2B00}'..='\u{2BFF}' | '\u{1F000}'..='\u{1FAFF}')
}

/// A character of an Indic script, where a joiner chooses the form of a conjunct.
pub fn is_indic(c: char) -> bool {
    matches!(c, '\u{900}'..='\u{DFF}')
}

/// Picks one of several pictures of the character before it.
pub fn is_variation_selector(c: char) -> bool {
    matches!(c, '\u{FE00}'..='\u{FE0F}' | '\u{180B}'..='\u{180D}' | '\u{180F}' | '\u{E0100}'..='\u{E01EF}')
}

/// Opens an isolate: LRI, RLI or FSI.
pub fn opens_isolate(c: char) -> bool {
    matches!(c, '\u{2066}'..='\u{2068}')
}

/// An embedding, an override, or the PDF that closes either.
pub fn is_embedding(c: char) -> bool {
    matches!(c, '\u{202A}'..='\u{202E}')
}

/// Any character whose only work is on direction: ALM, LRM, RLM, embeddings, overrides, isolates.
pub fn is_bidi_control(c: char) -> bool {
    matches!(c, '\u{61C}' | '\u{200E}'..='\u{200F}' | '\u{2066}'..='\u{2069}') || is_embedding(c)
}

/// Draws nothing and does nothing a reader would miss: zero-width space, word joiner, byte order mark, invisible
/// operators, deprecated format controls, interlinear annotation, tag characters, noncharacters.
pub fn is_ghost(c: char) -> bool {
    matches!(c, '\u{200B}' | '\u{2060}'..='\u{2065}' | '\u{206A}'..='\u{206F}' | '\u{FEFF}' | '\u{FFF9}'..='\u{FFFB}'
        | '\u{E0000}'..='\u{E007F}' | '\u{FDD0}'..='\u{FDEF}')
        || u32::from(c) & 0xFFFE == 0xFFFE
}

/// Shows nothing by itself: space of any kind, joiners, and all that works on direction or on its neighbours alone.
pub fn is_invisible(c: char) -> bool {
    c.is_whitespace()
        || c.is_control()
        || matches!(c, ZWNJ | ZWJ | SOFT_HYPHEN)
        || is_bidi_control(c)
        || is_ghost(c)
        || is_variation_selector(c)
}

/// The letter that words are compared by: Persian for its Arabic twins, bare alef for alef with a sign; nothing for
/// vowel signs, the tatweel, and all that is invisible.
pub fn fold(c: char) -> Option<char> {
    match c {
        'ي' | 'ى' => Some('ی'),
        'ك' => Some('ک'),
        'آ' | 'أ' | 'إ' | 'ٱ' => Some('ا'),
        'ة' | 'ۀ' => Some('ه'),
        '\u{640}' | '\u{64B}'..='\u{655}' | '\u{670}' => None,
        c if is_invisible(c) => None,
        c => Some(c),
    }
}
