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
    for name in command.get_subcommands().map(clap::Command::get_name) {
        assert!(readme.contains(&format!("cutroom {name}")), "cutroom {name}");
    }
}
