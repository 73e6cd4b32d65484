//! Wordings of a few words that come down to a plainer wish: `pull the music to 80%`, `亮度恢复原样`.

use super::list::LISTS;
use super::sense::{
    Degree, Fitting, Lettering, Link, Look, Noun, Pace, Sense, Sorting, Stretch, Turn, Verb,
};
use super::token::{
    Meaning, Token, is_file, is_file_or_place, is_time, is_verb, mean, piece, says, turns,
};

/// Says them plainly.
pub fn wordings(tokens: &mut Vec<Token>) {
    colour_of_words(tokens);
    for place in 0..tokens.len() {
        less_by(tokens, place);
        as_long_as_another(tokens, place);
        white_on_black(tokens, place);
        colours_warmer(tokens, place);
        reversed_twice(tokens, place);
        on_a_platform(tokens, place);
        blown_up(tokens, place);
        as_they_are(tokens, place);
        plain_colour(tokens, place);
        pulled_to(tokens, place);
        kept_at(tokens, place);
        as_it_came(tokens, place);
        picture_of_a_piece(tokens, place);
        into_two(tokens, place);
        as_subtitles(tokens, place);
        comes_behind(tokens, place);
        say_so_much(tokens, place);
        at_a_pace(tokens, place);
        retimed(tokens, place);
        counted_parts(tokens, place);
        whole_frame(tokens, place);
        colour_again(tokens, place);
        whole_piece(tokens, place);
        so_much_less(tokens, place);
        stops_the_camera(tokens, place);
        in_its_corner(tokens, place);
        behind_pictures(tokens, place);
        one_of_a_mood(tokens, place);
    }
    tokens.retain(|token| !token.text.is_empty() || token.sense() != Some(Sense::Filler));
}

fn is_share(token: &Token) -> bool {
    matches!(token.meaning, Meaning::Percent(_) | Meaning::Decibels(_))
}

/// `blow “Sale” up to 200%`: the words that are there.
fn blown_up(tokens: &mut [Token], place: usize) {
    let here = piece(tokens, place);
    let quote =
        tokens[place..here.end].iter().any(|token| matches!(token.meaning, Meaning::Quote(_)));
    if LISTS.grown.has(&tokens[place].text) && quote && tokens[place..here.end].iter().any(is_share)
    {
        mean(&mut tokens[place], Sense::Verb(Verb::Change));
        for token in &mut tokens[place + 1..here.end] {
            if says(token, &["up", "down"]) {
                mean(token, Sense::Filler);
            }
        }
    }
}

/// `字的颜色换成#c8102e`: of the words.
fn colour_of_words(tokens: &mut Vec<Token>) {
    let Some(place) = tokens.iter().position(|token| {
        let text = token.text.to_lowercase();
        token.sense() == Some(Sense::Noun(Noun::Colour)) && LISTS.written.is_within(&text)
    }) else {
        return;
    };
    let here = piece(tokens, place);
    let words = |token: &Token| {
        matches!(token.meaning, Meaning::Quote(_))
            || matches!(
                token.sense(),
                Some(Sense::Noun(Noun::Title | Noun::Caption | Noun::Heading | Noun::Text))
            )
    };
    if !tokens[here].iter().any(words) {
        let span = tokens[place].span.clone();
        let text = Meaning::Known(Sense::Noun(Noun::Text));
        tokens.insert(place, Token { meaning: text, text: "文字".into(), span });
    }
}

/// `one after the other, as they are`: joined, and nothing else done to them.
fn as_they_are(tokens: &mut [Token], place: usize) {
    let here = piece(tokens, place);
    let joins = tokens[here].iter().any(|token| {
        matches!(token.sense(), Some(Sense::Verb(Verb::Join) | Sense::Link(Link::Order)))
    });
    if joins && LISTS.as_they_are.has(&tokens[place].text) {
        mean(&mut tokens[place], Sense::Filler);
    }
}

