//! Lost half-spaces: the laws of setting text, a page that lost its own, and words that marks and links cut.

use std::path::Path;
use std::sync::LazyLock;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use satr::article::{self, Article};
use satr::import::{Format, import};
use satr::options::Options;
use satr::text::digits::Numerals;
use satr::text::token::{Kind, tokens};
use satr::text::zwnj::{self, Lexicon};
use satr::text::{Damage, Edit, Repair, Rule, Rules, Typesetter, Typography, apply, chars, clean};
use satr::tree::{Event, Tree};
use satr::view;

use crate::articles::{cases, rules, text};
use crate::parser::{Node, nodes_of_tree};

static LEXICON: LazyLock<Lexicon<'static>> =
    LazyLock::new(|| Lexicon::new(include_bytes!("../../lexicon/satr.zwnj")).unwrap());

/// Repair by the lexicon, whether it is compiled in or not.
pub(crate) fn repair(text: &str, rules: Rules) -> Vec<Edit> {
    zwnj::edits(text, rules, Some(&LEXICON))
}

fn by_rules(text: &str, rules: Rules) -> Vec<Edit> {
    zwnj::edits(text, rules, None)
}

/// Words by their parts, small words, and what stands between words.
const PARTS: &[&str] = &[
    "کتاب",
    "خانه",
    "سازمان",
    "مردم",
    "نهاد",
    "محیط",
    "زیست",
    "سرمایه",
    "گذاری",
    "می",
    "نمی",
    "همی",
    "بر",
    "رود",
    "توانند",
    "خواست",
    "خواسته",
    "رفته",
    "شده",
    "شود",
    "ها",
    "های",
    "هایی",
    "هایش",
    "هایشان",
    "ای",
    "اند",
    "ام",
    "اش",
    "ایم",
    "تر",
    "ترین",
    "تری",
    "است",
    "به",
    "عنوان",
    "طور",
    "آن",
    "این",
    "که",
    "از",
    "و",
    "را",
    "یک",
    "نام",
    "نامه",
    "بزرگ",
    "تنها",
    "دولتمردان",
    "سیاست",
    "میلیون",
    "بندر",
    "ی",
    "ه",
    "ا",
    "بین",
    "المللی",
    "هم",
    "پیش",
    "بینی",
    "گفت",
    "وگو",
    "پنج",
    "شنبه",
    "مي",
    "كتاب",
    "كتابهاي",
    "علي",
    "هاي",
    "مـی",
    "رَفته",
    "نامۀ",
    "مسئله",
    "آرا",
];

const BETWEEN: &[&str] = &[
    "",
    "",
    "",
    " ",
    " ",
    " ",
    " ",
    "\u{200C}",
    "\u{200C}",
    "  ",
    "، ",
    ". ",
    "\n",
    "\u{A0}",
    " 12 ",
    "\u{200D}",
    "\u{200C} ",
    "»",
    " «",
    "(",
    ") ",
    "\"",
    "...",
    "-",
    "https://a.ir/ها ",
    " `می رود` ",
    "\u{64E}",
    "\u{654}",
];

/// Persian as it comes from pages, whose words have their half-spaces, or none, or spaces for them.
fn persian() -> impl Strategy<Value = String> {
    let piece = (select(PARTS), select(BETWEEN)).prop_map(|(part, between)| [part, between].concat());
    vec(piece, 0..12).prop_map(|pieces| pieces.concat())
}

fn any_text() -> impl Strategy<Value = String> {
    prop_oneof![3 => persian(), 1 => text(), 1 => (persian(), text(), persian()).prop_map(|(a, b, c)| a + &b + &c)]
}

/// What finds half-spaces.
#[derive(Debug, Clone, Copy)]
enum Way {
    Lexicon,
    Rules,
}

impl Way {
    const ALL: [Self; 2] = [Self::Lexicon, Self::Rules];

    fn repair(self) -> Repair<'static> {
        match self {
            Self::Lexicon => &repair,
            Self::Rules => &by_rules,
        }
    }
}

/// A typesetter that can be shown.
#[derive(Debug, Clone, Copy)]
struct Setting {
    rules: Rules,
    polish: bool,
    way: Option<Way>,
    numerals: Numerals,
}

impl Setting {
    fn edits(self, text: &str) -> Vec<Edit> {
        let Self { rules, polish, way, numerals } = self;
        Typesetter { rules, polish, repair: way.map(Way::repair), numerals }.edits(text)
    }

    fn allows(self, rule: Rule) -> bool {
        match rule {
            Rule::Numerals => self.numerals != Numerals::Keep,
            rule => self.rules.contains(rule),
        }
    }
}

fn settings() -> impl Strategy<Value = Setting> {
    let numerals = select(vec![Numerals::Persian, Numerals::Latin, Numerals::Keep]);
    (rules(), any::<bool>(), proptest::option::weighted(0.9, select(&Way::ALL)), numerals)
        .prop_map(|(rules, polish, way, numerals)| Setting { rules, polish, way, numerals })
}

