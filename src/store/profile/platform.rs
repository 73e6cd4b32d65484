//! Where a profile was installed from, for the attribution header.

use std::path::Path;

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
        let real = path.canonicalize().unwrap_or_else(|_| path.to_path_buf());
        path.starts_with(home.join(folder)) || real.starts_with(home.join(folder))
    };
    let found = FOLDERS.iter().find(|(folder, _)| below(folder));
    found.map_or("unknown", |(_, platform)| platform).to_owned()
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
            (None, "/srv/SKILL.md", "unknown"),
            (Some("acme"), "/home/me/.clawhub/a/SKILL.md", "acme"),
        ] {
            let origin = Origin { skill_source: said, home };
            assert_eq!(platform(origin, Some(Path::new(path))), expected, "{path}");
        }
    }
}
