//! `cutroom render DRAFT.json --media DIR -o FILE`: a draft from a file, no session.

use std::fs::File;
use std::io;
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};
use tokio::sync::watch;
use tokio_util::sync::CancellationToken;

use crate::draft::{Draft, wire};
use crate::language::Problem;
use crate::studio::media::{self, Media};
use crate::studio::render::{self, Order};
use crate::terminal::Signals;

use super::json;
use super::making::{Making, form_of};
use super::setup::Setup;

/// What is to be rendered, and where to.
pub(super) struct Job {
    /// The draft's file.
    pub draft: PathBuf,
    /// The folder with its media.
    pub media: PathBuf,
    /// The film.
    pub output: PathBuf,
    /// What it is made into.
    pub making: Making,
    /// Whether an existing file may be replaced.
    pub force: bool,
}

/// Renders with the studio's engine, telling its progress.
pub(super) async fn render(setup: &Setup, job: Job) -> Result<(), Problem> {
    let form = form_of(&job.output)?;
    job.making.check_form(form)?;
    super::work::check_free(&job.output, job.force)?;
    let mut draft = read_draft(&job.draft)?;
    if !draft.is_ready() {
        return Err(Problem::NothingToRender);
    }
    let media = read_media(&draft, &job.media)?;
    if media.is_empty()
        && let Some(name) = first_source(&draft)
    {
        // A film of nothing but placeholders is no film.
        let path = job.media.join(name).display().to_string();
        return Err(Problem::FileMissing { path });
    }
    let mut printer = setup.printer();
    job.making.check_film(&draft, form, &mut printer)?;
    if let Some(preset) = job.making.preset() {
        draft.canvas = preset.canvas(draft.canvas);
    }
    let folder = folder_of(&job.output);
    let order = Order {
        media,
        draft,
        output: job.output,
        scratch: setup.places.cache.join("render"),
        form,
        quality: job.making.quality(),
        wish: job.making.wish(),
    };
    let cancel = CancellationToken::new();
    let (progress, _seen) = watch::channel(0.0);
    let mut signals = Signals::listen().map_err(|_| Problem::Interrupted)?;
    let rendering = render::render(order, progress, cancel.clone());
    let rendered = tokio::select! {
        rendered = rendering => rendered.map_err(|error| error.problem(&folder))?,
        _ = signals.next() => return Err(Problem::Interrupted),
    };
    for warning in &rendered.warnings {
        let line = warning.line(setup.language);
        printer.say(&line, Some(&json::notice(&line)));
    }
    let path = rendered.path.display().to_string();
    printer.result(&path, &json::saved(&path, rendered.bytes, None));
    Ok(())
}

/// Where the film will lie, as people know the place.
fn folder_of(output: &Path) -> PathBuf {
    let whole = std::path::absolute(output).unwrap_or_else(|_| output.to_owned());
    whole.parent().map_or(whole.clone(), Path::to_owned)
}

fn first_source(draft: &Draft) -> Option<&str> {
    draft.segments().find_map(|(_, segment)| segment.source.as_deref())
}

fn read_draft(path: &Path) -> Result<Draft, Problem> {
    let shown = path.display().to_string();
    let text = std::fs::read_to_string(path).map_err(|error| match error.kind() {
        std::io::ErrorKind::NotFound => Problem::FileMissing { path: shown.clone() },
        _ => Problem::FileUnreadable { path: shown.clone(), reason: error.to_string() },
    })?;
    let no_draft = |reason: String| Problem::NotADraft { path: shown.clone(), reason };
    let value = serde_json::from_str(&text).map_err(|error| no_draft(error.to_string()))?;
    wire::decode(&value).map_err(|error| no_draft(error.to_string()))
}

/// The files that the draft names and the folder has. What is missing costs its segment, not the film.
fn read_media(draft: &Draft, folder: &Path) -> Result<Vec<Media>, Problem> {
    if !folder.is_dir() {
        return Err(Problem::FileMissing { path: folder.display().to_string() });
    }
    let mut sources: Vec<&str> =
        draft.segments().filter_map(|(_, segment)| segment.source.as_deref()).collect();
    sources.sort_unstable();
    sources.dedup();
    // A draft from elsewhere may name any path; only the folder's own files are read.
    let names = sources.iter().filter_map(|source| Path::new(source).file_name()?.to_str());
    Ok(names.filter_map(|name| file(&folder.join(name), name).ok().flatten()).collect())
}

/// A file as the renderer wants it, known by its content: what is rendered of it is kept for the next time.
fn file(path: &Path, name: &str) -> io::Result<Option<Media>> {
    let Some(media) = media::lying(path, name)? else { return Ok(None) };
    let mut digest = Sha256::new();
    io::copy(&mut File::open(path)?, &mut HashWriter(&mut digest))?;
    let hash = digest.finalize().iter().map(|byte| format!("{byte:02x}")).collect();
    Ok(Some(Media { hash, ..media }))
}

/// Bytes on their way into a digest.
struct HashWriter<'a>(&'a mut Sha256);

impl io::Write for HashWriter<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.update(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
