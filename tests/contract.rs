//! The studio against its contract: every endpoint, asked well and asked badly.
//!
//! Most of it asks the router directly, without a port; what only a connection can show (limits of
//! headers, uploads that break off, a stop) is tried over one. Media are made on the spot by ffmpeg,
//! which must be installed.

#[path = "contract/chaos"]
mod chaos {
    //! The studio that misbehaves on purpose, over a socket: one fault after the other.

    #[path = "answers.rs"]
    mod answers;
    #[path = "chat.rs"]
    mod chat;
    #[path = "renders.rs"]
    mod renders;
    #[path = "rig.rs"]
    mod rig;
}
#[path = "contract/chat.rs"]
mod chat;
#[path = "contract/desk.rs"]
mod desk;
#[path = "contract/door.rs"]
mod door;
#[path = "contract/files.rs"]
mod files;
#[path = "contract/looks.rs"]
mod looks;
#[path = "contract/model.rs"]
mod model;
#[path = "contract/probing.rs"]
mod probing;
#[path = "contract/records.rs"]
mod records;
#[path = "contract/renders.rs"]
mod renders;
#[path = "contract/samples.rs"]
mod samples;
#[path = "contract/sessions.rs"]
mod sessions;
#[path = "contract/socket.rs"]
mod socket;
#[path = "contract/uploads.rs"]
mod uploads;
