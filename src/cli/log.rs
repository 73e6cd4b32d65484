//! The log: what went wrong in technical words, in a file a day, never on the screen.
//!
//! Warnings and errors are kept unless `CUTROOM_LOG` asks for more (`debug`, `cutroom::link=trace`).
//! Secrets are in types that do not print themselves, so none can come here.

use std::path::Path;

use tracing_appender::rolling::{RollingFileAppender, Rotation};
use tracing_subscriber::EnvFilter;

/// Older files are removed.
const FILES_KEPT: usize = 5;

/// Begins to log below the cache folder. A folder that cannot be written means no log, and no more.
pub(super) fn begin(cache: &Path, wanted: Option<&str>) {
    let folder = cache.join("log");
    // The appender complains on the screen about a folder that is not there.
    if std::fs::create_dir_all(&folder).is_err() {
        return;
    }
    let appender = RollingFileAppender::builder()
        .rotation(Rotation::DAILY)
        .filename_prefix("cutroom")
        .filename_suffix("log")
        .max_log_files(FILES_KEPT)
        .build(folder);
    let Ok(appender) = appender else { return };
    let filter = EnvFilter::try_new(wanted.unwrap_or("warn")).unwrap_or_default();
    let log = tracing_subscriber::fmt().with_ansi(false).with_env_filter(filter);
    // What cannot be logged, the disk being full, would else be complained of on the screen.
    let log = log.log_internal_errors(false);
    // A second subscriber would be a second `main`; the first one stays.
    let _ = log.with_writer(appender).try_init();
}
