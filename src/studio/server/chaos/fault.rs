//! What may go wrong: one table of names, places and values, which the grammar, the layer and the
//! documents share.

use std::time::Duration;

use super::Endpoint;
use super::Endpoint as E;

/// A way to misbehave.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Fault {
    /// The edit is made and not a word is said.
    Silent,
    /// The stream breaks off.
    Drop,
    /// Events in every form that an event stream allows, cut into pieces anywhere.
    Cut,
    /// The other dialect.
    Adk,
    /// Signs of life and nothing else, for a while.
    Heartbeats,
    /// Waits.
    Slow,
    /// A gateway that cannot serve, and says nothing.
    Gateway,
    /// A gateway's page in place of the answer.
    Html,
    /// Too many requests.
    TooMany,
    /// The token has expired.
    TokenExpired,
    /// The session is forgotten.
    SessionLost,
    /// Out of credits.
    OutOfCredits,
    /// Export is not in the plan.
    NotInPlan,
    /// Export needs the attribution headers.
    Headers,
    /// The client id is not to the server's liking.
    NoClientId,
    /// A render stands still, in a state that nobody has heard of.
    RenderStall,
    /// A render fails.
    RenderFail,
    /// The state of a render in another shape.
    RenderShape,
    /// A file comes shorter than its length.
    Truncate,
    /// Letters that a terminal would obey.
    Escape,
    /// Words of a screen that is not there.
    Gui,
    /// The agent asks back.
    Question,
    /// An apology after a good answer.
    Apology,
}

/// How often a fault happens where nothing is said of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Alone {
    /// Each time.
    Each,
    /// Each second time, beginning with the first: whoever tries again gets through.
    EveryOther,
}

/// What is known of a fault.
#[derive(Debug)]
pub struct Known {
    /// Which one.
    pub fault: Fault,
    /// As a list writes it.
    pub name: &'static str,
    /// Where it happens unless a list says otherwise.
    pub usual: &'static [Endpoint],
    /// Where it can happen.
    pub possible: &'static [Endpoint],
    /// How often, named alone.
    pub alone: Alone,
    /// How likely it is as a part of `all`, 0 to 1.
    pub in_all: f64,
    /// Words that choose a kind of it; without one, chance does.
    pub words: &'static [&'static str],
    /// The time it takes unless a list says otherwise; `None` where it takes none.
    pub time: Option<Duration>,
    /// How many times unless a list says otherwise; `None` where that means nothing.
    pub times: Option<u32>,
    /// What happens, for the documents.
    pub about: &'static str,
}

/// The entry that most others differ from in a few places.
const PLAIN: Known = Known {
    fault: Fault::Silent,
    name: "",
    usual: &[E::Chat],
    possible: &[E::Chat],
    alone: Alone::Each,
    in_all: 0.1,
    words: &[],
    time: None,
    times: None,
    about: "",
};