/// `pull the music to 80%`, `knock song.mp3 down to 20%`.
fn pulled_to(tokens: &mut [Token], place: usize) {
    if !turns(&tokens[place], Turn::Sets) {
        return;
    }
    let here = piece(tokens, place);
    let rest = &tokens[place + 1..here.end];
    let to = rest.iter().any(|token| matches!(token.sense(), Some(Sense::Link(Link::To))));
    if to && rest.iter().any(is_share) && !rest.iter().any(is_verb) {
        mean(&mut tokens[place], Sense::Verb(Verb::Change));
    }
}

/// `keep it at 50%`: that is how loud it is to be.
fn kept_at(tokens: &mut [Token], place: usize) {
    let here = piece(tokens, place);
    if LISTS.kept_at.has(&tokens[place].text)
        && tokens[place..here.end].iter().any(is_share)
        && !tokens[place..here.end].iter().any(|token| is_time(token) || is_file_or_place(token))
    {
        mean(&mut tokens[place], Sense::Verb(Verb::Change));
    }
}

/// `亮度恢复原样`, `put the brightness back to normal`: without what was done to it.
fn as_it_came(tokens: &mut [Token], place: usize) {
    let here = piece(tokens, place);
    let effect = |token: &Token| {
        matches!(token.sense(), Some(Sense::Tone(_) | Sense::Look(_) | Sense::Noun(Noun::Effects)))
    };
    let back = LISTS.brings_back.has(&tokens[place].text);
    if !back || !tokens[here.start..place].iter().any(effect) {
        return;
    }
    mean(&mut tokens[place], Sense::Verb(Verb::Remove));
    for token in &mut tokens[place + 1..here.end] {
        if LISTS.as_it_came.has(&token.text) {
            mean(token, Sense::Filler);
        }
    }
}

/// `第二段画面加模糊效果`: what is seen of the piece.
fn picture_of_a_piece(tokens: &mut [Token], place: usize) {
    let of = place > 0 && is_file_or_place(&tokens[place - 1]);
    let next = tokens.get(place + 1).is_some_and(|next| {
        matches!(
            next.sense(),
            Some(
                Sense::Verb(_) | Sense::Look(_) | Sense::Tone(_) | Sense::Degree(_) | Sense::Filler
            )
        )
    });
    // "片尾画面淡出到黑".
    let fades = tokens.get(place + 1).is_some_and(|next| {
        matches!(next.sense(), Some(Sense::Noun(Noun::FadeIn | Noun::FadeOut | Noun::FadeBoth)))
    });
    if ((of && next) || fades) && says(&tokens[place], &["画面"]) {
        mean(&mut tokens[place], Sense::Filler);
    }
}

/// `分割成两段`: what splitting gives.
fn into_two(tokens: &mut [Token], place: usize) {
    let counts = tokens[place].meaning == Meaning::Number(2.0)
        && (tokens[place].text.ends_with(['段', '个', '半', '份'])
            || says(&tokens[place], &["two", "2"]));
    let to = place > 0 && tokens[place - 1].sense() == Some(Sense::Link(Link::To));
    let here = piece(tokens, place);
    let splits = tokens[here.start..place]
        .iter()
        .any(|token| token.sense() == Some(Sense::Verb(Verb::Split)));
    if counts && to && splits {
        mean(&mut tokens[place], Sense::Filler);
        mean(&mut tokens[place - 1], Sense::Filler);
    }
}

/// `当字幕加进来`: as what it is used.
fn as_subtitles(tokens: &mut [Token], place: usize) {
    let thing = tokens.get(place + 1).is_some_and(|next| {
        matches!(
            next.sense(),
            Some(Sense::Noun(
                Noun::Caption | Noun::Music | Noun::Inset | Noun::Title | Noun::SubtitleFile
            ))
        )
    });
    if thing && LISTS.serves_as.has(&tokens[place].text) {
        mean(&mut tokens[place], Sense::Link(Link::As));
    }
}

/// `后面接上bunny.mp4`: that comes behind; `剪掉，后面接上` only closes the gap.
fn comes_behind(tokens: &mut [Token], place: usize) {
    let named = tokens.get(place + 1).is_some_and(is_file);
    let here = piece(tokens, place);
    let verbs = tokens[here].iter().any(is_verb);
    if named && !verbs && LISTS.joined_at_the_end.has(&tokens[place].text) {
        mean(&mut tokens[place], Sense::Verb(Verb::Add));
    }
}

