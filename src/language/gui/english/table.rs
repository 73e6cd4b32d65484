//! The vocabulary, in small letters.

/// What an order to the user is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Verb {
    /// `click`: with the mouse, whatever it is.
    Click,
    /// `press`, `tap`, `hit`: a button or a key.
    Press,
    /// `select`, `use`, `find`: something of the screen.
    Select,
    /// `you'll find`: something of the screen.
    Find,
    /// `open`, `go to`: a part of the screen.
    Open,
    /// `drag`: with the mouse, whatever it is.
    Drag,
    /// `move`: an edit.
    Move,
    /// `slide`, `scroll`: an edit or a movement on the screen.
    Slide,
    /// `preview`, `play`, `check`: a look at something.
    Look,
    /// `log in to`, `manage`: the account.
    Account,
}

pub(super) const VERBS: &[(&str, Verb)] = &[
    ("click", Verb::Click),
    ("click on", Verb::Click),
    ("double-click", Verb::Click),
    ("double-click on", Verb::Click),
    ("double click", Verb::Click),
    ("right-click", Verb::Click),
    ("right-click on", Verb::Click),
    ("right click", Verb::Click),
    ("press", Verb::Press),
    ("tap", Verb::Press),
    ("tap on", Verb::Press),
    ("hit", Verb::Press),
    ("select", Verb::Select),
    ("choose", Verb::Select),
    ("pick", Verb::Select),
    ("use", Verb::Select),
    ("find", Verb::Select),
    ("locate", Verb::Select),
    ("look for", Verb::Select),
    ("toggle", Verb::Select),
    ("you'll find", Verb::Find),
    ("you'll see", Verb::Find),
    ("you will find", Verb::Find),
    ("you will see", Verb::Find),
    ("open", Verb::Open),
    ("open up", Verb::Open),
    ("expand", Verb::Open),
    ("go to", Verb::Open),
    ("go into", Verb::Open),
    ("go back to", Verb::Open),
    ("head to", Verb::Open),
    ("head over to", Verb::Open),
    ("navigate to", Verb::Open),
    ("switch to", Verb::Open),
    ("bring up", Verb::Open),
    ("visit", Verb::Open),
    ("drag", Verb::Drag),
    ("drag and drop", Verb::Drag),
    ("drag drop", Verb::Drag),
    ("drag-and-drop", Verb::Drag),
    ("click and drag", Verb::Drag),
    ("move", Verb::Move),
    ("reposition", Verb::Move),
    ("drop", Verb::Slide),
    ("pull", Verb::Slide),
    ("slide", Verb::Slide),
    ("scroll", Verb::Slide),
    ("scrub", Verb::Slide),
    ("zoom", Verb::Slide),
    ("hover", Verb::Slide),
    ("stretch", Verb::Slide),
    ("preview", Verb::Look),
    ("play", Verb::Look),
    ("watch", Verb::Look),
    ("review", Verb::Look),
    ("view", Verb::Look),
    ("see", Verb::Look),
    ("check", Verb::Look),
    ("check out", Verb::Look),
    ("look at", Verb::Look),
    ("take a look at", Verb::Look),
    ("inspect", Verb::Look),
    ("manage", Verb::Account),
    ("log in to", Verb::Account),
    ("log into", Verb::Account),
    ("sign in to", Verb::Account),
    ("top up", Verb::Account),
    ("upgrade", Verb::Account),
];

/// What stands before the verb of an order, and whether it speaks to the user.
pub(super) const LEADS: &[(&str, bool)] = &[
    ("then", false),
    ("now", false),
    ("next", false),
    ("first", false),
    ("second", false),
    ("third", false),
    ("finally", false),
    ("lastly", false),
    ("also", false),
    ("and", false),
    ("or", false),
    ("so", false),
    ("but", false),
    ("either", false),
    ("afterwards", false),
    ("alternatively", false),
    ("otherwise", false),
    ("instead", false),
    ("great", false),
    ("perfect", false),
    ("sure", false),
    ("okay", false),
    ("ok", false),
    ("just", true),
    ("simply", true),
    ("please", true),
    ("you can", true),
    ("you could", true),
    ("you may", true),
    ("you might want to", true),
    ("you should", true),
    ("you'll need to", true),
    ("you'll want to", true),
    ("you'll have to", true),
    ("you will need to", true),
    ("you need to", true),
    ("you just need to", true),
    ("you only need to", true),
    ("you have to", true),
    ("you just have to", true),
    ("need to", true),
    ("want to", true),
    ("be able to", true),
    ("you're free to", true),
    ("you are free to", true),
    ("you are able to", true),
    ("you're able to", true),
    ("which you can", true),
    ("that you can", true),
    ("where you can", true),
    ("feel free to", true),
    ("go ahead and", true),
    ("remember to", true),
    ("don't forget to", true),
    ("do not forget to", true),
    ("be sure to", true),
    ("make sure to", true),
    ("make sure you", true),
    ("try", true),
    ("try to", true),
    ("all you need to do is", true),
    ("all you need to do now is", true),
    ("all you have to do is", true),
    ("all that's left is to", true),
    ("it's time to", true),
    ("the next step is to", true),
    ("the last step is to", true),
    ("the final step is to", true),
    ("the easiest way is to", true),
    ("when you're ready", false),
    ("whenever you're ready", false),
    ("once you're ready", false),
    ("if you like", false),
    ("if you'd like", false),
    ("if needed", false),
    ("there", false),
    ("always", false),
    ("easily", false),
    ("manually", false),
    ("quickly", false),
];

/// What leads to the clause that follows.
pub(super) const LEADING: &[&str] = &[
    "if", "when", "whenever", "once", "to", "for", "with", "from", "in", "on", "at", "under",
    "inside", "after", "before", "as", "since", "because", "while", "although", "though", "by",
    "until", "unless", "using",
];

/// Alone before a colon they lead to what follows.
pub(super) const LABELS: &[&str] = &[
    "tip",
    "pro tip",
    "quick tip",
    "note",
    "hint",
    "reminder",
    "next steps",
    "next step",
    "what's next",
    "what next",
    "how to",
    "here's how",
    "here is how",
    "steps",
    "step",
    "export",
    "exporting",
    "preview",
    "previewing",
    "download",
    "downloading",
    "billing",
    "saving",
    "editing",
    "step 1",
    "step 2",
    "step 3",
    "step 4",
    "step 5",
    "what you can do",
    "what you can do now",
    "what you can do next",
    "things you can do",
];

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
