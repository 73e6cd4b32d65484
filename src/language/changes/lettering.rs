//! What became different about how words look, in words.

use super::super::Language;
use crate::draft::{Backing, Colour, Fit, Inset, TextMove, TextPlace, TextStyle, TextWeight};
use Language::{Chinese, English};

/// One side of a fact about how words look: what about it, and how it is there.
struct Trait {
    english: &'static str,
    chinese: &'static str,
    value: String,
}

/// What is different, and both sides of it.
pub struct Lettering {
    /// What about the words.
    pub what: &'static str,
    /// As it was.
    pub was: String,
    /// As it is.
    pub now: String,
}

/// Compares two looks. One thing is told by its name, several together.
pub fn compared(was: &TextStyle, now: &TextStyle, language: Language) -> Lettering {
    let pairs = traits(was, language).into_iter().zip(traits(now, language));
    let mut differing: Vec<(Trait, Trait)> =
        pairs.filter(|(was, now)| was.value != now.value).collect();
    if differing.len() == 1
        && let Some((was, now)) = differing.pop()
    {
        let what = if language == English { now.english } else { now.chinese };
        return Lettering { what, was: was.value, now: now.value };
    }
    let comma = if language == English { ", " } else { "，" };
    let join = |side: fn(&(Trait, Trait)) -> &Trait| {
        let told = differing.iter().map(|pair| side(pair).value.as_str());
        told.collect::<Vec<_>>().join(comma)
    };
    let what = if language == English { "look" } else { "样式" };
    Lettering { what, was: join(|pair| &pair.0), now: join(|pair| &pair.1) }
}

/// What about the words is different, by name.
pub fn differing(was: &TextStyle, now: &TextStyle, language: Language) -> Vec<&'static str> {
    let pairs = traits(was, language).into_iter().zip(traits(now, language));
    let differing = pairs.filter(|(was, now)| was.value != now.value);
    differing.map(|(_, now)| if language == English { now.english } else { now.chinese }).collect()
}

fn traits(style: &TextStyle, language: Language) -> Vec<Trait> {
    let each = |english, chinese, value| Trait { english, chinese, value };
    let lean = match (style.italic, language) {
        (true, English) => "italic",
        (true, Chinese) => "斜体",
        (false, English) => "upright",
        (false, Chinese) => "正体",
    };
    let backing = backing(style, language);
    vec![
        each("place", "位置", place(style.place, language).to_owned()),
        each("size", "大小", format!("{}%", style.size)),
        each("colour", "颜色", colour(style.colour.unwrap_or(WHITE), language)),
        each("weight", "粗细", weight(style.weight, language).to_owned()),
        each("slant", "倾斜", lean.to_owned()),
        each("backing", "衬底", backing),
        each("entrance", "入场", motion(style.entrance, language).to_owned()),
        each("exit", "退场", motion(style.exit, language).to_owned()),
    ]
}

const WHITE: Colour = Colour([255; 3]);

fn backing(style: &TextStyle, language: Language) -> String {
    let (english, chinese) = match style.backing {
        Backing::Shadow => ("shadow", "阴影"),
        Backing::Outline => ("outline", "描边"),
        Backing::Plate => ("box", "底框"),
        Backing::None => ("none", "无"),
    };
    let name = if language == English { english } else { chinese };
    match style.backing_colour {
        Some(found) if style.backing != Backing::None => {
            format!(
                "{}{}{name}",
                colour(found, language),
                if language == English { " " } else { "" }
            )
        }
        _ => name.to_owned(),
    }
}

/// A place by its name.
pub fn place(place: TextPlace, language: Language) -> &'static str {
    if language == English {
        return place.name();
    }
    match place {
        TextPlace::Centre => "中间",
        TextPlace::Top => "顶部",
        TextPlace::Bottom => "底部",
        TextPlace::TopLeft => "左上",
        TextPlace::TopRight => "右上",
        TextPlace::Left => "左侧",
        TextPlace::Right => "右侧",
        TextPlace::BottomLeft => "左下",
        TextPlace::BottomRight => "右下",
        TextPlace::LowerThird => "下三分之一",
    }
}

/// Where something lies over the picture, how large, and how solid if it is not wholly so.
pub fn inset(inset: Inset, language: Language) -> String {
    let (place, size) = (place(inset.place, language), inset.size);
    let (english, chinese) = match inset.opacity {
        100 => (String::new(), String::new()),
        share => (format!(", opacity {share}%"), format!("，不透明度 {share}%")),
    };
    match language {
        English => format!("{place}, {size}% of the width{english}"),
        Chinese => format!("{place}，宽 {size}%{chinese}"),
    }
}

fn weight(weight: TextWeight, language: Language) -> &'static str {
    match (weight, language) {
        (weight, English) => weight.name(),
        (TextWeight::Bold, Chinese) => "粗体",
        (TextWeight::Regular, Chinese) => "常规",
    }
}

fn motion(motion: TextMove, language: Language) -> &'static str {
    if language == English {
        return motion.name();
    }
    match motion {
        TextMove::Fade => "渐显渐隐",
        TextMove::Cut => "直接",
        TextMove::Up => "向上滑动",
        TextMove::Down => "向下滑动",
        TextMove::Left => "向左滑动",
        TextMove::Right => "向右滑动",
        TextMove::Pop => "弹出",
        TextMove::Typewriter => "打字机",
    }
}

/// What is seen where a picture does not reach the edges.
pub fn fit(fit: Fit, language: Language) -> String {
    match (fit, language) {
        (Fit::Contain, English) => "black bars".to_owned(),
        (Fit::Contain, Chinese) => "黑边".to_owned(),
        (Fit::Cover, English) => "none, filled".to_owned(),
        (Fit::Cover, Chinese) => "无，铺满".to_owned(),
        (Fit::Blur, English) => "blurred".to_owned(),
        (Fit::Blur, Chinese) => "模糊".to_owned(),
        (Fit::Over(behind), _) => colour(behind, language),
    }
}

/// A colour that people have a word for by that word, any other by its number.
pub fn colour(colour: Colour, language: Language) -> String {
    let named = NAMES.iter().find(|(number, ..)| *number == colour.0);
    match (named, language) {
        (Some((_, english, _)), English) => (*english).to_owned(),
        (Some((.., chinese)), Chinese) => (*chinese).to_owned(),
        (None, _) => colour.to_hex(),
    }
}

/// The colours of `assets/language`, which are read from there; a test compares them.
pub(crate) const NAMES: [([u8; 3], &str, &str); 13] = [
    ([255, 255, 255], "white", "白色"),
    ([0, 0, 0], "black", "黑色"),
    ([229, 57, 53], "red", "红色"),
    ([67, 160, 71], "green", "绿色"),
    ([30, 136, 229], "blue", "蓝色"),
    ([255, 213, 0], "yellow", "黄色"),
    ([251, 140, 0], "orange", "橙色"),
    ([142, 36, 170], "purple", "紫色"),
    ([240, 98, 146], "pink", "粉色"),
    ([212, 175, 55], "gold", "金色"),
    ([158, 158, 158], "grey", "灰色"),
    ([38, 198, 218], "cyan", "青色"),
    ([121, 85, 72], "brown", "棕色"),
];
