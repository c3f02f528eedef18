//! Numbers read from words, whoever wrote them.

use proptest::prelude::*;
use satr::text::number::{Decimal, ReadError, Unit, ordinal, read, read_ordinal, words};

use crate::articles::text;
use crate::number::decimal;

#[test]
fn words_and_digits_are_read_as_they_are_meant() {
    for (text, expected) in [
        ("صفر", "0"),
        ("پنج", "5"),
        ("بیست و پنج", "25"),
        ("بیست\u{200C}وپنج", "25"),
        ("بیست\u{200C}و\u{200C}پنج", "25"),
        ("بیستوپنج", "25"),
        ("هیجده", "18"),
        ("صد", "100"),
        ("یکصد", "100"),
        ("یک صد و یک", "101"),
        ("سیصد", "300"),
        ("سی صد", "300"),
        ("سی\u{200C}صد و سی", "330"),
        ("نه صد", "900"),
        ("ششصدوشصت\u{200C}وشش", "666"),
        ("هزار", "1000"),
        ("یک هزار", "1000"),
        ("یک میلیون و هزار", "1001000"),
        ("دوهزار و پانصد", "2500"),
        ("دو هزار پانصد", "2500"),
        ("۲۵ هزار و ۳۰۰", "25300"),
        ("25هزار", "25000"),
        ("٢ ميليون ٥٠٠ هزار", "2500000"),
        ("دوازده میلیون و ۵۰۰ هزار", "12500000"),
        ("يك ميليون و يكصد هزار", "1100000"),
        ("۳٫۵ میلیارد", "3500000000.0"),
        ("3.5 ملیارد", "3500000000.0"),
        ("۱٬۲۰۰ میلیارد", "1200000000000"),
        ("دو هزار و سیصد میلیارد", "2300000000000"),
        ("هزار میلیارد", "1000000000000"),
        ("۳٫۵ هزار میلیارد", "3500000000000.0"),
        ("یک هزار تریلیون و دو", "1000000000000002"),
        ("دو و نیم", "2.5"),
        ("۲ و نیم", "2.5"),
        ("نیم", "0.5"),
        ("یک و نیم میلیون", "1500000.0"),
        ("دو و نیم میلیون", "2500000"),
        ("دو هزار و نیم", "2500"),
        ("دو میلیون و نیم", "2500000"),
        ("۲ میلیون و نیم", "2500000"),
        ("دو\u{200C}میلیون\u{200C}ونیم", "2500000"),
        ("دو میلیون و سیصد هزار و نیم", "2300500"),
        ("سه میلیارد و نیم", "3500000000"),
        ("یک تریلیون و نیم", "1500000000000"),
        ("دو هزار میلیارد و نیم", "2000500000000"),
        ("یک میلیون و دو و نیم", "1000002.5"),
        ("منفی دوازده", "-12"),
        ("-۳٫۵ میلیون", "-3500000.0"),
        ("منفی صفر", "0"),
        ("سه ممیز چهارده صدم", "3.14"),
        ("صفر ممیز ده هزارم", "0.010"),
        ("صفر ممیز پنج ده هزارم", "0.0005"),
        ("صفر ممیز پنج ده\u{200C}هزارم", "0.0005"),
        ("صفر ممیز صد و ده هزارم", "0.110"),
        ("صفر ممیز یک میلیونیم", "0.000001"),
        ("۳ ممیز ۵ دهم", "3.5"),
        ("۱۲،۵۰۰", "12500"),
        (" ۱٬۲۳۴ ", "1234"),
        ("پَنج", "5"),
    ] {
        let number = read(text).unwrap_or_else(|error| panic!("{text}: {error}"));
        assert_eq!(number.normalized(), decimal(expected).normalized(), "{text}");
    }
}

#[test]
fn what_is_no_number_says_where_and_why() {
    use ReadError::{And, Billion, Empty, Figure, Number, Order, Ordinal, Part, TooLong, Word};
    type Error = fn(usize) -> ReadError;
    let word: Error = |at| Word { at };
    let figure: Error = |at| Figure { at };
    let billion: Error = |at| Billion { at };
    let and: Error = |at| And { at };
    let order: Error = |at| Order { at };
    let number: Error = |at| Number { at };
    let part: Error = |at| Part { at };
    let ordinal: Error = |at| Ordinal { at };
    // What is read without fault, what is wrong, and from where on.
    for (before, error, from) in [
        ("", word, "سیب"),
        ("پنج ", word, "سیب"),
        ("", word, "five"),
        ("۱۲", word, "٪"),
        ("پنج ", word, "منفی"),
        ("", figure, "1398/05/23 هزار"),
        ("یک ", billion, "بیلیون"),
        ("بیست ", and, "پنج"),
        ("پنج ", and, "۵"),
        ("یک میلیون ", order, "میلیارد"),
        ("پنج و ", order, "بیست"),
        ("صد و ", order, "دویست"),
        ("بیست و ", order, "دوازده"),
        ("بیست و ", order, "صفر"),
        ("هزار و ", order, "۲۵۰۰"),
        ("هزار ", order, "هزار"),
        ("پنج میلیون و یک ", order, "میلیارد"),
        ("دو میلیون و ۲۵۰۰ ", order, "هزار"),
        ("۲٫۵ و ", order, "یک"),
        ("دو میلیون و نیم و ", order, "یک"),
        ("پنج و ", order, "هزار"),
        ("سه ممیز دوازده ", order, "دهم"),
        ("", number, "و پنج"),
        ("پنج و", number, ""),
        ("پنج و ", number, "و شش"),
        ("", number, "میلیون"),
        ("صفر ", number, "هزار"),
        ("هزار و ", number, "میلیون"),
        ("منفی", number, ""),
        (" \u{200C}", number, ""),
        ("", number, "ممیز پنج دهم"),
        ("سه ممیز", part, ""),
        ("سه ممیز ", part, "پنج"),
        ("سه ممیز پنج ", part, "هفتم"),
        ("", ordinal, "پنجم"),
    ] {
        assert_eq!(read(&format!("{before}{from}")), Err(error(before.len())), "{before:?} {from:?}");
    }
    assert_eq!(read(""), Err(Empty));
    assert_eq!(read(&format!("{} تریلیون", "۹".repeat(30))), Err(TooLong));
    assert_eq!(And { at: 9 }.to_string(), "expected «و» between two numbers, found none, at byte 9");
}

