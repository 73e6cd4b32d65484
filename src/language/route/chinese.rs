//! Orders to the program in Chinese.
//!
//! There are no spaces to split at, so the sentence is eaten from the left, longest word first, by
//! the words that an order may have. What cannot be eaten makes it a request to the agent.

use super::{Route, film_path};

const POLITE: &[&str] = &[
    "请",
    "麻烦",
    "帮我",
    "帮忙",
    "你",
    "我要",
    "我想",
    "我想要",
    "可以",
    "能",
    "能不能",
    "现在",
    "给我",
    "一下",
    "吧",
    "了",
    "吗",
    "的",
    "好",
    "好的",
    "开始",
    "就",
    "直接",
    "呢",
    "立即",
    "立刻",
    "马上",
    "快",
    "想",
    "没问题",
    "很好",
    "可以了",
    "不错",
    "再",
    "重新",
    "一次",
    "please",
];
const EXPORT_VERBS: &[&str] =
    &["导出", "下载", "导出来", "输出", "渲染", "保存", "发给我", "发我", "export", "download"];
/// Verbs that mean an export only when they say what of.
const NEEDS_WHAT: &[&str] = &["输出", "渲染", "保存", "发给我", "发我"];
const FILM_WORDS: &[&str] =
    &["视频", "影片", "片子", "成片", "短片", "电影", "文件", "它", "这个", "这段", "作品"];
const EXPORT_TAIL: &[&str] = &[
    "把", "将", "为", "成", "到", "mp4", "格式", "最终", "出来", "1080p", "高清", "整个", "完整",
    "项目", "本地", "下来",
];
const SHOW_VERBS: &[&str] = &["查看", "显示", "看看", "查询", "看", "查", "看一下", "列出"];
const CREDIT_WORDS: &[&str] = &["积分", "余额"];
const CREDIT_TAIL: &[&str] = &[
    "我",
    "还有",
    "还剩",
    "剩余",
    "剩",
    "多少",
    "当前",
    "账户",
    "是",
    "现在有",
    "有",
    "够不够",
    "够",
    "用完",
];
const STATUS_WORDS: &[&str] = &["状态", "轨道", "时间线", "时间轴"];
const STATUS_TAIL: &[&str] =
    &["当前", "所有", "全部", "目前", "项目", "上", "里", "有什么", "有哪些"];

/// The order that a sentence is, if all of it is one.
pub(super) fn order(sentence: &str) -> Option<Route> {
    let (sentence, path) = without_path(sentence);
    export(&sentence, path.clone())
        .or_else(|| {
            let credits = eat(&sentence, &[POLITE, SHOW_VERBS, CREDIT_WORDS, CREDIT_TAIL])?;
            (path.is_none() && has(&credits, CREDIT_WORDS)).then_some(Route::Credits)
        })
        .or_else(|| {
            let status = eat(&sentence, &[POLITE, SHOW_VERBS, STATUS_WORDS, STATUS_TAIL])?;
            (path.is_none() && has(&status, STATUS_WORDS)).then_some(Route::Status)
        })
}

fn export(sentence: &str, path: Option<std::path::PathBuf>) -> Option<Route> {
    let words = eat(sentence, &[POLITE, EXPORT_VERBS, FILM_WORDS, EXPORT_TAIL])?;
    let verb = words.iter().find(|word| EXPORT_VERBS.contains(*word))?;
    let says_what = path.is_some() || has(&words, FILM_WORDS);
    (says_what || !NEEDS_WHAT.contains(verb)).then_some(Route::Export { path })
}

fn has(words: &[&str], list: &[&str]) -> bool {
    words.iter().any(|word| list.contains(word))
}

/// Sets a film's path aside: it begins after a verb, a space or `为/成/到` and ends the sentence.
fn without_path(sentence: &str) -> (String, Option<std::path::PathBuf>) {
    let plain = sentence.trim_end_matches(['。', '！', '!', '.', '吧']);
    let starts = plain.char_indices().filter_map(|(at, letter)| {
        matches!(letter, '为' | '成' | '到' | ' ' | '：').then_some(at + letter.len_utf8())
    });
    for start in starts {
        let rest = plain[start..].trim();
        if let Some(path) = film_path(rest) {
            return (plain[..start].to_owned(), Some(path));
        }
    }
    (sentence.to_owned(), None)
}

/// The sentence as words of these lists, or nothing where another word is in it.
fn eat<'a>(sentence: &'a str, lists: &[&[&str]]) -> Option<Vec<&'a str>> {
    let mut rest = sentence;
    let mut words = Vec::new();
    while let Some(first) = rest.chars().next() {
        if first.is_whitespace() || "，。！？、,.!?～~".contains(first) {
            rest = &rest[first.len_utf8()..];
            continue;
        }
        let fits = |word: &&&str| {
            rest.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word))
        };
        let known = lists.iter().flat_map(|list| list.iter());
        let longest = known.filter(fits).max_by_key(|word| word.len())?;
        words.push(&rest[..longest.len()]);
        rest = &rest[longest.len()..];
    }
    Some(words)
}
