//! How a film is saved as somebody wants it: by the sentence that does it, or by the command where it takes options.

use crate::language::Language;

/// What to say or to write. `order` is the file and the options, nothing where it is the film as it is.
pub fn told(order: &str, language: Language) -> String {
    let (file, options) = order.split_once(' ').unwrap_or((order, ""));
    let still = file.starts_with("frame.");
    let command = format!("cutroom export -o {order}");
    match (language, file.is_empty(), options.is_empty(), still) {
        (Language::English, true, ..) => "To save the film, say “export” by itself.".into(),
        (Language::Chinese, true, ..) => "要保存影片，请单独说“导出”。".into(),
        (Language::English, _, true, true) => format!(
            "To save the frame under the playhead, say “export to {file}”. In a shell, of any moment: {command} --at 5s"
        ),
        (Language::Chinese, _, true, true) => {
            format!(
                "要保存播放头处的画面，请说“导出到 {file}”。在命令行里可以指定时刻：{command} --at 5s"
            )
        }
        (Language::English, _, true, false) => {
            format!("To save it so, say “export to {file}”, or in a shell: {command}")
        }
        (Language::Chinese, _, true, false) => {
            format!("要这样保存，请说“导出到 {file}”，或在命令行里：{command}")
        }
        (Language::English, ..) => format!("That is asked for in a shell: {command}"),
        (Language::Chinese, ..) => format!("这要在命令行里说：{command}"),
    }
}
