use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;

use super::super::apply;
use super::super::token::{Kind, Script, mixed, tokens};
use super::*;
use proptest::prelude::*;

fn with(text: &str, rules: Rules) -> Cow<'_, str> {
    apply(text, &edits(text, rules))
}

fn polish(text: &str) -> Cow<'_, str> {
    with(text, Rules::default())
}

fn check(table: &[(&str, &str)]) {
    for (given, expected) in table {
        assert_eq!(polish(given), *expected, "{given:?}");
        assert!(edits(expected, Rules::default()).is_empty(), "{expected:?}");
    }
}

fn check_kept(table: &[&str]) {
    for text in table {
        assert_eq!(polish(text), *text);
    }
}

#[test]
fn letters_of_arabic_keyboards_become_persian() {
    check(&[
        ("كتاب علي", "کتاب علی"),
        ("ي) يك", "ی) یک"),
        ("موسى و عيسى", "موسی و عیسی"),
        ("دايرة\u{200C}المعارف", "دایرة\u{200C}المعارف"),
        ("كتاب من، مثلاً كاملاً", "کتاب من، مثلاً کاملاً"),
        ("به كوردی: ڕووداو ي", "به کوردی: ڕووداو ی"),
    ]);
    check_kept(&[
        "فِي كِتَابٍ مَكْنُونٍ",
        "إِنَّ ٱللَّهَ عَلَىٰ كُلِّ شَيءٍ",
        "ھەولێر لە كوردستانەكەی",
        "وہ کہاں ہیں",
        "معلّم و مكّه",
        "دایرة\u{200C}المعارف و خانۀ ما",
        "ښي ټولنيز",
        "https://a.ir/علي/كتاب `كتاب`",
    ]);
}

#[test]
fn stretching_inside_a_word_goes() {
    check(&[("ســلام بـه هـمـه", "سلام به همه"), ("خـــدا", "خدا")]);
    check_kept(&[
        "هـ.ش و ۱۳۹۸ هـ",
        "تهران ـ قم",
        "مشهدـقم",
        "ـ سلام",
        "ٱلرَّحْمَـٰنِ و سَـلام",
        "می\u{200C}ـرود",
        "https://a.ir/سـلام",
    ]);
}

#[test]
fn one_space_stands_where_one_belongs() {
    check(&[
        ("یک   دو", "یک دو"),
        ("یک  \nدو \n سه", "یک\nدو\n سه"),
        ("  یک  ", " یک "),
        ("سلام ، خوبی ؟ بله !", "سلام، خوبی؟ بله!"),
        ("سلام ،خوبی؟بله!آری؛نه", "سلام، خوبی؟ بله! آری؛ نه"),
        ("( سلام ) « خوبی » [ ۱۲ ]", "(سلام) «خوبی» [۱۲]"),
        ("گفت:«سلام»و رفت", "گفت: «سلام» و رفت"),
        ("گفت : سلام", "گفت: سلام"),
        ("«رفت .» و \"آمد !\"", "«رفت.» و «آمد!»"),
        ("گفت :سلام", "گفت: سلام"),
        ("نوشته.دیگر", "نوشته. دیگر"),
        ("نوشته .دیگر", "نوشته. دیگر"),
        ("برنامه«نود»", "برنامه «نود»"),
        ("تهران(پایتخت ایران)است", "تهران (پایتخت ایران) است"),
        ("سلام…خوبی", "سلام… خوبی"),
        ("از iPhone ، و a.ir ، و", "از iPhone، و a.ir، و"),
        ("« iPhone » آمد", "«iPhone» آمد"),
        ("سلام ! ! !", "سلام!"),
        ("( «سلام» )", "(«سلام»)"),
        ("کتاب( جلد اول )", "کتاب (جلد اول)"),
        ("«سلام»(نام فیلم)", "«سلام» (نام فیلم)"),
    ]);
    check_kept(&[
        "از … تا … و",
        "…و رفت",
        "۱۲:۳۰ و ۵.۳ و ۱/۲ و ۱۲ : ۳۰",
        "بی.بی.سی و ه.ش و ق.م و م.ب",
        "ه . ش",
        "سال ۱۳۹۸ . بعد",
        "امام(ره)در",
        "پارکینگ،2خوابه؛iPhone",
        "گفت»سلام« و »خوبی« ،« است",
        "(نا)امید و کتاب(ها)ی ما و پیامبر(ص) و کتاب(هایشان)",
        "«کتاب»ها و «کتاب»\u{200C}ها و «کتاب»ی",
        "سلام :) و :( و ;) و :D",
        "با .NET و فایل .txt و c( x ) و f(a, b)",
        "یک\u{A0}\u{A0}دو\t\tسه",
        "یک / دو و سه – چهار",
        "Hello  world 2  3",
        "978  964 311 234 5",
        "[ ] انجام شد",
        "۱،۲ و iPhone،iPad",
        "https://a.ir/( سلام",
        "۱.متن",
        ". . . .",
    ]);
}

