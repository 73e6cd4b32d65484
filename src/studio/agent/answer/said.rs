//! Sentences about what was done and what was not understood.

use super::super::plan::Note;
use super::super::request::{Reading, Topic};
use super::super::scene::Scene;
use super::super::turn::Wandered;
use super::super::words::Beyond;
use super::{Told, example, export, refused};
use crate::draft::{Canvas, Draft, Kind, Millis, Mood};
use crate::language::Language;
use Language::{Chinese, English};

/// The film's length as its pictures give it, else as anything on it does.
fn length(draft: &Draft) -> Millis {
    let pictures =
        draft.track(Kind::Video).map(crate::draft::Track::end).filter(|end| !end.is_zero());
    pictures.unwrap_or_else(|| draft.duration())
}

/// A time for people. The unit stays on the line of its number.
pub fn seconds(time: Millis, language: Language) -> String {
    let number = time.to_string();
    let number = number.trim_end_matches('s');
    match language {
        English => format!("{number}\u{a0}s"),
        Chinese => format!("{number}\u{a0}秒"),
    }
}

/// A new film is there, and what is on it: one paragraph, as its parts belong together.
pub fn made(draft: &Draft, facts: &[String], language: Language) -> String {
    let length = seconds(length(draft), language);
    match language {
        English => format!("Made a film of {length}. {}.", facts.join(". ")),
        Chinese => format!("已做好一个 {length}的影片。{}。", facts.join("。")),
    }
}

/// What was asked for was so before.
pub fn already_so(language: Language) -> String {
    match language {
        English => "Nothing changed: it was like that already.".into(),
        Chinese => "没有改动：原来就是这样。".into(),
    }
}

/// Steps were taken back or forward.
pub fn wandered(wandered: Wandered, language: Language) -> String {
    match (wandered, language) {
        (Wandered::Back(1), English) => "Undone.".into(),
        (Wandered::Back(steps), English) => format!("Undone, {steps} steps."),
        (Wandered::Forward(1), English) => "Redone.".into(),
        (Wandered::Forward(steps), English) => format!("Redone, {steps} steps."),
        (Wandered::Only, English) => "Undone; what came after it stays.".into(),
        (Wandered::Only, Chinese) => "已撤销这一项，后面的改动保留。".into(),
        (Wandered::Gone, English) => "Nothing changed: nothing of that is left.".into(),
        (Wandered::Gone, Chinese) => "没有改动：那次改动已经不在了。".into(),
        (Wandered::Never, English) => {
            "Nothing of that kind was done, so there is nothing of it to undo.".into()
        }
        (Wandered::Never, Chinese) => "没有做过这样的改动，没有可以撤销的。".into(),
        (Wandered::Covered, English) => {
            "Later changes build on that, so it cannot be undone alone. “undo” takes back the last \
             one; “undo 3 steps” takes back several."
                .into()
        }
        (Wandered::Covered, Chinese) => {
            "后面的改动以它为基础，不能单独撤销。“撤销”撤回最近一次，“撤销3步”撤回几次。".into()
        }
        (Wandered::To(version) | Wandered::Nowhere(version), English) => {
            format!("Back to version {version}.")
        }
        (Wandered::To(version) | Wandered::Nowhere(version), Chinese) => {
            format!("已回到第 {version} 版。")
        }
        (Wandered::Back(1), Chinese) => "已撤销。".into(),
        (Wandered::Back(steps), Chinese) => format!("已撤销 {steps} 步。"),
        (Wandered::Forward(1), Chinese) => "已重做。".into(),
        (Wandered::Forward(steps), Chinese) => format!("已重做 {steps} 步。"),
    }
}

/// The film's length, where it is another one now and the headline has not told it.
pub fn new_length(told: &Told, draft: &Draft, language: Language) -> Option<String> {
    let now = length(draft);
    if told.made || now == length(&told.before) || now.is_zero() {
        return None;
    }
    let now = seconds(now, language);
    Some(match language {
        English => format!("The film is {now} long now."),
        Chinese => format!("影片现在长 {now}。"),
    })
}

