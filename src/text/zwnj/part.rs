//! What stands before and behind a place in, what a half-space there would be for out.
//! Floor 1. Uses: rule.

use super::super::Rule;
use super::word::{Short, is_one_of, joins, letter, words};

/// The verb's prefixes, with what may stand before them in one word.
const PREFIXES: &[Short] =
    words!("می نمی همی برمی برنمی درمی درنمی بازمی بازنمی فرومی فرونمی فرامی فرانمی وامی وانمی ورمی ورنمی");

/// The plural, with all that may follow it.
const PLURALS: &[Short] = words!(
    "ها های هایی هایم هایت هایش هایمان هایتان هایشان هایند هاست هام هات هاش هامان هاتان هاشان هایشون \
    هاشون هامون هاتون هاتونه هاشونه هارا هارو"
);

/// Endings of persons, of the indefinite and of comparison.
const ENDINGS: &[Short] =
    words!("ای ام ات اش اند ایم اید مان تان شان م تر تری ترین ترها ترهای ترینها ترینهای");

/// «آنها» and «اینها», which are written in both ways.
const PRONOUNS: &[Short] = words!("آنها اینها آنهایی اینهایی آنهاست اینهاست آنهارا اینهارا");

/// Forms of «بودن» and «شدن», and small words, that stay apart from the word before them.
const APART_BEHIND: &[Short] = words!(
    "است بود بودم بودی بودیم بودید بودند باشد باشم باشی باشیم باشید باشند نیست نبود نباشد شد شدم \
    شدی شدیم شدید شدند شده شود شوم شوی شویم شوید شوند شدن کردن کند کنند که و را بار ماه هزار"
);

/// Small words that stay apart from the word behind them.
const APART_BEFORE: &[Short] = words!("به و از در با تا هر هیچ همان همین این آن");

/// What «به» makes an adverb or a preposition of.
const ADVERBS: &[Short] = words!(
    "عنوان طور ویژه خصوص دلیل خاطر دنبال علت وسیله واسطه منظور سبب جای جز علاوه صورت شکل شدت سرعت زودی \
    تدریج راحتی سادگی خوبی درستی تازگی ندرت وضوح ناچار هنگام همراه سوی رغم نظر دست کار"
);

/// The rule that a half-space between two stretches of letters is a case of.
pub(super) fn rule(left: &[u16], right: &[u16]) -> Rule {
    // Most pairs are told by two letters: prefixes end in «ی», endings begin with these.
    let may_begin = matches!(right, [HE | ALEF | MEEM | TEH | SHEEN, ..]) && right.len() <= LONGEST_ENDING;
    if left.last() == Some(&YEH) && is_one_of(PREFIXES, left) {
        Rule::Prefix
    } else if may_begin && is_one_of(PLURALS, right) {
        Rule::Plural
    } else if may_begin && is_one_of(ENDINGS, right) {
        Rule::Ending
    } else {
        Rule::Compound
    }
}

/// The letters of the longest word in the lists of endings.
const LONGEST_ENDING: usize = 7;

const ALEF: u16 = 'ا' as u16;
const TEH: u16 = 'ت' as u16;
const SHEEN: u16 = 'ش' as u16;
const MEEM: u16 = 'م' as u16;
const HE: u16 = 'ه' as u16;
const YEH: u16 = 'ی' as u16;

/// Whether a word is one of those for which [`Rule::Pronoun`] is made.
pub(super) fn is_pronoun(letters: &[u16]) -> bool {
    is_one_of(PRONOUNS, letters)
}

/// Whether a part of a word is the ezafe of «خانه‌ی ما».
pub(super) fn is_ezafe(letters: &[u16]) -> bool {
    is_one_of(words!("ی"), letters)
}

/// Whether two neighbouring words are «رفته است» or its like.
pub(super) fn is_perfect(left: &[u16], right: &[u16]) -> bool {
    left.len() > 2 && left.last().copied() == letter('ه') && is_one_of(words!("است"), right)
}

/// Whether two neighbouring words are «به عنوان» or its like.
pub(super) fn is_adverb(left: &[u16], right: &[u16]) -> bool {
    is_one_of(words!("به"), left) && is_one_of(ADVERBS, right)
}

/// Whether two neighbouring words are two, whatever else is known of them: small words and forms of «بودن» and «شدن».
/// Where they stand as one word and as two, both are right, and so they are left.
#[must_use]
pub fn stay_apart(left: &[u16], right: &[u16]) -> bool {
    are_apart(left, right) && rule(left, right) == Rule::Compound
}

/// The same of two words between which a half-space would make a compound.
pub(super) fn are_apart(left: &[u16], right: &[u16]) -> bool {
    is_one_of(APART_BEHIND, right) || is_one_of(APART_BEFORE, left)
}

/// Words before which no noun has an ezafe, and so no plural is «…‌های».
const NO_EZAFE_BEFORE: &[Short] = words!("از در به که و است را با بر برای تا بود نیز هم");

/// Whether a word is one before which no noun has an ezafe.
pub(super) fn follows_no_ezafe(word: &[u16]) -> bool {
    is_one_of(NO_EZAFE_BEFORE, word)
}

/// Whether a word may end in the plural's «های» as well as in «ه‌ای».
pub(super) fn may_be_plural(word: &[u16]) -> bool {
    let Some((stem, ending)) = word.len().checked_sub(3).and_then(|at| word.split_at_checked(at)) else {
        return false;
    };
    is_one_of(words!("های"), ending) && stem.last().is_some_and(|last| joins(*last))
}
