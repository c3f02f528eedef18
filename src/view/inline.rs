//! Running text: spans become elements, and text is set across them.

use alloc::string::String;
use alloc::vec::Vec;
use core::ops::Range;

use super::{View, is_blank, spans};
use crate::article::url::LinkUrl;
use crate::article::{Direction, Mark, RichText, Span};
use crate::date::format;
use crate::text::bidi::Run;
use crate::text::chars;
use crate::text::clean;
use crate::text::token::{Kind, tokens};
use crate::tree::{Attr, Tag};

impl View<'_> {
    /// Draws running text. Neighbouring spans that lead to one address share one link.
    pub(super) fn rich(&mut self, text: &RichText) {
        if !self.has(text) {
            return;
        }
        let line = self.line_of(text.spans());
        let mut start = 0;
        for spans in
            line.spans.chunk_by(|(one, _), (next, _)| one.href == next.href && one.footnote.is_empty())
        {
            let Some((span, end)) = spans.last() else { continue };
            let part = start..*end;
            start = *end;
            let shown = line.text.get(part.clone()).unwrap_or_default();
            if span.href.is_some() && is_blank(shown) {
                // A link that cannot be seen is none; the space it held stays.
                self.tree.text(shown);
            } else {
                self.leading(span.href.as_ref(), shown, &mut |view| {
                    view.isolated(part.clone(), &line.across, &mut |view, part| view.piece(&line, part));
                });
            }
            // Behind the link: a reference is one of its own.
            self.reference(&span.footnote);
        }
    }

    /// Sets the texts of spans, and finds the runs of them all.
    fn line_of<'t>(&self, spans: &'t [Span]) -> Line<'t> {
        let (text, spans) = spans::set(spans, &self.typesetter);
        let mut line = Line { spans, text, ..Line::default() };
        for run in self.runs(&line.text) {
            line.put(run);
        }
        line
    }

    /// A part of a line, each span's text inside the elements of its marks. Spans of one language that follow each other
    /// are one run.
    fn piece(&mut self, line: &Line<'_>, part: Range<usize>) {
        let mut at = part.start;
        let mut run: Option<&Span> = None;
        for (span, end) in line.spans.iter().skip(line.index(at)) {
            let end = part.end.min(*end);
            if at < end {
                if run.is_some_and(|run| (&run.lang, run.dir) != (&span.lang, span.dir)) {
                    self.tree.close();
                    run = None;
                }
                if run.is_none() && is_run(span) {
                    self.open_run(span);
                    run = Some(span);
                }
                self.marked(span, line, at..end);
            }
            at = end;
            if at == part.end {
                break;
            }
        }
        if run.is_some() {
            self.tree.close();
        }
    }

    /// Opens the element of words that have a language or a direction of their own.
    fn open_run(&mut self, span: &Span) {
        self.tree.open(Tag::Bdi);
        if let Some(language) = &span.lang {
            self.tree.attr(Attr::Lang, language.as_str());
        }
        let is_rtl = match (span.dir, &span.lang) {
            (Direction::Auto, None) => self.is_rtl,
            (Direction::Auto, Some(language)) => language.is_rtl(),
            (dir, _) => dir == Direction::Rtl,
        };
        self.tree.attr(Attr::Dir, if is_rtl { "rtl" } else { "ltr" });
    }

    fn marked(&mut self, span: &Span, line: &Line<'_>, part: Range<usize>) {
        let around = self.open_around(span);
        for mark in span.marks.iter() {
            self.tree.open(match mark {
                Mark::Quote => Tag::Q,
                Mark::Strong => Tag::Strong,
                Mark::Emphasis => Tag::Em,
                Mark::Highlight => Tag::Mark,
                Mark::Small => Tag::Small,
                Mark::Sub => Tag::Sub,
                Mark::Sup => Tag::Sup,
                Mark::Code => Tag::Code,
            });
            if mark == Mark::Code {
                self.tree.attr(Attr::Dir, "ltr");
            }
        }
        self.lines_with(&line.text, part, &line.inner);
        for _ in 0..around + span.marks.iter().count() {
            self.tree.close();
        }
    }

    /// Opens the elements that say what a span is, not how it is set, and tells how many.
    fn open_around(&mut self, span: &Span) -> usize {
        let mut around = 0;
        if !is_blank(&span.expansion) {
            self.tree.open(Tag::Abbr);
            self.tree.attr(Attr::Title, &self.flat(&self.set(&span.expansion)));
            around += 1;
        }
        if let Some(time) = span.time {
            self.tree.open(Tag::Time);
            self.tree.attr(Attr::Datetime, &format::machine(time, self.reckoning));
            around += 1;
        }
        around
    }

    /// A link whose text names another host than it leads to says where it leads.
    pub(super) fn real_host(&mut self, text: &str, url: &LinkUrl) {
        // No address is without a dot or a colon, and nearly every link's text is.
        if !text.bytes().any(|b| matches!(b, b'.' | b':')) {
            return;
        }
        let Some(host) = url.host().filter(|host| names_another(&clean(text), host)) else { return };
        self.tree.text(" (");
        self.ltr(host);
        self.tree.text(")");
    }
}

