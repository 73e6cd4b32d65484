//! The program with an agent that speaks of a web page: in the editor, and without a screen.

#[path = "link/server.rs"]
mod server;
mod support;

use serde_json::json;
use server::{Server, Turn, text};
use support::World;
use support::terminal::Terminal;

/// A server whose agent says this, in pieces; with a film that can be exported.
async fn saying(pieces: &[&str]) -> Server {
    let server = Server::start().await;
    let steps = pieces.iter().map(|piece| text(piece)).collect();
    let mut world = server.world();
    world.draft = json!({"t": [{"tt": 7, "sg": [{"id": "a", "d": 3000, "m": {"text": "Hello"}}]}]});
    world.turns.push_back(Turn::Stream(steps));
    world.turns.push_back(Turn::Stream(vec![text("Moved.")]));
    drop(world);
    server
}

/// To the message box.
const F2: &str = "\x1bOQ";

const PIECES: [&str; 4] =
    ["Title added. Drag the ti", "tle to 3 s. Cl", "ick Export to", " save it. Enjoy!"];

#[tokio::test(flavor = "multi_thread")]
async fn without_a_screen_offers_are_told_and_never_done() {
    let server = saying(&PIECES).await;
    let world = World::new();
    let backend = server.address.clone();
    let ran = tokio::task::spawn_blocking(move || {
        world.run(&["run", "--backend", &backend, "--prompt", "title", "--json"])
    });
    let ran = ran.await.expect("it ran");
    ran.assert_code(0);
    let all = |name: &str| -> Vec<String> {
        let events = ran.events();
        let named = events.iter().filter(|event| event["event"] == name);
        named.map(|event| event["text"].as_str().unwrap_or_default().to_owned()).collect()
    };
    assert_eq!(all("text").concat(), "Title added. Enjoy!");
    assert_eq!(
        all("notice"),
        [
            "This edit can be asked for with --prompt: move the title to 3 s",
            "The film can be saved: cutroom export -o FILE"
        ]
    );
    let world = server.world();
    assert_eq!((world.messages.len(), world.orders.len()), (1, 0));
}

#[tokio::test(flavor = "multi_thread")]
async fn in_the_editor_an_offer_is_a_number_and_the_original_a_key_away() {
    let server = saying(&PIECES).await;
    let backend = server.address.clone();
    let pressed = tokio::task::spawn_blocking(move || {
        let world = World::new();
        let mut terminal = Terminal::start(&world, &["--backend", &backend], 100, 30);
        terminal.wait_for("connected");
        terminal.say("title");
        terminal.wait_until("the answer and its offers", |screen| {
            screen.contains("Title added. Enjoy!")
                && screen.contains("1 move the title to 3 s   2 export the film")
        });
        terminal.send("\t\to");
        terminal.wait_for("Click Export to save");
        terminal.send("o");
        terminal.wait_until("the answer without it", |screen| !screen.contains("Click Export"));
        terminal.send(F2);
        terminal.wait_for("Enter send");
        terminal.send("1");
        terminal.wait_for("Moved.");
    });
    pressed.await.expect("it was pressed");
    let world = server.world();
    let said: Vec<_> =
        world.messages.iter().map(|said| &said["new_message"]["parts"][0]["text"]).collect();
    assert_eq!(said, ["title", "move the title to 3 s"]);
    assert_eq!(world.orders.len(), 0, "nothing was exported");
}