/// `say two seconds each`: a word for about.
fn say_so_much(tokens: &mut [Token], place: usize) {
    let measure = tokens.get(place + 1).is_some_and(|next| {
        is_time(next)
            || is_share(next)
            || matches!(next.meaning, Meaning::Speed(_) | Meaning::Number(_))
            || matches!(next.sense(), Some(Sense::Pace(_)))
    });
    if measure && LISTS.roughly.has(&tokens[place].text) {
        mean(&mut tokens[place], Sense::Filler);
    }
}

/// `bikes at 2x`, `run it at 2x`, `back to 1x`: at a pace, and nothing that could be larger.
fn at_a_pace(tokens: &mut [Token], place: usize) {
    let bare = matches!(tokens[place].sense(), Some(Sense::Pace(_)))
        && tokens[place].text.to_lowercase().ends_with(['x', '倍']);
    let at = place > 0 && {
        let before = &tokens[place - 1];
        before.sense() == Some(Sense::Link(Link::At))
            || (before.sense() == Some(Sense::Link(Link::To))
                && place > 1
                && tokens[place - 2].sense() == Some(Sense::Link(Link::Again)))
    };
    // "2x it".
    let here = piece(tokens, place);
    let first =
        tokens[here.start..place].iter().all(|token| matches!(token.sense(), Some(Sense::Filler)));
    let it = first
        && tokens.get(place + 1).is_some_and(|next| next.sense() == Some(Sense::Link(Link::It)));
    let rather =
        tokens.get(place + 1).is_some_and(|next| says(next, &["instead of", "rather than", "not"]));
    if bare && (at || it || (first && rather)) {
        tokens[place].text.push_str(" speed");
    }
}

/// `retime clip 2 to 200%`, `第二段变速到200%`; `retime the film to 10 seconds`, by whichever way that is.
fn retimed(tokens: &mut [Token], place: usize) {
    if !turns(&tokens[place], Turn::Retimes) {
        return;
    }
    let here = piece(tokens, place);
    let share = tokens[place..here.end].iter().find_map(|token| match token.meaning {
        Meaning::Percent(percent) => Some(percent),
        _ => None,
    });
    if let Some(share) = share {
        let pace = if share < 100.0 { Pace::Half } else { Pace::Twice };
        mean(&mut tokens[place], Sense::Pace(pace));
    } else if tokens[place..here.end].iter().any(is_time) {
        mean(&mut tokens[place], Sense::Pace(Pace::Twice));
    }
}

/// `between the two parts`: pieces.
fn counted_parts(tokens: &mut [Token], place: usize) {
    let counted = place > 0
        && (matches!(tokens[place - 1].meaning, Meaning::Number(_) | Meaning::Ordinal(_))
            || says(&tokens[place - 1], &["both"]));
    if counted && LISTS.parts.has(&tokens[place].text) {
        mean(&mut tokens[place], Sense::Noun(Noun::Clip));
    }
}

/// `add logo.png at the end, full screen`: a piece of its own fills it anyway.
fn whole_frame(tokens: &mut [Token], place: usize) {
    let fills = tokens[place].sense() == Some(Sense::Fit(Fitting::Fill))
        && LISTS.full_screen.has(&tokens[place].text);
    let adds = tokens[..place].iter().any(|token| token.sense() == Some(Sense::Verb(Verb::Add)))
        && tokens[..place].iter().any(is_file);
    let here = piece(tokens, place);
    let alone = tokens[here]
        .iter()
        .all(|token| matches!(token.sense(), Some(Sense::Fit(_) | Sense::Filler | Sense::Link(_))));
    if fills
        && adds
        && (alone
            || tokens[..place].iter().any(|token| matches!(token.sense(), Some(Sense::Edge(_)))))
    {
        mean(&mut tokens[place], Sense::Filler);
    }
}

/// `in the opposite order, newest first`: said twice.
fn reversed_twice(tokens: &mut [Token], place: usize) {
    let turned = tokens[..place].iter().any(|token| token.sense() == Some(Sense::Verb(Verb::Turn)));
    if turned && tokens[place].sense() == Some(Sense::Sorting(Sorting::Reversed)) {
        mean(&mut tokens[place], Sense::Filler);
    }
}

