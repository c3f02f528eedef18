//! What a page is about in, the page around it out.
//! Floor 2. Uses: markup.

use axum::response::Html;

use super::entry::number;
use super::markup::Markup;
use super::session::Told;
use crate::SHEETS;

/// The lists that the page leads to.
pub(super) const SHELVES: [(&str, &str); 4] =
    [("waiting", "در انتظار"), ("published", "منتشرشده"), ("rejected", "ردشده"), ("removed", "برداشته‌شده")];

/// A page with this title around what `inside` draws.
pub(super) fn page(title: &str, inside: impl FnOnce(&mut Markup)) -> Html<String> {
    let mut m = Markup::default();
    m.element("html", &[("lang", "fa"), ("dir", "rtl")], |m| {
        m.element("head", &[], |m| {
            m.void("meta", &[("charset", "utf-8")]);
            m.void("meta", &[("name", "viewport"), ("content", "width=device-width, initial-scale=1")]);
            m.void("meta", &[("name", "color-scheme"), ("content", "light dark")]);
            m.void("meta", &[("name", "robots"), ("content", "noindex")]);
            m.word("title", &[], title);
            for sheet in SHEETS {
                m.void("link", &[("rel", "stylesheet"), ("href", sheet)]);
            }
            m.void("link", &[("rel", "stylesheet"), ("href", "/moderation/moderation.css")]);
        });
        m.element("body", &[], |m| {
            m.element("main", &[], |m| {
                m.element("div", &[("class", "satr")], |m| {
                    m.element("section", &[("class", "satr-comments desk")], inside);
                });
            });
        });
    });
    Html(m.into_page())
}

/// A page of who is logged in, with the ways to all lists; `shelf` is the one that is shown.
pub(super) fn inner(
    title: &str,
    shelf: Option<&str>,
    waiting: Option<u32>,
    inside: impl FnOnce(&mut Markup),
) -> Html<String> {
    page(title, |m| {
        m.element("header", &[("class", "desk-head")], |m| {
            m.element("nav", &[("aria-label", "بخش‌ها")], |m| {
                for (name, label) in SHELVES {
                    let href = format!("/moderation?shelf={name}");
                    let current = if shelf == Some(name) { Some(("aria-current", "page")) } else { None };
                    let attrs: Vec<_> = [("href", href.as_str())].into_iter().chain(current).collect();
                    m.element("a", &attrs, |m| {
                        m.text(label);
                        if let Some(waiting) = waiting.filter(|_| name == "waiting") {
                            m.text(" ");
                            m.word("b", &[], &number(waiting));
                        }
                    });
                }
                m.word("a", &[("href", "/moderation/erase")], "پاک‌کردن داده‌ها");
            });
            m.element("form", &[("method", "post"), ("action", "/moderation/logout")], |m| {
                m.word("button", &[("type", "submit")], "خروج");
            });
        });
        m.element("h1", &[], |m| m.text(title));
        inside(m);
    })
}

/// What came of an act, as its address tells it.
pub(super) fn said(m: &mut Markup, said: Option<&str>) {
    match said {
        Some("done") => m.word("p", &[("class", "satr-said"), ("role", "status")], "انجام شد."),
        Some("late") => {
            let words = "انجام نشد: این نظر پیش از شما تغییر کرده بود.";
            m.word("p", &[("class", "satr-error"), ("role", "alert")], words);
        }
        Some("empty") => {
            m.word("p", &[("class", "satr-error"), ("role", "alert")], "متن پاسخ خالی بود.");
        }
        _ => {}
    }
}

/// The door.
pub(super) fn log_in(told: Told) -> Html<String> {
    page("ورود به بررسی نظرها", |m| {
        m.word("h1", &[], "بررسی نظرها");
        m.element(
            "form",
            &[("class", "satr-form"), ("method", "post"), ("action", "/moderation/login")],
            |m| {
                if told == Told::Wrong {
                    m.word("p", &[("class", "satr-error"), ("role", "alert")], "این رمز درست نیست.");
                }
                m.element("div", &[("class", "satr-field")], |m| {
                    m.word("label", &[("for", "token")], "رمز ورود");
                    m.void(
                        "input",
                        &[
                            ("id", "token"),
                            ("name", "token"),
                            ("type", "password"),
                            ("dir", "ltr"),
                            ("autocomplete", "current-password"),
                            ("required", ""),
                        ],
                    );
                });
                m.element("p", &[("class", "satr-send")], |m| {
                    m.word("button", &[("type", "submit")], "ورود")
                });
            },
        );
    })
}
