//! The way of a request through all that may go wrong, in the order in which a real one meets it:
//! the line, a gateway, the token, the session, the plan, the work itself, and the way back.

use std::sync::Arc;

use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::Response;

use super::refuse::{self, Delivery};
use super::visit::{Asked, Instead, Visit, Works};
use super::{Endpoint, chat, files, marks, renders, tokens};

/// Meddles with a request and its answer.
pub(super) async fn meddle(
    State(works): State<Arc<Works>>,
    request: Request,
    next: Next,
) -> Response {
    let Some(endpoint) = Endpoint::of(request.method(), request.uri().path()) else {
        return next.run(request).await;
    };
    let visit = Visit::begin(works, endpoint);
    if let Some(pause) = visit.pause {
        tokio::time::sleep(pause).await;
    }
    let answer = match pass(&visit, request, next).await {
        Ok(response) => response,
        Err(instead) => instead.into(),
    };
    marks::of_refusal(&visit, answer).await
}

async fn pass(visit: &Visit, request: Request, next: Next) -> Result<Response, Instead> {
    let mut asked = Asked::read(visit, request).await?;
    let delivery = refuse::at_gateway(visit)?;
    tokens::admit(visit, &mut asked.parts.headers)?;
    refuse::by_contract(visit, &asked)?;
    let response = work(visit, asked, next).await;
    match delivery {
        Delivery::Whole => Ok(response),
        Delivery::Lost => Err(refuse::lost(response).await),
    }
}

async fn work(visit: &Visit, asked: Asked, next: Next) -> Response {
    match visit.endpoint {
        Endpoint::Token => tokens::issue(visit, asked, next).await,
        Endpoint::Chat => chat::turn(visit, asked, next).await,
        Endpoint::Render => renders::order(visit, asked, next).await,
        Endpoint::Poll => renders::poll(visit, asked, next).await,
        Endpoint::Upload | Endpoint::State => {
            marks::of_names(visit, next.run(asked.into_request()).await).await
        }
        Endpoint::Download | Endpoint::Film | Endpoint::File => {
            files::serve(visit, asked, next).await
        }
        Endpoint::Claim | Endpoint::Session | Endpoint::Credits | Endpoint::Cancel => {
            next.run(asked.into_request()).await
        }
    }
}
