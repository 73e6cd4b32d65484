//! Nouns and other words, in small letters.

/// Parts before a colon with one of these are sentences.
pub(super) const BEING: &[&str] = &[
    "is", "are", "was", "were", "has", "have", "it's", "that's", "i've", "made", "added", "done",
    "i",
];

/// Clauses with one of these tell what was done.
pub(super) const TELLING: &[&str] = &[
    "i", "i've", "i'm", "i'll", "i'd", "we", "we've", "we're", "we'll", "was", "were", "been",
    "has", "had",
];

/// Before `now` they tell how something is.
pub(super) const NOW: &[&str] = &["is", "are", "says", "reads", "shows", "stands"];

/// What can be opened from a terminal too.
pub(super) const LINKS: &[&str] = &["link", "links", "url"];

/// Clauses that begin so speak to the user.
pub(super) const ADDRESS: &[&str] =
    &["tell", "let", "say", "ask", "enjoy", "describe", "type", "send", "reply", "feel", "keep"];

/// Clauses that stand on their own after an instruction.
pub(super) const STAYS: &[&str] = &[
    "let", "tell", "say", "ask", "enjoy", "describe", "message", "reply", "thanks", "happy",
    "feel", "shall", "would", "should", "do", "want", "there", "my",
];

/// Verbs of an edit.
pub(super) const EDITS: &[&str] = &[
    "trim",
    "cut",
    "shorten",
    "lengthen",
    "extend",
    "reorder",
    "rearrange",
    "resize",
    "change",
    "adjust",
    "split",
    "move",
    "rotate",
    "scale",
    "speed",
    "slow",
    "reposition",
    "fade",
    "set",
    "make",
    "place",
    "lower",
    "raise",
    "turn",
    "remove",
    "delete",
    "swap",
    "replace",
    "rename",
    "mute",
    "crop",
];

/// Edits that say nothing of an `it` alone.
pub(super) const VAGUE: &[&str] =
    &["change", "adjust", "move", "resize", "reposition", "edit", "set", "make"];

/// What joins a clause to the one before.
pub(super) const JOINTS: &[&str] = &[
    "and",
    "or",
    "then",
    "but",
    "so",
    "also",
    "either",
    "alternatively",
    "otherwise",
    "afterwards",
];

/// What an object begins with.
pub(super) const DETERMINERS: &[&str] = &[
    "the", "your", "this", "that", "any", "a", "an", "here", "it", "them", "one", "each", "either",
    "those", "these", "its", "their", "both", "all", "every", "on", "up", "some",
];

/// What is dragged without an article.
pub(super) const DRAGGED: &[&str] = &[
    "clips", "segments", "titles", "files", "images", "photos", "pictures", "music", "handles",
    "edges", "tracks", "text", "layers", "media", "elements", "videos", "audio", "footage", "left",
    "right",
];

/// Nouns that `click` makes another noun of.
pub(super) const CLICKED_NOUNS: &[&str] =
    &["track", "tracks", "sound", "sounds", "noise", "noises", "rate", "rates", "bait"];

/// Actions that a button may have.
pub(super) const ACTIONS: &[&str] = &[
    "export", "download", "save", "play", "preview", "render", "share", "upload", "import", "undo",
    "redo", "done", "apply", "generate", "publish", "edit", "settings", "billing", "upgrade",
    "next", "ok",
];

/// Keys of a keyboard.
pub(super) const KEYS: &[&str] = &[
    "space",
    "spacebar",
    "enter",
    "delete",
    "backspace",
    "escape",
    "esc",
    "ctrl",
    "cmd",
    "shift",
    "alt",
];

/// Parts of a screen that are pressed or chosen from.
pub(super) const CONTROLS: &[&str] = &[
    "button",
    "buttons",
    "icon",
    "icons",
    "panel",
    "panels",
    "menu",
    "menus",
    "sidebar",
    "toolbar",
    "tab",
    "tabs",
    "dropdown",
    "drop-down",
    "slider",
    "sliders",
    "checkbox",
    "toggle",
    "popup",
    "pop-up",
    "dialog",
    "inspector",
    "right-click",
    "layer",
    "layers",
];

/// What may follow a control that is no part of another noun.
pub(super) const AFTER_CONTROL: &[&str] = &[
    "in", "on", "at", "to", "above", "below", "near", "next", "and", "or", "when", "if", "for",
    "from", "of", "once", "again", "until", "with", "beside", "under", "so", "then", "whenever",
    "you", "as",
];

/// Parts of a screen that are opened.
pub(super) const PARTS: &[&str] = &[
    "panel",
    "panels",
    "menu",
    "menus",
    "sidebar",
    "toolbar",
    "tab",
    "tabs",
    "dropdown",
    "drop-down",
    "settings",
    "inspector",
    "library",
    "dialog",
    "popup",
    "pop-up",
    "window",
    "editor",
    "workspace",
    "properties",
    "timeline",
    "player",
    "account",
    "billing",
    "dashboard",
    "viewer",
    "page",
    "view",
    "section",
    "drawer",
];

/// Where something is looked at or moved on a screen.
pub(super) const PLACES: &[&str] = &[
    "timeline",
    "player",
    "preview",
    "editor",
    "workspace",
    "viewer",
    "panel",
    "window",
    "canvas",
    "tab",
    "sidebar",
    "toolbar",
    "monitor",
    "library",
    "menu",
    "slider",
    "playhead",
    "mouse",
    "cursor",
    "handle",
    "handles",
    "inspector",
];

/// Where something is looked at; a cat may sit in a window.
pub(super) const SCREENS: &[&str] = &[
    "timeline",
    "player",
    "preview",
    "editor",
    "workspace",
    "viewer",
    "panel",
    "sidebar",
    "toolbar",
    "inspector",
];

/// Before a place.
pub(super) const PREPOSITIONS: &[&str] = &[
    "in", "on", "from", "using", "with", "through", "inside", "along", "within", "onto", "into",
    "to", "of",
];

/// Words of the account.
pub(super) const ACCOUNT: &[&str] =
    &["account", "billing", "subscription", "pricing", "credits", "credit", "balance", "plan"];

/// What a clause about a button says of it.
pub(super) const ABOUT_BUTTON: &[&str] = &[
    "top",
    "right",
    "left",
    "corner",
    "above",
    "below",
    "bottom",
    "upper",
    "toolbar",
    "lets",
    "will",
    "allows",
    "next",
    "near",
    "at",
    "downloads",
    "exports",
    "saves",
    "starts",
];
