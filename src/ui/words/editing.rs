//! The words about editing by key and about the drafts that were there before.

use crate::app::{EditRefusal, Fact};
use crate::language::Language;
use crate::language::edit::{Clip, Side};

pub use super::edit_in_short::edit_in_short;

/// The words of a language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "each field is the place where its words stand")]
pub struct EditingWords {
    pub go_to: &'static str,
    pub marker: &'static str,
    pub words_of: &'static str,
    pub sends: &'static str,
    pub drops: &'static str,
    pub ends: &'static str,
    pub goes: &'static str,
    pub keeps: &'static str,
    pub leaves: &'static str,
    pub goes_back: &'static str,
    pub to_now: &'static str,
    pub no_time: &'static str,
    pub no_marker: &'static str,
    pub past_refused: &'static str,
    pub turn_runs: &'static str,
    pub too_many_held: &'static str,
    pub held_dropped: &'static str,
    pub export_waits: &'static str,
    pub film_changed: &'static str,
    pub oldest_draft: &'static str,
    pub older_drafts_gone: &'static str,
    pub newest_draft: &'static str,
    pub no_difference: &'static str,
    pub other_drafts: &'static str,
}

/// The words of a language.
#[must_use]
pub const fn of(language: Language) -> &'static EditingWords {
    match language {
        Language::English => &ENGLISH,
        Language::Chinese => &CHINESE,
    }
}

static ENGLISH: EditingWords = EditingWords {
    go_to: "go to",
    marker: "marker",
    words_of: "words",
    sends: "sends",
    drops: "drops",
    ends: "ends it",
    goes: "goes there",
    keeps: "keeps it",
    leaves: "leaves",
    goes_back: "goes back to it",
    to_now: "back to now",
    no_time: "That is no time. Try 1:05, 12.5, 00:00:12:08, +20 (frames) or -1:05",
    no_marker: "No marker in that direction",
    past_refused: "This is an older draft. Esc comes back to now; then edit",
    turn_runs: "A turn runs. Wait for its end",
    too_many_held: "Too many keys wait for the turn that runs",
    held_dropped: "The turn was not finished; the keys that waited for it were dropped",
    export_waits: "The export begins when what was asked before it is done",
    film_changed: "The film has changed meanwhile, so this edit was not sent",
    oldest_draft: "There is no older draft",
    older_drafts_gone: "Drafts before this one are no longer kept",
    newest_draft: "This is the draft as it is now",
    no_difference: "Nothing differs.",
    other_drafts: "other drafts",
};

static CHINESE: EditingWords = EditingWords {
    go_to: "前往",
    marker: "标记",
    words_of: "文字",
    sends: "发送",
    drops: "放弃",
    ends: "结束",
    goes: "前往",
    keeps: "保存",
    leaves: "取消",
    goes_back: "回到此版",
    to_now: "回到现在",
    no_time: "这不是时间。可以写 1:05、12.5、00:00:12:08、+20（帧）或 -1:05",
    no_marker: "该方向没有标记",
    past_refused: "这是较早的草稿。按 Esc 回到现在再剪辑",
    turn_runs: "对话正在进行，请等它结束",
    too_many_held: "等待当前对话结束的按键太多",
    held_dropped: "这一轮没有成功，等待中的按键已放弃",
    export_waits: "等之前的要求完成后开始导出",
    film_changed: "影片已有变化，这个剪辑没有发送",
    oldest_draft: "没有更早的草稿",
    older_drafts_gone: "更早的草稿已不再保存",
    newest_draft: "这就是现在的草稿",
    no_difference: "没有差别。",
    other_drafts: "其他版本",
};

/// Why a key did nothing.
#[must_use]
pub const fn refused(language: Language, why: EditRefusal) -> &'static str {
    use EditRefusal as R;
    match (why, language) {
        (R::NoClip, Language::English) => "No clip is under the playhead on this track",
        (R::NoClip, Language::Chinese) => "该轨道在播放头处没有片段",
        (R::InTransition, Language::English) => "The playhead is in the transition into the clip",
        (R::InTransition, Language::Chinese) => "播放头在该片段开头的转场里",
        (R::AtEdge, Language::English) => "The playhead is at the edge of the clip",
        (R::AtEdge, Language::Chinese) => "播放头在片段边缘",
        (R::NoRange, Language::English) => "Mark a range first: i sets its start, o its end",
        (R::NoRange, Language::Chinese) => "请先标出范围：i 设入点，o 设出点",
        (R::Silent, Language::English) => "This track makes no sound",
        (R::Silent, Language::Chinese) => "该轨道没有声音",
        (R::Still, Language::English) => "A picture makes no sound",
        (R::Still, Language::Chinese) => "图片没有声音",
        (R::LoudnessEnd, Language::English) => "It cannot be louder or quieter than that",
        (R::LoudnessEnd, Language::Chinese) => "音量已到头",
        (R::FadeEnd, Language::English) => "The fade cannot be longer or shorter than that",
        (R::FadeEnd, Language::Chinese) => "淡化长度已到头",
        (R::NoRoom, Language::English) => "There is no room for it there",
        (R::NoRoom, Language::Chinese) => "那里没有空位",
        (R::TooShort, Language::English) => "The clip would be too short",
        (R::TooShort, Language::Chinese) => "片段会太短",
        (R::There, Language::English) => "It lies there already",
        (R::There, Language::Chinese) => "它已经在那里",
        (R::InOrder, Language::English) => {
            "Clips of the main track follow each other; move one under the playhead by its place"
        }
        (R::InOrder, Language::Chinese) => "主轨道的片段依次相接；请按次序移动播放头下的片段",
        (R::NoWords, Language::English) => "No text is under the playhead on this track",
        (R::NoWords, Language::Chinese) => "该轨道在播放头处没有文字",
        (R::BehindEnd, Language::English) => "The film has ended there; move the playhead back",
        (R::BehindEnd, Language::Chinese) => "播放头在影片结尾之后，请往前移",
    }
}

