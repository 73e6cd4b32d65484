//! What can be done in place of an instruction for a screen that is not there.

use super::super::Language;

/// An action of our own, or an edit, that stands for an instruction.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Offer {
    /// Render the film and save it.
    Export,
    /// Show the credits.
    Credits,
    /// Show what is on the timeline.
    Tracks,
    /// Tell how files are added.
    Upload,
    /// Send this sentence to the agent.
    Say(String),
}

impl Offer {
    /// Whether it costs or writes, and so is never done without the user's word.
    #[must_use]
    pub const fn asks_first(&self) -> bool {
        match self {
            Self::Export | Self::Say(_) => true,
            Self::Credits | Self::Tracks | Self::Upload => false,
        }
    }

    /// As a choice: `export the film`, or the sentence itself.
    #[must_use]
    pub fn label(&self, language: Language) -> String {
        let (english, chinese) = match self {
            Self::Export => ("export the film", "导出影片"),
            Self::Credits => ("show the credits", "查看积分"),
            Self::Tracks => ("show the tracks", "查看轨道"),
            Self::Upload => ("add files", "添加文件"),
            Self::Say(sentence) => return sentence.clone(),
        };
        match language {
            Language::English => english.to_owned(),
            Language::Chinese => chinese.to_owned(),
        }
    }
}
