//! The commands that work on a session: `run`, `tracks`, `credits`, `export`, `upload`, `draft`, and
//! taking up jobs.

use std::io::Read;
use std::path::{Path, PathBuf};

use crate::draft::{summary, wire};
use crate::language::{Detail, Language, Problem, Route, route};
use crate::link::{
    Backend, Credits, ExportTo, JobState, JobView, LinkSettings, ListedJob, OutputSettings,
    SessionChoice,
};
use crate::studio::render::Form;
use crate::ui::words;

use super::args::RunArguments;
use super::drive::Drive;
use super::json;
use super::making::Making;
use super::setup::Setup;

/// `cutroom run`: upload, ask, export.
pub(super) async fn run(setup: &Setup, arguments: RunArguments) -> Result<(), Problem> {
    let RunArguments { upload, prompt, export, .. } = &arguments;
    if upload.is_empty() && prompt.is_empty() && export.is_none() {
        let detail = Detail::new(
            "say what to do: --upload, --prompt or --export",
            "请说明要做什么：--upload、--prompt 或 --export",
        );
        return Err(Problem::BadUsage { detail });
    }
    // Everything that can be refused at once is, before any work is done.
    let prompts = read_prompts(arguments.prompt)?;
    if let Some(path) = &arguments.export {
        check_free(path, arguments.force)?;
    }
    let mut drive = open(setup, SessionChoice::New).await?;
    let outcome =
        pass(&mut drive, setup, arguments.upload, prompts, arguments.export, arguments.force);
    let outcome = outcome.await;
    finish(drive, outcome).await
}

async fn pass(
    drive: &mut Drive,
    setup: &Setup,
    uploads: Vec<PathBuf>,
    prompts: Vec<String>,
    export: Option<PathBuf>,
    force: bool,
) -> Result<(), Problem> {
    if !uploads.is_empty() {
        drive.upload(uploads).await?;
    }
    for prompt in prompts {
        follow(drive, setup, prompt, force).await?;
    }
    match export {
        Some(path) => drive.export(ExportTo::File { path, force }).await,
        None => Ok(()),
    }
}

/// One sentence, wherever it goes.
pub(super) async fn follow(
    drive: &mut Drive,
    setup: &Setup,
    prompt: String,
    force: bool,
) -> Result<(), Problem> {
    match route(&prompt) {
        Route::Export { path: Some(path) } => drive.export(ExportTo::File { path, force }).await,
        Route::Export { path: None } => drive.export(ExportTo::Folder(setup.output_dir())).await,
        Route::Credits => show_credits(drive).await,
        Route::Status => {
            show_tracks(drive);
            Ok(())
        }
        Route::Upload(paths) => drive.upload(paths.into_iter().map(PathBuf::from).collect()).await,
        Route::Agent => drive.say(prompt).await,
    }
}

/// `cutroom tracks`.
pub(super) async fn tracks(setup: &Setup) -> Result<(), Problem> {
    let mut drive = open(setup, SessionChoice::LastOnly).await?;
    show_tracks(&mut drive);
    finish(drive, Ok(())).await
}

/// `cutroom draft`.
pub(super) async fn draft(setup: &Setup) -> Result<(), Problem> {
    let mut drive = open(setup, SessionChoice::LastOnly).await?;
    let found = drive.draft.clone().ok_or(Problem::NothingToRender);
    let outcome = found.map(|draft| {
        let draft = wire::encode(&draft);
        drive.printer.document(&draft);
    });
    finish(drive, outcome).await
}

/// `cutroom credits`.
pub(super) async fn credits(setup: &Setup) -> Result<(), Problem> {
    let mut drive = open(setup, SessionChoice::Last).await?;
    let outcome = show_credits(&mut drive).await;
    finish(drive, outcome).await
}

/// `cutroom export`.
pub(super) async fn export(
    setup: &Setup,
    output: Option<PathBuf>,
    force: bool,
    (making, estimate): (&Making, bool),
) -> Result<(), Problem> {
    if estimate && !matches!(setup.backend, Backend::Studio) {
        let detail = Detail::new(
            "--estimate asks the studio; other servers do not tell before they render",
            "--estimate 只能问 studio；其他服务器在渲染前不会告知",
        );
        return Err(Problem::BadUsage { detail });
    }
    let form = output.as_deref().and_then(Form::of).unwrap_or_default();
    making.check_form(form)?;
    if let Some(path) = &output {
        check_free(path, force || estimate)?;
    }
    let machine = setup.machine(making.encoder.as_deref());
    let link = LinkSettings { machine, ..setup.link(SessionChoice::LastOnly) };
    let mut drive = Drive::open(link, setup.printer()).await?;
    drive.tell_session();
    let outcome = match checked(&mut drive, making, form) {
        Ok(settings) if estimate => tell_estimate(&mut drive, settings, form).await,
        Ok(settings) => drive.export(to(setup, output, force, settings)).await,
        Err(problem) => Err(problem),
    };
    finish(drive, outcome).await
}

/// Tells what the film would come to, and makes nothing.
async fn tell_estimate(
    drive: &mut Drive,
    settings: OutputSettings,
    form: Form,
) -> Result<(), Problem> {
    let settings = OutputSettings { format: form.ending().to_owned(), ..settings };
    let expected = drive.estimate(settings).await?;
    let line = words::jobs::expected(drive.printer.language, expected);
    drive.printer.result(&line, &json::estimate(expected));
    Ok(())
}

/// What is asked of the backend, once the film was looked at.
fn checked(drive: &mut Drive, making: &Making, form: Form) -> Result<OutputSettings, Problem> {
    let draft = drive.draft.clone().unwrap_or_default();
    making.check_film(&draft, form, &mut drive.printer)?;
    Ok(making.output(draft.canvas))
}

