//! A way and a size in, the core's work on an input of that size out, for whoever counts it.
//!
//! A way is a door of the core with a shape of input. [`prepare`] makes the input and [`work`] goes the way, so that the
//! two can be counted apart. It is compiled with the flags of the
//! browser package, but with std and its allocator.

mod articles;
mod texts;
mod values;

use std::alloc::System;
use std::cell::RefCell;

use stats_alloc::{INSTRUMENTED_SYSTEM, StatsAlloc};

#[global_allocator]
static ALLOCATOR: &StatsAlloc<System> = &INSTRUMENTED_SYSTEM;

/// Work that waits for its word; it gives a number that depends on all of it, so that none is left out.
type Work = Box<dyn FnOnce() -> usize>;

/// A door: its name, and what goes through it.
type Door = (&'static str, fn(String) -> Work);

/// A shape of input: its name, and so many pieces of it.
type Shape = (&'static str, fn(usize) -> String);

/// Every door with the shapes that come to it.
const DOORS: [(&[Door], &[Shape]); 3] =
    [(texts::DOORS, texts::SHAPES), (values::DOORS, values::SHAPES), (articles::DOORS, articles::SHAPES)];

/// What a door does not look at, piece by piece: there is nothing to count. Plain text has no files to choose from and no
/// data, and code in one piece.
const PASSED_OVER: [(&str, &str); 3] =
    [("plain::render", "renditions of a picture"), ("plain::render", "code"), ("plain::render", "much data")];

thread_local! {
    static WAITING: RefCell<Option<Work>> = const { RefCell::new(None) };
    static NAME: RefCell<String> = const { RefCell::new(String::new()) };
}

fn ways() -> impl Iterator<Item = (&'static Door, &'static Shape)> {
    let pairs = |(doors, shapes): &(&'static [Door], &'static [Shape])| {
        let shapes = *shapes;
        doors.iter().flat_map(move |door| shapes.iter().map(move |shape| (door, shape)))
    };
    DOORS.iter().flat_map(pairs).filter(|((door, _), (shape, _))| !PASSED_OVER.contains(&(door, shape)))
}

/// Makes `pieces` of a way's shape, and waits with it at the door.
#[unsafe(no_mangle)]
pub extern "C" fn prepare(way: usize, pieces: usize) {
    let work = ways().nth(way).map(|((_, enter), (_, shape))| enter(shape(pieces)));
    WAITING.with(|waiting| waiting.replace(work));
}

/// Does the work that waits.
#[unsafe(no_mangle)]
pub extern "C" fn work() -> usize {
    WAITING.with(RefCell::take).map_or(0, |work| work())
}

/// How many allocations there were, growing ones among them.
#[unsafe(no_mangle)]
pub extern "C" fn allocations() -> usize {
    let stats = ALLOCATOR.stats();
    stats.allocations + stats.reallocations
}

/// How many bytes they took.
#[unsafe(no_mangle)]
pub extern "C" fn bytes() -> usize {
    ALLOCATOR.stats().bytes_allocated
}

/// Writes down what a way is called; gives the length, 0 after the last way.
#[unsafe(no_mangle)]
pub extern "C" fn name(way: usize) -> usize {
    let name = ways().nth(way).map(|((door, _), (shape, _))| format!("{door}, {shape}")).unwrap_or_default();
    NAME.with(|kept| {
        *kept.borrow_mut() = name;
        kept.borrow().len()
    })
}

/// Where the name is.
#[unsafe(no_mangle)]
pub extern "C" fn name_at() -> *const u8 {
    NAME.with(|kept| kept.borrow().as_ptr())
}
