//! A compiled core in, its JavaScript, types and final wasm out: `bindgen IN.wasm OUT_DIR NAME`.
//! Floor 1 of the tools. Uses: nothing of ours.

use std::env;
use std::ffi::OsString;
use std::path::Path;
use std::process::ExitCode;

use wasm_bindgen_cli_support::Bindgen;

fn main() -> ExitCode {
    let arguments: Vec<OsString> = env::args_os().skip(1).collect();
    let [input, out_dir, name] = arguments.as_slice() else {
        eprintln!("usage: bindgen IN.wasm OUT_DIR NAME");
        return ExitCode::from(2);
    };
    match generate(Path::new(input), Path::new(out_dir), &name.to_string_lossy()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("bindgen: {why}");
            ExitCode::FAILURE
        }
    }
}

/// Writes `NAME.js`, `NAME_bg.wasm`, their types and `snippets/` into `out_dir`.
fn generate(input: &Path, out_dir: &Path, name: &str) -> Result<(), String> {
    if !input.is_file() {
        return Err(format!("no wasm file at {}", input.display()));
    }
    let mut bindgen = Bindgen::new();
    bindgen
        .input_path(input)
        .out_name(name)
        .typescript(true)
        // A trap leaves the instance unusable; this export starts a fresh one.
        .reset_state_function(true)
        // Without the default path, `init()` called with no argument throws.
        .omit_default_module_path(false)
        // Names and toolchain notes, which nothing reads at run time and every visitor would pay for.
        .remove_name_section(true)
        .remove_producers_section(true);
    bindgen
        .web(true)
        .and_then(|web| web.generate(out_dir))
        .map_err(|why| format!("{} -> {}: {why:#}", input.display(), out_dir.display()))
}
