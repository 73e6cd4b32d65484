//! Generation comes in two steps: first the raw video, then whatever the service adds on its own.
//!
//! Both are read off the drafts. What the person asked for by name is not called an addition; what
//! nobody asked for is, with the sentence that takes it out again.

use crate::draft::{Change, Draft, Kind, Segment, changes};

use super::Language;
use super::changes::{details_of, noun_of as noun_in_changes};

/// Sound that a service lays under a film is its music, whatever the draft calls it.
fn noun_of(kind: Kind, segment: &Segment, language: Language) -> &'static str {
    match (kind, language) {
        (Kind::Audio, Language::English) => "music",
        (Kind::Audio, Language::Chinese) => "音乐",
        _ => noun_in_changes(kind, segment, language),
    }
}

/// The pieces of generated video that were not there before: those that show none of the files that
/// are `known`.
#[must_use]
pub fn generated<'a>(changes: &'a [Change], known: &[String]) -> Vec<&'a Segment> {
    let shows_known = |segment: &Segment| {
        let names = [segment.source.as_deref(), segment.name.as_deref()];
        names.into_iter().flatten().any(|name| known.iter().any(|file| file == name))
    };
    let segment = |change: &'a Change| match change {
        Change::Added { kind: Kind::Video, segment } if !shows_known(segment) => {
            Some(segment.as_ref())
        }
        _ => None,
    };
    changes.iter().filter_map(segment).collect()
}

/// The first step in words: `Generated: “city.mp4”, 0–10 s`.
#[must_use]
pub fn tell_generated(segments: &[&Segment], language: Language) -> String {
    let told: Vec<String> =
        segments.iter().map(|segment| details_of(Kind::Video, segment, language)).collect();
    match language {
        Language::English => format!("Generated: {}.", told.join("; ")),
        Language::Chinese => format!("已生成：{}。", told.join("；")),
    }
}

/// What a service added on its own.
#[derive(Debug, Clone, PartialEq)]
pub struct Additions {
    found: Vec<(Kind, Segment)>,
}

/// What came besides the video that `said` does not ask for.
#[must_use]
pub fn additions(before: &Draft, after: &Draft, said: &str) -> Additions {
    let said = said.to_lowercase();
    let unasked = |change: Change| match change {
        Change::Added { kind, segment } if kind != Kind::Video && !asks_for(&said, kind) => {
            Some((kind, *segment))
        }
        _ => None,
    };
    Additions { found: changes(before, after).into_iter().filter_map(unasked).collect() }
}

/// Words by which people ask for what a kind of track holds.
fn asks_for(said: &str, kind: Kind) -> bool {
    const SOUND: [&str; 16] = [
        "music",
        "bgm",
        "sound",
        "song",
        "audio",
        "voice",
        "narrat",
        "soundtrack",
        "beat",
        "音乐",
        "配乐",
        "声音",
        "歌",
        "旁白",
        "配音",
        "音效",
    ];
    const WORDS: [&str; 14] = [
        "title",
        "text",
        "caption",
        "subtitle",
        "lettering",
        "saying",
        "words",
        "credits",
        "标题",
        "文字",
        "字幕",
        "片名",
        "文案",
        "写",
    ];
    const MORE: [&str; 8] =
        ["effect", "sticker", "filter", "emoji", "效果", "贴纸", "特效", "滤镜"];
    let words: &[&str] = match kind {
        Kind::Video => return true,
        Kind::Audio => &SOUND,
        Kind::Text => &WORDS,
        Kind::Other(_) => &MORE,
    };
    words.iter().any(|word| said.contains(word))
}

impl Additions {
    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.found.is_empty()
    }

    /// The second step in words, with how to take any of it out again.
    #[must_use]
    pub fn tell(&self, language: Language) -> String {
        let told = self.found.iter().map(|(kind, segment)| {
            let (noun, details) =
                (noun_of(*kind, segment, language), details_of(*kind, segment, language));
            match language {
                Language::English => format!("{noun} {details}"),
                Language::Chinese => format!("{noun}{details}"),
            }
        });
        let told: Vec<String> = told.collect();
        let example = self.sentences(language).into_iter().next().unwrap_or_default();
        match language {
            Language::English => format!(
                "Added on its own: {}.\nSay “{example}” to take any of it out.",
                told.join("; ")
            ),
            Language::Chinese => {
                format!("服务自行添加：{}。\n说“{example}”即可去掉其中任何一项。", told.join("；"))
            }
        }
    }

    /// The sentences that take each kind of it out, in order.
    #[must_use]
    pub fn sentences(&self, language: Language) -> Vec<String> {
        let mut sentences = Vec::new();
        for (kind, segment) in &self.found {
            let noun = noun_of(*kind, segment, language);
            let sentence = match language {
                Language::English => format!("remove the {noun}"),
                Language::Chinese => format!("去掉{noun}"),
            };
            if !sentences.contains(&sentence) {
                sentences.push(sentence);
            }
        }
        sentences
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;
    use crate::draft::wire::decode;

    fn film(tracks: Value) -> Draft {
        decode(&json!({ "t": tracks })).expect("a draft")
    }

    fn both() -> Draft {
        film(json!([
            {"tt": 0, "sg": [{"id": "v", "d": 10000, "m": {"name": "city.mp4"}}]},
            {"tt": 1, "sg": [{"id": "m", "d": 10000, "m": {"name": "Lo-fi", "volume": 0.35}}]},
            {"tt": 7, "sg": [{"id": "t", "d": 3000, "m": {"text": "Urban Dreams"}}]},
            {"tt": 9, "sg": [{"id": "x", "d": 1000, "m": {"name": "glow"}}]},
        ]))
    }

    #[test]
    fn a_video_that_shows_no_known_file_is_generated() {
        let found = changes(&Draft::default(), &both());
        let told = |known: &[&str], language| {
            let known: Vec<String> = known.iter().map(|name| (*name).to_owned()).collect();
            tell_generated(&generated(&found, &known), language)
        };
        assert_eq!(told(&[], Language::English), "Generated: city.mp4, 0–10\u{a0}s.");
        assert_eq!(told(&[], Language::Chinese), "已生成：city.mp4，0–10\u{a0}秒。");
        assert_eq!(generated(&found, &["city.mp4".to_owned()]), Vec::<&Segment>::new());
    }

    #[test]
    fn what_nobody_asked_for_is_named_with_the_way_to_take_it_out() {
        let found = additions(&Draft::default(), &both(), "a city at night");
        assert_eq!(
            found.tell(Language::English),
            "Added on its own: music Lo-fi, 0–10\u{a0}s, 35%; title “Urban Dreams”, 0–3\u{a0}s; \
             piece glow, 0–1\u{a0}s.\nSay “remove the music” to take any of it out."
        );
        assert_eq!(found.sentences(Language::Chinese), ["去掉音乐", "去掉标题", "去掉片段"]);
        assert_eq!(
            found.sentences(Language::English),
            ["remove the music", "remove the title", "remove the piece"]
        );
    }

    #[test]
    fn what_was_asked_for_is_no_addition() {
        let told = |said: &str| {
            let found = additions(&Draft::default(), &both(), said);
            found.sentences(Language::English).join(", ")
        };
        assert_eq!(told("a city at night with Music"), "remove the title, remove the piece");
        assert_eq!(told("夜晚的城市，加标题和音乐"), "remove the piece");
        assert_eq!(told("a city with a title, music and effects"), "");
    }
}
