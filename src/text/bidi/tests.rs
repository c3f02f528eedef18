use alloc::string::String;
use alloc::vec::Vec;

use super::*;
use crate::text::token::mixed;
use proptest::prelude::*;

/// The text with its runs marked: `[…]` from left to right, `{…}` from right to left.
fn marked(text: &str, ranges: Ranges) -> String {
    let isolated = isolate(text, ranges);
    let mut ends = Vec::new();
    let mark = |c| match c {
        chars::LRI => {
            ends.push(']');
            '['
        }
        chars::RLI => {
            ends.push('}');
            '{'
        }
        chars::PDI => ends.pop().unwrap_or('?'),
        c => c,
    };
    isolated.chars().map(mark).collect()
}

const RUNS: &[(&str, &str)] = &[
    // Nothing to do.
    ("", ""),
    ("باران از صبح آغاز شد، و «هنوز» می\u{200C}بارد.", "باران از صبح آغاز شد، و «هنوز» می\u{200C}بارد."),
    ("در ۲۳ مرداد ۱۳۹۸، ۱۲:۰۰", "در ۲۳ مرداد ۱۳۹۸، ۱۲:۰۰"),
    ("روز ۱۳۹۸/۰۵/۲۳ و 1398/05/23", "روز ۱۳۹۸/۰۵/۲۳ و 1398/05/23"),
    ("بهای ۱٬۲۳۴٫۵ و 2.5 و ۲/۵", "بهای ۱٬۲۳۴٫۵ و 2.5 و ۲/۵"),
    ("شرکت Apple و iPhone 15 Pro آمد", "شرکت Apple و iPhone 15 Pro آمد"),
    ("کووید COVID-19 و F-35 و 5G و H2O و 3.11.7 بود", "کووید COVID-19 و F-35 و 5G و H2O و 3.11.7 بود"),
    (
        "نشانی https://a.ir/x?y=1 و info@a.ir و 192.168.1.1 است",
        "نشانی https://a.ir/x?y=1 و info@a.ir و 192.168.1.1 است",
    ),
    ("سازمان World Health Organization (WHO) گفت", "سازمان World Health Organization (WHO) گفت"),
    ("کرونا-۱۹ و #ایران_۱۳۹۸ و 1\u{FE0F}\u{20E3}", "کرونا-۱۹ و #ایران_۱۳۹۸ و 1\u{FE0F}\u{20E3}"),
    ("او گفت Wow! و رفت.", "او گفت Wow! و رفت."),
    // Numbers.
    ("روز ۱۳۹۸-۰۵-۲۳ بود", "روز [۱۳۹۸-۰۵-۲۳] بود"),
    ("در 2019-08-14T07:30:00Z.", "در [2019-08-14T07:30:00Z]."),
    ("تلفن ۰۲۱-۸۸۷۷۶۶۵۵،", "تلفن [۰۲۱-۸۸۷۷۶۶۵۵]،"),
    ("تلفن ۰۲۱ ۸۸۷۷ ۶۶۵۵ و ۰۹۱۲۱۲۳۴۵۶۷ ۲ نفر", "تلفن [۰۲۱ ۸۸۷۷ ۶۶۵۵] و ۰۹۱۲۱۲۳۴۵۶۷ ۲ نفر"),
    ("(+98 21 8877-6655)", "([+98 21 8877-6655])"),
    ("تلفن (۰۲۱) ۸۸۷۷۶۶۵۵ است", "تلفن [(۰۲۱) ۸۸۷۷۶۶۵۵] است"),
    ("+989121234567", "[+989121234567]"),
    ("۸۸۷۷-۶۶۵۵", "[۸۸۷۷-۶۶۵۵]"),
    ("دمای -۵ و −۵ و ±۲ و +۳", "دمای [-۵] و [−۵] و [±۲] و [+۳]"),
    ("۱۲٪ و 12% و ٪۱۲ و ۲٫۵٪", "[۱۲٪] و [12%] و [٪۱۲] و [۲٫۵٪]"),
    ("بهای $100 و 100$ و -$5 و €۵", "بهای [$100] و [100$] و [-$5] و [€۵]"),
    ("دمای ۲۵°C و ۲۵° و ۱۸+ سال", "دمای [۲۵°C] و [۲۵°] و ۱۸+ سال"),
    ("ترکیب ۴-۳-۳", "ترکیب [۴-۳-۳]"),
    ("بازی ۲-۱ شد", "بازی {۲[-]۱} شد"),
    ("۱۰-۱۵٪", "{۱۰[-]۱۵٪}"),
    ("از ۱۲:۳۰-۱۳:۴۵ تا 1398-1399", "از {۱۲:۳۰[-]۱۳:۴۵} تا {1398[-]1399}"),
    ("گروه ۵+۱", "گروه {۵[+]۱}"),
    ("کارت 6037-9911-1234-5678 و ۱۲:٣٠", "کارت [6037-9911-1234-5678] و [۱۲:[٣٠]]"),
    // What belongs to a left-to-right world.
    ("زبان C++ و C# و Notepad++، F#.", "زبان [C++] و [C#] و [Notepad++]، [F#]."),
    ("کاربر @user_1 و #Iran و a.ir/x/", "کاربر [@user_1] و [#Iran] و [a.ir/x/]"),
    (
        "https://a.ir/راه/۱ و `x = 1` و $x^2$ و \\frac{1}{2} و ::1",
        "[https://a.ir/راه/۱] و [`x = 1`] و [$x^2$] و [\\frac{1}{2}] و [::1]",
    ),
    ("COVID-١٩ و ٢٫٥٪", "[COVID-[١٩]] و [[٢]٫[٥]٪]"),
    ("10.1007/s00146-020-00950-y", "[10.1007/s00146-020-00950-y]"),
    // Latin words and their neighbours.
    ("Twitter، Facebook و Google", "[Twitter]، Facebook و Google"),
    ("C++، Twitter «Rust» (Go) را", "[C++]، [Twitter] «[Rust]» (Go) را"),
    ("Windows ۱۰ و Apple، ۱۲ میلیون و MP۳", "[Windows] ۱۰ و [Apple]، ۱۲ میلیون و MP۳"),
    ("نسخهٔ iPhone ۱۵ Pro و Foo (۱۲) و Foo (فو)", "نسخهٔ iPhone ۱۵ Pro و [Foo] (۱۲) و Foo (فو)"),
    ("Arsenal 2-1 Chelsea و Apple، 12", "Arsenal 2-1 Chelsea و [Apple]، 12"),
    ("World (W) ۱۲", "[World (W)] ۱۲"),
    ("Foo ۱۲٪ رشد و Bar 12% رشد و Baz 2-1", "Foo [۱۲٪] رشد و Bar [12%] رشد و Baz {2[-]1}"),
    ("کتاب «Rust in Action!» و (Yahoo!) خوب", "کتاب «[Rust in Action!]» و ([Yahoo!]) خوب"),
    ("Hello, world!\nسلام Twitter.\nTwitter.", "[Hello, world!]\nسلام Twitter.\n[Twitter.]"),
    ("שלום، Москва، Рим", "שלום، [Москва]، Рим"),
    ("فرمول $x^2\n+ 1$ و $\\\n0$", "فرمول $x^2\n+ 1$ و $\\\n0$"),
    // Isolates of the data's own are not cut.
    ("\u{2067}C++\u{2069}، Go", "{[C++]}، Go"),
];

