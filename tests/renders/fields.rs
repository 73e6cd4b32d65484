//! Interlaced footage: what moves has no combs.

use serde_json::json;

use crate::bench::{Bench, ffmpeg};
use crate::film::Frame;

/// How much lines differ from both of their neighbours in the same direction, as combs do.
fn combs(frame: &Frame) -> f64 {
    let at = |x: usize, y: usize| f64::from(frame.pixel(x, y)[1]);
    let (mut sum, mut count) = (0.0, 0.0);
    for y in 1..frame.height - 1 {
        for x in 0..frame.width {
            let (above, here, below) = (at(x, y - 1), at(x, y), at(x, y + 1));
            let (one, other) = (here - above, here - below);
            sum += if one * other > 0.0 { one.abs().min(other.abs()) } else { 0.0 };
            count += 1.0;
        }
    }
    sum / count
}

/// The pictures of a source as they are.
fn decoded(path: &std::path::Path) -> Vec<Frame> {
    let path = path.to_str().unwrap();
    let raw = ffmpeg(["-i", path, "-pix_fmt", "rgb24", "-f", "rawvideo", "-"]);
    let frames = raw.chunks_exact(320 * 180 * 3);
    frames.map(|rgb| Frame { width: 320, height: 180, rgb: rgb.to_vec() }).collect()
}

#[tokio::test]
async fn fields_become_whole_pictures_whatever_the_codec() {
    let mut bench = Bench::new();
    // A bar that goes eight pixels from one field to the next.
    let bar = "color=black:s=320x180:r=50:d=2,format=yuv420p,\
               geq=lum='if(lt(mod(X-8*N,320),60),235,16)':cb=128:cr=128";
    let woven = "tinterlace=interleave_top,setfield=tff,fieldorder=tff";
    let h264 = ["-c:v", "libx264", "-flags", "+ildct+ilme", "-x264-params", "tff=1", "-qp", "4"];
    let mjpeg = ["-c:v", "mjpeg", "-q:v", "2", "-field_order", "tt", "-pix_fmt", "yuvj420p"];
    let graph = format!("{bar},{woven}");
    for (name, encoder) in [("a.mp4", &h264[..]), ("b.mov", &mjpeg[..])] {
        let args = [&["-f", "lavfi", "-i", &graph][..], encoder].concat();
        bench.make(name, &args);
        let film = json!({"m": {"width": 320, "height": 180, "fps": 25},
            "t": [{"tt": 0, "sg": [{"src": name, "in": 200, "d": 1000}]}]});
        let frames = bench.render(&film).await.frames();
        assert_eq!(frames.len(), 25);
        let most = frames.iter().map(combs).fold(0.0, f64::max);
        assert!(most < 2.0, "{name}: {most}");
        let raw = decoded(&bench.path(name));
        let woven = raw.iter().map(combs).fold(0.0, f64::max);
        assert!(woven > 4.0, "{name} has no combs to begin with: {woven}");
    }
}
