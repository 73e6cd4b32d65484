//! What must lie on the disk before ffmpeg can start: drawn words for the picture; for the sound, music
//! made on the spot and what is heard backwards. Neither waits for the other.

use std::collections::{HashMap, HashSet};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use tokio::task::spawn_blocking;

use crate::draft::{Canvas, Frames};
use crate::studio::music::{Brief, write_wav};

use super::graph::Drawing;
use super::kept_chunks::{KeptChunks, Key};
use super::plan::{Caption, Cue, RenderPlan, Reversal, Voice};
use super::text::{self, Drawn, Pace};
use super::turned::turn_all;
use super::{Error, Warning};

/// What was prepared.
#[derive(Debug, Clone, Default)]
pub(super) struct Prepared {
    /// One for each caption of the plan; none where there is nothing to see.
    pub(super) drawings: Vec<Option<Drawing>>,
    /// Characters that could not be drawn.
    pub(super) warnings: Vec<Warning>,
}

/// What is heard and was made here.
#[derive(Debug, Clone, Default)]
pub(super) struct Sounds {
    /// Where each piece of music lies.
    pub(super) music: HashMap<Brief, PathBuf>,
    /// Where sound that is heard backwards lies, turned round.
    pub(super) turned: HashMap<Reversal, PathBuf>,
}

/// Draws the words of a film into `folder`, which goes with the render.
pub(super) async fn prepare(plan: &RenderPlan, folder: &Path) -> Result<Prepared, Error> {
    let (captions, canvas) = (plan.captions.clone(), plan.canvas);
    let words = folder.to_owned();
    let drawn = spawn_blocking(move || draw_all(&captions, canvas, &words)).await;
    let (drawings, missing) = drawn.unwrap_or_else(|panic| Err(ended(folder, panic)))?;
    let warnings = (!missing.is_empty()).then_some(Warning::MissingGlyphs(missing));
    Ok(Prepared { drawings, warnings: warnings.into_iter().collect() })
}

/// Composes the music of a film and turns round what is heard backwards, into `folder`, which goes with the
/// render; music is kept below `scratch`, too.
pub(super) async fn sounds(
    plan: &RenderPlan,
    folder: &Path,
    scratch: &Path,
) -> Result<Sounds, Error> {
    let briefs: HashSet<Brief> = plan.cues.iter().filter_map(brief).collect();
    let (own, music) = (folder.to_owned(), scratch.to_owned());
    let composed = spawn_blocking(move || compose_all(briefs, &own, &music));
    let (composed, turned) = tokio::join!(composed, turn_all(&plan.cues, folder));
    let music = composed.unwrap_or_else(|panic| Err(ended(folder, panic)))?;
    Ok(Sounds { music, turned: turned? })
}

fn ended(path: &Path, panic: tokio::task::JoinError) -> Error {
    Error::write(path)(io::Error::other(panic))
}

fn brief(cue: &Cue) -> Option<Brief> {
    match cue.voice {
        Voice::Music(brief) => Some(brief),
        Voice::Footage(_) => None,
    }
}

fn draw_all(
    captions: &[Caption],
    canvas: Canvas,
    folder: &Path,
) -> Result<(Vec<Option<Drawing>>, String), Error> {
    let mut drawings = Vec::with_capacity(captions.len());
    let mut missing = String::new();
    for caption in captions {
        if caption.inset.is_some() {
            drawings.push(None);
            continue;
        }
        let pace = Pace { coming: frames(caption.fade_in), going: frames(caption.fade_out) };
        let Drawn { picture, missing: lacking, coming, going } =
            text::draw(&caption.words, &caption.style, canvas, pace);
        missing.extend(
            lacking.chars().filter(|letter| !missing.contains(*letter)).collect::<Vec<_>>(),
        );
        let path = folder.join(format!("words-{}.png", caption.number));
        let drawing = match picture {
            Some(placed) => {
                let pictures = coming.iter().chain([&placed.image]).chain(&going);
                write_pictures(pictures, &path)?;
                let (width, height) = placed.image.dimensions();
                let (coming, going) = (coming.len(), going.len());
                Some(Drawing { path, x: placed.x, y: placed.y, width, height, coming, going })
            }
            None => None,
        };
        drawings.push(drawing);
    }
    Ok((drawings, missing))
}

