//! The same films by one plain ffmpeg graph each, with the same encoder.

use std::ffi::OsString;
use std::path::Path;

use crate::media::Media;

const X264: &str = "-c:v libx264 -profile:v high -preset veryfast -crf 21 -g 60 -pix_fmt yuv420p \
    -c:a aac -b:a 192k -ar 48000 -movflags +faststart";

/// The arguments that make a job's film.
pub fn film(job: &str, media: &Media, target: &Path) -> Vec<OsString> {
    args(job, media, X264, target)
}

/// The arguments that make the picture of a job's film without losing anything of it.
pub fn picture(job: &str, media: &Media, target: &Path) -> Vec<OsString> {
    args(job, media, "-c:v ffvhuff -c:a pcm_s16le", target)
}

fn args(job: &str, media: &Media, encoder: &str, target: &Path) -> Vec<OsString> {
    let mut args: Vec<OsString> = ["-v", "error", "-nostdin", "-y"].map(OsString::from).to_vec();
    let (inputs, graph) = match job {
        "promo" => promo(),
        "clips" => clips(),
        _ => cut(),
    };
    for (options, name) in inputs {
        args.extend(options.split_whitespace().map(OsString::from));
        args.push("-i".into());
        args.push(media.path(&name).into());
    }
    args.extend(["-filter_complex", &graph, "-map", "[v]", "-map", "[a]"].map(OsString::from));
    args.extend(encoder.split_whitespace().map(OsString::from));
    args.push(target.into());
    args
}

type Plan = (Vec<(String, String)>, String);

fn promo() -> Plan {
    let mut inputs: Vec<(String, String)> =
        (0..6).map(|number| (String::new(), format!("photo-{number}.jpg"))).collect();
    inputs.extend(["logo.png", "title.png"].map(|name| ("-loop 1 -r 30".into(), name.into())));
    inputs.push(("-t 30".into(), "music.wav".into()));
    let mut graph = String::new();
    for number in 0..6 {
        // The next picture dissolves in over the last half second.
        let frames = if number < 5 { 165 } else { 150 };
        graph.push_str(&format!(
            "[{number}]scale=3840:2160:force_original_aspect_ratio=increase,crop=3840:2160,\
             zoompan=z='1+0.12*on/{frames}':x='(iw-iw/zoom)/2':y='(ih-ih/zoom)/2':d={frames}:\
             s=1920x1080:fps=30,format=yuv420p[p{number}];"
        ));
    }
    graph.push_str(&chain("p", 6, 5.0));
    graph.push_str(
        "[x5][6]overlay=810:60:shortest=1[l];[7]fade=in:0:6:alpha=1,fade=out:99:6:alpha=1,\
         setpts=PTS+0.5/TB[t];[l][t]overlay=510:465:enable='between(t,0.5,4)':shortest=1,\
         trim=end_frame=900[v];[8]volume=0.5,afade=out:st=29:d=1[a]",
    );
    (inputs, graph)
}

fn clips() -> Plan {
    let names = ["wide.mp4", "quick.mp4", "upright.webm"];
    let mut inputs: Vec<(String, String)> = (0..6)
        .map(|number| {
            let start = 1.5 + 1.7 * f64::from(number);
            let length = if number < 5 { 10.5 } else { 10.0 };
            let name = names[usize::try_from(number).unwrap() % 3];
            (format!("-ss {start} -t {length}"), name.to_owned())
        })
        .collect();
    inputs.extend((0..3).map(|_| ("-loop 1 -r 30".into(), "title.png".into())));
    inputs.push(("-t 60".into(), "song.mp3".into()));
    let mut graph = String::new();
    for number in 0..6 {
        graph.push_str(&format!(
            "[{number}:v]fps=30,scale=1080:1920:force_original_aspect_ratio=increase,\
             crop=1080:1920,setsar=1,settb=1/30[p{number}];\
             [{number}:a]aresample=48000,adelay={delay}:all=1,afade=in:st={start}:d=0.5[a{number}];",
            delay = number * 10_000,
            start = number * 10,
        ));
    }
    graph.push_str(&chain("p", 6, 10.0));
    let mut under = "x5".to_owned();
    for (number, start) in [1.0, 22.0, 52.0].into_iter().enumerate() {
        let (input, end) = (6 + number, start + 4.0);
        graph.push_str(&format!(
            "[{input}]fade=in:0:6:alpha=1,fade=out:114:6:alpha=1,setpts=PTS+{start}/TB[t{number}];\
             [{under}][t{number}]overlay=90:885:enable='between(t,{start},{end})':shortest=1\
             [o{number}];"
        ));
        under = format!("o{number}");
    }
    graph.push_str(
        "[o2]trim=end_frame=1800[v];[9]aresample=48000,volume=0.25,afade=out:st=58.5:d=1.5[m];\
         [a0][a1][a2][a3][a4][a5]amix=inputs=6:normalize=0,asplit[heard][key];\
         [m][key]sidechaincompress=threshold=0.03:ratio=8:attack=20:release=400[low];\
         [heard][low]amix=inputs=2:normalize=0,alimiter,atrim=end=60[a]",
    );
    (inputs, graph)
}

fn cut() -> Plan {
    let inputs = [1.3, 36.7, 74.1, 112.9]
        .map(|start: f64| (format!("-ss {start} -t 30"), "long.mp4".to_owned()));
    let parts: String = (0..4).map(|number| format!("[{number}:v][{number}:a]")).collect();
    (inputs.to_vec(), format!("{parts}concat=n=4:v=1:a=1[v][a]"))
}

/// Dissolves of half a second between parts that each last `length` seconds until the next begins.
fn chain(name: &str, parts: u32, length: f64) -> String {
    let mut graph = String::new();
    for number in 1..parts {
        let before = if number == 1 { format!("{name}0") } else { format!("x{}", number - 1) };
        let offset = f64::from(number) * length;
        graph.push_str(&format!(
            "[{before}][{name}{number}]xfade=transition=fade:duration=0.5:offset={offset}[x{number}];"
        ));
    }
    graph
}
