//! Satr for the browser: exports without logic over the core.
//!
//! Every export is a free function without state. State lives in the DOM and in JavaScript, because a trap
//! ends a wasm instance: the shell makes a new one and goes on.

#![no_std]

extern crate alloc;

#[cfg(feature = "faults")]
mod faults;
#[cfg(all(test, target_arch = "wasm32"))]
mod tests;

use alloc::string::String;
use alloc::vec::Vec;

use js_sys::{Array, Uint8Array};
use satr::article::{self, Note};
use satr::html;
use satr::options::Options;
use satr::tree::{Attr, Class, Tag, Tree};
use satr::view;
use wasm_bindgen::prelude::*;
use web_sys::Node;

#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

/// A panic is a trap without a word: formatting one would cost every reader a tenth of the package.
#[cfg(all(target_arch = "wasm32", not(test)))]
#[panic_handler]
fn panic(_: &core::panic::PanicInfo<'_>) -> ! {
    core::arch::wasm32::unreachable()
}

#[wasm_bindgen(module = "/js/dom.js")]
extern "C" {
    /// Tells the tape's reader what its numbers stand for; each list is one string, parted by spaces.
    fn names(tags: &str, attrs: &str, classes: &str);

    /// Puts a tape in the place of what a node holds.
    #[wasm_bindgen(catch)]
    fn apply(target: &Node, ops: &[u32], text: &str) -> Result<(), JsValue>;
}

#[wasm_bindgen(start)]
fn start() {
    fn list(names: impl Iterator<Item = &'static str>) -> String {
        let mut list = String::new();
        for name in names {
            list.push_str(name);
            list.push(' ');
        }
        list
    }
    names(
        &list(Tag::ALL.iter().map(|tag| tag.name())),
        &list(Attr::ALL.iter().map(|attr| attr.name())),
        &list(Class::ALL.iter().map(|class| class.name())),
    );
}

/// Draws an article, given as the bytes of its JSON, in the place of what a node holds.
/// Returns the notes, each as `[path, code, message]`.
///
/// # Errors
/// `[code, detail]`, before anything of the node is touched.
#[wasm_bindgen]
pub fn render(article: &[u8], options: &str, target: &Node) -> Result<Array, JsValue> {
    let (mut tree, notes) = draw(article, options)?;
    tree.seal();
    let reports = notes.iter().map(report).collect();
    apply(target, tree.ops(), tree.text())?;
    Ok(reports)
}

/// Draws an article, given as the bytes of its JSON, as the bytes of its HTML.
///
/// # Errors
/// `[code, detail]`.
#[wasm_bindgen(js_name = renderToBytes)]
pub fn render_to_bytes(article: &[u8], options: &str) -> Result<Uint8Array, JsValue> {
    let (tree, _) = draw(article, options)?;
    Ok(Uint8Array::from(html::render(&tree).as_bytes()))
}

fn draw(article: &[u8], options: &str) -> Result<(Tree, Vec<Note>), JsValue> {
    let choices = Options::from_json(options).map_err(|e| failure("bad-options", &e.message()))?;
    let (article, notes) = article::from_json(article).map_err(|e| failure(e.code(), &e.message()))?;
    #[cfg(feature = "faults")]
    faults::strike(options);
    let tree = view::draw(&article, &choices);
    if tree.is_blank() {
        return Err(failure("empty", "expected an article, nothing in it can be shown"));
    }
    Ok((tree, notes))
}

fn report(note: &Note) -> Array {
    let problem = &note.problem;
    Array::of3(&note.path.as_str().into(), &problem.code().into(), &problem.message().into())
}

fn failure(code: &str, detail: &str) -> JsValue {
    Array::of2(&code.into(), &detail.into()).into()
}
