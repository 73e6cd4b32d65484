//! Where the layer meets the router.

use std::sync::Arc;

use axum::{Router, middleware};

use super::layer::meddle;
use super::ledger;
use super::visit::Works;

/// The routes, with the ledger beside them where there is one.
pub(in crate::studio::server) fn with_ledger<S>(
    routes: Router<S>,
    works: Option<&Arc<Works>>,
) -> Router<S>
where
    S: Clone + Send + Sync + 'static,
{
    match works {
        Some(works) => routes.merge(ledger::routes(Arc::clone(works))),
        None => routes,
    }
}

/// The router with the layer around it, where there is one.
pub(in crate::studio::server) fn around<S>(
    router: Router<S>,
    works: Option<&Arc<Works>>,
) -> Router<S>
where
    S: Clone + Send + Sync + 'static,
{
    match works {
        Some(works) => router.layer(middleware::from_fn_with_state(Arc::clone(works), meddle)),
        None => router,
    }
}
