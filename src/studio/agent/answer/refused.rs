//! Why something cannot be done, and the nearest thing that can.

use super::super::operation::Misfit;
use super::super::plan::Refusal;
use super::super::request::Pieces;
use super::said::seconds;
use crate::language::Language;
use Language::{Chinese, English};

/// The sentence of a refusal.
pub fn told(refusal: &Refusal, language: Language) -> String {
    match language {
        English => english(refusal),
        Chinese => chinese(refusal),
    }
}

fn english(refusal: &Refusal) -> String {
    let time = |time| seconds(time, English);
    match refusal {
        Refusal::NoMedia => "There are no pictures or clips yet. Add some: upload PATH, or paste or drop them; then say \
             what to make of them."
            .into(),
        Refusal::NoneOfKind(pieces) => format!("There are no {} to do that with.", plural(*pieces)),
        Refusal::NoFilm => {
            "There is nothing on the timeline yet. First: make a 20-second video from these pictures".into()
        }
        Refusal::NoSuchPiece { asked, have: 1, pieces, last } => {
            format!("There is no {} {}; there is only one{}.", singular(*pieces), asked.abs(), named(last.as_ref(), ", "))
        }
        Refusal::NoSuchPiece { asked, have, pieces, last } => format!(
            "There is no {} {}; there are {have}{}.",
            singular(*pieces),
            asked.abs(),
            named(last.as_ref(), ", the last one is ")
        ),
        Refusal::TooFew { asked, have, pieces } => {
            format!("There are only {have} {}, not {asked}.", plural(*pieces))
        }
        Refusal::NoSuchFile { name, nearest: Some(nearest) } => {
            format!("There is no file {name}. Did you mean {nearest}?")
        }
        Refusal::NoSuchFile { name, nearest: None } => {
            format!("There is no file {name}. Add it with: upload PATH")
        }
        Refusal::NotInFilm { name } => format!("{name} is not on the timeline. To put it there: add {name}"),
        Refusal::WhichPiece { among } => {
            format!("That could be any of {} clips. Say which by its number, for example: the second clip", among.len())
        }
        Refusal::WhichFile { among } => {
            format!("That could be several files: {}. Say which by its name.", among.join(", "))
        }
        Refusal::NoWordsSaid => {
            "Say which words, for example: add a title \"Hello\" from 2s to 5s".into()
        }
        Refusal::WhereToCut => {
            "Say where to cut, for example: split clip 2 at 7s, or: split clip 2 in the middle".into()
        }
        Refusal::NoSuchText { words: Some(words), have } => {
            format!("There is no text “{words}”.{}", listed(have, " There is: "))
        }
        Refusal::NoSuchText { words: None, have } => {
            format!("There is no such text.{}", listed(have, " There is: "))
        }
        Refusal::WhichText { have, .. } => {
            format!("That could be several texts.{}. Name it by its words.", listed(have, " There are: "))
        }
        Refusal::NoMusic => "There is no music. Say: add calm music at 30%".into(),
        Refusal::NoSong => {
            "This music is made here for the film, so it has no part to skip. A song of yours has: use song.mp3 as the music"
                .into()
        }
        Refusal::NoSound => "There is nothing there that can be heard.".into(),
        Refusal::NoSubtitles { name } => format!(
            "No subtitles can be read in {name}. An entry is a line such as 00:00:01,000 --> 00:00:03,000 with its words below."
        ),
        Refusal::NoSubtitleFile => {
            "There is no file of subtitles. Add an .srt or .vtt (upload PATH, paste or drop); then say: use talk.srt for the subtitles".into()
        }
        Refusal::SubtitlesBehindEnd { name, from, length } => {
            format!("{name} begins at {}, and the film is only {} long.", time(*from), time(*length))
        }
        Refusal::NoBackdrop => {
            "No clip has a background of that colour. What is in the picture itself cannot be taken out.".into()
        }
        Refusal::NotAPicture { name } => {
            format!("{name} holds subtitles, which have times of their own. Say: use {name} for the subtitles")
        }
        Refusal::NotSound { name } => format!("{name} is not a sound file, so it cannot be the music."),
        Refusal::ShortAlready { what, length } => {
            format!("{} only {} long already.", subject(what.as_deref(), "The film is"), time(*length))
        }
        Refusal::CannotStretch { what, longest } => format!(
            "{} cannot be stretched; the most it can last is {}.",
            what.as_deref().unwrap_or("This footage"),
            time(*longest)
        ),
        Refusal::TooShort { pieces: 1, least } => format!("That is too short; the least is {}.", time(*least)),
        Refusal::TooShort { pieces, least } => {
            format!("That is too short for {pieces} pieces; they need at least {}.", time(*least))
        }
        Refusal::LengthsDisagree { pieces, each, total, asked } => format!(
            "{pieces} pieces of up to {} make {}, not {}. Say one or the other.",
            time(*each),
            time(*total),
            time(*asked)
        ),
        Refusal::BeyondEnd { what, length } => {
            format!("That is past the end: {} only {} long.", subject(what.as_deref(), "the film is"), time(*length))
        }
        Refusal::EndBeforeStart => "The end is before the start.".into(),
        Refusal::PlaceTaken => "Other words stand there all the time. Say when these are to be seen: from 2s to 5s".into(),
        Refusal::NothingLeft => "Nothing would be left of it. To take it out whole, say: remove clip 1".into(),
        Refusal::OnePiece => "A transition needs two clips, and there is only one.".into(),
        Refusal::NotNeighbours => "A transition goes between two clips that follow each other.".into(),
        Refusal::NoSeamThere { nearest } => {
            format!("No two clips meet at that moment; the nearest cut is at {}.", time(*nearest))
        }
        Refusal::SamePiece => "Those are the same clip.".into(),
        Refusal::OtherShape { width, height } => {
            format!("{width}:{height} is not a shape I make films in. There are 16:9, 9:16, 1:1 and 4:5.")
        }
        Refusal::NothingToDuckUnder => "None of the clips can be heard, so there is nothing for the music to go down under.".into(),
        Refusal::OtherRate => "Films have 1 to 120 frames a second here. Say: 30 fps".into(),
        Refusal::NoInset => "Nothing lies over the picture. Say: put logo.png in the top right".into(),
        Refusal::UnknownBeats => "The beats of a file are not known here, only those of music made here. Say: add upbeat music".into(),
        Refusal::OtherAngle => "Pictures are turned by 90, 180 or 270 degrees here. Say: rotate clip 1 to the left".into(),
        Refusal::NoSuchTrack { label } => format!("There is no track {label}."),
        Refusal::NoSuchClip { label, asked, have } => {
            format!("There is no clip {asked} on {label}; there are {have}.")
        }
        Refusal::OutsideClip { from, to } => {
            format!("That moment is not within the clip, which lies from {} to {}.", time(*from), time(*to))
        }
        Refusal::InTransition { until } => {
            format!("That moment is in the transition into the clip. It can be split after {}.", time(*until))
        }
        Refusal::NoRoom | Refusal::Misfit(Misfit::Overlap) => "There is no room for that: something else lies there, or the film begins.".into(),
        Refusal::OnlyMain { label } => {
            format!("Clips on {label} have times, not an order. Say when it is to start.")
        }
        Refusal::NoWords { label } => format!("What lies on {label} has no words."),
        Refusal::FadeTooLong { longest } => format!("The clip has room for a fade of {} there.", time(*longest)),
        Refusal::NoSuchVersion { version } => {
            format!("Version {version} is not kept here any more, so the film is as it was.")
        }
        Refusal::HistoryLate => "Undo and redo go first or by themselves, so that it is clear what they take back.".into(),
        Refusal::NothingToUndo => "There is nothing to undo.".into(),
        Refusal::NothingToRedo => "There is nothing to redo.".into(),
        Refusal::Misfit(misfit) => format!("That could not be done ({misfit}); the film is as it was."),
    }
}