#[test]
fn runs_that_need_it_are_isolated_and_no_others() {
    let came: Vec<_> = RUNS.iter().map(|(text, _)| marked(text, Ranges::Rtl)).collect();
    let wrong: Vec<_> = came.iter().zip(RUNS).filter(|(came, (_, expected))| came != expected).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn ranges_go_the_way_that_is_asked_for() {
    assert_eq!(marked("از ۲-۱ تا ۱۰-۱۵٪", Ranges::Ltr), "از [۲-۱] تا [۱۰-۱۵٪]");
}

/// Anything that could make a look ahead or back be taken again and again.
#[test]
fn long_runs_of_anything_are_read_through() {
    for unit in
        ["a (", "a ۱-۲ ", "+1", "-1 ", "0 ", "012 ", "+", "$", "a، ", "a! ", "۲-", "12%", "%", "a+", "(0"]
    {
        let text = unit.repeat(100_000 / unit.len());
        assert!(runs(&text, Ranges::Rtl).len() <= text.len(), "{unit:?}");
    }
}

proptest! {
    #[test]
    fn runs_ascend_nest_and_stay_in_their_line(text in mixed()) {
        let mut open: Vec<Range<usize>> = Vec::new();
        let mut last = 0;
        for Run { range, .. } in runs(&text, Ranges::Rtl) {
            prop_assert!(range.start >= last && !range.is_empty());
            last = range.start;
            prop_assert!(!text[range.clone()].contains('\n'));
            open.retain(|outer| outer.end > range.start);
            prop_assert!(open.iter().all(|outer| range.end <= outer.end && *outer != range), "{:?}", range);
            open.push(range);
        }
    }

    #[test]
    fn isolates_change_nothing_else(text in mixed()) {
        let isolated = isolate(&text, Ranges::Rtl);
        let without = |text: &str| text.replace([chars::LRI, chars::RLI, chars::PDI], "");
        prop_assert_eq!(without(&isolated), without(&text));
    }
}
