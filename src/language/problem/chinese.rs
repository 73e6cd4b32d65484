//! The sentences in Chinese: what failed and why, and what to do next.

use crate::language::Language;

use super::reasons::in_chinese;
use super::{LAST, Problem, TYPES, has_advice, megabytes};

pub(super) fn sentences(problem: &Problem) -> (String, String) {
    use Problem as P;
    let (what, next) = match problem {
        P::TokenRefused => (
            "令牌已失效。".into(),
            "请把 NEMO_TOKEN 设为新的令牌，或取消该变量，不用账号继续。".into(),
        ),
        P::NoTokenNow { backend } => (
            format!("{backend} 暂不发放令牌：每个客户端 7 天一个，每个 IP 地址约十个。"),
            "请把 NEMO_TOKEN 设为自己的令牌，或改用本机工作室：`--backend studio`。".into(),
        ),
        P::SessionNotFound { id } if id == LAST => {
            ("还没有影片。".into(), "请用 `cutroom` 或 `cutroom run` 开始。".into())
        }
        P::SessionNotFound { id } => {
            (format!("没有会话 {id}。"), "用 `cutroom sessions` 查看所有会话。".into())
        }
        P::SessionElsewhere { id, backend, flag } => (
            format!("会话 {id} 是在 {backend} 中建立的，而 {flag} 指定了别处。"),
            format!("请去掉 {flag}：会话会在原处打开。"),
        ),
        P::SessionAmbiguous { id } => (
            format!("“{id}”对应多个后端的会话。"),
            "请同时指定后端：--backend studio 或 --cloud。".into(),
        ),
        P::JobNotFound { id } => {
            (format!("没有任务 {id}。"), "用 `cutroom jobs` 查看所有任务。".into())
        }
        P::OutOfCredits { address } => {
            ("积分已用完。".into(), format!("可在 {address} 获取更多。"))
        }
        P::NotInPlan { address } => {
            ("当前套餐不含导出，与积分无关。".into(), format!("请见 {address}。"))
        }
        P::FileMissing { path } => {
            (format!("找不到文件 {path}。"), "请检查文件名和文件夹。".into())
        }
        P::FileUnreadable { path, reason } => {
            (format!("无法读取 {path}：{}。", in_chinese(reason)), "请检查它的权限。".into())
        }
        P::NotAFile { path } => (format!("{path} 不是文件。"), "请逐个写出其中的文件。".into()),
        P::FileEmpty { path } => (format!("{path} 是空文件。"), "请重新复制一份。".into()),
        P::FileUnsupported { path } => (
            format!("{}的类型无法使用。", named_in_chinese(path)),
            format!("支持的类型：{TYPES}。"),
        ),
        P::NoSubtitles { path } => (
            format!("{path} 里读不出字幕。"),
            "每条字幕是一行 00:00:01,000 --> 00:00:03,000，下面是文字。".into(),
        ),
        P::FileDamaged { path } => {
            (format!("{path} 已损坏，无法解码。"), "请重新导出或下载。".into())
        }
        P::NotADraft { path, reason } => {
            (format!("{path} 不是草稿：{reason}。"), "`cutroom draft` 可输出一份草稿。".into())
        }
        P::FileTooLarge { path, size, limit } => (
            format!("{path} 有 {}，超过上限 {}。", megabytes(*size), megabytes(*limit)),
            "请先剪短或压缩。".into(),
        ),
        P::FileOverLimit { path, limit } => (
            format!("{}超过上限 {}。", named_in_chinese(path), megabytes(*limit)),
            "请先剪短或压缩。".into(),
        ),
        P::FileChanged { path } => {
            (format!("{path} 在发送过程中被改动。"), "请等它不再变化后重新添加。".into())
        }
        P::UnknownRequest { backend } => (
            format!("{backend} 没有所请求的地址。"),
            "请检查 NEMO_API_URL 或 --backend；若无误，请更新 cutroom。".into(),
        ),
        P::FilmGone => ("服务端已没有做好的影片。".into(), "请重新导出。".into()),
        P::Unreachable { backend } => {
            (format!("无法连接 {backend}。"), "请检查网络后再试。".into())
        }
        P::Unavailable { backend } => {
            (format!("{backend} 暂时无法服务。"), "请一分钟后再试。".into())
        }
        P::TooManyRequests => ("请求过于频繁。".into(), "请稍等一分钟再试。".into()),
        P::BadAnswer { backend } => {
            (format!("{backend} 的回答无法理解。"), "请再试一次；若仍如此，请更新 cutroom。".into())
        }
        P::Refused { message: Some(words), .. } => (words.clone(), String::new()),
        P::Refused { code, message: None } if *code < 0 => {
            ("助手报告出错，没有说明原因。".into(), "请看看时间线，再换个说法。".into())
        }
        P::Refused { code, message: None } => (
            format!("请求被拒绝，没有说明原因（代码 {code}）。"),
            "请一分钟后再试；若仍如此，请把代码告诉服务方。".into(),
        ),
        P::TurnInterrupted => {
            ("回答未完成，连接已断开。".into(), "再次提问前请先看看时间线。".into())
        }
        P::NothingToRender => {
            ("时间线上没有可导出的内容。".into(), "请添加文件并说明要做什么。".into())
        }
        P::RenderFailed { reason } => (
            format!("渲染失败：{}", in_chinese(reason)),
            if has_advice(reason) {
                String::new()
            } else {
                "请修改所指之处后重新导出。".into()
            },
        ),
        P::FfmpegMissing => (
            "未安装 ffmpeg，无法渲染或读取媒体。".into(),
            "请用 `apt-get install ffmpeg`（或系统自己的方式）安装后再试。".into(),
        ),
        P::DiskFull { path } => {
            (format!("{path} 所在磁盘已满。"), "请腾出空间后再试，其他内容都在。".into())
        }
        P::NotWritable { path, reason } => {
            (format!("无法写入 {path}：{}。", in_chinese(reason)), "请换个位置或修改权限。".into())
        }
        P::FileExists { path } => {
            (format!("{path} 已存在。"), "请换个名字，或用 --force 覆盖。".into())
        }
        P::StoreDamaged { path } => (
            format!("无法读取 {path} 中的记录。"),
            "把该文件移走即可重新开始，原文件不会被改动。".into(),
        ),
        P::BadSetting { detail } => (whole(detail.told(Language::Chinese)), String::new()),
        P::BadUsage { detail } => {
            (whole(detail.told(Language::Chinese)), "用法见 `cutroom --help`。".into())
        }
        P::UnknownEnding { path, endings } => {
            (format!("{path} 的扩展名不是可输出的格式。"), format!("请使用其中之一：{endings}。"))
        }
        P::FfmpegLacks { what } => (
            format!("已安装的 ffmpeg 缺少 {what}。"),
            "请安装完整版：apt-get install ffmpeg。".into(),
        ),
        P::FfmpegHangs { seconds } => (
            format!("ffmpeg 在 {seconds} 秒内没有进展，已被结束。"),
            "请重试；若再次出现，可逐个去掉文件，找出原因。".into(),
        ),
        P::FilmTooLarge { most, least } => (
            format!("这个影片至少需要 {}，而要求的是 {}。", megabytes(*least), megabytes(*most)),
            "请缩短影片，或减小画面尺寸。".into(),
        ),
        P::QuestionUnanswered { prompt } => {
            (format!("助手在问：{prompt}"), "请用另一个 --prompt 回答。".into())
        }
        P::Interrupted => ("已中断。".into(), String::new()),
    };
    (what, next)
}

/// With the stop that ends a sentence.
fn whole(line: &str) -> String {
    if line.ends_with(['。', '！', '？', '.', '!', '?']) {
        line.into()
    } else {
        format!("{line}。")
    }
}

/// A file's name, or how it is called without one.
fn named_in_chinese(path: &str) -> String {
    if path.is_empty() { "该文件".into() } else { format!("{path} ") }
}
