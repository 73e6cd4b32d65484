//! The command line: the same work without a screen, and the door to the editor.
//!
//! Words come in, exit codes and lines go out. Results and `--json` go to standard output, progress
//! and words to standard error, and nothing asks a question when standard input is no terminal. Every
//! command that needs a backend drives the same link as the editor does.

mod args;
mod background;
mod batch;
mod choosing;
mod doctor;
mod drive;
mod help;
mod json;
mod keys;
mod lists;
mod log;
mod making;
mod offers;
mod pace;
mod printer;
mod render;
mod serve;
mod setup;
mod theme;
mod turn;
mod usage;
mod work;

pub use args::Arguments;
pub use drive::Drive;
pub use run::main;

mod run;