/// The file of a clip has no more on this side; on the other the key finds so much.
#[must_use]
pub fn footage_ends(
    language: Language,
    name: &str,
    length: &str,
    side: Side,
    other: Option<(String, String)>,
) -> String {
    match language {
        Language::English => {
            let (ends, there) =
                if side == Side::Start { ("begins", "end") } else { ("ends", "start") };
            let other = other.map_or(String::new(), |(key, more)| {
                format!("; {key} extends its {there} by up to {more}")
            });
            format!("{name} is {length} long and {ends} here{other}")
        }
        Language::Chinese => {
            let (ends, there) =
                if side == Side::Start { ("开始", "结尾") } else { ("结束", "开头") };
            let other = other.map_or(String::new(), |(key, more)| {
                format!("；按 {key} 可把{there}延长，最多 {more}")
            });
            format!("{name} 长 {length}，到这里{ends}{other}")
        }
    }
}

/// Which draft is looked at: `draft 3 of 7, 2 turns ago`.
#[must_use]
pub fn looks_at(language: Language, number: usize, count: usize, turns: u64) -> String {
    match (language, turns) {
        (Language::English, 0) => format!("draft {number} of {count}"),
        (Language::English, 1) => format!("draft {number} of {count}, 1 turn ago"),
        (Language::English, _) => format!("draft {number} of {count}, {turns} turns ago"),
        (Language::Chinese, 0) => format!("第 {number} 版，共 {count} 版"),
        (Language::Chinese, _) => format!("第 {number} 版，共 {count} 版，{turns} 轮之前"),
    }
}

/// What is on the screen before it is done: `expected: split clip 2`.
#[must_use]
pub fn expected(language: Language, edit: &str) -> String {
    match language {
        Language::English => format!("expected: {edit}"),
        Language::Chinese => format!("预计：{edit}"),
    }
}

/// The clips that are selected together.
#[must_use]
pub fn choosing(language: Language, track: &str, first: usize, last: usize) -> String {
    match language {
        Language::English if first == last => {
            format!("clip {first} on {track} is selected; move on to select more")
        }
        Language::English => format!("clips {first} to {last} on {track} are selected"),
        Language::Chinese if first == last => {
            format!("已选 {track} 第 {first} 段，移动播放头可多选")
        }
        Language::Chinese => format!("已选 {track} 第 {first} 到 {last} 段"),
    }
}

/// So many clips.
#[must_use]
pub fn clips(language: Language, count: usize) -> String {
    match language {
        Language::English => format!("{count} clips"),
        Language::Chinese => format!("{count} 段"),
    }
}

/// What is compared: `from draft 3 to 7`.
#[must_use]
pub fn compared(language: Language, from: usize, to: usize) -> String {
    match language {
        Language::English => format!("what changed from draft {from} to draft {to}"),
        Language::Chinese => format!("第 {from} 版到第 {to} 版的改动"),
    }
}

/// Edits and an export that wait.
#[must_use]
pub fn held(language: Language, edits: usize, export: bool) -> String {
    match (language, edits, export) {
        (Language::English, 0, _) => "the export waits for the turn that runs".into(),
        (Language::English, 1, false) => "1 edit waits for the turn that runs".into(),
        (Language::English, 1, true) => "1 edit and the export wait for the turn that runs".into(),
        (Language::English, _, false) => format!("{edits} edits wait for the turn that runs"),
        (Language::English, _, true) => {
            format!("{edits} edits and the export wait for the turn that runs")
        }
        (Language::Chinese, 0, _) => "导出等待当前这一轮结束".into(),
        (Language::Chinese, _, false) => format!("{edits} 个剪辑等待当前这一轮结束"),
        (Language::Chinese, _, true) => format!("{edits} 个剪辑和导出等待当前这一轮结束"),
    }
}

/// An export that waited for a turn which did not succeed.
#[must_use]
pub fn export_dropped(language: Language, key: &str) -> String {
    match language {
        Language::English => {
            format!(
                "Not exported: what it waited for was not done. {key} exports the film as it is."
            )
        }
        Language::Chinese => format!("没有导出：它所等待的要求没有完成。按 {key} 导出现在的影片。"),
    }
}

