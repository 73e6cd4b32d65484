//! What must change nothing, with its reason.

use super::{PICTURES, THREE, check};

#[test]
fn what_is_not_understood_changes_nothing() {
    check(&[
        (THREE, "", "="),
        (THREE, "!?", "="),
        (THREE, "asdf qwer", "="),
        (THREE, "hello", "="),
        (THREE, "thanks", "="),
        (THREE, "make it pop", "="),
        (THREE, "make it more exciting for the audience", "="),
        (THREE, "add", "="),
        (THREE, "remove", "="),
        (THREE, "join", "="),
        (THREE, "add a unicorn", "="),
        (THREE, "put a logo in the corner", "="),
        (THREE, "speed it up", "="),
        (THREE, "play it in slow motion", "="),
        (THREE, "make the title bigger", "="),
        (THREE, "remove the background noise", "="),
        (THREE, "export it", "="),
        (THREE, "don't make it vertical", "="),
        (THREE, "remove everything except the title", "="),
        (THREE, "will it rain tomorrow", "="),
        (THREE, "你好", "="),
        (THREE, "谢谢", "="),
        (THREE, "做得更有冲击力", "="),
        (THREE, "加一只独角兽", "="),
        (THREE, "加速两倍", "="),
        (THREE, "慢动作播放", "="),
        (THREE, "把标题放大", "="),
        (THREE, "在角落放一个水印", "="),
        (THREE, "从抖音下载一个视频", "="),
        (THREE, "导出", "="),
        (THREE, "不要改成竖屏", "="),
        (THREE, "明天会下雨吗", "="),
        (THREE, "随机打乱顺序", "="),
        (THREE, "自动识别字幕", "="),
    ]);
}

#[test]
fn footage_is_not_invented() {
    check(&[
        ("[]", "make a 30 second video with music", "="),
        ("[]", "做一个30秒的视频", "="),
        ("[song.mp3]", "make a 30 second video", "="),
        (PICTURES, "generate a 10 second video of a futuristic city at night", "="),
        ("[]", "make a video of a dancing cat", "="),
        (PICTURES, "生成一段小猫跳舞的视频", "="),
        ("[]", "add a title \"Hi\"", "="),
        ("[]", "加标题“你好”", "="),
        (PICTURES, "add a title \"Hi\"", "="),
        (PICTURES, "trim it to 5 seconds", "="),
        (PICTURES, "删除第一段", "="),
        (PICTURES, "swap 1 and 2", "="),
    ]);
}
