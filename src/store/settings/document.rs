//! What `cutroom doctor --config` prints: every key with its meaning and default, as a file that can
//! be saved as `config.toml` and edited.

use super::Settings;
use crate::language::Language;

/// Section, key, meaning in English and Chinese. A test holds this table against the settings themselves.
const KEYS: &[(&str, &str, &str, &str)] = &[
    (
        "general",
        "backend",
        "\"studio\", \"cloud\", or the address of a server of the same contract; what F6 in the editor \
         chooses is kept here",
        "\"studio\"、\"cloud\"，或同一协议的服务器地址；编辑器中用 F6 选择的结果记在这里",
    ),
    (
        "general",
        "profile",
        "the name of a built-in profile, or the path of a profile file",
        "内置配置的名称，或配置文件的路径",
    ),
    (
        "general",
        "language",
        "\"en\" or \"zh\"; otherwise the locale decides",
        "\"en\"或\"zh\"；不设则由系统语言环境决定",
    ),
    (
        "output",
        "dir",
        "folder for exports that name none; otherwise the current folder",
        "导出未指定文件时使用的文件夹；不设则为当前文件夹",
    ),
    (
        "output",
        "encoder",
        "what encodes H.264 in the studio: \"software\" (the same frames on every machine), \"auto\" (the \
         first one in hardware that works), \"nvenc\", \"qsv\", \"amf\", \"videotoolbox\" or \"vaapi\"",
        "本机工作室用什么编码 H.264：\"software\"（在任何机器上画面都相同）、\"auto\"（第一个可用的硬件编码器）、\
         \"nvenc\"、\"qsv\"、\"amf\"、\"videotoolbox\"或\"vaapi\"",
    ),
    (
        "output",
        "patience",
        "an ffmpeg that gets no further for so many seconds is ended",
        "ffmpeg 在这么多秒内没有进展就会被结束",
    ),
    ("timing", "scale", "multiplies every other value of this section", "本节其他各项都乘以这个值"),
    (
        "timing",
        "poll_busy",
        "between polls of the timeline while the agent works",
        "助手工作时，每隔多久查看一次时间线",
    ),
    (
        "timing",
        "poll_shared",
        "between polls of the timeline while another cutroom has it open too",
        "时间线在另一个 cutroom 中也打开时，每隔多久查看一次",
    ),
    (
        "timing",
        "still_working",
        "without text for this long, say that the agent is still working",
        "这么久没有文字，就说明助手仍在工作",
    ),
    (
        "timing",
        "heartbeats_only",
        "only heartbeats for this long count as timed out",
        "这么久只有心跳，就算超时",
    ),
    ("timing", "turn_limit", "the longest an answer may take", "一次回答最长多久"),
    (
        "timing",
        "recovery_first",
        "after a lost connection, before the first look at the timeline",
        "连接断开后，多久第一次查看时间线",
    ),
    ("timing", "recovery_next", "between further looks", "此后每隔多久再看"),
    (
        "timing",
        "render_poll_studio",
        "between looks at a render in the studio",
        "每隔多久查看一次本机工作室的渲染",
    ),
    (
        "timing",
        "render_poll_first",
        "before the first look at a render in the cloud",
        "云端渲染开始后，多久第一次查看",
    ),
    (
        "timing",
        "render_poll_longest",
        "the longest between looks at a render in the cloud",
        "云端渲染最长每隔多久查看一次",
    ),
    (
        "timing",
        "render_slow",
        "a render without an end for this long is called slow",
        "渲染这么久仍未结束，就说明较慢",
    ),
    (
        "timing",
        "retry_after",
        "before the one retry after \"too many requests\"",
        "遇到“请求过多”后，隔多久重试一次",
    ),
    (
        "timing",
        "request_limit",
        "for one request other than an answer, an upload or a download",
        "一次请求最长多久；回答、上传和下载除外",
    ),
    (
        "screen",
        "theme",
        "\"default\", \"dark\", \"light\", \"high-contrast\", \"mono\", \"graphite\", \"paper\", or the path of a \
         theme's file; otherwise \"light\" where the terminal says that it is, else \"default\"",
        "\"default\"、\"dark\"、\"light\"、\"high-contrast\"、\"mono\"、\"graphite\"、\"paper\"，或主题文件的路径；不设时，终端为浅色则用\"light\"，否则用\"default\"",
    ),
    (
        "screen",
        "mouse",
        "false leaves the mouse to the terminal, which selects text with it; otherwise Shift does that",
        "false 表示把鼠标留给终端，用于选择文字；否则按住 Shift 选择",
    ),
    (
        "screen",
        "hints",
        "false takes away the hints for who is new; each goes by itself once it was followed",
        "false 表示不显示新手提示；每条提示用过一次便不再出现",
    ),
    (
        "screen",
        "notify",
        "how to tell that long work has ended while another window has the focus: \"auto\", \"bell\" or \
         \"off\"",
        "焦点在其他窗口时，长任务结束如何通知：\"auto\"、\"bell\"或\"off\"",
    ),
    (
        "screen",
        "pictures",
        "how the film's picture is shown: \"auto\" (in pixels where the terminal says that it takes them and \
         the line is quick), \"kitty\", \"sixel\", \"iterm\", \"blocks\" or \"off\"; within tmux pixels \
         need its allow-passthrough",
        "影片画面如何显示：\"auto\"（终端支持且线路够快时用像素）、\"kitty\"、\"sixel\"、\"iterm\"、\"blocks\"或\"off\"；在 tmux 中显示像素需要 allow-passthrough",
    ),
    (
        "agent",
        "url",
        "a model of your own for the studio: an endpoint of the chat-completions form, such as \
         https://api.example.com/v1; http:// on this machine alone",
        "供工作室使用的自己的模型：chat-completions 形式的接口地址，如 https://api.example.com/v1；http:// 只限本机",
    ),
    ("agent", "model", "the model's name there", "模型在那里的名称"),
    (
        "agent",
        "key_env",
        "the variable of the environment that holds the key; none if it needs none",
        "存放密钥的环境变量；不需要密钥则不设",
    ),
    (
        "keys",
        "preset",
        "\"default\", \"vim\", \"resolve\" or \"losslesscut\"",
        "\"default\"、\"vim\"、\"resolve\"或\"losslesscut\"",
    ),
    (
        "keys",
        "edit_delay",
        "seconds for which an edit by key is shown before it is sent, in which Esc takes it back; 0 sends it at \
         once, small steps excepted",
        "按键剪辑在发送前显示的秒数，其间按 Esc 可撤回；0 表示立即发送，小步调整除外",
    ),
    (
        "keys",
        "bind",
        "actions by name, each with its keys, over those of the preset: \"timeline.start\" = [\"g g\"]; \
         an empty list takes the keys away; `cutroom doctor --keys` lists all names",
        "按名称给操作指定按键，优先于键位方案：\"timeline.start\" = [\"g g\"]；空列表表示去掉按键；`cutroom doctor --keys` 列出全部名称",
    ),
];

