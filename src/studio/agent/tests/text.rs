//! Titles and captions: added, changed, removed, placed in time.

use super::{THREE, check};

const V: &str = "V1 a.jpg 0-5000 | b.jpg 5000-10000 | c.jpg 10000-15000";

fn rows(rows: &[(&'static str, &'static str)]) {
    let full: Vec<super::Row> = rows
        .iter()
        .map(|(sentence, texts)| {
            let after: &'static str = if *texts == "=" {
                "="
            } else {
                Box::leak(format!("{V} / {texts}").into_boxed_str())
            };
            (THREE, *sentence, after)
        })
        .collect();
    check(&full);
}

#[test]
fn words_are_added_where_and_when_they_are_wanted() {
    rows(&[
        ("add a title \"Hello\"", "T1 \"Hello\" 0-3000"),
        ("add the title “Paradise Found”", "T1 \"Paradise Found\" 0-3000"),
        ("add the title Paradise Found", "T1 \"Paradise Found\" 0-3000"),
        ("please put a title saying \"Hello\" on it", "T1 \"Hello\" 0-3000"),
        ("title: \"Hello\"", "T1 \"Hello\" 0-3000"),
        ("add a title \"Hello\" from 2s to 5s", "T1 \"Hello\" 2000-5000"),
        ("add a title \"Hello\" at 0:02 for 3 seconds", "T1 \"Hello\" 2000-5000"),
        ("show \"Hello\" for the first two seconds", "T1 \"Hello\" 0-2000"),
        ("add the caption 'Buy now' at the end", "T1 \"Buy now\" 12000-15000 _"),
        ("add an end card \"Thanks\"", "T1 \"Thanks\" 12000-15000"),
        ("add a caption \"Sale\" for the last three seconds", "T1 \"Sale\" 12000-15000 _"),
        ("add a subtitle \"Sale\" from 3-6s", "T1 \"Sale\" 3000-6000 _"),
        ("add a caption \"Second\" on the second picture", "T1 \"Second\" 5000-10000 _"),
        ("write \"Hello\" at the bottom for the whole film", "T1 \"Hello\" 0-15000 _"),
        ("add a title \"Hello\" at the top", "T1 \"Hello\" 0-3000 ^"),
        ("add a title \"remove the music\"", "T1 \"remove the music\" 0-3000"),
        ("add a title \"Hello\", shown for 5 seconds", "T1 \"Hello\" 0-5000"),
        (
            "add a caption saying we open at nine from 2s to 5s",
            "T1 \"we open at nine\" 2000-5000 _",
        ),
        ("加标题“你好”", "T1 \"你好\" 0-3000"),
        ("请在开头加一个标题「日落」", "T1 \"日落\" 0-3000"),
        ("在第3秒到第6秒加字幕“你好”", "T1 \"你好\" 3000-6000 _"),
        ("从第2秒到第5秒显示文字“Hello”", "T1 \"Hello\" 2000-5000"),
        ("加标题“你好”，持续5秒", "T1 \"你好\" 0-5000"),
        ("加标题“你好”，放在结尾", "T1 \"你好\" 12000-15000"),
        ("最后三秒加字幕『再见』", "T1 \"再见\" 12000-15000 _"),
        ("在结尾加字幕“谢谢观看”", "T1 \"谢谢观看\" 12000-15000 _"),
        ("加片尾“谢谢”", "T1 \"谢谢\" 12000-15000"),
        ("在第二张图片上加字幕“第二”", "T1 \"第二\" 5000-10000 _"),
        ("在底部加文字“特价”，全程显示", "T1 \"特价\" 0-15000 _"),
        ("加标题 Sunset", "T1 \"Sunset\" 0-3000"),
        ("加标题：夏天的海", "T1 \"夏天的海\" 0-3000"),
        ("加标题“删除音乐”", "T1 \"删除音乐\" 0-3000"),
        ("在前两秒显示“你好”", "T1 \"你好\" 0-2000"),
        ("add a caption \"Hi\" 3 seconds in", "T1 \"Hi\" 3000-6000 _"),
        (
            "add captions \"A\" on clip 1 and \"B\" on clip 2",
            "T1 \"A\" 0-5000 _ | \"B\" 5000-10000 _",
        ),
        ("第一段加字幕“A”，第二段加字幕“B”", "T1 \"A\" 0-5000 _ | \"B\" 5000-10000 _"),
        ("在视频开头加上标题《春天》，持续4秒", "T1 \"春天\" 0-4000"),
        ("加一个字幕：你好", "T1 \"你好\" 0-3000 _"),
        ("在第5秒加字幕“你好”，持续2秒", "T1 \"你好\" 5000-7000 _"),
    ]);
}

