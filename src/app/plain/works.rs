//! Jobs by word and number: listed, of this session or of all, stopped, begun again, their log, their
//! file opened.

use crate::link::{JobKind, JobState, JobView};
use crate::ui::words::plain;

use super::super::actions::JobsAction;
use super::super::{Effect, Sieve, State, Whose, jobs, jobs_shown};
use super::Listed;
use super::order::{Heard, rest_of};

/// A line about jobs. `None` if it is about something else.
pub(super) fn heard(state: &mut State, line: &str, listed: &mut Listed) -> Option<Heard> {
    if let Some(which) = rest_of(line, &["jobs", "任务"]) {
        return list(state, which, listed);
    }
    if matches!(line.to_lowercase().as_str(), "show" | "查看") {
        return Some(show_newest(state));
    }
    let orders = [
        (["show ", "查看 "], JobsAction::Open),
        (["log ", "日志 "], JobsAction::Log),
        (["retry ", "重试 "], JobsAction::Retry),
        (["cancel ", "取消 "], JobsAction::Cancel),
    ];
    let (number, action) = orders
        .into_iter()
        .find_map(|(words, action)| Some((rest_of(line, &words)?.parse().ok()?, action)))?;
    Some(act(state, number, action, listed))
}

/// `jobs`, `jobs all`, `jobs failed`, `jobs all failed`.
fn list(state: &mut State, which: &str, listed: &mut Listed) -> Option<Heard> {
    let (mut everyone, mut sieve) = (false, Sieve::All);
    for word in which.split_whitespace() {
        match word.to_lowercase().as_str() {
            "all" | "全部" | "所有" => everyone = true,
            "running" | "进行中" => sieve = Sieve::Running,
            "failed" | "失败" => sieve = Sieve::Failed,
            "done" | "已完成" => sieve = Sieve::Done,
            _ => return None,
        }
    }
    state.jobs.sieve = sieve;
    state.jobs.whose = if everyone { Whose::Everyone(None) } else { Whose::Session };
    listed.wants_jobs = everyone;
    Some(if everyone {
        Heard::order(jobs_shown::ask(state))
    } else {
        Heard::told(listed.job_list(state))
    })
}

/// Opens what was exported last.
fn show_newest(state: &mut State) -> Heard {
    let made = |job: &&JobView| job.kind == JobKind::Render && job.state == JobState::Done;
    let newest = state.jobs.list.iter().filter(made).max_by_key(|job| job.ended_at);
    match newest.and_then(|job| job.path.clone()) {
        Some(path) => Heard::order(vec![Effect::Open(path)]),
        None => Heard::line(plain::of(state.language).nothing_to_show),
    }
}

/// What a key of the list does, on the job with a number.
fn act(state: &mut State, number: usize, action: JobsAction, listed: &Listed) -> Heard {
    let words = plain::of(state.language);
    let id = listed.job(state, number);
    let place = state.jobs.shown().iter().position(|shown| Some(&shown.job.id) == id.as_ref());
    let Some(place) = place else { return Heard::line(words.no_such_number) };
    state.jobs.selected = place;
    let effects = jobs::act(state, action);
    if effects.is_empty() { Heard::line(words.not_this_job) } else { Heard::order(effects) }
}
