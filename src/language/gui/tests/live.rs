//! Words are shown as they come; only what may become an instruction waits.

use super::GuiFilter;

/// What each piece shows.
fn shown(pieces: &[&str]) -> Vec<String> {
    let mut filter = GuiFilter::default();
    let mut shown: Vec<String> = pieces.iter().map(|piece| filter.push(piece).text).collect();
    shown.push(filter.finish().text);
    shown
}

#[test]
fn plain_words_are_shown_at_once() {
    assert_eq!(
        shown(&["I mad", "e a 30 s film", " from six pictures", " with music."]),
        ["I mad", "e a 30 s film", " from six pictures", " with music.", ""]
    );
    assert_eq!(shown(&["我做了一个", "30秒的片子。"]), ["我做了一个", "30秒的片子。", ""]);
}

#[test]
fn a_word_that_may_join_an_instruction_waits_for_the_next() {
    assert_eq!(
        shown(&["I added a title and", " music", ", and you can", " hear it now", ". Good."]),
        ["I added a title", " and music", "", ", and you can hear it now", ". Good.", ""]
    );
}

#[test]
fn an_instruction_waits_for_its_end_and_is_never_shown() {
    assert_eq!(
        shown(&["Done. Cl", "ick the", " Export button to", " save it", ". Enjoy", "!"]),
        ["Done.", "", "", "", " Enjoy", "!", ""]
    );
}

#[test]
fn what_turns_out_to_be_none_is_shown_with_the_word_that_tells() {
    assert_eq!(
        shown(&["Cli", "ck so", "unds were added"]),
        ["", "", "Click sounds were added", ""]
    );
}

#[test]
fn code_is_shown_as_it_comes() {
    assert_eq!(
        shown(&["```\ncli", "ck Exp", "ort\n``", "`"]),
        ["```\ncli", "ck Exp", "ort\n", "```", ""]
    );
}

#[test]
fn a_whole_sentence_waits_no_longer_than_for_a_pause() {
    let mut filter = GuiFilter::default();
    assert_eq!(filter.push("On it.").text, "");
    assert_eq!(filter.pause().text, "On it.");
    assert_eq!(filter.push(" Click the Export button.").text, "");
    let paused = filter.pause();
    assert_eq!((paused.text.as_str(), paused.offers.len()), ("", 1));
    assert_eq!(filter.push(" Click the Exp").text, "");
    assert_eq!(filter.pause().text, "", "half an instruction is none yet");
    assert_eq!(filter.push("ort button. Enjoy!").text, " Enjoy!");
}
