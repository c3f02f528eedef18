//! Running text: spans of characters with marks, never nested.
//!
//! A flat list of spans can hold everything that nested elements could, but a link cannot stand inside a
//! link, depth cannot grow, and a text rule sees the words whole: the view joins the spans of a paragraph,
//! works on one string and puts each edit into the span it falls in.

use alloc::borrow::ToOwned;
use alloc::string::String;
use alloc::vec::Vec;

use serde::ser::{Serialize, SerializeSeq, Serializer};

use super::Language;
use super::declare::{choice, object};
use super::note::Problem;
use super::read::{Field, Reader};
use super::shape::{Form, Shape, Shaped, Vocabulary, choice_shape};
use super::url::LinkUrl;
use crate::date::Timestamp;
use crate::text::chars;
use crate::value::Value;

/// Running text: spans that follow each other.
///
/// In JSON a string, a span, or a list of both:
/// `["به گزارش ", {"text": "مهر", "href": "https://www.mehrnews.com"}, "، باران آمد."]`.
/// A line end in a span is a line break.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct RichText(Vec<Span>);

object! {
    /// Characters that share their marks.
    #[derive(Debug, Clone, PartialEq, Eq, Default)]
    pub struct Span {
        /// The characters.
        "text" text: String,
        /// How they are set.
        ///
        /// ```json
        /// {"text": "کتاب", "marks": ["strong", "emphasis"]}
        /// ```
        /// ```html
        /// <strong><em>کتاب</em></strong>
        /// ```
        "marks" marks: Marks,
        /// Where they lead.
        ///
        /// ```json
        /// {"text": "مهر", "href": "/agency"}
        /// ```
        /// ```html
        /// <a href="/agency">مهر</a>
        /// ```
        "href" href: Option<LinkUrl>,
        /// The language they are in, where it is not the article's.
        ///
        /// ```json
        /// {"text": "pars pro toto", "lang": "la"}
        /// ```
        /// ```html
        /// <bdi lang="la" dir="ltr">pars pro toto</bdi>
        /// ```
        "lang" lang: Option<Language>,
        /// Their direction, where it is not that of their language.
        ///
        /// ```json
        /// {"text": "۱ + ۲ = ۳", "dir": "ltr"}
        /// ```
        /// ```html
        /// <bdi dir="ltr">۱ + ۲ = ۳</bdi>
        /// ```
        "dir" dir: Direction,
        /// What they are short for.
        ///
        /// ```json
        /// {"text": "ناجا", "expansion": "نیروی انتظامی"}
        /// ```
        /// ```html
        /// <abbr title="نیروی انتظامی">ناجا</abbr>
        /// ```
        "expansion" expansion: String,
        /// The instant that they name.
        ///
        /// ```json
        /// {"text": "ظهر چهارشنبه", "time": "2019-08-14T12:00:00+04:30"}
        /// ```
        /// ```html
        /// <time datetime="2019-08-14T12:00:00+04:30">ظهر چهارشنبه</time>
        /// ```
        "time" time: Option<Timestamp>,
        /// The `id` of the footnote that is referred to behind them.
        ///
        /// ```json
        /// {"text": "دفتر آبی", "footnote": "1"}
        /// ```
        /// ```html
        /// دفتر آبی<sup class="satr-note-ref"><a id="satr-1-ref-1" href="#satr-1-note-1">۱</a></sup>
        /// ```
        "footnote" footnote: String,
    }
    or from text: text
}

choice! {
    /// A direction of writing.
    pub enum Direction {
        /// That of the language.
        #[default]
        Auto = "auto",
        /// Left to right.
        Ltr = "ltr",
        /// Right to left.
        Rtl = "rtl",
    }
}

