//! Phrases that rules find wherever they stand in a sentence: `whenever she is talking`, `the part after the cut`, `后面的别往前移`.
//!
//! What people say in many orders of few words would be a long list in the vocabulary. The rules stand beside those of
//! restated wishes (`assets/language/restated_beside.toml`); what one finds becomes one word with the meaning given here.

use super::gaps;
use super::letters::is_han;
use super::lexicon::{crossfade, plain_cut};
use super::list::LISTS;
use super::of_the_rest;
use super::restate::Said;
use super::said_anyway::{
    beside_a_fade, beside_a_freeze, beside_a_trade, beside_its_copy, beside_other_music,
    then_told_of_both,
};
use super::sense::{Beyond, Fitting, Link, Noun, Portion, Sense, Stretch, Verb};
use super::token::{Meaning, Token, is_break, piece, says};

/// A rule, and what makes one word of the words that it finds at a place; nothing where it does not count there.
type Phrase = (&'static str, fn(&[Token], usize) -> Option<(Meaning, &'static str)>);

/// The rules that are asked for everywhere.
pub const PHRASES: [Phrase; 44] = [
    ("while-somebody-talks", |tokens, at| {
        Some((known(Sense::Link(Link::Over)), talks(&tokens[at])))
    }),
    ("rest-of-it-goes", |tokens, at| of_the_rest::goes(tokens, at)),
    ("not-so-much", |tokens, at| of_the_rest::not_so_much(tokens, at)),
    ("keeps-its-own", |tokens, at| of_the_rest::keeps_its_own(tokens, at)),
    ("rest-is-fine", |tokens, at| of_the_rest::is_fine(tokens, at)),
    ("earlier-part", |tokens, at| part(tokens, at, false)),
    ("later-part", |tokens, at| part(tokens, at, true)),
    ("rest-follows", |tokens, at| rest_follows(tokens, at)),
    ("as-long-as-the-piece", |tokens, at| while_it_is_seen(tokens, at)),
    ("gap-stays", |_, _| Some((known(Sense::Filler), gaps::STAYS))),
    ("to-a-track-of-its-own", |tokens, _| of_its_own(tokens)),
    ("others-at-their-speed", |tokens, at| paced_before(tokens, at)),
    ("as-long-as-it-was", |tokens, at| beside_a_trade(tokens, at)),
    ("blurred-around", |_, _| Some((known(Sense::Fit(Fitting::Blurred)), ""))),
    ("cut-from-one-to-the-next", |_, _| Some((known(plain_cut()), ""))),
    ("melts-into-the-next", |_, _| Some((known(crossfade()), ""))),
    ("each-as-long", |_, _| Some((known(Sense::Stretch(Stretch::Evenly)), ""))),
    ("half-each", |tokens, at| of_a_length(tokens, at)),
    ("between-two", |tokens, at| between_each(tokens, at)),
    ("downloads", |tokens, at| from_elsewhere(tokens, at)),
    ("keeps-both", |tokens, at| beside_a_split(tokens, at)),
    ("plays-on", |tokens, at| beside_a_freeze(tokens, at)),
    ("was-put-wrong", |tokens, at| beside_what_puts_it_right(tokens, at)),
    ("keeps-clear", |tokens, at| beside_an_order(tokens, at)),
    ("picture-stays", |tokens, at| beside_silence(tokens, at)),
    ("lies-wrong", |tokens, at| before_a_turn(tokens, at)),
    ("with-its-words", |tokens, at| goes_along(tokens, at)),
    ("its-picture", |tokens, at| picture_of(tokens, at)),
    ("all-of-the-piece", |tokens, at| of_its_piece(tokens, at)),
    ("orders-them", |tokens, at| then_names_them(tokens, at)),
    ("old-photos", |tokens, at| counted(tokens, at)),
    ("original-stays", |tokens, _| beside_its_copy(tokens)),
    ("copy-behind-it", |tokens, at| behind_what_is_doubled(tokens, at)),
    ("shot-of-it", |tokens, at| shot_of_it(tokens, at)),
    ("as-before", |tokens, at| still_so_much(tokens, at)),
    ("on-a-site", |tokens, at| fetched(tokens, at)),
    ("generates-footage", |tokens, at| not_of_files(tokens, at)),
    ("in-its-place", |tokens, at| instead_of_it(tokens, at)),
    ("as-loud-as-now", |tokens, at| beside_other_music(tokens, at)),
    ("one-at-each-end", |tokens, at| beside_a_fade(tokens, at)),
    ("tops-and-tails", |tokens, at| then_told_of_both(tokens, at)),
    ("a-decade", |tokens, at| of_those_years(tokens, at)),
    ("at-the-mark", |tokens, at| moment_at(tokens, at)),
    ("steps-up-to", |tokens, at| before_a_format(tokens, at)),
];

