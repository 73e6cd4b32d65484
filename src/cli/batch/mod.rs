//! `cutroom batch`: a table of films, each row a session of its own.
//!
//! The whole table is checked before anything begins. What a row has done is put down beside the
//! store as it happens, so that a second run of the same table goes on where the first one was.

mod read;
mod record;
mod row;
mod table;
mod words;

use std::cell::{Cell, RefCell};
use std::path::{Path, PathBuf};

use futures_util::{StreamExt, stream};

use crate::language::{Detail, Language, Problem};

use super::json;
use super::printer::Printer;
use super::setup::{Environment, Setup};
use super::work::check_free;
use record::{Record, Stage};
use table::Row;

/// What the command line says of a batch.
#[derive(Debug, Clone, clap::Args)]
pub struct BatchArguments {
    /// The table: TOML with [[row]] entries, or CSV with a header. Keys and columns: name, files,
    /// prompt, export, profile, backend. Paths begin at the table's folder
    #[arg(value_name = "TABLE")]
    pub table: PathBuf,
    /// How many rows are worked on at a time, 1 to 16
    #[arg(long, value_name = "N", default_value_t = 1, value_parser = clap::value_parser!(u8).range(1..=16))]
    pub jobs: u8,
    /// Do every row again, also those that are done
    #[arg(long)]
    pub again: bool,
    /// Replace files that are there
    #[arg(long)]
    pub force: bool,
    /// Only tell what would be done
    #[arg(long)]
    pub dry_run: bool,
}

/// A row with what it takes to work on it.
struct Task {
    row: Row,
    setup: Setup,
    stage: Stage,
    /// A file at the export's place may be replaced: it was asked for, or an earlier run made it.
    force: bool,
}

/// Does what the table says.
pub(super) async fn batch(
    setup: &Setup,
    environment: &Environment,
    arguments: BatchArguments,
) -> Result<(), Problem> {
    let mut printer = setup.printer();
    let rows = match read::read(&arguments.table) {
        Ok(rows) => rows,
        Err(wrong) => return refuse(&mut printer, wrong),
    };
    let mut record = Record::open(&setup.places, &arguments.table)?;
    let checked = rows.into_iter().map(|row| check(row, setup, environment, &arguments, &record));
    let (mut tasks, mut wrong) = (Vec::new(), Vec::new());
    for row in checked {
        match row {
            Ok(task) => tasks.push(task),
            Err(problem) => wrong.push(problem),
        }
    }
    refuse(&mut printer, wrong)?;
    if arguments.dry_run {
        tasks.iter().for_each(|task| tell_plan(&mut printer, task));
        return Ok(());
    }
    record.lock()?;
    let record = RefCell::new(record);
    let (done, open): (Vec<Task>, Vec<Task>) =
        tasks.into_iter().partition(|task| matches!(task.stage, Stage::Done));
    for task in &done {
        let line = words::done_before(setup.language);
        tell_row(&mut printer, &task.row, "skipped", line, None);
    }
    let skipped = done.len();
    let stopped = Cell::new(false);
    let work = open.into_iter().map(|task| work_on(task, &record, &stopped));
    let mut running = stream::iter(work).buffered(usize::from(arguments.jobs));
    let (mut made, mut failed) = (0, Vec::new());
    while let Some((row, outcome)) = running.next().await {
        match outcome {
            Ok(()) => made += 1,
            Err(Problem::Interrupted) => {}
            Err(problem) => failed.push((row, problem)),
        }
    }
    if stopped.get() {
        return Err(Problem::Interrupted);
    }
    summary(&mut printer, made, skipped, failed)
}

/// Tells everything that is wrong; the last of it is what the command ends with.
fn refuse(printer: &mut Printer, mut wrong: Vec<Problem>) -> Result<(), Problem> {
    let last = wrong.pop();
    wrong.iter().for_each(|problem| printer.problem(problem));
    last.map_or(Ok(()), Err)
}

/// A row's own settings, and whether it can be done at all.
fn check(
    row: Row,
    setup: &Setup,
    environment: &Environment,
    arguments: &BatchArguments,
    record: &Record,
) -> Result<Task, Problem> {
    let mut common = setup.common.clone();
    common.session = Some("new".into());
    common.profile = row.profile.clone().or(common.profile);
    if let Some(backend) = &row.backend {
        (common.backend, common.cloud) = (Some(backend.clone()), false);
    }
    let own = Setup::read(common, environment).map_err(|problem| at(&row, &problem))?;
    let known = if arguments.again { Stage::New } else { record.stage(&row) };
    // A film that is gone since is made again.
    let gone =
        matches!(known, Stage::Done) && row.export.as_ref().is_some_and(|path| !path.exists());
    let stage = if gone { Stage::New } else { known };
    let force = arguments.force || row.export.as_ref().is_some_and(|path| record.made(path));
    if !matches!(stage, Stage::Done) {
        for file in &row.files {
            readable(file).map_err(|problem| at(&row, &problem))?;
        }
        if let Some(path) = &row.export {
            check_export(path, force).map_err(|problem| at(&row, &problem))?;
        }
    }
    Ok(Task { row, setup: own, stage, force })
}

