//! `cutroom doctor`: what works here, a line each, with what to do about the rest.

mod token;

use std::io::IsTerminal;
use std::path::Path;

use nix::sys::statvfs::statvfs;

use crate::language::Problem;
use crate::link::Backend;
use crate::store::settings;
use crate::studio::{ffmpeg, render};

use super::setup::{Environment, Setup};

/// One thing that was looked at.
struct Finding {
    works: bool,
    what: &'static str,
    detail: String,
    /// Further keys of the event, for scripts.
    more: serde_json::Map<String, serde_json::Value>,
}

impl Finding {
    fn new(what: &'static str, works: bool, detail: String) -> Self {
        Self { works, what, detail, more: serde_json::Map::new() }
    }
}

/// Looks at everything and prints it. Ends well if the editor's main job can be done.
pub(super) async fn doctor(setup: &Setup, environment: &Environment) -> Result<(), Problem> {
    let mut printer = setup.printer();
    if setup.common.config.as_deref() == Some("") {
        printer.result(settings::document().trim_end(), &serde_json::Value::Null);
        return Ok(());
    }
    let media = media_tools().await;
    let missing = !media.works;
    let findings = [
        media,
        fonts().await,
        backend(setup),
        token::token(setup, environment),
        terminal(environment),
        folder("data", &setup.places.data),
        folder("cache", &setup.places.cache),
        folder("settings", &setup.places.config),
    ];
    if printer.is_json() {
        for finding in &findings {
            let mut event = serde_json::json!({
                "event": "check", "what": finding.what, "works": finding.works,
                "detail": finding.detail,
            });
            for (key, value) in &finding.more {
                event[key] = value.clone();
            }
            printer.event(&event);
        }
    } else {
        let row = |finding: &Finding| {
            let state = if finding.works { "ok" } else { "missing" };
            vec![finding.what.to_owned(), state.to_owned(), finding.detail.clone()]
        };
        printer.table(&findings.iter().map(row).collect::<Vec<_>>());
    }
    if missing { Err(Problem::FfmpegMissing) } else { Ok(()) }
}

async fn media_tools() -> Finding {
    let (works, detail) = match ffmpeg::capabilities().await {
        Ok(found) if found.missing.is_empty() => {
            (true, format!("ffmpeg {}, with H.264, AAC and all filters", found.version))
        }
        Ok(found) => (
            false,
            format!("ffmpeg {} was built without {}", found.version, found.missing.join(", ")),
        ),
        Err(error) => (false, format!("{error}; install it with: apt-get install ffmpeg")),
    };
    Finding::new("ffmpeg", works, detail)
}

async fn fonts() -> Finding {
    let scripts = tokio::task::spawn_blocking(render::missing_scripts).await.unwrap_or_default();
    let works = scripts.is_empty();
    let detail = if works {
        "Latin and Chinese titles can be drawn".to_owned()
    } else {
        format!("no font for {}; install: apt-get install fonts-noto-cjk", scripts.join(", "))
    };
    Finding::new("fonts", works, detail)
}

fn backend(setup: &Setup) -> Finding {
    let detail = match &setup.backend {
        Backend::Studio => "studio, built in; nothing leaves this machine".to_owned(),
        Backend::Remote { name, url, .. } => format!("{name} at {url}"),
    };
    Finding::new("backend", true, detail)
}

fn terminal(environment: &Environment) -> Finding {
    let kind = environment.get("TERM").unwrap_or("not set");
    let works = std::io::stdout().is_terminal() && kind != "dumb";
    let size = crossterm::terminal::size().map(|(w, h)| format!(", {w}×{h}")).unwrap_or_default();
    let here = if std::io::stdout().is_terminal() { "" } else { "; not a terminal here" };
    Finding::new("terminal", works, format!("TERM {kind}{size}{here}"))
}

fn folder(what: &'static str, path: &Path) -> Finding {
    let shown = path.display();
    // Asking must change nothing, so the nearest folder that is there is looked at.
    let there = path.ancestors().find(|folder| folder.is_dir()).unwrap_or(Path::new("/"));
    let writable = nix::unistd::access(there, nix::unistd::AccessFlags::W_OK).is_ok();
    let free = statvfs(there).map(|stat| stat.blocks_available() * stat.fragment_size());
    let detail = match (writable, free) {
        (true, Ok(bytes)) => format!("{shown}, {:.1} GB free", bytes as f64 / 1e9),
        (true, Err(_)) => shown.to_string(),
        (false, _) => format!("{shown} cannot be written; set CUTROOM_HOME to a folder that can"),
    };
    Finding::new(what, writable, detail)
}
