//! Web addresses within a text.

use url::Url;

/// The addresses in a text, as they stand there: `http` or `https`, well formed, and of plain letters
/// alone, so that none can steer a terminal or look like another.
#[must_use]
pub fn addresses(text: &str) -> Vec<String> {
    let beginnings = text.match_indices("http").map(|(at, _)| at);
    let mut end = 0;
    let mut found = Vec::new();
    for at in beginnings {
        if at < end {
            continue;
        }
        let letters = text[at..].find(|letter: char| !letter.is_ascii_graphic());
        let run = &text[at..letters.map_or(text.len(), |length| at + length)];
        // What closes a sentence or a bracket around it is not part of it.
        let run = run.trim_end_matches(['.', ',', ';', ':', '!', '?', ')', ']', '>', '"', '\'']);
        if is_address(run) {
            end = at + run.len();
            found.push(run.to_owned());
        }
    }
    found
}

fn is_address(text: &str) -> bool {
    let begins = text.starts_with("https://") || text.starts_with("http://");
    begins && Url::parse(text).is_ok_and(|url| url.has_host())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_found_without_what_closes_the_sentence() {
        for (text, found) in [
            (
                "Get more at https://a.example/register?bind=anon_1.",
                vec!["https://a.example/register?bind=anon_1"],
            ),
            ("可在 https://a.example 获取更多。", vec!["https://a.example"]),
            ("(http://a.b/c) and https://d.e/?f=g, too", vec!["http://a.b/c", "https://d.e/?f=g"]),
            ("https:// ftp://a.b httpx", vec![]),
            ("https://a.example/\u{1b}]8;;x", vec!["https://a.example/"]),
            ("见https://a.example。", vec!["https://a.example"]),
        ] {
            assert_eq!(addresses(text), found, "{text}");
        }
    }
}