/// Why something came out otherwise.
pub fn note(note: &Note, draft: &Draft, language: Language) -> String {
    let time = |time: &Millis| seconds(*time, language);
    match (note, language) {
        (Note::Replaced, English) => {
            "It replaces the film that was there; “undo” brings that back.".into()
        }
        (Note::Replaced, Chinese) => "原来的影片已被替换；说“撤销”即可恢复。".into(),
        (Note::TransitionsShortened { asked }, English) => format!(
            "Transitions of {} are too long for these pieces: they take at most a third of the shorter one.",
            time(asked)
        ),
        (Note::TransitionsShortened { asked }, Chinese) => {
            format!("{}的转场对这些片段太长：转场最多占较短片段的三分之一。", time(asked))
        }
        (Note::TempoBeyond { mood }, _) => tempo_beyond(*mood, language),
        (Note::Loudest, English) => "100% is the most.".into(),
        (Note::Loudest, Chinese) => "音量最大是 100%。".into(),
        (Note::CutAtEnd { length }, English) => {
            format!("It is only {} long, so it was cut there.", time(length))
        }
        (Note::CutAtEnd { length }, Chinese) => format!("总共只有 {}，到此为止。", time(length)),
        (Note::WordsMissing, English) => {
            "No words were added, as you did not say which. Try: add a title \"Hello\" from 2s to 5s".into()
        }
        (Note::WordsMissing, Chinese) => "没有说要显示什么文字，所以没有加。可以这样说：在第2秒到第5秒加标题“你好”".into(),
        (
            Note::FootageTooShort { .. }
            | Note::ClipsTooShort { .. }
            | Note::MusicEndsEarly { .. }
            | Note::ReplacementShorter { .. },
            _,
        ) => too_short(note, draft, language),
        (Note::SubtitlesCut { .. } | Note::EntriesUnread { .. }, _) => subtitles(note, language),
        (Note::WordsFromNames | Note::NoDates, _) => by_names(note, language),
        (Note::AfterOthers, English) => "Words in the same place follow each other.".into(),
        (Note::AfterOthers, Chinese) => "同一位置的文字依次出现。".into(),
        (Note::AsFilmed(canvas), _) => as_filmed(*canvas, language),
        (Note::Without(refusal), language) => refused::told(refusal, language),
        (Note::OthersStay { words, tracks }, _) => others_stay(*words, tracks, language),
    }
}

/// What had less than was asked for.
fn too_short(note: &Note, draft: &Draft, language: Language) -> String {
    let time = |time: &Millis| seconds(*time, language);
    match (note, language) {
        (Note::FootageTooShort { asked }, English) => {
            format!(
                "You asked for {}, but footage cannot be stretched and there is only enough for {}.",
                time(asked),
                time(&length(draft))
            )
        }
        (Note::FootageTooShort { asked }, Chinese) => {
            format!("您要的是 {}，但视频素材不能拉长，只够 {}。", time(asked), time(&length(draft)))
        }
        (Note::ClipsTooShort { count: 1, asked }, English) => {
            format!("One clip is shorter than {} and keeps what it has.", time(asked))
        }
        (Note::ClipsTooShort { count, asked }, English) => {
            format!("{count} clips are shorter than {} and keep what they have.", time(asked))
        }
        (Note::ClipsTooShort { count, asked }, Chinese) => {
            format!("有 {count} 个片段不足 {}，保持原长。", time(asked))
        }
        (Note::MusicEndsEarly { name, length }, English) => {
            format!("{name} is only {} long, so the film ends without it.", time(length))
        }
        (Note::MusicEndsEarly { name, length }, Chinese) => {
            format!("{name} 只有 {}，影片后面没有音乐。", time(length))
        }
        (Note::ReplacementShorter { name, length }, English) => {
            format!("{name} is only {} long, so the clip is shorter now.", time(length))
        }
        (Note::ReplacementShorter { name, length }, Chinese) => {
            format!("{name} 只有 {}，所以片段变短了。", time(length))
        }
        _ => String::new(),
    }
}

