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
        Q = "q",
        Mark = "mark",
        Small = "small",
        Sub = "sub",
        Sup = "sup",
        Abbr = "abbr",
        Pre = "pre",
        Hr = "hr",
        Picture = "picture",
        Source = "source",
        Video = "video",
        Audio = "audio",
        Track = "track",
        Table = "table",
        Caption = "caption",
        Thead = "thead",
        Tbody = "tbody",
        Tfoot = "tfoot",
        Tr = "tr",
        Th = "th",
        Td = "td",
        Slot = "slot",
        Button = "button",
        Form = "form",
        Label = "label",
        Input = "input",
        Textarea = "textarea",
    }
}

impl Tag {
    /// Whether the element has no content and no end tag.
    #[must_use]
    pub fn is_void(self) -> bool {
        matches!(self, Self::Img | Self::Br | Self::Hr | Self::Source | Self::Track | Self::Input)
    }

    /// Whether it stands inside a line of text; any other element would end a paragraph it is put in.
    pub(crate) fn is_phrasing(self) -> bool {
        use Tag::{
            A, Abbr, B, Bdi, Br, Button, Code, Data, Em, Img, Input, Label, Mark, Q, Small, Span, Strong,
            Sub, Sup, Textarea, Time,
        };
        matches!(
            self,
            Img | A
                | B
                | Strong
                | Em
                | Code
                | Span
                | Bdi
                | Time
                | Data
                | Br
                | Q
                | Mark
                | Small
                | Sub
                | Sup
                | Abbr
                | Button
                | Label
                | Input
                | Textarea
        )
    }

    pub(crate) fn is_heading(self) -> bool {
        matches!(self, Self::H1 | Self::H2 | Self::H3 | Self::H4 | Self::H5 | Self::H6)
    }

    /// Whether a parser keeps it only where its own kind of parent is open.
    pub(super) fn may_be_in(self, parent: Option<Self>) -> bool {
        use Tag::{Caption, Table, Tbody, Td, Tfoot, Th, Thead, Tr};
        match self {
            Caption | Thead | Tbody | Tfoot => parent == Some(Table),
            Tr => matches!(parent, Some(Thead | Tbody | Tfoot)),
            Td | Th => parent == Some(Tr),
            _ => !matches!(parent, Some(Table | Thead | Tbody | Tfoot | Tr)),
        }
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
        Srcset = "srcset",
        Sizes = "sizes",
        Type = "type",
        Controls = "controls",
        Preload = "preload",
        PlaysInline = "playsinline",
        Poster = "poster",
        Kind = "kind",
        SrcLang = "srclang",
        TrackLabel = "label",
        Download = "download",
        Player = "data-player",
        Copy = "data-copy",
        Act = "data-act",
        Target = "target",
        Role = "role",
        TabIndex = "tabindex",
        Title = "title",
        Scope = "scope",
        ColSpan = "colspan",
        RowSpan = "rowspan",
        Start = "start",
        Name = "name",
        Custom = "data-name",
        Json = "data-json",
        Numerals = "data-numerals",
        Comments = "data-comments",
        Action = "action",
        Method = "method",
        NoValidate = "novalidate",
        For = "for",
        AutoComplete = "autocomplete",
        InputMode = "inputmode",
        Invalid = "aria-invalid",
        DescribedBy = "aria-describedby",
        Pressed = "aria-pressed",
        Current = "aria-current",
        Disabled = "aria-disabled",
        Hidden = "aria-hidden",
    }
}

impl Attr {
    /// Whether its value is an address, that a checked type has to vouch for.
    pub(super) fn is_address(self) -> bool {
        matches!(self, Self::Href | Self::Src | Self::Srcset | Self::Poster | Self::Player | Self::Action)
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
        Tools = "satr-tools",
        Lead = "satr-lead",
        Dateline = "satr-dateline",
        Figure = "satr-figure",
        FigureLead = "satr-figure-lead",
        FigureWide = "satr-figure-wide",
        FigureSmall = "satr-figure-small",
        Gallery = "satr-gallery",
        FocusLeft = "satr-focus-x0",
        FocusLeftish = "satr-focus-x1",
        FocusRightish = "satr-focus-x3",
        FocusRight = "satr-focus-x4",
        FocusTop = "satr-focus-y0",
        FocusTopish = "satr-focus-y1",
        FocusBottomish = "satr-focus-y3",
        FocusBottom = "satr-focus-y4",
        Photo = "satr-photo",
        File = "satr-file",
        Credit = "satr-credit",
        Body = "satr-body",
        List = "satr-list",
        Quote = "satr-quote",
        Pull = "satr-pull",
        Scroll = "satr-scroll",
        Table = "satr-table",
        Embed = "satr-embed",
        Notice = "satr-notice",
        See = "satr-see",
        Qa = "satr-qa",
        Timeline = "satr-timeline",
        Live = "satr-live",
        Points = "satr-points",
        Callout = "satr-callout",
        Code = "satr-code",
        Poem = "satr-poem",
        Beyt = "satr-beyt",
        Divider = "satr-divider",
        Custom = "satr-custom",
        Unknown = "satr-unknown",
        Contents = "satr-contents",
        NoteRef = "satr-note-ref",
        Footnotes = "satr-footnotes",
        Back = "satr-back",
        Corrections = "satr-corrections",
        Correction = "satr-correction",
        Foot = "satr-foot",
        Tags = "satr-tags",
        Share = "satr-share",
        Facts = "satr-facts",
        More = "satr-more",
        Age = "satr-age",
        Comments = "satr-comments",
        CommentsHead = "satr-comments-head",
        Comment = "satr-comment",
        By = "satr-by",
        Replies = "satr-replies",
        Rules = "satr-rules",
        Sort = "satr-sort",
        Label = "satr-label",
        Official = "satr-official",
        Pending = "satr-pending",
        Acts = "satr-acts",
        Load = "satr-load",
        Form = "satr-form",
        Reply = "satr-reply",
        Error = "satr-error",
        Field = "satr-field",
        Pair = "satr-pair",
        Trap = "satr-trap",
        Send = "satr-send",
        Said = "satr-said",
        Hint = "satr-hint",
        Saved = "satr-saved",
        State = "satr-state",
        Skeleton = "satr-skeleton",
    }
}