/// The letters, digits and vowel signs of a text, each as what it may become.
fn letters(text: &str) -> String {
    let letters =
        text.chars().filter(|c| (c.is_alphanumeric() || chars::is_mark(*c)) && *c != chars::TATWEEL);
    let fold = |c| match c {
        'ي' | 'ى' => 'ی',
        'ك' => 'ک',
        'ہ' | 'ھ' => 'ه',
        '۰'..='۹' => char::from(b'0' + (c as u32 - '۰' as u32) as u8),
        '٠'..='٩' => char::from(b'0' + (c as u32 - '٠' as u32) as u8),
        c => c,
    };
    letters.map(fold).collect()
}

proptest! {
    #![proptest_config(cases(600))]

    #[test]
    fn mending_twice_is_mending_once(text in any_text(), rules in rules(), way in select(&Way::ALL)) {
        let text = clean(&text);
        let edits = way.repair()(&text, rules);
        let mended = apply(&text, &edits);
        let again = way.repair()(&mended, rules);
        prop_assert!(again.is_empty(), "{text:?} became {mended:?}, then {again:?}");
    }

    #[test]
    fn setting_twice_is_setting_once(text in any_text(), setting in settings()) {
        let text = clean(&text);
        let edits = setting.edits(&text);
        let set = apply(&text, &edits);
        let again = setting.edits(&set);
        prop_assert!(again.is_empty(), "{text:?} became {set:?}, then {again:?}");
    }

    /// The second time the damage is mended, and so fewer rules may be gone through.
    #[test]
    fn repairing_twice_is_repairing_once(text in any_text(), rules in rules(), auto in any::<bool>()) {
        let text = clean(&text);
        // It writes a sign for a half-space, which then no longer tells that the text has them.
        let rules = rules.without(Rule::Ezafe);
        let typography = if auto { Typography::Auto } else { Typography::Repair };
        let set = |text: &str| {
            let typesetter = Typesetter::new(typography, rules, Damage::of(text), Some(&repair));
            apply(text, &typesetter.edits(text)).into_owned()
        };
        let once = set(&text);
        prop_assert_eq!(set(&once), once.clone(), "{}", text);
    }

    #[test]
    fn no_letter_is_lost_or_moved(text in any_text(), setting in settings()) {
        // It is what writes a sign for a letter.
        let setting = Setting { rules: setting.rules.without(Rule::Ezafe), ..setting };
        let text = clean(&text);
        let edits = setting.edits(&text);
        prop_assert_eq!(letters(&apply(&text, &edits)), letters(&text));
    }

    #[test]
    fn what_is_protected_stays(text in any_text(), setting in settings()) {
        let text = clean(&text);
        let edits = setting.edits(&text);
        for token in tokens(&text).filter(|token| token.kind == Kind::Protected) {
            let (start, end) = (token.range().start, token.range().end);
            let inside = edits.iter().find(|edit| edit.range.start < end && edit.range.end > start);
            prop_assert_eq!(inside, None, "{:?} in {:?}", token, text);
        }
    }

    #[test]
    fn edits_ascend_and_each_can_be_left_out(text in any_text(), setting in settings(), some in any::<u64>()) {
        let text = clean(&text);
        let edits = setting.edits(&text);
        let mut end = 0;
        for edit in &edits {
            prop_assert!(edit.range.start >= end && text.get(edit.range.clone()).is_some(), "{edits:?}");
            prop_assert!(edit.to.chars().count() <= 1 && setting.allows(edit.rule), "{edit:?}");
            prop_assert!(text[edit.range.clone()] != *edit.to, "nothing is changed by {edit:?}");
            end = edit.range.end;
        }
        let chosen = edits.iter().enumerate().filter(|(index, _)| some >> (index % 64) & 1 == 1);
        let chosen: Vec<Edit> = chosen.map(|(_, edit)| edit.clone()).collect();
        let removed: usize = chosen.iter().map(|edit| edit.range.len()).sum();
        let written: usize = chosen.iter().map(|edit| edit.to.len()).sum();
        prop_assert_eq!(apply(&text, &chosen).len(), text.len() - removed + written);
    }

    #[test]
    fn nothing_is_edited_where_nothing_is_asked_for(text in any_text(), rules in rules()) {
        let off = Setting { rules, polish: false, way: None, numerals: Numerals::Keep };
        prop_assert_eq!(off.edits(&text), []);
    }

    #[test]
    fn no_text_is_too_strange(text in "\\PC{0,40}", more in any_text(), setting in settings()) {
        // Also one that was not cleaned.
        for text in [&text, &more] {
            let mut damage = Damage::default();
            damage.read(text);
            let setting = Setting { rules: damage.mended_by(setting.rules), ..setting };
            let _ = apply(text, &setting.edits(text));
        }
    }
}

/// All text of a tree.
fn text_of(tree: &Tree) -> String {
    let text = |event| if let Event::Text(text) = event { text } else { "" };
    // A border between two elements is none between two words of one text.
    tree.events().map(text).collect::<Vec<_>>().join("\u{1F}")
}

