//! The article's vocabulary in, a JSON Schema and TypeScript types of it out.
//! Floor 4. Uses: article, value, text.
//!
//! Both tell the format as people may write it, with all that reading makes good: a number for a string, one item
//! for a list, a bare string for an object. What they say of a field is its documentation in [`article`](crate::article).
//! Neither is in the browser: nothing that draws calls them.
//!
//! ```
//! let schema = satr::schema::json_schema();
//! assert!(schema.contains("https://json-schema.org/draft/2020-12/schema"));
//! assert!(satr::schema::typescript().contains("export interface Article {"));
//! ```

mod json;
mod types;

pub use json::json_schema;
pub use types::typescript;

use alloc::string::String;
use alloc::vec::Vec;

use crate::article::VERSION;
use crate::article::shape::Docs;
use crate::text::digits;

/// What documentation says first: its lines up to an empty one, without the brackets of links.
fn summary(docs: Docs) -> String {
    let lines = docs.iter().map(|line| line.trim()).take_while(|line| !line.is_empty());
    let text = lines.collect::<Vec<_>>().join(" ");
    text.replace("[`VERSION`]", &digits::ascii(VERSION.into())).replace("[`", "`").replace("`]", "`")
}
