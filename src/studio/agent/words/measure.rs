//! Numbers with what they count: times, percents, ratios, ordinals.

use crate::draft::Millis;

use super::letters::{ends_word, is_han, is_latin, spaces, written_at};
use super::lexicon::{Unit, is_counter, unit_at};
use super::spelling::is_slip_of;
use super::token::Meaning;
use super::{chinese_number, english_number};

/// What is measured at a place, and how many letters it takes.
pub fn measure_at(letters: &[char], at: usize) -> Option<(Meaning, usize)> {
    letters.get(at).filter(|letter| may_begin(**letter))?;
    unit_and_a_half(letters, at)
        .or_else(|| primes(letters, at))
        .or_else(|| clock(letters, at))
        .or_else(|| share(chinese_fraction(letters, at).or_else(|| slashed(letters, at))))
        .or_else(|| ratio(letters, at))
        .or_else(|| chinese_percent(letters, at))
        .or_else(|| tenths(letters, at))
        .or_else(|| chinese_ordinal(letters, at))
        .or_else(|| english_ordinal(letters, at))
        .or_else(|| time(letters, at).map(|(time, length)| (Meaning::Time(time), length)))
        .or_else(|| share(english_number::fraction(letters, at)))
        .or_else(|| seconds_first(letters, at))
        .or_else(|| percent(letters, at))
        .or_else(|| counted(letters, at))
}

/// Whether anything that is measured is ever written with that letter first.
fn may_begin(letter: char) -> bool {
    match letter {
        '.' | 'a' | 'c' | 'e' | 'f' | 'h' | 'm' | 'n' | 'o' | 'q' | 's' | 't' | 'z' => true,
        _ => !letter.is_ascii() || letter.is_ascii_digit(),
    }
}

/// A bare number with its counting word, if it has one. `一个` is left to the vocabulary: it is more
/// often an article than a number.
fn counted(letters: &[char], at: usize) -> Option<(Meaning, usize)> {
    let (number, length) = number(letters, at)?;
    // `2号图片` is the second, not two of them.
    if letters.get(at + length) == Some(&'号') && number.fract() == 0.0 {
        #[expect(clippy::cast_possible_truncation, reason = "clamped just before")]
        let place = number.clamp(0.0, 1e6) as i32;
        return Some((Meaning::Ordinal(place), length + 1));
    }
    let is_article = letters.get(at) == Some(&'一') && length == 1;
    let counter = if is_article { 0 } else { counter(letters, at + length) };
    Some((Meaning::Number(number), length + counter))
}

/// A bare number in any spelling.
pub fn number(letters: &[char], at: usize) -> Option<(f64, usize)> {
    english_number::digits(letters, at)
        .or_else(|| english_number::in_words(letters, at))
        .or_else(|| chinese_number::in_characters(letters, at))
}

fn english_ordinal(letters: &[char], at: usize) -> Option<(Meaning, usize)> {
    english_number::ordinal(letters, at).map(|(place, length)| (Meaning::Ordinal(place), length))
}

/// The shapes that people name by two numbers; other pairs with a colon are times.
const RATIOS: [(u32, u32); 12] = [
    (16, 9),
    (9, 16),
    (1, 1),
    (4, 5),
    (5, 4),
    (4, 3),
    (3, 4),
    (21, 9),
    (3, 2),
    (2, 3),
    (2, 1),
    (1, 2),
];

/// `9:16`, `16x9`, `1080x1920`.
fn ratio(letters: &[char], at: usize) -> Option<(Meaning, usize)> {
    let (width, first) = whole(letters, at)?;
    let joint = letters.get(at + first)?;
    let (height, second) = whole(letters, at + first + 1)?;
    let length = first + 1 + second;
    let known = matches!(joint, ':' | '比') && RATIOS.contains(&(width, height));
    let size = *joint == 'x' && width > 0 && height > 0;
    // "4:5: crowd, neon": a colon with nothing of a time behind it only parts.
    let goes_on = letters.get(at + length) == Some(&':')
        && letters.get(at + length + 1).is_some_and(char::is_ascii_digit);
    let over = ends_word(letters, at + length) && !goes_on;
    ((known || size) && over).then_some((Meaning::Ratio(width, height), length))
}

