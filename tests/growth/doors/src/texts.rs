//! Plain text in, its work out: the floor of text, and the import of a page.

use satr::article::Body;
use satr::import::{Format, import};
use satr::text::bidi::{Ranges, runs};
use satr::text::digits::{Numerals, convert};
use satr::text::token::tokens;
use satr::text::zwnj::{self, Lexicon};
use satr::text::{Damage, Rule, Rules, Typesetter, apply, clean, orthography};

use crate::{Door, Shape};

pub(crate) const DOORS: &[Door] = &[
    ("text::clean", |text| Box::new(move || clean(&text).len())),
    ("text::token", |text| Box::new(move || tokens(&text).count())),
    ("text::digits", |text| Box::new(move || convert(&text, Numerals::Persian).len())),
    ("text::bidi", |text| Box::new(move || runs(&text, Ranges::Rtl).len())),
    ("text::orthography", |text| {
        Box::new(move || apply(&text, &orthography::edits(&text, Rules::default().with(Rule::Ezafe))).len())
    }),
    ("text::zwnj", |text| {
        Box::new(move || zwnj::edits(&text, every_rule(), Lexicon::built_in().as_ref()).len())
    }),
    ("text::zwnj by rules", |text| Box::new(move || zwnj::edits(&text, every_rule(), None).len())),
    ("text::Damage", |text| {
        Box::new(move || {
            let mut damage = Damage::default();
            damage.read(&text);
            usize::from(damage.shows())
        })
    }),
    ("text::Typesetter", |text| {
        let typesetter = Typesetter {
            rules: every_rule(),
            polish: true,
            repair: Some(&zwnj::repair),
            numerals: Numerals::Persian,
        };
        Box::new(move || apply(&text, &typesetter.edits(&text)).len())
    }),
    ("article::Body", |text| Box::new(move || Body::from_text(&text).len())),
    ("import", |text| {
        Box::new(move || import(text.as_bytes(), Format::Text).map_or(0, |(article, _)| article.body.len()))
    }),
];

/// Also those that have to be asked for: the more there are, the more is looked at.
fn every_rule() -> Rules {
    Rule::ALL.into_iter().fold(Rules::default(), Rules::with)
}

macro_rules! repeated {
    ($($name:literal: $piece:literal,)*) => {
        &[$(($name, |pieces| $piece.repeat(pieces))),*]
    };
}

/// Friendly ones, then those that make a careless reader look again and again at what it has seen.
pub(crate) const SHAPES: &[Shape] = repeated! {
    "paragraphs": "باران از ساعت 5 صبح آغاز شد.\n\n",
    "lines": "باران آمد\n",
    "one word": "ب",
    "one Latin word": "a",
    "one number": "1",
    "short words": "ب 1 ",
    "Latin words": "iPhone 15 Pro ",
    "mixed runs": "ب1a",
    "points": "1.",
    "slashes": "1/",
    "colons": "1:",
    "hyphens": "a-",
    "underlines": "a_1",
    "dates": "1398/05/23 ",
    "signed numbers": "+98-5 ",
    "percentages": "٪5 ",
    "telephone numbers": "021 8877 ",
    "ranges": "۲-۱ ",
    "sums": "5+",
    "Arabic ranges in a name": "a١-",
    "Latin names in a list": "C++، Go، ",
    "Latin words and numbers": "iPhone ۱۵ ",
    "Latin words and brackets": "a (",
    "addresses": "https://a.ir/1 ",
    "schemes alone": "http://",
    "addresses in one": "https://a.ir/a-path-of-some-length/",
    "escapes in an address": "%d8%a8",
    "hosts": "www.",
    "mail addresses": "a@b.ir ",
    "mail addresses in one": "a@",
    "hashtags": "#ب ",
    "hashes": "#",
    "IPv6": "a:1::",
    "IBANs": "IR12 0345 ",
    "colons alone": ":",
    "backticks": "`",
    "backticks apart": "` ",
    "backticks in growing runs": "` `` ``` ```` ",
    "dollars": "$a ",
    "dollars alone": "$",
    "brackets of formulas": "\\(",
    "square brackets of formulas": "\\[a ",
    "backslashes": "\\",
    "parentheses": "(",
    "square brackets": "[a](",
    "tags": "<b ",
    "comments": "<!--",
    "quotation marks": "«",
    "straight quotation marks": "\"",
    "straight quotations": "\"ب\" ",
    "straight quotations of numbers": "\"1\"",
    "quotations in quotations": "\"“ب",
    "quotations on lines that break": "\"ب\" ب\"\n",
    "commas before openings": "a, (",
    "commas and numbers": "a, 1 ",
    "semicolons": "a;",
    "question marks": "ب?",
    "spaced full stops": "ب . ",
    "asides": "ب(ب ب)ب",
    "stretched letters": "بـ",
    "stretching": "ـ",
    "vowelled words": "بَبَ ",
    "Kurdish letters": "ێي",
    "ezafe apart": "خانه ی ",
    "plurals": "کتابهایش ",
    "plurals apart": "ها ",
    "plurals in one": "های",
    "plurals before spaces": "نامهای  ",
    "plurals joined": "نامهای\u{200c}",
    "plurals that join nothing": "دار های ",
    "prefixes": "می ",
    "verbs": "میرود ",
    "verbs apart": "نمی رود ",
    "words in parts": "مردم\u{200c}نهاد\u{200c}",
    "words of nothing but joiners": "ب\u{200c}\u{200c} ",
    "letters that join nothing": "ا ",
    "full stops": ".",
    "ellipses": "...ب",
    "spaces": " ",
    "line ends": "\n",
    "carriage returns": "\r",
    "Arabic letters": "يك",
    "Arabic digits": "٣",
    "joiners": "\u{200c}",
    "joiners between spaces": " \u{200c}",
    "marks": "\u{64e}",
    "no-break spaces": "\u{a0}",
    "ghosts": "\u{200b}",
    "isolates": "\u{2067}",
    "isolates that end": "\u{2069}",
    "embeddings": "\u{202b}ب",
    "emoji": "😀\u{200d}",
    "labels": "کد خبر: 12\n",
    "labels without a line": "نویسنده: ",
    "comments of readers": "نظرات (3)\n\nعلی\nخوب بود\n\n",
    "the same headline": "باران\n\n",
    "bylines": "خبرنگار: علی\nباران آمد و رفت.\n",
};
