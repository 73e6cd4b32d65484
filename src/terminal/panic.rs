//! A panic gives the terminal back before it speaks.

use std::panic;
use std::thread;

/// Makes a panic on this thread give the terminal back first, so that its report can be read and the
/// shell is usable. A panic elsewhere ends its own task only; the editor stays on the screen and says
/// that something stopped, so such a report goes to the log instead.
pub fn restore_on_panic() {
    let screen_thread = thread::current().id();
    let report = panic::take_hook();
    panic::set_hook(Box::new(move |info| {
        if thread::current().id() == screen_thread {
            super::give_back();
            report(info);
        } else {
            tracing::error!("{info}");
        }
    }));
}