/// Makes one word of each phrase that a rule finds.
pub fn by_rule(said: &Said, tokens: &mut Vec<Token>) {
    let mut place = 0;
    while place < tokens.len() {
        // Rules pass over marks, which would go into the phrase behind them.
        if !tokens[place].text.contains(char::is_alphanumeric) {
            place += 1;
            continue;
        }
        for (rule, meaning) in PHRASES {
            let Some(last) = longest(said, rule, tokens, place) else { continue };
            let Some((meaning, text)) = meaning(tokens, place) else { continue };
            let span = tokens[place].span.start..tokens[last].span.end;
            let text = if text.is_empty() { tokens[place].text.clone() } else { text.to_owned() };
            tokens.splice(place..=last, [Token { meaning, text, span }]);
        }
        place += 1;
    }
}

/// The last word of the longest phrase that a rule finds at a word, and that ends with a word.
fn longest(said: &Said, rule: &'static str, tokens: &[Token], place: usize) -> Option<usize> {
    let ends: Vec<usize> =
        said.rule(rule, tokens[place].span.start).iter().map(|(end, _)| *end).collect();
    (place..tokens.len()).rev().find(|last| ends.contains(&tokens[*last].span.end))
}

pub fn known(sense: Sense) -> Meaning {
    Meaning::Known(sense)
}

/// In the words that tell of speech everywhere else.
fn talks(first: &Token) -> &'static str {
    if first.text.chars().any(is_han) { "有人说话时" } else { "when people talk" }
}

/// `the second part` is one of what was parted; a half is that only behind a wish that parts something.
fn part(tokens: &[Token], place: usize, later: bool) -> Option<(Meaning, &'static str)> {
    let parted = tokens[..place].iter().any(|token| {
        matches!(token.sense(), Some(Sense::Verb(Verb::Split) | Sense::Portion(Portion::Halfway)))
    }) || cut_at_a_moment(&tokens[..place]);
    // "后面的删掉": what is only told by its side, as what is done to it.
    let next = tokens[place + 1..].iter().find(|token| token.text != "的" && token.text != "都");
    let of_a_thing = tokens[place..].iter().take(2).any(|token| token.text == "的")
        && !next.is_some_and(|next| {
            matches!(next.sense(), Some(Sense::Verb(Verb::Remove | Verb::Keep) | Sense::Link(_)))
        });
    if of_a_thing {
        return None;
    }
    let of_two = tokens[place].text.is_ascii() && tokens[place..].iter().take(3).any(is_part);
    (parted || of_two).then_some((Meaning::Half { later }, ""))
}

/// `cut bikes at 0:04, …`: in two, where the moment is a place.
fn cut_at_a_moment(tokens: &[Token]) -> bool {
    let cuts = tokens.iter().any(|token| LISTS.snips.has(&token.text));
    let at = |pair: &[Token]| {
        pair[0].text.eq_ignore_ascii_case("at") && matches!(pair[1].meaning, Meaning::Time(_))
    };
    cuts && tokens.windows(2).any(at)
}

fn is_part(token: &Token) -> bool {
    matches!(token.text_small().as_str(), "part" | "piece" | "bit")
}

/// `海边那段底部写“热身” 整段都显示`: as long as the piece that the words are for.
fn while_it_is_seen(tokens: &[Token], place: usize) -> Option<(Meaning, &'static str)> {
    let seen = |token: &Token| matches!(token.meaning, Meaning::File(_, kind) if kind.is_visual());
    let words = |token: &Token| matches!(token.meaning, Meaning::Quote(_));
    let before = &tokens[..place];
    // "Over the whole thing", where there is more than one: the film.
    let mut files = before.iter().filter(|token| seen(token)).map(|token| &token.meaning);
    let first = files.next();
    let several = files.any(|other| Some(other) != first);
    let thing = tokens[place..].iter().take(4).any(|token| token.text_small().ends_with("thing"));
    let meaning = known(if several && thing { Sense::Link(Link::Whole) } else { Sense::Filler });
    (first.is_some() && before.iter().any(words)).then_some((meaning, ""))
}

