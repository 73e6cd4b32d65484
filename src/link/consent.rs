//! Whether the user has agreed that work goes to a server elsewhere: asked once for each server, and
//! remembered in the store.

use super::Backend;
use super::storage::Keeper;
use crate::store::{Database, Places};

/// Whether the user has agreed to a backend before, or need not be asked. Blocks. Where the records
/// cannot be read the answer is no: the user is asked once more.
#[must_use]
pub fn is_agreed(places: &Places, backend: &Backend) -> bool {
    let Some(origin) = backend.elsewhere() else { return true };
    let opened = Database::open_to_read(&places.database()).ok().flatten();
    opened.is_some_and(|database| database.is_agreed(&origin).unwrap_or(false))
}

/// The same from within the link.
pub(super) async fn is_put_down(keeper: &Keeper, origin: String) -> bool {
    keeper.run(move |database| database.is_agreed(&origin)).await.unwrap_or(false)
}

/// Remembers that the user agrees.
pub(super) async fn put_down(keeper: &Keeper, origin: String, at: i64) {
    keeper.write(move |database| database.agree(&origin, at)).await;
}
