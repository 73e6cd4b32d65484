//! `cutroom doctor`: what works here, a line each, with what to do about the rest.

mod encoders;
mod keys;
mod model;
mod token;
mod words;

use std::io::IsTerminal;
use std::path::Path;

use nix::sys::statvfs::statvfs;

use crate::language::{Language, Problem};
use crate::link::Backend;
use crate::store::settings;
use crate::studio::{ffmpeg, render};

use super::setup::{Environment, Setup};
pub(super) use keys::keys;
use words::say;

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
        printer.result(settings::document(setup.language).trim_end(), &serde_json::Value::Null);
        return Ok(());
    }
    let language = setup.language;
    let media = media_tools(language).await;
    let missing = !media.works;
    let findings = [
        media,
        encoders::finding(setup).await,
        fonts(language).await,
        backend(setup),
        model::finding(setup),
        token::token(setup, environment),
        terminal(environment, language),
        keys::finding(setup),
        folder("data", &setup.places.data, language),
        folder("cache", &setup.places.cache, language),
        folder("settings", &setup.places.config, language),
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
            let state = words::state(language, finding.works);
            vec![words::title(language, finding.what), state, finding.detail.clone()]
        };
        printer.table(&findings.iter().map(row).collect::<Vec<_>>());
    }
    if missing { Err(Problem::FfmpegMissing) } else { Ok(()) }
}

async fn media_tools(language: Language) -> Finding {
    let (works, detail) = match ffmpeg::capabilities().await {
        Ok(found) if found.missing.is_empty() => {
            (true, words::ffmpeg(language, &found.version, &found.lacking))
        }
        Ok(found) => {
            (false, words::ffmpeg_without(language, &found.version, &found.missing.join(", ")))
        }
        Err(error) => (false, words::no_ffmpeg(language, &error.to_string())),
    };
    Finding::new("ffmpeg", works, detail)
}

async fn fonts(language: Language) -> Finding {
    let scripts = tokio::task::spawn_blocking(render::missing_scripts).await.unwrap_or_default();
    let works = scripts.is_empty();
    let detail = if works {
        say(language, "Latin and Chinese titles can be drawn", "可以绘制拉丁文和中文标题")
    } else {
        words::no_font(language, &scripts)
    };
    Finding::new("fonts", works, detail)
}

fn backend(setup: &Setup) -> Finding {
    let detail = match &setup.backend {
        Backend::Studio if setup.model.as_ref().is_some_and(|model| !model.is_here()) => say(
            setup.language,
            "studio, built in; your files stay on this machine",
            "studio，内置；文件不离开本机",
        ),
        Backend::Studio => say(
            setup.language,
            "studio, built in; nothing leaves this machine",
            "studio，内置；数据不离开本机",
        ),
        Backend::Remote { name, url, .. } => format!("{name}, {url}"),
    };
    Finding::new("backend", true, detail)
}

fn terminal(environment: &Environment, language: Language) -> Finding {
    let kind = environment.get("TERM").unwrap_or("-");
    let here = std::io::stdout().is_terminal();
    let size = crossterm::terminal::size().map(|(w, h)| format!(", {w}×{h}")).unwrap_or_default();
    let elsewhere = say(language, "; not a terminal here", "；此处不是终端");
    let end = if here { "" } else { &elsewhere };
    Finding::new("terminal", here && kind != "dumb", format!("TERM {kind}{size}{end}"))
}

fn folder(what: &'static str, path: &Path, language: Language) -> Finding {
    // Asking must change nothing, so the nearest folder that is there is looked at.
    let there = path.ancestors().find(|folder| folder.is_dir()).unwrap_or(Path::new("/"));
    let writable = nix::unistd::access(there, nix::unistd::AccessFlags::W_OK).is_ok();
    let free = statvfs(there).map(|stat| stat.blocks_available() * stat.fragment_size());
    let detail = match (writable, free) {
        (true, Ok(bytes)) => words::free(language, path, bytes as f64 / 1e9),
        (true, Err(_)) => path.display().to_string(),
        (false, _) => words::not_writable(language, path),
    };
    Finding::new(what, writable, detail)
}
