//! Where a profile was installed from, for the attribution header.

use std::path::{Component, Path};

use super::Origin;

/// Folders below the home folder that say it.
const FOLDERS: [(&str, &str); 2] = [(".clawhub", "clawhub"), (".cursor/skills", "cursor")];

/// The user's word, else the folder that the file lies in, else `unknown`.
pub(super) fn platform(origin: Origin<'_>, path: Option<&Path>) -> String {
    if let Some(said) = origin.skill_source.filter(|said| !said.is_empty()) {
        return said.to_owned();
    }
    let below = |folder: &str| {
        let (Some(home), Some(path)) = (origin.home, path) else { return false };
        let folder = home.join(folder);
        // A skill may be linked into the folder, and the folder or the home may be a link itself.
        let as_named = is_plain(path) && path.starts_with(&folder);
        as_named || is_really_below(path, &folder)
    };
    let found = FOLDERS.iter().find(|(folder, _)| below(folder));
    found.map_or("unknown", |(_, platform)| platform).to_owned()
}

fn is_really_below(path: &Path, folder: &Path) -> bool {
    match (path.canonicalize(), folder.canonicalize()) {
        (Ok(path), Ok(folder)) => path.starts_with(folder),
        _ => false,
    }
}

/// `~/.clawhub/../x` is not below `~/.clawhub`.
fn is_plain(path: &Path) -> bool {
    !path.components().any(|part| part == Component::ParentDir)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_folder_tells_the_platform_unless_the_user_does() {
        let home = Some(Path::new("/home/me"));
        for (said, path, expected) in [
            (None, "/home/me/.clawhub/a/SKILL.md", "clawhub"),
            (None, "/home/me/.cursor/skills/a/SKILL.md", "cursor"),
            (None, "/home/me/.cursor/a/SKILL.md", "unknown"),
            (None, "/home/me/.clawhub/../SKILL.md", "unknown"),
            (None, "/srv/SKILL.md", "unknown"),
            (Some("acme"), "/home/me/.clawhub/a/SKILL.md", "acme"),
        ] {
            let origin = Origin { skill_source: said, home };
            assert_eq!(platform(origin, Some(Path::new(path))), expected, "{path}");
        }
    }

    #[test]
    fn links_in_either_direction_are_seen_through() {
        let folder = tempfile::tempdir().expect("a folder");
        let (real, home) = (folder.path().join("real"), folder.path().join("home"));
        std::fs::create_dir_all(real.join(".cursor/skills/a")).expect("made");
        std::fs::create_dir_all(folder.path().join("elsewhere")).expect("made");
        let skill = real.join(".cursor/skills/a/SKILL.md");
        std::fs::write(&skill, "").expect("written");
        std::fs::write(folder.path().join("elsewhere/SKILL.md"), "").expect("written");
        let link = std::os::unix::fs::symlink::<&Path, &Path>;
        link(&real, &home).expect("linked");
        link(&folder.path().join("elsewhere"), &real.join(".cursor/skills/b")).expect("linked");
        let origin = Origin { skill_source: None, home: Some(&home) };
        for path in [
            skill.clone(),
            home.join(".cursor/skills/a/SKILL.md"),
            home.join(".cursor/skills/b/SKILL.md"),
        ] {
            assert_eq!(platform(origin, Some(&path)), "cursor", "{}", path.display());
        }
        assert_eq!(platform(origin, Some(&folder.path().join("elsewhere/SKILL.md"))), "unknown");
    }
}
