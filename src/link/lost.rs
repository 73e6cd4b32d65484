//! A session that the server has lost: which of its files can be added to the one that takes its place.
//!
//! The jobs know where each file came from. What came another way, or is no longer where it was, is
//! named, so that nobody believes it to be there.

use std::collections::HashSet;
use std::path::{Path, PathBuf};

use super::{JobState, LostSession, MediaItem};
use crate::language::Problem;
use crate::store::Database;
use crate::store::database::Error;
use crate::store::kept::{JobOrder, JobRecord};

/// What is known of the session of this id.
pub(super) fn remember(database: &Database, backend: &str, id: &str) -> Result<LostSession, Error> {
    let rows = database.find_sessions(backend, id)?;
    let Some(row) = rows.into_iter().find(|row| row.id == id) else {
        return Ok(LostSession { id: id.to_owned(), ..LostSession::default() });
    };
    let jobs = database.jobs(row.key)?;
    let media = database.media(row.key)?;
    let media = media.and_then(|json| serde_json::from_str(&json).ok()).unwrap_or_default();
    Ok(of(id, &jobs, media, Path::exists))
}

fn of(
    id: &str,
    jobs: &[JobRecord],
    media: Vec<MediaItem>,
    is_there: fn(&Path) -> bool,
) -> LostSession {
    let mut lost = LostSession { id: id.to_owned(), ..LostSession::default() };
    let mut named = HashSet::new();
    for job in jobs.iter().filter(|job| was_there(&job.view.state)) {
        let (source, found) = match &job.order {
            JobOrder::SendFile(path) => (path.clone(), is_there(path)),
            JobOrder::SendAddress(address) => (PathBuf::from(address), true),
            JobOrder::SaveFile { .. }
            | JobOrder::Make { .. }
            | JobOrder::MakeIn { .. }
            | JobOrder::SaveIn(_) => continue,
        };
        named.insert(job.view.label.clone());
        if !found {
            push_new(&mut lost.gone, job.view.label.clone());
        } else if !lost.files.contains(&source) {
            lost.files.push(source);
        }
    }
    // A server may call files otherwise; only where it has more of them did some come another way.
    if media.len() > named.len() {
        for file in media.into_iter().filter(|file| !named.contains(&file.filename)) {
            push_new(&mut lost.gone, file.filename);
        }
    }
    lost
}

/// The files that arrived, and those that were on their way when the session was lost.
fn was_there(state: &JobState) -> bool {
    matches!(
        state,
        JobState::Done
            | JobState::Running
            | JobState::Queued
            | JobState::Interrupted
            | JobState::Failed(Problem::SessionNotFound { .. })
    )
}

fn push_new(names: &mut Vec<String>, name: String) {
    if !names.contains(&name) {
        names.push(name);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::link::{JobId, JobKind, JobView};

    fn job(label: &str, state: JobState, order: JobOrder) -> JobRecord {
        let view = JobView {
            id: JobId(label.into()),
            kind: JobKind::Upload,
            label: label.into(),
            state,
            done: 0,
            total: None,
            path: None,
            bytes: None,
            started_at: 0,
            ended_at: None,
            warnings: Vec::new(),
            stage: None,
            expected: None,
            film: None,
        };
        JobRecord { view, order, render: None, owner: None, part: None }
    }

    #[test]
    fn files_that_are_still_there_can_be_added_and_the_others_are_named() {
        let send = |path: &str| JobOrder::SendFile(path.into());
        let lost = Problem::SessionNotFound { id: "s".into() };
        let jobs = [
            job("a.png", JobState::Done, send("/there/a.png")),
            job("a.png", JobState::Done, send("/there/a.png")),
            job("b.png", JobState::Failed(lost), send("/there/b.png")),
            job("c.png", JobState::Done, send("/away/c.png")),
            job("bad.png", JobState::Failed(Problem::TooManyRequests), send("/there/bad.png")),
            job("d.mp4", JobState::Done, JobOrder::SendAddress("https://x.example/d.mp4".into())),
            job("film", JobState::Done, JobOrder::SaveIn("/out".into())),
        ];
        let media = ["a.png", "b.png", "c.png", "d.mp4", "from the web.mov"].map(|name| {
            serde_json::from_value(serde_json::json!({
                "filename": name, "file_type": "image", "cdn_url": ""
            }))
            .expect("a file")
        });
        let lost = of("s", &jobs, media.to_vec(), |path| path.starts_with("/there"));
        let files = ["/there/a.png", "/there/b.png", "https://x.example/d.mp4"];
        assert_eq!(lost.files, files.map(PathBuf::from));
        assert_eq!(lost.gone, ["c.png", "from the web.mov"]);
    }
}
