use super::super::token;
use super::*;
use proptest::prelude::*;

fn persian(text: &str) -> Cow<'_, str> {
    convert(text, Numerals::Persian)
}

#[test]
fn numbers_follow_the_persian_around_them() {
    for (given, expected) in [
        ("12", "۱۲"),
        ("در 1398/05/23، ساعت 12:30:45", "در ۱۳۹۸/۰۵/۲۳، ساعت ۱۲:۳۰:۴۵"),
        ("١٢٣ و 456 و ۷۸۹", "۱۲۳ و ۴۵۶ و ۷۸۹"),
        ("1,234.5 تومان (12.5%)", "۱٬۲۳۴٫۵ تومان (۱۲٫۵٪)"),
        ("سال1398م", "سال۱۳۹۸م"),
        ("کووید-19", "کووید-۱۹"),
        ("Windows 10 آمد", "Windows ۱۰ آمد"),
        ("آمدن 10 Windows", "آمدن ۱۰ Windows"),
        ("در Rome, 2019 Reuters نوشت", "در Rome, ۲۰۱۹ Reuters نوشت"),
        ("از BBC. 12 CNN نوشت", "از BBC. ۱۲ CNN نوشت"),
        ("از BBC  12 CNN نوشت", "از BBC  ۱۲ CNN نوشت"),
        ("به a.ir 12 b.ir رفت", "به a.ir ۱۲ b.ir رفت"),
        ("گوشی iPhone ١٥ Pro", "گوشی iPhone ۱۵ Pro"),
    ] {
        assert_eq!(persian(given), expected);
    }
}

#[test]
fn names_keep_theirs() {
    for text in [
        "گوشی iPhone 15 Pro آمد",
        "گوشی Galaxy-S 21 - 22",
        "مدل Pro 15 16-17 Max و",
        "پخش MP3 320 kbps است",
        "گوشی iPhone\u{A0}15\u{A0}Pro است",
        "Published on 12 May 2020.",
        "متن https://a.ir/12 و COVID-19 و 3.11.7",
    ] {
        let expected = text.replace("21 - 22", "۲۱ - ۲۲");
        assert_eq!(persian(text), expected);
    }
}

#[test]
fn the_signs_of_a_quantity_go_with_its_digits() {
    for (given, expected) in [
        ("1,234,567.89", "۱٬۲۳۴٬۵۶۷٫۸۹"),
        ("۱,۲۳۴ و ١٬٢٣٤", "۱٬۲۳۴ و ۱٬۲۳۴"),
        ("مبلغ 12,500 تومان", "مبلغ ۱۲٬۵۰۰ تومان"),
        ("12.5%", "۱۲٫۵٪"),
        ("۱۲.۵٪", "۱۲٫۵٪"),
        ("۱۲%", "۱۲٪"),
        ("۱۲ % و", "۱۲ ٪ و"),
        ("10-12.5%", "۱۰-۱۲٫۵٪"),
        ("1,000-2,000", "۱٬۰۰۰-۲٬۰۰۰"),
        ("3.5 میلیون و 2.5 درصدی", "۳٫۵ میلیون و ۲٫۵ درصدی"),
        ("2.123 میلیون تومان، 2.12 دلار", "۲٫۱۲۳ میلیون تومان، ۲٫۱۲ دلار"),
        (
            "2.5 الی 3.5 درصد، 2.5 و 3.5 درصد، 1.5 یا 2.5 متر",
            "۲٫۵ الی ۳٫۵ درصد، ۲٫۵ و ۳٫۵ درصد، ۱٫۵ یا ۲٫۵ متر",
        ),
        ("12.5درصد 2.5  درصد 3.5\u{200C}میلیون", "۱۲٫۵درصد ۲٫۵  درصد ۳٫۵\u{200C}میلیون"),
        ("2.5\u{A0}متر 2.5تا3.5متر 2.5  %", "۲٫۵\u{A0}متر ۲٫۵تا۳٫۵متر ۲٫۵  ٪"),
        (
            "2.5 کیلو، 2.5 سانتی\u{200C}متر، 2.5 سانت، 2.5 میلی",
            "۲٫۵ کیلو، ۲٫۵ سانتی\u{200C}متر، ۲٫۵ سانت، ۲٫۵ میلی",
        ),
        ("0.5 میلی\u{200C}لیتر، 0.5 میلیلیتر، 1.5 گرمی", "۰٫۵ میلی\u{200C}لیتر، ۰٫۵ میلیلیتر، ۱٫۵ گرمی"),
        ("2.5 هکتار، 1.2 بشکه، 1.5 مگاوات، 2.5 همت", "۲٫۵ هکتار، ۱٫۲ بشکه، ۱٫۵ مگاوات، ۲٫۵ همت"),
        ("6.7 اینچ، 2.5 بار", "۶٫۷ اینچ، ۲٫۵ بار"),
        ("%12.5 رشد و ٪۱۲.۵", "٪۱۲٫۵ رشد و ٪۱۲٫۵"),
        ("سال 1398 %12.5 و 5%12.5", "سال ۱۳۹۸ ٪۱۲٫۵ و ۵٪۱۲.۵"),
        (
            "101,102,104 و 12,013 و 101,102.5 و 101,102 تومان",
            "۱۰۱٬۱۰۲٬۱۰۴ و ۱۲٬۰۱۳ و ۱۰۱٬۱۰۲٫۵ و ۱۰۱٬۱۰۲ تومان",
        ),
        ("1234.567 ریال، 1,234.567 ریال", "۱۲۳۴٫۵۶۷ ریال، ۱٬۲۳۴٫۵۶۷ ریال"),
        ("از 2.5 به 3.5 درصد، 2.5 تا 12%", "از ۲٫۵ به ۳٫۵ درصد، ۲٫۵ تا ۱۲٪"),
    ] {
        assert_eq!(persian(given), expected);
        assert_eq!(convert(expected, Numerals::Latin), values(given), "{given}");
    }
}

