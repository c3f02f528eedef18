//! The prose of an article: what was written by its hand. Readers' comments are by others.

use alloc::string::String;

use crate::article::{Article, Block, RichText};
use crate::text::Damage;

/// What the article shows of its half-spaces.
pub(super) fn damage(article: &Article) -> Damage {
    let mut damage = Damage::default();
    for text in [&article.kicker, &article.headline, &article.deck] {
        damage.read(text);
    }
    read(&article.lead, &mut damage);
    for block in article.body.iter() {
        match block {
            Block::Paragraph(paragraph) => read(&paragraph.text, &mut damage),
            Block::Heading(heading) => read(&heading.text, &mut damage),
            Block::List(list) => list.items.0.iter().for_each(|item| read(item, &mut damage)),
            Block::Quote(quote) => read(&quote.text, &mut damage),
            Block::Figure(figure) => read(&figure.caption, &mut damage),
            Block::Unknown(unknown) => read(&unknown.text, &mut damage),
        }
    }
    damage
}

/// Spans are read as the one text they are: an ending may stand in a span of its own.
fn read(text: &RichText, damage: &mut Damage) {
    match text.spans() {
        [one] => damage.read(&one.text),
        spans => damage.read(&spans.iter().map(|span| &*span.text).collect::<String>()),
    }
}