/// `0:05`, `1:20`, `00:00:05.500`; never one of the known shapes.
fn clock(letters: &[char], at: usize) -> Option<(Meaning, usize)> {
    let (mut seconds, mut length) = whole(letters, at).map(|(n, length)| (f64::from(n), length))?;
    let mut parts = 1;
    while letters.get(at + length) == Some(&':') && parts < 3 {
        // "From 0:01 to 0:05: “Ruth”": a colon behind it is no part of it.
        let next = whole(letters, at + length + 1).filter(|(_, more)| *more == 2);
        let Some((part, more)) = next else { break };
        seconds = seconds * 60.0 + f64::from(part);
        length += 1 + more;
        parts += 1;
    }
    if parts == 1 || (parts == 2 && ratio(letters, at).is_some()) {
        return None;
    }
    if letters.get(at + length) == Some(&'.') {
        let more = letters[at + length + 1..].iter().take_while(|l| l.is_ascii_digit()).count();
        let fraction: String = letters[at + length..at + length + 1 + more].iter().collect();
        seconds += format!("0{fraction}0").parse().unwrap_or(0.0);
        length += if more > 0 { 1 + more } else { 0 };
    }
    Some((Meaning::Time(Millis::from_secs_rounded(seconds)), length))
}

/// `1'20"`, `1'20`: minutes and seconds.
fn primes(letters: &[char], at: usize) -> Option<(Meaning, usize)> {
    let (minutes, first) = whole(letters, at)?;
    (letters.get(at + first) == Some(&'\'')).then_some(())?;
    let (seconds, second) = whole(letters, at + first + 1).filter(|(_, digits)| *digits == 2)?;
    let length = first + 1 + second;
    let closed = usize::from(letters.get(at + length) == Some(&'"'));
    let time = Millis::from_secs(u64::from(minutes) * 60 + u64::from(seconds));
    Some((Meaning::Time(time), length + closed))
}

/// A share that was said as so many parts of so many, as a percent.
fn share(fraction: Option<(f64, f64, usize)>) -> Option<(Meaning, usize)> {
    let (above, below, length) = fraction?;
    let sound = (2.0..=100.0).contains(&below) && (1.0..=below).contains(&above);
    sound.then_some((Meaning::Percent(above / below * 100.0), length))
}

/// `三分之一`; `百分之三十` is a percent already.
fn chinese_fraction(letters: &[char], at: usize) -> Option<(f64, f64, usize)> {
    let (below, first) = chinese_number::in_characters(letters, at)
        .or_else(|| english_number::digits(letters, at))?;
    letters[at + first..].starts_with(&['分', '之']).then_some(())?;
    let (above, second) = number(letters, at + first + 2)?;
    Some((above, below, first + 2 + second))
}

/// `1/3`.
fn slashed(letters: &[char], at: usize) -> Option<(f64, f64, usize)> {
    let (above, first) = whole(letters, at)?;
    (letters.get(at + first) == Some(&'/')).then_some(())?;
    let (below, second) = whole(letters, at + first + 1)?;
    let length = first + 1 + second;
    ends_word(letters, at + length).then_some((f64::from(above), f64::from(below), length))
}

fn whole(letters: &[char], at: usize) -> Option<(u32, usize)> {
    let run = letters.get(at..)?;
    let length = run.iter().take_while(|letter| letter.is_ascii_digit()).count();
    let written: String = run[..length].iter().collect();
    Some((written.parse().ok()?, length))
}

/// A number and its unit, with smaller units after it: `5s`, `1 min 20`, `两分半`, `a minute`.
fn time(letters: &[char], at: usize) -> Option<(Millis, usize)> {
    let (amount, mut length, unit) = amount(letters, at)?;
    let mut seconds = amount * unit.seconds();
    if let Some(more) = half_more(letters, at + length) {
        seconds += unit.seconds() / 2.0;
        length += more;
    } else if let Some((rest, more)) = smaller(letters, at + length, unit) {
        seconds += rest;
        length += more;
    }
    Some((Millis::from_secs_rounded(seconds), length))
}

/// `seconds 2` of `seconds 2 to 5`.
fn seconds_first(letters: &[char], at: usize) -> Option<(Meaning, usize)> {
    let unit = ["seconds ", "second ", "secs ", "sec "]
        .map(|unit| unit.chars().collect::<Vec<char>>())
        .into_iter()
        .find(|unit| letters[at..].starts_with(unit))?;
    // "The second 2 seconds" are two of them.
    let one = !unit.ends_with(&['s', ' ']);
    if one && time(letters, at + unit.len()).is_some() {
        return None;
    }
    let (number, length) = english_number::digits(letters, at + unit.len())?;
    Some((Meaning::Time(Millis::from_secs_rounded(number)), unit.len() + length))
}

