//! The draft as JSON: the contract's short keys, and the studio's own.
//!
//! Here and in the two files beside it, and nowhere else, stand the short names. Decoding is tolerant:
//! what is missing, null or of another type becomes the default, numbers may be strings. Encoding starts
//! from the JSON that a part came from and touches a key only when its meaning changed, so a draft nobody
//! changed is the same JSON again, and one that was changed keeps everything this program does not know.
//!
//! | key | on | meaning | whose |
//! |---|---|---|---|
//! | `t` `sg` `d` `m` `tt` | – | tracks, segments, duration in ms, metadata, track type | contract |
//! | `m.title` `m.width` `m.height` `m.fps` | draft | name and canvas | contract, `fps` studio |
//! | `m.name` `m.volume` | track | name, loudness (1 is as it is) | contract |
//! | `m.name` (or `m.title`) `m.text` `m.volume` | segment | label, words, loudness | contract |
//! | `st` (or `s`, `start`) | segment | start in ms; absent: where the one before it ends | contract |
//! | `id` | segment | name, unique in the draft | studio |
//! | `src` `in` `sp` | segment | file name of the media, in point in ms, speed | studio |
//! | `m.lufs` | draft | how loud the whole is to be | studio |
//! | `rv` | segment | `true`: the source runs backwards from the in point | studio |
//! | `dk` | segment | decibels by which it goes down under the clips' sound | studio |
//! | `fi` `fo` | segment | fade in, fade out, in ms | studio |
//! | `tr: {"k", "d"}` | segment | transition at its start: kind, duration in ms | studio |
//! | `fit` `bk` | segment | `contain`, `cover` or `blur`; the colour behind what is contained | studio |
//! | `pp: {"p", "w", "o"}` | segment | over the picture: place, percent of its width, opacity | studio |
//! | `fx` | segment | effects, in order: a name, or `{"k", "a"}` with an amount | studio |
//! | `pl` | segment | place of the words, such as `centre`, `top left` or `lower third` | studio |
//! | `ts: {"size", "c", "w", "i"}` | segment | words: percent of the usual size, colour, weight, italic | studio |
//! | `ts: {"b", "bc", "in", "out"}` | segment | words: backing and its colour, how they come and go | studio |
//! | `mu: {"mood", "seed", "bpm"}` | segment | music made on the spot, beats a minute | studio |
//! | `bg: ["#rrggbb", "#rrggbb"]` | segment | a plain colour, or a gradient of two, as a picture | studio |

mod read;
mod write;

pub use read::decode;
pub use write::encode;

/// Why a JSON value is no draft.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum DecodeError {
    /// A draft is a JSON object; this was something else.
    #[error("a draft is a JSON object")]
    NotAnObject,
}

#[cfg(test)]
mod tests;
