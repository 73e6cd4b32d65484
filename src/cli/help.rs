//! The help of the command line, the manual page and the completions, in the user's language.
//!
//! The structure and the English words stand with the arguments (`args`). The Chinese ones are laid over
//! the built command from one table, whose keys are the English words: what is reworded there and not
//! here is found by a test. What the parser writes by itself is put into Chinese in what it has written.

mod chinese;
mod manual;
mod wide;

use std::ffi::OsString;

use clap::builder::{PossibleValue, PossibleValuesParser, StyledStr};
use clap::{Arg, Command, CommandFactory};

use super::args::Arguments;
use crate::language::Language;
use chinese::{WRITTEN, in_chinese};
pub(super) use manual::manual;

/// The command line, for completions: with the words of a language.
pub(super) fn command(language: Language) -> Command {
    match language {
        Language::English => Arguments::command(),
        Language::Chinese => laid_over(Arguments::command(), str::to_owned),
    }
}

/// The help that some words ask for, in Chinese. `None` if they do not ask for any.
pub(super) fn in_chinese_for(words: &[OsString]) -> Option<StyledStr> {
    let here = crossterm::terminal::size().map_or(WIDEST, |(width, _)| width.into());
    shown(here.min(WIDEST), words)
}

/// Longer lines are hard to read.
const WIDEST: usize = 100;

/// What an argument is for, by its name as the parser writes it: `--at <TIME>`.
pub(super) fn of_argument_in_chinese(written: &str) -> Option<String> {
    fn find(command: &Command, written: &str) -> Option<String> {
        let mut own = command.get_arguments();
        let own = own.find(|argument| argument.to_string() == written);
        let help = own.and_then(Arg::get_help).map(ToString::to_string);
        help.or_else(|| command.get_subcommands().find_map(|below| find(below, written)))
    }
    find(&command(Language::Chinese), written)
}

fn shown(width: usize, words: &[OsString]) -> Option<StyledStr> {
    // What is counted behind the last character of a line is not seen by the parser.
    let command = Arguments::command().term_width(width.saturating_sub(1).max(1));
    let mut command = laid_over(command, wide::counted);
    let error = command.try_get_matches_from_mut(words).err()?;
    let rendered = error.render().ansi().to_string();
    (!error.use_stderr()).then(|| StyledStr::from(written(&wide::uncounted(&rendered))))
}

/// The parser's own words in what it has written.
fn written(text: &str) -> String {
    let mut text = text.to_owned();
    for (english, chinese) in WRITTEN {
        text = text.replace(english, chinese);
    }
    text
}

/// The command with all that belongs to it, in Chinese. `form` makes ready what is to be wrapped.
fn laid_over(mut command: Command, form: fn(&str) -> String) -> Command {
    // What the parser adds by itself, such as `--help`, is there once it is built.
    command.build();
    over(command, form)
}

fn over(command: Command, form: fn(&str) -> String) -> Command {
    let told = |words: &StyledStr| StyledStr::from(form(&told(&words.to_string())));
    let heading = command.get_styles().get_usage();
    let template = format!(
        "{{about-with-newline}}\n{}用法：{}{{usage}}\n\n{{all-args}}",
        heading.render(),
        heading.render_reset()
    );
    let about = command.get_about().map(told);
    let command = match about {
        Some(about) => command.about(about),
        None => command,
    };
    command
        .help_template(StyledStr::from(template))
        .subcommand_help_heading("命令")
        .subcommand_value_name("命令")
        .mut_args(|argument| over_argument(argument, form))
        .mut_subcommands(|command| over(command, form))
}

