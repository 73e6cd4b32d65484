//! Lengths said in a wording of their own: `add 3 seconds of logo.png`, `finish with logo.png for six seconds`, `片尾多了3秒`,
//! `三个视频各取前3秒拼在一起`, `the same time for every picture`.

use super::list::LISTS;
use super::sense::{Edge, Link, Sense, Stretch, Verb};
use super::token::{
    Meaning, Token, is_file, is_file_or_place, is_time, is_verb, mean, piece, says,
};

/// Says them plainly.
pub fn lengths(tokens: &mut Vec<Token>) {
    some_of_each(tokens);
    ends_with_so_long(tokens);
    let mut next = 0;
    while next < tokens.len() {
        so_long_of(tokens, next);
        too_much_at_an_edge(tokens, next);
        next += 1;
    }
    for place in 0..tokens.len() {
        lasts_so_long(tokens, place);
        tempo_of_each(tokens, place);
        same_time(tokens, place);
        also_so_long(tokens, place);
        until_the_end(tokens, place);
    }
}

/// `卧室.jpg放到客厅后面，也是4秒`: for how long it is there.
fn also_so_long(tokens: &mut [Token], place: usize) {
    let here = piece(tokens, place);
    if here.start == 0 || !says(&tokens[place], &["是"]) {
        return;
    }
    let only = tokens[here.clone()]
        .iter()
        .all(|token| is_time(token) || token.sense() == Some(Sense::Filler));
    let before = piece(tokens, here.start - 1);
    let laid = tokens[before.clone()].iter().any(is_file)
        && tokens[before].iter().any(|token| {
            matches!(
                token.sense(),
                Some(Sense::Link(Link::After | Link::Before | Link::Between) | Sense::Edge(_))
            )
        });
    if only && laid && tokens[here].iter().filter(|token| is_time(token)).count() == 1 {
        mean(&mut tokens[place], Sense::Verb(Verb::Show));
    }
}

/// `一直显示到最后`: the whole time.
fn until_the_end(tokens: &mut [Token], place: usize) {
    let whole = tokens[place].sense() == Some(Sense::Link(Link::Whole));
    let [Some(to), Some(end)] = [place + 1, place + 2].map(|at| tokens.get(at)) else { return };
    let goes = to.sense() == Some(Sense::Link(Link::To));
    if whole && goes && end.sense() == Some(Sense::Edge(Edge::End)) {
        mean(&mut tokens[place + 1], Sense::Filler);
        mean(&mut tokens[place + 2], Sense::Filler);
    }
}

/// `add 3 seconds of logo.png`, `片尾再放3秒logo.png`: the file, for so long.
fn so_long_of(tokens: &mut Vec<Token>, place: usize) {
    if !is_time(&tokens[place]) || tokens[place].text.starts_with('第') {
        return;
    }
    let of = tokens.get(place + 1).is_some_and(|next| {
        matches!(next.sense(), Some(Sense::Link(Link::Of))) || next.text == "的"
    });
    let file = place + 1 + usize::from(of);
    let here = piece(tokens, place);
    let lays = |token: &Token| {
        matches!(token.sense(), Some(Sense::Verb(Verb::Add | Verb::Move)))
            && !says(token, &["write"])
    };
    let Some(verb) = tokens[here.start..place].iter().rposition(lays) else { return };
    let next_to = here.start + verb + 1 == place
        || tokens[here.start + verb + 1..place]
            .iter()
            .all(|token| matches!(token.sense(), Some(Sense::Filler | Sense::Link(Link::A))));
    if !next_to || file >= here.end || !is_file(&tokens[file]) {
        return;
    }
    mean(&mut tokens[here.start + verb], Sense::Verb(Verb::Add));
    let time = tokens[place].clone();
    let for_so_long = time.beside(Sense::Link(Link::For), "for");
    let file = tokens[file].clone();
    let until = place + 2 + usize::from(of);
    // Where it goes was said before it; "片尾再放3秒…" has a joining word between.
    let joined = here.start > 0 && says(&tokens[here.start - 1], &["再", "还", "再加"]);
    let outer = if joined { piece(tokens, here.start - 1) } else { here.clone() };
    let only = |token: &Token| matches!(token.sense(), Some(Sense::Edge(_) | Sense::Filler));
    let from = if tokens[outer.clone()].iter().all(only) { outer.start } else { here.start };
    let edge =
        tokens[from..place].iter().position(|token| matches!(token.sense(), Some(Sense::Edge(_))));
    let edge = edge.map(|edge| {
        let at = from + edge;
        let moved = tokens[at].clone();
        mean(&mut tokens[at], Sense::Filler);
        moved
    });
    let plain = [Some(file), edge, Some(for_so_long), Some(time)];
    tokens.splice(place..until, plain.into_iter().flatten());
}

