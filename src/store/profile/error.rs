//! Why a profile cannot be used.

use crate::language::Detail;

/// Each message is one sentence that names the file and what about it is wrong.
#[derive(Debug, thiserror::Error)]
pub enum ProfileError {
    /// Neither built in nor a file.
    #[error("there is no profile {name}; built in are {known}")]
    Unknown {
        /// As the user wrote it.
        name: String,
        /// The built-in ones.
        known: String,
    },
    /// The file is there and cannot be read.
    #[error("{path} cannot be read: {source}")]
    Unreadable {
        /// As the user wrote it.
        path: String,
        /// Why.
        #[source]
        source: std::io::Error,
    },
    /// The file does not begin with front matter.
    #[error("{file} has no front matter: it begins with --- and ends with ---")]
    NoFrontMatter {
        /// Which.
        file: String,
    },
    /// The front matter is no YAML of the right shape.
    #[error("{file}, line {line}: the front matter cannot be understood: {reason}")]
    Malformed {
        /// Which.
        file: String,
        /// Where in the file, from 1.
        line: u64,
        /// The parser's words.
        reason: String,
    },
    /// Something that must be said is not.
    #[error("{file} says no {key}")]
    Missing {
        /// Which.
        file: String,
        /// What.
        key: &'static str,
    },
    /// A value has characters that a header must not have.
    #[error("{file}: {key} cannot be sent in a header; use visible ASCII characters")]
    NotForAHeader {
        /// Which.
        file: String,
        /// What.
        key: String,
    },
}

impl ProfileError {
    /// The same sentence in both languages.
    #[must_use]
    pub fn detail(&self) -> Detail {
        let chinese = match self {
            Self::Unknown { name, known } => format!("没有名为 {name} 的配置；内置的有 {known}"),
            Self::Unreadable { path, source } => format!("无法读取 {path}：{source}"),
            Self::NoFrontMatter { file } => {
                format!("{file} 没有文件头：应以 --- 开头并以 --- 结束")
            }
            Self::Malformed { file, line, reason } => {
                format!("{file} 第 {line} 行：文件头无法解析（{reason}）")
            }
            Self::Missing { file, key } => format!("{file} 没有写明 {key}"),
            Self::NotForAHeader { file, key } => {
                format!("{file}：{key} 无法放入请求头；请使用可见的 ASCII 字符")
            }
        };
        Detail::new(self.to_string(), chinese)
    }
}