/// Whether a film can be written there. Folders that are missing are made when the row is worked on.
fn check_export(path: &Path, force: bool) -> Result<(), Problem> {
    let there = path.ancestors().skip(1).find(|folder| folder.exists());
    let is_made = there.is_some_and(Path::is_dir) && there != path.parent();
    if is_made { Ok(()) } else { check_free(path, force) }
}

fn readable(file: &Path) -> Result<(), Problem> {
    let path = file.display().to_string();
    if path.starts_with("http://") || path.starts_with("https://") {
        return Ok(());
    }
    match std::fs::metadata(file) {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            Err(Problem::FileMissing { path })
        }
        Err(error) => Err(Problem::FileUnreadable { path, reason: error.to_string() }),
        Ok(found) if !found.is_file() => Err(Problem::NotAFile { path }),
        Ok(_) => Ok(()),
    }
}

/// A problem of a row, with the place in the table.
fn at(row: &Row, problem: &Problem) -> Problem {
    let name = &row.name;
    let detail = Detail::of(|language| {
        let what = problem.sentences(language).0;
        match language {
            Language::English => format!("row {name}: {what}"),
            Language::Chinese => format!("{name}：{what}"),
        }
    });
    Problem::BadUsage { detail: detail.at(row.place.as_str()) }
}

/// Whoever interrupts means the whole batch: what runs comes to its end in order, and nothing new
/// begins.
async fn work_on(
    task: Task,
    record: &RefCell<Record>,
    stopped: &Cell<bool>,
) -> (String, Result<(), Problem>) {
    let Task { row, setup, stage, force } = task;
    if stopped.get() {
        return (row.name, Err(Problem::Interrupted));
    }
    let mut printer = setup.printer().of_row(&row.name);
    tell_row(&mut printer, &row, "begun", words::begun(setup.language), None);
    let outcome = row::work(&setup, &row, stage, force, record).await;
    match &outcome {
        Ok(()) => tell_row(&mut printer, &row, "done", words::done(setup.language), None),
        Err(Problem::Interrupted) => stopped.set(true),
        Err(problem) => {
            let line = problem.line(setup.language);
            tell_row(&mut printer, &row, "failed", &line, Some(problem));
        }
    }
    (row.name, outcome)
}

fn tell_row(printer: &mut Printer, row: &Row, state: &str, line: &str, problem: Option<&Problem>) {
    let error = problem.map(|problem| problem.line(printer.language));
    let event = json::row(&row.name, state, row.export.as_deref(), error.as_deref());
    let line = if printer.is_of_row() { line.to_owned() } else { format!("{}: {line}", row.name) };
    printer.say(&line, Some(&event));
}

fn tell_plan(printer: &mut Printer, task: &Task) {
    let (row, language) = (&task.row, task.setup.language);
    let mut lines = vec![words::plan(language, task)];
    let [add, say, export] = words::steps(language);
    lines.extend(row.files.iter().map(|file| format!("  {add}  {}", file.display())));
    lines.extend(row.prompts.iter().map(|prompt| format!("  {say}  {prompt}")));
    lines.extend(row.export.iter().map(|path| format!("  {export}  {}", path.display())));
    let event = json::row(&row.name, "planned", row.export.as_deref(), None);
    printer.result(&lines.join("\n"), &event);
}

/// What became of the batch; the first row that failed gives the exit code.
fn summary(
    printer: &mut Printer,
    made: usize,
    skipped: usize,
    failed: Vec<(String, Problem)>,
) -> Result<(), Problem> {
    let line = words::summary(printer.language, made, skipped, failed.len());
    let names: Vec<&str> = failed.iter().map(|(name, _)| name.as_str()).collect();
    printer.say(&line, Some(&json::batch(made, skipped, &names)));
    for (name, problem) in &failed {
        printer.say(&format!("  {name}: {}", problem.line(printer.language)), None);
    }
    match failed.into_iter().next() {
        None => {
            printer.event(&json::done());
            Ok(())
        }
        Some((_, problem)) => Err(problem),
    }
}
