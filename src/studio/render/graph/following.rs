//! The camera over what plays: clips, animations, and footage that runs backwards.
//!
//! A still is composed once and its frames are sampled outside of the graph ([`super::moved`]). What plays is
//! another picture each frame, so ffmpeg does it where the frame lies, at places between pixels as well.

use crate::draft::{Frames, Fx};
use crate::studio::render::moves::Camera;

/// The filter that shows, of each frame, what the camera sees; with a comma before it. Nothing where no camera
/// moves. `skip` frames of the move's `whole` lie before the first.
pub(super) fn following(effects: &[Fx], skip: Frames, whole: Frames) -> String {
    let Some(camera) = Camera::of(effects) else { return String::new() };
    let last = whole.0.saturating_sub(1).max(1);
    // The filter counts frames from one.
    let way = format!("min(({}+on-1)/{last},1)", skip.0);
    let [left, top, side] = camera.told(&way);
    let (right, bottom) = (format!("{left}+{side}"), format!("{top}+{side}"));
    format!(
        ",perspective=eval=frame:interpolation=cubic\
         :x0='W*({left})':y0='H*({top})':x1='W*({right})':y1='H*({top})'\
         :x2='W*({left})':y2='H*({bottom})':x3='W*({right})':y3='H*({bottom})'"
    )
}
