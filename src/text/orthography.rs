//! Text in, edits out that are safe by rule: letters, spaces and marks as Persian writes them.
//! Floor 1. Uses: chars, digits, rule, token.
//!
//! What is written in two ways that are both good stays. One walk over the tokens does the work. It decides by what
//! the text so far ends with *after* the edits, and by nothing ahead that an edit may change, so that a second walk
//! finds nothing.

use alloc::vec::Vec;

use super::digits::{has, split};
use super::token::{Kind, Script, Token, Tokens, tokens};
use super::{Edit, Rule, Rules, chars};

/// The edits that polish `text`, which has been [cleaned](super::clean), by those of `rules` that are named here.
///
/// | rule | edits | left as it is |
/// | --- | --- | --- |
/// | [`Letters`](Rule::Letters) | «ك» → «ک», «ي», «ى» → «ی» | words with letters of Kurdish, Urdu, Pashto …, or with a vowel sign other than that of «مثلاً»; «ة», «ە», «ہ», «ھ» |
/// | [`Kashida`](Rule::Kashida) | «سـلام» → «سلام» | the same words; at the end of one: «هـ.ش»; as a dash: «تهران ـ قم», «مشهدـقم» |
/// | [`Spacing`](Rule::Spacing) | one space for many; none at a line's end, before «، ؛ ؟ . : ! » ) ]» or behind «« ( [»; one behind «، ؛ ؟ . : ! … » )», and before «« (», where a Persian word touches them | between Latin words and numbers; «از … تا», «بی.بی.سی», «ه.ش», «۱۳۹۸ .», «،۲», «(نا)امید», «کتاب(ها)», «پیامبر(ص)», «»ها», "»so«", ":)", ".NET"; spaces beside a slash or a dash, tabs and no-break spaces |
/// | [`Punctuation`](Rule::Punctuation) | "," beside a Persian word, "?" behind one, ";" at its end → «،», «؟», «؛» | between Latin words, `&nbsp;`, ";)" |
/// | [`Quotes`](Rule::Quotes) | "سلام", “سلام”, „سلام“ → «سلام» | what does not close on its line or touch what it holds, inches, in «» and around them, `name="value"` |
/// | [`Ellipsis`](Rule::Ellipsis) | "..." beside a Persian word → «…» | two dots, and four or more |
/// | [`Doubled`](Rule::Doubled) | «،،», «؛؛», «؟؟», «!!» → one | «؟!», «!؟», "Hello!!" |
/// | [`Ezafe`](Rule::Ezafe) | «خانه‌ی», «خانه ی» → «خانهٔ» | any other; it does not know where the «ه» is spoken: «گروه ی» |
///
/// Protected tokens come out as they went in, and no letter is written, dropped or moved but by `Letters` and `Ezafe`.
/// («شابك» in Arabic letters is no name of a number that is protected; «شابک», which it becomes, is.)
///
/// ```
/// use satr::text::{Rule, Rules, apply, orthography};
///
/// let text = "او گفت : \"كتاب  علي\"  كجاست?بگو...";
/// let edits = orthography::edits(text, Rules::default());
/// assert_eq!(apply(text, &edits), "او گفت: «کتاب علی» کجاست؟ بگو…");
///
/// let edits = orthography::edits("چرا ?", Rules::default().without(Rule::Spacing));
/// assert_eq!(apply("چرا ?", &edits), "چرا ؟");
/// ```
pub fn edits(text: &str, rules: Rules) -> Vec<Edit> {
    let mut walk = Walk {
        text,
        rules,
        edits: Vec::new(),
        last: ' ',
        gap: 0,
        length: 0,
        persian: false,
        aside: false,
        depth: 0,
        close: None,
    };
    let mut tokens = tokens(text);
    while let Some(token) = tokens.next() {
        match token.kind {
            Kind::Space => walk.space(token),
            Kind::Punctuation => walk.mark(token, &mut tokens),
            _ => walk.word(token),
        }
    }
    walk.meet(text.len(), 1, false);
    walk.edits
}

/// What [`Walk::last`] is for the end of a word in the Arabic script, …
const PERSIAN: char = 'ب';
/// … of a number, …
const DIGIT: char = '5';
/// … of a word in another script and of all that is protected, …
const LATIN: char = 'a';
/// … and of what nothing is decided by.
const NOTHING: char = '_';

