//! A time as it is typed: `12.5`, `1:05`, `0:01:05`, `00:00:12:08`, `+20`, `-1:05`.

use crate::draft::{FrameRate, Frames, Millis};

/// The moment that was typed. With a sign it counts from `playhead`, and a whole number alone is
/// frames; without one it is a moment of the film, and a number alone is seconds.
#[must_use]
pub fn read(typed: &str, playhead: Millis, rate: FrameRate) -> Option<Millis> {
    let typed = typed.trim().replace('：', ":");
    let Some(sign @ ('+' | '-')) = typed.chars().next() else { return length(&typed, rate) };
    let rest = typed[1..].trim();
    let Some(frames) = whole(rest) else {
        let way = length(rest, rate)?;
        return Some(if sign == '+' { playhead + way } else { playhead - way });
    };
    let from = rate.frames_nearest(playhead).0;
    let frame = if sign == '+' { from.saturating_add(frames) } else { from.saturating_sub(frames) };
    Some(rate.millis_nearest(Frames(frame)))
}

/// `s`, `m:s`, `h:m:s`, with a fraction of the seconds, or `h:m:s:f`.
fn length(typed: &str, rate: FrameRate) -> Option<Millis> {
    let parts: Vec<&str> = typed.split(':').collect();
    let (clock, frames) = match parts[..] {
        [hours, minutes, seconds, frames] => (vec![hours, minutes, seconds], whole(frames)?),
        [_] | [_, _] | [_, _, _] => (parts, 0),
        _ => return None,
    };
    let (seconds, before) = clock.split_last()?;
    let mut total = 0_u64;
    for part in before {
        total = total.checked_add(whole(part)?)?.checked_mul(60)?;
    }
    let whole_seconds = Millis(total.checked_mul(1000)?);
    let fraction = seconds_of(seconds)?;
    if frames == 0 {
        return Some(whole_seconds + fraction);
    }
    // Frames count from the start of their second.
    let start = rate.frames_nearest(whole_seconds + fraction);
    Some(rate.millis_nearest(Frames(start.0.checked_add(frames)?)))
}

fn seconds_of(typed: &str) -> Option<Millis> {
    let plain =
        !typed.is_empty() && typed.chars().all(|letter| letter.is_ascii_digit() || letter == '.');
    // No film is longer than this, and no number is rounded below it.
    let sane = |seconds: &f64| plain && *seconds < 1e9;
    let seconds: f64 = typed.parse().ok().filter(sane)?;
    Some(Millis::from_secs_rounded(seconds))
}

fn whole(typed: &str) -> Option<u64> {
    let digits = typed.chars().all(|letter| letter.is_ascii_digit());
    typed.parse().ok().filter(|_| digits)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_read_as_editors_write_them() {
        let read = |typed| read(typed, Millis(10_000), FrameRate::whole(25)).map(|time| time.0);
        for (typed, found) in [
            ("12", Some(12_000)),
            ("12.5", Some(12_500)),
            ("1:05", Some(65_000)),
            ("1:05.25", Some(65_250)),
            ("1:00:00", Some(3_600_000)),
            ("00:00:12:08", Some(12_320)),
            ("1：05", Some(65_000)),
            ("+20", Some(10_800)),
            ("-20", Some(9_200)),
            ("+1.5", Some(11_500)),
            ("-0:05", Some(5_000)),
            ("-1:05", Some(0)),
            ("+ 1:05", Some(75_000)),
            ("", None),
            ("+", None),
            ("1:", None),
            ("1:2:3:4:5", None),
            ("abc", None),
            ("1e5", None),
            ("99999999999999999999", None),
        ] {
            assert_eq!(read(typed), found, "{typed}");
        }
    }
}