/// The settings as a commented file with every key at its default.
#[must_use]
pub fn document(language: Language) -> String {
    let defaults = toml::Table::try_from(Settings::default()).unwrap_or_default();
    let mut lines: Vec<String> = beginning(language).map(str::to_owned).into();
    let mut section = "";
    for (in_section, key, english, chinese) in KEYS {
        let meaning = match language {
            Language::English => english,
            Language::Chinese => chinese,
        };
        if *in_section != section {
            section = in_section;
            lines.push(format!("\n[{section}]"));
        }
        let default = defaults.get(section).and_then(|table| table.get(*key));
        lines.push(format!("# {meaning}"));
        lines.push(match default {
            Some(value) => format!("{key} = {value}"),
            None if *key == "bind" => format!("# {key} = {{ … }}"),
            None => format!("# {key} = \"…\""),
        });
    }
    lines.join("\n") + "\n"
}

const fn beginning(language: Language) -> [&'static str; 2] {
    match language {
        Language::English => [
            "# Settings of cutroom. Times are in seconds. Each key can also be given in the",
            "# environment as CUTROOM_SECTION_KEY, for example CUTROOM_TIMING_SCALE=0.5.",
        ],
        Language::Chinese => [
            "# cutroom 的设置。时间以秒为单位。每一项也可以用环境变量",
            "# CUTROOM_SECTION_KEY 给出，例如 CUTROOM_TIMING_SCALE=0.5。",
        ],
    }
}

/// Every key that can be given in the environment.
pub(super) fn in_environment() -> impl Iterator<Item = (&'static str, &'static str)> {
    keys().filter(|(_, key)| *key != "bind")
}

/// Every key of every section.
pub(super) fn keys() -> impl Iterator<Item = (&'static str, &'static str)> {
    KEYS.iter().map(|(section, key, ..)| (*section, *key))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_printed_file_is_the_defaults() {
        for language in [Language::English, Language::Chinese] {
            let printed = document(language);
            let read: Settings = toml::from_str(&printed).expect("what is printed can be read");
            assert_eq!(read, Settings::default());
        }
    }

    #[test]
    fn every_comment_is_in_the_language_that_is_asked_for() {
        let chinese = |line: &str| line.chars().any(|letter| letter > '\u{3000}');
        let comments = |text: String| -> Vec<String> {
            let comment = |line: &&str| line.starts_with("# ") && !line.contains(" = \"…\"");
            text.lines().filter(comment).map(str::to_owned).collect()
        };
        let english = comments(document(Language::English));
        assert!(english.iter().all(|line| !chinese(line)), "{english:#?}");
        let told = comments(document(Language::Chinese));
        assert_eq!(told.len(), english.len());
        let bind = |line: &&String| line.starts_with("# bind = ");
        assert!(told.iter().filter(|line| !bind(line)).all(|line| chinese(line)), "{told:#?}");
    }

    #[test]
    fn no_key_is_left_out_of_the_table() {
        let mut all = Settings::default();
        all.general.backend = Some(String::new());
        all.general.profile = Some(String::new());
        all.general.language = Some(String::new());
        all.screen.theme = Some(String::new());
        all.agent.url = Some(String::new());
        all.agent.model = Some(String::new());
        all.agent.key_env = Some(String::new());
        all.keys.preset = Some(String::new());
        all.keys.bind.insert(String::new(), Vec::new());
        all.output.dir = Some(std::path::PathBuf::new());
        let table = toml::Table::try_from(all).expect("settings are a table");
        let real: Vec<(String, String)> = table
            .iter()
            .flat_map(|(section, keys)| {
                let keys = keys.as_table().cloned().unwrap_or_default();
                keys.keys().map(|key| (section.clone(), key.clone())).collect::<Vec<_>>()
            })
            .collect();
        let mut listed: Vec<_> =
            keys().map(|(section, key)| (section.to_owned(), key.to_owned())).collect();
        let mut real = real;
        listed.sort();
        real.sort();
        assert_eq!(listed, real);
    }
}
