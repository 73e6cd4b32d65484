//! Numbers as people read them.

use std::path::Path;

use jiff::Timestamp;
use jiff::tz::TimeZone;

use crate::app::State;
use crate::draft::Millis;
use crate::language::Language;

/// `4.1 MB`: three digits at most, in steps of a thousand.
#[must_use]
pub fn bytes(count: u64) -> String {
    let (unit, name) = match count {
        0..1_000 => return format!("{count} B"),
        1_000..1_000_000 => (1e3, "kB"),
        1_000_000..1_000_000_000 => (1e6, "MB"),
        _ => (1e9, "GB"),
    };
    let value = count as f64 / unit;
    let digits = usize::from(value < 99.95);
    format!("{value:.digits$} {name}")
}

/// `0:06`, `12:40`, `1:02:03`: a length as a clock shows it. Rounded to the nearest second.
#[must_use]
pub fn clock(time: Millis) -> String {
    let seconds = (time.0 + 500) / 1000;
    let (hours, minutes) = (seconds / 3600, seconds / 60 % 60);
    if hours > 0 {
        format!("{hours}:{minutes:02}:{:02}", seconds % 60)
    } else {
        format!("{minutes}:{:02}", seconds % 60)
    }
}

/// `8 s`, `4 min 10 s`: how long something has taken so far.
#[must_use]
pub fn elapsed(language: Language, seconds: u64) -> String {
    let (minutes, rest) = (seconds / 60, seconds % 60);
    match (language, minutes) {
        (Language::English, 0) => format!("{rest} s"),
        (Language::English, _) => format!("{minutes} min {rest:02} s"),
        (Language::Chinese, 0) => format!("{rest} 秒"),
        (Language::Chinese, _) => format!("{minutes} 分 {rest:02} 秒"),
    }
}

/// `30 s`, `2.5 s`, `1:02:03`: how long a film or a piece is.
#[must_use]
pub fn length(language: Language, time: Millis) -> String {
    if time >= Millis::from_secs(60) {
        return clock(time);
    }
    let tenths = (time.0 + 50) / 100;
    let number = if tenths.is_multiple_of(10) {
        (tenths / 10).to_string()
    } else {
        format!("{}.{}", tenths / 10, tenths % 10)
    };
    match language {
        Language::English => format!("{number} s"),
        Language::Chinese => format!("{number} 秒"),
    }
}

/// `0–3 s`: from when to when.
#[must_use]
pub fn range(language: Language, start: Millis, end: Millis) -> String {
    if end >= Millis::from_secs(60) {
        return format!("{}–{}", clock(start), clock(end));
    }
    let unit = |words: String| words.trim_end_matches(['s', '秒']).trim_end().to_owned();
    format!("{}–{}", unit(length(language, start)), length(language, end))
}

/// `14:02`: the time of day somewhere, of milliseconds since 1970.
#[must_use]
pub fn time_of_day(at: i64, zone: &TimeZone) -> String {
    Timestamp::from_millisecond(at).map_or_else(
        |_| String::new(),
        |at| {
            let time = zone.to_datetime(at);
            format!("{:02}:{:02}", time.hour(), time.minute())
        },
    )
}

/// A path with `~` for the home folder.
#[must_use]
pub fn path(path: &Path, home: Option<&Path>) -> String {
    match home.and_then(|home| path.strip_prefix(home).ok()) {
        Some(rest) => format!("~/{}", rest.display()),
        None => path.display().to_string(),
    }
}

/// The time of day for today, the day for what was before.
#[must_use]
pub fn day(state: &State, at: i64) -> String {
    let zoned = |at: i64| {
        let moment = Timestamp::from_millisecond(at).unwrap_or_default();
        moment.to_zoned(state.zone.clone())
    };
    let (then, now) = (zoned(at), zoned(state.now.wall));
    let form = if then.date() == now.date() { "%H:%M" } else { "%Y-%m-%d" };
    then.strftime(form).to_string()
}

/// A moment in a form of `strftime`, where the person is.
pub(super) fn moment(state: &State, at: i64, form: &str) -> String {
    let moment = Timestamp::from_millisecond(at).unwrap_or_default();
    moment.to_zoned(state.zone.clone()).strftime(form).to_string()
}

/// A number of credits: whole ones without a fraction.
#[must_use]
pub fn number(value: f64) -> String {
    if value.fract() == 0.0 { format!("{value:.0}") } else { format!("{value:.1}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_have_at_most_three_digits() {
        let sizes = [0, 999, 1_234, 99_949, 99_950, 4_100_000, 500_000_000, 1_500_000_000];
        assert_eq!(
            sizes.map(bytes),
            ["0 B", "999 B", "1.2 kB", "99.9 kB", "100 kB", "4.1 MB", "500 MB", "1.5 GB"]
        );
    }

    #[test]
    fn lengths_are_seconds_up_to_a_minute_and_then_a_clock() {
        let lengths = [0, 500, 2_540, 30_000, 60_000, 3_723_000].map(Millis);
        let said = lengths.map(|time| length(Language::English, time));
        assert_eq!(said, ["0 s", "0.5 s", "2.5 s", "30 s", "1:00", "1:02:03"]);
        assert_eq!(range(Language::Chinese, Millis(0), Millis(3000)), "0–3 秒");
        assert_eq!(range(Language::English, Millis(0), Millis(90_000)), "0:00–1:30");
    }

    #[test]
    fn the_home_folder_is_a_tilde() {
        let home = Some(Path::new("/home/me"));
        assert_eq!(path(Path::new("/home/me/Videos/a.mp4"), home), "~/Videos/a.mp4");
        assert_eq!(path(Path::new("/tmp/a.mp4"), home), "/tmp/a.mp4");
    }
}
