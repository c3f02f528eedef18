//! The program `satr`: renders Persian articles, repairs Persian text, and serves articles.

mod repair;
mod serve;

use std::fmt;
use std::fs;
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Args, Parser, Subcommand, ValueEnum};
use satr::import::{self, import};
use satr::options::Options;
use satr::page::{self, Page};
use satr::{html, json_ld, plain, view};

/// Puts Persian articles on a page.
#[derive(Parser)]
#[command(version, about)]
struct Program {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Write an article as HTML, as plain text, or as what search engines read of it.
    Render(Render),
    /// Mend lines of text: letters, spaces, marks, and half-spaces that were lost.
    Repair(repair::Repair),
    /// Serve articles as pages on this machine.
    Serve(serve::Serve),
}

#[derive(Args)]
struct Render {
    /// The article; `-` or nothing for standard input.
    file: Option<PathBuf>,
    /// What the article is written in.
    #[arg(long, value_enum, default_value_t)]
    format: Format,
    /// What to write.
    #[arg(long, value_enum, default_value_t)]
    to: Output,
    /// The same as `--to article`.
    #[arg(long, conflicts_with = "to")]
    fragment: bool,
    /// Write to this file, not to standard output.
    #[arg(short, value_name = "OUT")]
    output: Option<PathBuf>,
}

#[derive(Clone, Copy, Default, ValueEnum)]
enum Format {
    /// Told by the first character: `{` begins JSON.
    #[default]
    Auto,
    /// Satr's own JSON.
    Json,
    /// The plain text of a Persian news page.
    Text,
}

#[derive(Clone, Copy, Default, ValueEnum)]
enum Output {
    /// A whole HTML page, in one file.
    #[default]
    Page,
    /// The article alone as HTML, to be put into a page that has the stylesheet.
    Article,
    /// Plain text.
    Text,
    /// Its JSON-LD by schema.org, to be put into a `script` element.
    JsonLd,
}

fn main() -> ExitCode {
    let done = match Program::parse().command {
        Command::Render(render) => render.run(),
        Command::Repair(repair) => repair.run(),
        Command::Serve(serve) => serve.run(),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("satr: {error}");
            ExitCode::FAILURE
        }
    }
}

/// What went wrong, and with what.
struct Failure {
    with: String,
    error: Box<dyn std::error::Error>,
}

impl Failure {
    fn with<E: Into<Box<dyn std::error::Error>>>(what: impl fmt::Display) -> impl FnOnce(E) -> Self {
        move |error| Self { with: what.to_string(), error: error.into() }
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.with, self.error)
    }
}

impl Render {
    fn run(self) -> Result<(), Failure> {
        let (name, bytes) = read(self.file)?;
        let format = match self.format {
            Format::Auto => import::Format::Auto,
            Format::Json => import::Format::Json,
            Format::Text => import::Format::Text,
        };
        let (article, notes) = import(&bytes, format).map_err(Failure::with(&name))?;
        for note in &notes {
            eprintln!("satr: {name}: {note}");
        }
        let options = Options::default();
        let tree = view::draw(&article, &options);
        if tree.is_blank() {
            return Err(Failure::with(&name)("expected an article, nothing in it can be shown"));
        }
        let written = match if self.fragment { Output::Article } else { self.to } {
            Output::Page => page::render(&article, &options, &Page::default()),
            Output::Article => html::render(&tree),
            Output::Text => plain::render(&tree, options.numerals),
            Output::JsonLd => json_ld::render(&article, &options) + "\n",
        };
        match &self.output {
            Some(output) => fs::write(output, written).map_err(Failure::with(output.display())),
            None => write_stdout(&written),
        }
    }
}

/// What a file holds, or standard input for `-` or nothing, and what to call it.
fn read(file: Option<PathBuf>) -> Result<(String, Vec<u8>), Failure> {
    let file = file.filter(|file| file.as_os_str() != "-");
    let name = file.as_deref().unwrap_or(Path::new("standard input")).display().to_string();
    let mut bytes = Vec::new();
    let done = match &file {
        Some(file) => fs::read(file).map(|read| bytes = read),
        None => io::stdin().lock().read_to_end(&mut bytes).map(drop),
    };
    done.map_err(Failure::with(&name))?;
    Ok((name, bytes))
}

/// A reader that has seen enough and closed the pipe is no failure.
fn write_stdout(text: &str) -> Result<(), Failure> {
    match io::stdout().lock().write_all(text.as_bytes()) {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        done => done.map_err(Failure::with("standard output")),
    }
}
