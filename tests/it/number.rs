//! Numbers shown and told, held against what others say of them.

use proptest::prelude::*;
use satr::text::digits::Numerals;
use satr::text::number::{
    Decimal, DecimalError, Notation, Style, Unit, WordsError, format, ordinal, rials_to_tomans,
    tomans_to_rials, words,
};

pub(crate) fn decimal(text: &str) -> Decimal {
    text.parse().unwrap_or_else(|error| panic!("{text:?}: {error}"))
}

const PLAIN: Style = Style {
    notation: Notation::Standard,
    unit: Unit::None,
    grouping: true,
    fraction: None,
    numerals: Numerals::Persian,
};
const COMPACT: Style = Style { notation: Notation::Compact, ..PLAIN };

/// What `new Intl.NumberFormat("fa", options).format(number)` gives in Node 20 with ICU 78.2, CLDR 48. Compact is its
/// short form, with the no-break space before the magnitude as a space; units are its long form.
const CLDR: &[(&str, Style, &str)] = &[
    ("0", PLAIN, "۰"),
    ("1234", PLAIN, "۱٬۲۳۴"),
    ("1234567.891", PLAIN, "۱٬۲۳۴٬۵۶۷٫۸۹۱"),
    ("-5", PLAIN, "\u{200E}−۵"),
    ("-1234.5", PLAIN, "\u{200E}−۱٬۲۳۴٫۵"),
    ("12345678901234567890.123", PLAIN, "۱۲٬۳۴۵٬۶۷۸٬۹۰۱٬۲۳۴٬۵۶۷٬۸۹۰٫۱۲۳"),
    // Of 0.125, 12 and -0.5, as `style: "percent"` counts.
    ("12.5", Style { unit: Unit::Percent, ..PLAIN }, "۱۲٫۵٪"),
    ("1200", Style { unit: Unit::Percent, ..PLAIN }, "۱٬۲۰۰٪"),
    ("-50", Style { unit: Unit::Percent, ..PLAIN }, "\u{200E}−۵۰٪"),
    ("0", COMPACT, "۰"),
    ("0.5", COMPACT, "۰٫۵"),
    ("12.34", COMPACT, "۱۲"),
    ("999", COMPACT, "۹۹۹"),
    ("999.9", COMPACT, "۱ هزار"),
    ("1000", COMPACT, "۱ هزار"),
    ("1050", COMPACT, "۱٫۱ هزار"),
    ("1200", COMPACT, "۱٫۲ هزار"),
    ("1250", COMPACT, "۱٫۳ هزار"),
    ("1950", COMPACT, "۲ هزار"),
    ("-1200", COMPACT, "\u{200E}−۱٫۲ هزار"),
    ("12345", COMPACT, "۱۲ هزار"),
    ("99950", COMPACT, "۱۰۰ هزار"),
    ("123456", COMPACT, "۱۲۳ هزار"),
    ("999499", COMPACT, "۹۹۹ هزار"),
    ("999500", COMPACT, "۱ میلیون"),
    ("1250000", COMPACT, "۱٫۳ میلیون"),
    ("12500000", COMPACT, "۱۳ میلیون"),
    ("123456789", COMPACT, "۱۲۳ میلیون"),
    ("999999999", COMPACT, "۱ میلیارد"),
    ("12300000000", COMPACT, "۱۲ میلیارد"),
    ("1200000000000", COMPACT, "۱٫۲ تریلیون"),
    ("123000000000000", COMPACT, "۱۲۳ تریلیون"),
    ("10000000000000000", COMPACT, "۱۰٬۰۰۰ تریلیون"),
    ("12.5", Style { unit: Unit::Byte, ..PLAIN }, "۱۲٫۵ بایت"),
    ("1000", Style { unit: Unit::Byte, ..COMPACT }, "۱ کیلوبایت"),
    ("1000000", Style { unit: Unit::Byte, ..COMPACT }, "۱ مگابایت"),
    ("1000000000", Style { unit: Unit::Byte, ..COMPACT }, "۱ گیگابایت"),
    ("1000000000000", Style { unit: Unit::Byte, ..COMPACT }, "۱ ترابایت"),
    ("1000000000000000", Style { unit: Unit::Byte, ..COMPACT }, "۱ پتابایت"),
];

#[test]
fn numbers_are_shown_as_cldr_shows_them() {
    for (number, style, expected) in CLDR {
        assert_eq!(format(decimal(number), *style), *expected, "{number}");
    }
}