fn chinese(refusal: &Refusal) -> String {
    let time = |time| seconds(time, Chinese);
    match refusal {
        Refusal::NoMedia => {
            "还没有图片或视频。请先添加：upload 路径，或粘贴、拖入；然后再说要做什么。".into()
        }
        Refusal::NoneOfKind(pieces) => format!("没有可用的{}。", counted(*pieces).1),
        Refusal::NoFilm => "时间线上还没有内容。先说：用这些图片做一个20秒的视频".into(),
        Refusal::NoSuchPiece { asked, have, pieces, last } => {
            let (counter, noun) = counted(*pieces);
            let last = named(last.as_ref(), "，最后一个是 ");
            format!("没有第 {} {counter}{noun}，一共只有 {have} {counter}{last}。", asked.abs())
        }
        Refusal::TooFew { asked, have, pieces } => {
            let (counter, noun) = counted(*pieces);
            format!("只有 {have} {counter}{noun}，没有 {asked} {counter}。")
        }
        Refusal::NoSuchFile { name, nearest: Some(nearest) } => {
            format!("没有文件 {name}。是不是 {nearest}？")
        }
        Refusal::NoSuchFile { name, nearest: None } => {
            format!("没有文件 {name}。可以添加：upload 路径")
        }
        Refusal::NotInFilm { name } => format!("{name} 不在时间线上。要加入请说：添加 {name}"),
        Refusal::WhichPiece { among } => {
            format!("可能是 {} 个片段中的任何一个。请说明是第几段，例如：第二段", among.len())
        }
        Refusal::WhichFile { among } => {
            format!("可能是这几个文件：{}。请说出文件名。", among.join("、"))
        }
        Refusal::NoWordsSaid => "请说明写什么，例如：在第2秒到第5秒加标题“你好”".into(),
        Refusal::WhereToCut => {
            "请说明从哪里切开，例如：在第7秒切开第二段，或：从中间切开第二段".into()
        }
        Refusal::NoSuchText { words: Some(words), have } => {
            format!("没有文字“{words}”。{}", listed(have, "现有："))
        }
        Refusal::NoSuchText { words: None, have } => {
            format!("没有这样的文字。{}", listed(have, "现有："))
        }
        Refusal::WhichText { have, .. } => {
            format!("有好几条文字。{}。请用文字内容说明是哪一条。", listed(have, "现有："))
        }
        Refusal::NoMusic => "没有音乐。可以说：加舒缓的音乐，音量30%".into(),
        Refusal::NoSong => "这段音乐是为影片现做的，没有可以跳过的部分。用自己的歌才可以：用song.mp3做背景音乐".into(),
        Refusal::NoSound => "那里没有声音。".into(),
        Refusal::NoSubtitles { name } => {
            format!("{name} 里读不出字幕。每条字幕是一行 00:00:01,000 --> 00:00:03,000，下面是文字。")
        }
        Refusal::NoSubtitleFile => {
            "还没有字幕文件。请先添加 .srt 或 .vtt（upload 路径，粘贴或拖入），再说：字幕用 talk.srt".into()
        }
        Refusal::SubtitlesBehindEnd { name, from, length } => {
            format!("{name} 从 {}才开始，影片只有 {}。", time(*from), time(*length))
        }
        Refusal::NoBackdrop => "没有片段用这种颜色的背景。画面本身里的东西去不掉。".into(),
        Refusal::NotAPicture { name } => {
            format!("{name} 是字幕文件，自带时间。可以这样说：字幕用 {name}")
        }
        Refusal::NotSound { name } => format!("{name} 不是音频文件，不能当作音乐。"),
        Refusal::ShortAlready { what, length } => {
            format!("{}本来就只有 {}。", what.as_deref().unwrap_or("影片"), time(*length))
        }
        Refusal::CannotStretch { what, longest } => {
            format!(
                "{}不能拉长，最多 {}。",
                what.as_deref().unwrap_or("这些视频素材"),
                time(*longest)
            )
        }
        Refusal::TooShort { pieces: 1, least } => format!("太短了，至少要 {}。", time(*least)),
        Refusal::TooShort { pieces, least } => {
            format!("对 {pieces} 个片段来说太短，至少要 {}。", time(*least))
        }
        Refusal::LengthsDisagree { pieces, each, total, asked } => format!(
            "{pieces} 个片段每个最多 {}，一共 {}，不是 {}。请只说其中一个。",
            time(*each),
            time(*total),
            time(*asked)
        ),
        Refusal::BeyondEnd { what, length } => {
            format!("超出了结尾：{}只有 {}。", what.as_deref().unwrap_or("影片"), time(*length))
        }
        Refusal::EndBeforeStart => "结束时间早于开始时间。".into(),
        Refusal::PlaceTaken => "那个位置一直有别的文字。请说明显示时间，例如：第2秒到第5秒".into(),
        Refusal::NothingLeft => "这样就什么都不剩了。要整段删除请说：删除第一段".into(),
        Refusal::OnePiece => "转场需要两个片段，现在只有一个。".into(),
        Refusal::NotNeighbours => "转场只能加在相邻的两个片段之间。".into(),
        Refusal::NoSeamThere { nearest } => {
            format!("这个时刻没有两个片段相接，最近的接点在 {}。", time(*nearest))
        }
        Refusal::SamePiece => "这是同一个片段。".into(),
        Refusal::OtherShape { width, height } => {
            format!("不支持 {width}:{height}。可以用 16:9、9:16、1:1 和 4:5。")
        }
        Refusal::NothingToDuckUnder => "片段都没有声音，音乐没有什么要避让的。".into(),
        Refusal::OtherRate => "帧率只能在每秒 1 到 120 帧之间。可以这样说：30帧".into(),
        Refusal::NoInset => "画面上没有叠加的内容。可以这样说：把 logo.png 放在右上角".into(),
        Refusal::UnknownBeats => {
            "文件里的节拍这里不知道，只知道这里生成的音乐的节拍。可以这样说：加轻快的音乐".into()
        }
        Refusal::OtherAngle => "画面只能转 90、180 或 270 度。可以这样说：把第一段向左旋转".into(),
        Refusal::NoSuchTrack { label } => format!("没有轨道 {label}。"),
        Refusal::NoSuchClip { label, asked, have } => {
            format!("{label} 上没有第 {asked} 段，一共只有 {have} 段。")
        }
        Refusal::OutsideClip { from, to } => {
            format!("这个时刻不在该片段内，片段从 {} 到 {}。", time(*from), time(*to))
        }
        Refusal::InTransition { until } => {
            format!("这个时刻在该片段开头的转场里，{} 之后才能拆分。", time(*until))
        }
        Refusal::NoRoom | Refusal::Misfit(Misfit::Overlap) => {
            "没有空位：那里有别的片段，或已是影片开头。".into()
        }
        Refusal::OnlyMain { label } => {
            format!("{label} 上的片段按时间放置，没有次序。请说明从什么时候开始。")
        }
        Refusal::NoWords { label } => format!("{label} 上的内容没有文字。"),
        Refusal::FadeTooLong { longest } => format!("该片段那里最多能淡化 {}。", time(*longest)),
        Refusal::NoSuchVersion { version } => format!("第 {version} 版已经没有保留，影片没有变。"),
        Refusal::HistoryLate => "撤销和重做请放在最前面或单独说，这样才清楚撤回的是什么。".into(),
        Refusal::NothingToUndo => "没有可以撤销的操作。".into(),
        Refusal::NothingToRedo => "没有可以重做的操作。".into(),
        Refusal::Misfit(_) => "这一步做不了，影片没有改动。".into(),
    }
}

