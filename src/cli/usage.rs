//! Words of the command line that do not fit, told in the user's language.
//!
//! The parser says them in English and knows no other language, but it tells the facts apart from its
//! words; the Chinese ones are made of those here. Help is asked for again in Chinese (`help`).

use std::ffi::OsString;
use std::io::{self, IsTerminal, Write};

use clap::Error;
use clap::builder::StyledStr;
use clap::error::{ContextKind, ContextValue, ErrorKind};

use super::args::Common;
use super::help;
use super::setup::{Environment, Setup};
use crate::language::Language;

/// Prints what came of the words: a mistake to standard error, help to standard output.
pub(super) fn tell(error: &Error, words: &[OsString], environment: &Environment) {
    let language = Setup::language_of(&settings_in(words), environment);
    // Nobody is left to tell where the output is closed.
    let _ = match (language, error.kind()) {
        (Language::English, _) => error.print(),
        (Language::Chinese, ErrorKind::DisplayHelp) => match help::in_chinese_for(words) {
            Some(help) => show(&help, environment),
            None => error.print(),
        },
        (Language::Chinese, _) => match chinese(error) {
            Some(line) => writeln!(io::stderr(), "{line}。用法见 `cutroom --help`。"),
            None => error.print(),
        },
    };
}

fn show(help: &StyledStr, environment: &Environment) -> io::Result<()> {
    let mut out = io::stdout().lock();
    let coloured = out.is_terminal()
        && environment.get("NO_COLOR").is_none()
        && environment.get("TERM").is_some_and(|kind| kind != "dumb");
    if coloured { write!(out, "{}", help.ansi()) } else { write!(out, "{help}") }
}

/// The settings file that is named among words which do not fit, or ask for help.
fn settings_in(words: &[OsString]) -> Common {
    let words: Vec<&str> = words.iter().filter_map(|word| word.to_str()).collect();
    let config = words.iter().enumerate().find_map(|(place, word)| match *word {
        "--config" => words.get(place + 1).copied(),
        word => word.strip_prefix("--config="),
    });
    Common { config: config.map(str::to_owned), ..Common::default() }
}

fn chinese(error: &Error) -> Option<String> {
    let fact = |kind| error.get(kind).map(words);
    let wrong = fact(ContextKind::InvalidArg).unwrap_or_default();
    let near =
        [ContextKind::SuggestedArg, ContextKind::SuggestedSubcommand, ContextKind::SuggestedValue];
    let near = near.into_iter().find_map(fact);
    let meant = near.map_or_else(String::new, |near| format!("；是否想写 {near}"));
    Some(match error.kind() {
        ErrorKind::UnknownArgument => format!("没有 {wrong} 这个参数{meant}"),
        ErrorKind::InvalidSubcommand => {
            format!("没有 {} 这个命令{meant}", fact(ContextKind::InvalidSubcommand)?)
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            let value = fact(ContextKind::InvalidValue).unwrap_or_default();
            if value.is_empty() {
                return Some(format!("{wrong} 需要一个值"));
            }
            let known = fact(ContextKind::ValidValue);
            let known = known.map_or_else(String::new, |known| format!("；可用的值：{known}"));
            let about = if known.is_empty() { help::of_argument_in_chinese(&wrong) } else { None };
            let about = about.map_or_else(String::new, |about| format!("；{about}"));
            format!("{wrong} 不能是 {value}{meant}{known}{about}")
        }
        ErrorKind::MissingRequiredArgument => format!("缺少 {wrong}"),
        ErrorKind::ArgumentConflict => match fact(ContextKind::PriorArg) {
            Some(prior) if prior != wrong => format!("{wrong} 不能与 {prior} 一起使用"),
            _ => format!("{wrong} 只能出现一次"),
        },
        ErrorKind::TooManyValues | ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues => {
            format!("{wrong} 的值的个数不对")
        }
        ErrorKind::MissingSubcommand => "缺少命令".to_owned(),
        _ => return None,
    })
}

fn words(value: &ContextValue) -> String {
    match value {
        ContextValue::String(word) => word.clone(),
        ContextValue::Strings(words) => words.join("、"),
        ContextValue::Number(number) => number.to_string(),
        ContextValue::StyledStr(words) => words.to_string(),
        _ => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use clap::Parser;

    use super::*;
    use crate::cli::args::Arguments;

    fn told(words: &[&str]) -> Option<String> {
        let arguments = ["cutroom"].iter().chain(words);
        chinese(&Arguments::try_parse_from(arguments).expect_err("it does not fit"))
    }

    #[test]
    fn what_does_not_fit_is_named_in_chinese() {
        for (words, line) in [
            (&["run", "--uplod", "a"][..], "没有 --uplod 这个参数；是否想写 --upload"),
            (&["render", "a", "--media", "b"], "缺少 --output <FILE>"),
            (&["run", "--upload"], "--upload <FILE> 需要一个值"),
            (
                &["--cloud", "--backend", "x", "tracks"],
                "--cloud 不能与 --backend <studio|cloud|URL> 一起使用",
            ),
            (
                &["export", "--at", "noon"],
                "--at <TIME> 不能是 noon；单帧（png、jpg）取哪一刻，如 5s、0:05 或 1:02:03.5",
            ),
            (&["batch", "t.csv", "--jobs", "99"], "--jobs <N> 不能是 99；同时处理几行，1 到 16"),
            (&["jobs", "resum"], "没有 resum 这个命令；是否想写 resume"),
            (
                &["completions", "bas"],
                "<SHELL> 不能是 bas；是否想写 bash；可用的值：bash、elvish、fish、powershell、zsh",
            ),
        ] {
            assert_eq!(told(words).as_deref(), Some(line));
        }
        assert_eq!(told(&["--help"]), None);
        assert_eq!(told(&["--version"]), None);
    }
}