/// The page that lost all of its half-spaces, from its text on.
fn seed() -> Article {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/seed/source.txt");
    let (article, _) = import(&std::fs::read(source).unwrap(), Format::Text).unwrap();
    article
}

#[test]
fn a_page_that_lost_its_half_spaces_is_drawn_with_them() {
    let seed = seed();
    let drawn = text_of(&view::draw_with(&seed, &Options::default(), Some(&repair)));
    for word in [
        "سازمان|های مردم|نهاد",
        "سمن|ها",
        "سمن|های",
        "نمی|توانند",
        "محیط|زیست",
        "دغدغه|های",
        "کمبودهای",
        "راحتی|ها",
        "سختی|ها",
        "می|شود",
        "تشکل|ها و مشارکت|های",
        "دولتمردان",
        " آنها ",
    ] {
        let shown = word.replace('|', chars::ZWNJ_TEXT);
        assert!(drawn.contains(&shown), "{word} is not drawn");
        let lost = word.replace('|', "");
        assert!(lost == shown || !drawn.contains(&lost), "{lost} is drawn");
    }
    for lost in ["راحتی ها", "کمبود های", "دولت ها", "می شود", "بی اطلاع"] {
        assert!(!drawn.contains(lost), "{lost} is drawn");
    }
    let off = Options { typography: Typography::Off, ..Options::default() };
    let kept = text_of(&view::draw_with(&seed, &off, Some(&repair)));
    assert!(kept.contains(&seed.headline) && !kept.contains(chars::ZWNJ));
}

#[test]
fn what_is_not_damaged_is_not_repaired() {
    let json = format!(
        r#"{{"satr": 1, "headline": "{}", "body": "{}"}}"#,
        "کتاب|های خوب را می|خوانند".replace('|', chars::ZWNJ_TEXT),
        "نامه|های بسیار و خانه|های بزرگ را می|بینند، اما یک بار کتابها آمد.".replace('|', chars::ZWNJ_TEXT),
    );
    let (article, _) = article::from_json(json.as_bytes()).unwrap();
    assert!(!view::wants_repair(&article, &Options::default()));
    let drawn = text_of(&view::draw_with(&article, &Options::default(), Some(&repair)));
    assert!(drawn.contains("یک بار کتابها آمد."), "{drawn}");
    let asked = Options { typography: Typography::Repair, ..Options::default() };
    let drawn = text_of(&view::draw_with(&article, &asked, Some(&repair)));
    assert!(drawn.contains("یک بار کتاب\u{200C}ها آمد."), "{drawn}");
}

/// The text nodes of a paragraph of such spans, a half-space shown as a bar.
fn nodes_of(spans: &str) -> Vec<String> {
    let json = format!(r#"{{"satr": 1, "body": [{{"type": "paragraph", "text": {spans}}}]}}"#);
    let (article, notes) = article::from_json(json.as_bytes()).unwrap();
    assert!(notes.is_empty(), "{notes:?}");
    let options = Options { typography: Typography::Repair, ..Options::default() };
    let nodes = nodes_of_tree(&view::draw_with(&article, &options, Some(&repair)));
    let text = |node| if let Node::Text(text) = node { Some(text.replace(chars::ZWNJ, "|")) } else { None };
    nodes.into_iter().filter_map(text).collect()
}

#[test]
fn a_word_that_marks_or_links_cut_is_mended_in_its_parts() {
    for (spans, expected) in [
        (
            r#"["سازمان", {"text": "ها", "href": "https://a.ir/"}, "ی مردم", {"text": "نهاد", "marks": ["strong"]}]"#,
            &["سازمان|", "ها", "ی مردم|", "نهاد"][..],
        ),
        (r#"["او می", {"text": " ", "marks": ["emphasis"]}, "رود"]"#, &["او می", "|", "رود"]),
        (r#"["او می ", {"text": "رود", "href": "https://a.ir/"}]"#, &["او می|", "رود"]),
        (r#"["او می", {"text": " رود", "href": "https://a.ir/"}]"#, &["او می", "|رود"]),
        (r#"["این کتا", {"text": "بهای خوب", "href": "https://a.ir/"}]"#, &["این کتا", "ب|های خوب"]),
        (r#"[{"text": "کتابه", "marks": ["strong"]}, "ایش"]"#, &["کتاب|ه", "ایش"]),
        (r#"["او می  ", {"text": "  رود", "marks": ["strong"]}]"#, &["او می|", "رود"]),
        (r#"["او ", {"text": "می رود", "marks": ["code"]}, " و می رود"]"#, &["او ", "می رود", " و می|رود"]),
        (r#"["علامت ", {"text": "؟", "marks": ["code"]}, " یعنی  چه"]"#, &["علامت ", "؟", " یعنی چه"]),
        (r#"["واژهٔ می ", {"text": "رود", "marks": ["code"]}, "."]"#, &["واژهٔ می ", "رود", "."]),
    ] {
        assert_eq!(nodes_of(spans), expected, "{spans}");
    }
}