/// `secnds`: a long word behind a number is looked at for a slip.
fn misspelt_unit(letters: &[char], at: usize) -> Option<(Unit, usize)> {
    let length = letters.get(at..)?.iter().take_while(|letter| is_latin(**letter)).count();
    let word = letters.get(at..at + length).filter(|word| word.len() > 4)?;
    let units = [
        ("second", Unit::Second),
        ("seconds", Unit::Second),
        ("minute", Unit::Minute),
        ("minutes", Unit::Minute),
    ];
    let is_slip = |name: &str| is_slip_of(word, &name.chars().collect::<Vec<_>>());
    units.into_iter().find(|(name, _)| is_slip(name)).map(|(_, unit)| (unit, length))
}

/// A number, perhaps a space or hyphen, and a unit.
fn amount(letters: &[char], at: usize) -> Option<(f64, usize, Unit)> {
    let (number, length) =
        number(letters, at).or_else(|| article(letters, at)).or_else(|| half(letters, at))?;
    let gap = spaces(letters, at + length);
    let gap = if gap == 0 { usize::from(letters.get(at + length) == Some(&'-')) } else { gap };
    let counter = usize::from(letters.get(at + length + gap) == Some(&'个'));
    let (unit, more) = unit_at(letters, at + length + gap)
        .or_else(|| unit_at(letters, at + length + gap + counter))
        .or_else(|| misspelt_unit(letters, at + length + gap))?;
    let counter = if unit_at(letters, at + length + gap).is_some() { 0 } else { counter };
    Some((number, length + gap + counter + more, unit))
}

/// `a minute`, `a couple of seconds`: but `a second` is as often another one as it is a time.
fn article(letters: &[char], at: usize) -> Option<(f64, usize)> {
    const ARTICLES: [(&str, &str, f64); 12] = [
        ("a full", " second", 1.0),
        ("a whole", " second", 1.0),
        ("one full", " second", 1.0),
        ("a", " minute", 1.0),
        ("an", " hour", 1.0),
        ("a", " min", 1.0),
        ("a couple of", " seconds", 2.0),
        ("couple of", " seconds", 2.0),
        ("a couple", " seconds", 2.0),
        ("a couple of", " minutes", 2.0),
        ("a quarter of a", " second", 0.25),
        ("a quarter of a", " minute", 0.25),
    ];
    ARTICLES.iter().find_map(|(article, unit, number)| {
        let phrase = article.chars().chain(unit.chars());
        written_at(letters, at, phrase).map(|_| (*number, article.len()))
    })
}

/// `半分钟`, `half-second`.
fn half(letters: &[char], at: usize) -> Option<(f64, usize)> {
    let word: Vec<char> = "half".chars().collect();
    let joined = matches!(letters.get(at + word.len()), Some(' ' | '-'));
    if letters[at..].starts_with(&word) && joined {
        return Some((0.5, word.len()));
    }
    let quarter: Vec<char> = "quarter-second".chars().collect();
    let same = |(one, other): (&char, &char)| one == other || (*one == '-' && *other == ' ');
    let near = letters.get(at..at + quarter.len());
    if near.is_some_and(|near| quarter.iter().zip(near).all(same)) {
        return Some((0.25, "quarter".len()));
    }
    (letters.get(at) == Some(&'半')).then_some((0.5, 1))
}

/// `the last second and a half`, `a second and a half`: alone a `second` is as often another one.
fn unit_and_a_half(letters: &[char], at: usize) -> Option<(Meaning, usize)> {
    const UNITS: [(&str, f64); 4] = [
        ("a second and a half", 1.5),
        ("second and a half", 1.5),
        ("a minute and a half", 90.0),
        ("minute and a half", 90.0),
    ];
    UNITS.iter().find_map(|(words, time)| {
        let length = written_at(letters, at, words.chars())?;
        Some((Meaning::Time(Millis::from_secs_rounded(*time)), length))
    })
}

/// `两秒半`, `a minute and a half`.
fn half_more(letters: &[char], at: usize) -> Option<usize> {
    if letters.get(at) == Some(&'半') {
        return Some(if letters.get(at + 1) == Some(&'钟') { 2 } else { 1 });
    }
    written_at(letters, at, " and a half".chars())
}