/// `发朋友圈`, `开2倍速`: a word that only leads to what it is for.
fn on_a_platform(tokens: &mut [Token], place: usize) {
    let next = tokens.get(place + 1).and_then(Token::sense);
    let sends = LISTS.sends.has(&tokens[place].text) && matches!(next, Some(Sense::Platform(_)));
    // "开2.5倍速", "拉5倍速".
    let paced = matches!(next, Some(Sense::Pace(_)))
        || tokens.get(place + 1).is_some_and(|next| matches!(next.meaning, Meaning::Speed(_)));
    let runs = paced && LISTS.runs_at.has(&tokens[place].text);
    if sends || runs {
        mean(&mut tokens[place], Sense::Filler);
    }
}

/// `make clip 3 as long as clip 2`: no place beside it. It is told as not understood.
fn as_long_as_another(tokens: &mut [Token], place: usize) {
    if !says(&tokens[place], &["as long as"]) {
        return;
    }
    let here = piece(tokens, place);
    let named = |token: &Token| {
        is_file_or_place(token)
            || matches!(
                token.sense(),
                Some(Sense::Noun(Noun::Clip | Noun::Picture | Noun::Footage))
            )
    };
    let other = tokens[place + 1..here.end]
        .iter()
        .find(|token| !matches!(token.sense(), Some(Sense::Filler | Sense::Link(Link::The))));
    let before = tokens[here.start..place].iter().any(named);
    if before && other.is_some_and(named) {
        tokens[place].meaning = Meaning::Unknown;
    }
}

/// `white on black`: the letters, and what is behind them.
fn white_on_black(tokens: &mut [Token], place: usize) {
    let colour = |token: Option<&Token>| {
        token.is_some_and(|token| matches!(token.sense(), Some(Sense::Colour(_))))
    };
    if says(&tokens[place], &["on"])
        && place > 0
        && colour(tokens.get(place - 1))
        && colour(tokens.get(place + 1))
    {
        mean(&mut tokens[place + 1], Sense::Lettering(Lettering::Plate));
    }
}

/// `warm up the colours on clip 2`: the colours are the picture's.
fn colours_warmer(tokens: &mut [Token], place: usize) {
    let here = piece(tokens, place);
    let tone =
        tokens[here.clone()].iter().any(|token| matches!(token.sense(), Some(Sense::Tone(_))));
    let words = |token: &Token| {
        matches!(token.meaning, Meaning::Quote(_))
            || matches!(
                token.sense(),
                Some(Sense::Noun(Noun::Title | Noun::Caption | Noun::Heading | Noun::Text))
            )
    };
    if tone && LISTS.colours.has(&tokens[place].text) && !tokens[here].iter().any(words) {
        mean(&mut tokens[place], Sense::Filler);
    }
}

/// `饱和度减15%`, `开头减2秒`.
fn less_by(tokens: &mut [Token], place: usize) {
    let time = tokens.get(place + 1).is_some_and(is_time);
    if time && says(&tokens[place], &["减"]) {
        mean(&mut tokens[place], Sense::Verb(Verb::Remove));
    }
    let share = tokens.get(place + 1).is_some_and(is_share);
    if share && says(&tokens[place], &["减", "少"]) {
        mean(&mut tokens[place], Sense::Degree(Degree::Less));
    }
}

/// `a plain white background`.
fn plain_colour(tokens: &mut [Token], place: usize) {
    let colour = tokens.get(place + 1).is_some_and(|next| {
        matches!(next.sense(), Some(Sense::Colour(_) | Sense::Noun(Noun::Backdrop)))
            || matches!(next.meaning, Meaning::Colour(_))
    });
    if colour && says(&tokens[place], &["plain", "solid"]) {
        mean(&mut tokens[place], Sense::Filler);
    }
}

