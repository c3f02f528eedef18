//! Given → expected, a half-space shown as a bar.

use alloc::string::String;

use super::super::apply;
use super::*;

const BYTES: &[u8] = include_bytes!("../../../lexicon/satr.zwnj");

fn mended(text: &str, rules: Rules, lexicon: Option<&Lexicon<'_>>) -> String {
    let text = text.replace('|', chars::ZWNJ_TEXT);
    apply(&text, &edits(&text, rules, lexicon)).replace(chars::ZWNJ, "|")
}

/// By the lexicon and by the rules alone.
fn check(table: &[(&str, &str)]) {
    check_by_lexicon(table);
    check_by_rules(table);
}

fn check_by_lexicon(table: &[(&str, &str)]) {
    check_with(Rules::default(), table);
}

fn check_with(rules: Rules, table: &[(&str, &str)]) {
    let lexicon = Lexicon::new(BYTES).unwrap();
    for (given, expected) in table {
        assert_eq!(mended(given, rules, Some(&lexicon)), *expected, "{given}, by the lexicon");
        assert_eq!(mended(expected, rules, Some(&lexicon)), *expected, "{expected}, once more");
    }
}

fn check_by_rules(table: &[(&str, &str)]) {
    for (given, expected) in table {
        assert_eq!(mended(given, Rules::default(), None), *expected, "{given}, by rules");
        assert_eq!(mended(expected, Rules::default(), None), *expected, "{expected}, once more");
    }
}

#[test]
fn prefixes_of_verbs() {
    check(&[
        ("میرود", "می|رود"),
        ("می رود", "می|رود"),
        ("او نمیتواند", "او نمی|تواند"),
        ("آنان نمیتوانند برگردند", "آنان نمی|توانند برگردند"),
        ("آنان نمی توانند برگردند", "آنان نمی|توانند برگردند"),
        ("به خانه برمیگردد", "به خانه برمی|گردد"),
        ("به خانه برمی گردد", "به خانه برمی|گردد"),
        ("می خواسته اند", "می|خواسته|اند"),
    ]);
    check_by_rules(&[("همی گفت", "همی|گفت"), ("میدانها", "میدان|ها"), ("می دانست", "می|دانست")]);
}

#[test]
fn plurals() {
    check(&[
        ("کتابهایش", "کتاب|هایش"),
        ("کتاب هایش", "کتاب|هایش"),
        ("کمبود های مالی", "کمبودهای مالی"),
        ("سختی ها و راحتی ها", "سختی|ها و راحتی|ها"),
        ("سازمانها", "سازمان|ها"),
        ("این حوزههای فرهنگی", "این حوزه|های فرهنگی"),
        ("کتابِها", "کتابِ|ها"),
    ]);
}

#[test]
fn endings() {
    check(&[
        ("آنان رفتهاند", "آنان رفته|اند"),
        ("آنان رفته اند", "آنان رفته|اند"),
        ("بزرگ ترین شهر", "بزرگ|ترین شهر"),
        ("کوچکترین شهر", "کوچک|ترین شهر"),
        ("مهم تر از همه", "مهم|تر از همه"),
    ]);
    check_by_lexicon(&[
        ("در یک خانهای که دیدیم", "در یک خانه|ای که دیدیم"),
        ("او نامهای از تهران نوشت", "او نامه|ای از تهران نوشت"),
        ("نامهای بزرگ", "نام|های بزرگ"),
    ]);
}

#[test]
fn compounds() {
    check_by_lexicon(&[
        ("سازمان مردمنهاد", "سازمان مردم|نهاد"),
        ("سازمانهای مردمنهاد", "سازمان|های مردم|نهاد"),
        ("محیطزیست", "محیط|زیست"),
        ("سرمایهگذاری", "سرمایه|گذاری"),
        ("سرمایه گذاری", "سرمایه|گذاری"),
        ("پیش بینی", "پیش|بینی"),
        ("بین المللی", "بین|المللی"),
    ]);
    // Nobody can know them by rule.
    check_by_rules(&[("مردمنهاد", "مردمنهاد"), ("پیش بینی", "پیش بینی")]);
}

#[test]
fn what_looks_like_an_ending_and_is_none() {
    let words = "دولتمردان دانشمندان سیاست تنها تنهایی شهادت میلیون میدان میان بندر پیشنهاد بها انتها اشتها رها دختر دفتر \
        بهتر بهترین بیشتر نمایش نمیر می نمی ها";
    for word in words.split(' ').filter(|word| !word.is_empty()) {
        check(&[(word, word)]);
    }
}

