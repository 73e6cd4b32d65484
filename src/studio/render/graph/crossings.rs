//! Transitions by their plain names, as ffmpeg's xfade calls them.

use crate::draft::TransitionKind;

/// What xfade has known since ffmpeg 4.4. Later ones would fail with older releases.
const KNOWN: [&str; 40] = [
    "fade",
    "wipeleft",
    "wiperight",
    "wipeup",
    "wipedown",
    "slideleft",
    "slideright",
    "slideup",
    "slidedown",
    "circlecrop",
    "rectcrop",
    "distance",
    "fadeblack",
    "fadewhite",
    "radial",
    "smoothleft",
    "smoothright",
    "smoothup",
    "smoothdown",
    "circleopen",
    "circleclose",
    "vertopen",
    "vertclose",
    "horzopen",
    "horzclose",
    "dissolve",
    "pixelize",
    "diagtl",
    "diagtr",
    "diagbl",
    "diagbr",
    "hlslice",
    "hrslice",
    "vuslice",
    "vdslice",
    "hblur",
    "fadegrays",
    "wipetl",
    "wipetr",
    "wipebl",
];

/// xfade's name for a transition; what is not known is a crossfade.
pub(super) fn xfade_name(kind: &TransitionKind) -> &'static str {
    let joined: String = kind.0.chars().filter(|letter| letter.is_alphanumeric()).collect();
    let joined = joined.to_lowercase();
    match joined.as_str() {
        "fadethroughblack" | "diptoblack" => "fadeblack",
        "fadethroughwhite" | "diptowhite" | "flash" => "fadewhite",
        "fadethroughgray" | "fadethroughgrey" => "fadegrays",
        "pixelate" => "pixelize",
        "blur" => "hblur",
        name => KNOWN.into_iter().find(|known| *known == name).unwrap_or("fade"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_names_become_those_of_xfade() {
        for (plain, name) in [
            ("crossfade", "fade"),
            ("fade through black", "fadeblack"),
            ("wipe left", "wipeleft"),
            ("Slide Up", "slideup"),
            ("circle-open", "circleopen"),
            ("pixelize", "pixelize"),
            ("star wipe", "fade"),
        ] {
            assert_eq!(xfade_name(&TransitionKind(plain.to_owned())), name, "{plain}");
        }
    }
}