/// The picture that a new film has from its footage.
fn as_filmed(canvas: Canvas, language: Language) -> String {
    let Canvas { width, height, rate } = canvas;
    let rate = (rate.as_f64() * 100.0).round() / 100.0;
    match language {
        English => format!("The picture is {width}×{height} at {rate}\u{a0}fps, like its footage."),
        Chinese => format!("画面与素材相同：{width}×{height}，每秒 {rate}\u{a0}帧。"),
    }
}

/// What of a file of subtitles is not on the film.
fn subtitles(note: &Note, language: Language) -> String {
    match (note, language) {
        (Note::SubtitlesCut { left_out: 0, length }, English) => {
            format!(
                "The film is only {} long, so the last subtitle ends there.",
                seconds(*length, language)
            )
        }
        (Note::SubtitlesCut { left_out: 0, length }, Chinese) => {
            format!("影片只有 {}，最后一条字幕到此为止。", seconds(*length, language))
        }
        (Note::SubtitlesCut { left_out, length }, English) => {
            let (what, are) =
                if *left_out == 1 { ("subtitle", "is") } else { ("subtitles", "are") };
            format!(
                "The film is only {} long, so {left_out} {what} after it {are} left out.",
                seconds(*length, language)
            )
        }
        (Note::SubtitlesCut { left_out, length }, Chinese) => {
            format!("影片只有 {}，后面的 {left_out} 条字幕没有加。", seconds(*length, language))
        }
        (Note::EntriesUnread { name, count: 1 }, English) => {
            format!("One entry of {name} could not be read and is left out.")
        }
        (Note::EntriesUnread { name, count }, English) => {
            format!("{count} entries of {name} could not be read and are left out.")
        }
        (Note::EntriesUnread { name, count }, Chinese) => {
            format!("{name} 里有 {count} 条读不出来，没有加。")
        }
        _ => String::new(),
    }
}

/// What the names of the files told, or did not.
fn by_names(note: &Note, language: Language) -> String {
    match (note, language) {
        (Note::WordsFromNames, English) => {
            "The words are the names of the files, as you did not say which; for others: change the caption “…” to “…”".into()
        }
        (Note::WordsFromNames, Chinese) => "没有说写什么，所以用了文件名；要改请说：把字幕“…”改成“…”".into(),
        (_, English) => {
            "The names of the files tell no dates, so they are in the order in which they came.".into()
        }
        (_, Chinese) => "文件名里没有日期，所以按添加的先后排列。".into(),
    }
}

/// What did not move along with the main track.
fn others_stay(words: bool, tracks: &[String], language: Language) -> String {
    match (words, tracks, language) {
        (true, [], English) => "Titles and captions keep their times.".into(),
        (true, [], Chinese) => "标题和字幕的时间不变。".into(),
        (true, _, English) => {
            format!("Titles, captions and what lies on {} keep their times.", tracks.join(", "))
        }
        (true, _, Chinese) => format!("标题、字幕和 {} 上内容的时间不变。", tracks.join("、")),
        (false, _, English) => format!("What lies on {} keeps its time.", tracks.join(", ")),
        (false, _, Chinese) => format!("{} 上内容的时间不变。", tracks.join("、")),
    }
}

/// What was not understood, or is done elsewhere or not at all.
pub fn unmet(reading: &Reading, scene: &Scene, language: Language) -> String {
    match reading {
        Reading::Understood { .. } => String::new(),
        Reading::Unclear { words, topic, .. } => {
            unclear(words, &example::example(*topic, scene, language), language)
        }
        Reading::Beyond { what, words } => beyond(*what, words, language),
    }
}

/// What was understood waits for what was not.
pub fn held_back(language: Language) -> String {
    match language {
        English => "The rest was not done either, so that the film is not half of what you asked for. Say that part \
             otherwise, or the rest alone."
            .into(),
        Chinese => "其余部分也先没有做，免得影片只改了一半。请换个说法说这部分，或者只说其余的。".into(),
    }
}

