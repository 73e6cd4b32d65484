//! Effects of a picture, and transitions into it, in words.

use super::super::Language;
use crate::draft::{Fx, TransitionKind};

/// What a transition is called. Kinds of elsewhere keep their own name.
pub fn transition(kind: &TransitionKind, language: Language) -> &str {
    if language == Language::English {
        return &kind.0;
    }
    match kind.0.as_str() {
        "crossfade" => "交叉淡化",
        "wipe left" => "向左擦除",
        "wipe right" => "向右擦除",
        "wipe up" => "向上擦除",
        "wipe down" => "向下擦除",
        "slide left" => "向左滑动",
        "slide right" => "向右滑动",
        "slide up" => "向上滑动",
        "slide down" => "向下滑动",
        "fade through black" => "黑场过渡",
        "fade through white" => "白场过渡",
        "circle open" => "圆形展开",
        "pixelize" => "像素化",
        other => other,
    }
}

/// Effects one after another, or a word for none.
pub fn list(effects: &[Fx], language: Language) -> String {
    let (none, comma) = match language {
        Language::English => ("none", ", "),
        Language::Chinese => ("无", "，"),
    };
    if effects.is_empty() {
        return none.to_owned();
    }
    effects.iter().map(|effect| told(effect, language)).collect::<Vec<_>>().join(comma)
}

/// An effect and its amount.
pub fn told(effect: &Fx, language: Language) -> String {
    if language == Language::English {
        return effect.to_string();
    }
    let name = match effect.cropped_to() {
        Some((width, height)) => format!("裁切 {width}:{height}"),
        None => chinese(&effect.name).to_owned(),
    };
    match effect.amount_in_words() {
        Some(amount) => format!("{name} {amount}"),
        None => name,
    }
}

fn chinese(name: &str) -> &str {
    match name {
        "grayscale" => "黑白",
        "sepia" => "棕褐色",
        "blur" => "模糊",
        "sharpen" => "锐化",
        "vignette" => "暗角",
        "negative" => "负片",
        "mirror" => "左右翻转",
        "flip vertical" => "上下翻转",
        Fx::BRIGHTNESS => "亮度",
        Fx::CONTRAST => "对比度",
        Fx::SATURATION => "饱和度",
        Fx::WARMTH => "色温",
        Fx::TURN => "旋转",
        Fx::ZOOM => "放大",
        Fx::FREEZE => "定格",
        "zoom in" | "ken burns" => "缓慢推近",
        "zoom out" => "缓慢拉远",
        "pan left" => "向左平移",
        "pan right" => "向右平移",
        "pan up" => "向上平移",
        "pan down" => "向下平移",
        other => other,
    }
}