/// What follows minutes or hours: `1 min 20 s`, `1分20秒`, and the bare `1 min 20`.
fn smaller(letters: &[char], at: usize, unit: Unit) -> Option<(f64, usize)> {
    if !matches!(unit, Unit::Minute | Unit::Hour) {
        return None;
    }
    let and: Vec<char> = " and ".chars().collect();
    let mut gap = if letters[at..].starts_with(&and) { and.len() } else { spaces(letters, at) };
    gap += usize::from(letters.get(at + gap) == Some(&'零'));
    if let Some((number, length, smaller)) = amount(letters, at + gap) {
        let rest = number * smaller.seconds();
        return (rest < unit.seconds()).then_some((rest, gap + length));
    }
    let (number, length) = english_number::digits(letters, at + gap)?;
    let after = at + gap + length;
    let next = letters.get(after + spaces(letters, after));
    let stands_alone = next.is_none_or(|letter| !letter.is_alphanumeric() || *letter == '的');
    (gap > 0 && unit == Unit::Minute && number < 60.0 && stands_alone)
        .then_some((number, gap + length))
}

fn percent(letters: &[char], at: usize) -> Option<(Meaning, usize)> {
    let (number, length) = number(letters, at)?;
    let gap = spaces(letters, at + length);
    let sign = ["%", "percent", "per cent"].iter().find_map(|sign| {
        let end = at + length + gap;
        written_at(letters, end, sign.chars())
            .or_else(|| (*sign == "%" && letters.get(end) == Some(&'%')).then_some(1))
    })?;
    Some((Meaning::Percent(number), length + gap + sign))
}

/// `百分之三十`.
fn chinese_percent(letters: &[char], at: usize) -> Option<(Meaning, usize)> {
    const OF_HUNDRED: [char; 3] = ['百', '分', '之'];
    letters[at..].starts_with(&OF_HUNDRED).then_some(())?;
    let (number, length) = number(letters, at + 3)?;
    Some((Meaning::Percent(number), 3 + length))
}

/// `三成`, `三成五`, `一成二`: so many tenths, and hundredths; `3成一个视频` is none.
fn tenths(letters: &[char], at: usize) -> Option<(Meaning, usize)> {
    const DIGITS: &str = "一二三四五六七八九";
    let (number, length) = number(letters, at)?;
    (letters.get(at + length) == Some(&'成')).then_some(())?;
    let whole = number.fract() == 0.0 && (1.0..=10.0).contains(&number);
    let (next, behind) = (letters.get(at + length + 1), letters.get(at + length + 2));
    let counts = behind.is_some_and(|letter| "段张个条幅秒倍次行句份部".contains(*letter));
    let hundredths = match next.filter(|_| !counts) {
        Some('半') => Some(5_u8),
        Some(digit) => (1..).zip(DIGITS.chars()).find(|(_, d)| d == digit).map(|(more, _)| more),
        None => None,
    };
    let over = next.is_none_or(|next| !is_han(*next) || "的左右吧了就音大透亮速，".contains(*next));
    (whole && (over || hundredths.is_some())).then(|| {
        let taken = 1 + usize::from(hundredths.is_some());
        let more = hundredths.map_or(0.0, f64::from);
        (Meaning::Percent(number * 10.0 + more), length + taken)
    })
}

/// `第三段`, `倒数第二张`, `最后一个`; `第3秒` is a moment.
fn chinese_ordinal(letters: &[char], at: usize) -> Option<(Meaning, usize)> {
    if let Some(length) = last_one(letters, at) {
        return Some((Meaning::Ordinal(-1), length));
    }
    if let Some(found) = at_an_end(letters, at) {
        return Some(found);
    }
    let backwards = letters[at..].starts_with(&['倒', '数', '第']);
    let lead = if backwards { 3 } else { usize::from(letters.get(at) == Some(&'第')) };
    if lead == 0 {
        return None;
    }
    let gap = spaces(letters, at + lead);
    if !backwards && let Some((time, length)) = time(letters, at + lead + gap) {
        return Some((Meaning::Time(time), lead + gap + length));
    }
    let (number, length) = number(letters, at + lead + gap)?;
    #[expect(clippy::cast_possible_truncation, reason = "clamped just before")]
    let place = number.clamp(0.0, 1e6) as i32;
    let length = lead + gap + length;
    let counter = counter(letters, at + length);
    Some((Meaning::Ordinal(if backwards { -place } else { place }), length + counter))
}

/// `最后一段`, but not `最后一秒`.
fn last_one(letters: &[char], at: usize) -> Option<usize> {
    let found = ["最后一", "末尾一", "最末一"].iter().find(|phrase| {
        letters[at..].iter().copied().take(phrase.chars().count()).eq(phrase.chars())
    })?;
    let length = found.chars().count();
    Some(counter(letters, at + length)).filter(|more| *more > 0).map(|more| length + more)
}