#[test]
fn styles_combine() {
    let price = decimal("1234500.75");
    for (style, expected) in [
        (Style { fraction: Some(0), ..PLAIN }, "۱٬۲۳۴٬۵۰۱"),
        (Style { fraction: Some(5), ..PLAIN }, "۱٬۲۳۴٬۵۰۰٫۷۵"),
        (Style { grouping: false, ..PLAIN }, "۱۲۳۴۵۰۰٫۷۵"),
        (Style { numerals: Numerals::Latin, unit: Unit::Percent, ..PLAIN }, "1,234,500.75%"),
        (Style { numerals: Numerals::Keep, ..PLAIN }, "۱٬۲۳۴٬۵۰۰٫۷۵"),
        (Style { unit: Unit::Percent, ..COMPACT }, "۱٫۲ میلیون درصد"),
        (Style { unit: Unit::Rial, fraction: Some(3), ..COMPACT }, "۱٫۲۳۵ میلیون ریال"),
        (Style { unit: Unit::Toman, numerals: Numerals::Latin, ..COMPACT }, "1.2 میلیون تومان"),
    ] {
        assert_eq!(format(price, style), expected);
    }
    assert_eq!(format(decimal("-0.4"), Style { fraction: Some(0), ..PLAIN }), "۰", "zero has no sign");
    assert_eq!(format(decimal("1.995"), Style { fraction: Some(2), ..PLAIN }), "۲");
    assert_eq!(format(decimal("0.0123"), COMPACT), "۰٫۰۱۲");
}

#[test]
fn a_number_too_long_for_one_is_refused_and_the_longest_is_shown() {
    let longest = "9".repeat(38);
    let shown = format(decimal(&longest), Style { grouping: false, ..PLAIN });
    assert_eq!(shown, "۹".repeat(38));
    assert_eq!("9".repeat(39).parse::<Decimal>(), Err(DecimalError::TooLong));
    assert_eq!(format!("0.{}", "0".repeat(39)).parse::<Decimal>(), Err(DecimalError::TooLong));
    assert_eq!(tomans_to_rials(decimal(&longest)), None);
    assert_eq!(
        rials_to_tomans(decimal(&longest)).map(|it| it.to_string()),
        Some(format!("{}.9", "9".repeat(37)))
    );
    assert_eq!(format(decimal(&longest), COMPACT).chars().rev().take(7).collect::<String>(), "نویلیرت");
}

/// The words of a whole number, found by another way: digit by digit over its decimal text, from tables of its own.
fn spelled(number: u64) -> String {
    const PLACES: [[&str; 10]; 3] = [
        ["", "صد", "دویست", "سیصد", "چهارصد", "پانصد", "ششصد", "هفتصد", "هشتصد", "نهصد"],
        ["", "", "بیست", "سی", "چهل", "پنجاه", "شصت", "هفتاد", "هشتاد", "نود"],
        ["", "یک", "دو", "سه", "چهار", "پنج", "شش", "هفت", "هشت", "نه"],
    ];
    const TEENS: [&str; 10] =
        ["ده", "یازده", "دوازده", "سیزده", "چهارده", "پانزده", "شانزده", "هفده", "هجده", "نوزده"];
    const GROUPS: [&str; 5] = ["", "هزار", "میلیون", "میلیارد", "تریلیون"];
    if number == 0 {
        return "صفر".to_owned();
    }
    let text = format!("{number:015}");
    let mut said = Vec::new();
    for (group, name) in text.as_bytes().chunks(3).zip(GROUPS.iter().rev()) {
        let digit = |at: usize| usize::from(group[at] - b'0');
        let mut words = vec![PLACES[0][digit(0)]];
        if digit(1) == 1 {
            words.push(TEENS[digit(2)]);
        } else {
            words.extend([PLACES[1][digit(1)], PLACES[2][digit(2)]]);
        }
        words.retain(|word| !word.is_empty());
        match (words.join(" و "), *name) {
            (words, _) if words.is_empty() => {}
            (words, "هزار") if words == "یک" => said.push("هزار".to_owned()),
            (words, name) => said.push(format!("{words} {name}").trim().to_owned()),
        }
    }
    said.join(" و ")
}

#[test]
fn whole_numbers_are_told_as_another_speller_tells_them() {
    let few = (0..=20_000).chain((0..15).flat_map(|power| {
        let power = 10_u64.pow(power);
        [power - 1, power, power + 1, 2 * power, 9 * power, 11 * power / 10]
    }));
    for number in few {
        assert_eq!(words(number.into(), Unit::None), Ok(spelled(number)));
    }
    assert_eq!(words(10_u64.pow(15).into(), Unit::None), Ok("هزار تریلیون".to_owned()));
    let most = words((10_u64.pow(18) - 1).into(), Unit::None);
    assert!(
        most.is_ok_and(|words| words.starts_with("نهصد و نود و نه هزار و نهصد و نود و نه تریلیون و نهصد"))
    );
    assert_eq!(words(10_u64.pow(18).into(), Unit::None), Err(WordsError::TooLarge));
}

#[test]
fn fractions_are_told_by_their_parts() {
    for (number, expected) in [
        ("0.5", "صفر ممیز پنج دهم"),
        ("12.50", "دوازده ممیز پنجاه صدم"),
        ("1.000", "یک ممیز صفر هزارم"),
        ("-2.0007", "منفی دو ممیز هفت ده\u{200C}هزارم"),
        ("0.00012", "صفر ممیز دوازده صدهزارم"),
        ("0.000001", "صفر ممیز یک میلیونم"),
        ("0.00000000000001", "صفر ممیز یک صدتریلیونم"),
    ] {
        assert_eq!(words(decimal(number), Unit::None).as_deref(), Ok(expected));
    }
    assert_eq!(words(decimal("0.000000000000001"), Unit::None), Err(WordsError::TooFine));
    assert_eq!(words(decimal("12.5"), Unit::Percent).as_deref(), Ok("دوازده ممیز پنج دهم درصد"));
    assert_eq!(words(decimal("-3"), Unit::Rial).as_deref(), Ok("منفی سه ریال"));
}

