//! What is said beside a told film and asks for nothing: `it winds the dogs up`, `参数我写在详情里`.

use super::super::words::{Degree, LISTS, Link, Meaning, Noun, Sense, Verb, gives_a_reason};
use super::page::Page;
use std::ops::Range;

/// Takes the phrases that only tell something, and says them again.
pub fn take(page: &mut Page) -> Vec<String> {
    let is_free = |phrase: &Range<usize>| phrase.clone().any(|place| page.is_free(place));
    let remarks = page.phrases().into_iter().filter(|phrase| is_remark(page, phrase));
    let beside = page.bracketed().into_iter().filter(|places| is_said_beside(page, places));
    let whose = page.phrases().into_iter().filter_map(|phrase| says_whose_it_is(page, &phrase));
    let told: Vec<Range<usize>> = beside.chain(remarks).chain(whose).filter(is_free).collect();
    told.into_iter()
        .map(|phrase| {
            let said: Vec<&str> = phrase.clone().map(|place| page.text(place)).collect();
            let ascii = said.iter().all(|word| word.is_ascii());
            let said = said.join(if ascii { " " } else { "" });
            page.use_all(phrase);
            said
        })
        .collect()
}

/// `(he bolts after that, little sod)`: nothing that a film could have is told in the brackets.
fn is_said_beside(page: &Page, places: &Range<usize>) -> bool {
    let strange = |at: usize| *page.meaning(at) == Meaning::Unknown;
    places.clone().any(strange)
        && places.clone().all(|at| {
            page.shows(at).is_none()
                && !carries(page, at)
                && !matches!(page.sense(at), Some(Sense::Noun(_) | Sense::Look(_)))
                && !super::denied::is_deniable(page, at)
        })
}

/// `小兔子那段是心理中心的同学拍的`: whose a piece is, and nothing of how it is shown.
fn says_whose_it_is(page: &Page, phrase: &Range<usize>) -> Option<Range<usize>> {
    let named = phrase.clone().find(|at| page.shows(*at).is_some())?;
    let is = (named + 1..phrase.end).find(|at| page.says(*at, &["是"]))?;
    let told = is..phrase.end;
    let ends = page.text(phrase.end - 1).ends_with('的');
    let strange = told.clone().any(|at| *page.meaning(at) == Meaning::Unknown);
    let looks = |at: usize| {
        carries(page, at) || matches!(page.sense(at), Some(Sense::Look(_) | Sense::Tone(_)))
    };
    (ends && strange && !told.clone().any(looks)).then_some(told)
}

fn is_remark(page: &Page, phrase: &Range<usize>) -> bool {
    let strange = |place: usize| {
        *page.meaning(place) == Meaning::Unknown || is_told_without_marks(page, place)
    };
    let said: String = phrase.clone().map(|place| page.text(place).to_lowercase()).collect();
    let somebody =
        phrase.clone().any(|place| tells_of_somebody(page, place)) || LISTS.nobody.starts(&said);
    let reason = phrase.start > 0
        && (page.says(phrase.start, &["as", "since", "so"]) || begins_a_reason(page, phrase.start));
    let tells =
        somebody || reason || leads_to_a_list(page, phrase) || says_what_it_is(page, phrase);
    let tells = tells || says_what_it_shows(page, phrase) || opens_with_news(page, phrase);
    let last = is_said_last(page, phrase);
    let tells = tells || last;
    (phrase.clone().any(strange) && tells
        || gives_why(page, phrase)
        || is_left_for_later(page, phrase)
        || says_where_it_is_shown(page, phrase)
        || is_done_by_another(page, phrase)
        || says_what_somebody_cannot(page, phrase))
        && !lays_a_mark(page, phrase)
        && !phrase.clone().any(|place| {
            carries(page, place)
                && !is_named_again(page, place)
                && !(page.shows(place).is_some() && gives_why(page, phrase))
        })
        && (is_why(page, phrase)
            || last && phrase.clone().all(|place| names_nothing(page, place))
            || !phrase.clone().any(|place| wants(page, place)))
}

/// `右上角挂我店里的logo`: whose it is, and where it is to be.
fn lays_a_mark(page: &Page, phrase: &Range<usize>) -> bool {
    let mark = |at: usize| LISTS.logos.has(&page.text(at).to_lowercase());
    phrase.clone().any(|at| matches!(page.sense(at), Some(Sense::Place(_))))
        && phrase.clone().any(|at| mark(at) || page.shows(at).is_some())
}

/// `as nobody needs to see Oliver land in the ditch`: whatever is needed there is why, and no wish.
fn is_why(page: &Page, phrase: &Range<usize>) -> bool {
    let somebody = (phrase.start + 1..phrase.end).take(1).any(|at| {
        let text = page.text(at).to_lowercase();
        LISTS.nobody.has(&text) || LISTS.somebody.has(&text) || LISTS.tells_of.has(&text)
    });
    gives_why(page, phrase)
        || phrase.start > 0 && page.says(phrase.start, &["as", "since"]) && somebody
}

