//! The words of the preview.

use crate::language::Language;
use crate::link::NoPicture;

/// Why there is no picture, in a line.
#[must_use]
pub fn no_picture(why: &NoPicture, language: Language) -> String {
    match (why, language) {
        (NoPicture::Elsewhere, Language::English) => {
            "No picture: this film is made elsewhere, and nothing of it is known here.".into()
        }
        (NoPicture::Elsewhere, Language::Chinese) => {
            "没有画面：这部影片在其他服务器上制作，本机没有它的内容。".into()
        }
        (NoPicture::Missing(name), Language::English) if name.is_empty() => {
            "No picture: what is seen here is not on this machine.".into()
        }
        (NoPicture::Missing(name), Language::Chinese) if name.is_empty() => {
            "没有画面：这里的内容不在本机上。".into()
        }
        (NoPicture::Missing(name), Language::English) => {
            format!("No picture: {name} is not on this machine.")
        }
        (NoPicture::Missing(name), Language::Chinese) => format!("没有画面：{name} 不在本机上。"),
        (NoPicture::Unsaid(name), Language::English) => {
            format!("No picture: the film does not say which part of {name} is seen here.")
        }
        (NoPicture::Unsaid(name), Language::Chinese) => {
            format!("没有画面：影片没有说明这里用的是 {name} 的哪一段。")
        }
        (NoPicture::Failed, Language::English) => {
            "No picture: this moment could not be made.".into()
        }
        (NoPicture::Failed, Language::Chinese) => "没有画面：无法生成这一时刻的画面。".into(),
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

/// Why the picture stands while the film plays.
#[must_use]
pub const fn held(language: Language) -> &'static str {
    match language {
        Language::English => "held: the line is slow",
        Language::Chinese => "连接较慢，停下后更新",
    }
}

/// Why there are no small pictures in the lanes: the film is made elsewhere, or the terminal lacks colours.
#[must_use]
pub const fn no_filmstrip(language: Language, is_elsewhere: bool) -> &'static str {
    match (language, is_elsewhere) {
        (Language::English, true) => "The filmstrip needs a film made in the studio.",
        (Language::Chinese, true) => "胶片条需要在工作室制作的影片。",
        (Language::English, false) => {
            "The filmstrip needs pictures switched on and a terminal that says it shows all colours \
             (COLORTERM=truecolor)."
        }
        (Language::Chinese, false) => {
            "胶片条需要开启画面，以及声明支持全彩的终端（COLORTERM=truecolor）。"
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
