//! What is said of a render that failed or did less than it should.

use std::path::Path;

use crate::language::{Language, Problem};
use crate::studio::render;

/// Why there is no film in this folder, in one sentence.
pub(super) fn failure(error: &render::Error, folder: &Path, language: Language) -> String {
    match error.problem(folder) {
        // Whoever reads this says itself that the render failed.
        Problem::RenderFailed { reason } => reason,
        problem => problem.line(language),
    }
}

/// What is said when the render failed in a way it must not.
pub(super) fn mistake(language: Language) -> String {
    match language {
        Language::English => "The renderer made a mistake; the log has more.".to_owned(),
        Language::Chinese => "渲染器出错，详情见日志。".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use std::io;

    use super::*;
    use crate::studio::ffmpeg;

    #[test]
    fn what_a_person_can_act_on_is_told_in_their_language() {
        let full = render::Error::Write {
            path: "/x".into(),
            source: io::Error::from(io::ErrorKind::StorageFull),
        };
        let told = failure(&full, Path::new("/films"), Language::English);
        assert!(told.contains("The disk is full at /x"), "{told}");
        assert!(failure(&full, Path::new("/x"), Language::Chinese).contains("已满"));
        let missing = render::Error::Ffmpeg(ffmpeg::Error::Missing("ffmpeg"));
        assert!(
            failure(&missing, Path::new("/x"), Language::English)
                .contains("apt-get install ffmpeg")
        );
    }
}
