//! Names in, the places they have in a list out.

use alloc::vec::Vec;

/// The names of a list in their order, each with its place in it; those that are alike in the order of their places.
///
/// To make it takes one sort, to look a name up no more than a search.
pub(super) struct Places<'n>(Vec<(&'n str, usize)>);

impl<'n> Places<'n> {
    /// (A heap's sort of our own takes fewer bytes than the library's.)
    pub(super) fn of(names: impl Iterator<Item = &'n str>) -> Self {
        let mut sorted: Vec<_> = names.zip(0..).collect();
        let len = sorted.len();
        // The first half of the turns makes the heap, the other takes its greatest.
        for turn in (0..2 * len).rev() {
            let (mut parent, end) = if turn >= len { (turn - len, len) } else { (0, turn) };
            if turn < len {
                sorted.swap(0, turn);
            }
            loop {
                let children = sorted.get(2 * parent + 1..end.min(2 * parent + 3)).unwrap_or_default();
                let child = 2 * parent + 1 + usize::from(matches!(children, [one, other] if one < other));
                if child >= end || sorted.get(parent) >= sorted.get(child) {
                    break;
                }
                sorted.swap(parent, child);
                parent = child;
            }
        }
        Self(sorted)
    }

    /// The first place of a name.
    pub(super) fn first(&self, name: &str) -> Option<usize> {
        let first = self.0.partition_point(|(other, _)| *other < name);
        self.0.get(first).filter(|(found, _)| *found == name).map(|(_, place)| *place)
    }

    /// Every name with its place, in the order of the names.
    pub(super) fn iter(&self) -> impl Iterator<Item = (&'n str, usize)> {
        self.0.iter().copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_sorted_however_they_come() {
        for seed in 0..200_usize {
            let names: Vec<_> = (0..seed).map(|n| (n * 7919 % (seed / 2 + 1)).to_string()).collect();
            let mut expected: Vec<_> = names.iter().map(String::as_str).zip(0..).collect();
            expected.sort();
            let places = Places::of(names.iter().map(String::as_str));
            assert_eq!(places.iter().collect::<Vec<_>>(), expected);
            for (name, _) in &expected {
                assert_eq!(places.first(name), names.iter().position(|other| other == name));
            }
            assert_eq!(places.first("none"), None);
        }
    }
}