/// `bikes整段删掉`: a piece is always taken whole where nothing else is said.
fn whole_piece(tokens: &mut [Token], place: usize) {
    let of = place > 0 && is_file_or_place(&tokens[place - 1]);
    let verb = tokens.get(place + 1).is_some_and(is_verb);
    if of && verb && says(&tokens[place], &["整段", "整条", "整个", "整张"]) {
        mean(&mut tokens[place], Sense::Filler);
    }
    // "让整段刚好5秒播完": the film.
    let here = piece(tokens, place);
    let told = place > 0 && says(&tokens[place - 1], &["让", "使", "使得"]);
    if told && tokens[here].iter().any(is_time) && says(&tokens[place], &["整段", "整条"]) {
        mean(&mut tokens[place], Sense::Noun(Noun::Film));
    }
}

/// `swap the track for a calm one`: music.
fn one_of_a_mood(tokens: &mut [Token], place: usize) {
    let mood = place > 0 && matches!(tokens[place - 1].sense(), Some(Sense::Mood(_)));
    let here = piece(tokens, place);
    let music = tokens[here.start..place]
        .iter()
        .any(|token| matches!(token.sense(), Some(Sense::Noun(Noun::Music | Noun::Sound))));
    if mood && music && says(&tokens[place], &["one", "的"]) {
        mean(&mut tokens[place], Sense::Filler);
    }
}

/// `1.5 seconds less on each photo`.
fn so_much_less(tokens: &mut [Token], place: usize) {
    let here = piece(tokens, place);
    let time = place > 0 && is_time(&tokens[place - 1]);
    let of_pieces = tokens[here].iter().any(|token| {
        is_file_or_place(token)
            || matches!(token.sense(), Some(Sense::Noun(Noun::Picture | Noun::Clip)))
    });
    if time && of_pieces && says(&tokens[place], &["less", "fewer"]) {
        mean(&mut tokens[place], Sense::Stretch(Stretch::Shorter));
    }
}

/// `stop zooming in on the photos`: the camera stands still.
fn stops_the_camera(tokens: &mut [Token], place: usize) {
    let moves = tokens
        .get(place + 1)
        .is_some_and(|next| matches!(next.sense(), Some(Sense::Closeness(_) | Sense::Camera(_))));
    if moves && says(&tokens[place], &["stop", "quit"]) {
        mean(&mut tokens[place], Sense::Verb(Verb::Remove));
    }
}

/// `get rid of the stamp in the corner`: where it is, and not where to.
fn in_its_corner(tokens: &mut [Token], place: usize) {
    let here = piece(tokens, place);
    let removes = tokens[here.start..place]
        .iter()
        .any(|token| token.sense() == Some(Sense::Verb(Verb::Remove)));
    let named = place > 0 && is_file(&tokens[place - 1]);
    if removes && named && tokens[place].sense() == Some(Sense::Noun(Noun::Corner)) {
        mean(&mut tokens[place], Sense::Filler);
    }
}

/// `white behind both photos`, `图片后面的模糊背景`: what is seen around them.
fn behind_pictures(tokens: &mut [Token], place: usize) {
    let colour = place > 0
        && (matches!(tokens[place - 1].meaning, Meaning::Colour(_))
            || matches!(tokens[place - 1].sense(), Some(Sense::Colour(_))));
    if colour && says(&tokens[place], &["behind", "around"]) {
        mean(&mut tokens[place], Sense::Noun(Noun::Backdrop));
        return;
    }
    let next = tokens[place + 1..].iter().find(|token| token.sense() != Some(Sense::Filler));
    let ground = next.is_some_and(|next| {
        matches!(
            next.sense(),
            Some(
                Sense::Fit(Fitting::Blurred)
                    | Sense::Noun(Noun::Backdrop)
                    | Sense::Look(Look::Blur)
            )
        )
    });
    if ground && says(&tokens[place], &["后面", "背后", "后边"]) {
        mean(&mut tokens[place], Sense::Filler);
    }
}

/// `colour again please`: in its own colours.
fn colour_again(tokens: &mut [Token], place: usize) {
    let again =
        tokens.get(place + 1).is_some_and(|next| next.sense() == Some(Sense::Link(Link::Again)));
    if again && LISTS.in_colour.has(&tokens[place].text) {
        mean(&mut tokens[place], Sense::Look(Look::InColour));
        mean(&mut tokens[place + 1], Sense::Filler);
    }
}
