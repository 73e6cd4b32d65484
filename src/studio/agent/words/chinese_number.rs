//! Chinese numbers: `三十`, `两`, `一百二十`, `三点五`.

/// A number in Chinese characters at a place: the number and how many letters it takes.
pub fn in_characters(letters: &[char], at: usize) -> Option<(f64, usize)> {
    let run = &letters[at..];
    let whole = run.iter().take_while(|letter| is_numeral(**letter)).count();
    if whole == 0 {
        return None;
    }
    let number = value(&run[..whole])?;
    let fraction = fraction(&run[whole..]);
    let (part, more) = fraction.unwrap_or((0.0, 0));
    Some((number + part, whole + more))
}

fn digit(letter: char) -> Option<u32> {
    Some(match letter {
        '零' | '〇' => 0,
        '一' => 1,
        '二' | '两' | '俩' => 2,
        '三' | '仨' => 3,
        '四' => 4,
        '五' => 5,
        '六' => 6,
        '七' => 7,
        '八' => 8,
        '九' => 9,
        _ => return None,
    })
}

fn scale(letter: char) -> Option<u32> {
    match letter {
        '十' => Some(10),
        '百' => Some(100),
        '千' => Some(1000),
        _ => None,
    }
}

fn is_numeral(letter: char) -> bool {
    digit(letter).is_some() || scale(letter).is_some()
}

/// Digits read one by one (`三零`) when no scale stands among them, else as spoken (`三十五`). A last
/// digit after a hundred or thousand counts the next scale down (`一百二` is 120).
fn value(run: &[char]) -> Option<f64> {
    let (mut total, mut pending, mut last_scale, mut after_zero) = (0u32, None, 1u32, false);
    if !run.iter().any(|letter| scale(*letter).is_some()) {
        if is_about(run) {
            return None;
        }
        let read = |sum: u32, letter: &char| sum.checked_mul(10)?.checked_add(digit(*letter)?);
        return run.iter().try_fold(0u32, read).map(f64::from);
    }
    for letter in run {
        if let Some(scale) = scale(*letter) {
            total = total.checked_add(pending.take().unwrap_or(1).max(1) * scale)?;
            last_scale = scale;
        } else {
            pending = digit(*letter);
            after_zero = *letter == '零' || after_zero;
        }
    }
    let short = last_scale >= 100 && !after_zero;
    let rest = pending.unwrap_or(0) * if short { last_scale / 10 } else { 1 };
    Some(f64::from(total + rest))
}

/// `两三秒` is two or three of them, which is no number to act on.
fn is_about(run: &[char]) -> bool {
    let [one, other] = run else { return false };
    match (digit(*one), digit(*other)) {
        (Some(one), Some(other)) => one > 0 && (other == one + 1 || other == one + 2),
        _ => false,
    }
}

/// `点五` after a whole number.
fn fraction(rest: &[char]) -> Option<(f64, usize)> {
    if rest.first() != Some(&'点') {
        return None;
    }
    let digits: Vec<u32> = rest[1..].iter().map_while(|letter| digit(*letter)).take(6).collect();
    let part = digits.iter().rev().fold(0.0, |part, digit| (part + f64::from(*digit)) / 10.0);
    (!digits.is_empty()).then_some((part, 1 + digits.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_in_characters_count_the_same_as_digits() {
        for (written, number, length) in [
            ("三十秒", 30.0, 2),
            ("十五", 15.0, 2),
            ("两", 2.0, 1),
            ("二十五", 25.0, 3),
            ("一百二", 120.0, 3),
            ("一百零二", 102.0, 4),
            ("三零", 30.0, 2),
            ("三点五", 3.5, 3),
            ("十", 10.0, 1),
        ] {
            let letters: Vec<char> = written.chars().collect();
            assert_eq!(in_characters(&letters, 0), Some((number, length)), "{written}");
        }
        for about in ["两三秒", "三五", "七八个", "点"] {
            let letters: Vec<char> = about.chars().collect();
            assert_eq!(in_characters(&letters, 0), None, "{about}");
        }
    }
}
