//! An e-mail address as it was typed in, as it is kept out: whoever looks for one looks for the same.
//! Floor 0.

use satr::text::chars::is_joiner;

/// The most bytes of an address (RFC 5321, 4.5.3.1.3, less the brackets).
const MOST: usize = 254;

/// An address as it is kept: without spaces around it, and its Persian and Arabic digits as those that addresses are
/// written in.
pub(crate) fn as_kept(typed: &str) -> String {
    typed.trim().chars().map(ascii_digit).collect()
}

/// Whether it has the shape of an address. Only a letter to it could tell more.
pub(crate) fn is_one(text: &str) -> bool {
    let Some((local, domain)) = text.rsplit_once('@') else { return false };
    let is_local = !local.is_empty()
        && local.len() <= 64
        && local.chars().all(|c| c.is_alphanumeric() || "!#$%&'*+/=?^_`{|}~.-".contains(c));
    let is_label = |label: &str| {
        !label.is_empty()
            && label.len() <= 63
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label.chars().all(|c| c.is_alphanumeric() || c == '-' || is_joiner(c))
    };
    let labels = domain.split('.').count();
    text.len() <= MOST && is_local && labels > 1 && domain.split('.').all(is_label)
}

fn ascii_digit(c: char) -> char {
    let zero = match c {
        '۰'..='۹' => '۰',
        '٠'..='٩' => '٠',
        _ => return c,
    };
    let value = u32::from(c).saturating_sub(u32::from(zero));
    char::from_digit(value, 10).unwrap_or(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_told_by_their_shape() {
        for good in ["a@b.ir", "reader+news@mail.example.com", "o'neil@a-b.co", "نام@نمونه.ایران"]
        {
            assert!(is_one(good), "{good}");
        }
        let long = format!("{}@b.ir", "a".repeat(250));
        for bad in [
            "a",
            "@b.ir",
            "a@",
            "a@b",
            "a b@c.ir",
            "a@b..ir",
            "a@-b.ir",
            "a@b.ir\nbcc: c@d.ir",
            "<a@b.ir>",
            &long,
        ] {
            assert!(!is_one(bad), "{bad}");
        }
    }

    #[test]
    fn digits_of_an_address_are_ascii() {
        assert_eq!(as_kept(" reader۱۲٣@example۴.ir\n"), "reader123@example4.ir");
    }
}
