//! Satr's dates and numbers for the browser, without the article: exports without logic over the core.
//!
//! As those of the article's crate, they are free functions without state, and what can fail gives `[code, detail]`.
//! Unlike that crate this one links std, which serde-wasm-bindgen asks for: 2.2 KB in brotli.

mod choices;
pub mod dates;
pub mod numbers;

use js_sys::Array;
use wasm_bindgen::prelude::*;

#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

/// What can be chosen: a line a key, its name and then those of its choices, parted by spaces.
#[wasm_bindgen(js_name = listChoices)]
pub fn list_choices() -> String {
    choices::list()
}

fn failure(code: &str, detail: &str) -> JsValue {
    Array::of2(&code.into(), &detail.into()).into()
}

/// What was expected of a text, and its first characters.
fn found(text: &str, expected: &str) -> String {
    let end = text.char_indices().nth(MOST).map(|(end, _)| end);
    let (shown, more) = end.map_or((text, ""), |end| (text.get(..end).unwrap_or_default(), "…"));
    [expected, "; came: \"", shown, more, "\""].concat()
}

/// Characters of a text that a detail shows.
const MOST: usize = 40;
