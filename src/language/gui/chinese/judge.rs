//! Whether a clause that begins with the verb of an order is an instruction for a screen.

use super::super::Offer;
use super::super::reading::{Around, Reading};
use super::clause;
use super::sentence_to_send as send;
use super::table::{self, Verb};

/// Beginnings without a part of the screen in so many letters are something else.
const NEAR: usize = 16;

/// What the rest of a clause, behind what leads to the verb, is taken for.
pub(super) fn read(rest: &str, to_user: bool, around: Around) -> Reading {
    if let Some(button) = table::BUTTONS.iter().find(|button| rest.starts_with(**button)) {
        return about_button(&rest[button.len()..], around);
    }
    let Some((word, verb)) = clause::verb(rest) else { return Reading::Plain };
    let object = &rest[word.len()..];
    let offered = ["即可", "就可以", "便可", "就能"].iter().any(|word| object.contains(word));
    let addressed = clause::stands_alone(around.joint) || to_user || around.spoken_to || offered;
    let known = match verb {
        Verb::Where => return at_a_place(object, to_user, around),
        Verb::Object => return with_object(rest, object, to_user, around),
        _ if object.is_empty() => return if around.open { Reading::Open } else { Reading::Plain },
        Verb::Click => !object.starts_with(table::NOUN_ENDINGS),
        _ => !object.starts_with(table::FORM_ENDINGS),
    };
    if !known {
        return Reading::Plain;
    }
    if around.open {
        return Reading::Open;
    }
    let strong = has(object, table::CONTROLS) || names_action(object);
    if !addressed && !strong || is_noun(object) || has(object, table::LINKS) {
        return Reading::Plain;
    }
    let is_one = match verb {
        Verb::Click | Verb::Drag => true,
        Verb::Select => strong,
        Verb::Open => strong || has(object, table::PARTS),
        Verb::Move => to_user && send::has_target(object) || has(object, table::PLACES),
        Verb::Look => {
            has(object, table::PLACES)
                || has(object, table::CONTROLS)
                || has(object, table::ACCOUNT)
        }
        Verb::Where | Verb::Object => false,
    };
    if is_one { Reading::Instruction(offers(verb, rest, object)) } else { Reading::Plain }
}

fn offers(verb: Verb, clause: &str, object: &str) -> Vec<Offer> {
    if clause.contains('拖') || verb == Verb::Move {
        return send::moved(clause);
    }
    if has(object, table::ACCOUNT) {
        return vec![Offer::Credits];
    }
    match action(object) {
        Some(offer) => vec![offer],
        None if matches!(verb, Verb::Open | Verb::Look) => vec![Offer::Tracks],
        None => Vec::new(),
    }
}

/// The action of our own that matches.
fn action(object: &str) -> Option<Offer> {
    let lower = object.to_lowercase();
    let table: [(&[&str], Offer); 5] = [
        (&["导出", "下载", "渲染", "export", "download"], Offer::Export),
        (&["积分", "余额", "升级"], Offer::Credits),
        (&["上传", "导入", "upload"], Offer::Upload),
        (&["撤销"], Offer::Say("撤销".to_owned())),
        (&["播放", "预览", "时间线", "时间轴", "轨道", "play"], Offer::Tracks),
    ];
    let first = |(words, offer): &(&[&str], Offer)| {
        let at = words.iter().filter_map(|word| lower.find(word)).min()?;
        Some((at, offer.clone()))
    };
    table.iter().filter_map(first).min_by_key(|(at, _)| *at).map(|(_, offer)| offer)
}

/// Whether the object is the name of a button.
fn names_action(object: &str) -> bool {
    let name = object.trim_start_matches(['“', '「', '"', ' ', '《', '‘', '【']).to_lowercase();
    ["导出", "下载", "播放", "预览", "保存", "上传", "撤销", "export", "download", "play", "save"]
        .iter()
        .any(|action| name.starts_with(action))
        && (has(object, table::CONTROLS)
            || object.starts_with(['“', '「', '"', '‘', '【'])
            || name.chars().count() <= 8)
}

/// `点击按钮的手`: no order but a thing.
fn is_noun(object: &str) -> bool {
    let Some((before, after)) = object.rsplit_once('的') else { return false };
    !has(before, table::PLACES)
        && !has(after, table::CONTROLS)
        && !has(after, table::PLACES)
        && !has(after, table::PARTS)
        && after.chars().count() <= 3
        && !after.starts_with(['“', '「', '"'])
}