/// What may be written behind a quotation without a space.
const ENDINGS: &str = "ی ي ها های هاي هایی هایش ای اي ام ات اش اند ایم اید تر ترین";

/// What the text so far ends with, all edits made.
struct Walk<'a> {
    text: &'a str,
    rules: Rules,
    edits: Vec<Edit>,
    /// A space, a mark that belongs to what is beside it, or what stands for all else.
    last: char,
    /// How many spaces came last, of which the next token decides.
    gap: usize,
    /// The bytes of the last Persian word.
    length: usize,
    /// Whether the last word of the line is Persian, or a number in Persian digits.
    persian: bool,
    /// Whether the last bracket that opened has more in it than a part of a word.
    aside: bool,
    /// How many «» are open on the line.
    depth: i32,
    /// The quotation mark that is to become a », its other having become a «.
    close: Option<usize>,
}

impl<'a> Walk<'a> {
    fn edit(&mut self, start: usize, end: usize, to: &'static str, rule: Rule) {
        if self.rules.contains(rule) {
            self.edits.push(Edit { range: start..end, to, rule });
        }
    }

    /// The gap ends at `at`: as many as `most` of its spaces stay. Where there is none, one is made if it `parts`.
    fn meet(&mut self, at: usize, most: usize, parts: bool) {
        let gap = core::mem::take(&mut self.gap);
        let mut left = gap;
        if self.rules.contains(Rule::Spacing) {
            left = gap.min(most);
            if gap > left {
                self.edit(at - gap + left, at, "", Rule::Spacing);
            } else if gap == 0 && parts {
                self.edit(at, at, " ", Rule::Spacing);
                left = 1;
            }
        }
        if left > 0 {
            self.last = ' ';
        }
    }

    fn space(&mut self, token: Token<'_>) {
        let mut at = token.start;
        for c in token.text.chars() {
            if c == ' ' {
                self.gap += 1;
            } else {
                let is_end = c == '\n';
                self.meet(at, usize::from(!is_end), false);
                self.last = ' ';
                if is_end {
                    self.persian = false;
                    self.depth = 0;
                }
            }
            at += c.len_utf8();
        }
    }

    /// A word, a number, or something protected.
    fn word(&mut self, token: Token<'_>) {
        let Some(start) = self.ezafe(token) else { return self.stem(token) };
        match token.text.get(..start.saturating_sub(token.start)) {
            Some(stem) if !stem.is_empty() => self.stem(Token { text: stem, ..token }),
            _ => self.gap = 0,
        }
        self.edit(start, token.range().end, chars::HAMZA_ABOVE, Rule::Ezafe);
        self.length += chars::HAMZA_ABOVE.len();
    }

    /// The same without its ezafe.
    fn stem(&mut self, token: Token<'_>) {
        let class = match token.kind {
            Kind::Word(Script::Arabic) => PERSIAN,
            Kind::Number => DIGIT,
            _ => LATIN,
        };
        let most = match (self.last, class) {
            ('«', _) | ('(' | '[', PERSIAN | DIGIT) => 0,
            // Groups of a card's digits at two spaces are none; at one they are.
            (DIGIT | LATIN, DIGIT | LATIN) => self.gap,
            _ => 1,
        };
        let parts = class == PERSIAN
            && match self.last {
                '،' | '؛' | '؟' | '.' | ':' | '!' | '…' => true,
                '»' | ')' => (self.last == '»' || self.aside) && !has(ENDINGS, token.text),
                _ => false,
            };
        self.meet(token.start, most, parts);
        self.last = class;
        match class {
            PERSIAN => {
                self.length = token.text.len();
                self.persian = true;
                self.letters(token);
            }
            DIGIT => self.persian |= !token.text.is_ascii(),
            _ => self.persian = false,
        }
    }

    /// Where the ezafe of «خانه‌ی», or of «خانه ی» begins, if `token` ends with it or is it.
    fn ezafe(&self, token: Token<'_>) -> Option<usize> {
        let stem = token.text.strip_suffix(['ی', 'ي', 'ى']).filter(|_| self.rules.contains(Rule::Ezafe))?;
        let start = match stem.strip_suffix(chars::ZWNJ) {
            Some(stem) => token.start + stem.len(),
            None if stem.is_empty() && self.last == PERSIAN => token.start - self.gap,
            None => return None,
        };
        self.text.get(..start)?.ends_with('ه').then_some(start)
    }

