//! Tables.

use super::{View, is_blank, spans};
use crate::article::{Cell, Items, Table};
use crate::tree::{Attr, Class, Tag};

/// The most columns or rows that one cell takes.
const LARGEST: u32 = 100;

impl View<'_> {
    /// A table in a box that scrolls where it is too wide, for those without a mouse as well.
    pub(super) fn table(&mut self, table: &Table) {
        let cells = [&table.head, &table.rows, &table.foot].into_iter().flat_map(|rows| rows.iter());
        if !cells.flat_map(|row| row.iter()).any(|cell| self.has(&cell.text)) {
            return self.paragraph(&table.caption); // it is not lost with what it was said about
        }
        self.part(Tag::Div, Class::Scroll, |view| {
            view.tree.attr(Attr::Role, "group");
            let caption = view.flat(&spans::line(&table.caption, &view.typesetter));
            view.tree.attr(Attr::Label, if is_blank(&caption) { view.messages.table } else { &caption });
            view.tree.attr(Attr::TabIndex, "0");
            view.part(Tag::Table, Class::Table, |view| {
                view.element(Tag::Caption, |view| view.rich(&table.caption));
                view.rows(Tag::Thead, &table.head, table);
                view.rows(Tag::Tbody, &table.rows, table);
                view.rows(Tag::Tfoot, &table.foot, table);
            });
        });
    }

    fn rows(&mut self, tag: Tag, rows: &Items<Items<Cell>>, table: &Table) {
        self.element(tag, |view| {
            for row in rows.iter() {
                view.element(Tag::Tr, |view| {
                    // Those above may reach into a row that has no cells of its own.
                    view.tree.keep();
                    for (index, cell) in row.iter().enumerate() {
                        let scope = match tag {
                            Tag::Thead => Some("col"),
                            _ if index == 0 && (table.row_headers || cell.header) => Some("row"),
                            _ if cell.header => Some("col"),
                            _ => None,
                        };
                        view.cell(cell, scope);
                    }
                });
            }
        });
    }

    /// A cell stays where nothing is in it: those behind it stand in their own columns. One without text names nothing.
    fn cell(&mut self, cell: &Cell, scope: Option<&str>) {
        let scope = scope.filter(|_| !cell.text.is_blank());
        self.element(if scope.is_some() { Tag::Th } else { Tag::Td }, |view| {
            if let Some(scope) = scope {
                view.tree.attr(Attr::Scope, scope);
            }
            for (attr, span) in [(Attr::ColSpan, cell.colspan), (Attr::RowSpan, cell.rowspan)] {
                if let Some(span) = span.filter(|span| *span > 1) {
                    view.tree.number(attr, span.min(LARGEST));
                }
            }
            view.tree.keep();
            view.rich(&cell.text);
        });
    }
}
