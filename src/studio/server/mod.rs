//! The studio on the wire: the contract's endpoints over HTTP.
//!
//! Requests come in, each is checked at the door ([`door`]), answered from the records of
//! [`library`](crate::studio::library), and everything that takes longer runs as a task that ends
//! with the studio. Nothing about a session is kept in memory here.
//!
//! # The door
//!
//! The studio is for programs on the same machine, but browsers and other users live there too.
//! * `Host` must be the address that is bound, or `localhost`, with its port: a page whose name was
//!   made to point here is turned away with 403. A studio bound to all addresses takes any address
//!   written in numbers.
//! * An `Origin` other than the studio's own is turned away with 403.
//! * `Authorization: Bearer <token>` is asked of everything but the token request. The addresses of
//!   files and films that the studio hands out carry a `key` instead, good for that one path and
//!   that run of the studio, because the contract's clients fetch from a CDN without a token. The
//!   token itself is never part of an address.
//! * Headers, bodies, waiting times, connections and uploads at a time have limits.
//!
//! # Refusals
//!
//! Always `{"code", "message", "data"}`, `message` one sentence for people, in the language that
//! `Accept-Language` names, else in that of the session, else in English. Codes without a number in the
//! contract are the HTTP status, or the studio's own from [`code`](crate::api::wire::envelope::code).
//!
//! | what | HTTP | code |
//! |---|---|---|
//! | no or wrong token | 401 | 1001 |
//! | wrong `Host`, foreign `Origin` | 403 | 403 |
//! | token request: no client id / not given here | 400 / 404 | 400 / 404 |
//! | no such session | 404 | 1002 |
//! | file of another type / too large / damaged or empty | 415 / 413 / 422 | 4001 / 4002 / 4003 |
//! | not JSON, broken multipart, empty message, bad render id | 400 | 400 |
//! | body too large / too slow | 413 / 408 | 413 / 408 |
//! | no such render, file or address | 404 | 404 |
//! | render id of another session / film not there yet | 409 | 409 |
//! | nothing to render | 422 | 6001 |
//! | ffmpeg missing / disk full / records not writable | 501 / 507 / 500 | 6002 / 6003 / 6004 |
//!
//! # What the studio adds to the contract
//!
//! * Upload: `size` on each file. A file whose content the session has already is the file that it
//!   has, under its first name. In a request of several files a refused one does not undo the
//!   others: `code` and `message` tell the first refusal, `data.files` what was kept. Upload by
//!   address is refused, as the studio has no network.
//!   `X-Named-At` (microseconds since 1970) says when the user named the file; the state lists files by
//!   it, else by when their requests came, as two that are sent at a time arrive in any order.
//! * State: `ETag` and `If-None-Match`.
//! * Turns: a turn that has begun is finished even if nobody listens any more. One that is with the
//!   user's [model](crate::studio::model) is given up then, with the film as it was.
//! * Renders: `warnings` on the status, `status` also `cancelled` and `expired` (films are kept for a
//!   week), the start and the cancellation answer with the status; the same `id` again is the same
//!   render and never starts twice. `output.format` is any of
//!   [`FORMATS`](crate::api::wire::render::FORMATS), `output.at` the moment of a still in milliseconds,
//!   `output.max_size` what the file may have in bytes; `output.resolution` (`1280x720`, `720p`) and `output.fps`
//!   replace the draft's canvas. Sources in a draft may be file names of the session or the
//!   addresses that the studio gave out for them.
//! * Files, films and downloads answer `Range`, `HEAD` and `If-Modified-Since`.
//! * Tokens: only where it was started so, and then it is the studio's own token for everyone.
//! * `GET /studio/preview/{session}/{at}/{width}/{height}`: the film's frame at a millisecond as a
//!   binary PPM within a size; `GET /studio/waveform/{session}/{file}`: a byte for each twentieth of
//!   a second of a file, its loudest sample.
//! * `POST /studio/estimate`: what a render's order would come to, as the status tells it; nothing is made.
//! * `GET /chaos`, only where it was started to misbehave ([`chaos`]): what came in and what went wrong.

mod assisted;
pub mod chaos;
mod chat;
mod clearing;
mod context;
mod credits;
mod door;
mod error;
mod files;
mod listener;
mod looks;
pub mod originals;
mod paths;
mod pieces;
mod refusal;
mod rendering;
mod request;
mod router;
mod session;
mod settings;
mod studio;
mod token;
mod turn;
mod upload;

pub use crate::studio::model::Endpoint;
pub use crate::studio::render::{Encoder, Form, Machine, PRESETS, Preset, check_size};
pub use context::Context;
pub use error::StartError;
pub use router::router;
pub use settings::Settings;
pub use studio::{Studio, start};
