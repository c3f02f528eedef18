//! The lines of the counted words in, words with the parts of their best spelling out.

use std::collections::{BTreeMap, BTreeSet};

use satr::text::zwnj::{joins, letter};

use crate::verbs;

/// A word and what was counted of it.
pub(crate) struct Word {
    /// Its letters, without vowel signs.
    pub(crate) letters: Vec<u16>,
    /// After how many letters a half-space can be seen in its most frequent spelling, ascending.
    pub(crate) cuts: Vec<usize>,
    /// How often that spelling was met.
    pub(crate) best: f32,
    /// How often the word was met in any.
    pub(crate) all: f32,
}

impl Word {
    /// The parts between its half-spaces.
    pub(crate) fn parts(&self) -> impl DoubleEndedIterator<Item = &[u16]> {
        let starts = [0].into_iter().chain(self.cuts.iter().copied());
        let ends = self.cuts.iter().copied().chain([self.letters.len()]);
        let bounds: Vec<_> = starts.zip(ends).collect();
        bounds.into_iter().map(|(start, end)| self.letters.get(start..end).unwrap_or_default())
    }
}

/// Reads the words; a line that begins with `#` says something about them. What is not written in Persian letters is
/// left out. Where the house has a spelling of its own, it stands for the counted one.
pub(crate) fn read(text: &str) -> Result<Vec<Word>, String> {
    let house: BTreeMap<&str, &str> = lines(HOUSE).filter_map(|(line, _)| line.split_once('\t')).collect();
    let mut words = Vec::new();
    let mut counted = BTreeSet::new();
    for (line, number) in lines(text) {
        let wrong = || format!("line {number}: expected a word, a spelling and two counts, found {line:?}");
        let (word, spelling, best, all) = fields(line).ok_or_else(wrong)?;
        if !house.contains_key(word) {
            words.extend(Word::new(spelling, best, all));
        }
        counted.insert(word);
    }
    // A set, as some verbs share forms.
    let stems = lines(VERBS).filter_map(|(line, _)| line.split_once('\t'));
    let forms: BTreeSet<String> = stems.flat_map(|(present, past)| verbs::forms(present, past)).collect();
    let is_new = |form: &&String| !counted.contains(&*form.replace('\u{200C}', ""));
    words.extend(forms.iter().filter(is_new).filter_map(|form| Word::new(form, SELDOM, SELDOM)));
    words.extend(house.values().filter_map(|spelling| Word::new(spelling, WELL_KNOWN, WELL_KNOWN)));
    let names: Vec<&str> = lines(NAMES).map(|(line, _)| line).collect();
    for father in &names {
        let sons = names.iter().map(|son| format!("{son}\u{200C}بن\u{200C}{father}"));
        words.extend(sons.filter_map(|name| Word::new(&name, SELDOM, SELDOM)));
    }
    Ok(words)
}

const HOUSE: &str = include_str!("../data/house.tsv");
const VERBS: &str = include_str!("../data/verbs.txt");
const NAMES: &str = include_str!("../data/names.txt");

/// Counts of what was not counted.
const WELL_KNOWN: f32 = 1000.0;
const SELDOM: f32 = 100.0;

fn lines(text: &str) -> impl Iterator<Item = (&str, usize)> {
    text.lines().zip(1..).filter(|(line, _)| !line.starts_with('#'))
}

fn fields(line: &str) -> Option<(&str, &str, f32, f32)> {
    let mut fields = line.split('\t');
    Some((fields.next()?, fields.next()?, fields.next()?.parse().ok()?, fields.next()?.parse().ok()?))
}

impl Word {
    /// A word in this spelling, if it is of Persian letters alone.
    fn new(spelling: &str, best: f32, all: f32) -> Option<Self> {
        let mut word = Self { letters: Vec::new(), cuts: Vec::new(), best, all };
        for c in spelling.chars() {
            match c {
                '\u{200C}' => {
                    let is_seen = word.letters.last().is_some_and(|last| joins(*last));
                    if is_seen && word.cuts.last() != Some(&word.letters.len()) {
                        word.cuts.push(word.letters.len());
                    }
                }
                '\u{640}' | '\u{64B}'..='\u{65F}' | '\u{670}' => {}
                _ => word.letters.push(letter(c)?),
            }
        }
        if word.cuts.last() == Some(&word.letters.len()) {
            word.cuts.pop();
        }
        (!word.letters.is_empty()).then_some(word)
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test may unwrap: that is how it fails")]
mod tests {
    use super::*;

    /// The parts of a word, parted by bars.
    fn shown(word: &Word) -> String {
        let text = |part: &[u16]| String::from_utf16(part).unwrap();
        word.parts().map(text).collect::<Vec<_>>().join("|")
    }

    #[test]
    fn half_spaces_that_are_seen_part_a_word() {
        for (spelling, parts) in [
            ("می\u{200C}روند", "می|روند"),
            ("كتاب\u{200C}هاي", "کتاب|های"),
            ("کار\u{200C}ها", "کارها"),
            ("\u{200C}خانه\u{200C}\u{200C}ای\u{200C}", "خانه|ای"),
            ("خانهٔ", "خانه"),
            ("جواب", "جواب"),
        ] {
            assert_eq!(shown(&Word::new(spelling, 1.0, 1.0).unwrap()), parts);
        }
        assert!(Word::new("H2O", 1.0, 1.0).is_none() && Word::new("\u{64B}", 1.0, 1.0).is_none());
    }

    #[test]
    fn the_house_has_the_last_word() {
        let words =
            read("# counted\nدولتمردان\tدولت\u{200C}مردان\t673\t1120\nمیرود\tمی\u{200C}رود\t5\t5\n").unwrap();
        let spelt: Vec<_> = words.iter().map(shown).collect();
        assert_eq!(spelt.first().map(String::as_str), Some("می|رود"));
        assert!(spelt.contains(&"دولتمردان".into()) && !spelt.contains(&"دولت|مردان".into()));
        assert!(spelt.contains(&"عبدالله|بن|عباس".into()));
        assert!(read("میرود\tمی رود\tfive\t5").err().unwrap().starts_with("line 1: expected a word"));
    }
}