#[test]
fn latin_marks_beside_persian_become_persian() {
    check(&[
        ("سلام, خوبی?", "سلام، خوبی؟"),
        ("سلام,خوبی;بله", "سلام، خوبی؛ بله"),
        ("iPhone, آیفون, iPad", "iPhone، آیفون، iPad"),
        ("«سلام», «خوبی»?", "«سلام»، «خوبی»؟"),
        ("سال 2019, و 12, 13 نفر", "سال 2019، و 12، 13 نفر"),
        ("۱, ۲", "۱، ۲"),
        ("چرا?!", "چرا؟!"),
        ("(چرا?)", "(چرا؟)"),
    ]);
    check_kept(&[
        "گوشی iPhone, iPad آمد",
        "What is this? سلام",
        "1,234 نفر در 12:30",
        "سلام&nbsp;خوبی&#8204;بد",
        "چشمک ;) و ;-)",
        "به https://a.ir/?q=1;b,c رفت",
        "Hello, world; why?",
    ]);
}

#[test]
fn quotation_marks_pair_on_their_line() {
    check(&[
        ("او گفت \"سلام\" و رفت", "او گفت «سلام» و رفت"),
        ("او گفت “سلام” و ”سلام“ و „سلام“", "او گفت «سلام» و «سلام» و «سلام»"),
        ("شرکت \"Apple\" و \"Google\" است", "شرکت «Apple» و «Google» است"),
        ("\"Apple\" گفت", "«Apple» گفت"),
        ("گفت:\"سلام\"و", "گفت: «سلام» و"),
        ("سلام \"یک\" و \"دو", "سلام «یک» و \"دو"),
        ("\"سال ۱۳۹۸\"", "«سال ۱۳۹۸»"),
        ("\"یک “دو” سه\"", "«یک “دو” سه»"),
        ("\"یک\"\nدو \"سه", "«یک»\nدو \"سه"),
        ("\"كتاب\"ها", "«کتاب»ها"),
    ]);
    check_kept(&[
        "او گفت \"سلام و رفت",
        "مانیتور 24\" و 27\" آمد",
        "«او گفت \"سلام\" و رفت»",
        "\"او «سلام» گفت\"",
        "او» گفت “سلام“",
        "گفت:\" سلام \"",
        "He said \"hello\".",
        "<a href=\"سلام\">متن</a>",
        "`\"سلام\"` و \"\" و",
        "سلام\" خوبی \"رفت",
        "print \"hello\"",
        "don't ‘سلام’ 'سلام'",
    ]);
}

#[test]
fn dots_and_doubles() {
    check(&[
        ("سلام...", "سلام…"),
        ("سلام...خوبی", "سلام… خوبی"),
        ("...و رفت", "…و رفت"),
        ("«...» و (...)", "«...» و (…)"),
        ("سلام،، خوبی؟؟ بله!!! آری؛؛", "سلام، خوبی؟ بله! آری؛"),
        ("چرا??", "چرا؟"),
        ("چرا؟؟!!", "چرا؟!"),
        ("سلام ، ، خوبی", "سلام، خوبی"),
    ]);
    check_kept(&["سلام.. و سلام.... و فصل ........ ۱۲", "wait... what", "چرا؟!؟! چرا!؟", "Hello!!", "»» و ««"]);
}

