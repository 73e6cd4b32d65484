//! Effects that change which part of a picture is seen, and which way up: before it meets the canvas.

use crate::draft::Fx;
use crate::studio::render::footage::Size;

/// Filters on the source's own pixels, and the size of what they leave.
pub(super) fn cut_out(effects: &[Fx], shown: Size) -> (Vec<String>, Size) {
    let (mut filters, mut size) = (Vec::new(), shown);
    for effect in effects {
        let Some((filter, left)) = step(effect, size) else { continue };
        filters.push(filter);
        size = left;
    }
    (filters, size)
}

/// Whether an effect is one of these.
pub(super) fn is_known(effect: &Fx) -> bool {
    let counts = [Fx::ZOOM, Fx::TURN].contains(&effect.name.as_str());
    effect.cropped_to().is_some() || (counts && effect.amount.is_some())
}

fn step(effect: &Fx, size: Size) -> Option<(String, Size)> {
    let Size { width, height } = size;
    if let Some((across, down)) = effect.cropped_to() {
        let ratio = f64::from(across) / f64::from(down);
        let is = f64::from(width.max(1)) / f64::from(height.max(1));
        return Some(cropped(size, (ratio / is).min(1.0), (is / ratio).min(1.0)));
    }
    match (effect.name.as_str(), effect.amount?) {
        (Fx::ZOOM, percent) if percent > 100 => {
            let share = 100.0 / f64::from(percent.min(2000));
            Some(cropped(size, share, share))
        }
        (Fx::TURN, degrees) => {
            let lying = Size { width: height, height: width };
            match degrees.rem_euclid(360) {
                90 => Some(("transpose=clock".to_owned(), lying)),
                180 => Some(("hflip,vflip".to_owned(), size)),
                270 => Some(("transpose=cclock".to_owned(), lying)),
                _ => None,
            }
        }
        _ => None,
    }
}

/// The middle of a picture. Shares, because stored pixels need not be square.
fn cropped(size: Size, across: f64, down: f64) -> (String, Size) {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "of a length")]
    let part = |length: u32, share: f64| (f64::from(length) * share).round().max(2.0) as u32;
    let filter = format!("crop=w='max(iw*{across:.6},2)':h='max(ih*{down:.6},2)'");
    (filter, Size { width: part(size.width, across), height: part(size.height, down) })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn size(width: u32, height: u32) -> Size {
        Size { width, height }
    }

    #[test]
    fn each_effect_leaves_the_size_that_the_next_one_meets() {
        let left = |effects: &[Fx]| cut_out(effects, size(1600, 900)).1;
        assert_eq!(left(&[Fx::by(Fx::TURN, 90)]), size(900, 1600));
        assert_eq!(left(&[Fx::by(Fx::TURN, 180)]), size(1600, 900));
        assert_eq!(left(&[Fx::by(Fx::ZOOM, 200)]), size(800, 450));
        assert_eq!(left(&[Fx::crop(1, 1)]), size(900, 900));
        assert_eq!(left(&[Fx::crop(32, 9)]), size(1600, 450));
        assert_eq!(left(&[Fx::by(Fx::TURN, 270), Fx::crop(1, 1)]), size(900, 900));
        assert_eq!(left(&[Fx::by(Fx::BRIGHTNESS, 20), Fx::named("zoom")]), size(1600, 900));
    }
}