fn frames(frames: Frames) -> usize {
    usize::try_from(frames.0).unwrap_or_default()
}

/// One after another in one file.
fn write_pictures<'a>(
    pictures: impl Iterator<Item = &'a image::RgbaImage>,
    path: &Path,
) -> Result<(), Error> {
    let mut file =
        std::io::BufWriter::new(std::fs::File::create(path).map_err(Error::write(path))?);
    for picture in pictures {
        write_png(picture, &mut file, path)?;
    }
    file.flush().map_err(Error::write(path))
}

fn write_png(
    image: &image::RgbaImage,
    file: &mut impl io::Write,
    path: &Path,
) -> Result<(), Error> {
    // An encoder wants to go back in what it writes; pictures here follow each other.
    let mut bytes = io::Cursor::new(Vec::new());
    let encoded = image.write_to(&mut bytes, image::ImageFormat::Png);
    let written = encoded.and_then(|()| Ok(file.write_all(bytes.get_ref())?));
    written.map_err(|error| match error {
        image::ImageError::IoError(source) => Error::write(path)(source),
        other => Error::write(path)(io::Error::other(other)),
    })
}

fn compose_all(
    briefs: HashSet<Brief>,
    folder: &Path,
    scratch: &Path,
) -> Result<HashMap<Brief, PathBuf>, Error> {
    if briefs.is_empty() {
        return Ok(HashMap::new());
    }
    let kept = KeptChunks::open_music(scratch).map_err(Error::write(scratch))?;
    let composed: Result<HashMap<Brief, PathBuf>, Error> = briefs
        .into_iter()
        .enumerate()
        .map(|(number, brief)| {
            let path = folder.join(format!("music-{number}.wav"));
            compose(brief, &kept, &path).map(|()| (brief, path))
        })
        .collect();
    kept.sweep();
    composed
}

/// The same brief is the same music, so what is there already is used again: by a name of the render's own,
/// so that what is kept may go at any time.
fn compose(brief: Brief, kept: &KeptChunks, path: &Path) -> Result<(), Error> {
    let Brief { mood, seed, tempo, length } = brief;
    let (seed, length) = (seed.to_string(), length.0.to_string());
    let tempo = mood.tempo(tempo).to_string();
    let words = ["music", mood.name(), &seed, &tempo, &length];
    let nobodys = Path::new("\0");
    let key = Key::of(words.into_iter(), std::iter::empty(), nobodys, "");
    let key = key.map_err(Error::write(path))?;
    if kept.take(&key, path) {
        return Ok(());
    }
    write_wav(path, &brief).map_err(Error::write(path))?;
    kept.keep(&key, path);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draft::{Millis, Mood};

    #[test]
    fn music_is_made_once_and_outlives_what_is_kept_of_it() {
        let scratch = tempfile::tempdir().expect("a folder");
        let brief = Brief { mood: Mood::Calm, seed: 7, tempo: None, length: Millis(2000) };
        let compose = |own: &Path| {
            std::fs::create_dir_all(own).expect("made");
            let made = compose_all(HashSet::from([brief]), own, scratch.path()).expect("composed");
            made[&brief].clone()
        };
        let own = |name: &str| scratch.path().join(name);
        let first = compose(&own("one"));
        let kept: Vec<_> = std::fs::read_dir(own("music")).expect("there").flatten().collect();
        let [kept] = &kept[..] else { panic!("{kept:?}") };
        // What is there is taken up and not made again.
        std::fs::write(kept.path(), "kept").expect("written");
        let second = compose(&own("two"));
        assert_eq!(std::fs::read(&second).expect("there"), b"kept");
        std::fs::remove_dir_all(own("music")).expect("removed");
        assert!(first.exists() && second.exists());
        assert!(std::fs::metadata(compose(&own("three"))).expect("made again").len() > 100_000);
    }
}