/// `because the hall lights were awful that night`: a file that is named there is no piece.
pub fn gives_why(page: &Page, phrase: &Range<usize>) -> bool {
    phrase.start > 0
        && gives_a_reason(&page.tokens(phrase.start - 1..phrase.start)[0])
        && !page.says(phrase.start - 1, &["so", "所以"])
}

/// `价格我写在评论里`: what stands behind `写` is taken for words to show, and has no marks around it.
fn is_told_without_marks(page: &Page, place: usize) -> bool {
    let behind = place > 0 && page.says(place - 1, &["写", "说"]);
    matches!(page.meaning(place), Meaning::Quote(words) if behind && words == page.text(place))
}

/// `Box office needs it by the half`: no thing and no look is in it that a film could have.
fn names_nothing(page: &Page, place: usize) -> bool {
    matches!(page.meaning(place), Meaning::Unknown | Meaning::Number(_))
        || matches!(
            page.sense(place),
            Some(
                Sense::Filler
                    | Sense::Break
                    | Sense::Link(_)
                    | Sense::Degree(Degree::Half)
                    | Sense::Lettering(_)
                    | Sense::Noun(Noun::Film | Noun::Promo)
            )
        )
}

/// `…, no music. Box office needs it by the half`, `…，浪声听着就挺好`: behind all that the film is of, and it orders nothing.
fn is_said_last(page: &Page, phrase: &Range<usize>) -> bool {
    let last = (0..page.len()).rev().find(|place| page.shows(*place).is_some());
    let valued = |at: usize| matches!(page.meaning(at), Meaning::Time(_) | Meaning::Percent(_));
    let values = (0..page.len()).rev().find(|place| valued(*place));
    let orders = |at: usize| {
        matches!(page.sense(at), Some(Sense::Verb(_) | Sense::Look(_) | Sense::Camera(_)))
            || matches!(
                page.sense(at),
                Some(Sense::Link(Link::Without | Link::Not | Link::With | Link::All))
            )
    };
    let things = |at: usize| {
        matches!(
            page.sense(at),
            Some(
                Sense::Tone(_)
                    | Sense::Pace(_)
                    | Sense::Turning(_)
                    | Sense::Noun(
                        Noun::Music | Noun::Transition | Noun::Title | Noun::Caption | Noun::Text
                    )
            )
        )
    };
    last.is_some_and(|last| last < phrase.start)
        && values.is_none_or(|value| value < phrase.start)
        && page.next_phrase(phrase).is_none()
        && phrase.start > 0
        && !phrase.clone().any(|at| orders(at) || things(at))
}

/// `两个娃今天满两岁啦 帮我把四张照片做成一个视频`: what has happened, before anything of the film is told.
fn opens_with_news(page: &Page, phrase: &Range<usize>) -> bool {
    let said: String = phrase.clone().map(|place| page.text(place)).collect();
    phrase.start == 0
        && page.next_phrase(phrase).is_some()
        && LISTS.ends_news.ends(&said)
        && phrase.clone().all(|place| names_nothing(page, place))
}

/// `tease for the six: …`, `试驾片头这么接：…`: what stands before a colon.
fn leads_to_a_list(page: &Page, phrase: &Range<usize>) -> bool {
    let platform = |at: usize| matches!(page.sense(at), Some(Sense::Platform(_)));
    phrase.start == 0
        && phrase.end < page.len()
        && page.says(phrase.end, &[":"])
        && !phrase.clone().any(platform)
}

/// `那是后厨`: of what was just named.
fn says_what_it_is(page: &Page, phrase: &Range<usize>) -> bool {
    let first = phrase.clone().find(|at| !page.text(*at).is_empty());
    first.is_some_and(|first| page.text(first).starts_with(['那', '这']))
        && phrase.clone().any(|at| page.text(at).ends_with('是'))
}

/// `bikes的前5秒 骑手送餐的 最后…`: strange words about the piece that was just named, and none of them a name.
fn says_what_it_shows(page: &Page, phrase: &Range<usize>) -> bool {
    let strange = |at: usize| *page.meaning(at) == Meaning::Unknown;
    let of = phrase.end > phrase.start && page.says(phrase.end - 1, &["的"]);
    let named = page
        .phrase_before(phrase)
        .is_some_and(|mut before| before.any(|at| page.shows(at).is_some()));
    of && named && phrase.clone().all(|at| strange(at) || page.is_light(at))
}