/// Where it goes; as ever where nothing but the place was said.
fn to(setup: &Setup, file: Option<PathBuf>, force: bool, output: OutputSettings) -> ExportTo {
    match file {
        Some(path) if output == OutputSettings::default() => ExportTo::File { path, force },
        Some(path) => ExportTo::Made { path, force, output: Box::new(output) },
        None => ExportTo::Folder(setup.output_dir()),
    }
}

/// `cutroom upload`.
pub(super) async fn upload(setup: &Setup, files: Vec<PathBuf>) -> Result<(), Problem> {
    let mut drive = open(setup, SessionChoice::Last).await?;
    let outcome = drive.upload(files).await;
    finish(drive, outcome).await
}

/// `cutroom jobs resume`: the jobs named, or all that were interrupted, one after the other. Those
/// that another program works on are waited for.
pub(super) async fn resume(setup: &Setup, wanted: Vec<ListedJob>) -> Result<(), Problem> {
    let mut first = None;
    for ListedJob { backend, session, view: job, .. } in wanted {
        let mut drive = open_of(setup, &backend, session).await?;
        if let Err(problem) = drive.retry(&job).await {
            match first {
                None => first = Some(problem),
                Some(_) => drive.printer.problem(&problem),
            }
        }
        drive.leave().await;
    }
    first.map_or(Ok(()), Err)
}

/// `cutroom jobs cancel`: the jobs named are stopped, wherever they run; what was left of them is
/// given up.
pub(super) async fn cancel(setup: &Setup, wanted: Vec<ListedJob>) -> Result<(), Problem> {
    for ListedJob { backend, session, view: job, .. } in wanted {
        let mut drive = open_of(setup, &backend, session).await?;
        let outcome = drive.cancel(&job).await;
        drive.leave().await;
        outcome?;
    }
    Ok(())
}

/// Whether a job was interrupted, or goes on in another program: something to wait for.
pub(super) fn is_unfinished(job: &JobView) -> bool {
    job.state == JobState::Interrupted || !job.state.is_over()
}

async fn open(setup: &Setup, choice: SessionChoice) -> Result<Drive, Problem> {
    let mut drive = Drive::open(setup.link(choice), setup.printer()).await?;
    drive.tell_session();
    Ok(drive)
}

/// A session where it was made, whichever backend is chosen otherwise.
async fn open_of(setup: &Setup, backend: &str, session: String) -> Result<Drive, Problem> {
    let link = setup.link_to(backend, SessionChoice::Id(session))?;
    let mut drive = Drive::open(link, setup.printer()).await?;
    drive.tell_session();
    Ok(drive)
}

async fn finish(drive: Drive, outcome: Result<(), Problem>) -> Result<(), Problem> {
    let mut printer = drive.leave().await;
    if outcome.is_ok() {
        printer.event(&json::done());
    }
    outcome
}

fn show_tracks(drive: &mut Drive) {
    match drive.draft.clone() {
        Some(draft) => {
            let event = json::tracks(&drive.session.id, &draft);
            drive.printer.result(&summary(&draft), &event);
        }
        None => {
            let draft = crate::draft::Draft::default();
            let event = json::tracks(&drive.session.id, &draft);
            drive.printer.result(&summary(&draft), &event);
        }
    }
}

async fn show_credits(drive: &mut Drive) -> Result<(), Problem> {
    let credits = drive.credits().await?;
    let line = credits_line(drive.printer.language, &credits);
    let event = json::credits(&credits);
    drive.printer.result(&line, &event);
    Ok(())
}

fn credits_line(language: Language, credits: &Credits) -> String {
    let Credits { available, frozen, total, unlimited } = *credits;
    match (language, unlimited, frozen > 0.0) {
        (Language::English, true, _) => "unlimited".into(),
        (Language::Chinese, true, _) => "不限".into(),
        (Language::English, false, false) => format!("{available} available"),
        (Language::Chinese, false, false) => format!("可用 {available}"),
        (Language::English, false, true) => {
            format!("{available} available, {frozen} reserved by work under way, {total} in all")
        }
        (Language::Chinese, false, true) => {
            format!("可用 {available}，进行中的任务占用 {frozen}，共 {total}")
        }
    }
}

fn read_prompts(prompts: Vec<String>) -> Result<Vec<String>, Problem> {
    let read = |prompt: String| {
        if prompt != "-" {
            return Ok(prompt);
        }
        let mut text = String::new();
        std::io::stdin().read_to_string(&mut text).map_err(|error| Problem::FileUnreadable {
            path: "-".into(),
            reason: error.to_string(),
        })?;
        Ok(text.trim().to_owned())
    };
    let prompts: Vec<String> = prompts.into_iter().map(read).collect::<Result<_, _>>()?;
    if prompts.iter().any(String::is_empty) {
        let detail = Detail::new("a --prompt says nothing", "--prompt 没有内容");
        return Err(Problem::BadUsage { detail });
    }
    Ok(prompts)
}

pub(super) fn check_free(path: &Path, force: bool) -> Result<(), Problem> {
    let shown = || path.display().to_string();
    if path.is_dir() {
        let path = shown();
        let detail = Detail::new(
            format!("{path} is a folder; name a file"),
            format!("{path} 是文件夹；请给出文件名"),
        );
        return Err(Problem::BadUsage { detail });
    }
    if path.exists() && !force {
        return Err(Problem::FileExists { path: shown() });
    }
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    match folder {
        Some(folder) if !folder.is_dir() => Err(Problem::NotWritable {
            path: shown(),
            reason: format!("there is no folder {}", folder.display()),
        }),
        _ => Ok(()),
    }
}
