//! Why a tool failed, out of the many lines that it wrote.

use std::os::unix::process::ExitStatusExt;
use std::process::ExitStatus;

/// What a full disk is called in any tool's words.
pub(super) const DISK_FULL: &str = "No space left on device";

/// What is said where a file may not become as large as it is.
const FILE_TOO_LARGE: &str = "a file may not become that large here";
const SIGKILL: i32 = 9;
const SIGXFSZ: i32 = 25;

/// Lines with which ffmpeg ends after it has said what is wrong.
const AFTERTHOUGHTS: [&str; 6] = [
    "Conversion failed!",
    "Error while filtering",
    "Error writing trailer",
    "Task finished with error",
    "Terminating thread with return code",
    "Nothing was written into output file",
];

/// What a run that failed is told to have failed of: a signal that ended it in the middle of its
/// words, else its words.
pub(super) fn reason_of(status: ExitStatus, stderr: &[u8]) -> String {
    match status.signal() {
        Some(SIGXFSZ) => format!("{FILE_TOO_LARGE} (signal {SIGXFSZ})"),
        Some(SIGKILL) => "it was killed, perhaps for want of memory (signal 9)".to_owned(),
        Some(signal) => format!("it was ended by signal {signal}"),
        None => reason(stderr),
    }
}

/// What ffmpeg lacks, if that is why it failed: `filter xfade`, `encoder libx264`.
pub(super) fn lacks(reason: &str) -> Option<String> {
    let kinds = [("No such filter: '", "filter"), ("Unknown encoder '", "encoder")];
    kinds.into_iter().find_map(|(words, kind)| {
        let (_, rest) = reason.split_once(words)?;
        let (name, _) = rest.split_once('\'')?;
        Some(format!("{kind} {name}"))
    })
}

/// The line that tells most: the one about a full disk, else the last that is no afterthought.
pub(super) fn reason(stderr: &[u8]) -> String {
    let text = String::from_utf8_lossy(stderr);
    let lines = || text.lines().rev().map(str::trim).filter(|line| !line.is_empty());
    let full = lines().find(|line| line.contains(DISK_FULL));
    let telling = || lines().find(|line| !is_afterthought(line));
    full.or_else(telling).or_else(|| lines().next()).unwrap_or("no reason given").to_owned()
}

fn is_afterthought(line: &str) -> bool {
    AFTERTHOUGHTS.iter().any(|afterthought| line.contains(afterthought))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_signal_is_the_reason_whatever_was_said_before() {
        let ended = |signal| reason_of(ExitStatus::from_raw(signal), b"frame dropped");
        assert!(ended(9).contains("memory"));
        assert_eq!(ended(11), "it was ended by signal 11");
        assert_eq!(reason_of(ExitStatus::from_raw(256), b"no such thing"), "no such thing");
    }

    #[test]
    fn what_ffmpeg_lacks_is_read_from_its_words() {
        let lacking = "[AVFilterGraph @ 0x5] No such filter: 'xfade'";
        assert_eq!(lacks(lacking).as_deref(), Some("filter xfade"));
        assert_eq!(lacks("Unknown encoder 'libx264'").as_deref(), Some("encoder libx264"));
        assert_eq!(lacks("Invalid data found"), None);
    }

    #[test]
    fn the_line_that_tells_most_is_the_reason() {
        for (stderr, expected) in [
            ("", "no reason given"),
            ("a.jpg: Invalid data found\nConversion failed!\n\n", "a.jpg: Invalid data found"),
            ("Conversion failed!", "Conversion failed!"),
            (
                "av_write_frame(): No space left on device\nError closing file",
                "av_write_frame(): No space left on device",
            ),
        ] {
            assert_eq!(reason(stderr.as_bytes()), expected);
        }
    }
}
