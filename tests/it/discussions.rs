//! Comments of every shape, and what can be done with them, for the laws to hold on.

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;
use satr::article::url::LinkUrl;
use satr::article::{Comment, CommentState, Discussion, Draft, Fault, Question, Said, Sort, Vote};

use crate::articles::{text, time};

pub(crate) fn comments() -> impl Strategy<Value = Vec<Comment>> {
    let told =
        (select(CommentState::ALL), any::<bool>(), any::<bool>(), select(Vote::ALL), select(Said::ALL));
    let votes = (0..3_u32, 0..3_u32, 0..3_u32);
    let written = ("[ab]?[1-9]?", "[ab]?[1-9]?", text(), option::of(time()), text());
    let comment = (written, told, votes).prop_map(|(written, told, (up, down, more))| {
        let (id, parent, author, date, text) = written;
        let (state, official, pinned, vote, said) = told;
        Comment { id, parent, author, date, text, state, official, pinned, up, down, vote, more, said }
    });
    vec(comment, 0..8)
}

pub(crate) fn discussion(url: impl Strategy<Value = LinkUrl>) -> impl Strategy<Value = Discussion> {
    let home = (option::of(url), option::of(0..9_u32), select(Sort::ALL), "[a-z/=]{0,3}", "[ab]?[1-9]?");
    let open = (any::<bool>(), any::<bool>(), 0..9_u32, "(altcha)?", option::of((text(), "[a-z]{0,3}")));
    (home, open, option::of(draft()), select(Said::ALL)).prop_map(|(home, open, draft, said)| {
        let (url, count, sort, next, thread) = home;
        let (closed, moderated, limit, captcha, question) = open;
        let question = question.map(|(text, token)| Question { text, token });
        Discussion {
            url,
            count,
            sort,
            next,
            thread,
            closed,
            moderated,
            limit,
            captcha,
            question,
            draft,
            said,
        }
    })
}

fn draft() -> impl Strategy<Value = Draft> {
    let faults = vec(select(Fault::ALL), 0..4);
    (text(), text(), text(), "[ab]?[1-9]?", "[a-z]{0,3}", faults, any::<bool>()).prop_map(
        |(author, email, text, parent, key, faults, sending)| Draft {
            author,
            email,
            text,
            parent,
            key,
            faults,
            sending,
        },
    )
}
