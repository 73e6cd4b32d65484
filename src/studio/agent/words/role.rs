//! What words do beside what they mean: in statements, by which a remark is told from a wish, and in turns of phrase.

use serde::Deserialize;

/// What a word does in a statement, by which a remark is told from a wish.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Part {
    /// It stands before a remark.
    Mark,
    /// What follows is a reason.
    Reason,
    /// A statement begins with it, and an order does not.
    Subject,
    /// It joins a subject with what is said of it.
    Joins,
    /// The same, of what is past.
    Past,
    /// It wants something or takes something back.
    Wish,
    /// A thing is somebody's: a verb behind it is a name (`our play`).
    Owner,
    /// Somebody does something, and orders nothing (`they play`).
    Doer,
    /// What follows is somebody's opinion.
    Thinks,
    /// A verb that is also written within words for quite other things (`客户打电话来`).
    Inside,
    /// It begins what the film is for: its word of wanting wants nothing of the film.
    Purpose,
    /// Something is told to be so.
    Told,
    /// It begins the last of several wishes.
    Lastly,
    /// It tells that things are said one after the other.
    InTurn,
    /// It stands before what something is done to.
    Object,
    /// It thinks better of something, or leaves a choice.
    RatherSo,
    /// It asks, so that a choice is left.
    Asks,
    /// It settles what was left open.
    Settles,
    /// Words on the picture begin to be seen.
    Comes,
    /// They are seen no more.
    Goes,
    /// Something is cut off both ends.
    BothEnds,
    /// It brings in the words that follow.
    Shows,
    /// What something in the picture is not to be: covered, or frightened.
    Hinders,
    /// What follows is how it looks or sounds then.
    Seems,
    /// Somebody misspoke: its word of being wrong takes nothing back.
    Misspoken,
    /// Of the words of wanting, those that somebody else may say of something else.
    Longs,
    /// What follows is what a wish is for.
    SoThat,
    /// A part of something, by no name of its own.
    Portion,
}

/// What a word does in a turn of phrase, whatever it means elsewhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Turn {
    /// As before, and as much more: `再剪2秒`.
    OnceMore,
    /// With it something begins to be seen or heard.
    Starts,
    /// With it something is no more seen or heard.
    Stops,
    /// What follows is when that is over.
    Until,
    /// What follows happens then: `when the second picture comes`.
    When,
    /// After it is now.
    Later,
    /// Before it is now.
    Earlier,
    /// What is done comes later by so much.
    Delays,
    /// What is done lasts longer by so much.
    Grows,
    /// What is done makes larger or smaller.
    Sizes,
    /// What could not be heard can be.
    Unmutes,
    /// It takes away, or brings something in between two others.
    Drops,
    /// Words go down on the picture.
    Lowers,
    /// Words go up on the picture.
    Raises,
    /// With a share behind it, something is to be as loud as that.
    Sets,
    /// With a share behind it, something is to be as fast as that.
    Retimes,
    /// What is made is upright wherever it is shown.
    Upright,
    /// The share before it is of the picture's width.
    Widths,
}
