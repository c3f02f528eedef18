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

use js_sys::{Array, Function, Uint8Array, Uint32Array};
use satr::article::{self, Note};
use satr::html;
use satr::options::Options;
use satr::text::{Edit, Repair, Rule, Rules, chars, language};
use satr::tree::{Attr, Class, Tag, Tree};
use satr::view::{self, Slice};
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

    /// Takes a tape for a node; gives what draws it.
    #[wasm_bindgen(catch)]
    fn apply(target: &Node, ops: &[u32], text: &str) -> Result<JsValue, JsValue>;
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

/// Draws an article, given as the bytes of its JSON, for a node: the notes, each as `[path, code, message]`; what puts
/// it there, see `dom.js`; and, if it is only the first of `slices`, the next.
///
/// Nothing is slices of a page, or how many comments the first holds, or what was given as the next.
///
/// An article whose half-spaces are to be repaired is drawn with what `repair` finds, and only polished where that is
/// null. Where it is undefined nothing is drawn or returned: the caller is to look for a `repair` first.
///
/// # Errors
/// `[code, detail]`.
#[wasm_bindgen]
pub fn render(
    article: &[u8],
    options: &str,
    repair: &JsValue,
    target: &Node,
    slice: Option<Vec<u32>>,
) -> Result<Option<Array>, JsValue> {
    let Some(Drawn { mut tree, notes, next }) = draw(article, options, repair, slice.as_deref())? else {
        return Ok(None);
    };
    tree.seal();
    let reports: Array = notes.iter().map(report).collect();
    let pen = apply(target, tree.ops(), tree.text())?;
    Ok(Some(Array::of3(&reports, &pen, &next.map_or(JsValue::UNDEFINED, passed))))
}

/// Draws an article, given as the bytes of its JSON, as the bytes of its HTML; `repair` as for [`render()`].
///
/// # Errors
/// `[code, detail]`.
#[wasm_bindgen(js_name = renderToBytes)]
pub fn render_to_bytes(
    article: &[u8],
    options: &str,
    repair: &JsValue,
) -> Result<Option<Uint8Array>, JsValue> {
    let drawn = draw(article, options, repair, None)?;
    Ok(drawn.map(|Drawn { tree, .. }| Uint8Array::from(html::render(&tree).as_bytes())))
}

/// Whether a text may be Persian, as far as it shows.
#[wasm_bindgen(js_name = mayBePersian)]
pub fn may_be_persian(text: &str) -> bool {
    language::guess(text).may_be_persian()
}

struct Drawn {
    tree: Tree,
    notes: Vec<Note>,
    next: Option<Slice>,
}

fn draw(
    article: &[u8],
    options: &str,
    repair: &JsValue,
    slice: Option<&[u32]>,
) -> Result<Option<Drawn>, JsValue> {
    let choices = Options::from_json(options).map_err(|e| failure("bad-options", &e.message()))?;
    let (article, notes) = article::from_json(article).map_err(|e| failure(e.code(), &e.message()))?;
    #[cfg(feature = "faults")]
    faults::strike(options);
    if repair.is_undefined() && view::wants_repair(&article, &choices) {
        return Ok(None);
    }
    let by_host = |text: &str, rules: Rules| repaired(repair, text, rules);
    let repair = repair.is_function().then_some(&by_host as Repair<'_>);
    let slice = meant(slice);
    let (tree, next) = view::draw_slice(&article, &choices, repair, slice);
    if slice.thread == 0 && tree.is_blank() {
        return Err(failure("empty", "expected an article, nothing in it can be shown"));
    }
    Ok(Some(Drawn { tree, notes, next }))
}

/// A slice as numbers, as it goes to JavaScript and comes back.
fn passed(slice: Slice) -> JsValue {
    Uint32Array::from(&[slice.comments as u32, slice.thread as u32, slice.room as u32][..]).into()
}

fn meant(slice: Option<&[u32]>) -> Slice {
    let number = |at: usize, whole| slice.and_then(|slice| slice.get(at)).map_or(whole, |n| *n as usize);
    let Slice { thread, comments, room } = Slice::WHOLE;
    Slice { comments: number(0, comments), thread: number(1, thread), room: number(2, room) }
}

/// The edits that the host's `repair` finds, `[start, end, rule, …]` as `satr-text-wasm` gives them; none if it fails.
fn repaired(repair: &JsValue, text: &str, rules: Rules) -> Vec<Edit> {
    let repair: &Function = repair.unchecked_ref();
    let Ok(found) = repair.call2(&JsValue::UNDEFINED, &text.into(), &rules.bits().into()) else {
        return Vec::new();
    };
    let numbers = Uint32Array::new(&found).to_vec();
    let mut edits = Vec::new();
    for [start, end, rule] in numbers.as_chunks().0 {
        let to = if rule & 1 == 1 { chars::ZWNJ_TEXT } else { "" };
        if let Some(known) = Rule::ALL.get((rule >> 1) as usize) {
            edits.push(Edit { range: *start as usize..*end as usize, to, rule: *known });
        }
    }
    edits
}

fn report(note: &Note) -> Array {
    let problem = &note.problem;
    Array::of3(&note.path.as_str().into(), &problem.code().into(), &problem.message().into())
}

fn failure(code: &str, detail: &str) -> JsValue {
    Array::of2(&code.into(), &detail.into()).into()
}
