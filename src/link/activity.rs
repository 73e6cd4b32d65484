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

/// What the agent does with a tool of this name. Making footage takes by far the longest, so there it
/// is said how long that usually is, where the profile knows.
pub(super) fn of_tool(name: &str, language: Language, usual_wait: &str) -> String {
    let name = name.to_ascii_lowercase();
    let fits = |parts: &[&str]| parts.iter().any(|part| name.contains(part));
    match WORK.iter().position(|(parts, ..)| fits(parts)) {
        Some(GENERATING) => with_usual_wait(say_work(GENERATING, language), usual_wait, language),
        Some(work) => say_work(work, language),
        None => say(language, "working", "正在处理"),
    }
}

/// The place of making footage in [`WORK`].
const GENERATING: usize = 0;

fn say_work(work: usize, language: Language) -> String {
    let (_, english, chinese) = WORK[work];
    say(language, english, chinese)
}

/// `usual_wait` as profiles write it: `1–2 min`, `30–60 s`.
fn with_usual_wait(work: String, usual_wait: &str, language: Language) -> String {
    if usual_wait.is_empty() {
        return work;
    }
    match language {
        Language::English => format!("{work} (usually {usual_wait})"),
        Language::Chinese => {
            let wait = usual_wait.replace("min", "分钟").replace('s', "秒");
            format!("{work}（通常 {wait}）")
        }
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
            assert_eq!(of_tool(tool, Language::English, ""), word);
        }
    }

    #[test]
    fn making_footage_is_told_with_its_usual_wait() {
        let told = |tool, language| of_tool(tool, language, "1–2 min");
        let generating = "generating (usually 1–2 min)";
        assert_eq!(told("text_to_video", Language::English), generating);
        let generating = "正在生成（通常 1–2 分钟）";
        assert_eq!(told("text_to_video", Language::Chinese), generating);
        assert_eq!(told("edit_title", Language::English), "editing the timeline");
    }
}
