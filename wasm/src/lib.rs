//! Satr for the browser: exports without logic over the core.
//!
//! Every export is a free function without state. State lives in the DOM and in JavaScript, because a trap
//! ends a wasm instance: the shell makes a new one and goes on.

use js_sys::Uint8Array;
use satr::article::{self, Note};
use satr::html;
use satr::options::Options;
use satr::tree::{Attr, Class, Tag, Tree};
use satr::view;
use serde::Serialize;
use wasm_bindgen::prelude::*;
use web_sys::Node;

#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

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
    fn list<T: Copy>(all: &[T], name: fn(T) -> &'static str) -> String {
        all.iter().copied().map(name).collect::<Vec<_>>().join(" ")
    }
    names(&list(Tag::ALL, Tag::name), &list(Attr::ALL, Attr::name), &list(Class::ALL, Class::name));
}

/// Draws an article, given as the bytes of its JSON, in the place of what a node holds.
/// Returns the notes: `[{path, code, message}]`.
///
/// # Errors
/// `{code, detail}`, before anything of the node is touched.
#[wasm_bindgen]
pub fn render(article: &[u8], options: &str, target: &Node) -> Result<JsValue, JsValue> {
    let (mut tree, notes) = draw(article, options)?;
    tree.seal();
    apply(target, tree.ops(), tree.text())?;
    let reports: Vec<_> = notes.iter().map(Report::of).collect();
    Ok(serde_wasm_bindgen::to_value(&reports)?)
}

/// Draws an article, given as the bytes of its JSON, as the bytes of its HTML.
///
/// # Errors
/// `{code, detail}`.
#[wasm_bindgen(js_name = renderToBytes)]
pub fn render_to_bytes(article: &[u8], options: &str) -> Result<Uint8Array, JsValue> {
    let (tree, _) = draw(article, options)?;
    Ok(Uint8Array::from(html::render(&tree).as_bytes()))
}

fn draw(article: &[u8], options: &str) -> Result<(Tree, Vec<Note>), JsValue> {
    let options = Options::from_json(options).map_err(|e| failure("bad-options", &e))?;
    let (article, notes) = article::from_json(article).map_err(|e| failure(e.code(), &e))?;
    let tree = view::draw(&article, &options);
    if tree.is_blank() {
        return Err(failure("empty", &"expected an article, nothing in it can be shown"));
    }
    Ok((tree, notes))
}

/// A note as JavaScript sees it.
#[derive(Serialize)]
struct Report<'n> {
    path: &'n str,
    code: &'static str,
    message: String,
}

impl<'n> Report<'n> {
    fn of(note: &'n Note) -> Self {
        Self { path: &note.path, code: note.problem.code(), message: note.problem.to_string() }
    }
}

/// A failure as the shell understands it.
#[derive(Serialize)]
struct Failure {
    code: &'static str,
    detail: String,
}

fn failure(code: &'static str, detail: &dyn std::fmt::Display) -> JsValue {
    serde_wasm_bindgen::to_value(&Failure { code, detail: detail.to_string() }).unwrap_or(JsValue::NULL)
}
