//! Reasons that the system gives, in Chinese. One that is not here is told as it came.

/// The system's words, and how they are said.
const REASONS: &[(&str, &str)] = &[
    ("permission denied", "没有权限"),
    ("the file system is read-only", "文件系统只读"),
    ("read-only filesystem or storage medium", "文件系统只读"),
    ("a file is in the way of its folder", "同名文件占用了文件夹的位置"),
    ("its folder cannot be made", "无法建立文件夹"),
    ("it cannot be opened", "无法打开"),
    ("entity not found", "不存在"),
    ("entity already exists", "已存在"),
    ("not a directory", "不是文件夹"),
    ("is a directory", "是文件夹"),
    ("resource busy", "正被占用"),
    ("no reason given", "没有说明原因"),
    ("there is no such folder", "没有这个文件夹"),
    ("no such file or directory", "没有这个文件或文件夹"),
    ("no space left on device", "磁盘空间不足"),
    ("no storage space", "磁盘空间不足"),
    ("disk quota exceeded", "超出磁盘配额"),
    ("quota exceeded", "超出磁盘配额"),
    ("file name too long", "文件名过长"),
    ("too many open files", "打开的文件过多"),
    ("input/output error", "读写出错"),
    ("operation not permitted", "不允许这样做"),
    ("file exists", "已存在"),
    ("timed out", "超时"),
];

/// The Chinese words for a reason; those of the system where there are none.
pub(super) fn in_chinese(reason: &str) -> String {
    let bare = reason.split_once(" (os error").map_or(reason, |(words, _)| words);
    if let Some(folder) = bare.strip_prefix("there is no folder ") {
        return format!("没有文件夹 {folder}");
    }
    let known = REASONS.iter().find(|(words, _)| words.eq_ignore_ascii_case(bare));
    known.map_or(reason, |(_, said)| said).to_owned()
}

#[cfg(test)]
mod tests {
    use super::in_chinese;

    #[test]
    fn known_reasons_are_told_in_chinese_and_others_as_they_came() {
        assert_eq!(in_chinese("Permission denied (os error 13)"), "没有权限");
        assert_eq!(in_chinese("entity not found"), "不存在");
        assert_eq!(in_chinese("moov atom not found"), "moov atom not found");
    }
}