#[test]
fn what_is_written_in_two_ways_stays_or_goes_as_asked() {
    check(&[
        ("آنها آمدند", "آنها آمدند"),
        ("گفته شده است", "گفته شده است"),
        ("به عنوان نمونه", "به عنوان نمونه"),
    ]);
    let with = |rule| Rules::default().with(rule);
    check_with(with(Rule::Pronoun), &[("آنها و اینها آمدند", "آن|ها و این|ها آمدند")]);
    check_with(with(Rule::Perfect), &[("گفته شده است", "گفته شده|است"), ("او است", "او است")]);
    check_with(with(Rule::Adverb), &[("به عنوان نمونه", "به|عنوان نمونه"), ("به خانه", "به خانه")]);
}

#[test]
fn each_rule_can_be_off() {
    for (rule, given) in [
        (Rule::Prefix, "میرود"),
        (Rule::Prefix, "می رود"),
        (Rule::Plural, "کتابها"),
        (Rule::Plural, "کتاب ها"),
        (Rule::Ending, "رفتهاند"),
        (Rule::Compound, "مردمنهاد"),
        (Rule::SplitCompound, "پیش بینی"),
    ] {
        let lexicon = Lexicon::new(BYTES).unwrap();
        let asked = Rules::default().without(rule);
        assert_eq!(mended(given, asked, Some(&lexicon)), given, "{rule:?}");
        let found = edits(given, Rules::default(), Some(&lexicon));
        assert_eq!(found.iter().map(|edit| edit.rule).collect::<Vec<_>>(), [rule], "{given}");
    }
}

#[test]
fn what_has_its_half_spaces_or_is_no_prose_stays() {
    check(&[
        ("کتاب|هایش را می|خواند", "کتاب|هایش را می|خواند"),
        ("`میرود` https://a.ir/کتابها", "`میرود` https://a.ir/کتابها"),
        ("می، رود", "می، رود"),
        ("می\nرود", "می\nرود"),
        ("کتاب «ها»", "کتاب «ها»"),
        ("خانهٔ ها", "خانهٔ ها"),
        ("خانه|ی ما", "خانه|ی ما"),
        ("", ""),
        ("|", "|"),
        ("ـ", "ـ"),
    ]);
}

#[test]
fn two_words_become_one_only_if_it_is_whole() {
    // Seen as one word, «توانندهای» would be read as «تواننده‌ای».
    check_by_lexicon(&[("توانند های", "توانند های"), ("دولتمرد ها", "دولتمردها")]);
}

#[test]
fn a_word_that_is_too_long_stays() {
    let long = ["کتاب"; 9].concat();
    check(&[(&*[&*long, "ها"].concat(), &*[&*long, "ها"].concat())]);
    // Its vowel signs do not count.
    let vowels = ["\u{64E}"; 150].concat();
    check(&[(&*["ک", &*vowels, "تابها"].concat(), &*["ک", &*vowels, "تاب|ها"].concat())]);
}

#[test]
fn only_the_whole_of_a_lexicon_is_one() {
    assert!(Lexicon::new(BYTES).is_ok());
    let mut newer = BYTES.to_vec();
    newer[3] += 1;
    let mut huge = BYTES.to_vec();
    huge[4] = 25;
    for bytes in [
        &[][..],
        &BYTES[..4],
        &BYTES[..10],
        &BYTES[..BYTES.len() - 1],
        &[BYTES, &[0]].concat(),
        &newer,
        &huge,
        &[0; 98_314],
    ] {
        assert_eq!(Lexicon::new(bytes).err(), Some(LexiconError), "{} bytes", bytes.len());
    }
}

#[test]
fn short_words_are_known_by_name() {
    let letters = |word: &str| word.chars().map(|c| letter(c).unwrap()).collect::<Vec<_>>();
    const LIST: &[word::Short] = word::words!("می اینهایی ها");
    for (text, is_in) in
        [("می", true), ("اینهایی", true), ("ها", true), ("م", false), ("", false), ("اینهاییم", false)]
    {
        assert_eq!(word::is_one_of(LIST, &letters(text)), is_in, "{text}");
    }
    // Its letter has the last byte of the «ه» of «ها», and is of another block.
    assert!(!word::is_one_of(LIST, &[0x747, 0x627]));
    let without = |text: &str, ending| word::without(&letters(text), ending).map(<[u16]>::len);
    assert_eq!(without("کتابها", LIST[2]), Some(4));
    assert_eq!(without("ها", LIST[2]), Some(0));
    assert_eq!(without("ا", LIST[2]), None);
    assert_eq!(without("کتاب", LIST[2]), None);
}
