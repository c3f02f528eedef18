//! A comment as a moderator sees it in, as HTML or JSON out.
//! Floor 2. Uses: markup.

use satr::article::CommentState;
use satr::date::{Format, Style, Timestamp};
use satr::text::digits::{self, Numerals};
use serde_json::{Value, json};

use super::markup::Markup;
use crate::store::{Entry, Shelf};

/// What can be done, and on which button it is.
const ACTS: [(&str, &str); 6] = [
    ("approve", "تأیید"),
    ("reject", "رد"),
    ("restore", "بازگرداندن"),
    ("pin", "سنجاق"),
    ("unpin", "لغو سنجاق"),
    ("remove", "برداشتن"),
];

/// The name of a shelf in addresses and JSON.
pub(super) fn name(shelf: Shelf) -> &'static str {
    match shelf {
        Shelf::Waiting => "waiting",
        Shelf::Published => "published",
        Shelf::Rejected => "rejected",
        Shelf::Removed => "removed",
    }
}

pub(super) fn json(entry: &Entry) -> Value {
    json!({
        "article": entry.article.as_str(),
        "shelf": name(entry.shelf),
        "email": entry.email,
        "reports": entry.reports,
        "foreign": entry.is_foreign,
        "comment": entry.comment,
    })
}

/// A number in Persian digits.
pub(super) fn number(number: impl ToString) -> String {
    digits::all(&number.to_string(), Numerals::Persian)
}

/// An article's name as a segment of a path.
pub(super) fn segment(name: &str) -> String {
    let plain = |byte: &u8| byte.is_ascii_alphanumeric() || b"-_.~".contains(byte);
    name.bytes().fold(String::new(), |mut out, byte| {
        if plain(&byte) {
            out.push(char::from(byte));
        } else {
            out.push('%');
            out.push_str(&crate::secret::hex(&[byte]).to_ascii_uppercase());
        }
        out
    })
}

/// Draws an entry. `back` is where its buttons lead when it is done.
pub(super) fn draw(m: &mut Markup, entry: &Entry, back: &str) {
    let id = entry.id.to_string();
    let class = if entry.comment.official { "satr-comment satr-official" } else { "satr-comment" };
    m.element("li", &[("class", class), ("id", &format!("comment-{id}"))], |m| {
        who(m, entry);
        about(m, entry);
        m.word("p", &[("class", "desk-text"), ("dir", "auto")], &entry.comment.text);
        acts(m, entry, &id, back);
        if entry.comment.state == CommentState::Published {
            answer(m, &id, back);
        }
    });
}

fn who(m: &mut Markup, entry: &Entry) {
    let comment = &entry.comment;
    m.element("p", &[("class", "satr-by")], |m| {
        let name = if comment.author.trim().is_empty() { "بی‌نام" } else { &comment.author };
        m.element("b", &[], |m| m.word("bdi", &[], name));
        let reports = format!("{} گزارش", number(entry.reports));
        let is_waiting = comment.state == CommentState::Pending;
        for (is_said, label) in [
            (is_waiting, "در انتظار بررسی"),
            (entry.shelf == Shelf::Rejected, "ردشده"),
            (entry.shelf == Shelf::Removed, "برداشته‌شده"),
            (comment.pinned, "سنجاق‌شده"),
            (comment.official, "تحریریه"),
            (entry.is_foreign, "غیرفارسی"),
        ] {
            if is_said {
                m.word("span", &[("class", "satr-label")], label);
            }
        }
        if entry.reports > 0 {
            m.word("span", &[("class", "satr-label desk-alert")], &reports);
        }
        if let Some(date) = comment.date {
            m.word("time", &[("datetime", &machine(date))], &Format::default().date(date, Style::Full));
        }
    });
}

fn machine(date: Timestamp) -> String {
    satr::date::format::machine(date, satr::date::Place::Iran)
}

/// What only a moderator sees, and where it belongs.
fn about(m: &mut Markup, entry: &Entry) {
    m.element("p", &[("class", "desk-about")], |m| {
        m.element("span", &[], |m| {
            m.text("خبر ");
            let article = entry.article.as_str();
            let href = format!("/moderation/articles/{}", segment(article));
            m.element("a", &[("href", &href)], |m| m.word("bdi", &[], article));
        });
        if !entry.comment.parent.is_empty() {
            let href = format!("/moderation/comments/{}", segment(&entry.comment.parent));
            m.element("span", &[], |m| {
                m.text("در پاسخ به ");
                m.word("a", &[("href", &href)], &format!("نظر {}", number(&entry.comment.parent)));
            });
        }
        if !entry.email.is_empty() {
            m.element("span", &[], |m| {
                m.text("رایانامه ");
                m.word("bdi", &[("dir", "ltr")], &entry.email);
            });
        }
        if entry.comment.state == CommentState::Published {
            let votes = format!("{} موافق، {} مخالف", number(entry.comment.up), number(entry.comment.down));
            m.word("span", &[], &votes);
        }
    });
}

fn acts(m: &mut Markup, entry: &Entry, id: &str, back: &str) {
    let comment = &entry.comment;
    let is_starter = comment.parent.is_empty();
    let can = |act: &str| match (act, comment.state, entry.shelf) {
        ("approve", CommentState::Pending, _) | ("approve", _, Shelf::Rejected) => true,
        // Looked at, and found to be in order.
        ("approve", CommentState::Published, _) => entry.reports > 0,
        ("reject", CommentState::Pending, _) | ("remove", CommentState::Published, _) => true,
        ("restore", _, Shelf::Removed) => true,
        ("pin", CommentState::Published, _) => is_starter && !comment.pinned,
        ("unpin", CommentState::Published, _) => is_starter && comment.pinned,
        _ => false,
    };
    let action = format!("/moderation/comments/{id}");
    m.element("form", &[("class", "satr-acts"), ("method", "post"), ("action", &action)], |m| {
        m.hidden("back", back);
        for (act, label) in ACTS.into_iter().filter(|(act, _)| can(act)) {
            m.word("button", &[("type", "submit"), ("name", "act"), ("value", act)], label);
        }
        if !comment.official {
            m.word("a", &[("href", &format!("/moderation/erase?comment={id}"))], "پاک‌کردن نویسنده");
        }
    });
}

fn answer(m: &mut Markup, id: &str, back: &str) {
    let (action, field) = (format!("/moderation/comments/{id}"), format!("answer-{id}"));
    m.element("details", &[("class", "desk-answer")], |m| {
        m.word("summary", &[], "پاسخ تحریریه");
        m.element("form", &[("method", "post"), ("action", &action)], |m| {
            m.hidden("back", back);
            m.hidden("act", "answer");
            m.element("div", &[("class", "satr-field")], |m| {
                m.word("label", &[("for", &field)], "متن پاسخ");
                m.word(
                    "textarea",
                    &[("id", &field), ("name", "text"), ("dir", "auto"), ("required", "")],
                    "",
                );
            });
            m.element("p", &[("class", "satr-send")], |m| {
                m.word("button", &[("type", "submit")], "انتشار پاسخ");
            });
        });
    });
}
