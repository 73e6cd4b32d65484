//! The words of the preview.

use crate::language::Language;
use crate::link::NoPicture;

/// Why there is no picture, in a line.
#[must_use]
pub const fn no_picture(why: NoPicture, language: Language) -> &'static str {
    match (why, language) {
        (NoPicture::Elsewhere, Language::English) => {
            "No picture: this film is made on a server elsewhere."
        }
        (NoPicture::Elsewhere, Language::Chinese) => "没有画面：这部影片在其他服务器上制作。",
        (NoPicture::Failed, Language::English) => "No picture: this moment could not be made.",
        (NoPicture::Failed, Language::Chinese) => "没有画面：无法生成这一时刻的画面。",
    }
}

/// The pane's name.
#[must_use]
pub const fn title(language: Language) -> &'static str {
    match language {
        Language::English => "picture",
        Language::Chinese => "画面",
    }
}

/// While nothing lies on the timeline.
#[must_use]
pub const fn empty(language: Language) -> &'static str {
    match language {
        Language::English => "Nothing to see yet.",
        Language::Chinese => "还没有画面。",
    }
}

/// Why a picture is drawn as cells where the terminal could show its pixels.
#[must_use]
pub const fn slow_line(language: Language) -> &'static str {
    match language {
        Language::English => "coarse: the line is slow",
        Language::Chinese => "连接较慢，以色块显示",
    }
}

/// Where pictures are not wanted.
#[must_use]
pub const fn off(language: Language) -> &'static str {
    match language {
        Language::English => "Pictures are off in the settings ([screen] pictures).",
        Language::Chinese => "设置已关闭画面（[screen] pictures）。",
    }
}