/// Running text that has been set.
#[derive(Default)]
struct Line<'t> {
    /// Each span, and where its text ends.
    spans: Vec<(&'t Span, usize)>,
    text: String,
    /// The runs that lie in one span, isolated inside its marks.
    inner: Vec<Run>,
    /// Those across several, isolated around them.
    across: Vec<Run>,
}

impl Line<'_> {
    /// Which span the byte at `at` is in.
    fn index(&self, at: usize) -> usize {
        self.spans.partition_point(|(_, end)| *end <= at)
    }

    /// Takes a run. What is code, or of a language of its own, stands by itself already, a link is never cut, and a reference
    /// stands between what is drawn before and behind it: a run over the border of any is none.
    fn put(&mut self, run: Run) {
        let (first, last) = (self.index(run.range.start), self.index(run.range.end - 1));
        let spans = self.spans.get(first..=last).unwrap_or_default();
        let is_cut = |(span, _): &(&Span, usize)| {
            stands_alone(span) || spans.first().is_some_and(|(first, _)| first.href != span.href)
        };
        let before_last = self.spans.get(first..last).unwrap_or_default();
        let is_parted = before_last.iter().any(|(span, _)| !span.footnote.is_empty());
        if !is_parted && !spans.iter().any(is_cut) {
            if first == last { &mut self.inner } else { &mut self.across }.push(run);
        }
    }
}

/// Whether a span has a language or a direction of its own.
fn is_run(span: &Span) -> bool {
    span.lang.is_some() || span.dir != Direction::Auto
}

/// Whether a span is isolated from the line it is in, whatever its letters are.
fn stands_alone(span: &Span) -> bool {
    span.marks.contains(Mark::Code) || is_run(span)
}

/// Whether a link's text names a host other than the one it leads to, or one above that.
fn names_another(text: &str, host: &str) -> bool {
    let is_above = |named: &str| {
        let Some((below, end)) = host.split_at_checked(host.len().wrapping_sub(named.len())) else {
            return false;
        };
        end.eq_ignore_ascii_case(named) && (below.is_empty() || below.ends_with('.'))
    };
    let tokens = tokens(text).filter(|token| token.kind == Kind::Protected);
    tokens.filter_map(|token| named_host(token.text)).any(|named| !is_above(named))
}

/// The host that a token names, if it reads as an address: `bank.ir`, `https://www.bank.ir/login`.
pub(super) fn named_host(token: &str) -> Option<&str> {
    let schemed = ["https://", "http://"].into_iter().find_map(|scheme| without(scheme, token));
    let address = schemed.unwrap_or(token);
    let authority = address.get(..chars::span(address, |c| !matches!(c, '/' | '?' | '#' | ':')))?;
    let named = authority.trim_end_matches('.');
    let top = named.bytes().rev().take_while(u8::is_ascii_alphabetic).count();
    let has_top = top >= 2 && named.bytes().rev().nth(top) == Some(b'.');
    let is_name = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'.');
    (schemed.is_some() || has_top && named.bytes().all(is_name))
        .then(|| without("www.", named).unwrap_or(named))
}

/// What follows a beginning, in letters of either case.
fn without<'t>(beginning: &str, text: &'t str) -> Option<&'t str> {
    let (start, rest) = text.split_at_checked(beginning.len())?;
    start.eq_ignore_ascii_case(beginning).then_some(rest)
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
            ("bank.ir ورود", "evil.example", true),
            ("ورود به bank.ir یا mehrnews.com", "mehrnews.com", true),
            ("https://بانک.ایران/", "evil.example", true),
            ("info@bank.ir", "evil.example", false),
            ("خبرگزاری مهر", "mehrnews.com", false),
            ("نسخهٔ 3.11", "python.org", false),
            ("پایان.", "mehrnews.com", false),
        ] {
            assert_eq!(names_another(shown, host), other, "{shown} → {host}");
        }
    }
}
