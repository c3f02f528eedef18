//! The names a tree is made of: elements, attributes and classes, each a closed list.

/// A closed list of names, numbered from 0.
macro_rules! names {
    ($(#[$meta:meta])* $name:ident { $($variant:ident = $text:literal,)* }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        #[allow(missing_docs, reason = "each variant is the name beside it")]
        pub enum $name { $($variant,)* }

        impl $name {
            /// Every name, in the order of the numbers on the tape.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)*];

            /// The name as HTML writes it.
            #[must_use]
            pub fn name(self) -> &'static str {
                match self { $(Self::$variant => $text,)* }
            }
        }
    };
}

names! {
    /// The elements that the view draws.
    Tag {
        Div = "div",
        Article = "article",
        Section = "section",
        Header = "header",
        Footer = "footer",
        Nav = "nav",
        Aside = "aside",
        Hgroup = "hgroup",
        H1 = "h1",
        H2 = "h2",
        H3 = "h3",
        H4 = "h4",
        H5 = "h5",
        H6 = "h6",
        P = "p",
        Ul = "ul",
        Ol = "ol",
        Li = "li",
        Dl = "dl",
        Dt = "dt",
        Dd = "dd",
        Blockquote = "blockquote",
        Figure = "figure",
        Figcaption = "figcaption",
        Img = "img",
        A = "a",
        B = "b",
        Strong = "strong",
        Em = "em",
        Code = "code",
        Span = "span",
        Bdi = "bdi",
        Time = "time",
        Data = "data",
        Br = "br",
    }
}

impl Tag {
    /// Whether the element has no content and no end tag.
    #[must_use]
    pub fn is_void(self) -> bool {
        matches!(self, Self::Img | Self::Br)
    }

    /// Whether it stands inside a line of text; any other element would end a paragraph it is put in.
    pub(super) fn is_phrasing(self) -> bool {
        use Tag::{A, B, Bdi, Br, Code, Data, Em, Img, Span, Strong, Time};
        matches!(self, Img | A | B | Strong | Em | Code | Span | Bdi | Time | Data | Br)
    }

    pub(super) fn is_heading(self) -> bool {
        matches!(self, Self::H1 | Self::H2 | Self::H3 | Self::H4 | Self::H5 | Self::H6)
    }
}

names! {
    /// The attributes that the view sets.
    Attr {
        Href = "href",
        Src = "src",
        Id = "id",
        Lang = "lang",
        Dir = "dir",
        Theme = "data-theme",
        Label = "aria-label",
        LabelledBy = "aria-labelledby",
        Datetime = "datetime",
        Value = "value",
        Rel = "rel",
        Alt = "alt",
        Width = "width",
        Height = "height",
        Priority = "fetchpriority",
        Loading = "loading",
        Decoding = "decoding",
    }
}

names! {
    /// The classes that the stylesheet knows.
    Class {
        Root = "satr",
        Article = "satr-article",
        Head = "satr-head",
        Path = "satr-path",
        Kicker = "satr-kicker",
        Headline = "satr-headline",
        Deck = "satr-deck",
        Meta = "satr-meta",
        Byline = "satr-byline",
        Lead = "satr-lead",
        Dateline = "satr-dateline",
        Figure = "satr-figure",
        FigureLead = "satr-figure-lead",
        FigureWide = "satr-figure-wide",
        Credit = "satr-credit",
        Body = "satr-body",
        List = "satr-list",
        Quote = "satr-quote",
        Unknown = "satr-unknown",
        Corrections = "satr-corrections",
        Correction = "satr-correction",
        Foot = "satr-foot",
        Tags = "satr-tags",
        Facts = "satr-facts",
        More = "satr-more",
        Comments = "satr-comments",
        CommentsHead = "satr-comments-head",
        Comment = "satr-comment",
        By = "satr-by",
        Replies = "satr-replies",
        Rules = "satr-rules",
        Hint = "satr-hint",
    }
}
