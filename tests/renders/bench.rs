//! A folder with sources, and the way from a draft to a film that can be looked at.

use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;

use cutroom::api::wire::MediaKind;
use cutroom::draft::wire::decode;
use cutroom::language::Language;
use cutroom::studio::media::Media;
use cutroom::studio::render::{Error, Form, Machine, Order, Quality, Rendered, Told, Wish, render};
use serde_json::Value;
use tempfile::TempDir;
use tokio::sync::watch;
use tokio_util::sync::CancellationToken;

use crate::film::Film;

/// Sources and films of one test.
pub struct Bench {
    pub folder: Arc<TempDir>,
    pub media: Vec<Media>,
    pub quality: Quality,
    pub form: Form,
    pub wish: Wish,
    pub language: Language,
}

/// Runs ffmpeg to make or examine something; what it wrote to standard output.
pub fn ffmpeg<S: AsRef<std::ffi::OsStr>>(args: impl IntoIterator<Item = S>) -> Vec<u8> {
    let run = Command::new("ffmpeg").args(["-v", "error", "-nostdin", "-y"]).args(args).output();
    let run = run.expect("ffmpeg is not installed; these tests need it");
    assert!(run.status.success(), "ffmpeg: {}", String::from_utf8_lossy(&run.stderr));
    run.stdout
}

impl Bench {
    pub fn new() -> Self {
        let folder = tempfile::tempdir().expect("a folder for the test");
        Self {
            folder: Arc::new(folder),
            media: Vec::new(),
            quality: Quality::Standard,
            form: Form::Mp4,
            wish: Wish::default(),
            language: Language::English,
        }
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Lists a file as one of the session's, whatever is in it.
    pub fn list(&mut self, name: &str, path: PathBuf) {
        self.media.push(Media {
            name: name.to_owned(),
            path,
            kind: MediaKind::Video,
            bytes: 0,
            duration: None,
            width: None,
            height: None,
            fps: None,
            has_audio: false,
            hash: format!("hash-{}", self.media.len()),
        });
    }

    /// A source made by ffmpeg from arguments; the name of the file comes last by itself.
    pub fn make(&mut self, name: &str, args: &[&str]) -> PathBuf {
        let path = self.path(name);
        // A relative name with a colon or a leading dash would be misread, also here.
        let target = format!("file:{}", path.display());
        ffmpeg(args.iter().copied().chain([target.as_str()]));
        self.list(name, path.clone());
        path
    }

    /// A still of one colour.
    pub fn colour(&mut self, name: &str, colour: &str, size: &str) -> PathBuf {
        let source = format!("color=c={colour}:s={size},format=rgb24");
        let single = ["-frames:v", "1", "-update", "1", "-f", "image2", "-pattern_type", "none"];
        let encoder = if name.ends_with("png") { "png" } else { "mjpeg" };
        let mut args = vec!["-f", "lavfi", "-i", &source, "-c:v", encoder, "-q:v", "2"];
        args.extend(&single[..6]);
        self.make(name, &args)
    }

    /// A clip in which every frame tells its number by its brightness; see [`Film::numbers`].
    pub fn counting(&mut self, name: &str, rate: &str, frames: u32) -> PathBuf {
        let source =
            format!("nullsrc=s=160x90:r={rate},format=yuv420p,geq=lum='16+4*N':cb=128:cr=128");
        let frames = frames.to_string();
        let lossless = ["-frames:v", &frames, "-c:v", "libx264", "-qp", "0", "-g", "12"];
        let mut args = vec!["-f", "lavfi", "-i", &source];
        args.extend(lossless);
        self.make(name, &args)
    }

    /// A tone at half of full scale.
    pub fn tone(&mut self, name: &str, hertz: u32, seconds: f64) -> PathBuf {
        let source = format!(
            "aevalsrc='0.5*sin(2*PI*{hertz}*t)|0.5*sin(2*PI*{hertz}*t)':s=48000:d={seconds}"
        );
        self.make(name, &["-f", "lavfi", "-i", &source])
    }

    pub fn order(&self, draft: &Value) -> Order {
        Order {
            draft: decode(draft).expect("the draft is an object"),
            media: self.media.clone(),
            output: self.path(&format!("film.{}", self.form.ending())),
            scratch: self.path("scratch"),
            form: self.form,
            quality: self.quality,
            wish: self.wish,
            language: self.language,
            machine: Machine::default(),
        }
    }

    pub async fn try_render(&self, draft: &Value) -> Result<Rendered, Error> {
        let (progress, _) = watch::channel(Told::default());
        render(self.order(draft), progress, CancellationToken::new()).await
    }

    pub async fn render(&self, draft: &Value) -> Film {
        let rendered = self.try_render(draft).await.expect("the film renders");
        Film { rendered, _folder: self.folder.clone() }
    }

    /// What lies in the folder, hidden files included.
    pub fn files(&self) -> Vec<String> {
        names(self.folder.path())
    }

    /// What a render left in the scratch folder, finished chunks and films aside.
    pub fn leftovers(&self) -> Vec<String> {
        let kept = ["animations", "chunks", "films", "filters.json", "measured.json", "music"];
        names(&self.path("scratch")).into_iter().filter(|name| !kept.contains(&&**name)).collect()
    }

    /// Forgets finished films, but not their chunks.
    pub fn forget_films(&self) {
        std::fs::remove_dir_all(self.path("scratch/films")).expect("it is there");
    }

    /// The finished chunks that are kept, each with the number of its file.
    pub fn chunks(&self) -> Vec<(String, u64)> {
        let folder = self.path("scratch/chunks");
        let number = |name: &String| folder.join(name).metadata().expect("a chunk").ino();
        let names = if folder.exists() { names(&folder) } else { Vec::new() };
        names.into_iter().map(|name| (name.clone(), number(&name))).collect()
    }
}

fn names(folder: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).expect("the folder is there");
    let mut names: Vec<String> =
        entries.map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}