#[test]
fn two_texts_of_the_same_place_do_not_cover_each_other() {
    rows(&[
        ("add a title \"One\" and a title \"Two\"", "T1 \"One\" 0-7500 | \"Two\" 7500-15000"),
        ("add a title \"One\" and a caption \"Two\"", "T1 \"One\" 0-3000 / T2 \"Two\" 0-3000 _"),
        ("加标题“一”和字幕“二”", "T1 \"一\" 0-3000 / T2 \"二\" 0-3000 _"),
    ]);
}

#[test]
fn several_texts_without_times_follow_each_other() {
    let each = "T1 \"one\" 0-5000 _ | \"two\" 5000-10000 _ | \"three\" 10000-15000 _";
    rows(&[
        ("add captions: \"one\", \"two\", \"three\"", each),
        ("add captions \"one\", \"two\" and \"three\"", each),
        ("add a caption \"one\", a caption \"two\" and a caption \"three\"", each),
        ("add the captions \"one\" and \"two\"", "T1 \"one\" 0-7500 _ | \"two\" 7500-15000 _"),
        ("加字幕：“one”、“two”、“three”", each),
        ("添加字幕“one”，“two”，“three”", each),
        ("add three captions: \"one\", \"two\", \"three\"", each),
        ("加三条字幕：“one”“two”“three”", each),
        (
            "add captions: \"a\", \"b\", \"c\", \"d\"",
            "T1 \"a\" 0-3750 _ | \"b\" 3750-7500 _ | \"c\" 7500-11250 _ | \"d\" 11250-15000 _",
        ),
    ]);
    check(&[
        (
            "[a.jpg b.jpg] V1 a.jpg 0-2000 | b.jpg 2000-6000",
            "add captions \"one\" and \"two\"",
            "V1 a.jpg 0-2000 | b.jpg 2000-6000 / T1 \"one\" 0-2000 _ | \"two\" 2000-6000 _",
        ),
        (
            "[a.jpg b.jpg c.jpg]",
            "make a 9 second video with captions \"one\", \"two\", \"three\"",
            "V1 a.jpg 0-3000 | b.jpg 3000-6000 | c.jpg 6000-9000 / T1 \"one\" 0-3000 _ | \"two\" 3000-6000 _ | \"three\" 6000-9000 _",
        ),
    ]);
}

#[test]
fn words_without_a_time_take_what_is_free() {
    check(&[
        (
            "[a.jpg] V1 a.jpg 0-10000 / T1 \"Hi\" 1000-8000 _",
            "add a caption \"Bye\"",
            "V1 a.jpg 0-10000 / T1 \"Hi\" 1000-8000 _ | \"Bye\" 8000-10000 _",
        ),
        ("[a.jpg] V1 a.jpg 0-10000 / T1 \"Hi\" 0-10000 _", "add a caption \"Bye\"", "="),
        ("[a.jpg] V1 a.jpg 0-10000 / T1 \"Hi\" 0-10000 _", "加字幕“再见”", "="),
    ]);
}

#[test]
fn words_are_not_added_where_they_cannot_be() {
    rows(&[
        ("add a title", "="),
        ("add a title \"Late\" from 20s to 25s", "="),
        ("add a title \"A\" from 5 to 3 seconds", "="),
        ("在第5秒到第3秒加标题“A”", "="),
        ("add a title \"\"", "="),
        ("加标题", "="),
        ("在第20秒到第25秒加字幕“晚了”", "="),
        ("don't add a title \"Hello\"", "="),
        ("add a caption \"X\" on the ninth picture", "="),
    ]);
}

const TITLED: &str =
    "[a.jpg b.jpg] V1 a.jpg 0-5000 | b.jpg 5000-10000 / T1 \"Hello\" 0-3000 | \"Sale\" 4000-6000 _";

macro_rules! titled {
    ($texts:literal) => {
        concat!("V1 a.jpg 0-5000 | b.jpg 5000-10000 / ", $texts)
    };
}