fn over_argument(argument: Arg, form: fn(&str) -> String) -> Arg {
    let told = |words: &StyledStr| StyledStr::from(form(&told(&words.to_string())));
    let heading = if argument.is_positional() { "参数" } else { "选项" };
    let (help, long) = (argument.get_help().map(told), argument.get_long_help().map(told));
    let mut argument = argument.help_heading(heading);
    if let Some(help) = help {
        argument = argument.help(help);
    }
    if let Some(help) = long {
        argument = argument.long_help(help);
    }
    let values = argument.get_possible_values();
    if values.iter().all(|value| value.get_help().is_none()) {
        return argument;
    }
    let values = values.into_iter().map(|value| {
        let help = value.get_help().map(told);
        help.map_or(value.clone(), |help| value.help(help))
    });
    argument.value_parser(PossibleValuesParser::new(values.collect::<Vec<PossibleValue>>()))
}

/// English words in Chinese; a test holds that there are some for all that is shown.
fn told(english: &str) -> String {
    in_chinese(english).unwrap_or(english).to_owned()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use unicode_width::UnicodeWidthStr;

    use super::*;

    /// Every word of help that is shown.
    fn all(command: &Command, words: &mut BTreeSet<String>) {
        words.extend(command.get_about().map(ToString::to_string));
        for argument in command.get_arguments().filter(|argument| !argument.is_hide_set()) {
            let help = [argument.get_help(), argument.get_long_help()];
            words.extend(help.into_iter().flatten().map(ToString::to_string));
            let values = argument.get_possible_values();
            words
                .extend(values.iter().filter_map(PossibleValue::get_help).map(ToString::to_string));
        }
        for below in command.get_subcommands().filter(|command| !command.is_hide_set()) {
            all(below, words);
        }
    }

    fn shown_words() -> BTreeSet<String> {
        let (mut command, mut words) = (Arguments::command(), BTreeSet::new());
        command.build();
        all(&command, &mut words);
        words
    }

    #[test]
    fn every_argument_and_command_that_is_shown_has_its_chinese_words() {
        let shown = shown_words();
        let missing: Vec<&String> =
            shown.iter().filter(|words| in_chinese(words).is_none()).collect();
        assert!(missing.is_empty(), "{missing:#?}");
        let stale: Vec<&str> = chinese::WORDS
            .iter()
            .map(|(english, _)| *english)
            .filter(|english| !shown.contains(*english))
            .collect();
        assert!(stale.is_empty(), "said nowhere: {stale:#?}");
    }

    fn help(words: &[&str], width: usize) -> String {
        let words: Vec<OsString> = ["cutroom"].iter().chain(words).map(OsString::from).collect();
        shown(width, &words).expect("help").to_string()
    }

    #[test]
    fn the_help_is_chinese() {
        insta::assert_snapshot!("chinese_help", help(&["--help"], 80));
        insta::assert_snapshot!("chinese_help_of_export", help(&["export", "--help"], 80));
    }

    #[test]
    fn nothing_is_wider_than_the_terminal_and_nothing_is_left_of_the_counting() {
        let below: Vec<String> = Arguments::command()
            .get_subcommands()
            .filter(|command| !command.is_hide_set())
            .map(|command| command.get_name().to_owned())
            .collect();
        for name in below.iter().map(String::as_str).chain(["help"]) {
            for flag in ["--help", "-h"] {
                let words = if name == "help" { vec![flag] } else { vec![name, flag] };
                let help = help(&words, 80);
                assert!(!help.contains('\u{2060}'), "{help}");
                for line in help.lines() {
                    assert!(line.width() <= 80 || line.contains("用法："), "{line}");
                }
            }
        }
    }

    #[test]
    fn completions_describe_in_chinese_and_offer_the_same() {
        let made = |language| {
            let mut script = Vec::new();
            let shell = clap_complete::Shell::Fish;
            clap_complete::generate(shell, &mut command(language), "cutroom", &mut script);
            String::from_utf8(script).expect("text")
        };
        let (english, chinese) = (made(Language::English), made(Language::Chinese));
        assert!(chinese.contains("列出会话") && !english.contains("列出会话"), "{chinese}");
        assert_eq!(english.lines().count(), chinese.lines().count());
    }
}
