//! Where the pieces are cut makes no difference.

use proptest::prelude::*;

use super::{chinese, english, paragraphs, pieces, untouched, whole};

fn answers() -> Vec<String> {
    let cases = [english::CASES, chinese::CASES, paragraphs::CASES];
    let said = cases.iter().flat_map(|cases| cases.iter().map(|(said, ..)| (*said).to_owned()));
    said.chain(untouched::SENTENCES.iter().map(|said| (*said).to_owned())).collect()
}

fn letters(text: &str) -> Vec<&str> {
    text.char_indices().map(|(at, letter)| &text[at..at + letter.len_utf8()]).collect()
}

#[test]
fn every_single_cut_gives_the_same() {
    for answer in answers() {
        let expected = whole(&answer);
        for (cut, _) in answer.char_indices() {
            let (one, two) = answer.split_at(cut);
            assert_eq!(pieces([one, two].into_iter()), expected, "cut at {cut} of {answer:?}");
        }
        assert_eq!(pieces(letters(&answer).into_iter()), expected, "letter by letter: {answer:?}");
    }
}

#[test]
fn a_sign_before_an_instruction_waits_for_its_words() {
    for answer in ["`打开面板", "` 打开导出", "` click Export"] {
        assert_eq!(pieces(letters(answer).into_iter()), whole(answer), "{answer:?}");
    }
}

/// Words that instructions are made of, and what stands between them.
const WORDS: &[&str] = &[
    "Click",
    "click",
    "the",
    "Export",
    "button",
    "to",
    "save",
    "it",
    ",",
    ".",
    "and",
    "or",
    "then",
    "you can",
    "Drag",
    "drag",
    "and drop",
    "title",
    "3 s",
    "3.5",
    "timeline",
    "in",
    "panel",
    "open",
    "Open",
    "I",
    "added",
    "\"",
    "“",
    "”",
    "‘",
    "’",
    "don't",
    "`",
    "```",
    "\n",
    "\n\n",
    "- ",
    "1. ",
    "2. ",
    ":",
    "?",
    "!",
    "(",
    ")",
    "**",
    "—",
    " - ",
    "Next steps",
    "if",
    "by",
    "clicking",
    "with",
    "using",
    "tell me",
    "点击",
    "导出",
    "按钮",
    "，",
    "。",
    "把",
    "标题",
    "拖到",
    "秒",
    "您可以",
    "已",
    "了",
    "在",
    "时间线",
    "上",
    "打开",
    "面板",
    "：",
    "如果",
    "预览",
    "x",
    "#",
    "|",
    "see",
    "your account",
    "You'll find",
    "Tip",
    "also",
    "move",
    "then click",
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn any_words_in_any_cuts_give_the_same(
        words in prop::collection::vec((prop::sample::select(WORDS), any::<bool>()), 0..24),
        cuts in prop::collection::vec(0_usize..200, 0..12),
    ) {
        let answer: String = words
            .iter()
            .map(|(word, space)| format!("{word}{}", if *space { " " } else { "" }))
            .collect();
        let expected = whole(&answer);
        let mut cuts: Vec<usize> =
            cuts.into_iter().filter(|cut| answer.is_char_boundary(*cut)).collect();
        cuts.extend([0, answer.len()]);
        cuts.sort_unstable();
        let cut = cuts.windows(2).map(|pair| &answer[pair[0]..pair[1]]);
        prop_assert_eq!(pieces(cut), expected.clone(), "{:?}", answer);
        prop_assert_eq!(pieces(letters(&answer).into_iter()), expected, "{:?}", answer);
    }

    #[test]
    fn sentences_one_after_the_other_in_any_cuts_give_the_same(
        chosen in prop::collection::vec(prop::sample::select(answers()), 1..6),
        between in prop::sample::select(vec![" ", "\n", "\n\n", "\n- "]),
        size in 1_usize..9,
    ) {
        let answer = chosen.join(between);
        let letters = letters(&answer);
        let cut: Vec<String> = letters.chunks(size).map(|chunk| chunk.concat()).collect();
        prop_assert_eq!(pieces(cut.iter().map(String::as_str)), whole(&answer), "{:?}", answer);
    }
}
