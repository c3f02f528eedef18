//! A way and a size in, what it cost out: the compiled doors in an interpreter that counts.

use std::fs;

use wasmi::{CompilationMode, Config, Engine, Error, Instance, Linker, Module, Store};

/// More than anything may cost.
const FUEL: u64 = u64::MAX >> 1;

/// What a piece of work cost.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Counts {
    /// What the interpreter charged: the instructions of each block that was entered, and more for those that move much.
    pub(crate) fuel: u64,
    /// How often memory was asked for.
    pub(crate) allocations: u64,
    /// How much of it.
    pub(crate) bytes: u64,
}

/// One of the counts, by name.
pub(crate) struct Kind {
    pub(crate) name: &'static str,
    pub(crate) of: fn(&Counts) -> u64,
}

impl Counts {
    pub(crate) const KINDS: [Kind; 3] = [
        Kind { name: "fuel", of: |counts| counts.fuel },
        Kind { name: "allocations", of: |counts| counts.allocations },
        Kind { name: "bytes", of: |counts| counts.bytes },
    ];
}

/// The compiled doors.
pub(crate) struct Guest {
    engine: Engine,
    module: Module,
}

impl Guest {
    pub(crate) fn load(path: &str) -> Result<Self, Box<dyn std::error::Error>> {
        let mut config = Config::default();
        // Compiled at once: compiling at the first call would be charged to the work.
        config.consume_fuel(true).compilation_mode(CompilationMode::Eager);
        let engine = Engine::new(&config);
        let module = Module::new(&engine, fs::read(path)?)?;
        Ok(Self { engine, module })
    }

    /// What the ways are called, by their numbers.
    pub(crate) fn names(&self) -> Result<Vec<String>, Error> {
        let mut run = self.start()?;
        let mut names = Vec::new();
        loop {
            let length = run.call("name", u32::try_from(names.len()).unwrap_or(u32::MAX))?;
            if length == 0 {
                return Ok(names);
            }
            let at = run.call("name_at", ())?;
            names.push(run.read(at, length));
        }
    }

    /// Goes a way with an input of so many pieces, in a memory of its own.
    pub(crate) fn count(&self, way: u32, pieces: u32) -> Result<Counts, Error> {
        let mut run = self.start()?;
        run.prepare(way, pieces)?;
        let (allocations, bytes) = (run.call("allocations", ())?, run.call("bytes", ())?);
        let fuel = run.store.get_fuel()?;
        run.call("work", ())?;
        let fuel = fuel - run.store.get_fuel()?;
        // They are counted in 32 bits, which may run over; their difference is right.
        let since = |before: u32, after: u32| u64::from(after.wrapping_sub(before));
        Ok(Counts {
            fuel,
            allocations: since(allocations, run.call("allocations", ())?),
            bytes: since(bytes, run.call("bytes", ())?),
        })
    }

    fn start(&self) -> Result<Run, Error> {
        let mut store = Store::new(&self.engine, ());
        store.set_fuel(FUEL)?;
        let instance = Linker::new(&self.engine).instantiate_and_start(&mut store, &self.module)?;
        Ok(Run { store, instance })
    }
}

/// The doors with a memory.
struct Run {
    store: Store<()>,
    instance: Instance,
}

impl Run {
    fn call<P: wasmi::WasmParams>(&mut self, name: &str, parameters: P) -> Result<u32, Error> {
        self.instance.get_typed_func::<P, u32>(&self.store, name)?.call(&mut self.store, parameters)
    }

    fn prepare(&mut self, way: u32, pieces: u32) -> Result<(), Error> {
        let prepare = self.instance.get_typed_func::<(u32, u32), ()>(&self.store, "prepare")?;
        prepare.call(&mut self.store, (way, pieces))
    }

    fn read(&self, at: u32, length: u32) -> String {
        let memory = self.instance.get_memory(&self.store, "memory");
        let data = memory.map_or(&[][..], |memory| memory.data(&self.store));
        let bytes = data.get(at as usize..).and_then(|data| data.get(..length as usize));
        String::from_utf8_lossy(bytes.unwrap_or_default()).into_owned()
    }
}
