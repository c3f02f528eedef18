//! Articles of every shape, friendly and hostile, for the laws to hold on.

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use satr::article::url::{ImageUrl, LinkUrl};
use satr::article::{
    Article, Block, Body, Comment, Correction, Credit, Figure, Heading, Image, Items, Language, Link, List,
    Mark, Paragraph, Quote, Related, RichText, Span, Unknown,
};
use satr::date::Timestamp;

/// Text as it comes: Persian, markup, controls, line ends of every kind.
pub(crate) fn text() -> impl Strategy<Value = String> {
    let pieces = prop_oneof![
        "[\\PC]{0,8}",
        "[ء-یپچژگ\u{200c} ]{1,12}",
        "[0-9۰-۹٠-٩]{1,6}",
        "[a-zA-Z0-9 ./@:-]{1,12}",
        proptest::sample::select(vec![
            "<b>",
            "</p>",
            "<script>",
            "&amp;",
            "&",
            "\"",
            "'",
            "]]>",
            "<!--",
            "\r\n",
            "\r",
            "\n",
            "\n\n",
            "\t",
            "\0",
            "\u{a0}",
            "\u{202e}",
            "\u{2067}",
            "\u{2069}",
            "\u{200b}",
            "\u{feff}",
            "\u{fffe}",
            "😀",
            "\u{301}",
            "https://a.ir/۱",
            "iPhone 15 Pro",
            " ",
            "",
        ])
        .prop_map(str::to_owned),
    ];
    vec(pieces, 0..5).prop_map(|pieces| pieces.concat())
}

fn link_url() -> impl Strategy<Value = LinkUrl> {
    "(https?://[a-z]{1,8}\\.ir|/|#|mailto:a@b.ir\\?x=|)[a-z0-9/._-]{1,8}"
        .prop_filter_map("an address", |url| LinkUrl::parse(&url, None).ok())
}

fn image_url() -> impl Strategy<Value = ImageUrl> {
    "(https://[a-z]{1,8}\\.ir)?/[a-z0-9]{1,8}\\.png"
        .prop_filter_map("an address", |url| ImageUrl::parse(&url, None).ok())
}

fn time() -> impl Strategy<Value = Timestamp> {
    (-5_000_000_000_i64..10_000_000_000).prop_map(Timestamp::from_unix_seconds)
}

fn rich() -> impl Strategy<Value = RichText> {
    let marks = vec(proptest::sample::select(Mark::ALL.to_vec()), 0..3);
    let span = (text(), marks, option::weighted(0.3, link_url()));
    let span = span.prop_map(|(text, marks, href)| Span { text, marks: marks.into_iter().collect(), href });
    vec(span, 0..4).prop_map(RichText::new)
}

fn figure() -> impl Strategy<Value = Figure> {
    let image = (option::of(image_url()), text(), option::of(0..u32::MAX), option::of(0..5000_u32))
        .prop_map(|(url, alt, width, height)| Image { url, alt, width, height });
    (option::of(image), rich(), text()).prop_map(|(image, caption, credit)| Figure { image, caption, credit })
}

fn block() -> impl Strategy<Value = Block> {
    prop_oneof![
        rich().prop_map(|text| Block::Paragraph(Paragraph { text })),
        (option::of(0..9_u32), rich()).prop_map(|(level, text)| Block::Heading(Heading { level, text })),
        (any::<bool>(), vec(rich(), 0..4))
            .prop_map(|(ordered, items)| Block::List(List { ordered, items: Items(items) })),
        (rich(), text()).prop_map(|(text, cite)| Block::Quote(Quote { text, cite })),
        figure().prop_map(Block::Figure),
        ("[a-z]{0,3}x", rich()).prop_map(|(kind, text)| Block::Unknown(Unknown { kind, text })),
    ]
}

fn links() -> impl Strategy<Value = Vec<Link>> {
    vec((text(), option::of(link_url())).prop_map(|(text, url)| Link { text, url }), 0..3)
}

fn comments() -> impl Strategy<Value = Vec<Comment>> {
    let comment = ("[ab]?[1-9]?", "[ab]?[1-9]?", text(), option::of(time()), text())
        .prop_map(|(id, parent, author, date, text)| Comment { id, parent, author, date, text });
    vec(comment, 0..8)
}

/// An article; every field may be empty.
pub(crate) fn article() -> impl Strategy<Value = Article> {
    let language = proptest::sample::select(vec!["fa", "fa-AF", "ps", "en"])
        .prop_map(|tag| Language::new(tag).expect("a tag"));
    let head = (text(), language, option::of(link_url()), links(), text(), text(), text());
    let credit =
        (text(), text(), option::of(link_url())).prop_map(|(name, role, url)| Credit { name, role, url });
    let meta = (vec(credit, 0..3), option::of(time()), option::of(time()), text());
    let main = (rich(), option::of(figure()), vec(block(), 0..6));
    let correction = (rich(), option::of(time())).prop_map(|(text, date)| Correction { text, date });
    let related = (text(), option::of(link_url()), option::of(time()))
        .prop_map(|(text, url, date)| Related { text, url, date });
    let foot =
        (vec(correction, 0..2), links(), option::of(links()), option::of(link_url()), vec(related, 0..3));
    let talk = (comments(), vec(text(), 0..3));
    (head, meta, main, foot, talk).prop_map(|(head, meta, main, foot, talk)| {
        let (id, language, url, section, kicker, headline, deck) = head;
        let (byline, published, modified, dateline) = meta;
        let (lead, lead_figure, body) = main;
        let (corrections, tags, source, short_link, related) = foot;
        let (comments, comment_rules) = talk;
        Article {
            id,
            language,
            url,
            section,
            kicker,
            headline,
            deck,
            byline,
            published,
            modified,
            dateline,
            lead,
            lead_figure,
            body: Body(body),
            corrections,
            tags,
            source: source.and_then(|links| links.into_iter().next()),
            short_link,
            related,
            comments,
            comment_rules,
            ..Article::default()
        }
    })
}
