//! Running text: spans become elements, and text is set across them.

use std::borrow::Cow;

use super::{View, is_blank};
use crate::article::url::LinkUrl;
use crate::article::{Mark, RichText, Span};
use crate::text::clean;
use crate::text::{self, digits};
use crate::tree::{Attr, Tag};

impl View<'_> {
    /// Draws running text. Neighbouring spans that lead to one address share one link.
    pub(super) fn rich(&mut self, text: &RichText) {
        let set = self.set_spans(text.spans());
        let mut spans = text.spans().iter().zip(set).peekable();
        while let Some((span, set)) = spans.next() {
            let Some(url) = &span.href else {
                self.marked(span, &set);
                continue;
            };
            let mut link = vec![(span, set)];
            while let Some(next) = spans.next_if(|(next, _)| next.href.as_ref() == Some(url)) {
                link.push(next);
            }
            let shown: String = link.iter().map(|(_, set)| &**set).collect();
            if is_blank(&shown) {
                // A link that cannot be seen is none; the space it held stays.
                self.tree.text(&shown);
                continue;
            }
            self.linked(Some(url), |view| {
                for (span, set) in &link {
                    view.marked(span, set);
                }
                view.real_host(&shown, url);
            });
        }
    }

    /// Sets the texts of spans as the one text they are, so that a rule sees across their borders.
    fn set_spans<'s>(&self, spans: &'s [Span]) -> Vec<Cow<'s, str>> {
        let clean: Vec<Cow<'s, str>> = spans.iter().map(|span| clean(&span.text)).collect();
        let whole: Cow<'_, str> = match clean.as_slice() {
            [one] => Cow::Borrowed(one),
            many => Cow::Owned(many.concat()),
        };
        let edits = digits::edits(&whole, self.options.numerals);
        if edits.is_empty() {
            return clean;
        }
        let mut start = 0;
        let set_span = |(span, text): (&Span, Cow<'s, str>)| {
            let end = start + text.len();
            let within = text::within(&edits, start..end);
            start = end;
            if within.is_empty() || span.marks.contains(Mark::Code) {
                text
            } else {
                Cow::Owned(text::apply(&text, &within).into_owned())
            }
        };
        spans.iter().zip(clean).map(set_span).collect()
    }

    /// One span's text inside the elements of its marks.
    fn marked(&mut self, span: &Span, set: &str) {
        if set.is_empty() {
            return;
        }
        let mut stand = 0;
        for mark in span.marks.iter() {
            let tag = match mark {
                Mark::Strong => Tag::Strong,
                Mark::Emphasis => Tag::Em,
                Mark::Code => Tag::Code,
            };
            if self.tree.open(tag) {
                stand += 1;
                if mark == Mark::Code {
                    self.tree.attr(Attr::Dir, "ltr");
                }
            }
        }
        self.lines(set);
        for _ in 0..stand {
            self.tree.close();
        }
    }

    /// Set text whose line ends are line breaks.
    pub(super) fn lines(&mut self, set: &str) {
        for (index, line) in set.split('\n').enumerate() {
            if index > 0 {
                self.element(Tag::Br, |_| {});
            }
            self.tree.text(line);
        }
    }

    /// A link whose text names another host than it leads to says where it leads.
    fn real_host(&mut self, shown: &str, url: &LinkUrl) {
        let Some(host) = url.host().filter(|host| names_another(shown, host)) else { return };
        self.tree.text(" (");
        self.element(Tag::Bdi, |view| {
            view.tree.attr(Attr::Dir, "ltr");
            view.tree.text(host);
        });
        self.tree.text(")");
    }

    /// Text for an attribute, made safe and set.
    pub(super) fn set(&self, text: &str) -> String {
        digits::convert(&clean(text), self.options.numerals).into_owned()
    }
}

/// Whether a link's text reads as a host other than the one it leads to, or one above that.
fn names_another(shown: &str, host: &str) -> bool {
    let shown = shown.trim();
    let named = shown.split_once("://").map_or(shown, |(_, rest)| rest);
    let named = named.split(['/', '?', '#', ':']).next().unwrap_or_default();
    let named = named.trim_end_matches('.').to_ascii_lowercase();
    let named = named.strip_prefix("www.").unwrap_or(&named);
    let letters = |label: &str| label.len() >= 2 && label.bytes().all(|b| b.is_ascii_alphabetic());
    let label =
        |label: &str| !label.is_empty() && label.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
    let Some((name, top)) = named.rsplit_once('.') else { return false };
    if !letters(top) || !name.split('.').all(label) {
        return false;
    }
    let host = host.to_ascii_lowercase();
    host != named && !host.strip_suffix(named).is_some_and(|above| above.ends_with('.'))
}

#[cfg(test)]
mod tests {
    use super::names_another;

    #[test]
    fn a_text_that_names_another_host_is_told() {
        for (shown, host, other) in [
            ("bank.ir", "evil.example", true),
            ("https://bank.ir/login", "bank.ir.evil.example", true),
            ("bank.ir", "bank.ir", false),
            ("BANK.ir/", "www.bank.ir", false),
            ("www.bank.ir", "bank.ir", false),
            ("خبرگزاری مهر", "mehrnews.com", false),
            ("نسخهٔ 3.11", "python.org", false),
            ("پایان.", "mehrnews.com", false),
        ] {
            assert_eq!(names_another(shown, host), other, "{shown} → {host}");
        }
    }
}