/// `…，后面的往前补上`, `make it a second longer, ripple the rest`: what it does anyway, where something goes or lasts.
fn rest_follows(tokens: &[Token], place: usize) -> Option<(Meaning, &'static str)> {
    let goes = |token: &Token| {
        matches!(
            token.sense(),
            Some(
                Sense::Verb(Verb::Remove | Verb::Trim | Verb::Keep | Verb::Split)
                    | Sense::Stretch(_)
            )
        )
    };
    tokens[..place].iter().any(goes).then_some((known(Sense::Filler), ""))
}

/// `8 seconds, latte and cake half each`: where a length is told, and nothing of how loud or how large.
fn of_a_length(tokens: &[Token], place: usize) -> Option<(Meaning, &'static str)> {
    let timed = tokens.iter().any(|token| matches!(token.meaning, Meaning::Time(_)));
    let other = tokens[piece(tokens, place)].iter().any(|token| {
        matches!(token.sense(), Some(Sense::Noun(Noun::Volume | Noun::Sound | Noun::Size)))
    });
    (timed && !other).then_some((known(Sense::Stretch(Stretch::Evenly)), ""))
}

/// `两张之间用1秒的叠化`, where no two are named or pointed at.
fn between_each(tokens: &[Token], place: usize) -> Option<(Meaning, &'static str)> {
    let names = |token: &Token| {
        matches!(token.meaning, Meaning::File(..) | Meaning::Files(_) | Meaning::Ordinal(_))
            || matches!(token.sense(), Some(Sense::Edge(_)))
    };
    let points = |token: &Token| {
        matches!(
            token.sense(),
            Some(Sense::Link(Link::The | Link::These | Link::Each | Link::Lead | Link::Rear))
        )
    };
    let before = place.checked_sub(1).is_some_and(|before| points(&tokens[before]));
    (!before && !tokens.iter().any(names)).then_some((known(Sense::Link(Link::Between)), ""))
}

/// It is one word that says nothing.
pub fn says_nothing() -> Option<(Meaning, &'static str)> {
    Some((known(Sense::Filler), ""))
}

/// `…, keep both halves`, where something is cut in two.
fn beside_a_split(tokens: &[Token], place: usize) -> Option<(Meaning, &'static str)> {
    let splits = |token: &Token| token.sense() == Some(Sense::Verb(Verb::Split));
    let before = &tokens[..place];
    (before.iter().any(splits) || cut_at_a_moment(before)).then(says_nothing).flatten()
}

/// `swap porch and kiln, I put them in back to front`: how they were, where it is told what becomes of them.
fn beside_what_puts_it_right(tokens: &[Token], place: usize) -> Option<(Meaning, &'static str)> {
    let rights = |token: &Token| {
        matches!(
            token.sense(),
            Some(Sense::Verb(Verb::Swap | Verb::Move | Verb::Rotate) | Sense::Look(_))
        )
    };
    let other = |token: &Token| rights(token) && !is_break(token);
    let beside = tokens[..place].iter().chain(&tokens[place + 1..]).any(other);
    beside.then(says_nothing).flatten()
}

/// `店标缩到10%，别挡着茶园`: what an order before it is to take care of.
fn beside_an_order(tokens: &[Token], place: usize) -> Option<(Meaning, &'static str)> {
    let before = &tokens[..place];
    let orders = |token: &Token| {
        matches!(
            token.sense(),
            Some(Sense::Verb(_) | Sense::Place(_) | Sense::Sizing(_) | Sense::Degree(_))
        ) || matches!(token.meaning, Meaning::Percent(_))
    };
    let ended = before.last().is_some_and(is_break) || tokens[place].text.is_ascii();
    (ended && before.iter().any(orders)).then(says_nothing).flatten()
}