#[test]
fn words_are_changed() {
    check(&[
        (
            TITLED,
            "change the caption to \"X\" and move it to the top",
            titled!("T1 \"Hello\" 0-3000 | \"X\" 4000-6000 ^"),
        ),
        (
            TITLED,
            "make the pictures 4 seconds each and the title 2 seconds",
            "V1 a.jpg 0-4000 | b.jpg 4000-8000 / T1 \"Hello\" 0-2000 | \"Sale\" 4000-6000 _",
        ),
        (TITLED, "the title should say \"Hi\"", titled!("T1 \"Hi\" 0-3000 | \"Sale\" 4000-6000 _")),
        (TITLED, "标题改为“欢迎”，显示2秒", titled!("T1 \"欢迎\" 0-2000 | \"Sale\" 4000-6000 _")),
        (
            TITLED,
            "标题显示到第5秒",
            "V1 a.jpg 0-5000 | b.jpg 5000-10000 / T1 \"Sale\" 4000-6000 _ / T2 \"Hello\" 0-5000",
        ),
        (
            TITLED,
            "change the title to \"Bye\"",
            titled!("T1 \"Bye\" 0-3000 | \"Sale\" 4000-6000 _"),
        ),
        (
            TITLED,
            "change the title to Happy Days",
            titled!("T1 \"Happy Days\" 0-3000 | \"Sale\" 4000-6000 _"),
        ),
        (
            TITLED,
            "rename \"Sale\" to \"Deal\"",
            titled!("T1 \"Hello\" 0-3000 | \"Deal\" 4000-6000 _"),
        ),
        (
            TITLED,
            "replace \"Hello\" with \"Hi\"",
            titled!("T1 \"Hi\" 0-3000 | \"Sale\" 4000-6000 _"),
        ),
        (
            TITLED,
            "move the caption to the end",
            titled!("T1 \"Hello\" 0-3000 | \"Sale\" 8000-10000 _"),
        ),
        (
            TITLED,
            "make the title last 4 seconds",
            titled!("T1 \"Hello\" 0-4000 | \"Sale\" 4000-6000 _"),
        ),
        (
            TITLED,
            "show the title from 1s to 3s",
            titled!("T1 \"Hello\" 1000-3000 | \"Sale\" 4000-6000 _"),
        ),
        (
            TITLED,
            "move the title to the bottom",
            titled!("T1 \"Hello\" 0-3000 _ | \"Sale\" 4000-6000 _"),
        ),
        (TITLED, "把标题改成“再见”", titled!("T1 \"再见\" 0-3000 | \"Sale\" 4000-6000 _")),
        (TITLED, "把“Sale”改成“特价”", titled!("T1 \"Hello\" 0-3000 | \"特价\" 4000-6000 _")),
        (TITLED, "把字幕移到结尾", titled!("T1 \"Hello\" 0-3000 | \"Sale\" 8000-10000 _")),
        (TITLED, "标题改为第1秒到第3秒", titled!("T1 \"Hello\" 1000-3000 | \"Sale\" 4000-6000 _")),
        (TITLED, "把标题放到顶部", titled!("T1 \"Hello\" 0-3000 ^ | \"Sale\" 4000-6000 _")),
        (TITLED, "change \"Nothing\" to \"Bye\"", "="),
        (TITLED, "把“没有”改成“再见”", "="),
        (TITLED, "change the title", "="),
    ]);
}

#[test]
fn words_are_removed() {
    check(&[
        (TITLED, "标题和字幕都删掉", "V1 a.jpg 0-5000 | b.jpg 5000-10000"),
        (TITLED, "remove every caption", titled!("T1 \"Hello\" 0-3000")),
        (TITLED, "remove the title", titled!("T1 \"Sale\" 4000-6000 _")),
        (TITLED, "delete the caption please", titled!("T1 \"Hello\" 0-3000")),
        (TITLED, "remove the text \"Sale\"", titled!("T1 \"Hello\" 0-3000")),
        (TITLED, "get rid of all texts", "V1 a.jpg 0-5000 | b.jpg 5000-10000"),
        (TITLED, "remove the title and the caption", "V1 a.jpg 0-5000 | b.jpg 5000-10000"),
        (TITLED, "删除标题", titled!("T1 \"Sale\" 4000-6000 _")),
        (TITLED, "把字幕去掉", titled!("T1 \"Hello\" 0-3000")),
        (TITLED, "删掉所有文字", "V1 a.jpg 0-5000 | b.jpg 5000-10000"),
        (TITLED, "不要标题", titled!("T1 \"Sale\" 4000-6000 _")),
        (TITLED, "remove the text", "="),
        (TITLED, "don't remove the title", "="),
        (TITLED, "不要删除标题", "="),
        (THREE, "remove the title", "="),
        (THREE, "删除字幕", "="),
    ]);
}
