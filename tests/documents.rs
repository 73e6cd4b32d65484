//! What the documents say of the program is what the program is.

use std::fs;

use cutroom::app::actions;
use cutroom::language::Language;

const BEGIN: &str = "<!-- keys: made from the table of actions; a test compares them -->\n";
const END: &str = "<!-- /keys -->";

#[test]
fn the_readme_lists_the_keys_of_the_table() {
    let readme = fs::read_to_string("README.md").expect("README.md is there");
    let after = readme.split(BEGIN).nth(1).expect("the keys have their place");
    let listed = after.split(END).next().expect("and their end");
    let table = actions::markdown(Language::English);
    assert_eq!(listed.trim(), table.trim(), "put this between the marks:\n{table}");
}

#[test]
fn every_command_of_the_program_is_in_the_readme() {
    use clap::CommandFactory;
    let readme = fs::read_to_string("README.md").expect("README.md is there");
    let command = cutroom::cli::Arguments::command();
    // What is hidden is for the program itself.
    let shown = command.get_subcommands().filter(|command| !command.is_hide_set());
    for name in shown.map(clap::Command::get_name) {
        assert!(readme.contains(&format!("cutroom {name}")), "cutroom {name}");
    }
}

/// What stands in a document between two marks.
fn between<'a>(document: &'a str, name: &str) -> &'a str {
    let begin = format!("<!-- {name}: made from the table in the code; a test compares them -->\n");
    let after = document.split(&begin).nth(1).expect("it has its place");
    after.split(&format!("<!-- /{name} -->")).next().expect("and its end")
}

#[test]
fn the_manual_of_faults_lists_those_of_the_table() {
    use cutroom::studio::server::chaos::{TABLE, endpoints_table, faults_table};
    let manual = fs::read_to_string("docs/chaos.md").expect("docs/chaos.md is there");
    for (name, table) in [("faults", faults_table()), ("endpoints", endpoints_table())] {
        assert_eq!(between(&manual, name).trim(), table.trim(), "put this there:\n{table}");
    }
    let advice = manual.split("## What a good client does").nth(1).expect("its part");
    for known in &TABLE {
        assert!(advice.contains(&format!("`{}`", known.name)), "no advice on {}", known.name);
    }
}
