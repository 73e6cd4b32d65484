//! By which other words people look for an action: those of other editors and of other programs, in
//! both languages. Its name and its help need not be repeated.

/// Actions with their other words, each a word or a few.
#[rustfmt::skip]
const WORDS: &[(&str, &[&str])] = &[
    ("app.quit", &["quit", "exit", "leave", "close", "bye", "退出", "离开", "关闭"]),
    ("app.help", &["help", "keys", "shortcuts", "key bindings", "manual", "commands", "帮助", "按键", "快捷键", "说明"]),
    ("app.export", &["export", "save", "render", "deliver", "output", "mp4", "导出", "保存", "渲染", "输出", "存盘"]),
    ("app.stop", &["stop", "cancel", "abort", "停止", "取消", "中止"]),
    ("app.theme", &["theme", "themes", "colours", "colors", "colour scheme", "dark", "light", "主题", "配色", "颜色"]),
    ("app.preview", &["preview", "viewer", "picture", "frame", "monitor", "预览", "画面", "监视器"]),
    ("app.open", &["import", "add files", "upload", "load", "file", "browse", "导入", "添加文件", "上传", "打开"]),
    ("app.sessions", &["projects", "project", "sessions", "films", "history", "recent", "项目", "会话", "工程"]),
    ("app.backend", &["backend", "server", "account", "place", "后端", "服务器"]),
    ("app.copy-link", &["copy link", "share", "url", "分享", "链接"]),
    ("app.go-on", &["resume", "continue", "继续", "恢复"]),
    ("app.message", &["chat", "prompt", "write", "对话", "输入", "消息"]),
    ("app.media", &["files", "bin", "clips", "assets", "素材", "文件"]),
    ("app.jobs", &["jobs", "renders", "uploads", "queue", "progress", "任务", "队列", "进度"]),
    ("app.timeline", &["timeline", "tracks", "时间线", "时间轴", "轨道"]),
    ("app.next-pane", &["pane", "switch", "focus", "面板", "切换"]),
    ("app.suspend", &["shell", "background", "suspend", "挂起", "后台"]),
    ("app.mouse", &["mouse", "select text", "鼠标"]),
    ("timeline.split", &["split", "cut", "razor", "blade", "divide", "分割", "拆分", "切割", "剪断"]),
    ("timeline.trim-start", &["trim", "trim start", "修剪", "剪头"]),
    ("timeline.trim-end", &["trim", "trim end", "修剪", "剪尾"]),
    ("timeline.delete", &["delete", "remove", "ripple delete", "删除", "移除", "波纹删除"]),
    ("timeline.lift", &["lift", "delete and leave the gap", "提升"]),
    ("timeline.extract", &["extract", "cut range", "提取"]),
    ("timeline.duplicate", &["duplicate", "copy clip", "clone", "复制", "克隆"]),
    ("timeline.select", &["select", "multiple", "range", "mark clips", "选择", "多选", "选中"]),
    ("timeline.louder", &["louder", "volume", "volume up", "gain", "loud", "音量", "大声", "调高音量"]),
    ("timeline.quieter", &["quieter", "volume", "volume down", "quiet", "音量", "小声", "调低音量"]),
    ("timeline.mute", &["mute", "silence", "volume", "静音", "音量"]),
    ("timeline.fade-in-longer", &["fade", "fade in", "淡入", "渐入"]),
    ("timeline.fade-in-shorter", &["fade", "fade in", "淡入"]),
    ("timeline.fade-out-longer", &["fade", "fade out", "淡出", "渐出"]),
    ("timeline.fade-out-shorter", &["fade", "fade out", "淡出"]),
    ("timeline.move-here", &["move", "bring", "移动", "移到"]),
    ("timeline.move-earlier", &["move", "nudge", "微移"]),
    ("timeline.move-later", &["move", "nudge", "微移"]),
    ("timeline.undo", &["undo", "take back", "撤销", "撤消", "后悔"]),
    ("timeline.redo", &["redo", "重做", "恢复"]),
    ("timeline.play", &["play", "start playback", "播放"]),
    ("timeline.pause", &["pause", "暂停"]),
    ("timeline.timecode", &["go to", "timecode", "jump", "seek", "跳转", "定位", "时间码"]),
    ("timeline.set-in", &["in", "in point", "mark in", "入点", "起点"]),
    ("timeline.set-out", &["out", "out point", "mark out", "出点", "终点"]),
    ("timeline.clear-in", &["clear in", "remove in point"]),
    ("timeline.clear-out", &["clear out", "remove out point"]),
    ("timeline.clear-marks", &["clear marks", "clear in and out"]),
    ("timeline.marker", &["marker", "bookmark", "flag", "标记", "书签"]),
    ("timeline.zoom-in", &["zoom", "缩放"]),
    ("timeline.zoom-out", &["zoom", "缩放"]),
    ("timeline.zoom-fit", &["zoom to fit", "fit", "适合窗口", "全览"]),
    ("timeline.snapping", &["snap", "magnet", "吸附", "磁吸"]),
    ("timeline.filmstrip", &["filmstrip", "thumbnails", "缩略图", "胶片"]),
    ("timeline.confirm", &["apply", "confirm", "edit text", "change words", "确认", "应用", "改文字"]),
    ("history.older", &["history", "versions", "older version", "历史", "版本"]),
    ("history.newer", &["newer version", "版本"]),
    ("history.compare", &["compare", "diff", "changes", "比较", "对比", "差别"]),
    ("chat.find", &["find", "search", "查找", "搜索"]),
    ("chat.copy", &["copy", "copy answer", "clipboard", "复制消息", "拷贝"]),
    ("chat.original", &["original", "translation", "原文", "翻译"]),
    ("jobs.cancel", &["cancel", "abort", "kill", "取消", "停止", "中止"]),
    ("jobs.retry", &["retry", "again", "重试"]),
    ("jobs.open", &["watch", "play file", "reveal", "查看文件"]),
    ("jobs.log", &["log", "details", "errors", "日志", "详情"]),
    ("sessions.new", &["new", "new session", "new film", "new project", "start over", "新建", "新会话"]),
    ("sessions.name", &["rename", "rename session", "改名", "重命名"]),
    ("sessions.remove", &["remove session", "delete session", "删除会话"]),
    ("media.mention", &["mention", "insert name", "引用"]),
    ("media.add", &["append", "add to timeline", "加入时间线"]),
    ("media.insert", &["insert", "插入"]),
];

/// The other words of an action; none for most.
#[must_use]
pub fn known_as(id: &str) -> &'static [&'static str] {
    WORDS.iter().find(|(known, _)| *known == id).map_or(&[], |(_, words)| words)
}

#[cfg(test)]
mod tests {
    use super::super::by_id;
    use super::*;

    #[test]
    fn the_other_words_belong_to_actions_of_the_table_and_each_stands_once() {
        for (place, (id, words)) in WORDS.iter().enumerate() {
            assert!(by_id(id).is_some(), "{id}");
            assert!(WORDS[place + 1..].iter().all(|(other, _)| other != id), "{id} twice");
            for (place, word) in words.iter().enumerate() {
                assert_eq!(word.to_lowercase(), **word);
                assert!(!words[place + 1..].contains(word), "{id}: {word} twice");
            }
        }
    }
}
