//! Articles of every shape, friendly and hostile, for the laws to hold on.

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use satr::article::url::{ImageUrl, LinkUrl};
use satr::article::{
    Article, Block, Body, Comment, Correction, Credit, Figure, Heading, Image, Items, Language, Link, List,
    Mark, Paragraph, Quote, Related, RichText, Span, Unknown, Version,
};
use satr::date::Timestamp;
use satr::text::{Rule, Rules};

/// So many cases of a law, or as many as `PROPTEST_CASES` asks for; failures are shown, not written down.
pub(crate) fn cases(usual: u32) -> ProptestConfig {
    let asked = std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok());
    let cases = asked.unwrap_or(usual);
    // A law that passes over some cases passes over more of them in a longer run.
    let max_global_rejects = cases.max(1024);
    ProptestConfig { cases, max_global_rejects, failure_persistence: None, ..ProptestConfig::default() }
}

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

/// Any set of rules.
pub(crate) fn rules() -> impl Strategy<Value = Rules> {
    proptest::sample::subsequence(Rule::ALL.to_vec(), 0..=Rule::ALL.len())
        .prop_map(|off| off.into_iter().fold(all_rules(), Rules::without))
}

/// Every rule, also those that have to be asked for.
pub(crate) fn all_rules() -> Rules {
    Rule::ALL.into_iter().fold(Rules::default(), Rules::with)
}

/// An address of the article's own, the base of all others in it.
type Base = Option<LinkUrl>;

fn link_url(base: &Base) -> impl Strategy<Value = LinkUrl> + use<> {
    let base = base.clone();
    "(https?://[a-z]{1,8}\\.ir|/|#|mailto:a@b.ir\\?x=|)[a-z0-9/._-]{1,8}"
        .prop_filter_map("an address", move |url| LinkUrl::parse(&url, base.as_ref()).ok())
}

fn image_url(base: &Base) -> impl Strategy<Value = ImageUrl> + use<> {
    let base = base.clone();
    "(https://[a-z]{1,8}\\.ir)?/[a-z0-9]{1,8}\\.png"
        .prop_filter_map("an address", move |url| ImageUrl::parse(&url, base.as_ref()).ok())
}

fn time() -> impl Strategy<Value = Timestamp> {
    (-5_000_000_000_i64..10_000_000_000).prop_map(Timestamp::from_unix_seconds)
}

fn rich(base: &Base) -> impl Strategy<Value = RichText> + use<> {
    let marks = vec(proptest::sample::select(Mark::ALL.to_vec()), 0..3);
    let span = (text(), marks, option::weighted(0.3, link_url(base)));
    let span = span.prop_map(|(text, marks, href)| Span { text, marks: marks.into_iter().collect(), href });
    vec(span, 0..4).prop_map(RichText::new)
}

fn figure(base: &Base) -> impl Strategy<Value = Figure> + use<> {
    let image = (option::of(image_url(base)), text(), option::of(0..u32::MAX), option::of(0..5000_u32))
        .prop_map(|(url, alt, width, height)| Image { url, alt, width, height });
    (option::of(image), rich(base), text()).prop_map(|(image, caption, credit)| Figure {
        image,
        caption,
        credit,
    })
}

fn block(base: &Base) -> impl Strategy<Value = Block> + use<> {
    prop_oneof![
        rich(base).prop_map(|text| Block::Paragraph(Paragraph { text })),
        (option::of(0..9_u32), rich(base)).prop_map(|(level, text)| Block::Heading(Heading { level, text })),
        (any::<bool>(), vec(rich(base), 0..4))
            .prop_map(|(ordered, items)| Block::List(List { ordered, items: Items(items) })),
        (rich(base), text()).prop_map(|(text, cite)| Block::Quote(Quote { text, cite })),
        figure(base).prop_map(Block::Figure),
        ("[a-z]{0,3}x", rich(base)).prop_map(|(kind, text)| Block::Unknown(Unknown { kind, text })),
    ]
}

fn links(base: &Base) -> impl Strategy<Value = Vec<Link>> + use<> {
    vec((text(), option::of(link_url(base))).prop_map(|(text, url)| Link { text, url }), 0..3)
}

fn comments() -> impl Strategy<Value = Vec<Comment>> {
    let comment = ("[ab]?[1-9]?", "[ab]?[1-9]?", text(), option::of(time()), text())
        .prop_map(|(id, parent, author, date, text)| Comment { id, parent, author, date, text });
    vec(comment, 0..8)
}

/// An article; every field may be empty.
pub(crate) fn article() -> impl Strategy<Value = Article> {
    let url = "https://[a-z]{1,8}\\.ir/[a-z0-9/]{0,8}";
    let base = url.prop_filter_map("an address", |url| LinkUrl::parse(&url, None).ok());
    option::of(base).prop_flat_map(|base| article_at(&base))
}

fn article_at(base: &Base) -> impl Strategy<Value = Article> + use<> {
    let language = proptest::sample::select(vec!["fa", "fa-AF", "ps", "en"])
        .prop_map(|tag| Language::new(tag).expect("a tag"));
    let head = (1..3_u32, text(), language, links(base), text(), text(), text());
    let credit =
        (text(), text(), option::of(link_url(base))).prop_map(|(name, role, url)| Credit { name, role, url });
    let meta = (vec(credit, 0..3), option::of(time()), option::of(time()), text());
    let main = (rich(base), option::of(figure(base)), vec(block(base), 0..6));
    let correction = (rich(base), option::of(time())).prop_map(|(text, date)| Correction { text, date });
    let related = (text(), option::of(link_url(base)), option::of(time()))
        .prop_map(|(text, url, date)| Related { text, url, date });
    let foot = (
        vec(correction, 0..2),
        links(base),
        option::of(links(base)),
        option::of(link_url(base)),
        vec(related, 0..3),
    );
    let talk = (comments(), vec(text(), 0..3));
    let url = base.clone();
    (head, meta, main, foot, talk).prop_map(move |(head, meta, main, foot, talk)| {
        let (version, id, language, section, kicker, headline, deck) = head;
        let (byline, published, modified, dateline) = meta;
        let (lead, lead_figure, body) = main;
        let (corrections, tags, source, short_link, related) = foot;
        let (comments, comment_rules) = talk;
        Article {
            version: Version(version),
            id,
            language,
            url: url.clone(),
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
        }
    })
}
