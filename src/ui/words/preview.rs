//! The words of the preview.

use crate::language::Language;
use crate::link::NoPicture;

/// Why there is no picture, in a line.
#[must_use]
pub const fn no_picture(why: NoPicture, language: Language) -> &'static str {
    match (why, language) {
        (NoPicture::Elsewhere, Language::English) => {
            "No picture: before the export only the studio makes them, and this film is made elsewhere."
        }
        (NoPicture::Elsewhere, Language::Chinese) => {
            "没有画面：导出前只有工作室能生成画面，而这部影片在其他服务器上制作。"
        }
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

/// Why there are no small pictures in the lanes.
#[must_use]
pub const fn no_filmstrip(language: Language) -> &'static str {
    match language {
        Language::English => {
            "The filmstrip needs a film made in the studio, and a terminal that says it shows all colours \
             (COLORTERM=truecolor)."
        }
        Language::Chinese => {
            "胶片条需要在工作室制作的影片，以及声明支持全彩的终端（COLORTERM=truecolor）。"
        }
    }
}

/// Why they are not seen although they are wanted.
#[must_use]
pub const fn small_filmstrip(language: Language) -> &'static str {
    match language {
        Language::English => {
            "The filmstrip comes when the window is larger, or there are fewer tracks."
        }
        Language::Chinese => "窗口更大或轨道更少时才会显示胶片条。",
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