    /// The letters of a Persian word.
    fn letters(&mut self, word: Token<'_>) {
        // Most words have nothing to mend.
        let plain = chars::span(word.text, |c| !matches!(c, 'ـ' | 'ك' | 'ى' | 'ي'));
        if plain == word.text.len() || chars::span(word.text, |c| !is_foreign(c)) < word.text.len() {
            return;
        }
        let mut last = ' ';
        // Where the last letter ends: between it and the next is nothing but stretching.
        let mut end = word.start;
        let mut at = word.start;
        for c in word.text.chars() {
            let start = at;
            at += c.len_utf8();
            if c == 'ـ' {
                continue;
            }
            if start > end && is_joining(last) && chars::is_arabic_letter(c) {
                self.edit(end, start, "", Rule::Kashida);
            }
            match c {
                'ك' => self.edit(start, at, "ک", Rule::Letters),
                'ي' | 'ى' => self.edit(start, at, "ی", Rule::Letters),
                _ => {}
            }
            last = c;
            end = at;
        }
    }

    fn mark(&mut self, token: Token<'_>, tokens: &mut Tokens<'_>) {
        let mut end = token.range().end;
        let mut rest = self.rest(end);
        // Dots in a row are one mark.
        let dots = if token.text == "." { chars::span(rest, |c| c == '.') } else { 0 };
        for dot in tokens.take(dots) {
            end = dot.range().end;
        }
        rest = rest.get(dots..).unwrap_or_default();

        let next = first(rest);
        let is_end = next.is_whitespace() || is_quote(next);

        let form = match first(token.text) {
            _ if self.close == Some(token.start) => Some(("»", Rule::Quotes)),
            '"' | '“' | '”' | '„' if self.opens(token, tokens) => Some(("«", Rule::Quotes)),
            ',' if self.persian || is_persian_ahead(rest) => Some(("،", Rule::Punctuation)),
            ';' if self.last == PERSIAN && (is_end || is_persian(next)) => Some(("؛", Rule::Punctuation)),
            '?' if self.persian => Some(("؟", Rule::Punctuation)),
            '.' if dots == 2 && (self.persian || is_persian_ahead(rest)) => Some(("…", Rule::Ellipsis)),
            _ => None,
        };
        let form = form.filter(|(_, rule)| self.rules.contains(*rule));
        let c = match form {
            Some((to, _)) => first(to),
            None if dots > 0 => NOTHING,
            None => first(token.text),
        };

        // »so« is left as it is.
        let is_paired = match c {
            '«' => self.depth >= 0,
            '»' => self.depth > 0,
            _ => true,
        };
        let hangs = is_paired && self.hangs(c, is_end, rest);
        let most = match (self.last, c) {
            ('«' | '(' | '[', '«' | '(') => 0,
            // Of «از … تا» and «از… تا» neither is wrong.
            _ => usize::from(!hangs || c == '…'),
        };
        let parts = match c {
            '«' => is_paired && matches!(self.last, PERSIAN | '،' | '؛' | ':'),
            '(' => {
                self.aside = is_aside(rest);
                self.aside && matches!(self.last, PERSIAN | '»')
            }
            _ => false,
        };
        self.meet(token.start, most, parts);

        if c == self.last && matches!(c, '،' | '؛' | '؟' | '!') && self.rules.contains(Rule::Doubled) {
            return self.edit(token.start, end, "", Rule::Doubled);
        }
        if let Some((to, rule)) = form {
            self.edit(token.start, end, to, rule);
        }
        match c {
            '«' => self.depth += 1,
            '»' => self.depth -= 1,
            _ => {}
        }
        let belongs = match c {
            // Not «:(», and not what an address could go on with.
            '«' | '(' | '[' => is_paired && matches!(self.last, ' ' | PERSIAN | '«' | '(' | '['),
            _ => hangs && self.last != ' ',
        };
        self.last = if belongs { c } else { NOTHING };
    }

