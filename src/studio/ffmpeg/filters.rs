//! The filters of ffmpeg: those that films can need, and those that a graph names.
//!
//! An ffmpeg that was put together with less is told before the first picture is made, by the name of what
//! it lacks, and not by the run in the middle of a film that needs it first.

use std::collections::BTreeSet;
use std::ffi::OsString;

/// All that some film needs, but for [`TONES`].
pub(crate) const FILTERS: [&str; 50] = [
    "adelay",
    "afade",
    "aformat",
    "alimiter",
    "alphaextract",
    "alphamerge",
    "amix",
    "anull",
    "anullsrc",
    "apad",
    "aresample",
    "asetpts",
    "atempo",
    "atrim",
    "bwdif",
    "color",
    "colorchannelmixer",
    "concat",
    "crop",
    "extractplanes",
    "fade",
    "format",
    "fps",
    "gblur",
    "hflip",
    "loop",
    "lutrgb",
    "lutyuv",
    "negate",
    "overlay",
    "pad",
    "palettegen",
    "paletteuse",
    "pan",
    "premultiply",
    "scale",
    "setparams",
    "setpts",
    "setsar",
    "settb",
    "split",
    "tpad",
    "transpose",
    "trim",
    "unpremultiply",
    "unsharp",
    "vflip",
    "vignette",
    "volume",
    "xfade",
];

/// What maps bright pictures to what screens show. Without them such a picture looks flat, and is told to.
pub(crate) const TONES: [&str; 2] = ["zscale", "tonemap"];

/// The names of the filters in the graphs of a run.
pub(crate) fn filters_of(args: &[OsString]) -> BTreeSet<String> {
    let is_graph = |option: &OsString| option == "-filter_complex";
    let graphs = args.windows(2).filter(|pair| is_graph(&pair[0]));
    graphs.flat_map(|pair| named_in(&pair[1].to_string_lossy())).collect()
}

/// The names of the filters of a graph: `[0:v]scale=2:-2,fade[a];[a]null` has three.
pub(crate) fn named_in(graph: &str) -> BTreeSet<String> {
    let (mut names, mut name) = (BTreeSet::new(), String::new());
    let (mut is_name, mut is_quoted, mut in_label) = (true, false, false);
    for letter in graph.chars().chain([',']) {
        match letter {
            '\'' => is_quoted = !is_quoted,
            _ if is_quoted => {}
            '[' => (in_label, is_name) = (true, is_name && name.is_empty()),
            ']' => in_label = false,
            _ if in_label => {}
            ',' | ';' => {
                if !name.is_empty() {
                    names.insert(std::mem::take(&mut name));
                }
                is_name = true;
            }
            '=' | '@' => is_name = false,
            letter if is_name && !letter.is_whitespace() => name.push(letter),
            _ => {}
        }
    }
    names
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(graph: &str) -> Vec<String> {
        named_in(graph).into_iter().collect()
    }

    #[test]
    fn names_stand_before_their_arguments_and_between_labels() {
        let graph =
            "[0:v:0]scale=w='max(iw*2,3)':h=-2,fade=t=in[a];\n[a][1:v]overlay@over=x=1;[b]null[c]";
        assert_eq!(names(graph), ["fade", "null", "overlay", "scale"]);
        assert_eq!(names("color=c=black:s=2x2,trim=end_frame=1"), ["color", "trim"]);
        assert_eq!(names(""), Vec::<String>::new());
    }

    #[test]
    fn only_the_graphs_of_a_run_are_looked_into() {
        let args =
            ["-i", "a,b=c", "-filter_complex", "[0]null[x]", "-map", "[x]"].map(OsString::from);
        assert_eq!(filters_of(&args).into_iter().collect::<Vec<_>>(), ["null"]);
    }
}