/// `mute bikes, leave the picture`: only the sound of it goes.
fn beside_silence(tokens: &[Token], place: usize) -> Option<(Meaning, &'static str)> {
    let before = &tokens[..place];
    let has = |sense: Sense| before.iter().any(|token| token.sense() == Some(sense));
    let silenced = has(Sense::Verb(Verb::Mute))
        || (has(Sense::Noun(Noun::Sound)) && has(Sense::Verb(Verb::Remove)));
    let ends = |token: &Token| is_break(token) || token.sense() == Some(Sense::Filler);
    let others = tokens[place..].iter().skip_while(|token| !ends(token)).any(|token| {
        matches!(token.meaning, Meaning::Number(_) | Meaning::Ordinal(_) | Meaning::Quote(_))
    });
    (silenced && !others).then(says_nothing).flatten()
}

/// `上下颠倒了，请旋转180度`: how it lies, where it is told how it is to be turned.
fn before_a_turn(tokens: &[Token], place: usize) -> Option<(Meaning, &'static str)> {
    let turns = |token: &Token| {
        matches!(token.sense(), Some(Sense::Verb(Verb::Rotate)))
            || matches!(token.meaning, Meaning::Degrees(_))
    };
    tokens[place + 1..].iter().any(turns).then(says_nothing).flatten()
}

/// `move the garden to the start, together with its caption`: words that lie over a piece go where it goes.
fn goes_along(tokens: &[Token], place: usize) -> Option<(Meaning, &'static str)> {
    let one = |token: &Token| {
        matches!(token.meaning, Meaning::File(..) | Meaning::Files(_) | Meaning::Ordinal(_))
    };
    let goes = |token: &Token| {
        matches!(token.sense(), Some(Sense::Verb(Verb::Move | Verb::Remove)))
            || LISTS.goes_away.has(&token.text)
    };
    let named = tokens[..place].iter().any(one);
    // "Cake for 4 seconds with the caption “Fresh daily”": what it says is told.
    let told =
        tokens[place..].iter().take(6).any(|token| matches!(token.meaning, Meaning::Quote(_)));
    let along = named && !told && !goes_by_itself(tokens, place);
    (along && tokens.iter().any(goes)).then(says_nothing).flatten()
}

/// `龙骨和标题删掉`: the title of the film, which nothing says lies over the piece.
fn goes_by_itself(tokens: &[Token], place: usize) -> bool {
    let the = |token: &&Token| token.sense() != Some(Sense::Link(Link::The));
    let mut behind = tokens[place..].iter().filter(the);
    let (Some(joins), Some(words)) = (behind.next(), behind.next()) else { return false };
    let joined = LISTS.and_as_well.has(&joins.text) || says(joins, &["and", "&"]);
    let words =
        matches!(words.sense(), Some(Sense::Noun(Noun::Title | Noun::Caption | Noun::Text)));
    let together = behind.any(|token| LISTS.at_once.starts(&token.text) || token.text == "一并");
    let moves = tokens.iter().any(|token| token.sense() == Some(Sense::Verb(Verb::Move)));
    joined && words && !moves && !together
}

/// `bikes那段相机装反了，画面转180度`: the picture of the one piece that was told of.
fn picture_of(tokens: &[Token], place: usize) -> Option<(Meaning, &'static str)> {
    let file = |token: &&Token| matches!(token.meaning, Meaning::File(..));
    let mut named = tokens.iter().filter(file);
    let only = named.next().filter(|_| named.next().is_none())?;
    let told = tokens[..place].iter().position(|token| token.span == only.span)?;
    let apart = tokens[told..place].iter().any(is_break);
    let turned = tokens[place + 1..].iter().take(2).any(|next| {
        matches!(next.sense(), Some(Sense::Verb(Verb::Rotate | Verb::Turn) | Sense::Turning(_)))
            || matches!(next.meaning, Meaning::Degrees(_))
    });
    (apart && turned).then(|| (only.meaning.clone(), ""))
}

/// `海边那段底部写“热身” 整段都显示`: as long as the piece with which the words are seen.
fn of_its_piece(tokens: &[Token], place: usize) -> Option<(Meaning, &'static str)> {
    let file = |token: &Token| matches!(token.meaning, Meaning::File(..) | Meaning::Ordinal(_));
    let quote = |token: &Token| matches!(token.meaning, Meaning::Quote(_));
    let before = &tokens[..place];
    (before.iter().any(file) && before.iter().any(quote)).then(says_nothing).flatten()
}

