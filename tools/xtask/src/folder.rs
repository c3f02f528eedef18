//! Files in, a folder that is either the old one or the whole new one out.
//! Floor 1 of xtask. Uses: nothing.

use std::ffi::OsString;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process;

/// A folder in the making, beside the place it will take; dropped unpublished, it is gone and the place is as it was.
#[derive(Debug)]
pub(crate) struct Draft {
    place: PathBuf,
    draft: PathBuf,
}

impl Draft {
    /// An empty folder that is to become `place`.
    pub(crate) fn of(place: PathBuf) -> io::Result<Self> {
        // The process id keeps two runs at once from writing into each other's draft.
        let draft = beside(&place, &format!("draft-{}", process::id()));
        remove(&draft)?;
        fs::create_dir_all(&draft)?;
        Ok(Self { place, draft })
    }

    /// Where to write, until it is published.
    pub(crate) fn path(&self) -> &Path {
        &self.draft
    }

    /// Puts the folder in its place, and what stood there away.
    pub(crate) fn publish(self) -> io::Result<()> {
        let old = beside(&self.place, &format!("old-{}", process::id()));
        remove(&old)?;
        let replaces = self.place.exists();
        if replaces {
            fs::rename(&self.place, &old)?;
        }
        if let Err(why) = fs::rename(&self.draft, &self.place) {
            if replaces {
                fs::rename(&old, &self.place)?;
            }
            return Err(why);
        }
        remove(&old)
    }
}

impl Drop for Draft {
    fn drop(&mut self) {
        // After publishing there is nothing here to remove; otherwise a failure is already on its way up.
        let _ = remove(&self.draft);
    }
}

fn beside(place: &Path, suffix: &str) -> PathBuf {
    let mut name = place.file_name().map_or_else(OsString::new, OsString::from);
    name.push(".");
    name.push(suffix);
    place.with_file_name(name)
}

/// Removes a folder and all below it; that there is none is fine.
pub(crate) fn remove(folder: &Path) -> io::Result<()> {
    match fs::remove_dir_all(folder) {
        Err(why) if why.kind() == io::ErrorKind::NotFound => Ok(()),
        other => other,
    }
}

/// Copies one file, making the folders above it; an error names both ends.
pub(crate) fn copy_file(from: &Path, to: &Path) -> io::Result<()> {
    let copy = || {
        if let Some(parent) = to.parent() {
            fs::create_dir_all(parent)?;
        }
        fs::copy(from, to)
    };
    match copy() {
        Ok(_) => Ok(()),
        Err(why) => Err(io::Error::new(why.kind(), format!("{} -> {}: {why}", from.display(), to.display()))),
    }
}

/// Copies everything below `from`, hidden files aside, into `to`.
pub(crate) fn copy_all(from: &Path, to: &Path) -> io::Result<()> {
    let mut left = vec![(from.to_owned(), to.to_owned())];
    while let Some((from, to)) = left.pop() {
        fs::create_dir_all(&to)?;
        let entries = fs::read_dir(&from)
            .map_err(|why| io::Error::new(why.kind(), format!("{}: {why}", from.display())))?;
        for entry in entries {
            let entry = entry?;
            let name = entry.file_name();
            if name.as_encoded_bytes().starts_with(b".") {
                continue;
            }
            let target = to.join(&name);
            if entry.path().is_dir() {
                left.push((entry.path(), target));
            } else {
                copy_file(&entry.path(), &target)?;
            }
        }
    }
    Ok(())
}

/// The texts of the files in a folder by name, hidden files aside, one behind the other.
pub(crate) fn joined(folder: &Path) -> io::Result<String> {
    let named = |why: io::Error| io::Error::new(why.kind(), format!("{}: {why}", folder.display()));
    let entries = fs::read_dir(folder).map_err(named)?;
    let mut files = entries.map(|entry| Ok(entry?.path())).collect::<io::Result<Vec<_>>>()?;
    files.retain(|file| file.file_name().is_some_and(|name| !name.as_encoded_bytes().starts_with(b".")));
    files.sort();
    files.iter().map(fs::read_to_string).collect::<io::Result<String>>().map_err(named)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A folder of this test's own, removed with the value.
    struct Scratch(PathBuf);

    impl Scratch {
        fn new(name: &str) -> Self {
            let folder = std::env::temp_dir().join(format!("xtask-{name}-{}", process::id()));
            remove(&folder).unwrap();
            fs::create_dir_all(&folder).unwrap();
            Self(folder)
        }

        fn names(&self) -> Vec<String> {
            let entries = fs::read_dir(&self.0).unwrap();
            let mut names: Vec<String> =
                entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
            names.sort();
            names
        }
    }

    impl Drop for Scratch {
        fn drop(&mut self) {
            let _ = remove(&self.0);
        }
    }

    #[test]
    fn publishing_leaves_nothing_of_the_old_folder() {
        let scratch = Scratch::new("publish");
        let place = scratch.0.join("out");
        fs::create_dir(&place).unwrap();
        fs::write(place.join("stale"), "old").unwrap();

        let draft = Draft::of(place.clone()).unwrap();
        fs::write(draft.path().join("fresh"), "new").unwrap();
        assert!(place.join("stale").exists(), "until it is published, the old folder stands");
        draft.publish().unwrap();

        assert_eq!(fs::read_to_string(place.join("fresh")).unwrap(), "new");
        assert!(!place.join("stale").exists());
        assert_eq!(scratch.names(), ["out"]);
    }

    #[test]
    fn a_dropped_draft_changes_nothing() {
        let scratch = Scratch::new("drop");
        let place = scratch.0.join("out");
        fs::create_dir(&place).unwrap();
        fs::write(place.join("kept"), "old").unwrap();
        drop(Draft::of(place.clone()).unwrap());
        assert!(place.join("kept").exists());
        assert_eq!(scratch.names(), ["out"]);
    }

    #[test]
    fn copying_takes_all_but_the_hidden() {
        let scratch = Scratch::new("copy");
        let from = scratch.0.join("from");
        fs::create_dir_all(from.join("deep/er")).unwrap();
        fs::write(from.join("a.js"), "a").unwrap();
        fs::write(from.join("deep/er/b.js"), "b").unwrap();
        fs::write(from.join(".hidden"), "c").unwrap();
        let to = scratch.0.join("to");
        copy_all(&from, &to).unwrap();
        assert_eq!(fs::read_to_string(to.join("deep/er/b.js")).unwrap(), "b");
        assert!(to.join("a.js").exists() && !to.join(".hidden").exists());
    }

    #[test]
    fn a_missing_file_is_named() {
        let scratch = Scratch::new("missing");
        let why = copy_file(&scratch.0.join("nothing.css"), &scratch.0.join("there.css")).unwrap_err();
        assert!(why.to_string().contains("nothing.css"), "{why}");
    }
}
