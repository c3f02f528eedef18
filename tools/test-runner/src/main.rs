//! A test program made for the browser in, its tests run in one out: `test-runner TESTS.wasm [ARGUMENT]…`.
//! Floor 1 of the tools. Uses: nothing of ours.
//!
//! Cargo calls it with the arguments of `cargo test`; the browser is the one whose driver the environment names, as
//! in `CHROMEDRIVER=/usr/bin/chromedriver`.

use std::env;
use std::process::ExitCode;

fn main() -> ExitCode {
    match wasm_bindgen_cli::wasm_bindgen_test_runner::run_cli_with_args(env::args_os()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("test-runner: {why:#}");
            ExitCode::FAILURE
        }
    }
}
