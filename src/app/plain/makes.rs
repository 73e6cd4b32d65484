//! The film as a chosen file: what stands on the sheet for exports, as words in any order.
//!
//! `export as gif`, `export as draft, 8MB to film.mp4`, `estimate tiktok`. A line with a word that names nothing
//! here is no order, and goes to the agent.

use crate::language::said_size;
use crate::link::{Form, PRESETS};
use crate::ui::words::{self, exporting as said, plain};

use super::super::exporting::{self, ExportSheet, Limit, QUALITIES};
use super::super::{ExportRow, State};
use super::Listed;
use super::order::{Heard, rest_of};

/// A line about a file of one's choice. `None` if it is about something else.
pub(super) fn heard(state: &mut State, line: &str, listed: &mut Listed) -> Option<Heard> {
    let ordered = rest_of(line, &["export as", "导出为"]);
    if ordered == Some("") {
        return Some(Heard::told(choices(state)));
    }
    let sheet = read(ordered.or_else(|| rest_of(line, &["estimate", "预估"]))?)?;
    if state.timeline.draft().is_none_or(|draft| !draft.is_ready()) {
        return Some(Heard::line(words::of(state.language).empty_timeline));
    }
    if let Some(why) = unfit(state, &sheet) {
        return Some(Heard::line(why));
    }
    state.exporting.sheet = Some(sheet);
    let mut lines = exporting::concerns(state);
    if let Some(refused) = exporting::refused(state) {
        state.exporting.sheet = None;
        lines.push(refused.line(state.language));
        return Some(Heard::told(lines));
    }
    let effects = match ordered {
        Some(_) => exporting::order(state),
        None => {
            listed.wants_estimate = true;
            exporting::ask(state).into_iter().collect()
        }
    };
    Some(Heard { effects, lines })
}

/// What can be chosen.
fn choices(state: &State) -> Vec<String> {
    let words = plain::of(state.language);
    let row = |row, choices: &[String]| {
        format!("{}{}{}", said::row(state.language, row), words.colon, choices.join(words.comma))
    };
    let by_studio = exporting::is_by_studio(state);
    let forms = Form::ALL.into_iter().filter(|form| exporting::is_made(*form, by_studio));
    let forms: Vec<String> = forms.map(|form| form.ending().to_owned()).collect();
    let qualities: Vec<String> =
        (0..QUALITIES.len()).map(|place| said::quality(state.language, place).to_owned()).collect();
    let platforms = PRESETS.iter().map(|preset| preset.name.to_owned());
    let sizes: Vec<String> = ["8MB".to_owned()].into_iter().chain(platforms).collect();
    vec![
        row(ExportRow::Format, &forms),
        row(ExportRow::Quality, &qualities),
        row(ExportRow::Limit, &sizes),
        words.export_how.to_owned(),
    ]
}

/// The choices that words name.
fn read(line: &str) -> Option<ExportSheet> {
    let named = [" to ", " 到 "].iter().find_map(|word| line.split_once(word));
    let starts = ["to ", "到 "].iter().find_map(|word| Some(("", line.strip_prefix(word)?)));
    let (chosen, name) = starts.or(named).unwrap_or((line, ""));
    let mut sheet =
        ExportSheet { name: name.trim().trim_matches('"').to_owned(), ..Default::default() };
    if let Some(form) = Form::of(std::path::Path::new(&sheet.name)) {
        sheet.form = form;
    }
    for word in chosen.split([' ', ',', '，', '、']).filter(|word| !word.is_empty()) {
        choose(&mut sheet, &word.to_lowercase())?;
    }
    Some(sheet)
}

fn choose(sheet: &mut ExportSheet, word: &str) -> Option<()> {
    let quality = |place: &usize| {
        QUALITIES[*place] == word
            || said::quality(crate::language::Language::Chinese, *place) == word
    };
    if let Some(form) = Form::named(word) {
        sheet.form = form;
    } else if let Some(place) = (0..QUALITIES.len()).find(quality) {
        sheet.quality = place;
    } else if let Some(place) = PRESETS.iter().position(|preset| preset.name == word) {
        sheet.limit = Limit::Platform(place);
    } else {
        // A number alone may be anything.
        let is_size = word.ends_with(char::is_alphabetic) && said_size(word).is_some();
        sheet.limit = is_size.then(|| Limit::Size(word.to_owned()))?;
    }
    Some(())
}

/// Why nothing is made so here.
fn unfit(state: &State, sheet: &ExportSheet) -> Option<&'static str> {
    let words = said::of(state.language);
    let by_studio = exporting::is_by_studio(state);
    let is_free = sheet.limit == Limit::Free;
    if !by_studio && (sheet.form != Form::Mp4 || !is_free) {
        return Some(words.only_studio);
    }
    (!is_free && !sheet.form.can_be_fitted()).then_some(plain::of(state.language).no_size_for_form)
}

