//! Sizes of files as people write them.

/// `8MB`, `8 mb`, `500k`, `1.5GB`, `8MiB`, bytes without a unit.
#[must_use]
pub fn said_size(text: &str) -> Option<u64> {
    let text = text.trim().to_ascii_lowercase();
    let end = text.find(|letter: char| !(letter.is_ascii_digit() || letter == '.'));
    let (number, unit) = text.split_at(end.unwrap_or(text.len()));
    let unit = match unit.trim() {
        "" | "b" => 1.0,
        "k" | "kb" => 1e3,
        "m" | "mb" => 1e6,
        "g" | "gb" => 1e9,
        "kib" => 1024.0,
        "mib" => 1_048_576.0,
        "gib" => 1_073_741_824.0,
        _ => return None,
    };
    let bytes = number.parse::<f64>().ok()? * unit;
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "in range")]
    let whole = |bytes: f64| bytes as u64;
    (1.0..1e15).contains(&bytes).then(|| whole(bytes))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_are_read_as_people_write_them() {
        for (text, bytes) in [
            ("8MB", 8_000_000),
            ("8 mb", 8_000_000),
            ("500k", 500_000),
            ("1.5GB", 1_500_000_000),
            ("8MiB", 8_388_608),
            ("1234", 1_234),
        ] {
            assert_eq!(said_size(text), Some(bytes), "{text}");
        }
        for text in ["", "MB", "-8MB", "8 parsecs", "0", "inf", "1e99"] {
            assert_eq!(said_size(text), None, "{text}");
        }
    }
}