/// `finish with logo.png for six seconds`: it comes there, and lasts so long.
fn ends_with_so_long(tokens: &mut Vec<Token>) {
    let Some(place) = tokens.iter().position(|token| {
        matches!(token.sense(), Some(Sense::Link(Link::FirstComes | Link::LastComes)))
            && token.text.is_ascii()
    }) else {
        return;
    };
    let light =
        |token: &Token| matches!(token.sense(), Some(Sense::Filler | Sense::Link(Link::The)));
    let Some(file) = (place + 1..tokens.len()).find(|at| !light(&tokens[*at])) else { return };
    let lasts =
        tokens.get(file + 1).is_some_and(|next| next.sense() == Some(Sense::Link(Link::For)))
            && tokens.get(file + 2).is_some_and(is_time);
    let alone = tokens[piece(tokens, place)].iter().all(|token| !is_verb(token));
    if !is_file(&tokens[file]) || !lasts || !alone {
        return;
    }
    let first = tokens[place].sense() == Some(Sense::Link(Link::FirstComes));
    let edge = if first { Edge::Start } else { Edge::End };
    let span = tokens[file].span.clone();
    mean(&mut tokens[place], Sense::Verb(Verb::Add));
    tokens[place].text = "put".into();
    let there = Meaning::Known(Sense::Edge(edge));
    tokens.insert(file + 1, Token { meaning: there, text: "there".into(), span });
}

/// `片尾多了3秒`: its last three seconds.
fn too_much_at_an_edge(tokens: &mut Vec<Token>, place: usize) {
    let head = match tokens[place].sense() {
        Some(Sense::Edge(Edge::Start)) => true,
        Some(Sense::Edge(Edge::End)) => false,
        _ => return,
    };
    let light = |token: &Token| token.sense() == Some(Sense::Filler);
    let mut next = place + 1;
    while tokens.get(next).is_some_and(light) {
        next += 1;
    }
    let more = tokens.get(next).is_some_and(|token| {
        token.sense() == Some(Sense::Stretch(Stretch::Longer)) && token.text.starts_with('多')
    });
    next += 1;
    while tokens.get(next).is_some_and(|token| light(token) || token.text == "出") {
        next += 1;
    }
    let Some(Token { meaning: Meaning::Time(time), .. }) = tokens.get(next).filter(|_| more) else {
        return;
    };
    let meaning = if head { Meaning::Head(*time) } else { Meaning::Tail(*time) };
    let span = tokens[place].span.start..tokens[next].span.end;
    let text = tokens[next].text.clone();
    tokens.splice(place..=next, [Token { meaning, text, span }]);
}

/// `三个视频各取前3秒拼在一起`: of each so much, and then one film of them.
fn some_of_each(tokens: &mut Vec<Token>) {
    let Some(keep) = tokens.iter().position(|token| LISTS.of_each_so_much.has(&token.text)) else {
        return;
    };
    let here = piece(tokens, keep);
    mean(&mut tokens[keep], Sense::Verb(Verb::Keep));
    if let Some(count) = tokens[here.start..keep]
        .iter()
        .position(|token| matches!(token.meaning, Meaning::Number(_)))
    {
        mean(&mut tokens[here.start + count], Sense::Link(Link::Each));
    }
    let join = tokens[keep..here.end]
        .iter()
        .position(|token| token.sense() == Some(Sense::Verb(Verb::Join)));
    if let Some(join) = join {
        let mark = tokens[keep + join].beside(Sense::Break, "，");
        tokens.insert(keep + join, mark);
    }
}

/// `雪山这张定5秒`: so long.
fn lasts_so_long(tokens: &mut [Token], place: usize) {
    let timed = tokens.get(place + 1).is_some_and(is_time);
    let here = piece(tokens, place);
    let named = tokens[here.start..place].iter().any(is_file_or_place);
    if timed && named && LISTS.lasts_so_long.has(&tokens[place].text) {
        mean(&mut tokens[place], Sense::Verb(Verb::Show));
    }
}

/// `节奏快点，一张一秒`: the pace is said exactly.
fn tempo_of_each(tokens: &mut [Token], place: usize) {
    if !matches!(tokens[place].sense(), Some(Sense::Tempo(_))) {
        return;
    }
    let makes = tokens.iter().any(|token| matches!(token.sense(), Some(Sense::Verb(Verb::Make))));
    let rest = &tokens[place..];
    let each = rest.iter().any(|token| token.sense() == Some(Sense::Link(Link::Each)));
    if !makes && each && rest.iter().any(is_time) {
        mean(&mut tokens[place], Sense::Filler);
    }
}

/// `with the same time for every picture`, `each picture getting the same time`: as long as each other.
fn same_time(tokens: &mut [Token], place: usize) {
    if !says(&tokens[place], &["same", "the same", "equal"]) {
        return;
    }
    let time = tokens.get(place + 1).is_some_and(|next| LISTS.lengths.has(&next.text));
    let each = tokens.iter().any(|token| token.sense() == Some(Sense::Link(Link::Each)));
    if time && each {
        mean(&mut tokens[place], Sense::Stretch(Stretch::Evenly));
        mean(&mut tokens[place + 1], Sense::Filler);
    }
}
