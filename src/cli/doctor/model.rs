//! The user's own model, as it is set. It is not asked: that would cost.

use super::super::setup::Setup;
use super::Finding;
use super::words::say;
use crate::language::Language::{Chinese, English};
use crate::studio::model::{Endpoint, Key};

/// Which model is set, where it is, and whether its key is there.
pub(super) fn finding(setup: &Setup) -> Finding {
    let language = setup.language;
    let Some(model) = &setup.model else {
        let detail = say(
            language,
            "none of your own; sentences are understood by the program itself",
            "未设置自己的模型；由程序自身理解句子",
        );
        return Finding::new("model", true, detail);
    };
    let (name, host) = (model.model(), model.host());
    let place = match language {
        English => format!("{name} at {host}"),
        Chinese => format!("{name}，位于 {host}"),
    };
    let detail = place + &key(setup, model) + &leaving(setup, model);
    Finding::new("model", !matches!(model.key(), Key::Missing(_)), detail)
}

fn key(setup: &Setup, model: &Endpoint) -> String {
    let variable = setup.settings.agent.key_env.as_deref().unwrap_or_default();
    match (model.key(), setup.language) {
        (Key::None, English) => ", without a key".into(),
        (Key::None, Chinese) => "，不用密钥".into(),
        (Key::Given(_), English) => format!(", key from {variable}"),
        (Key::Given(_), Chinese) => format!("，密钥取自 {variable}"),
        (Key::Missing(name), English) => format!("; set {name} to its key"),
        (Key::Missing(name), Chinese) => format!("；请把 {name} 设为其密钥"),
    }
}

fn leaving(setup: &Setup, model: &Endpoint) -> String {
    if model.is_here() {
        return String::new();
    }
    say(
        setup.language,
        "; your messages, the film in words and the names of the files go there",
        "；您的消息、影片的文字概要和文件名会发送到那里",
    )
}
