//! A file of sentences, tried: for whoever teaches the agent and wants to see what comes of them.
//!
//! `SENTENCES=file cargo test --lib trying -- --ignored --nocapture`. A line `on [files] film` sets the
//! scene as [`super::notation`] has it, a line that begins with `+` goes on from the one before, and
//! every other line is said on a fresh scene.

#![allow(clippy::print_stdout, reason = "it is read by a person")]

use super::notation::{film, scene};
use crate::studio::agent::take_turn;

#[test]
#[ignore = "prints what comes of a file of sentences"]
fn the_sentences_of_a_file_are_tried() {
    let path = std::env::var("SENTENCES").expect("the variable SENTENCES names a file");
    let text = std::fs::read_to_string(path).expect("the file is there");
    let mut line_of_scene = "[]".to_owned();
    let mut now = scene(&line_of_scene);
    for line in text.lines().filter(|line| !line.trim().is_empty()) {
        if let Some(set) = line.strip_prefix("on ") {
            set.clone_into(&mut line_of_scene);
            println!("\non {set}");
            continue;
        }
        let sentence = line.strip_prefix('+').map(str::trim);
        if sentence.is_none() {
            now = scene(&line_of_scene);
        }
        let answer = take_turn(sentence.unwrap_or(line), &mut now);
        let found = if answer.changed { film(&now.draft) } else { "=".into() };
        println!("{line}\n    {found}\n    {}", answer.text.replace('\n', "\n    "));
    }
}
