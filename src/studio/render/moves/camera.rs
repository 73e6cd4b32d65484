//! Where the camera is when.

use crate::draft::Fx;

/// A move over a picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::studio::render) enum Camera {
    ZoomIn,
    ZoomOut,
    PanLeft,
    PanRight,
    PanUp,
    PanDown,
}

/// A part of a picture, in parts of its width and height.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Window {
    pub(super) x: f64,
    pub(super) y: f64,
    pub(super) side: f64,
}

/// How large the camera shows the middle of a picture at its nearest.
pub(super) const NEAREST: f64 = 1.14;

impl Camera {
    /// The move among a segment's effects; the last one counts.
    pub(in crate::studio::render) fn of(effects: &[Fx]) -> Option<Self> {
        effects.iter().rev().find_map(|effect| {
            Some(match effect.name.trim().to_lowercase().replace(['-', '_'], " ").as_str() {
                "zoom in" | "ken burns" => Self::ZoomIn,
                "zoom out" => Self::ZoomOut,
                "pan left" => Self::PanLeft,
                "pan right" => Self::PanRight,
                "pan up" => Self::PanUp,
                "pan down" => Self::PanDown,
                _ => return None,
            })
        })
    }

    /// What it shows at a part of its way, 0 to 1.
    pub(super) fn window(self, way: f64) -> Window {
        let way = way.clamp(0.0, 1.0);
        // Each frame grows by the same factor, which looks even.
        let near = |way: f64| 1.0 / NEAREST.powf(way);
        let side = match self {
            Self::ZoomIn => near(way),
            Self::ZoomOut => near(1.0 - way),
            _ => near(1.0),
        };
        let room = 1.0 - side;
        let (x, y) = match self {
            Self::ZoomIn | Self::ZoomOut => (0.5, 0.5),
            Self::PanLeft => (1.0 - way, 0.5),
            Self::PanRight => (way, 0.5),
            Self::PanUp => (0.5, 1.0 - way),
            Self::PanDown => (0.5, way),
        };
        Window { x: room * x, y: room * y, side }
    }

    /// The left and the upper edge of that and its side, as expressions of ffmpeg's, for a way that is one too.
    pub(in crate::studio::render) fn told(self, way: &str) -> [String; 3] {
        let side = match self {
            Self::ZoomIn => format!("pow({NEAREST},-{way})"),
            Self::ZoomOut => format!("pow({NEAREST},{way}-1)"),
            _ => format!("1/{NEAREST}"),
        };
        let (x, y) = match self {
            Self::ZoomIn | Self::ZoomOut => ("0.5", "0.5"),
            Self::PanLeft => (&*format!("(1-{way})"), "0.5"),
            Self::PanRight => (way, "0.5"),
            Self::PanUp => ("0.5", &*format!("(1-{way})")),
            Self::PanDown => ("0.5", way),
        };
        [format!("(1-{side})*{x}"), format!("(1-{side})*{y}"), side.clone()]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_camera_begins_and_ends_where_its_name_says_and_never_leaves_the_picture() {
        let at = |camera: Camera, way| camera.window(way);
        assert_eq!(at(Camera::ZoomIn, 0.0), Window { x: 0.0, y: 0.0, side: 1.0 });
        assert_eq!(at(Camera::ZoomOut, 1.0), Window { x: 0.0, y: 0.0, side: 1.0 });
        assert!(at(Camera::PanLeft, 0.0).x > 0.1 && at(Camera::PanLeft, 1.0).x < 1e-9);
        assert!(at(Camera::PanDown, 0.0).y < 1e-9 && at(Camera::PanDown, 1.0).y > 0.1);
        for camera in [Camera::ZoomIn, Camera::PanRight, Camera::PanUp] {
            for step in 0..=20 {
                let Window { x, y, side } = at(camera, f64::from(step) / 20.0);
                assert!(x >= 0.0 && y >= 0.0 && x.max(y) + side <= 1.0 + 1e-9);
            }
        }
    }

    #[test]
    fn what_ffmpeg_is_told_is_where_the_window_is() {
        let told = |camera: Camera| camera.told("w");
        assert_eq!(
            told(Camera::ZoomIn),
            ["(1-pow(1.14,-w))*0.5", "(1-pow(1.14,-w))*0.5", "pow(1.14,-w)"]
        );
        assert_eq!(told(Camera::PanLeft), ["(1-1/1.14)*(1-w)", "(1-1/1.14)*0.5", "1/1.14"]);
    }

    #[test]
    fn moves_are_found_by_their_names_among_other_effects() {
        let of = |names: &[&str]| {
            Camera::of(&names.iter().map(|name| Fx::named(name)).collect::<Vec<_>>())
        };
        assert_eq!(of(&["grayscale", "Pan-Left"]), Some(Camera::PanLeft));
        assert_eq!(of(&["ken burns", "zoom out"]), Some(Camera::ZoomOut));
        assert_eq!(of(&["blur"]), None);
    }
}
