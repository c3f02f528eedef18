//! Threads out of flat comments, whatever their `parent` fields say.

use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

use super::ids::id_part;
use super::places::Places;
use crate::article::Comment;
use crate::text::digits;

/// Who answers whom among the comments of an article, by their places in the data.
///
/// A parent that is missing, or is the comment itself, counts as none; a ring of parents is cut at one of its
/// comments. Time and memory are linear in the comments, but for one sort of their ids.
pub(super) struct Threads<'c> {
    /// What of the ids can name a comment on the page; empty where nothing can.
    ids: Vec<&'c str>,
    parents: Vec<Option<usize>>,
    /// The comment that started the thread each one is in; itself for one that did.
    starters: Vec<usize>,
    replies: Vec<Vec<usize>>,
}

impl<'c> Threads<'c> {
    pub(super) fn of(comments: &'c [Comment]) -> Self {
        let places = Places::of(comments.iter().map(|comment| &*comment.id));
        let place = |id: &str| places.first(id).filter(|_| !id.is_empty());
        let parent = |(index, comment): (usize, &'c Comment)| {
            let parent = place(&comment.parent).filter(|parent| *parent != index);
            // What an id may hold is kept whole, so ids that differ in the data differ on the page.
            let names = place(&comment.id) == Some(index) && matches!(id_part(&comment.id), Cow::Borrowed(_));
            (parent, if names { &*comment.id } else { "" })
        };
        let (parents, ids): (Vec<_>, _) = comments.iter().enumerate().map(parent).collect();

        let starters = starters(&parents);
        let mut replies = vec![Vec::new(); comments.len()];
        for (index, starter) in starters.iter().enumerate() {
            if let Some(replies) = replies.get_mut(*starter).filter(|_| *starter != index) {
                replies.push(index);
            }
        }
        Self { ids, parents, starters, replies }
    }

    /// The comments that started threads.
    pub(super) fn starters(&self) -> impl Iterator<Item = usize> {
        self.starters.iter().enumerate().filter(|(index, starter)| index == *starter).map(|(index, _)| index)
    }

    /// All that was said in a thread after the comment that started it.
    pub(super) fn replies(&self, starter: usize) -> &[usize] {
        self.replies.get(starter).map_or(&[], Vec::as_slice)
    }

    /// The comment that one answers, if it is a reply.
    pub(super) fn parent(&self, index: usize) -> Option<usize> {
        let is_reply = self.starters.get(index) != Some(&index);
        self.parents.get(index).copied().flatten().filter(|_| is_reply)
    }

    /// What the data calls a comment by, if that can name it and no other.
    pub(super) fn name(&self, index: usize) -> Option<&'c str> {
        self.ids.get(index).copied().filter(|id| !id.is_empty())
    }

    /// What to call a comment on the page: by its id, or by its place if another has that id already.
    pub(super) fn id(&self, index: usize) -> String {
        match self.name(index) {
            None => ["comment:", &digits::ascii(index as u64)].concat(),
            Some(id) => ["comment-", id].concat(),
        }
    }
}

/// Follows parents to where each thread starts; every step is taken once.
fn starters(parents: &[Option<usize>]) -> Vec<usize> {
    const UNKNOWN: usize = usize::MAX;
    const ON_THE_WAY: usize = UNKNOWN - 1;
    let mut starters = vec![UNKNOWN; parents.len()];
    let mut way = Vec::new();
    for from in 0..parents.len() {
        let mut at = from;
        let starter = loop {
            match starters.get_mut(at) {
                Some(known) if *known == UNKNOWN => *known = ON_THE_WAY,
                // What was met on this way before is in a ring, which is cut here.
                Some(known) if *known != ON_THE_WAY => break *known,
                _ => break at,
            }
            way.push(at);
            match parents.get(at).copied().flatten() {
                Some(parent) => at = parent,
                None => break at,
            }
        };
        while let Some(index) = way.pop() {
            if let Some(known) = starters.get_mut(index) {
                *known = starter;
            }
        }
    }
    starters
}

#[cfg(test)]
mod tests {
    use super::*;

    fn comments(data: &[(&str, &str)]) -> Vec<Comment> {
        let comment = |(id, parent): &(&str, &str)| Comment {
            id: (*id).to_owned(),
            parent: (*parent).to_owned(),
            ..Comment::default()
        };
        data.iter().map(comment).collect()
    }

    /// Each starter with its replies, and whom each reply answers.
    fn shape(data: &[(&str, &str)]) -> Vec<(usize, Vec<(usize, usize)>)> {
        let comments = comments(data);
        let threads = Threads::of(&comments);
        let reply = |index: &usize| (*index, threads.parent(*index).expect("a reply answers"));
        let thread = |starter| (starter, threads.replies(starter).iter().map(reply).collect());
        threads.starters().map(thread).collect()
    }

    #[test]
    fn replies_gather_below_their_starter() {
        let data = [("a", ""), ("b", "a"), ("c", ""), ("d", "b"), ("e", "c")];
        assert_eq!(shape(&data), [(0, vec![(1, 0), (3, 1)]), (2, vec![(4, 2)])]);
    }

    #[test]
    fn a_reply_may_come_before_what_it_answers() {
        assert_eq!(shape(&[("b", "a"), ("a", "")]), [(1, vec![(0, 1)])]);
    }

    #[test]
    fn missing_parents_selves_and_rings_harm_nothing() {
        assert_eq!(shape(&[("a", "gone"), ("b", "b")]), [(0, vec![]), (1, vec![])]);
        assert_eq!(shape(&[("a", "b"), ("b", "a"), ("c", "a")]), [(0, vec![(1, 0), (2, 0)])]);
        let ring: Vec<String> = (0..1000).map(|n| n.to_string()).collect();
        let data: Vec<_> = (0..1000).map(|n| (ring[n].as_str(), ring[(n + 1) % 1000].as_str())).collect();
        assert_eq!(shape(&data).len(), 1);
    }

    #[test]
    fn ids_are_unique_whatever_the_data_says() {
        let comments = comments(&[("7", ""), ("7", ""), ("", ""), ("a b", ""), ("a-b", "7")]);
        let threads = Threads::of(&comments);
        let ids: Vec<_> = (0..5).map(|index| threads.id(index)).collect();
        assert_eq!(ids, ["comment-7", "comment:1", "comment:2", "comment:3", "comment-a-b"]);
        assert_eq!(threads.parent(4), Some(0));
    }

    #[test]
    fn a_parent_is_meant_by_its_whole_id() {
        assert_eq!(shape(&[("a/b", ""), ("a-b", ""), ("c", "a-b")]), [(0, vec![]), (1, vec![(2, 1)])]);
    }
}