/// `首镜`, `末张`, `头一张` where a wish begins with it: behind a name that may be a part of what is named.
fn at_an_end(letters: &[char], at: usize) -> Option<(Meaning, usize)> {
    const ENDS: [(&str, i32); 6] =
        [("首", 1), ("头一", 1), ("打头那", 1), ("末", -1), ("尾", -1), ("最末那", -1)];
    let begins = |before: char| !is_han(before) && !is_latin(before);
    let before = at.checked_sub(1).map(|before| letters[before]);
    if before.is_some_and(|before| !begins(before) && !"把将给让和与跟对".contains(before))
    {
        return None;
    }
    let (phrase, place) = ENDS.into_iter().find(|(phrase, _)| {
        let length = phrase.chars().count();
        letters[at..].iter().copied().take(length).eq(phrase.chars())
    })?;
    let length = phrase.chars().count();
    let counts = letters.get(at + length).is_some_and(|letter| "张段幅".contains(*letter));
    counts.then_some((Meaning::Ordinal(place), length + 1))
}

/// How many letters a counting word takes there, with the spaces before it.
fn counter(letters: &[char], at: usize) -> usize {
    let gap = spaces(letters, at);
    let counts = letters.get(at + gap).is_some_and(|letter| is_han(*letter) && is_counter(*letter));
    if counts { gap + 1 } else { 0 }
}

#[cfg(test)]
mod tests {
    use super::super::letters::alike;
    use super::*;

    fn whole_of(written: &str) -> Option<Meaning> {
        let letters = alike(written);
        measure_at(&letters, 0)
            .filter(|(_, length)| *length == letters.len())
            .map(|(found, _)| found)
    }

    #[test]
    fn times_in_every_spelling() {
        for (written, ms) in [
            ("5s", 5000),
            ("5 seconds", 5000),
            ("20-second", 20_000),
            ("thirty seconds", 30_000),
            ("half a second", 500),
            ("half-second", 500),
            ("half second", 500),
            ("a second and a half", 1500),
            ("second and a half", 1500),
            ("一秒半", 1500),
            ("two and a half seconds", 2500),
            ("0:05", 5000),
            ("00:00:05.500", 5500),
            ("1:20", 80_000),
            ("1 min 20", 80_000),
            ("1m20s", 80_000),
            ("1 minute and 20 seconds", 80_000),
            ("a minute and a half", 90_000),
            ("half a minute", 30_000),
            ("500ms", 500),
            ("1.5s", 1500),
            ("三十秒", 30_000),
            ("3秒钟", 3000),
            ("两秒半", 2500),
            ("半分钟", 30_000),
            ("一分半", 90_000),
            ("一分半钟", 90_000),
            ("1分20秒", 80_000),
            ("一分零五秒", 65_000),
            ("三点五秒", 3500),
            ("第3秒", 3000),
            ("０：０５", 5000),
            ("1'20", 80_000),
            ("a couple of seconds", 2000),
            ("a quarter of a second", 250),
            ("two hundred seconds", 200_000),
            ("一百五十秒", 150_000),
            ("一分钟二十秒", 80_000),
        ] {
            assert_eq!(whole_of(written), Some(Meaning::Time(Millis(ms))), "{written}");
        }
    }

    #[test]
    fn shapes_percents_and_ordinals_are_no_times() {
        for (written, meaning) in [
            ("9:16", Meaning::Ratio(9, 16)),
            ("16:9", Meaning::Ratio(16, 9)),
            ("1080x1920", Meaning::Ratio(1080, 1920)),
            ("4：5", Meaning::Ratio(4, 5)),
            ("30%", Meaning::Percent(30.0)),
            ("thirty percent", Meaning::Percent(30.0)),
            ("百分之三十", Meaning::Percent(30.0)),
            ("百分之30", Meaning::Percent(30.0)),
            ("3rd", Meaning::Ordinal(3)),
            ("second", Meaning::Ordinal(2)),
            ("第二段", Meaning::Ordinal(2)),
            ("第 2 张", Meaning::Ordinal(2)),
            ("倒数第二个", Meaning::Ordinal(-2)),
            ("最后一张", Meaning::Ordinal(-1)),
            ("2号", Meaning::Ordinal(2)),
            ("a fifth", Meaning::Percent(20.0)),
            ("three quarters", Meaning::Percent(75.0)),
            ("1/4", Meaning::Percent(25.0)),
            ("五分之一", Meaning::Percent(20.0)),
            ("三成", Meaning::Percent(30.0)),
            ("七成五", Meaning::Percent(75.0)),
            ("三", Meaning::Number(3.0)),
            ("12", Meaning::Number(12.0)),
        ] {
            assert_eq!(whole_of(written), Some(meaning), "{written}");
        }
        assert_eq!(whole_of("a second"), None);
    }
}
