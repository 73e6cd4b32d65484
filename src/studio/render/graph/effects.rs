//! Picture effects by their plain names.

use crate::draft::Fx;

/// The filter of an effect, on yuv420p; none for a name that is not known here.
pub(super) fn filter(effect: &Fx) -> Option<&'static str> {
    let name = effect.0.trim().to_lowercase();
    Some(match name.as_str() {
        "grayscale" | "greyscale" | "black and white" => "lutyuv=u=128:v=128",
        "sepia" => "lutyuv=y=val:u=116:v=140",
        "blur" => "gblur=sigma=12",
        "sharpen" => "unsharp",
        "vignette" => "vignette",
        "negative" | "invert" => "negate",
        "mirror" | "flip horizontal" => "hflip",
        "flip vertical" => "vflip",
        _ => return None,
    })
}
