//! Why a tool failed, out of the many lines that it wrote.

/// What a full disk is called in any tool's words.
pub(super) const DISK_FULL: &str = "No space left on device";

/// Lines with which ffmpeg ends after it has said what is wrong.
const AFTERTHOUGHTS: [&str; 6] = [
    "Conversion failed!",
    "Error while filtering",
    "Error writing trailer",
    "Task finished with error",
    "Terminating thread with return code",
    "Nothing was written into output file",
];

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