fn unclear(words: &[String], example: &str, language: Language) -> String {
    let quoted: Vec<String> = words.iter().map(|word| format!("“{word}”")).collect();
    match (words.is_empty(), language) {
        (true, English) => {
            format!("I did not understand that, so nothing came of it. Try: {example}")
        }
        (false, English) => {
            format!(
                "I did not understand {}, so nothing came of that part. Try: {example}",
                quoted.join(", ")
            )
        }
        (true, Chinese) => format!("这句没有听懂，所以没有动。可以这样说：{example}"),
        (false, Chinese) => {
            format!("没有听懂{}，这部分没有动。可以这样说：{example}", quoted.join("、"))
        }
    }
}

fn beyond(what: Beyond, words: &str, language: Language) -> String {
    match (what, language) {
        (Beyond::Generate, English) => "Footage cannot be generated here, only made from your own files. The cloud can: start with --cloud. \
             Backgrounds can: add an animated background for 5 seconds. Or add files (upload PATH, paste or drop) and say: make a 20-second video from these pictures"
            .into(),
        (Beyond::Generate, Chinese) => "这里不能凭空生成画面，只能用您自己的素材。云端可以：用 --cloud 启动。\
             背景可以生成：加一个5秒的动态背景。或者先添加文件（upload 路径，粘贴或拖入），再说：用这些图片做一个20秒的视频"
            .into(),
        (Beyond::Speech, English) => format!(
            "“{words}” needs to understand or make speech, which is not done here. Captions can be written: add a caption \"Hello\" from 2s to 5s"
        ),
        (Beyond::Speech, Chinese) => {
            format!("“{words}”需要语音识别或合成，这里没有。可以自己写字幕：在第2秒到第5秒加字幕“你好”")
        }
        (Beyond::Download, English) => {
            "Nothing is fetched from the web here. Save the file on this machine and add it: upload PATH".into()
        }
        (Beyond::Download, Chinese) => "这里不从网上下载。请先把文件存到本机，再添加：upload 路径".into(),
        (Beyond::Export, _) => export::told(words, language),
        (Beyond::Other, English) => format!(
            "“{words}” is not something I can do yet, so nothing came of that part. I can make a film from your files, cut and \
             order it, and add titles, music, transitions and fades."
        ),
        (Beyond::Other, Chinese) => {
            format!("还不会“{words}”，这部分没有动。我会用您的素材做影片、剪短、排序，并加标题、音乐、转场和淡入淡出。")
        }
    }
}

/// Words in the description of a new film that changed nothing about it.
pub fn passed_over(words: &[String], language: Language) -> String {
    let quoted: Vec<String> = words.iter().map(|word| format!("“{word}”")).collect();
    match language {
        English => format!("Not used, as I do not know what to do with it: {}.", quoted.join(", ")),
        Chinese => format!("没有用上：{}。", quoted.join("、")),
    }
}

/// What was taken for a remark and not for a wish: it may have been one.
pub fn remarks(words: &[String], language: Language) -> String {
    let quoted: Vec<String> = words.iter().map(|word| format!("“{word}”")).collect();
    match language {
        English => format!("I took this as a remark, not as a wish: {}.", quoted.join(", ")),
        Chinese => format!("以下当作说明，没有当作要求：{}。", quoted.join("、")),
    }
}

/// A sentence with nothing in it.
pub fn nothing_heard(scene: &Scene, language: Language) -> String {
    let example = example::example(Topic::Make, scene, language);
    match language {
        English => format!("Say what to do, for example: {example}"),
        Chinese => format!("请说要做什么，例如：{example}"),
    }
}

/// How slow and how fast music of a mood can be.
fn tempo_beyond(mood: Mood, language: Language) -> String {
    let (slowest, fastest) = mood.tempos();
    match language {
        English => {
            format!("Music of this mood goes from {slowest} to {fastest} beats a minute.")
        }
        Chinese => format!("这种音乐的速度在每分钟 {slowest} 到 {fastest} 拍之间。"),
    }
}
