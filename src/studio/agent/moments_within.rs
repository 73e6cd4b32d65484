//! Moments that are counted from where a piece begins, told by the time of the film: `split bikes 4 seconds into the clip` is
//! `split bikes at 6s` where bikes begins at 2 seconds.
//!
//! Without that, such a moment would be one of the film wherever the piece is seen then, too. Where a wish before it in the
//! sentence moves the piece (`delete lake, then split bikes 4 seconds into the clip`), it begins where it lies after that.

use super::operation::main_video;
use super::scene::Scene;
use super::turn::{done, names, readings};
use super::words::{self, Meaning, OwnMoment};
use crate::draft::{Draft, Millis, Segment};

/// The sentence with the moment of the film in it. `None` where it counts from no piece, or the piece is not clear.
pub fn with_moments_of_the_film(sentence: &str, scene: &Scene) -> Option<String> {
    let told = words::own_moment(sentence, &names(scene))?;
    let letters: Vec<char> = sentence.chars().collect();
    let part = |range: std::ops::Range<usize>| letters[range].iter().collect::<String>();
    let meant = piece(&told, scene)?;
    let film = after(&part(0..told.begins), scene);
    let piece = main_video(&film).iter().find(|piece| piece.id == meant.id)?;
    let moment = (told.into < piece.duration).then_some(piece.start + told.into)?;
    let (before, behind) = (part(0..told.span.start), part(told.span.end..letters.len()));
    Some(format!("{before}{}{behind}", written(moment, told.chinese)))
}

/// The film after what is asked for before the wish.
fn after(before: &str, scene: &Scene) -> Draft {
    if before.trim().is_empty() {
        return scene.draft.clone();
    }
    done(&readings(before, scene).0, scene).into_draft()
}

/// The one piece that is meant.
fn piece<'a>(told: &OwnMoment, scene: &'a Scene) -> Option<&'a Segment> {
    let film = main_video(&scene.draft);
    match told.of {
        Meaning::File(file, _) => {
            let name = &scene.media.get(file)?.name;
            let mut shown = film.iter().filter(|piece| piece.source.as_ref() == Some(name));
            shown.next().filter(|_| shown.next().is_none())
        }
        Meaning::Ordinal(-1) => film.last(),
        Meaning::Ordinal(place) => film.get(usize::try_from(place).ok()?.checked_sub(1)?),
        _ => None,
    }
}

fn written(moment: Millis, chinese: bool) -> String {
    let seconds = moment.as_secs_f64();
    if chinese { format!("第{seconds}秒") } else { format!("at {seconds}s") }
}
