//! Satr's reading of others' formats for the browser, without the drawing: exports without logic over the core.
//!
//! As those of the article's crate, they are free functions without state, and what can fail gives `[code, detail]`.

#![no_std]

extern crate alloc;

use js_sys::Array;
use satr::article::Note;
use satr::import::{Format, import};
use wasm_bindgen::prelude::*;

#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

/// A panic is a trap without a word, as in the article's crate.
#[cfg(target_arch = "wasm32")]
#[panic_handler]
fn panic(_: &core::panic::PanicInfo<'_>) -> ! {
    core::arch::wasm32::unreachable()
}

/// Reads an article from the bytes of a format, `auto`, `json` or `text`. Returns its JSON, and then the notes, each as
/// `[path, code, message]`.
///
/// # Errors
/// `[code, detail]`.
#[wasm_bindgen(js_name = importArticle)]
pub fn import_article(source: &[u8], format: &str) -> Result<Array, JsValue> {
    let format =
        named(format).ok_or_else(|| failure("bad-options", "options.format: expected auto, json or text"))?;
    let (article, notes) = import(source, format).map_err(|why| failure(why.code(), &why.message()))?;
    Ok(Array::of2(&article.to_json().into(), &notes.iter().map(report).collect::<Array>()))
}

fn named(format: &str) -> Option<Format> {
    match format {
        "auto" => Some(Format::Auto),
        "json" => Some(Format::Json),
        "text" => Some(Format::Text),
        _ => None,
    }
}

fn report(note: &Note) -> Array {
    let problem = &note.problem;
    Array::of3(&note.path.as_str().into(), &problem.code().into(), &problem.message().into())
}

fn failure(code: &str, detail: &str) -> JsValue {
    Array::of2(&code.into(), &detail.into()).into()
}
