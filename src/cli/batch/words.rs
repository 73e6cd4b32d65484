//! What a batch says of its rows.

use crate::language::Language;

use super::Task;
use super::record::Stage;

pub(super) fn begun(language: Language) -> &'static str {
    said(language, "begun", "开始")
}

pub(super) fn done(language: Language) -> &'static str {
    said(language, "done", "完成")
}

pub(super) fn done_before(language: Language) -> &'static str {
    said(language, "done before", "之前已完成")
}

/// What a row does, in words of one width.
pub(super) fn steps(language: Language) -> [&'static str; 3] {
    match language {
        Language::English => ["add   ", "say   ", "export"],
        Language::Chinese => ["添加", "发送", "导出"],
    }
}

/// What would be done with a row, and where.
pub(super) fn plan(language: Language, task: &Task) -> String {
    let (name, backend) = (&task.row.name, task.setup.backend.name());
    let state = match &task.stage {
        Stage::Done => said(language, "done before, would be skipped", "之前已完成，将跳过"),
        Stage::Begun { .. } => said(language, "would go on where it was", "将从中断处继续"),
        Stage::New => said(language, "would be done", "将制作"),
    };
    match language {
        Language::English => format!("{name}: {state}, on {backend}"),
        Language::Chinese => format!("{name}：{state}，后端 {backend}"),
    }
}

/// What became of all rows.
pub(super) fn summary(language: Language, made: usize, skipped: usize, failed: usize) -> String {
    match language {
        Language::English => format!("{made} done, {skipped} skipped, {failed} failed"),
        Language::Chinese => format!("完成 {made} 个，跳过 {skipped} 个，失败 {failed} 个"),
    }
}

const fn said(language: Language, english: &'static str, chinese: &'static str) -> &'static str {
    match language {
        Language::English => english,
        Language::Chinese => chinese,
    }
}
