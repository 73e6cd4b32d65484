//! Words that lie over a piece go with it.

use super::answers::says;
use super::notation::{film, scene};
use super::{THREE, check, take_turn};

const LABELLED: &str = "[a.jpg b.jpg c.jpg] V1 a.jpg 0-5000 | b.jpg 5000-10000 | c.jpg 10000-15000 / T1 \"b\" 5000-10000 _ | \"c\" 10000-15000 _ / T2 \"Hi\" 0-7000";

#[test]
fn words_over_one_piece_go_with_it() {
    check(&[
        (
            LABELLED,
            "each picture for 1.5 seconds",
            "V1 a.jpg 0-1500 | b.jpg 1500-3000 | c.jpg 3000-4500 / T1 \"b\" 1500-3000 _ | \"c\" 3000-4500 _ / T2 \"Hi\" 0-4500",
        ),
        (
            LABELLED,
            "每张图片7秒",
            "V1 a.jpg 0-7000 | b.jpg 7000-14000 | c.jpg 14000-21000 / T1 \"b\" 7000-14000 _ | \"c\" 14000-21000 _ / T2 \"Hi\" 0-7000",
        ),
        (
            LABELLED,
            "trim clip 2 to 2 seconds",
            "V1 a.jpg 0-5000 | b.jpg 5000-7000 | c.jpg 7000-12000 / T1 \"b\" 5000-7000 _ | \"c\" 7000-12000 _ / T2 \"Hi\" 0-7000",
        ),
        (
            LABELLED,
            "swap clip 2 and clip 3",
            "V1 a.jpg 0-5000 | c.jpg 5000-10000 | b.jpg 10000-15000 / T1 \"c\" 5000-10000 _ | \"b\" 10000-15000 _ / T2 \"Hi\" 0-7000",
        ),
        (
            LABELLED,
            "remove clip 2",
            "V1 a.jpg 0-5000 | c.jpg 5000-10000 / T1 \"c\" 5000-10000 _ / T2 \"Hi\" 0-7000",
        ),
        (
            LABELLED,
            "make it 30 seconds",
            "V1 a.jpg 0-10000 | b.jpg 10000-20000 | c.jpg 20000-30000 / T1 \"b\" 10000-20000 _ | \"c\" 20000-30000 _ / T2 \"Hi\" 0-7000",
        ),
    ]);
}

#[test]
fn words_put_on_a_picture_go_with_it_in_later_turns() {
    let mut scene = scene(THREE);
    take_turn("add the caption \"x\" to the third picture", &mut scene);
    take_turn("each picture for 1.5 seconds", &mut scene);
    let after = "V1 a.jpg 0-1500 | b.jpg 1500-3000 | c.jpg 3000-4500 / T1 \"x\" 3000-4500 _";
    assert_eq!(film(&scene.draft), after);
}

#[test]
fn words_that_keep_their_times_are_told() {
    const TITLED: &str =
        "[a.jpg b.jpg] V1 a.jpg 0-5000 | b.jpg 5000-10000 / T1 \"Hi\" 0-3000 | \"b\" 5000-10000 _";
    says(
        TITLED,
        "each picture for 2 seconds",
        &[
            "a.jpg: length 5\u{a0}s → 2\u{a0}s",
            "b.jpg: length 5\u{a0}s → 2\u{a0}s",
            "b.jpg: start 5\u{a0}s → 2\u{a0}s",
            "“b”: start 5\u{a0}s → 2\u{a0}s",
            "“b”: length 5\u{a0}s → 2\u{a0}s",
            "The film is 4\u{a0}s long now.",
            "Titles and captions keep their times.",
        ],
    );
}
