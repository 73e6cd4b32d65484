//! The sources of the jobs, made by ffmpeg once and kept between runs.

use std::path::{Path, PathBuf};
use std::process::Command;

/// A folder with all of them.
pub struct Media {
    /// Where they are.
    pub folder: PathBuf,
}

/// Sizes of the photographs.
const PHOTOS: [&str; 6] =
    ["4000x3000", "4000x3000", "3000x4000", "4000x2250", "3600x2400", "2560x1920"];

/// Goes up when the sources are to be made anew.
const VERSION: u32 = 4;

impl Media {
    /// Makes what is not there yet.
    pub fn make() -> Self {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("render-media-{VERSION}"));
        std::fs::create_dir_all(&folder).unwrap();
        let media = Self { folder };
        for (number, size) in PHOTOS.iter().enumerate() {
            media.photo(number, size);
        }
        media.clips();
        media.words();
        media
    }

    /// The path of one.
    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }

    /// A part of a fractal with some grain: edges, smooth areas and detail, as in a photograph. A moving
    /// frame of it costs the encoder what one of a photograph does; with more grain it costs more.
    fn photo(&self, number: usize, size: &str) {
        let place = [(-0.743, 0.131), (-0.748, 0.1), (-0.1, 0.65), (-1.25, 0.02), (0.28, 0.53)];
        let (x, y) = place[number % place.len()];
        let scale = 0.02 / (1.0 + number as f64);
        let source = format!(
            "mandelbrot=s=1200x900:start_x={x}:start_y={y}:start_scale={scale}:maxiter=600"
        );
        let (width, height) = size.split_once('x').unwrap();
        let grown = format!(
            "scale={width}:{height}:force_original_aspect_ratio=increase:flags=bicubic,\
             crop={width}:{height},noise=alls=3"
        );
        let args = ["-f", "lavfi", "-i", &source, "-vf", &grown, "-frames:v", "1", "-q:v", "3"];
        self.ffmpeg(&format!("photo-{number}.jpg"), &args);
    }

    /// A camera that wanders over a photograph, with a voice of sorts.
    fn clips(&self) {
        let h264 = ["-c:v", "libx264", "-preset", "veryfast", "-crf", "20", "-pix_fmt", "yuv420p"];
        let aac = ["-c:a", "aac", "-ar", "48000", "-ac", "2"];
        let clip = |name: &str, photo: &str, (size, rate): (&str, u32), codec: &[&str]| {
            // Photographs have other colours than films, and who only copies cannot change them.
            let seen = format!("{},scale=out_color_matrix=bt709:out_range=tv", camera(size, rate));
            let (photo, length) = (self.path(photo), "30");
            let rate = rate.to_string();
            let heard = "sine=f=220:r=48000:b=4,tremolo=f=3:d=0.8,volume=2";
            let mut args = vec!["-framerate", &rate, "-i", photo.to_str().unwrap()];
            args.extend(["-f", "lavfi", "-i", heard, "-t", length, "-vf", &seen]);
            args.extend(["-color_range", "tv", "-colorspace", "bt709"]);
            args.extend(["-color_primaries", "bt709", "-color_trc", "bt709"]);
            args.extend(codec);
            self.ffmpeg(name, &args);
        };
        clip("wide.mp4", "photo-0.jpg", ("1920x1080", 30), &[&h264[..], &aac].concat());
        clip("quick.mp4", "photo-3.jpg", ("1280x720", 60), &[&h264[..], &aac].concat());
        let vp9 = ["-c:v", "libvpx-vp9", "-deadline", "realtime", "-cpu-used", "8", "-b:v", "4M"];
        let opus = ["-row-mt", "1", "-pix_fmt", "yuv420p", "-c:a", "libopus"];
        clip("upright.webm", "photo-2.jpg", ("1080x1920", 30), &[&vp9[..], &opus].concat());
        // With a key frame every two seconds, as cameras and sites make them; then five rounds of it.
        let keyed = [&h264[..], &aac, &["-g", "60", "-bf", "2"]].concat();
        clip("round.mp4", "photo-1.jpg", ("1920x1080", 30), &keyed);
        // Without the sound, which is a little longer than the picture and would leave a gap each time.
        let (round, silent) = (self.path("round.mp4"), self.path("silent.mp4"));
        self.ffmpeg("silent.mp4", &["-i", round.to_str().unwrap(), "-an", "-c:v", "copy"]);
        let mut again = vec!["-stream_loop", "4", "-i", silent.to_str().unwrap()];
        again.extend(["-f", "lavfi", "-i", "sine=f=220:r=48000:b=4", "-t", "150", "-c:v", "copy"]);
        again.extend(aac);
        self.ffmpeg("long.mp4", &again);
        let song = "sine=f=330:r=44100,tremolo=f=2:d=0.7";
        self.ffmpeg("song.mp3", &["-f", "lavfi", "-i", song, "-t", "90", "-b:a", "192k"]);
    }

    /// What the yardstick lays over its picture in the place of drawn words, of about their size.
    fn words(&self) {
        for (name, size) in [("title.png", "900x150"), ("logo.png", "300x90")] {
            let source = format!("testsrc=s={size},format=rgba,colorchannelmixer=aa=0.7");
            self.ffmpeg(name, &["-f", "lavfi", "-i", &source, "-frames:v", "1"]);
        }
        let music = "sine=f=196:r=48000,tremolo=f=1:d=0.5";
        self.ffmpeg("music.wav", &["-f", "lavfi", "-i", music, "-t", "60", "-ac", "2"]);
    }

    fn ffmpeg(&self, name: &str, args: &[&str]) {
        let path = self.path(name);
        if path.exists() {
            return;
        }
        eprintln!("making {name}");
        let half = self.path(&format!("half-{name}"));
        let mut command = Command::new("ffmpeg");
        command.args(["-v", "error", "-nostdin", "-y"]).args(args).arg(&half);
        assert!(command.status().expect("ffmpeg is installed").success(), "{name}");
        std::fs::rename(half, path).unwrap();
    }
}

fn camera(size: &str, rate: u32) -> String {
    let (width, height) = size.split_once('x').unwrap();
    let time = format!("n/{rate}");
    format!(
        "loop=loop=-1:size=1:start=0,setpts=N/{rate}/TB,crop={width}:{height}:x='(iw-ow)*(0.5+0.5*sin(0.5*{time}))':\
         y='(ih-oh)*(0.5+0.5*cos(0.37*{time}))'"
    )
}