impl RichText {
    /// Text of spans; empty ones are left out and neighbours with the same marks are joined.
    #[must_use]
    pub fn new(spans: impl IntoIterator<Item = Span>) -> Self {
        let mut joined: Vec<Span> = Vec::new();
        for span in spans {
            match joined.last_mut() {
                _ if span.text.is_empty() && span.footnote.is_empty() => {}
                Some(last) if last.is_set_as(&span) => last.text.push_str(&span.text),
                _ => joined.push(span),
            }
        }
        Self(joined)
    }

    /// The spans.
    #[must_use]
    pub fn spans(&self) -> &[Span] {
        &self.0
    }

    /// Whether there is nothing that could be seen.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        self.0.iter().all(|span| span.text.chars().all(chars::is_invisible))
    }

    /// The characters alone.
    #[must_use]
    pub fn to_text(&self) -> String {
        self.0.iter().map(|span| &*span.text).collect()
    }
}

impl Span {
    /// Whether a span that follows is only more of this one. A reference ends a span.
    fn is_set_as(&self, next: &Self) -> bool {
        let Self { text: _, marks, href, lang, dir, expansion, time, footnote } = self;
        let ends = !footnote.is_empty() || !next.footnote.is_empty();
        !ends
            && (marks, href, lang, dir, expansion, time)
                == (&next.marks, &next.href, &next.lang, &next.dir, &next.expansion, &next.time)
    }

    /// Whether it is nothing but its text.
    fn is_plain(&self) -> bool {
        Self::default().is_set_as(self)
    }
}

impl From<&str> for RichText {
    fn from(text: &str) -> Self {
        text.to_owned().into()
    }
}

impl From<String> for RichText {
    fn from(text: String) -> Self {
        Self::new([Span { text, ..Span::default() }])
    }
}

impl Field for RichText {
    fn read(&mut self, value: &Value<'_>, reader: &mut Reader) -> bool {
        let mut spans = Vec::new();
        let is_read = spans.read(value, reader);
        *self = Self::new(spans);
        is_read
    }

    fn is_absent(&self) -> bool {
        self.0.is_empty()
    }
}

impl Shaped for RichText {
    fn shape(vocabulary: &mut Vocabulary) -> Shape {
        const DOCS: &[&str] =
            &["Running text: a string, a span, or a list of both. A line end is a line break."];
        vocabulary.define("RichText", DOCS, |vocabulary| Form::Alias(Vec::<Span>::shape(vocabulary)))
    }
}

impl Serialize for RichText {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0.as_slice() {
            [] => serializer.serialize_str(""),
            [span] => SpanOrText(span).serialize(serializer),
            spans => {
                let mut list = serializer.serialize_seq(Some(spans.len()))?;
                for span in spans {
                    list.serialize_element(&SpanOrText(span))?;
                }
                list.end()
            }
        }
    }
}

/// Writes a span without marks as the bare string it is.
struct SpanOrText<'s>(&'s Span);

impl Serialize for SpanOrText<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.0.is_plain() { self.0.text.serialize(serializer) } else { self.0.serialize(serializer) }
    }
}

