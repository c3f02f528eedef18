//! Votes in, a place among the best out.

/// How good a comment is, in millionths: the lower end of Wilson's interval (1927) for the share of those who agree, at
/// 95 %. So 1 of 1 is worth less than 90 of 100. Where nobody agrees, it is the same share of the others, below nothing:
/// what nobody has voted on stands ahead of what is only disagreed with.
pub(super) fn score(up: u32, down: u32) -> i64 {
    if up > 0 { lower_end(up, down) } else { -lower_end(down, up) }
}

fn lower_end(yes: u32, no: u32) -> i64 {
    const Z: f64 = 1.959_964;
    let (yes, no) = (f64::from(yes), f64::from(no));
    let all = yes + no;
    if all == 0.0 {
        return 0;
    }
    let share = yes / all;
    let square = Z * Z / all;
    let spread = Z * ((share * (1.0 - share) + square / 4.0) / all).sqrt();
    let end = (share + square / 2.0 - spread) / (1.0 + square);
    #[allow(clippy::cast_possible_truncation, reason = "between 0 and a million")]
    let millionths = (end * 1e6).round() as i64;
    millionths
}

#[cfg(test)]
mod tests {
    use super::score;

    #[test]
    fn who_many_agree_with_stands_ahead() {
        let order =
            [(900, 100), (90, 10), (100, 100), (2, 0), (1, 0), (1, 1), (1, 50), (0, 0), (0, 1), (0, 9)];
        let scores = order.map(|(up, down)| score(up, down));
        assert!(scores.is_sorted_by(|a, b| a > b), "{scores:?}");
        assert_eq!(score(1, 0), 206_549);
        assert!(score(u32::MAX, 0) <= 1_000_000 && score(0, u32::MAX) >= -1_000_000);
    }
}
