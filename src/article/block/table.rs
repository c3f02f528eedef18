//! Tables.

use super::Items;
use crate::article::declare::object;
use crate::article::inline::RichText;

object! {
    /// A table.
    #[derive(Debug, Clone, PartialEq, Eq, Default)]
    pub struct Table {
        /// What it shows.
        "caption" caption: RichText,
        /// The rows that name the columns.
        "head" head: Items<Items<Cell>>,
        /// The rows.
        "rows" rows: Items<Items<Cell>>,
        /// The rows that sum up.
        "foot" foot: Items<Items<Cell>>,
        /// Whether the first cell of a row names it.
        "rowHeaders" row_headers: bool,
    }
}

object! {
    /// A cell. As running text it is the text alone.
    #[derive(Debug, Clone, PartialEq, Eq, Default)]
    pub struct Cell {
        /// What is in it.
        "text" text: RichText,
        /// Whether it names its row, where it is the first of it, or its column.
        "header" header: bool,
        /// How many columns it takes, from 1 to 100.
        "colspan" colspan: Option<u32>,
        /// How many rows it takes, from 1 to 100.
        "rowspan" rowspan: Option<u32>,
    }
    or from running text
}
