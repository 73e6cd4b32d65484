//! The run that renders one chunk of picture.

use std::ffi::OsString;
use std::path::Path;

use crate::studio::ffmpeg::file_argument;
use crate::studio::render::Quality;
use crate::studio::render::plan::Chunk;

use super::captions::lay_over;
use super::encoder::picture_encoder;
use super::input::Input;
use super::sequence::sequence;
use super::shot::{COLOURS, chain};
use super::{Drawing, arguments};

/// Arguments that render a chunk into a file. `drawings` has an entry for each caption of the film;
/// captions without one have nothing that could be drawn.
pub(in crate::studio::render) fn picture(
    chunk: &Chunk,
    drawings: &[Option<Drawing>],
    quality: Quality,
    target: &Path,
) -> Vec<OsString> {
    let (inputs, graph) = graph(chunk, drawings);
    let frames = chunk.length.0.to_string();
    let mut output: Vec<OsString> =
        ["-map", "[picture]", "-frames:v", &frames].map(OsString::from).to_vec();
    output.extend(picture_encoder(quality, chunk.canvas).into_iter().map(OsString::from));
    output.extend(["-an", "-f", "mp4", "-y"].map(OsString::from));
    output.push(file_argument(target));
    arguments(&inputs, &graph, output)
}

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
        let Some(Some(drawing)) = drawings.get(caption.number) else { continue };
        let (over, result) = lay_over(&label, caption, drawing, chunk.canvas, inputs.len());
        inputs.push(Input::own(&drawing.path));
        lines.extend(over);
        label = result;
    }
    lines.push(format!("{label}format=yuv420p,{COLOURS}[picture]"));
    (inputs, lines.join(";\n"))
}
