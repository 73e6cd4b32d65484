//! The words of the command line.

use std::net::SocketAddr;
use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;

use super::making::Making;

pub use super::batch::BatchArguments;

/// A full-screen terminal video editor that you talk to.
#[derive(Debug, Parser)]
#[command(
    name = "cutroom",
    version,
    bin_name = "cutroom",
    max_term_width = 100,
    subcommand_precedence_over_arg = true
)]
pub struct Arguments {
    /// Files to add to the session, then open the editor
    #[arg(value_name = "FILE")]
    pub files: Vec<PathBuf>,

    /// What holds for every command
    #[command(flatten)]
    pub common: Common,

    /// What to do instead of opening the editor
    #[command(subcommand)]
    pub command: Option<Command>,
}

/// What holds for every command.
#[derive(Debug, Clone, Default, Args)]
pub struct Common {
    /// Where the work is done: studio (built in), cloud, or an address of the same contract
    #[arg(long, global = true, value_name = "studio|cloud|URL")]
    pub backend: Option<String>,

    /// Short for --backend cloud
    #[arg(long, global = true, conflicts_with = "backend")]
    pub cloud: bool,

    /// Which session: an id (its beginning is enough), new, or last
    #[arg(long, global = true, value_name = "ID|new|last")]
    pub session: Option<String>,

    /// Which kind of work: a built-in profile's name, or the path of a profile file
    #[arg(long, global = true, value_name = "NAME|PATH")]
    pub profile: Option<String>,

    /// Settings from this file instead of the usual one; without a file (`doctor --config`): print them
    #[arg(long, global = true, value_name = "FILE", num_args = 0..=1, default_missing_value = "")]
    pub config: Option<String>,

    /// Print one JSON object a line on standard output
    #[arg(long, global = true)]
    pub json: bool,

    /// Say nothing but results and problems
    #[arg(long, global = true)]
    pub quiet: bool,

    /// The editor in lines, for screen readers and pipes (CUTROOM_PLAIN=1 does the same)
    #[arg(long, global = true)]
    pub plain: bool,

    /// Use no colours (NO_COLOR does the same)
    #[arg(long, global = true)]
    pub no_color: bool,
}

/// What to do.
#[derive(Debug, Clone, Subcommand)]
pub enum Command {
    /// Upload, ask, and export in one pass without a screen
    Run(RunArguments),
    /// Make many films: each row of a table is a session, its words and its export
    Batch(BatchArguments),
    /// Show what is on the timeline
    Tracks,
    /// Show the credits
    Credits,
    /// Render the film and save it
    Export {
        /// The file to write; in the studio its ending says what it becomes: mp4, mov, mkv, webm,
        /// gif, sound alone as m4a, mp3 or wav, or one frame as png or jpg
        #[arg(short, long, value_name = "FILE")]
        output: Option<PathBuf>,
        /// Replace an existing file
        #[arg(long)]
        force: bool,
        /// Only tell how large the file will be and how long it takes, and make nothing
        #[arg(long)]
        estimate: bool,
        #[command(flatten)]
        making: Making,
    },
    /// Add files to the session
    Upload {
        /// The files
        #[arg(required = true, value_name = "FILE")]
        files: Vec<PathBuf>,
    },
    /// List the jobs, or take up and stop some of them
    Jobs {
        /// What to do instead of listing
        #[command(subcommand)]
        action: Option<JobsAction>,
    },
    /// List the sessions
    Sessions,
    /// List the profiles
    Profiles,
    /// Print the session's draft as JSON
    Draft,
    /// Render a draft from a file, without a session
    Render {
        /// The draft
        #[arg(value_name = "DRAFT.json")]
        draft: PathBuf,
        /// The folder with the files that it names
        #[arg(long, value_name = "DIR")]
        media: PathBuf,
        /// The file to write; its ending says what it becomes: mp4, mov, mkv, webm, gif, sound
        /// alone as m4a, mp3 or wav, or one frame as png or jpg
        #[arg(short, long, value_name = "FILE")]
        output: PathBuf,
        /// Replace an existing file
        #[arg(long)]
        force: bool,
        /// Only tell how large the file will be and how long it takes, and make nothing
        #[arg(long)]
        estimate: bool,
        #[command(flatten)]
        making: Making,
    },
    /// Run the studio alone, for other clients of the contract
    Serve {
        /// Where to listen
        #[arg(long, value_name = "ADDR:PORT", default_value = "127.0.0.1:0")]
        listen: SocketAddr,
        /// Misbehave on purpose, to test clients: faults, comma separated, such as
        /// silent,drop=0.3,5xx@chat:1, or all (docs/chaos.md)
        #[arg(long, value_name = "LIST")]
        chaos: Option<String>,
        /// Repeat a run of --chaos: its seed, as it was printed
        #[arg(long, value_name = "N", requires = "chaos")]
        chaos_seed: Option<u64>,
    },
    /// Open the editor with sample media made on the spot
    Demo {
        /// Only make the sample files, in this folder, and do not open the editor
        #[arg(long, value_name = "DIR")]
        make: Option<PathBuf>,
    },
    /// Tell what works here: ffmpeg, fonts, terminal, disk; with a bare --config: every setting
    Doctor {
        /// Only list every action by name, with its keys as they are now
        #[arg(long)]
        keys: bool,
    },
    /// Print completions for a shell
    Completions {
        /// Which shell
        shell: Shell,
    },
    /// Print the manual page
    Man,
    /// Finish exports of the studio in the background
    #[command(hide = true)]
    FinishExports {
        /// Whether it is out of the terminal's reach already
        #[arg(long)]
        detached: bool,
        /// Which jobs
        ids: Vec<String>,
    },
}

/// One pass without a screen.
#[derive(Debug, Clone, Args)]
pub struct RunArguments {
    /// A file to add (repeat for more)
    #[arg(long, value_name = "FILE")]
    pub upload: Vec<PathBuf>,
    /// What to say (repeat for more; - reads standard input)
    #[arg(long, value_name = "TEXT", allow_hyphen_values = true)]
    pub prompt: Vec<String>,
    /// Render the film into this file at the end
    #[arg(long, value_name = "FILE")]
    pub export: Option<PathBuf>,
    /// Replace an existing file
    #[arg(long)]
    pub force: bool,
}

/// What to do with jobs.
#[derive(Debug, Clone, Subcommand)]
pub enum JobsAction {
    /// Take up what was interrupted, and wait for it
    Resume {
        /// Which jobs; all of them where none is named
        ids: Vec<String>,
    },
    /// Stop jobs
    Cancel {
        /// Which jobs
        #[arg(required = true)]
        ids: Vec<String>,
    },
}

/// How good the picture of `cutroom render` is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum RenderQuality {
    /// For a look
    Draft,
    /// For most uses
    Standard,
    /// For keeps
    High,
}
