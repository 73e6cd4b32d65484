//! What `cutroom doctor` says, in both languages.

use std::path::Path;

use crate::language::Language;

/// Picks the words of a language.
pub(super) fn say(language: Language, english: &str, chinese: &str) -> String {
    match language {
        Language::English => english.to_owned(),
        Language::Chinese => chinese.to_owned(),
    }
}

/// How a finding is called to people; scripts see its name.
pub(super) fn title(language: Language, what: &str) -> String {
    let chinese = match what {
        "encoders" => "编码器",
        "fonts" => "字体",
        "backend" => "后端",
        "model" => "模型",
        "token" => "令牌",
        "terminal" => "终端",
        "keys" => "按键",
        "data" => "数据",
        "cache" => "缓存",
        "settings" => "设置",
        same => same,
    };
    say(language, what, chinese)
}

pub(super) fn state(language: Language, works: bool) -> String {
    if works { say(language, "ok", "正常") } else { say(language, "missing", "缺失") }
}

/// `lacking`: filters that only few films need.
pub(super) fn ffmpeg(language: Language, version: &str, lacking: &[&str]) -> String {
    match (language, lacking) {
        (Language::English, []) => format!("ffmpeg {version}, with H.264, AAC and all filters"),
        (Language::Chinese, []) => format!("ffmpeg {version}，含 H.264、AAC 及全部滤镜"),
        (Language::English, _) => format!(
            "ffmpeg {version}, without {}: HDR footage looks pale; install a complete one: \
             apt-get install ffmpeg",
            lacking.join(" and ")
        ),
        (Language::Chinese, _) => format!(
            "ffmpeg {version}，缺少 {}：HDR 素材会发灰；请安装完整版：apt-get install ffmpeg",
            lacking.join("、")
        ),
    }
}

pub(super) fn ffmpeg_without(language: Language, version: &str, missing: &str) -> String {
    match language {
        Language::English => format!(
            "ffmpeg {version} was built without {missing}; install a complete one: \
             apt-get install ffmpeg"
        ),
        Language::Chinese => {
            format!("ffmpeg {version} 缺少 {missing}；请安装完整版：apt-get install ffmpeg")
        }
    }
}

pub(super) fn no_ffmpeg(language: Language, reason: &str) -> String {
    match language {
        Language::English => format!("{reason}; install it with: apt-get install ffmpeg"),
        Language::Chinese => "ffmpeg 无法使用；安装方法：apt-get install ffmpeg".to_owned(),
    }
}

pub(super) fn no_font(language: Language, scripts: &[&str]) -> String {
    match language {
        Language::English => {
            let scripts = scripts.join(", ");
            format!("no font for {scripts}; install: apt-get install fonts-noto-cjk")
        }
        Language::Chinese => {
            let name = |script: &&str| match *script {
                "Latin" => "拉丁文".to_owned(),
                "Chinese" => "中文".to_owned(),
                other => other.to_owned(),
            };
            let scripts = scripts.iter().map(name).collect::<Vec<_>>().join("、");
            format!("没有可用于{scripts}的字体；安装方法：apt-get install fonts-noto-cjk")
        }
    }
}

pub(super) fn free(language: Language, folder: &Path, gigabytes: f64) -> String {
    let folder = folder.display();
    match language {
        Language::English => format!("{folder}, {gigabytes:.1} GB free"),
        Language::Chinese => format!("{folder}，剩余 {gigabytes:.1} GB"),
    }
}

pub(super) fn not_writable(language: Language, folder: &Path) -> String {
    let folder = folder.display();
    match language {
        Language::English => {
            format!("{folder} cannot be written; set CUTROOM_HOME to a folder that can")
        }
        Language::Chinese => format!("无法写入 {folder}；请把 CUTROOM_HOME 设为可写的文件夹"),
    }
}

pub(super) fn token_kept(language: Language, until: &str) -> String {
    match language {
        Language::English => format!("anonymous, kept until {until}"),
        Language::Chinese => format!("匿名令牌，保留至 {until}"),
    }
}
