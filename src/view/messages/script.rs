//! What scripts say of their own, and servers where there is no article, out.
//!
//! No core draws these: a script has to say that the core has not come. So they stand apart from what a page says, which
//! the wasm carries, and in Persian for all.

use alloc::string::String;

use super::super::state::State;

/// The title of a state, if it has one, and what it says.
pub(in crate::view) fn of(state: State) -> [&'static str; 2] {
    match state {
        State::Waiting => ["", "خبر در راه است…"],
        State::Failed => ["خبر نرسید", "مشکلی در رساندن این خبر پیش آمد. کمی دیگر دوباره بکوشید."],
        State::Offline => ["اینترنت در دسترس نیست", "خبر هنوز نرسیده است. اینترنت خود را وارسی کنید."],
        State::NotFound => ["خبری با این نشانی نیست", "شاید نشانی ناقص کپی شده باشد، یا خبر جابه‌جا شده است."],
    }
}

/// The same of comments.
fn of_comments(state: State) -> [&'static str; 2] {
    match state {
        State::Waiting => ["", "نظرها در راه است…"],
        State::Failed => ["نظرها نرسید", "مشکلی در رساندن نظرها پیش آمد. کمی دیگر دوباره بکوشید."],
        State::Offline => ["اینترنت در دسترس نیست", "نظرها هنوز نرسیده است. اینترنت خود را وارسی کنید."],
        State::NotFound => ["این نظرها پیدا نشد", "شاید نشانی ناقص کپی شده باشد، یا خبر جابه‌جا شده است."],
    }
}

/// Words on what scripts add, by what they are called there.
const WORDS: [(&str, &str); 8] = [
    ("retry", "تلاش دوباره"),
    ("close", "بستن"),
    ("previous", "قبلی"),
    ("next", "بعدی"),
    ("gallery", "تصویرها"),
    ("note", "پانویس"),
    ("toNote", "رفتن به پانویس"),
    ("notCopied", "کپی نشد"),
];

/// Words on what scripts add to comments.
const COMMENT_WORDS: [(&str, &str); 1] = [("of", "از")];

/// The module that scripts read their words from: `STATES`, by name a title and a text, and `WORDS`.
#[doc(hidden)] // of use to whoever writes the package alone
#[must_use]
pub fn words_module() -> String {
    module("STATES", of, "WORDS", &WORDS)
}

/// The same of comments, which are loaded later: `COMMENT_STATES` and `COMMENT_WORDS`.
#[doc(hidden)]
#[must_use]
pub fn comment_words_module() -> String {
    module("COMMENT_STATES", of_comments, "COMMENT_WORDS", &COMMENT_WORDS)
}

fn module(
    states: &str,
    of: fn(State) -> [&'static str; 2],
    words: &str,
    said: &[(&'static str, &'static str)],
) -> String {
    let mut module = String::from(
        "// Written from `src/view/messages/script.rs` by `cargo xtask bless`: what scripts say, in Persian.\n",
    );
    module.push_str(&["\nexport const ", states, " = {\n"].concat());
    for state in State::ALL {
        let [title, text] = of(state);
        module.push_str(&["  ", state.name(), ": [\"", title, "\", \"", text, "\"],\n"].concat());
    }
    module.push_str(&["};\n\nexport const ", words, " = {\n"].concat());
    for (name, word) in said {
        module.push_str(&["  ", name, ": \"", word, "\",\n"].concat());
    }
    module.push_str("};\n");
    module
}
