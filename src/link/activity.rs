//! The name of a tool, as the word that the activity line shows.

use super::notices::say;
use crate::language::Language;

/// Parts of tool names, and what work they stand for. The first that fits counts.
const WORK: [(&[&str], &str, &str); 6] = [
    (&["generat", "seedance", "text_to", "image_to"], "generating", "正在生成"),
    (&["bgm", "music", "sound", "audio"], "choosing music", "正在选配音乐"),
    (&["render", "export"], "rendering", "正在渲染"),
    (
        &["analy", "probe", "inspect", "read", "understand", "view"],
        "looking at the media",
        "正在查看素材",
    ),
    (&["upload", "import", "fetch", "download"], "fetching media", "正在获取素材"),
    (
        &["edit", "track", "title", "timeline", "trim", "cut", "text", "draft", "transition"],
        "editing the timeline",
        "正在编辑时间线",
    ),
];

/// What the agent does with a tool of this name.
pub(super) fn of_tool(name: &str, language: Language) -> String {
    let name = name.to_ascii_lowercase();
    let fits = |parts: &[&str]| parts.iter().any(|part| name.contains(part));
    match WORK.iter().find(|(parts, ..)| fits(parts)) {
        Some((_, english, chinese)) => say(language, english, chinese),
        None => say(language, "working", "正在处理"),
    }
}

/// The message waits for files.
pub(super) fn waiting_for_files(language: Language) -> String {
    say(language, "waiting for the files", "正在等待文件上传")
}

/// The agent thinks.
pub(super) fn thinking(language: Language) -> String {
    say(language, "thinking", "正在思考")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_tools_are_told_as_work_and_others_too() {
        for (tool, word) in [
            ("generate_video_with_seedance", "generating"),
            ("edit_multitrack", "editing the timeline"),
            ("search_bgm", "choosing music"),
            ("frobnicate", "working"),
        ] {
            assert_eq!(of_tool(tool, Language::English), word);
        }
    }
}
