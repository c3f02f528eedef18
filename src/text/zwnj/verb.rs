//! What stands before and behind a place in, whether the rules alone see a half-space there out.
//! Floor 1. Uses: rule.

use super::super::Rule;
use super::part::rule;
use super::word::{Short, is_one_of, joins, letter, without, words};

/// Present and past stems of the verbs that a newspaper has.
const STEMS: &[Short] = words!(
    "کن کرد شو شد رو رفت گو گفت خواه خواست دان دانست توان توانست ده داد گیر گرفت آور آورد دار داشت بر برد \
    خور خورد بین دید زن زد کش کشید ساز ساخت نویس نوشت خوان خواند رس رسید آی آمد یاب یافت گذار گذاشت گذر گذشت پرداز پرداخت \
    شناس شناخت فرست فرستاد فروش فروخت خر خرید ریز ریخت ایست ایستاد نشین نشست افت افتاد انداز انداخت پذیر پذیرفت پوش پوشید \
    پرس پرسید ترس ترسید جنگ جنگید چرخ چرخید خند خندید دو دوید سوز سوخت شنو شنید شکن شکست فهم فهمید کوش کوشید گرد گشت گردان \
    گرداند مان ماند میر مرد نگر نگریست باش باشد بست بند باز باخت بخش بخشید تاب تابید جو جست چین چید خیز خاست دوز دوخت \
    رسان رساند زی زیست شمار شمرد فرما فرمود کاه کاست گریز گریخت گنجان گنجاند لرز لرزید نما نمود نام نامید نواز نواخت ورز ورزید \
    افزای افزود آموز آموخت آزما آزمود آفرین آفرید انگیز انگیخت اندیش اندیشید بار بارید پر پرید پیوند پیوست تاز تاخت خواب خوابید \
    روی رویید سپار سپرد ستای ستود طلب طلبید گستر گسترد گشای گشود نشان نشاند نه نهاد هراس هراسید"
);

/// What follows a stem, and what may follow that.
const PERSONS: &[Short] = words!("م ی د یم ید ند ه");
const OBJECTS: &[Short] = words!("ش شان مان تان ت م شون");

/// Words that look as if they had the plural's ending.
const NO_PLURALS: &[Short] = words!(
    "تنها تنهای تنهایی تنهاست تنهایم تنهایش بها بهای رها رهای رهایی رهایش منها منهای اشتها اشتهای انتها انتهای \
    فقها فقهای کربها مشتها سها مها نها شها جها"
);

/// Words that look as if they were a verb with its prefix.
const NO_VERBS: &[Short] = words!("میدان میدانی میگو");

/// The shortest words to which the endings of comparison are put are of three letters: «دختر», «دفتر» are none.
const NO_COMPARED: &[Short] = words!("بهترین مهترین کمترین بیشترین کهترین پیشترین");

/// Whether the letters are a form of a verb: a stem, with the ending of a person and of an object or without.
fn is_verb(letters: &[u16]) -> bool {
    let is_form = |form: &[u16]| stems(form, PERSONS).any(|stem| is_one_of(STEMS, stem));
    stems(letters, OBJECTS).any(|form| (form.len() > 2 || form.len() == letters.len()) && is_form(form))
}

/// A word as it is, and without each of the endings that it has.
fn stems<'w>(word: &'w [u16], endings: &'static [Short]) -> impl Iterator<Item = &'w [u16]> {
    core::iter::once(word).chain(endings.iter().filter_map(|ending| without(word, *ending)))
}

/// Whether a half-space belongs at a place of a word, by the rules alone.
pub(super) fn belongs(word: &[u16], at: usize) -> bool {
    let (left, right) = word.split_at_checked(at).unwrap_or_default();
    let ends_in_he = left.last().copied() == letter('ه');
    match rule(left, right) {
        Rule::Prefix => !is_one_of(NO_VERBS, word) && is_verb(right),
        Rule::Plural => left.len() > 1 && !is_one_of(NO_PLURALS, word),
        Rule::Ending if is_one_of(words!("ترین ترینها ترینهای"), right) => {
            left.len() > 1 && !is_one_of(NO_COMPARED, word)
        }
        Rule::Ending => ends_in_he && left.len() > 2 && is_one_of(words!("ام ات اش اند ایم اید"), right),
        _ => false,
    }
}

/// Whether a half-space belongs between two words, by the rules alone.
pub(super) fn belongs_between(left: &[u16], right: &[u16]) -> bool {
    let ends_in_he = left.last().copied() == letter('ه');
    match rule(left, right) {
        Rule::Prefix => is_verb(right),
        Rule::Plural => left.len() > 1 && !is_one_of(words!("هات هاش"), right),
        Rule::Ending if is_one_of(words!("تر تری ترین"), right) => left.len() > 1,
        Rule::Ending => ends_in_he && is_one_of(words!("ای ام ات اش اند ایم اید"), right),
        _ => false,
    }
}

/// Whether a half-space belongs between two words, whatever a lexicon says: before the plural's endings, and before those
/// of comparison where the word before joins nothing, so that no lexicon of half-spaces knows of it.
pub(super) fn is_sure_between(left: &[u16], right: &[u16]) -> bool {
    let is_joined = left.last().is_some_and(|last| joins(*last));
    left.len() > 1 && (is_one_of(SURE_PLURALS, right) || !is_joined && is_one_of(words!("تر ترین"), right))
}

const SURE_PLURALS: &[Short] = words!("ها های هایی هایم هایت هایش هایمان هایتان هایشان");
