//! The stems of verbs in, the forms of each in the spelling of the house out.

/// Endings of persons; behind a participle they stand apart from its «ه».
const PRESENT: [&str; 6] = ["م", "ی", "د", "یم", "ید", "ند"];
const PAST: [&str; 6] = ["", "م", "ی", "یم", "ید", "ند"];
const PERFECT: [&str; 7] =
    ["", "\u{200C}ام", "\u{200C}ای", "\u{200C}ایم", "\u{200C}اید", "\u{200C}اند", "\u{200C}است"];

/// The forms of a verb: with «می» and «نمی», with «ب» and «ن», of the past, and of the perfect.
pub(crate) fn forms(present: &str, past: &str) -> Vec<String> {
    let mut forms = Vec::new();
    let mut add =
        |stem: &str, endings: &[&str]| forms.extend(endings.iter().map(|ending| format!("{stem}{ending}")));
    let participle = format!("{past}ه");
    for prefix in ["می\u{200C}", "نمی\u{200C}"] {
        add(&format!("{prefix}{present}"), &PRESENT);
        add(&format!("{prefix}{past}"), &PAST);
        add(&format!("{prefix}{participle}"), &PERFECT);
    }
    for prefix in ['ب', 'ن'] {
        add(&prefixed(prefix, present), &PRESENT);
    }
    for stem in [past, &prefixed('ن', past)] {
        add(stem, &PAST);
        add(&format!("{stem}ه"), &PERFECT);
    }
    forms
}

/// A stem behind a letter, which a vowel at its beginning makes way for: «بیایم», «نینداخت».
fn prefixed(prefix: char, stem: &str) -> String {
    match (stem.strip_prefix('آ'), stem.strip_prefix('ا')) {
        (Some(rest), _) => format!("{prefix}یا{rest}"),
        (_, Some(rest)) if !stem.starts_with("ای") => format!("{prefix}ی{rest}"),
        (_, Some(rest)) => format!("{prefix}ا{rest}"),
        _ => format!("{prefix}{stem}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_are_spelt_as_one_writes_them() {
        let has = |present, past, form: &str| forms(present, past).contains(&form.to_owned());
        for form in ["می\u{200C}آیم", "بیایم", "نیامد", "نیامده\u{200C}اند", "آمدید", "نمی\u{200C}آمد"]
        {
            assert!(has("آی", "آمد", form), "{form}");
        }
        for form in ["بیندازد", "نینداخت", "انداخته\u{200C}ایم"] {
            assert!(has("انداز", "انداخت", form), "{form}");
        }
        assert!(has("ایست", "ایستاد", "بایستد") && has("بین", "دید", "دیدی"));
    }
}