/// The wish for an older film, for whoever does not know it by its mark.
#[must_use]
pub fn as_it_was(language: Language, turns: u64, summary: &str) -> String {
    match (language, turns) {
        (Language::English, 0) => format!("bring the film back to how it was: {summary}"),
        (Language::English, 1) => {
            format!("bring the film back to how it was 1 turn ago: {summary}")
        }
        (Language::English, _) => {
            format!("bring the film back to how it was {turns} turns ago: {summary}")
        }
        (Language::Chinese, 0) => format!("请把影片恢复成之前的样子：{summary}"),
        (Language::Chinese, _) => format!("请把影片恢复成 {turns} 轮之前的样子：{summary}"),
    }
}

/// What an edit by key should have brought about and has not.
#[must_use]
pub fn not_done(language: Language, fact: &Fact, found: Option<&str>, nothing: bool) -> String {
    let wanted = wanted(language, fact);
    match language {
        Language::English => {
            let found = found.map(|found| format!(", but it is {found}")).unwrap_or_default();
            let rest = if nothing { "Nothing changed." } else { "What did change stands above." };
            format!("That did not happen as asked: {wanted}{found}. {rest}")
        }
        Language::Chinese => {
            let found = found.map(|found| format!("，现在是 {found}")).unwrap_or_default();
            let rest = if nothing { "影片没有变化。" } else { "实际的变化见上。" };
            format!("没有按要求完成：{wanted}{found}。{rest}")
        }
    }
}

fn wanted(language: Language, fact: &Fact) -> String {
    match language {
        Language::English => wanted_english(fact),
        Language::Chinese => wanted_chinese(fact),
    }
}

fn wanted_english(fact: &Fact) -> String {
    let named = |clip: &Clip| format!("clip {} on {}", clip.number, clip.track);
    match fact {
        Fact::Count { track, count } => format!("the number of clips on {track} should be {count}"),
        Fact::Starts(clip, at) => format!("the start of {} should be {at}", named(clip)),
        Fact::Lasts(clip, length) => format!("the length of {} should be {length}", named(clip)),
        Fact::Lies { track, at, .. } => format!("a clip on {track} should start at {at}"),
        Fact::Shows(clip, label) => format!("{} should be {label}", named(clip)),
        Fact::Volume(clip, percent) => {
            format!("the volume of {} should be {percent}%", named(clip))
        }
        Fact::Fade(clip, Side::Start, length) => {
            format!("the fade-in of {} should be {length}", named(clip))
        }
        Fact::Fade(clip, Side::End, length) => {
            format!("the fade-out of {} should be {length}", named(clip))
        }
        Fact::Says(clip, words) => format!("{} should say “{words}”", named(clip)),
        Fact::Placed { name, at, .. } => format!("{name} should start at {at}"),
        Fact::Film(length) => format!("the length of the film should be {length}"),
        Fact::Same => "the film should be the older one".into(),
        Fact::Undone => "the film should be as it was before the last change".into(),
        Fact::Redone => "the film should be as it was before undo".into(),
    }
}

fn wanted_chinese(fact: &Fact) -> String {
    let named = |clip: &Clip| format!("{}第 {} 段", clip.track, clip.number);
    match fact {
        Fact::Count { track, count } => format!("{track} 的片段数应为 {count}"),
        Fact::Starts(clip, at) => format!("{}的开始应为 {at}", named(clip)),
        Fact::Lasts(clip, length) => format!("{}的长度应为 {length}", named(clip)),
        Fact::Lies { track, at, .. } => format!("{track} 上应有片段从 {at} 开始"),
        Fact::Shows(clip, label) => format!("{}应为 {label}", named(clip)),
        Fact::Volume(clip, percent) => format!("{}的音量应为 {percent}%", named(clip)),
        Fact::Fade(clip, Side::Start, length) => format!("{}的淡入应为 {length}", named(clip)),
        Fact::Fade(clip, Side::End, length) => format!("{}的淡出应为 {length}", named(clip)),
        Fact::Says(clip, words) => format!("{}的文字应为“{words}”", named(clip)),
        Fact::Placed { name, at, .. } => format!("{name} 应从 {at} 开始"),
        Fact::Film(length) => format!("影片长度应为 {length}"),
        Fact::Same => "影片应为较早的那一版".into(),
        Fact::Undone => "影片应恢复到上一次修改之前".into(),
        Fact::Redone => "影片应恢复到撤销之前".into(),
    }
}

/// A letter does nothing on a film; `keys` are those of the help and to the message.
#[must_use]
pub fn no_key(language: Language, letter: char, [help, next]: &[String; 2]) -> String {
    match language {
        Language::English => {
            format!(
                "“{letter}” is no key here. {help} lists the keys, {next} goes to the next pane"
            )
        }
        Language::Chinese => {
            format!("“{letter}”在这里不是按键。按 {help} 查看按键，按 {next} 到下一栏")
        }
    }
}
