//! The verbs of orders, in small letters.

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
    /// `slide`, `pull`: an edit or a movement on the screen.
    Slide,
    /// `scroll`, `zoom`: a movement on the screen.
    Scroll,
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
    ("scroll", Verb::Scroll),
    ("scrub", Verb::Scroll),
    ("zoom", Verb::Scroll),
    ("hover over", Verb::Click),
    ("hover on", Verb::Click),
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