impl Listed {
    /// What a film will come to, once that is known; elsewhere it never is.
    pub(super) fn estimate(&mut self, state: &mut State) -> Option<String> {
        if !self.wants_estimate {
            return None;
        }
        let told = match exporting::expected(state) {
            Some(Ok(expected)) => words::jobs::expected(state.language, *expected),
            Some(Err(problem)) => problem.line(state.language),
            None if !exporting::is_by_studio(state) => {
                said::of(state.language).no_estimate.to_owned()
            }
            None => return None,
        };
        (self.wants_estimate, state.exporting.sheet) = (false, None);
        Some(told)
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::super::order;
    use super::*;
    use crate::app::{Effect, Msg};
    use crate::link::{Command, Expected, ExportTo, Update};
    use crate::ui::testing::Editor;

    fn hear(editor: &mut Editor, line: &str) -> Heard {
        order::heard(&mut editor.state, line, &mut Listed::default())
    }

    fn made(heard: &Heard) -> Option<(&Path, &str, &str, Option<u64>)> {
        let (path, output) = heard.effects.iter().find_map(|effect| match effect {
            Effect::Tell(Command::Export(ExportTo::Made { path, output, .. })) => {
                Some((path, output))
            }
            Effect::Tell(Command::Export(ExportTo::MadeIn { folder, output })) => {
                Some((folder, output))
            }
            _ => None,
        })?;
        Some((path, &output.format, &output.quality, output.max_size))
    }

    #[test]
    fn a_film_is_made_as_words_choose_it() {
        let mut editor = Editor::english(100, 40).promo_made();
        for (line, path, chosen) in [
            ("export as gif", "/films/.", ("gif", "high", None)),
            (
                "export as draft, 8MB to film.mp4",
                "/films/./film.mp4",
                ("mp4", "draft", Some(8_000_000)),
            ),
            ("export as to film.webm", "/films/./film.webm", ("webm", "high", None)),
            ("导出为 mov，标准 到 片.mov", "/films/./片.mov", ("mov", "standard", None)),
        ] {
            let heard = hear(&mut editor, line);
            let (found, format, quality, size) =
                made(&heard).unwrap_or_else(|| panic!("{line}: {heard:?}"));
            assert_eq!((found, (format, quality, size)), (Path::new(path), chosen), "{line}");
        }
        let told = hear(&mut editor, "export as").lines;
        assert!(told[0].contains("gif") && told[2].contains("tiktok"), "{told:?}");
        let platform = hear(&mut editor, "export as tiktok");
        assert!(platform.lines[0].contains("TikTok") && made(&platform).is_some(), "{platform:?}");
    }

    #[test]
    fn what_cannot_be_made_so_is_said_and_other_words_go_to_the_agent() {
        let mut editor = Editor::english(100, 40).promo_made();
        let said = hear(&mut editor, "export as gif, 8MB");
        assert_eq!(said.lines, ["A file of that format cannot be made to fit a size."]);
        let said = hear(&mut editor, "export as mp4, 1KB");
        assert!(made(&said).is_none() && said.lines.len() == 1, "{said:?}");
        assert!(editor.state.exporting.sheet.is_none());
        let said = hear(&mut editor, "export as something nice");
        let is_said = |effect: &Effect| matches!(effect, Effect::Tell(Command::Say { .. }));
        assert!(said.effects.iter().any(is_said), "{said:?}");
        let mut empty = Editor::english(100, 40).opened();
        assert_eq!(hear(&mut empty, "export as gif").effects, []);
    }

    #[test]
    fn what_a_film_will_come_to_is_told_when_it_is_known() {
        let mut editor = Editor::english(100, 40).promo_made();
        let mut listed = Listed::default();
        let said = order::heard(&mut editor.state, "estimate gif", &mut listed);
        let [Effect::Tell(Command::Estimate(output))] = &said.effects[..] else {
            panic!("{said:?}")
        };
        assert_eq!(listed.news(&mut editor.state), [""; 0]);
        let told = Ok(Expected { bytes: (1_000_000, 2_000_000), millis: (3_000, 6_000) });
        editor.take(Msg::Link(Update::Estimate { output: output.clone(), told }));
        let news = listed.news(&mut editor.state);
        assert!(news.len() == 1 && news[0].contains("2.0 MB"), "{news:?}");
        assert!(editor.state.exporting.sheet.is_none());
        assert_eq!(listed.news(&mut editor.state), [""; 0], "once");
    }
}
