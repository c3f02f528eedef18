//! A text in, whether it looks Persian out.

use satr::text::chars::{is_arabic_letter, is_joiner, is_mark};

/// What a text looks like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Language {
    /// Persian; or of its script, without anything that is Arabic alone.
    Persian,
    /// Arabic.
    Arabic,
    /// Of another script.
    Other,
    /// Too few letters to tell.
    TooShortToTell,
}

/// Fewer letters than this tell nothing.
const LEAST: usize = 6;

/// Words that hardly a Persian sentence is without, and that Arabic has not.
const PERSIAN: &[&str] = &[
    "است", "را", "که", "این", "آن", "از", "به", "با", "در", "برای", "هم", "یا", "شد", "شده", "کرد", "بود",
    "باید", "هست", "نیست", "دارد", "می", "ها", "های", "خود", "ما", "شما", "من", "تا", "خیلی", "چه", "چرا",
    "یک",
];

/// And the other way round.
const ARABIC: &[&str] = &[
    "في", "من", "الى", "إلى", "على", "عن", "أن", "إن", "ان", "هذا", "هذه", "ذلك", "التي", "الذي", "كان",
    "كانت", "لا", "ما", "لم", "لن", "قد", "هو", "هي", "كل", "بعد", "مع", "يا", "او", "أو", "ثم",
];

/// What it looks like, by its letters and its small words.
pub(super) fn language(text: &str) -> Language {
    let letters: Vec<char> = text.chars().filter(|c| c.is_alphabetic() && !is_mark(*c)).collect();
    if letters.len() < LEAST {
        return Language::TooShortToTell;
    }
    let of_script = letters.iter().filter(|c| is_arabic_letter(**c)).count();
    if of_script * 2 < letters.len() {
        return Language::Other;
    }
    // Keyboards of some systems give Arabic's ي and ك for Persian's: they say little by themselves.
    let mut persian = 0;
    let mut arabic = 0;
    for letter in letters {
        match letter {
            'پ' | 'چ' | 'ژ' | 'گ' => persian += 3,
            'ک' | 'ی' => persian += 1,
            'ة' | 'إ' => arabic += 3,
            'أ' | 'ى' => arabic += 2,
            'ي' | 'ك' => arabic += 1,
            _ => {}
        }
    }
    let is_within = |c: char| c.is_alphabetic() || is_mark(c) && !is_joiner(c);
    for word in text.split(|c| !is_within(c)).filter(|word| !word.is_empty()) {
        if PERSIAN.contains(&word) {
            persian += 2;
        }
        if ARABIC.contains(&word) || word.len() > "الله".len() && word.starts_with("ال") {
            arabic += 2;
        }
    }
    if arabic > persian { Language::Arabic } else { Language::Persian }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn persian_is_known_however_it_is_typed() {
        for text in [
            "باران خوبی بود و هوا خنک شد.",
            "باران خوبي بود و هواي تهران خنك شد",
            "ممنون از گزارش خوبتان",
            "چرا به این موضوع رسیدگی نمی\u{200c}شود؟",
            "سلام، لطفا درباره قیمت iPhone هم بنویسید",
            "احسنت",
            "الان قیمت‌ها چقدر است؟ مسئولان پاسخ بدهند",
            "اللهم صل علی محمد و آل محمد. خدا رحمتشان کند",
            "سلام خسته نباشید",
        ] {
            let found = language(text);
            assert!(matches!(found, Language::Persian | Language::TooShortToTell), "{text}: {found:?}");
        }
    }

    #[test]
    fn what_is_not_persian_is_told() {
        for (text, expected) in [
            ("هذا المقال جيد جدا وشكرا على الكتابة", Language::Arabic),
            ("السلام عليكم ورحمة الله وبركاته", Language::Arabic),
            ("ما هي الأسباب التي أدت إلى ذلك؟", Language::Arabic),
            ("Buy cheap pills at our store", Language::Other),
            ("Отличная статья, спасибо", Language::Other),
            ("salam kheili mamnoon", Language::Other),
            ("看起来不错，谢谢您", Language::Other),
        ] {
            assert_eq!(language(text), expected, "{text}");
        }
    }

    #[test]
    fn little_tells_nothing() {
        for text in ["", "👍👍👍", "ok", "۱۲۳۴۵۶۷۸", "خوب", "!!!"] {
            assert_eq!(language(text), Language::TooShortToTell, "{text}");
        }
    }
}
