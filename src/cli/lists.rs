//! Lists that need no connection: sessions, jobs, profiles.

use jiff::Timestamp;
use jiff::tz::TimeZone;

use crate::app::actions::Said;
use crate::draft::Millis;
use crate::language::{Language, Problem};
use crate::link::{self, JobKind, JobState, JobView, ListedJob};
use crate::store::Profile;
use crate::ui::words;
use crate::ui::words::jobs::stage;

use super::json;
use super::setup::Setup;

/// `cutroom sessions`: newest first.
pub(super) fn sessions(setup: &Setup) -> Result<(), Problem> {
    let mut printer = setup.printer();
    let sessions = link::sessions(&setup.places)?;
    if printer.is_json() {
        sessions.iter().for_each(|session| printer.event(&json::session_in_list(session)));
        return Ok(());
    }
    let rows: Vec<Vec<String>> = sessions
        .iter()
        .map(|session| {
            vec![
                short_id(&session.id),
                when(session.used_at),
                session.backend.clone(),
                Millis(session.duration_ms).to_string(),
                words::files(setup.language, session.media_count),
                session.title.clone(),
                session.link.as_ref().map(|link| link.address.clone()).unwrap_or_default(),
            ]
        })
        .collect();
    printer.table(&rows);
    Ok(())
}

/// `cutroom jobs`: of the session named, or of all.
pub(super) fn jobs(setup: &Setup) -> Result<(), Problem> {
    let mut printer = setup.printer();
    let jobs = all_jobs(setup)?;
    if printer.is_json() {
        jobs.iter().for_each(|job| printer.event(&json::job(&job.view, setup.language)));
        return Ok(());
    }
    let rows: Vec<Vec<String>> = jobs
        .iter()
        .map(|ListedJob { view: job, .. }| {
            let path = job.path.as_ref().map(|path| path.display().to_string());
            vec![
                job.id.0.clone(),
                when(job.started_at),
                kind_word(setup.language, job.kind).into(),
                state_words(setup, job),
                job.label.clone(),
                path.unwrap_or_default(),
            ]
        })
        .collect();
    printer.table(&rows);
    Ok(())
}

/// Jobs with their sessions, oldest first.
pub(super) fn all_jobs(setup: &Setup) -> Result<Vec<ListedJob>, Problem> {
    let jobs = link::jobs(&setup.places)?;
    let wanted = setup.common.session.as_deref().filter(|name| !matches!(*name, "new" | "last"));
    Ok(jobs
        .into_iter()
        .filter(|job| wanted.is_none_or(|wanted| job.session.starts_with(wanted)))
        .collect())
}

/// The jobs of these ids; a beginning is enough.
pub(super) fn named_jobs(setup: &Setup, ids: &[String]) -> Result<Vec<ListedJob>, Problem> {
    let all = all_jobs(setup)?;
    let find = |id: &String| {
        let found = all.iter().find(|job| job.view.id.0.starts_with(id.as_str()));
        found.cloned().ok_or_else(|| Problem::JobNotFound { id: id.clone() })
    };
    ids.iter().map(find).collect()
}

/// `cutroom profiles`.
pub(super) fn profiles(setup: &Setup) {
    let mut printer = setup.printer();
    let rows: Vec<Vec<String>> = Profile::built_in(setup.language)
        .iter()
        .map(|profile| {
            vec![
                profile.name.clone(),
                profile.title.clone(),
                format!("{} MB", profile.upload_limit / 1_000_000),
                profile.formats.join(" "),
                profile.typical_wait.clone(),
            ]
        })
        .collect();
    printer.table(&rows);
}

const fn kind_word(language: Language, kind: JobKind) -> &'static str {
    match kind {
        JobKind::Upload => Said("upload", "上传").within(language),
        JobKind::Render => Said("render", "导出").within(language),
    }
}

fn state_words(setup: &Setup, job: &JobView) -> String {
    let language = setup.language;
    let said = match &job.state {
        JobState::Queued => Said("queued", "排队中"),
        JobState::Running => Said("running", "进行中"),
        JobState::Downloading => Said("fetching", "正在取回"),
        JobState::Done => Said("done", "已完成"),
        JobState::Cancelled => Said("cancelled", "已取消"),
        JobState::Interrupted => Said("interrupted", "已中断"),
        JobState::Failed(_) => Said("failed", "失败"),
    };
    let is_busy = matches!(job.state, JobState::Running | JobState::Downloading);
    let percent = json::fraction(job).filter(|_| is_busy);
    let percent = percent.map_or_else(String::new, |share| format!(" {:.0} %", share * 100.0));
    let more = match &job.state {
        JobState::Failed(problem) => Some(problem.sentences(language).0),
        _ if is_busy => job.stage.as_deref().map(|word| stage(language, word).to_owned()),
        _ => None,
    };
    let colon = Said(": ", "：").within(language);
    let said = said.within(language);
    let more = more.map_or_else(String::new, |more| format!("{colon}{more}"));
    format!("{said}{percent}{more}")
}

fn short_id(id: &str) -> String {
    id.chars().take(8).collect()
}

/// The local day and minute of a moment in milliseconds since 1970.
fn when(at: i64) -> String {
    let moment = Timestamp::from_millisecond(at).unwrap_or_default();
    moment.to_zoned(TimeZone::system()).strftime("%Y-%m-%d %H:%M").to_string()
}
