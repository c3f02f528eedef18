//! Options that name a fault in, that fault met in the midst of a drawing: only in the build that tests recovery.
//!
//! In safe Rust a core is ended by its own panics, by a stack that is full, and by memory that is; the rest are here
//! because what comes after a trap must not hang on which one it was.
#![expect(clippy::panic, reason = "a panic is what is asked for")]

use alloc::vec::Vec;
use core::hint::black_box;

use satr::value::{self, Value};
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = JSON, js_name = parse)]
    fn parse_json(text: &str) -> JsValue;
}

/// Meets the fault that the options name in `fault`, if they name one.
pub(crate) fn strike(options: &str) {
    let Ok(parsed) = value::parse(options) else { return };
    let Some(Value::String(fault)) = parsed.value.get("fault") else { return };
    match fault.as_ref() {
        "panic" => panic!("a panic, as was asked for"),
        "abort" => core::arch::wasm32::unreachable(),
        "calls" => _ = call_for_ever(1),
        "stack" => _ = fill_the_stack(1),
        "memory" => fill_the_memory(),
        // SAFETY: none is claimed. The address lies beyond any memory, and the engine stops it.
        "address" => _ = unsafe { black_box(u32::MAX as *const u32).read_volatile() },
        // SAFETY: none is claimed. No function has the number, and the engine stops the call.
        "function" => unsafe { core::mem::transmute::<usize, fn()>(black_box(usize::MAX))() },
        "exception" => _ = parse_json("what JavaScript cannot read"),
        other => panic!("there is no fault «{other}»"),
    }
}

/// Calls upon calls that need nothing of the stack in linear memory: the engine's own is what ends.
#[expect(unconditional_recursion, reason = "it is to end in a trap")]
#[inline(never)]
fn call_for_ever(depth: u64) -> u64 {
    black_box(call_for_ever(depth.wrapping_add(1))).wrapping_mul(depth)
}

/// Calls that each take a piece of linear memory's stack, which ends long before the engine's.
#[expect(unconditional_recursion, reason = "it is to end in a trap")]
#[inline(never)]
fn fill_the_stack(depth: u8) -> u8 {
    let mut piece = [depth; 65_536];
    let piece = black_box(&mut piece);
    fill_the_stack(depth.wrapping_add(1)) ^ piece.first().copied().unwrap_or_default()
}

/// Takes memory until there is none: a quarter of all that there could be is asked for at a time.
fn fill_the_memory() {
    let mut pieces = Vec::new();
    loop {
        pieces.push(Vec::<u8>::with_capacity(1 << 30));
        black_box(&pieces);
    }
}
