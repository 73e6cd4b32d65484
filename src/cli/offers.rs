//! How what the agent offers is done from a script: told, never done.

use crate::language::{Language, Offer};

/// One sentence with the command.
pub(super) fn how(offer: &Offer, language: Language) -> String {
    let english = language == Language::English;
    let line = match offer {
        Offer::Export if english => "The film can be saved: cutroom export -o FILE",
        Offer::Export => "可以导出影片：cutroom export -o 文件",
        Offer::Credits if english => "The credits can be shown: cutroom credits",
        Offer::Credits => "可以查看积分：cutroom credits",
        Offer::Tracks if english => "What is on the timeline can be shown: cutroom tracks",
        Offer::Tracks => "可以查看时间线：cutroom tracks",
        Offer::Upload if english => "Files can be added: cutroom upload FILE…",
        Offer::Upload => "可以添加文件：cutroom upload 文件…",
        Offer::Say(sentence) => return how_to_say(sentence, language),
    };
    line.to_owned()
}

fn how_to_say(sentence: &str, language: Language) -> String {
    match language {
        Language::English => format!("This edit can be asked for with --prompt: {sentence}"),
        Language::Chinese => format!("可以用 --prompt 提出这一修改：{sentence}"),
    }
}
