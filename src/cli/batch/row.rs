//! The work of one row: a session, its files, what is said, and the film.
//!
//! A row that ended before everything was said begins again in a new session, so that nothing is in the
//! film twice. Elsewhere a message costs and may have gone through, so there it is not said again by
//! itself. A row that only lacks its export goes on in its session, with the render that was left.

use std::cell::RefCell;

use crate::language::{Detail, Problem};
use crate::link::{self, ExportTo, JobKind, ListedJob, SessionChoice};

use super::super::drive::Drive;
use super::super::setup::Setup;
use super::super::work::{follow, is_unfinished};
use super::record::{Record, Stage};
use super::table::Row;

pub(super) async fn work(
    setup: &Setup,
    row: &Row,
    stage: Stage,
    force: bool,
    record: &RefCell<Record>,
) -> Result<(), Problem> {
    let left = match stage {
        Stage::Begun { session, said: true, .. } => Some(session),
        Stage::Begun { asking: true, .. } if setup.backend.name() != "studio" => {
            let name = &row.name;
            let detail = Detail::new(
                format!(
                    "a message of {name} was on its way when the batch ended; --again says it once more"
                ),
                format!("批处理结束时 {name} 有一条消息正在途中；--again 会再发一次"),
            );
            return Err(Problem::BadUsage { detail });
        }
        Stage::Begun { .. } | Stage::New | Stage::Done => None,
    };
    if let Some(folder) = row.export.as_ref().and_then(|path| path.parent()) {
        std::fs::create_dir_all(folder).map_err(|error| Problem::NotWritable {
            path: folder.display().to_string(),
            reason: error.to_string(),
        })?;
    }
    let choice = left.clone().map_or(SessionChoice::New, SessionChoice::Id);
    let link = setup.link_to(setup.backend.name(), choice)?;
    let mut drive = Drive::open(link, setup.printer().of_row(&row.name)).await?;
    drive.tell_session();
    let outcome = pass(&mut drive, setup, row, left.is_some(), force, record).await;
    drive.leave().await;
    outcome?;
    record.borrow_mut().put(row, Stage::Done)
}

async fn pass(
    drive: &mut Drive,
    setup: &Setup,
    row: &Row,
    said: bool,
    force: bool,
    record: &RefCell<Record>,
) -> Result<(), Problem> {
    let put = |drive: &Drive, said, asking| {
        let session = drive.session.id.clone();
        record.borrow_mut().put(row, Stage::Begun { session, said, asking })
    };
    if !said {
        put(drive, false, false)?;
        if !row.files.is_empty() {
            drive.upload(row.files.clone()).await?;
        }
        for prompt in &row.prompts {
            put(drive, false, true)?;
            follow(drive, setup, prompt.clone(), force).await?;
            put(drive, false, false)?;
        }
        put(drive, true, false)?;
    }
    let Some(path) = row.export.clone() else { return Ok(()) };
    match left_render(setup, drive, &path)? {
        Some(job) => drive.retry(&job.view).await,
        None => drive.export(ExportTo::File { path, force: force || said }).await,
    }
}

/// The export of the session that was cut short, or goes on in the background.
fn left_render(
    setup: &Setup,
    drive: &Drive,
    path: &std::path::Path,
) -> Result<Option<ListedJob>, Problem> {
    let jobs = link::jobs(&setup.places)?;
    Ok(jobs.into_iter().rev().find(|job| {
        job.session == drive.session.id
            && job.view.kind == JobKind::Render
            && job.view.path.as_deref() == Some(path)
            && is_unfinished(&job.view)
    }))
}