#[test]
fn other_signs_stay() {
    for (given, expected) in [
        ("1398/05/23 در 12:30:45", "۱۳۹۸/۰۵/۲۳ در ۱۲:۳۰:۴۵"),
        ("2-1 و ۲/۵ و 2,5", "۲-۱ و ۲/۵ و ۲,۵"),
        ("ماده 12.3 و ۱۲.۳ قانون", "ماده ۱۲.۳ و ۱۲.۳ قانون"),
        ("10.000 تومان", "۱۰.۰۰۰ تومان"),
        (
            "قیمت 5.500 تا 10.500 ریالی، 125.000-130.000 دلار",
            "قیمت ۵.۵۰۰ تا ۱۰.۵۰۰ ریالی، ۱۲۵.۰۰۰-۱۳۰.۰۰۰ دلار",
        ),
        ("ماده 12.3 یا 12.4 قانون، 12.3 وزن", "ماده ۱۲.۳ یا ۱۲.۴ قانون، ۱۲.۳ وزن"),
        ("صفحات 101,102,103 و ۹۹۹,۱۰۰۰", "صفحات ۱۰۱,۱۰۲,۱۰۳ و ۹۹۹,۱۰۰۰"),
        ("صفحات 101,102 تا 110,111", "صفحات ۱۰۱,۱۰۲ تا ۱۱۰,۱۱۱"),
        ("ماده 12.3 و 5 درصد", "ماده ۱۲.۳ و ۵ درصد"),
        ("بند ۳.۱۱.۷ درصد", "بند ۳.۱۱.۷ درصد"),
        ("1,23,456 و 1234,567 و 1,234,5", "۱,۲۳,۴۵۶ و ۱۲۳۴,۵۶۷ و ۱,۲۳۴,۵"),
        ("1.234,5%", "۱.۲۳۴,۵٪"),
        ("رشد % 12.5 بود", "رشد % ۱۲.۵ بود"),
        ("پایان 5. میلیون", "پایان ۵. میلیون"),
        ("خرید iPhone 1,234 Pro", "خرید iPhone 1,234 Pro"),
        ("Up %12.5 of 1,234", "Up %12.5 of 1,234"),
        ("Up 12.5% of 1,234", "Up 12.5% of 1,234"),
    ] {
        assert_eq!(persian(given), expected);
    }
}

