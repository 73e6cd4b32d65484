//! The end of the link: it gets its last orders, and time to finish its writing.

use std::collections::VecDeque;
use std::time::Duration;

use crate::link::{Command, Link, Update};

/// How long leaving may take before the program goes without its goodbyes.
pub(super) const GOODBYE: Duration = Duration::from_secs(2);

/// Hands the link its last orders, and waits until it has left.
pub(super) async fn part_from(link: &mut Link, orders: &mut VecDeque<Command>) {
    loop {
        tokio::select! {
            permit = link.commands.reserve(), if !orders.is_empty() => match permit {
                Ok(permit) => {
                    if let Some(order) = orders.pop_front() {
                        permit.send(order);
                    }
                }
                Err(_) => return,
            },
            update = link.updates.recv() => {
                if matches!(update, None | Some(Update::Left)) {
                    return;
                }
            }
        }
    }
}