fn has(text: &str, words: &[&str]) -> bool {
    words.iter().any(|word| text.contains(word))
}

fn open_or_plain(around: Around) -> Reading {
    if around.open { Reading::Open } else { Reading::Plain }
}

/// `导出按钮在右上角`.
fn about_button(after: &str, around: Around) -> Reading {
    let says_where = after.starts_with(['在', '位', '就', '可']) || after.starts_with("即可");
    match (after.is_empty(), around.open) {
        (_, true) if after.is_empty() || says_where => Reading::Open,
        (false, false) if says_where => Reading::Instruction(vec![Offer::Export]),
        _ => Reading::Plain,
    }
}

/// `在时间线上拖动标题`: a place of the screen, then the verb.
fn at_a_place(rest: &str, to_user: bool, around: Around) -> Reading {
    let places = table::PLACES.iter().chain(table::CONTROLS).chain(table::PARTS);
    let place = places
        .filter_map(|place| Some((rest.find(place)?, place.len())))
        .filter(|(at, _)| rest[..*at].chars().count() <= NEAR)
        .min_by_key(|(at, length)| (*at, std::cmp::Reverse(*length)));
    let Some((at, length)) = place else {
        let far = rest.chars().count() > NEAR + 5;
        return if far { Reading::Plain } else { open_or_plain(around) };
    };
    let after = behind_place(&rest[at + length..]);
    let alone = after.is_empty();
    if around.open {
        return Reading::Open;
    }
    let addressed = clause::stands_alone(around.joint) || to_user || around.spoken_to;
    if !addressed {
        return Reading::Plain;
    }
    if let Some((word, verb)) = inner_verb(after) {
        let object = &after[word.len()..];
        let is_order = match verb {
            Verb::Where => false,
            Verb::Object => has(object, &["拖", "移"]),
            Verb::Select => to_user || has(object, table::CONTROLS),
            _ => !object.starts_with(table::FORM_ENDINGS),
        };
        if !is_order {
            return Reading::Plain;
        }
        if verb == Verb::Object || matches!(verb, Verb::Drag | Verb::Move) || object.contains('拖')
        {
            return Reading::Instruction(send::moved(after));
        }
        let found = action(object).or_else(|| action(&rest[at..at + length]));
        let shown = (verb == Verb::Look).then_some(Offer::Tracks);
        return Reading::Instruction(shown.or(found).into_iter().collect());
    }
    if alone && to_user && has(rest, table::ACCOUNT) {
        return Reading::Instruction(vec![Offer::Credits]);
    }
    Reading::Plain
}

/// What follows a place: `右侧面板中…` names two.
fn behind_place(rest: &str) -> &str {
    const WITHIN: &[char] = &['上', '中', '里', '内', '处', '的', '来', ' ', '”', '」'];
    let mut rest = rest.trim_start_matches(WITHIN);
    if !rest.starts_with("面板") {
        rest = rest.trim_start_matches('面');
    }
    let places = || table::PLACES.iter().chain(table::CONTROLS).chain(table::PARTS);
    while let Some(place) = places().find(|place| rest.starts_with(**place)) {
        rest = rest[place.len()..].trim_start_matches(WITHIN);
    }
    rest
}

fn inner_verb(after: &str) -> Option<(&'static str, Verb)> {
    let after = after.strip_prefix("直接").unwrap_or(after);
    clause::verb(after)
}

/// `把标题拖到3秒处`. The first movement decides: `拖` is one of the mouse, `移` may be any.
fn with_object(clause: &str, rest: &str, to_user: bool, around: Around) -> Reading {
    /// A movement stands nearer to its object than this.
    const FAR: usize = 24;
    const MOVEMENTS: &[(&str, bool)] =
        &[("拖", true), ("移到", false), ("移动到", false), ("移至", false), ("挪到", false)];
    let near = |at: &usize| rest[..*at].chars().count() <= FAR;
    let first = MOVEMENTS
        .iter()
        .filter_map(|(verb, dragged)| Some((rest.find(verb).filter(near)?, *dragged)))
        .min();
    let Some((_, dragged)) = first else {
        let far = rest.chars().count() > FAR + 3;
        return if far { Reading::Plain } else { open_or_plain(around) };
    };
    let addressed = clause::stands_alone(around.joint) || to_user || around.spoken_to;
    match dragged && addressed || to_user {
        true if around.open => Reading::Open,
        true => Reading::Instruction(send::moved(clause)),
        false => Reading::Plain,
    }
}
