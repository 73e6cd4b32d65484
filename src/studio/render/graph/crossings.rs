//! Transitions by their plain names, as ffmpeg's xfade calls them.

use crate::draft::TransitionKind;
use crate::studio::ffmpeg::crossing;

/// What xfade has known since ffmpeg 4.4. For later ones the ffmpeg that is installed is asked.
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
    known(kind).unwrap_or("fade")
}

/// Whether a transition is what its name says, and no crossfade in its place.
pub(super) fn is_known(kind: &TransitionKind) -> bool {
    known(kind).is_some()
}

/// Whether every release of ffmpeg that is met knows a transition.
pub(in crate::studio::render) fn is_old(kind: &TransitionKind) -> bool {
    old(&joined(kind)).is_some()
}

fn known(kind: &TransitionKind) -> Option<&'static str> {
    let joined = joined(kind);
    old(&joined).or_else(|| crossing(&joined))
}

fn joined(kind: &TransitionKind) -> String {
    let letters = kind.0.chars().filter(|letter| letter.is_alphanumeric());
    letters.collect::<String>().to_lowercase()
}

fn old(joined: &str) -> Option<&'static str> {
    Some(match joined {
        "" | "crossfade" | "crossdissolve" => "fade",
        "fadethroughblack" | "diptoblack" => "fadeblack",
        "fadethroughwhite" | "diptowhite" | "flash" => "fadewhite",
        "fadethroughgray" | "fadethroughgrey" => "fadegrays",
        "pixelate" => "pixelize",
        "blur" => "hblur",
        name => return KNOWN.into_iter().find(|known| *known == name),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn what_a_newer_release_knows_is_used_once_it_was_asked() {
        let kind = |name: &str| TransitionKind(name.to_owned());
        assert!(!is_old(&kind("zoom in")) && is_old(&kind("dip to black")));
        crate::studio::ffmpeg::learn_crossings().await;
        assert!(is_known(&kind("wipe br")), "as old as the others, and left out of them");
        assert!(!is_known(&kind("star wipe")) && !is_known(&kind("custom")));
    }

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
