//! The prose of an article: what was written by its hand. Readers' comments are by others.

use crate::article::{Article, Block, Body, Cell, Items, List, RichText, Span};
use crate::text::Damage;

/// What the article shows of its half-spaces.
pub(super) fn damage(article: &Article) -> Damage {
    let mut damage = Damage::default();
    for text in [&article.kicker, &article.headline, &article.deck] {
        damage.read(text);
    }
    // Spans are read as the one text they are: an ending may stand in a span of its own.
    each(article, &mut |text| match text.spans() {
        [one] => damage.read(&one.text),
        _ => damage.read(&text.to_text()),
    });
    damage
}

/// About how many words it is, from the lead to the last block: one more than there are spaces in a text.
pub(super) fn words(article: &Article) -> usize {
    let mut words = 0;
    each(article, &mut |text| {
        let spaces = |span: &Span| span.text.bytes().filter(|byte| *byte == b' ').count();
        words += text.spans().iter().map(spaces).sum::<usize>() + usize::from(!text.spans().is_empty());
    });
    words
}

type Read<'r> = &'r mut dyn FnMut(&RichText);

fn each(article: &Article, read: Read<'_>) {
    read(&article.lead);
    body(&article.body, read);
    for footnote in &article.footnotes {
        read(&footnote.text);
    }
}

fn body(body: &Body, read: Read<'_>) {
    for each in body.iter() {
        block(each, read);
    }
}

fn block(block: &Block, read: Read<'_>) {
    match block {
        Block::Paragraph(paragraph) => read(&paragraph.text),
        Block::Heading(heading) => read(&heading.text),
        Block::List(list) => items(list, read),
        Block::Quote(quote) => read(&quote.text),
        Block::Figure(figure) => read(&figure.caption),
        Block::Gallery(gallery) => {
            gallery.figures.iter().for_each(|figure| read(&figure.caption));
            read(&gallery.caption);
        }
        Block::Video(media) | Block::Audio(media) => read(&media.caption),
        Block::Table(table) => {
            read(&table.caption);
            [&table.head, &table.rows, &table.foot].into_iter().for_each(|rows| cells(rows, read));
        }
        Block::Embed(embed) => read(&embed.caption),
        Block::QuestionAnswer(qa) => {
            for exchange in &qa.exchanges {
                read(&exchange.question);
                body(&exchange.answer, read);
            }
        }
        Block::Timeline(timeline) => {
            for entry in &timeline.entries {
                read(&entry.title);
                body(&entry.body, read);
            }
        }
        Block::KeyPoints(points) => points.items.iter().for_each(read),
        Block::Callout(callout) => {
            read(&callout.title);
            body(&callout.body, read);
        }
        Block::Correction(correction) => read(&correction.text),
        Block::Poem(poem) => poem.lines.iter().flat_map(|line| line.iter()).for_each(read),
        Block::Custom(custom) => read(&custom.text),
        Block::Unknown(unknown) => read(&unknown.text),
        // A pull quote says again what the text says; the rest is no prose, or another article's.
        Block::PullQuote(_) | Block::RelatedLink(_) | Block::Code(_) | Block::Divider(_) => {}
    }
}

fn items(list: &List, read: Read<'_>) {
    for item in list.items.iter() {
        read(&item.text);
        if let Some(inner) = &item.list {
            items(inner, read);
        }
    }
}

fn cells(rows: &Items<Items<Cell>>, read: Read<'_>) {
    rows.iter().flat_map(|row| row.iter()).for_each(|cell| read(&cell.text));
}