/// `put the pictures in this order: library, garden, gates`.
fn then_names_them(tokens: &[Token], place: usize) -> Option<(Meaning, &'static str)> {
    let file = |token: &&Token| matches!(token.meaning, Meaning::File(..));
    let behind = tokens[place..].iter().filter(file).count();
    let before = tokens[..place].iter().filter(file).count();
    (behind > 1 && before == 0).then_some((known(Sense::Verb(Verb::Join)), ""))
}

/// `从公司网盘下载去年的录像`: out of what is no file of the session.
fn from_elsewhere(tokens: &[Token], place: usize) -> Option<(Meaning, &'static str)> {
    let part = tokens[..place].iter().rev().take_while(|token| !is_break(token));
    let part: Vec<&Token> = part.collect();
    let out = |token: &Token| LISTS.out_of_there.starts(&token.text);
    let file = |token: &Token| matches!(token.meaning, Meaning::File(..) | Meaning::Files(_));
    let strange = |token: &Token| token.meaning == Meaning::Unknown;
    // "下载下来": from wherever it is.
    let here = tokens.get(place + 1).is_some_and(|next| LISTS.to_here.starts(&next.text));
    if here {
        return Some((known_download(), ""));
    }
    let from = part.iter().any(|token| out(token) || LISTS.begins_a_fetch.has(&token.text));
    let known = part.iter().any(|token| file(token)) || !part.iter().any(|token| strange(token));
    (from && !known).then_some((known_download(), ""))
}

fn known_download() -> Meaning {
    known(Sense::Beyond(Beyond::Download))
}

/// `这四张老照片`: they are counted or pointed at, and made to look old where nothing does.
fn counted(tokens: &[Token], place: usize) -> Option<(Meaning, &'static str)> {
    let counts = |token: &Token| {
        matches!(token.meaning, Meaning::Number(_) | Meaning::Ordinal(_))
            || matches!(
                token.sense(),
                Some(Sense::Link(Link::The | Link::These | Link::All | Link::Each | Link::A))
            )
    };
    let before = place.checked_sub(1).map(|before| &tokens[before]);
    before.is_some_and(counts).then_some((known(Sense::Noun(Noun::Picture)), ""))
}

/// `onto its own track`, where sound is taken off its picture.
fn of_its_own(tokens: &[Token]) -> Option<(Meaning, &'static str)> {
    let detaches = |token: &Token| token.sense() == Some(Sense::Verb(Verb::Detach));
    tokens.iter().any(detaches).then_some((known(Sense::Filler), ""))
}

/// `…, the rest at normal speed`, where only a part plays at another one.
fn paced_before(tokens: &[Token], place: usize) -> Option<(Meaning, &'static str)> {
    let before = &tokens[..place];
    let paced = before.iter().any(|token| {
        matches!(token.meaning, Meaning::Speed(_) | Meaning::Percent(_))
            || matches!(token.sense(), Some(Sense::Pace(_)))
    });
    let timed = before.iter().any(|token| {
        matches!(token.meaning, Meaning::Range(..) | Meaning::Time(_))
            || matches!(token.meaning, Meaning::Head(_) | Meaning::Tail(_))
    });
    (paced && timed).then_some((known(Sense::Filler), ""))
}

/// `音量还是40%`, `音量仍为60%`: as much as before, and no other choice.
fn still_so_much(tokens: &[Token], place: usize) -> Option<(Meaning, &'static str)> {
    let amount = |token: &Token| {
        matches!(token.meaning, Meaning::Percent(_) | Meaning::Decibels(_) | Meaning::Time(_))
    };
    let next = tokens[place + 1..].iter().find(|token| token.sense() != Some(Sense::Filler));
    let before = place.checked_sub(1).map(|before| &tokens[before]);
    let of_what =
        before.is_some_and(|before| matches!(before.sense(), Some(Sense::Noun(_) | Sense::Filler)));
    (of_what && next.is_some_and(amount)).then_some((known(Sense::Filler), ""))
}

