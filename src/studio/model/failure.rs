//! Why a model did not answer, as people are told it.

use std::time::Duration;

use crate::language::Language::{self, Chinese, English};

/// Why a model did not answer. Nothing in it comes from the other side: that may hold a secret.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Failure {
    /// The variable with the key is not set.
    #[error("no key in {0}")]
    NoKey(String),
    /// Nobody answers there.
    #[error("{0} is not reached")]
    Unreached(String),
    /// An answer of another status.
    #[error("refused with {0}")]
    Refused(u16),
    /// Nothing came for so long.
    #[error("silent for {0:?}")]
    Silent(Duration),
    /// It took longer than this in all.
    #[error("not done within {0:?}")]
    Slow(Duration),
    /// The answer stopped in its middle.
    #[error("the answer broke off")]
    BrokeOff,
    /// No answer of this form.
    #[error("the answer could not be read")]
    Unreadable,
    /// It says more than anybody would read.
    #[error("the answer was too long")]
    TooLong,
    /// It neither said nor did anything.
    #[error("the answer was empty")]
    Empty,
    /// It goes on and on.
    #[error("not done in {0} steps")]
    Endless(usize),
    /// It asks again and again for what there is not.
    #[error("calls that there are not")]
    WrongCalls,
}

impl Failure {
    /// What a person is told, in a sentence.
    #[must_use]
    pub fn told(&self, language: Language) -> String {
        let why = self.reason(language);
        match language {
            English => {
                format!(
                    "Your model could not be used: {why}. The built-in understanding answers instead."
                )
            }
            Chinese => format!("您的模型未能使用：{why}。改由内置理解回答。"),
        }
    }

    fn reason(&self, language: Language) -> String {
        match (self, language) {
            (Self::NoKey(name), English) => format!("the variable {name} holds no key"),
            (Self::NoKey(name), Chinese) => format!("环境变量 {name} 中没有密钥"),
            (Self::Unreached(host), English) => format!("{host} cannot be reached"),
            (Self::Unreached(host), Chinese) => format!("无法连接 {host}"),
            (Self::Refused(status), _) => refused(*status, language),
            (Self::Silent(time), English) => format!("it was silent for {} s", time.as_secs()),
            (Self::Silent(time), Chinese) => format!("{} 秒没有回应", time.as_secs()),
            (Self::Slow(time), English) => {
                format!("it was not done within {} s", time.as_secs())
            }
            (Self::Slow(time), Chinese) => format!("{} 秒内没有完成", time.as_secs()),
            (Self::BrokeOff, English) => "its answer broke off".into(),
            (Self::BrokeOff, Chinese) => "回答中途断开".into(),
            (Self::Unreadable, English) => "its answer could not be read".into(),
            (Self::Unreadable, Chinese) => "回答无法解读".into(),
            (Self::TooLong, English) => "its answer was too long".into(),
            (Self::TooLong, Chinese) => "回答过长".into(),
            (Self::Empty, English) => "its answer was empty".into(),
            (Self::Empty, Chinese) => "回答是空的".into(),
            (Self::Endless(steps), English) => format!("it was not done in {steps} steps"),
            (Self::Endless(steps), Chinese) => format!("{steps} 步之内没有完成"),
            (Self::WrongCalls, English) => "it asked for edits that there are not".into(),
            (Self::WrongCalls, Chinese) => "要求了不存在的编辑".into(),
        }
    }
}

fn refused(status: u16, language: Language) -> String {
    match (status, language) {
        (401 | 403, English) => format!("its key was refused ({status})"),
        (401 | 403, Chinese) => format!("密钥被拒绝（{status}）"),
        (402, English) => "its account has no credit left (402)".into(),
        (402, Chinese) => "账户余额不足（402）".into(),
        (404, English) => "there is no such address or model (404)".into(),
        (404, Chinese) => "没有这个地址或模型（404）".into(),
        (429, English) => "too many requests (429)".into(),
        (429, Chinese) => "请求过多（429）".into(),
        (_, English) => format!("it answered with error {status}"),
        (_, Chinese) => format!("返回了错误 {status}"),
    }
}
