//! Satr's mending of text for the browser, without the article: exports without logic over the core.
//!
//! As those of the article's crate, they are free functions without state, and what can fail gives `[code, detail]`. The
//! lexicon comes with each call that needs it, as the bytes of its file.

#![no_std]

extern crate alloc;

use alloc::string::String;
use alloc::vec::Vec;

use js_sys::Array;
use satr::options::Options;
use satr::text::zwnj::{self, Lexicon};
use satr::text::{Damage, Edit, Repair, Rule, Rules, Typesetter, Typography, clean};
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

/// The names of the rules, parted by spaces; a report of an edit has a rule's place among them.
#[wasm_bindgen(js_name = listRules)]
pub fn list_rules() -> String {
    let mut names = String::new();
    for rule in Rule::ALL {
        names.push_str(rule.name());
        names.push(' ');
    }
    names
}

/// Whether a text is repaired under these options, so that the lexicon is needed.
///
/// # Errors
/// `[code, detail]`.
#[wasm_bindgen(js_name = wantsRepair)]
pub fn wants_repair(text: &str, options: &str) -> Result<bool, JsValue> {
    Ok(match read(options)?.typography {
        Typography::Repair => true,
        Typography::Auto => Damage::of(&clean(text)).shows(),
        Typography::Polish | Typography::Off => false,
    })
}

/// The edits that mend a text, four numbers an edit: where it begins and ends in UTF-16 units, the character that is to
/// stand there or 0 for none, and its rule. An empty lexicon is none: then nothing is repaired.
///
/// # Errors
/// `[code, detail]`.
#[wasm_bindgen]
pub fn normalize(text: &str, options: &str, lexicon: &[u8]) -> Result<Vec<u32>, JsValue> {
    let options = read(options)?;
    let lexicon = if lexicon.is_empty() { None } else { Some(open(lexicon)?) };
    let by_lexicon = |text: &str, rules| zwnj::edits(text, rules, lexicon.as_ref());
    let repair = lexicon.is_some().then_some(&by_lexicon as Repair<'_>);
    let damage = if repair.is_some() { Damage::of(&clean(text)) } else { Damage::default() };
    let typesetter = Typesetter {
        numerals: options.numerals,
        ..Typesetter::new(options.typography, options.rules, damage, repair)
    };
    let edits = match options.typography {
        Typography::Off => Vec::new(),
        _ => typesetter.edits_of_any(text),
    };
    let mut numbers = Vec::with_capacity(4 * edits.len());
    let mut units = Units { text, at: 0, units: 0 };
    for edit in &edits {
        let to = edit.to.chars().next().map_or(0, u32::from);
        numbers.extend([units.until(edit.range.start), units.until(edit.range.end), to, edit.rule as u32]);
    }
    Ok(numbers)
}

/// The edits that give an article's text its half-spaces back, by the rules of these bits: three numbers an edit, where
/// it begins and ends in bytes of UTF-8, and its rule, doubled, and one more where a half-space is to stand there.
///
/// # Errors
/// `[code, detail]`.
#[wasm_bindgen]
pub fn repair(text: &str, rules: u32, lexicon: &[u8]) -> Result<Vec<u32>, JsValue> {
    let edits = zwnj::edits(text, Rules::from_bits(rules), Some(&open(lexicon)?));
    let numbers = |edit: &Edit| {
        let joined = u32::from(!edit.to.is_empty());
        [edit.range.start as u32, edit.range.end as u32, (edit.rule as u32) << 1 | joined]
    };
    Ok(edits.iter().flat_map(numbers).collect())
}

/// Counts a text in UTF-16 units, onwards.
struct Units<'t> {
    text: &'t str,
    at: usize,
    units: u32,
}

impl Units<'_> {
    /// How many there are up to a byte.
    fn until(&mut self, byte: usize) -> u32 {
        let passed = self.text.get(self.at..byte).unwrap_or_default();
        self.units += passed.chars().map(|c| c.len_utf16() as u32).sum::<u32>();
        self.at = byte;
        self.units
    }
}

fn read(options: &str) -> Result<Options, JsValue> {
    Options::from_json(options).map_err(|why| failure("bad-options", &why.message()))
}

fn open(lexicon: &[u8]) -> Result<Lexicon<'_>, JsValue> {
    Lexicon::new(lexicon).map_err(|why| failure("bad-lexicon", why.message()))
}

fn failure(code: &str, detail: &str) -> JsValue {
    Array::of2(&code.into(), &detail.into()).into()
}