#[test]
fn ordinals_are_read_in_every_spelling() {
    for (text, expected) in [
        ("اول", 1),
        ("اوّل", 1),
        ("اولین", 1),
        ("نخست", 1),
        ("نخستين", 1),
        ("یکم", 1),
        ("سوم", 3),
        ("سومین", 3),
        ("بیست و سوم", 23),
        ("بیستوسومین", 23),
        ("سی\u{200C}ام", 30),
        ("سی\u{200C}اُم", 30),
        ("سی ام", 30),
        ("صد و بیستم", 120),
        ("هزار و سیصد و نود و هشتم", 1_398),
        ("۲۳م", 23),
        ("۳۰\u{200C}اُم", 30),
    ] {
        assert_eq!(read_ordinal(text), Ok(expected), "{text}");
    }
    assert_eq!(read_ordinal(""), Err(ReadError::Empty));
    assert_eq!(read_ordinal("م"), Err(ReadError::Number { at: 0 }));
    assert_eq!(read_ordinal("بیست"), Err(ReadError::Cardinal { at: 0 }));
    assert_eq!(read_ordinal("۲٫۵م"), Err(ReadError::Cardinal { at: 6 }));
    assert_eq!(read_ordinal("پنجم و ششم"), Err(ReadError::Ordinal { at: 0 }));
}

/// What there are words for.
fn tellable() -> impl Strategy<Value = Decimal> {
    ("-?[0-9]{1,18}", "(\\.[0-9]{1,14})?")
        .prop_map(|(integer, fraction)| decimal(&format!("{integer}{fraction}")))
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_told_is_read_back_however_it_is_written(number in tellable()) {
        let told = words(number, Unit::None).unwrap();
        prop_assert_eq!(read(&told), Ok(number), "{}", &told);
        prop_assert_eq!(read(&told.replace('\u{200C}', " ")), Ok(number), "{}", &told);
        prop_assert_eq!(read(&told.replace('ی', "ي").replace('ک', "ك")), Ok(number));
        prop_assert_eq!(read(&told.replace(" و ", "\u{200C}و\u{200C}")), Ok(number));
    }

    #[test]
    fn whole_numbers_are_read_without_a_space(number in 0_u64..10_u64.pow(18)) {
        let told = words(number.into(), Unit::None).unwrap();
        prop_assert_eq!(read(&told.replace(' ', "")), Ok(number.into()), "{}", &told);
    }

    #[test]
    fn ordinals_are_read_back(number in prop_oneof![0_u64..2_000, 0..10_u64.pow(18)]) {
        let told = ordinal(number).unwrap();
        prop_assert_eq!(read_ordinal(&told), Ok(number), "{}", &told);
        prop_assert_eq!(read_ordinal(&told.replace('\u{200C}', "")), Ok(number), "{}", &told);
        let without_ending = told.strip_suffix('م').unwrap_or(&told);
        prop_assert!(read_ordinal(without_ending).is_err() || told == "اول");
    }

    #[test]
    fn any_text_is_read_or_refused(text in text(), words in "[سیصدهزارمنفویکتلا ۰-۹٫,و\u{200C}-]{0,20}") {
        for text in [text.as_str(), words.as_str()] {
            let number = read(text);
            if let Ok(number) = number {
                prop_assert_eq!(number.to_string().parse(), Ok(number));
            }
            if let Err(error) = number {
                prop_assert!(!error.to_string().is_empty());
            }
            let _ = (read_ordinal(text), text.parse::<Decimal>());
        }
    }
}

#[test]
fn long_texts_take_their_length() {
    for unit in ["و", "هزار ", "یک و ", "۱ ", "ممیز ", "میلیون", "م", "سی صد ", "1,234,", "منفی"]
    {
        let text = unit.repeat(100_000 / unit.len());
        assert!(read(&text).is_err(), "{unit}");
        assert!(read_ordinal(&text).is_err(), "{unit}");
    }
}