/// Every fault there is.
pub static TABLE: [Known; 23] = [
    Known {
        fault: Fault::Silent,
        name: "silent",
        in_all: 0.3,
        words: &["end", "error"],
        about: "the edit is made and no text comes; `end`: the stream just ends, `error`: it closes \
                with an error event although the edit was made",
        ..PLAIN
    },
    Known {
        fault: Fault::Drop,
        name: "drop",
        words: &["before", "after"],
        about: "the stream breaks off; `before`: nothing was done, `after`: the edit was made",
        ..PLAIN
    },
    Known {
        fault: Fault::Cut,
        name: "cut",
        in_all: 0.5,
        about: "bytes cut anywhere; LF, CRLF or CR; comments, `id`, `event` and `retry` lines, data over \
                several lines, a byte order mark",
        ..PLAIN
    },
    Known {
        fault: Fault::Adk,
        name: "adk",
        in_all: 0.5,
        words: &["stream", "whole", "mixed"],
        about: "Agent Development Kit events with thoughts; `stream`: partial pieces and a recap, \
                `whole`: whole messages, `mixed`: both dialects in one stream",
        ..PLAIN
    },
    Known {
        fault: Fault::Heartbeats,
        name: "heartbeats",
        time: Some(Duration::from_secs(2)),
        about: "nothing but signs of life for that time before the answer: heartbeat events, the bare \
                word, empty data, comments",
        ..PLAIN
    },
    Known {
        fault: Fault::Slow,
        name: "slow",
        usual: E::ALL,
        possible: E::ALL,
        time: Some(Duration::from_millis(200)),
        about: "that time passes before the answer, and in chats between the events too",
        ..PLAIN
    },
    Known {
        fault: Fault::Gateway,
        name: "5xx",
        usual: E::ALL,
        possible: E::ALL,
        alone: Alone::EveryOther,
        in_all: 0.05,
        words: &["502", "503", "504"],
        about: "an empty answer of a gateway; after `502` and `503` nothing was done, after `504` \
                everything was and only the answer is lost",
        ..PLAIN
    },
    Known {
        fault: Fault::Html,
        name: "html",
        usual: E::ALL,
        possible: E::ALL,
        alone: Alone::EveryOther,
        in_all: 0.05,
        words: &["200", "502"],
        about: "a gateway's HTML page under that status; nothing was done",
        ..PLAIN
    },
    Known {
        fault: Fault::TooMany,
        name: "429",
        usual: E::ALL,
        possible: E::ALL,
        alone: Alone::EveryOther,
        in_all: 0.05,
        words: &["told", "bare"],
        time: Some(Duration::from_secs(1)),
        about: "too many requests, nothing was done; `told`: with that time as `Retry-After`, `bare`: \
                without it",
        ..PLAIN
    },
    Known {
        fault: Fault::TokenExpired,
        name: "1001",
        usual: E::WITH_TOKEN,
        possible: E::WITH_TOKEN,
        alone: Alone::EveryOther,
        in_all: 0.05,
        words: &["200", "401"],
        about: "the token expires and is refused from then on, under that status; the token request \
                gives the same client id a new one, so tokens really change",
        ..PLAIN
    },
    Known {
        fault: Fault::SessionLost,
        name: "1002",
        possible: E::WITH_SESSION,
        alone: Alone::EveryOther,
        in_all: 0.02,
        words: &["200", "404"],
        about: "the session is forgotten for good, under that status",
        ..PLAIN
    },
    Known {
        fault: Fault::OutOfCredits,
        name: "2001",
        in_all: 0.02,
        words: &["answer", "event"],
        about: "out of credits, nothing was done; `answer`: in place of the stream, `event`: inside it",
        ..PLAIN
    },
    Known {
        fault: Fault::NotInPlan,
        name: "402",
        usual: &[E::Render],
        possible: &[E::Render],
        in_all: 0.02,
        words: &["200", "402"],
        about: "export is not part of the plan, under that status",
        ..PLAIN
    },
    Known {
        fault: Fault::Headers,
        name: "headers",
        usual: &[E::Render],
        possible: &[E::Render],
        in_all: 1.0,
        about: "an order without the three attribution headers is refused with 402, as the cloud does",
        ..PLAIN
    },
    Known {
        fault: Fault::NoClientId,
        name: "400",
        usual: &[E::Token],
        possible: &[E::Token],
        alone: Alone::EveryOther,
        about: "the token request is refused as one without a client id",
        ..PLAIN
    },
    Known {
        fault: Fault::RenderStall,
        name: "render-stall",
        usual: &[E::Render],
        possible: &[E::Render],
        in_all: 0.3,
        times: Some(3),
        about: "for that many polls the progress stands still in a state that no list has \
                (`encoding`, `uploading_artifacts`, `warming_up`); `ever`: it never ends",
        ..PLAIN
    },
    Known {
        fault: Fault::RenderFail,
        name: "render-fail",
        usual: &[E::Render],
        possible: &[E::Render],
        alone: Alone::EveryOther,
        in_all: 0.2,
        about: "the order is taken and its render fails, so a new id succeeds; `render-fail=1`: each fails",
        ..PLAIN
    },
    Known {
        fault: Fault::RenderShape,
        name: "render-shape",
        usual: &[E::Render],
        possible: &[E::Render],
        in_all: 0.7,
        words: &["success", "task", "bare", "code"],
        about: "the state of that render in one of the contract's shapes: in the `success` envelope, \
                as a `task`, `bare`, or in the `code` envelope",
        ..PLAIN
    },
    Known {
        fault: Fault::Truncate,
        name: "truncate",
        usual: E::FILES,
        possible: E::FILES,
        alone: Alone::EveryOther,
        in_all: 0.3,
        about: "a file breaks off before its `Content-Length`; requests with `Range` are answered well",
        ..PLAIN
    },
    Known {
        fault: Fault::Escape,
        name: "escape",
        usual: &[E::Chat, E::Upload, E::State, E::Render],
        possible: E::WITH_TOKEN,
        in_all: 0.3,
        about: "ANSI, OSC and C1 sequences, bidi overrides and invisible letters in answers, file \
                names, titles and refusals; at `upload` and `state` always, so that names hold still",
        ..PLAIN
    },
    Known {
        fault: Fault::Gui,
        name: "gui",
        in_all: 0.3,
        about: "the answer tells to click, open, drag and preview on a screen that is not there, its \
                phrases cut across events",
        ..PLAIN
    },
    Known {
        fault: Fault::Question,
        name: "question",
        alone: Alone::EveryOther,
        in_all: 0.05,
        about: "the agent calls `ask_question` and waits; nothing was done",
        ..PLAIN
    },
    Known {
        fault: Fault::Apology,
        name: "apology",
        in_all: 0.2,
        about: "a good answer closes with an apology about a temporary issue",
        ..PLAIN
    },
];

impl Fault {
    /// What is known of it.
    #[must_use]
    pub fn known(self) -> &'static Known {
        TABLE.iter().find(|known| known.fault == self).unwrap_or(&PLAIN)
    }

    /// Its name in a list.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.known().name
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_fault_has_one_row_and_happens_where_it_can() {
        for known in &TABLE {
            assert_eq!(known.fault.known().name, known.name);
            assert!(!known.about.is_empty() && !known.usual.is_empty(), "{}", known.name);
            assert!(known.usual.iter().all(|place| known.possible.contains(place)));
            let same = TABLE.iter().filter(|other| other.name == known.name);
            assert_eq!(same.count(), 1, "{}", known.name);
        }
    }
}
