//! The link against a server of the contract, on real sockets on this machine.
//!
//! The server does what a test scripts; the tests wait for what the link tells, never for time.

mod link {
    mod cdn;
    mod credits;
    mod driver;
    mod export;
    mod fetching;
    mod generation;
    mod gui_words;
    mod identity;
    mod job_lists;
    mod leaving;
    mod left_over;
    mod lost;
    mod originals;
    mod origins;
    mod past_drafts;
    mod server;
    mod sessions;
    mod shelf;
    mod states;
    mod status;
    mod studio;
    mod switching;
    mod taking_up;
    mod tokens;
    mod turns;
    mod uploads;
}
