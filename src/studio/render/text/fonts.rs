//! The installed fonts, loaded once.

use std::sync::{Mutex, OnceLock, PoisonError};

use cosmic_text::fontdb::Database;
use cosmic_text::{FontSystem, SwashCache};

/// What shaping and drawing need.
pub(super) struct Fonts {
    pub(super) system: FontSystem,
    pub(super) cache: SwashCache,
    /// The family that words are set in; others step in for what it lacks.
    pub(super) family: Option<&'static str>,
    /// The family that emoji are set in.
    pub(super) emoji: Option<&'static str>,
}

/// Plain, open faces that read well over pictures; the first that is installed is used. Faces that
/// hold Chinese and Latin come before mere Latin ones of the older kind, so that both match.
const FAVOURITES: [&str; 16] = [
    "Inter",
    "Source Sans 3",
    "Noto Sans",
    "Source Han Sans SC",
    "Noto Sans CJK SC",
    "PingFang SC",
    "Open Sans",
    "Roboto",
    "Lato",
    "Cantarell",
    "Ubuntu",
    "Helvetica Neue",
    "Helvetica",
    "Arial",
    "Liberation Sans",
    "DejaVu Sans",
];

/// Coloured pictures; without any, emoji are drawn as the signs that other fonts have.
const EMOJI: [&str; 4] = ["Noto Color Emoji", "Apple Color Emoji", "Segoe UI Emoji", "Twemoji"];

/// Chinese characters have other shapes in Japan, Korea and Taiwan; without a hint in the words,
/// those of the mainland are meant.
const LOCALE: &str = "zh-CN";

/// Lends the fonts; everybody else waits meanwhile.
pub(super) fn with<T>(use_them: impl FnOnce(&mut Fonts) -> T) -> T {
    static FONTS: OnceLock<Mutex<Fonts>> = OnceLock::new();
    let fonts = FONTS.get_or_init(|| Mutex::new(load()));
    // A panic while drawing leaves nothing half-done in here that a later drawing would see.
    use_them(&mut fonts.lock().unwrap_or_else(PoisonError::into_inner))
}

/// How many faces there are: with another number, words may look otherwise.
pub(in crate::studio::render) fn faces() -> usize {
    with(|fonts| fonts.system.db().len())
}

fn load() -> Fonts {
    let mut database = Database::new();
    database.load_system_fonts();
    let family = FAVOURITES.into_iter().find(|name| has(&database, name));
    let emoji = EMOJI.into_iter().find(|name| has(&database, name));
    let system = FontSystem::new_with_locale_and_db(LOCALE.to_owned(), database);
    Fonts { system, cache: SwashCache::new(), family, emoji }
}

fn has(database: &Database, family: &str) -> bool {
    database.faces().any(|face| face.families.iter().any(|(name, _)| name == family))
}
