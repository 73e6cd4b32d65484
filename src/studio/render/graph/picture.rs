//! The run that renders one chunk of picture.

use std::collections::BTreeSet;
use std::ffi::OsString;
use std::path::Path;

use crate::draft::Frames;
use crate::studio::ffmpeg::{file_argument, filters_of, named_in};
use crate::studio::render::footage::Size;
use crate::studio::render::moves::pipe;
use crate::studio::render::plan::Chunk;

use super::Drawing;
use super::captions::{drawn, lay_over};
use super::encoder::{Encoding, picture_encoder, uploaded};
use super::input::{Fed, Input};
use super::inset;
use super::sequence::sequence;
use super::shot::{COLOURS, chain};

/// All that a run is told that renders a chunk, but for where to.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::studio::render) struct Recipe {
    inputs: Vec<Input>,
    graph: String,
    output: Vec<String>,
}

/// The recipe of a chunk. `drawings` has an entry for each caption of the film; captions without one
/// have nothing that could be drawn.
pub(in crate::studio::render) fn picture(
    chunk: &Chunk,
    drawings: &[Option<Drawing>],
    encoding: Encoding,
) -> Recipe {
    let (mut inputs, graph) = graph(chunk, drawings);
    if let Some(threads) = encoding.threads {
        inputs = inputs.into_iter().map(|input| input.sparing(threads)).collect();
    }
    let (graph, label) = uploaded(graph, encoding.how);
    let frames = chunk.length.0.to_string();
    let mut output: Vec<String> = ["-map", label, "-frames:v", &frames].map(str::to_owned).to_vec();
    output.extend(picture_encoder(encoding, chunk.canvas));
    output.extend(["-an", "-f", "mp4", "-y"].map(str::to_owned));
    Recipe { inputs, graph, output }
}

impl Recipe {
    /// The same, with parameter sets of another number than usual.
    pub(in crate::studio::render) fn with_sets(mut self, number: u32) -> Self {
        self.output.extend(["-x264-params".to_owned(), format!("sps-id={number}")]);
        self
    }

    /// The arguments of the run.
    pub(in crate::studio::render) fn args(&self, target: &Path) -> Vec<OsString> {
        self.run(target, file_argument(target))
    }

    /// The arguments of a run that writes to its standard output; its pipes lie beside `place`.
    pub(in crate::studio::render) fn piped(&self, place: &Path) -> Vec<OsString> {
        let quiet = ["-hide_banner", "-nostdin", "-nostats", "-loglevel", "error"];
        quiet.into_iter().map(OsString::from).chain(self.run(place, "pipe:1".into())).collect()
    }

    fn run(&self, place: &Path, written: OsString) -> Vec<OsString> {
        let inputs = self.inputs.iter().enumerate();
        let opened = inputs.flat_map(|(number, input)| input.args_through(&pipe(place, number)));
        let mut args: Vec<OsString> = opened.collect();
        args.extend(["-filter_complex", &self.graph].map(OsString::from));
        args.extend(self.output.iter().map(OsString::from).chain([written]));
        args
    }

    /// Its inputs that are made here, by their numbers.
    pub(in crate::studio::render) fn fed(&self) -> impl Iterator<Item = (usize, Fed)> {
        let inputs = self.inputs.iter().enumerate();
        inputs.filter_map(|(number, input)| input.fed().map(|fed| (number, fed)))
    }

    /// What it says, apart from the names of files.
    pub(in crate::studio::render) fn words(&self) -> impl Iterator<Item = &str> {
        let options = self.inputs.iter().flat_map(Input::options);
        options.chain([self.graph.as_str()]).chain(self.output.iter().map(String::as_str))
    }

    /// The filters that it needs.
    pub(in crate::studio::render) fn filters(&self) -> BTreeSet<String> {
        let fed = self.fed().flat_map(|(_, fed)| match fed {
            Fed::Moving(_, args) => filters_of(&args),
            Fed::Backwards(reversed) => {
                reversed.runs.iter().flat_map(|run| filters_of(&run.args)).collect()
            }
        });
        fed.chain(named_in(&self.graph)).collect()
    }

    /// What it reads.
    pub(in crate::studio::render) fn files(&self) -> impl Iterator<Item = &Path> {
        self.inputs.iter().map(Input::path)
    }
}

/// The recipe of one frame of a chunk as rows of red, green and blue. It is composed by the very
/// graph that makes the film.
pub(in crate::studio::render) fn still(
    chunk: &Chunk,
    drawings: &[Option<Drawing>],
    at: Frames,
    size: Size,
) -> Recipe {
    let (inputs, graph) = graph(chunk, drawings);
    let (Size { width, height }, first, next) = (size, at.0, at.0 + 1);
    let graph = format!(
        "{graph};\n[picture]trim=start_frame={first}:end_frame={next},scale={width}:{height}:\
         flags=area+accurate_rnd:in_color_matrix=bt709:in_range=tv:out_range=pc,format=rgb24[still]"
    );
    let output = ["-map", "[still]", "-frames:v", "1", "-an", "-f", "rawvideo"];
    Recipe { inputs, graph, output: output.map(str::to_owned).to_vec() }
}

/// How good the small pictures are, from 2 to 31: good enough to judge colours and words by.
const REEL_QUALITY: &str = "4";

/// The recipe of all frames of a chunk as JPEG pictures one after another, composed by the same graph.
/// JPEG has colours of its own, which its readers take for granted.
pub(in crate::studio::render) fn reel(chunk: &Chunk, drawings: &[Option<Drawing>]) -> Recipe {
    let (inputs, graph) = graph(chunk, drawings);
    let graph = format!(
        "{graph};\n[picture]scale=flags=accurate_rnd+full_chroma_int+bicubic:\
         in_color_matrix=bt709:in_range=tv:out_color_matrix=bt601:out_range=pc,\
         format=yuvj420p[reel]"
    );
    let frames = chunk.length.0.to_string();
    let output = ["-map", "[reel]", "-frames:v", &frames, "-c:v", "mjpeg", "-threads", "1"];
    let output = output.into_iter().chain(["-q:v", REEL_QUALITY, "-an", "-f", "mjpeg"]);
    let inputs = inputs.into_iter().map(|input| input.sparing(REEL_THREADS)).collect();
    Recipe { inputs, graph, output: output.map(str::to_owned).collect() }
}

/// Threads of a decoder in the background.
const REEL_THREADS: usize = 2;

fn graph(chunk: &Chunk, drawings: &[Option<Drawing>]) -> (Vec<Input>, String) {
    let mut inputs = Vec::new();
    let mut lines = Vec::new();
    for (id, shot) in chunk.shots.iter().enumerate() {
        let (input, chain) = chain(shot, chunk.canvas, id, inputs.len());
        inputs.extend(input);
        lines.push(format!("{chain}[s{id}]"));
    }
    let (joins, mut label) = sequence(&chunk.shots, chunk.canvas.rate);
    lines.extend(joins);
    for caption in &chunk.captions {
        if let Some(overlay) = &caption.inset {
            let (opened, over, result) =
                inset::lay_over(&label, caption, overlay, chunk.canvas, inputs.len());
            inputs.extend(opened);
            lines.extend(over);
            label = result;
            continue;
        }
        let Some(Some(drawing)) = drawings.get(caption.number) else { continue };
        let (over, result) = lay_over(&label, caption, drawing, chunk.canvas, inputs.len());
        inputs.push(drawn(drawing, chunk.canvas.rate));
        lines.extend(over);
        label = result;
    }
    lines.push(format!("{label}format=yuv420p,{COLOURS}[picture]"));
    (inputs, lines.join(";\n"))
}
