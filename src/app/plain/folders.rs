//! Files of the disk by word and number: a folder is listed, gone into, and files of it are added.

use crate::store::EntryKind;
use crate::ui::words::plain;

use super::super::{State, chat, picker};
use super::Listed;
use super::order::{Heard, rest_of};

/// A line about a folder. `None` if it is about something else.
pub(super) fn heard(state: &mut State, line: &str, listed: &Listed) -> Option<Heard> {
    if matches!(line.to_lowercase().as_str(), "folder" | "文件夹") {
        return Some(look_into(state, "", listed));
    }
    if let Some(which) = rest_of(line, &["folder ", "文件夹 "]) {
        return Some(look_into(state, which, listed));
    }
    let numbers = rest_of(line, &["add ", "添加 "])?;
    let (folder, entries) = listed.folder.as_ref()?;
    let numbers: Option<Vec<usize>> = numbers
        .split([' ', ',', '，', '、'])
        .filter(|number| !number.is_empty())
        .map(|number| number.parse().ok())
        .collect();
    let taken = numbers?.into_iter().map(|number| {
        let entry = entries.get(number.checked_sub(1)?)?;
        (entry.kind != EntryKind::Folder).then(|| folder.join(&entry.name))
    });
    Some(match taken.collect::<Option<Vec<_>>>() {
        Some(paths) => Heard::order(chat::add_files(state, paths)),
        None => Heard::line(plain::of(state.language).no_such_number),
    })
}

/// `folder`, `folder 2`, `folder ..`, `folder ~/Videos`.
fn look_into(state: &mut State, which: &str, listed: &Listed) -> Heard {
    let here = listed.folder.as_ref();
    let numbered = which.parse::<usize>().ok().and_then(|number| {
        let (folder, entries) = here?;
        let entry = entries.get(number.checked_sub(1)?)?;
        (entry.kind == EntryKind::Folder).then(|| folder.join(&entry.name))
    });
    let above = || here.and_then(|(folder, _)| folder.parent()).map(ToOwned::to_owned);
    let to = match which {
        "" => None,
        ".." => above(),
        path => Some(numbered.unwrap_or_else(|| state.path(path))),
    };
    if let Some(to) = to {
        state.picked_in = Some(to);
    }
    Heard::order(picker::open(state))
}