#[test]
fn the_ezafe_is_written_if_asked_for() {
    let rules = Rules::default().with(Rule::Ezafe);
    for (given, expected) in [
        ("خانه\u{200C}ی ما", "خانه\u{654} ما"),
        ("خانه ی  ما", "خانه\u{654} ما"),
        ("خانه\u{200C}ي «ما»", "خانه\u{654} «ما»"),
        ("همه ى ۱۲ نفر", "همه\u{654} ۱۲ نفر"),
        ("«كوچه  ی  ما» ه\u{200C}ی", "«کوچه\u{654} ما» ه\u{654}"),
    ] {
        assert_eq!(with(given, rules), expected);
        assert_eq!(polish(given), given.replace(['ي', 'ى'], "ی").replace('ك', "ک").replace("  ", " "));
    }
    for text in [
        "خانه\u{200C}ای ما",
        "خانه ی\u{200C}شان بود",
        "خانه\tی ما",
        "خانه، ی",
        "پای ما و ی",
        "https://a.ir/راه ی",
    ] {
        assert_eq!(with(text, rules), text);
    }
}

#[test]
fn each_edit_tells_its_rule() {
    let rules: Vec<_> = edits("ك , ــ \"ســ\"", Rules::default()).iter().map(|edit| edit.rule).collect();
    assert_eq!(rules, [Rule::Letters, Rule::Spacing, Rule::Punctuation, Rule::Quotes, Rule::Quotes]);
}

/// Text made of what the rules look for, and of what they must look out for.
fn nasty() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        6 => "[ا-هكيىکیہھ]{1,5}",
        4 => "[ \n«»()\\[\\]\"“”„،؛؟,;?.:!…ـ]{1,4}",
        3 => " {1,2}[.،؛؟:!»)(«]{0,2}",
        2 => proptest::sample::select(vec![
            "...", "\"", " ی ", "خانه", "\u{200C}ی", "ه ی ", "ێ", "ں", "َ", "\u{200C}", "\u{A0}", "\t", "هـ.ش", "&nbsp;",
            ":)", "a", "iPhone", "https://a.ir/x", "a.ir/(", "$x", "`", "\\(", "\\)", "[", "@a", "$", "ها", "که",
        ]).prop_map(str::to_owned),
        1 => "[0-9۰-۹]{1,3}",
        1 => any::<String>(),
    ];
    proptest::collection::vec(piece, 0..14).prop_map(|pieces| pieces.concat())
}

fn any_text() -> impl Strategy<Value = String> {
    prop_oneof![3 => nasty(), 1 => mixed()]
}

fn any_rules() -> impl Strategy<Value = Rules> {
    proptest::bits::u32::masked((1 << Rule::ALL.len()) - 1).prop_map(|bits| {
        let off = Rule::ALL.into_iter().filter(|rule| bits & 1 << *rule as u32 == 0);
        off.fold(Rules::default().with(Rule::Ezafe), Rules::without)
    })
}

fn protected(text: &str) -> Vec<&str> {
    tokens(text).filter(|t| t.kind == Kind::Protected).map(|t| t.text).collect()
}

/// Letters as they are when spelt in Persian, without the tatweel.
fn letters(text: &str) -> String {
    let twin = |c| match c {
        'ك' => 'ک',
        'ي' | 'ى' => 'ی',
        c => c,
    };
    text.chars().filter(|c| c.is_alphanumeric() && *c != 'ـ').map(twin).collect()
}

fn count_words(text: &str) -> usize {
    tokens(text).filter(|t| matches!(t.kind, Kind::Word(Script::Arabic | Script::Latin))).count()
}

proptest! {
    #[test]
    fn polishing_twice_is_polishing_once(text in any_text(), rules in any_rules()) {
        let once = with(&text, rules);
        prop_assert_eq!(edits(&once, rules), [], "{:?} → {:?}", text, once);
    }

    #[test]
    fn only_rules_that_are_on_edit(text in any_text(), rules in any_rules()) {
        let edits = edits(&text, rules);
        prop_assert!(edits.iter().all(|edit| rules.contains(edit.rule)), "{:?}", edits);
        prop_assert!(edits.iter().all(|edit| edit.to.chars().count() <= 1));
        prop_assert!(edits.windows(2).all(|pair| pair[0].range.end <= pair[1].range.start), "{:?}", edits);
        prop_assert!(edits.iter().all(|edit| text.get(edit.range.clone()).is_some_and(|old| old != edit.to)));
    }

    #[test]
    fn what_is_protected_and_all_letters_stay(text in any_text()) {
        let polished = polish(&text);
        prop_assert_eq!(protected(&polished), protected(&text), "{:?} → {:?}", text, polished);
        prop_assert_eq!(letters(&polished), letters(&text));
        prop_assert_eq!(count_words(&polished), count_words(&text));
    }
}
