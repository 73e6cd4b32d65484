//! What a sentence asks of the program itself, before anything is sent to the agent.
//!
//! The decision is about the whole request: `export it as mp4` is an export, while
//! `add a title saying "Export 2026"` is an edit that happens to hold the word. So a sentence is an
//! order to the program only when *every* word of it belongs to that order; one word more, and it
//! goes to the agent, who is the one to understand the rest.

mod chinese;
mod english;
mod paths;

use std::path::PathBuf;

use super::Language;

pub use paths::words_as_paths;

/// Where a sentence goes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Route {
    /// Render the film and save it; into this file, where one is named.
    Export {
        /// As the user wrote it.
        path: Option<PathBuf>,
    },
    /// Show the credits.
    Credits,
    /// Show what is on the timeline.
    Status,
    /// Add these files; none named means: say how it is done.
    Upload(Vec<String>),
    /// Anything else.
    Agent,
}

/// Decides where a sentence goes.
#[must_use]
pub fn route(sentence: &str) -> Route {
    let sentence = sentence.trim();
    if let Some(paths) = paths::upload(sentence) {
        return Route::Upload(paths);
    }
    let found = match Language::of_sentence(sentence) {
        Some(Language::Chinese) => chinese::order(sentence),
        _ => english::order(sentence),
    };
    found.unwrap_or(Route::Agent)
}

/// A word that can only be the name of a film to be saved.
fn film_path(word: &str) -> Option<PathBuf> {
    let name = word.trim_matches(|letter| matches!(letter, '"' | '\'' | '“' | '”' | '「' | '」'));
    let (stem, ending) = name.rsplit_once('.')?;
    let known = ["mp4", "mov", "webm", "mkv"].contains(&ending.to_ascii_lowercase().as_str());
    (known && !stem.is_empty()).then(|| PathBuf::from(name))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn export() -> Route {
        Route::Export { path: None }
    }

    fn upload(paths: &[&str]) -> Route {
        Route::Upload(paths.iter().map(|path| (*path).to_owned()).collect())
    }

    #[test]
    fn orders_to_the_program_are_told_from_requests_to_the_agent() {
        let exports = [
            "export",
            "Export!",
            "export it",
            "please export it as mp4",
            "export the video",
            "export the final video now",
            "can you export this?",
            "could you export the film please",
            "download",
            "download the video",
            "download it",
            "send me the video",
            "give me the mp4",
            "render it",
            "render the video",
            "save the video",
            "ok, export",
            "now export it",
            "go ahead and export",
            "let's export",
            "I want to download the video",
            "export as MP4",
            "export video",
            "Export the timeline",
            "export in 1080p",
            "i'd like to export now",
            "导出",
            "导出视频",
            "请导出",
            "帮我导出视频",
            "导出为mp4",
            "导出成 MP4 格式",
            "下载",
            "下载视频",
            "把视频导出",
            "把它导出来吧",
            "现在导出",
            "可以导出了吗？",
            "请把成片下载给我",
            "我要导出",
            "我想下载这个视频",
            "麻烦导出一下",
            "渲染视频",
            "把视频发给我",
        ];
        let credits = [
            "credits",
            "balance",
            "my credits",
            "show credits",
            "show me my balance",
            "how many credits do I have?",
            "how many credits do i have left",
            "check my balance",
            "what's my balance?",
            "what is my credit balance",
            "credits left?",
            "积分",
            "余额",
            "查看积分",
            "我还有多少积分？",
            "查询余额",
            "剩余积分",
            "显示我的余额",
            "还剩多少积分",
        ];
        let status = [
            "status",
            "show tracks",
            "show me the tracks",
            "show the timeline",
            "show status",
            "what's the status?",
            "list the tracks",
            "timeline",
            "tracks",
            "状态",
            "查看状态",
            "显示轨道",
            "看看时间线",
            "显示时间线",
            "当前状态",
            "现在的状态",
        ];
        let agent = [
            "add a title saying \"Export 2026\"",
            "add a title \"export\"",
            "title: credits",
            "add credits at the end",
            "roll the credits",
            "export only the first clip to the end card",
            "make a video about export markets",
            "render it in black and white",
            "save the second clip for later",
            "download music from youtube",
            "send me a coffee",
            "make the balance between music and voice better",
            "the white balance is off",
            "show the logo at the end",
            "show a title",
            "track 2 should be quieter",
            "redo",
            "regenerate",
            "undo",
            "make a 30-second promo",
            "add music",
            "status bar at the top",
            "give me a vertical video",
            "send the video to the back",
            "upload it to youtube",
            "exportieren",
            "add the text status",
            "what is a timeline",
            "",
            "   ",
            "?!",
            "加一个标题“导出”",
            "添加标题：积分",
            "在片尾加上积分二字",
            "重新生成",
            "把导出两个字放到标题里",
            "做一个30秒的视频",
            "加音乐",
            "下载速度太慢的画面剪掉",
            "白平衡不对",
            "状态栏放上面",
            "显示标题",
            "撤销",
            "上传到抖音",
            "给视频加上余额不足的字幕",
        ];
        let tables = [
            (exports.as_slice(), export()),
            (&credits, Route::Credits),
            (&status, Route::Status),
            (&agent, Route::Agent),
        ];
        for (sentences, expected) in tables {
            for sentence in sentences {
                assert_eq!(route(sentence), expected, "{sentence}");
            }
        }
    }

    #[test]
    fn an_export_may_name_its_file() {
        for (sentence, path) in [
            ("export to out.mp4", "out.mp4"),
            ("export it as ~/Videos/Summer.mp4", "~/Videos/Summer.mp4"),
            ("save the video as \"a b.mp4\"", "a b.mp4"),
            ("导出到 out.mp4", "out.mp4"),
            ("把视频导出为/tmp/夏天.mp4", "/tmp/夏天.mp4"),
        ] {
            assert_eq!(route(sentence), Route::Export { path: Some(path.into()) }, "{sentence}");
        }
    }

    #[test]
    fn upload_takes_the_rest_as_paths() {
        assert_eq!(route("upload a.jpg"), upload(&["a.jpg"]));
        assert_eq!(route("Upload \"my clip.mp4\" b.png"), upload(&["my clip.mp4", "b.png"]));
        assert_eq!(route("upload my\\ clip.mp4"), upload(&["my clip.mp4"]));
        assert_eq!(route("upload file:///tmp/a%20b.mp4"), upload(&["/tmp/a b.mp4"]));
        assert_eq!(route("please upload ~/x.mp4"), upload(&["~/x.mp4"]));
        assert_eq!(route("上传 a.jpg 和 b.jpg"), upload(&["a.jpg", "b.jpg"]));
        assert_eq!(route("上传：/tmp/日落.jpg"), upload(&["/tmp/日落.jpg"]));
        assert_eq!(route("upload"), upload(&[]));
        assert_eq!(route("上传文件"), upload(&[]));
        assert_eq!(route("upload a file"), upload(&[]));
    }
}