/// Declares the marks, outermost first: the order in which the view nests them.
macro_rules! marks {
    ($(#[$($meta:tt)*])* pub enum Mark { $( $(#[$($doc:tt)*])* $mark:ident = $name:literal, )* }) => {
        $(#[$($meta)*])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        #[non_exhaustive]
        pub enum Mark { $( $(#[$($doc)*])* $mark, )* }

        impl Mark {
            /// Every mark, outermost first: the order in which the view nests them.
            pub const ALL: &'static [Self] = &[$(Self::$mark),*];

            /// Its name in JSON.
            #[must_use]
            pub fn name(self) -> &'static str {
                match self { $(Self::$mark => $name,)* }
            }
        }

        choice_shape! { Mark [$(#[$($meta)*])*] { $( $name, [$(#[$($doc)*])*] )* } None }
    };
}

marks! {
    /// A way to set characters.
    pub enum Mark {
        /// Said by somebody; drawn in quotation marks: `<q>`.
        ///
        /// ```json
        /// {"text": "مثل نان", "marks": ["quote"]}
        /// ```
        /// ```html
        /// <q>مثل نان</q>
        /// ```
        Quote = "quote",
        /// Of importance; bold: `<strong>`.
        ///
        /// ```json
        /// {"text": "هرگز", "marks": ["strong"]}
        /// ```
        /// ```html
        /// <strong>هرگز</strong>
        /// ```
        Strong = "strong",
        /// Stressed: `<em>`. Persian has no italic, so the sheet sets it in a medium weight.
        ///
        /// ```json
        /// {"text": "شاید", "marks": ["emphasis"]}
        /// ```
        /// ```html
        /// <em>شاید</em>
        /// ```
        Emphasis = "emphasis",
        /// Marked, as with a pen: `<mark>`.
        ///
        /// ```json
        /// {"text": "اینجا", "marks": ["highlight"]}
        /// ```
        /// ```html
        /// <mark>اینجا</mark>
        /// ```
        Highlight = "highlight",
        /// Beside the matter, as a legal line: `<small>`.
        ///
        /// ```json
        /// {"text": "همهٔ حقوق محفوظ است", "marks": ["small"]}
        /// ```
        /// ```html
        /// <small>همهٔ حقوق محفوظ است</small>
        /// ```
        Small = "small",
        /// Set low: `<sub>`.
        ///
        /// ```json
        /// {"text": "۲", "marks": ["sub"]}
        /// ```
        /// ```html
        /// <sub>۲</sub>
        /// ```
        Sub = "sub",
        /// Set high: `<sup>`.
        ///
        /// ```json
        /// {"text": "۲", "marks": ["sup"]}
        /// ```
        /// ```html
        /// <sup>۲</sup>
        /// ```
        Sup = "sup",
        /// Code: kept character by character, left to right: `<code>`.
        ///
        /// ```json
        /// {"text": "let a = 1;", "marks": ["code"]}
        /// ```
        /// ```html
        /// <code dir="ltr">let a = 1;</code>
        /// ```
        Code = "code",
    }
}

/// A set of marks; in JSON a list of their names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Marks(u8);

impl Marks {
    /// Whether a mark is in the set.
    #[must_use]
    pub fn contains(self, mark: Mark) -> bool {
        self.0 & 1 << mark as u8 != 0
    }

    /// The set with one more mark.
    #[must_use]
    pub fn with(self, mark: Mark) -> Self {
        Self(self.0 | 1 << mark as u8)
    }

    /// The marks, outermost first.
    pub fn iter(self) -> impl DoubleEndedIterator<Item = Mark> {
        Mark::ALL.iter().copied().filter(move |mark| self.contains(*mark))
    }
}

impl FromIterator<Mark> for Marks {
    fn from_iter<I: IntoIterator<Item = Mark>>(marks: I) -> Self {
        marks.into_iter().fold(Self::default(), Self::with)
    }
}

/// One of a list of marks, in the making.
impl Field for Option<Mark> {
    fn read(&mut self, value: &Value<'_>, reader: &mut Reader) -> bool {
        let mut name = String::new();
        if !name.read(value, reader) {
            return false;
        }
        *self = Mark::ALL.iter().find(|mark| mark.name() == name).copied();
        if self.is_none() {
            reader.note(Problem::UnknownMark(name));
        }
        self.is_some()
    }
}

impl Field for Marks {
    fn read(&mut self, value: &Value<'_>, reader: &mut Reader) -> bool {
        let mut marks: Vec<Option<Mark>> = Vec::new();
        reader.list(value, &mut marks);
        *self = marks.into_iter().flatten().collect();
        true
    }

    fn is_absent(&self) -> bool {
        self.0 == 0
    }
}

impl Shaped for Marks {
    fn shape(vocabulary: &mut Vocabulary) -> Shape {
        Vec::<Mark>::shape(vocabulary)
    }
}

impl Serialize for Marks {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.iter().map(Mark::name))
    }
}
