//! Pieces that are counted among those of one file, told by their places in the film: `ditch the first bikes clip` is `ditch
//! clip 1` where bikes is seen twice.
//!
//! Without that, both would go.

use super::operation::main_video;
use super::scene::Scene;
use super::turn::names;
use super::words::{self, PieceOfFile};

/// The sentence with their places in it. `None` where it counts none, or the file is seen once.
pub fn with_pieces_counted(sentence: &str, scene: &Scene) -> Option<String> {
    let letters: Vec<char> = sentence.chars().collect();
    let mut written = String::new();
    let mut from = 0;
    for told in words::pieces_of_files(sentence, &names(scene)) {
        let Some(place) = place(&told, scene) else { continue };
        written.extend(&letters[from..told.span.start]);
        let named = if told.chinese { format!("第{place}段") } else { format!("clip {place}") };
        written.push_str(&named);
        from = told.span.end;
    }
    written.extend(&letters[from..]);
    (from > 0).then_some(written)
}

/// At which place of the film it lies, where several pieces show the file.
fn place(told: &PieceOfFile, scene: &Scene) -> Option<usize> {
    let name = &scene.media.get(told.file)?.name;
    let film = main_video(&scene.draft);
    let shown = (0..film.len()).filter(|at| film[*at].source.as_ref() == Some(name));
    let shown: Vec<usize> = shown.collect();
    let at = match told.place {
        counted if counted > 0 => usize::try_from(counted).ok()? - 1,
        counted => shown.len().checked_sub(usize::try_from(-counted).ok()?)?,
    };
    (shown.len() > 1).then(|| shown.get(at).map(|at| at + 1))?
}