/// `店里电视放的`, `门口大屏用的`: whoever shows it, and nothing of the film.
fn says_where_it_is_shown(page: &Page, phrase: &Range<usize>) -> bool {
    let said: String = phrase.clone().map(|at| page.text(at)).collect();
    let plain = |at: usize| {
        names_nothing(page, at)
            || matches!(page.sense(at), Some(Sense::Verb(Verb::Show | Verb::Use | Verb::Move)))
    };
    phrase.start > 0
        && LISTS.shown_there.ends(&said)
        && phrase.clone().any(|at| *page.meaning(at) == Meaning::Unknown)
        && phrase.clone().all(plain)
}

/// `我不会弄这些`: it orders nothing.
fn says_what_somebody_cannot(page: &Page, phrase: &Range<usize>) -> bool {
    let not = |at: usize| page.sense(at) == Some(Sense::Link(Link::Not));
    LISTS.somebody.has(page.text(phrase.start))
        && phrase.clone().any(not)
        && !phrase.clone().any(|at| super::denied::is_deniable(page, at))
}

/// `音乐后期再说`, `titles to follow`.
fn is_left_for_later(page: &Page, phrase: &Range<usize>) -> bool {
    let said: Vec<String> = phrase.clone().map(|place| page.text(place).to_lowercase()).collect();
    LISTS.left_for_later.is_within(&said.join(""))
        || LISTS.left_for_later.is_within(&said.join(" "))
}

/// `文案由市场部添加`, `解说小李来配`: somebody who is no file, and what they do.
fn is_done_by_another(page: &Page, phrase: &Range<usize>) -> bool {
    let strange = |at: usize| *page.meaning(at) == Meaning::Unknown;
    let does = |at: usize| {
        matches!(
            page.sense(at),
            Some(Sense::Verb(Verb::Add | Verb::Make) | Sense::Link(Link::Saying))
        ) || *page.meaning(at) == Meaning::Unknown
    };
    let Some(by) = phrase.clone().find(|at| page.says(*at, &["由", "来"])) else { return false };
    let thing = page.sense(phrase.start).is_some_and(|sense| {
        super::super::words::is_sound_seam_or_text(sense) || matches!(sense, Sense::Beyond(_))
    });
    let somebody = if page.says(by, &["由"]) { by + 1..phrase.end } else { phrase.start + 1..by };
    thing && somebody.clone().any(strange) && (by + 1..phrase.end).any(does)
}

/// `everyone keeps asking for the cake so: cake 5 seconds`: the file is named where it is wanted.
fn is_named_again(page: &Page, place: usize) -> bool {
    let end = page.phrase(place).end;
    page.shows(place)
        .is_some_and(|file| (end..page.len()).any(|later| page.shows(later) == Some(file)))
}

/// The mark before a phrase is a word for a reason: `cos it winds the dogs up`.
fn begins_a_reason(page: &Page, start: usize) -> bool {
    page.text(start - 1).chars().any(char::is_alphanumeric)
}

fn tells_of_somebody(page: &Page, place: usize) -> bool {
    let text = page.text(place).to_lowercase().replace('’', "'");
    // "Copywriter's still on it".
    let strange = *page.meaning(place) == Meaning::Unknown && page.phrase(place).start == place;
    if strange && text.ends_with("'s") {
        return true;
    }
    let first = text.split_whitespace().next().unwrap_or_default();
    let first = first.strip_suffix("'ll").or_else(|| first.strip_suffix("'d")).unwrap_or(first);
    [&LISTS.somebody, &LISTS.tells_of, &LISTS.points_out, &LISTS.own_part]
        .iter()
        .any(|list| list.has(first) || list.has(&text))
}

/// What may be wanted of the film, even if it is only told.
pub fn carries(page: &Page, place: usize) -> bool {
    match page.meaning(place) {
        Meaning::Unknown | Meaning::Number(_) => false,
        Meaning::Quote(_) => !page.says(place.saturating_sub(1), &["写", "说"]),
        Meaning::Known(sense) => matches!(
            sense,
            Sense::Mood(_)
                | Sense::Shape(_)
                | Sense::Resolution(_)
                | Sense::Transition(_)
                | Sense::Link(Link::Each)
        ),
        _ => !belongs_to_a_name(page, place),
    }
}

/// `grandma's phone`: somebody, and not the file of that name.
pub fn belongs_to_a_name(page: &Page, place: usize) -> bool {
    let owns = |at: usize| page.says(at, &["'s", "’s"]);
    let thing = |at: usize| {
        *page.meaning(at) == Meaning::Unknown || matches!(page.sense(at), Some(Sense::Platform(_)))
    };
    place + 2 < page.len() && owns(place + 1) && thing(place + 2)
}

fn wants(page: &Page, place: usize) -> bool {
    let text = page.text(place).to_lowercase();
    text.split_whitespace().any(|word| LISTS.wanting.has(word)) || LISTS.wanting.has(&text)
}
