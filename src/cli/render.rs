//! `cutroom render DRAFT.json --media DIR -o FILE`: a draft from a file, no session.

use std::path::{Path, PathBuf};

use tokio::sync::watch;
use tokio_util::sync::CancellationToken;

use crate::draft::{Draft, wire};
use crate::language::{Language, Problem};
use crate::link::{self, Expected, JobId, JobKind, JobState, JobView};
use crate::studio::media::{self, Media};
use crate::studio::render::{self, Error, Estimate, Order, Rendered, Told};
use crate::terminal::Signals;
use crate::ui::words;

use super::json;
use super::making::{Making, form_of};
use super::printer::Printer;
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
    /// Whether it is only told what it will come to.
    pub estimate: bool,
}

/// Renders with the studio's engine, telling its progress.
pub(super) async fn render(setup: &Setup, job: Job) -> Result<(), Problem> {
    let form = form_of(&job.output)?;
    job.making.check_form(form)?;
    super::work::check_free(&job.output, job.force || job.estimate)?;
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
        language: setup.language,
        machine: setup.machine(job.making.encoder.as_deref()),
    };
    if job.estimate {
        let estimate = render::estimate(order).await.map_err(|error| error.problem(&folder))?;
        let line = words::jobs::expected(setup.language, expected(&estimate));
        printer.result(&line, &json::estimate(expected(&estimate)));
        return Ok(());
    }
    let mut shown = Shown::new(&order.output, printer);
    let rendered = shown.watch(order).await?;
    let rendered = rendered.map_err(|error| failed(error.problem(&folder), setup.language))?;
    shown.end(&rendered);
    Ok(())
}

/// A full disk ends a render as anything else does: with the render's own exit code, and its sentence.
fn failed(problem: Problem, language: Language) -> Problem {
    match problem {
        full @ Problem::DiskFull { .. } => Problem::RenderFailed { reason: full.line(language) },
        other => other,
    }
}

/// A render as it is shown while it runs: like any job.
struct Shown {
    view: JobView,
    printer: Printer,
}

/// A render counts in thousandths.
const WHOLE: u64 = 1000;

impl Shown {
    fn new(output: &Path, printer: Printer) -> Self {
        let label = output.file_name().unwrap_or(output.as_os_str()).to_string_lossy().into_owned();
        let view = JobView {
            id: JobId("render".into()),
            kind: JobKind::Render,
            label,
            state: JobState::Running,
            done: 0,
            total: Some(WHOLE),
            path: None,
            bytes: None,
            started_at: link::now(),
            ended_at: None,
            warnings: Vec::new(),
            stage: None,
            expected: None,
            film: None,
        };
        Self { view, printer }
    }

    /// Renders, telling what the renderer tells. A signal ends it, with everything that runs for it.
    async fn watch(&mut self, order: Order) -> Result<Result<Rendered, Error>, Problem> {
        let (progress, mut told) = watch::channel(Told::default());
        let mut signals = Signals::listen().map_err(|_| Problem::Interrupted)?;
        let rendering = render::render(order, progress, CancellationToken::new());
        let mut rendering = std::pin::pin!(rendering);
        loop {
            tokio::select! {
                biased;
                _ = signals.next() => return Err(Problem::Interrupted),
                rendered = &mut rendering => return Ok(rendered),
                Ok(()) = told.changed() => {
                    let now = told.borrow_and_update().clone();
                    self.tell(&now);
                }
            }
        }
    }

    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 to 1000")]
    fn tell(&mut self, told: &Told) {
        let language = self.printer.language;
        self.view.done = (told.part * WHOLE as f64).round() as u64;
        self.view.stage = Some(told.stage.name().to_owned());
        self.view.warnings = told.warnings.iter().map(|warning| warning.line(language)).collect();
        if let Some(estimate) = &told.estimate {
            self.printer.expects(&self.view, expected(estimate));
        }
        self.printer.warnings(&self.view);
        self.printer.progress(&self.view, link::now());
    }

    fn end(&mut self, rendered: &Rendered) {
        let language = self.printer.language;
        let warnings = rendered.warnings.iter().map(|warning| warning.line(language));
        self.view.warnings = warnings.collect();
        self.view.state = JobState::Done;
        self.printer.warnings(&self.view);
        let path = rendered.path.display().to_string();
        let event = json::saved(&path, rendered.bytes, None, &self.view.warnings);
        self.printer.result(&path, &event);
    }
}

fn expected(estimate: &Estimate) -> Expected {
    let Estimate { bytes, millis } = estimate;
    Expected { bytes: (bytes.least, bytes.most), millis: (millis.least, millis.most) }
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
    Ok(names.filter_map(|name| media::lying(&folder.join(name), name).ok().flatten()).collect())
}
