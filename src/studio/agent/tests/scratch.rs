use super::notation::{film, scene};
use super::take_turn;
#[test]
fn scratch() {
    let text = std::fs::read_to_string("/tmp/sentences.txt").unwrap();
    let mut start = "";
    for line in text.lines() {
        if line.starts_with('[') {
            start = line;
            println!("\n##### {line}");
            continue;
        }
        if line.trim().is_empty() {
            continue;
        }
        let mut s = scene(start);
        let a = take_turn(line, &mut s);
        println!(
            "> {line}\n    {}\n    {}",
            if a.changed { film(&s.draft) } else { "=".into() },
            a.text.replace('\n', "\n    ")
        );
    }
}
