//! The environment in, this repository's folders and programs out.
//! Floor 2 of xtask. Uses: nothing.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Where things are.
#[derive(Debug)]
pub(crate) struct Workspace {
    root: PathBuf,
    target: PathBuf,
}

impl Workspace {
    /// The repository this program was built from, and the build folder cargo uses for it.
    pub(crate) fn find() -> Self {
        // Asked at run time first: a copied repository may bring an already built program along.
        let manifest = env::var_os("CARGO_MANIFEST_DIR").unwrap_or_else(|| env!("CARGO_MANIFEST_DIR").into());
        let root = Path::new(&manifest).ancestors().nth(2).map_or_else(PathBuf::new, Path::to_owned);
        let target = env::var_os("CARGO_TARGET_DIR").filter(|dir| !dir.is_empty()).map_or_else(
            || root.join("target"),
            // Made absolute, since our commands run in the root and not where we were called.
            |dir| std::path::absolute(&dir).unwrap_or_else(|_| dir.into()),
        );
        Self { root, target }
    }

    /// A file or folder of the repository.
    pub(crate) fn source(&self, path: &str) -> PathBuf {
        self.root.join(path)
    }

    /// A file or folder of the build.
    pub(crate) fn built(&self, path: &str) -> PathBuf {
        self.target.join(path)
    }

    /// A program, to be run in the root.
    pub(crate) fn program(&self, name: &str, arguments: &[&str]) -> Command {
        let mut command = Command::new(name);
        command.args(arguments).current_dir(&self.root);
        command
    }

    /// cargo, to be run in the root with the same build folder.
    pub(crate) fn cargo(&self, arguments: &[&str]) -> Command {
        let mut command = self.program("cargo", arguments);
        command.env("CARGO_TARGET_DIR", &self.target);
        command
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_root_is_the_one_with_this_crate_below_it() {
        let workspace = Workspace::find();
        assert!(workspace.source("tools/xtask/src/workspace.rs").is_file());
        assert!(workspace.built("satr").is_absolute());
    }
}
