//! What ffmpeg tells of its progress with `-progress`: `key=value` lines, a block at a time.

/// How far a run is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Progress {
    /// Frames that have left the encoder.
    pub(crate) frames: u64,
    /// How much of the output is there, in microseconds of its own time.
    pub(crate) micros: u64,
}

impl Progress {
    /// Takes in one line; true when it says something new.
    pub(super) fn take(&mut self, line: &str) -> bool {
        let before = *self;
        match line.trim().split_once('=') {
            Some(("frame", count)) => update(&mut self.frames, count),
            Some(("out_time_us", count)) => update(&mut self.micros, count),
            _ => {}
        }
        *self != before
    }
}

/// Times are `N/A` or negative until the first packet is out.
fn update(value: &mut u64, text: &str) {
    if let Ok(count) = text.trim().parse() {
        *value = count;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_lines_with_news_count_as_news() {
        let mut progress = Progress::default();
        let lines = ["frame=0", "out_time_us=N/A", "frame=12", "fps=30.1", "frame= 12", "x"];
        let news: Vec<bool> = lines.iter().map(|line| progress.take(line)).collect();
        assert_eq!(news, [false, false, true, false, false, false]);
        assert!(progress.take("out_time_us=400000"));
        assert_eq!(progress, Progress { frames: 12, micros: 400_000 });
    }
}