/// `download it from their channel`, `去B站把那条下载下来`: what is there cannot be had here.
fn fetched(tokens: &[Token], place: usize) -> Option<(Meaning, &'static str)> {
    let fetches = |token: &Token| LISTS.fetches.has(&token.text);
    let takes = |token: &Token| LISTS.takes_from_there.has(&token.text);
    let from = LISTS.out_of_there.has(&tokens[place].text);
    let there = tokens.iter().any(fetches) || (from && tokens.iter().any(takes));
    there.then_some((known(Sense::Beyond(Beyond::Download)), ""))
}

/// `generate a clip of a kingfisher`: of no file that there is.
fn not_of_files(tokens: &[Token], place: usize) -> Option<(Meaning, &'static str)> {
    let of_files = |token: &Token| {
        matches!(token.meaning, Meaning::File(..) | Meaning::Files(_))
            || matches!(
                token.sense(),
                Some(
                    Sense::Noun(Noun::File | Noun::Picture | Noun::Footage)
                        | Sense::Link(Link::These | Link::All | Link::Each)
                )
            )
    };
    let behind = tokens[place..].iter().skip(2);
    let of = behind.clone().position(|token| token.sense() == Some(Sense::Link(Link::Of)))?;
    let rest = behind.skip(of).take_while(|token| !is_break(token));
    (!rest.into_iter().any(of_files)).then_some((known(Sense::Beyond(Beyond::Generate)), ""))
}

/// `duplicate the sunset and put the copy right behind it`: that is where a copy goes.
fn behind_what_is_doubled(tokens: &[Token], place: usize) -> Option<(Meaning, &'static str)> {
    let doubles = |token: &Token| token.sense() == Some(Sense::Verb(Verb::Duplicate));
    tokens[..place].iter().any(doubles).then_some((known(Sense::Filler), ""))
}

/// `戒指特写`, `the ring close-up`: how near it was filmed says only which it is.
fn shot_of_it(tokens: &[Token], place: usize) -> Option<(Meaning, &'static str)> {
    let of = place.checked_sub(1).is_some_and(|before| {
        matches!(tokens[before].meaning, Meaning::File(..) | Meaning::Files(_))
    });
    of.then_some((known(Sense::Noun(Noun::Clip)), ""))
}

/// `use crowd.jpg in its place`: instead of what was told of, and nothing where that is not clear.
fn instead_of_it(tokens: &[Token], place: usize) -> Option<(Meaning, &'static str)> {
    let file = |token: &Token| matches!(token.meaning, Meaning::File(..) | Meaning::Files(_));
    tokens[..place].iter().any(file).then_some((known(Sense::Link(Link::Instead)), "instead"))
}

/// So many words has `bump the whole frame rate up to`.
const LONGEST_STEP: usize = 7;

/// `bump the whole thing to 4K`: the size of the film, and nothing of how loud it is.
fn before_a_format(tokens: &[Token], place: usize) -> Option<(Meaning, &'static str)> {
    let format = |token: &Token| {
        matches!(token.meaning, Meaning::Ratio(..) | Meaning::Rate(_))
            || matches!(token.sense(), Some(Sense::Resolution(_) | Sense::Shape(_)))
    };
    let leads = |token: &Token| {
        token.sense() == Some(Sense::Link(Link::To))
            || ["into"].contains(&token.text_small().as_str())
            || token.text.ends_with(['到', '至', '上'])
    };
    let phrase = tokens[place..].windows(2).take(LONGEST_STEP);
    let told = phrase.into_iter().any(|pair| leads(&pair[0]) && format(&pair[1]));
    told.then_some((known(Sense::Verb(Verb::Change)), "change"))
}

/// `at the 7 sec mark`: the moment alone.
fn moment_at(tokens: &[Token], place: usize) -> Option<(Meaning, &'static str)> {
    let time = |token: &&Token| matches!(token.meaning, Meaning::Time(_));
    let moment = tokens[place..].iter().take(2).find(time)?;
    Some((moment.meaning.clone(), "moment"))
}

/// `it looks like the 70s`: no 70 seconds.
fn of_those_years(tokens: &[Token], place: usize) -> Option<(Meaning, &'static str)> {
    let before = place.checked_sub(1).map(|before| tokens[before].text_small())?;
    let of = LISTS.of_years.has(&before);
    let told =
        tokens[place].sense() == Some(Sense::Link(Link::The)) || tokens[place].text.len() > 3;
    (of && told).then_some((Meaning::Unknown, "those years"))
}