#[test]
fn ordinals_follow_the_academy() {
    for (number, expected) in [
        (0, "صفرم"),
        (1, "اول"),
        (2, "دوم"),
        (3, "سوم"),
        (10, "دهم"),
        (13, "سیزدهم"),
        (20, "بیستم"),
        (21, "بیست\u{200C}ویکم"),
        (33, "سی\u{200C}وسوم"),
        (42, "چهل\u{200C}ودوم"),
        (75, "هفتادوپنجم"),
        (101, "صد و یکم"),
        (103, "صد و سوم"),
        (130, "صد و سی\u{200C}ام"),
        (1_000, "هزارم"),
        (2_000_000, "دو میلیونم"),
    ] {
        assert_eq!(ordinal(number).as_deref(), Ok(expected));
    }
}

#[test]
fn decimals_say_what_is_wrong_and_where() {
    let digit = |at, found| DecimalError::Digit { at, found };
    for (text, error) in [
        ("", digit(0, None)),
        ("  ", digit(0, None)),
        ("-", digit(1, None)),
        ("۱٫", digit(4, None)),
        (".5", digit(0, Some('.'))),
        ("12 3", digit(2, Some(' '))),
        ("--1", digit(1, Some('-'))),
        ("1398/05/23", digit(7, Some('/'))),
        ("1.234,5", digit(5, Some(','))),
        ("1e", digit(2, None)),
        ("1ex", digit(2, Some('x'))),
        ("1,5", DecimalError::Group { at: 3 }),
        ("1234,567", DecimalError::Group { at: 4 }),
        ("1,23.5", DecimalError::Group { at: 4 }),
        ("1,,234", digit(2, Some(','))),
        ("1e99", DecimalError::TooLong),
    ] {
        assert_eq!(text.parse::<Decimal>(), Err(error), "{text:?}");
    }
    assert_eq!(digit(2, Some('x')).to_string(), "expected a digit at byte 2, found 'x'");
}

#[test]
fn decimals_are_read_from_any_hand() {
    for (text, expected) in [
        (" \u{200E}−۱٬۲۳۴٫۵۰ ", "-1234.50"),
        ("+۱۲", "12"),
        ("-0.00", "0.00"),
        ("۱۲،۵۰۰", "12500"),
        ("٣/٥", "3.5"),
        ("۳؍۵", "3.5"),
        ("1٢۳", "123"),
        ("007", "7"),
        ("1.5e3", "1500"),
        ("1e-7", "0.0000001"),
        ("12E-1", "1.2"),
    ] {
        assert_eq!(decimal(text).to_string(), expected);
    }
}

pub(crate) fn any_decimal() -> impl Strategy<Value = Decimal> {
    ("-?[0-9]{1,24}", "(\\.[0-9]{1,14})?")
        .prop_map(|(integer, fraction)| decimal(&format!("{integer}{fraction}")))
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_shown_is_read_back(number in any_decimal(), grouping: bool, latin: bool) {
        let numerals = if latin { Numerals::Latin } else { Numerals::Persian };
        prop_assert_eq!(format(number, Style { grouping, numerals, ..PLAIN }).parse(), Ok(number));
        prop_assert_eq!(number.to_string().parse(), Ok(number));
    }

    #[test]
    fn rounding_is_nearest_and_compact_is_short(number in any_decimal(), places in 0_u8..6) {
        let shown = decimal(&format(number, Style { fraction: Some(places), ..PLAIN }));
        let exact: f64 = number.to_string().parse().unwrap();
        let rounded: f64 = shown.to_string().parse().unwrap();
        let half = 0.5 / 10_f64.powi(places.into());
        prop_assert!((exact - rounded).abs() <= half + exact.abs() * 1e-15, "{exact} {rounded}");
        let compact = format(number, COMPACT);
        let digits = compact.chars().filter(|c| ('۰'..='۹').contains(c)).count();
        let is_small = exact.abs() < 1.0;
        prop_assert!(digits <= 3 || is_small || exact.abs() >= 999.5e12, "{compact}");
    }

    #[test]
    fn tomans_and_rials_go_both_ways(number in any_decimal()) {
        let tomans = rials_to_tomans(number).unwrap();
        let rials = tomans_to_rials(tomans).unwrap();
        prop_assert_eq!(rials.to_string().parse::<f64>(), number.to_string().parse::<f64>());
    }

    #[test]
    fn whole_numbers_are_told_alike(number in 0_u64..10_u64.pow(15)) {
        prop_assert_eq!(words(number.into(), Unit::None), Ok(spelled(number)));
    }
}
