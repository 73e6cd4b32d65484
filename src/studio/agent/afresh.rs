//! On an empty timeline nothing can be done but make a film, so words that describe one ask for it: `facebook square: well, kids,
//! school, 3 sec each`, `快手竖屏，先眼影后口红，各3秒`.
//!
//! Only what is not understood as it stands is read so, and only if then every word of it is.

use super::request::{Make, Reading, Request, Subject, read};
use super::words::{self, Meaning, Name, Noun, Sense, Sentence, Token};

/// What may be left out before a film's description.
const LEADS: [&str; 6] =
    ["make a ", "make a video of ", "make a video: ", "做个", "做个视频，", "做个视频："];

/// The sentence as the making of a film. `None` where it does not describe one.
pub fn described(
    sentence: &str,
    names: &[Name],
    subject: Option<&Subject>,
) -> Option<(Vec<Reading>, Vec<String>)> {
    let chinese = sentence.chars().any(|letter| ('\u{4e00}'..='\u{9fff}').contains(&letter));
    LEADS.iter().filter(|lead| lead.is_ascii() != chinese).find_map(|lead| {
        let said = words::read(&format!("{lead}{}", sentence.trim_start()), names);
        let readings = read(&said.clauses, subject);
        describes(&readings, names_a_film(&said, lead)).then_some((readings, said.remarks))
    })
}

/// Whether a sentence that names a film was understood as something else than the making of it.
pub fn is_left_open(readings: &[Reading], said: &Sentence) -> bool {
    let made = readings.iter().any(|reading| match reading {
        Reading::Understood { requests, .. } => requests.iter().any(|request| {
            matches!(
                request,
                Request::Make(_) | Request::Ask(_) | Request::Join(_) | Request::Row(_)
            )
        }),
        _ => false,
    });
    let film = |token: &Token| match token.meaning {
        Meaning::Ratio(..) => true,
        Meaning::Known(sense) => matches!(
            sense,
            Sense::Noun(Noun::Promo | Noun::Film)
                | Sense::Tempo(_)
                | Sense::Shape(_)
                | Sense::Platform(_)
        ),
        _ => false,
    };
    !made && said.clauses.iter().flat_map(|clause| &clause.tokens).any(film)
}

/// Whether the sentence itself says that it is about a film, and not only what was put before it.
fn names_a_film(said: &Sentence, lead: &str) -> bool {
    let film = |sense: Sense| {
        matches!(
            sense,
            Sense::Noun(Noun::Film | Noun::Promo) | Sense::Shape(_) | Sense::Platform(_)
        )
    };
    let tokens = said.clauses.iter().flat_map(|clause| &clause.tokens);
    let count = tokens.filter(|token| token.sense().is_some_and(film)).count();
    count > usize::from(lead.contains("video") || lead.contains("视频"))
}

/// Whether a film is made, of which something was said; strange words may only say what it is for.
fn describes(readings: &[Reading], names_a_film: bool) -> bool {
    let understood = readings.iter().all(|reading| match reading {
        Reading::Understood { requests, passed_over } => {
            (passed_over.is_empty() || names_a_film)
                && requests.iter().all(|request| !matches!(request, Request::Ask(_)))
        }
        _ => false,
    });
    let made = readings.iter().any(|reading| match reading {
        Reading::Understood { requests, .. } => {
            requests.iter().any(|request| matches!(request, Request::Make(make) if is_told(make)))
        }
        _ => false,
    });
    understood && made
}

fn is_told(make: &Make) -> bool {
    !make.from.is_empty() || make.each.is_some() || make.length.is_some()
}
