//! A text in, the language that its letters and small words speak for out.
//!
//! For those who write: a page in Persian can say, before a comment is sent, that it is not in Persian. Nothing hangs on it
//! but such a word, so a text that gives no sign is let pass.

use super::chars;
use super::token::{Kind, Script, tokens};

/// What a text is written in, as far as it shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Guess {
    /// Persian.
    Persian,
    /// Arabic.
    Arabic,
    /// Any other: of another script, as Persian in Latin letters is, or with the letters of Urdu, Pashto, Kurdish.
    Other,
    /// Too little to tell by.
    Unknown,
}

impl Guess {
    /// Whether the text may be Persian.
    #[must_use]
    pub fn may_be_persian(self) -> bool {
        matches!(self, Self::Persian | Self::Unknown)
    }
}

/// So many letters of other scripts are names and quotations, if there are more of the Arabic one.
const FEW: usize = 3;

/// Words of Persian that no Arabic text has, with their letters folded to Persian ones.
const PERSIAN: [&str; 42] = [
    "از", "است", "اند", "این", "آن", "اگر", "باید", "برای", "بود", "به", "بی", "تا", "تو", "تون", "چرا",
    "خدا", "خود", "خوب", "خیلی", "دارد", "در", "را", "شد", "شما", "شود", "فقط", "که", "کرد", "کردن", "کن",
    "کند", "کنید", "کنند", "می", "نمی", "نه", "نیست", "های", "هر", "هست", "همه", "یک",
];

/// Words of Arabic that no Persian text has, likewise.
const ARABIC: [&str; 30] = [
    "التی",
    "الذی",
    "الذین",
    "الیوم",
    "ان",
    "انا",
    "انت",
    "انه",
    "ایضا",
    "ثم",
    "ذلک",
    "عن",
    "عند",
    "فی",
    "قال",
    "قد",
    "کان",
    "کانت",
    "لکن",
    "لم",
    "لن",
    "لیس",
    "متی",
    "مع",
    "هذا",
    "هذه",
    "هل",
    "هو",
    "هی",
    "وقد",
];

/// Guesses what a text is written in.
///
/// ```
/// use satr::text::language::{Guess, guess};
///
/// assert_eq!(guess("این خبر خوب بود."), Guess::Persian);
/// assert_eq!(guess("هذا الخبر جيد جدا"), Guess::Arabic);
/// assert_eq!(guess("in khabar khub bood"), Guess::Other);
/// assert_eq!(guess("👏👏"), Guess::Unknown);
/// ```
#[must_use]
pub fn guess(text: &str) -> Guess {
    let (mut letters, mut others) = (0, 0);
    let [mut persian, mut arabic, mut foreign] = [0_usize; 3];
    for token in tokens(text) {
        match token.kind {
            Kind::Word(Script::Arabic) => {
                letters += token.text.chars().filter(|c| chars::is_arabic_letter(*c)).count();
                persian += signs_of_persian(token.text);
                arabic += signs_of_arabic(token.text);
                foreign += token.text.chars().filter(|c| is_foreign(*c)).count() * 2;
            }
            Kind::Word(_) => others += token.text.chars().count(),
            _ => {}
        }
    }
    match () {
        () if others > letters && others > FEW => Guess::Other,
        () if letters == 0 => Guess::Unknown,
        () if foreign > persian && foreign > arabic => Guess::Other,
        () if arabic > persian && arabic > 1 => Guess::Arabic, // one article may be a word's own beginning: الکترونیک
        () if persian > 0 => Guess::Persian,
        () => Guess::Unknown,
    }
}

fn signs_of_persian(word: &str) -> usize {
    let is_word = is_one_of(word, &PERSIAN);
    let has_letter = word.contains(['پ', 'چ', 'ژ', 'گ']);
    let is_joined = word.contains(chars::ZWNJ);
    usize::from(is_word) * 2 + usize::from(has_letter) * 2 + usize::from(is_joined) * 2
}

fn signs_of_arabic(word: &str) -> usize {
    let is_word = is_one_of(word, &ARABIC);
    let has_letter = word.contains(['ة', 'إ', 'ٱ']) || word.starts_with('أ') || word.ends_with('ى');
    let has_article = word.chars().count() > 4 && word.starts_with("ال");
    usize::from(is_word) * 2 + usize::from(has_letter) * 2 + usize::from(has_article)
}

/// Whether a word is in a list, however its kaf and yeh are written.
fn is_one_of(word: &str, known: &[&str]) -> bool {
    let folded = |c| match c {
        'ك' => 'ک',
        'ي' | 'ى' => 'ی',
        'أ' | 'إ' => 'ا',
        _ => c,
    };
    known.iter().any(|one| word.chars().map(folded).eq(one.chars()))
}

/// A letter that neither Persian nor Arabic has: of Urdu, Pashto, Kurdish, Uyghur, Sindhi.
fn is_foreign(c: char) -> bool {
    chars::is_arabic_letter(c)
        && !matches!(c, 'ء'..='غ' | 'ف'..='ي' | 'ٱ' | 'پ' | 'چ' | 'ژ' | 'ک' | 'گ' | 'ۀ' | 'ی')
}

#[cfg(test)]
mod tests {
    use super::{Guess, guess};

    #[test]
    fn persian_is_told_however_it_is_typed() {
        for text in [
            "من آن‌جا بودم و دست‌کم سه طرح به رأی گذاشته شد.",
            "كاش اين كارها زودتر مي شد",
            "سلام. ممنون از خبر خوبتون",
            "مسئولین رسیدگی کنند",
            "آفرین به شما",
            "قیمت iPhone 15 Pro Max خیلی بالاست",
            "ان‌شاءالله که درست شود",
            "إن شاء الله که همه سالم باشند و خدا کمک کند",
            "الحمدلله که به خیر گذشت",
            "علی آقا دمت گرم، عالی بود",
            "نه بابا",
            "چرا؟",
            "گوشی و تجهیزات الکترونیکی",
        ] {
            assert_eq!(guess(text), Guess::Persian, "{text}");
        }
    }

    #[test]
    fn arabic_is_told_from_it() {
        for text in [
            "هذا الخبر غير صحيح أبدا",
            "شكرا جزيلا على المعلومات المفيدة",
            "السلام عليكم ورحمة الله وبركاته",
            "متى يتم نشر النتائج؟",
            "لا أعتقد أن هذا ممكن في الوقت الحالي",
            "متى تنشر نتائج الانتخابات الأخيرة",
        ] {
            assert_eq!(guess(text), Guess::Arabic, "{text}");
        }
    }

    #[test]
    fn other_languages_and_scripts_are_told() {
        for text in [
            "salam khubi? in khabar dorost nist",
            "Very good article, thanks!",
            "یہ خبر بہت اچھی ہے",
            "دا خبر ډېر ښه دی، مننه",
            "ئەم هەواڵە زۆر باشە",
            "Хорошая статья",
            "很好的文章",
        ] {
            assert_eq!(guess(text), Guess::Other, "{text}");
        }
    }

    #[test]
    fn what_gives_no_sign_is_let_pass() {
        for text in ["", "👏👏", "۱۲۳", "!!!", "سلام", "https://a.ir/x", "ok"] {
            assert_eq!(guess(text), Guess::Unknown, "{text}");
        }
    }
}