    /// Whether the mark `c`, with `rest` behind it, belongs to what the text so far ends with, so that no space parts
    /// the two.
    fn hangs(&self, c: char, is_end: bool, rest: &str) -> bool {
        let on_mark = matches!(self.last, '!' | '؟' | '…' | '،' | '؛' | '.');
        let on_any = on_mark || matches!(self.last, PERSIAN | DIGIT | '»' | ')' | ']');
        match c {
            '،' | '؛' | '؟' | '»' | '…' => on_any || self.last == LATIN,
            ')' | ']' => on_any,
            '!' => on_any && (is_end || is_persian(first(rest)) || matches!(first(rest), '!' | '?' | '؟')),
            '.' | ':' => match self.last {
                PERSIAN if is_end => self.length > 2,
                // Between words of some length it ends a sentence; «بی.بی.سی» and «ه.ش» are one word each.
                PERSIAN => self.length > 4 && chars::persian_span(rest) > 2,
                '»' | ')' => is_end,
                _ => false,
            },
            _ => false,
        }
    }

    /// Whether the quotation mark `token` opens a pair; notes where that closes.
    fn opens(&mut self, token: Token<'_>, ahead: &Tokens<'_>) -> bool {
        if self.depth != 0 || self.gap == 0 && !matches!(self.last, ' ' | '(' | '[' | ':' | '،') {
            return false;
        }
        let mut persian = self.persian;
        let mut last = Kind::Space;
        for next in ahead.clone() {
            match next.kind {
                Kind::Space if next.text.bytes().any(|b| b == b'\n') => return false,
                Kind::Word(Script::Arabic) => persian = true,
                Kind::Punctuation if matches!(first(next.text), '«' | '»') => return false,
                // One of another length is a quotation in the quotation.
                Kind::Punctuation if is_quote(first(next.text)) && next.text.len() == token.text.len() => {
                    let is_pair =
                        last != Kind::Space && (persian || is_persian_ahead(self.rest(next.range().end)));
                    self.close = is_pair.then_some(next.start);
                    return is_pair;
                }
                _ => {}
            }
            last = next.kind;
        }
        false
    }

    /// The part of the text from `at` on.
    fn rest(&self, at: usize) -> &'a str {
        self.text.get(at..).unwrap_or_default()
    }
}

/// The first character of `text`; a space stands for none.
fn first(text: &str) -> char {
    text.chars().next().unwrap_or(' ')
}

/// A quotation mark. Those of other kinds may come to be « and », so that nothing may tell them apart from these.
fn is_quote(c: char) -> bool {
    matches!(c, '"' | '“' | '”' | '„' | '«' | '»')
}

/// Whether the first character of `rest` that is neither space nor Latin digit is a Persian letter or digit. What this
/// is asked for is not passed over, or the answers to a row of questions would take its square.
fn is_persian_ahead(rest: &str) -> bool {
    rest.chars().find(|c| !matches!(c, ' ' | '0'..='9')).is_some_and(is_persian)
}

/// A Persian letter or digit. The tatweel alone is neither.
fn is_persian(c: char) -> bool {
    !c.is_ascii() && (chars::is_arabic_letter(c) && c != 'ـ' || chars::is_digit(c))
}

/// Whether what follows a bracket is more than a part of the word before it: «کتاب(ها)», «پیامبر(ص)».
fn is_aside(rest: &str) -> bool {
    let (word, rest) = split(rest, chars::persian_span);
    let is_long = word.len() > 6 || !word.is_empty() && !split(rest, chars::persian_span).0.is_empty();
    is_long && !word.starts_with("ها")
}

/// A letter behind which the tatweel stretches; behind one that joins nothing it is a dash.
fn is_joining(c: char) -> bool {
    chars::is_arabic_letter(c) && !matches!(c, 'ء'..='إ' | 'ا' | 'ة' | 'د'..='ز' | 'و' | 'ژ')
}

/// What a Persian word has only if it is of another language: letters that neither Persian nor Arabic has, nor a
/// Persian text by mistake, and the vowel signs of Arabic but for that of «مثلاً».
fn is_foreign(c: char) -> bool {
    let is_sign = chars::is_vowel_sign(c) && c != chars::FATHATAN;
    is_sign
        || matches!(c, 'ٲ'..='ۓ' | 'ە') && !matches!(c, 'پ' | 'چ' | 'ژ' | 'ک' | 'گ' | 'ھ' | 'ۀ' | 'ہ' | 'ی')
}

#[cfg(test)]
mod tests;