/// Looking at what follows a number must not read the text again and again.
#[test]
fn long_texts_take_their_length() {
    for unit in [
        "1 تا ",
        "1,",
        "12.5 به 1",
        "1%",
        "%1",
        "1-",
        "1,234",
        "1 میلیون",
        "1\u{200C}",
        "1.5 و ",
        " ",
        "a 1 ",
    ] {
        let text = unit.repeat(200_000 / unit.len());
        for numerals in [Numerals::Persian, Numerals::Latin] {
            assert_eq!(values(&convert(&text, numerals)), values(&text), "{unit:?}");
        }
    }
}

#[test]
fn a_line_is_judged_alone() {
    assert_eq!(persian("Room 12\nاتاق 12\nRoom 12\n12"), "Room 12\nاتاق ۱۲\nRoom 12\n۱۲");
}

#[test]
fn latin_takes_both_other_scripts_and_keep_none() {
    assert_eq!(convert("۱۲ و ٣٤ و https://a.ir/۵", Numerals::Latin), "12 و 34 و https://a.ir/۵");
    assert_eq!(convert("٪۱۲٫۵ رشد", Numerals::Latin), "%12.5 رشد");
    assert_eq!(convert("۱۲ و ٣٤ و 56", Numerals::Keep), "۱۲ و ٣٤ و 56");
    assert!(matches!(convert("۱۲ سلام", Numerals::Persian), Cow::Borrowed(_)));
}

#[test]
fn numerals_have_names() {
    assert_eq!("latin".parse(), Ok(Numerals::Latin));
    assert_eq!("persian".parse(), Ok(Numerals::default()));
    assert_eq!("keep".parse(), Ok(Numerals::Keep));
    assert_eq!("Latin".parse::<Numerals>(), Err(NumeralsError));
}

fn any_numerals() -> impl Strategy<Value = Numerals> {
    prop_oneof![Just(Numerals::Persian), Just(Numerals::Latin), Just(Numerals::Keep)]
}

/// The text with every digit and sign, of any script, told by its value alone.
fn values(text: &str) -> String {
    let value = |c| Numerals::Latin.replace(c).or_else(|| Numerals::Latin.replace_sign(c));
    text.chars().map(|c| value(c).and_then(|it| it.chars().next()).unwrap_or(c)).collect()
}

/// Text with more numbers in it than there are in most.
fn counted() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => "[0-9۰-۹٠-٩]{1,3}",
        3 => "[,.٬٫%٪ \u{A0}\u{200C}-]",
        1 => proptest::sample::select(vec![" تا ", " به ", " و ", "یا", " درصد", "تومان", " میلیون ", " iPhone "]).prop_map(str::to_owned),
        1 => token::mixed(),
    ];
    proptest::collection::vec(piece, 0..16).prop_map(|pieces| pieces.concat())
}

fn any_text() -> impl Strategy<Value = String> {
    prop_oneof![token::mixed(), counted()]
}

proptest! {
    #[test]
    fn twice_is_once(text in any_text(), numerals in any_numerals()) {
        let once = convert(&text, numerals);
        prop_assert_eq!(convert(&once, numerals), once.as_ref());
    }

    #[test]
    fn only_digits_and_signs_change_and_never_in_value(text in any_text(), numerals in any_numerals()) {
        prop_assert_eq!(values(&convert(&text, numerals)), values(&text));
        prop_assert_eq!(values(&all(&text, numerals)), values(&text));
    }

    #[test]
    fn edits_ascend_and_leave_protected_tokens(text in any_text(), numerals in any_numerals()) {
        let edits = edits(&text, numerals);
        prop_assert!(edits.windows(2).all(|pair| pair[0].range.end <= pair[1].range.start));
        for token in tokens(&text).filter(|token| token.kind == Kind::Protected) {
            prop_assert!(edits.iter().all(|edit| edit.range.end <= token.start || edit.range.start >= token.range().end));
        }
    }

    #[test]
    fn no_arabic_indic_digit_is_left_in_the_open(text in any_text()) {
        for token in tokens(&persian(&text)).filter(|token| token.kind == Kind::Number) {
            prop_assert!(!token.text.contains(|c| chars::is_digit(c) && ('٠'..='٩').contains(&c)));
        }
    }
}