fn named(last: Option<&String>, lead: &str) -> String {
    last.map(|name| format!("{lead}{name}")).unwrap_or_default()
}

fn subject(what: Option<&str>, film: &str) -> String {
    what.map_or_else(|| film.to_owned(), |what| format!("{what} is"))
}

fn singular(pieces: Pieces) -> &'static str {
    match pieces {
        Pieces::Any | Pieces::Clips => "clip",
        Pieces::Footage => "video clip",
        Pieces::Pictures => "picture",
    }
}

fn plural(pieces: Pieces) -> &'static str {
    match pieces {
        Pieces::Any => "pictures or clips",
        Pieces::Clips => "clips",
        Pieces::Footage => "video clips",
        Pieces::Pictures => "pictures",
    }
}

fn counted(pieces: Pieces) -> (&'static str, &'static str) {
    match pieces {
        Pieces::Any | Pieces::Clips => ("个", "片段"),
        Pieces::Footage => ("个", "视频"),
        Pieces::Pictures => ("张", "图片"),
    }
}

fn listed(have: &[String], lead: &str) -> String {
    if have.is_empty() {
        return String::new();
    }
    let quoted: Vec<String> = have.iter().map(|words| format!("“{words}”")).collect();
    format!("{lead}{}", quoted.join(", "))
}
