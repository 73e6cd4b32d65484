//! The manual. `cutroom man` prints one page, so each command has a part in it, where the generator
//! would only name pages that nobody has installed.

use std::io::Write;

use clap::{Arg, Command};
use clap_mangen::Man;

use super::chinese::HEADINGS;
use super::{command, written};
use crate::language::Language;

/// The page of a language, as `man -l` reads it.
pub(in crate::cli) fn manual(language: Language) -> Vec<u8> {
    let mut whole = command(language);
    whole.build();
    let man = Man::new(whole.clone());
    let mut page = made(|into| man.render_title(into));
    for part in [
        made(|into| man.render_name_section(into)),
        made(|into| man.render_synopsis_section(into)),
        made(|into| man.render_description_section(into)),
        made(|into| man.render_options_section(into)),
    ] {
        page.push_str(&without_preamble(&part));
    }
    page.push_str(".SH COMMANDS\n");
    page.push_str(&commands(&whole));
    page.push_str(&without_preamble(&made(|into| man.render_version_section(into))));
    match language {
        Language::English => page,
        Language::Chinese => page.lines().map(|line| in_chinese(line) + "\n").collect(),
    }
    .into_bytes()
}

fn in_chinese(line: &str) -> String {
    let heading = HEADINGS.iter().find(|(english, _)| line == format!(".SH {english}"));
    written(&heading.map_or_else(|| line.to_owned(), |(_, chinese)| format!(".SH {chinese}")))
}

/// A part for each command that is shown, and for those below it.
fn commands(above: &Command) -> String {
    let shown = above.get_subcommands().filter(|command| !command.is_hide_set());
    let shown = shown.filter(|command| command.get_name() != "help");
    shown.map(|command| one(command) + &commands(command)).collect()
}

fn one(command: &Command) -> String {
    // What every command takes stands at the top of the page.
    let own = command.clone().mut_args(|argument| {
        let hidden = argument.is_hide_set() || is_common(&argument);
        argument.hide(hidden)
    });
    let name = own.get_bin_name().unwrap_or_else(|| own.get_name()).to_owned();
    let man = Man::new(own);
    let parts = [
        made(|into| man.render_synopsis_section(into)),
        ".PP\n".to_owned(),
        made(|into| man.render_description_section(into)),
        made(|into| man.render_options_section(into)),
    ];
    let parts: String = parts.iter().map(|part| without_heading(part)).collect();
    format!(".SS {name}\n{parts}")
}

fn is_common(argument: &Arg) -> bool {
    argument.is_global_set() || argument.get_id() == "help"
}

fn made(render: impl Fn(&mut dyn Write) -> std::io::Result<()>) -> String {
    let mut part = Vec::new();
    // Memory takes it all.
    let _ = render(&mut part);
    String::from_utf8_lossy(&part).into_owned()
}

/// Each part begins with the same definitions, of which a page needs one.
fn without_preamble(part: &str) -> String {
    let lines = part.lines().filter(|line| !line.starts_with(".ie ") && !line.starts_with(".el "));
    lines.map(|line| format!("{line}\n")).collect()
}

fn without_heading(part: &str) -> String {
    let part = without_preamble(part);
    let lines = part.lines().filter(|line| !line.starts_with(".SH "));
    lines.map(|line| format!("{line}\n")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(language: Language) -> String {
        String::from_utf8(manual(language)).expect("text")
    }

    #[test]
    fn the_manual_page_has_chinese_headings_and_words() {
        let chinese = page(Language::Chinese);
        for words in [".SH 名称", ".SH 命令", ".SH 选项", "在全屏终端里用对话剪辑视频"]
        {
            assert!(chinese.contains(words), "{words}\n{chinese}");
        }
        assert!(!chinese.contains(".SH NAME") && !chinese.contains(".SH COMMANDS"), "{chinese}");
        assert!(page(Language::English).contains(".SH NAME"));
    }

    #[test]
    fn every_command_has_its_part_and_no_page_is_named_that_is_not_there() {
        let english = page(Language::English);
        for command in command(Language::English).get_subcommands() {
            let part = format!("\n.SS cutroom {}\n", command.get_name());
            assert_eq!(english.contains(&part), !command.is_hide_set(), "{part}");
        }
        assert!(!english.contains("(1)"), "{english}");
        let render = english.split(".SS cutroom render\n").nth(1).expect("its part");
        let render = render.split(".SS ").next().expect("its end");
        assert!(render.contains("\\-\\-media") && !render.contains("\\-\\-no\\-color"), "{render}");
    }
}
