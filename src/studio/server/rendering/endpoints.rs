//! Ordering, asking, calling off.

use std::path::PathBuf;

use axum::body::Body;
use axum::extract::State;
use axum::http::StatusCode;
use axum::{Extension, Json};

use super::canvas;
use super::job::{film, on_the_wire};
use crate::api::wire::render::{
    FORMATS, RenderEstimate, RenderOrder, RenderOutput, RenderStatus as WireStatus,
};
use crate::draft::{Millis, wire};
use crate::language::{Language, Problem};
use crate::studio::library::{NewRender, Render, RenderId, RenderStatus, Session};
use crate::studio::render::{self, Form, Order, Quality, Wish};
use crate::studio::server::Context;
use crate::studio::server::paths::Base;
use crate::studio::server::refusal::Refusal;
use crate::studio::server::request::{self, InPath};

/// Twenty thousand segments with everything that can be said of them.
const BODY: usize = 16 << 20;

/// Takes an order. The same id again is the same render; one that was interrupted is taken up.
pub(in crate::studio::server) async fn order(
    State(context): State<Context>,
    Extension(base): Extension<Base>,
    body: Body,
) -> Result<Json<WireStatus>, Refusal> {
    let order: RenderOrder = request::json(body, BODY).await?;
    let id = RenderId::parse(&order.id).ok_or_else(bad_id)?;
    let session = context.library.session(&order.session_id).await?;
    let session = session.ok_or_else(|| Refusal::no_session(&order.session_id))?;
    let render = match context.library.render(&id).await? {
        Some(known) => taken_up(&context, known).await?,
        None => {
            let new = new_render(id, &session, order, context.runner.owner()).await?;
            let render = context.library.order_render(new).await?;
            context.runner.wake();
            render
        }
    };
    if render.session != session.id {
        let words = ("This render id belongs to another session.", "这个渲染编号属于另一个会话。");
        return Err(Refusal::plain(StatusCode::CONFLICT, words.0, words.1));
    }
    Ok(Json(told(&context, &base, render)))
}

/// What an order would come to. Nothing is made, and nothing is noted.
pub(in crate::studio::server) async fn estimate(
    State(context): State<Context>,
    body: Body,
) -> Result<Json<RenderEstimate>, Refusal> {
    let order: RenderOrder = request::json(body, BODY).await?;
    let id = RenderId::parse(&order.id).ok_or_else(bad_id)?;
    let session = context.library.session(&order.session_id).await?;
    let session = session.ok_or_else(|| Refusal::no_session(&order.session_id))?;
    let new = new_render(id, &session, order, context.runner.owner()).await?;
    let (text, of) = (new.draft, session.id.clone());
    let draft = tokio::task::spawn_blocking(move || film(&text, &of)).await.unwrap_or_default();
    let media = context.library.media(&session.id).await?;
    let (scratch, machine) = context.runner.place();
    let order = Order {
        draft,
        media: media.into_iter().map(|kept| kept.media).collect(),
        output: PathBuf::new(),
        scratch,
        form: new.form,
        quality: new.quality,
        wish: new.wish,
        language: session.language,
        machine,
    };
    let folder = context.library.folders().renders();
    let told = render::estimate(order).await;
    let told = told.map_err(|error| Refusal::of(&error.problem(&folder), session.language))?;
    Ok(Json(on_the_wire(told)))
}

/// How far a render is.
pub(in crate::studio::server) async fn status(
    State(context): State<Context>,
    Extension(base): Extension<Base>,
    InPath(id): InPath<String>,
) -> Result<Json<WireStatus>, Refusal> {
    let id = RenderId::parse(&id).ok_or_else(no_render)?;
    let mut render = context.library.render(&id).await?.ok_or_else(no_render)?;
    if !render.status.is_end() {
        render = taken_up(&context, render).await?;
    }
    Ok(Json(told(&context, &base, render)))
}

/// A render that somebody asks for and whose studio has ended is this one's from now on.
async fn taken_up(context: &Context, render: Render) -> Result<Render, Refusal> {
    let is_open = !render.status.is_end() || render.status == RenderStatus::Interrupted;
    if !is_open || render.owner == context.runner.owner() && !render.status.is_end() {
        return Ok(render);
    }
    if !context.library.adopt_render(&render.id, context.runner.owner()).await? {
        return Ok(render);
    }
    context.runner.wake();
    context.library.render(&render.id).await?.ok_or_else(no_render)
}

/// Calls a render off. One that has ended stays as it is.
pub(in crate::studio::server) async fn cancel(
    State(context): State<Context>,
    Extension(base): Extension<Base>,
    InPath(id): InPath<String>,
) -> Result<Json<WireStatus>, Refusal> {
    let id = RenderId::parse(&id).ok_or_else(no_render)?;
    let render = context.library.cancel_render(&id).await?.ok_or_else(no_render)?;
    context.runner.cancel(&id);
    Ok(Json(told(&context, &base, render)))
}

/// Reading a long film takes a while, so it is done aside.
async fn new_render(
    id: RenderId,
    session: &Session,
    order: RenderOrder,
    owner: &str,
) -> Result<NewRender, Refusal> {
    let form = Form::named(&order.output.format).ok_or_else(|| {
        let formats = FORMATS.join(", ");
        Refusal::bad_request(
            format!("The format must be one of {formats}."),
            format!("格式只能是其中之一：{formats}。"),
        )
    })?;
    let at = Millis(order.output.at.unwrap_or_default());
    let wish = Wish { at, most_bytes: order.output.max_size };
    let (language, quality) = (session.language, quality(&order.output.quality)?);
    let read = tokio::task::spawn_blocking(move || draft_text(&order, language)).await;
    let unread = |_| Refusal::bad_request("The draft cannot be read.", "无法读取草稿。");
    let draft = read.map_err(unread)??;
    let (session, owner) = (session.id.clone(), owner.to_owned());
    Ok(NewRender { id, session, owner, draft, quality, form, wish })
}

/// The film to render: as it was sent, but for the size and rate that the order itself asks for.
fn draft_text(order: &RenderOrder, language: Language) -> Result<String, Refusal> {
    let decoded = wire::decode(&order.draft);
    let no_draft =
        |error| Refusal::bad_request(format!("{error}."), "草稿应是一个 JSON 对象。".to_owned());
    let mut draft = decoded.map_err(no_draft)?;
    if !draft.is_ready() {
        return Err(Refusal::of(&Problem::NothingToRender, language));
    }
    let wanted = canvas::wanted(draft.canvas, &order.output);
    let wanted = wanted.map_err(|key| {
        Refusal::bad_request(format!("`{key}` cannot be used."), format!("`{key}` 的值不能使用。"))
    })?;
    if wanted == draft.canvas {
        return Ok(order.draft.to_string());
    }
    draft.canvas = wanted;
    Ok(wire::encode(&draft).to_string())
}

fn quality(name: &str) -> Result<Quality, Refusal> {
    match name {
        "draft" | "low" => Ok(Quality::Draft),
        "standard" | "medium" => Ok(Quality::Standard),
        "high" => Ok(Quality::High),
        _ => Err(Refusal::bad_request(
            "The quality must be draft, standard or high.",
            "画质只能是 draft、standard 或 high。",
        )),
    }
}

fn told(context: &Context, base: &Base, render: Render) -> WireStatus {
    let output = render.output.as_ref().filter(|_| render.error.is_none()).map(|_| RenderOutput {
        url: context.keys.of_film(base, &render.session, &render.id, render.form),
        duration: render.duration.as_secs_f64(),
        size: render.bytes,
    });
    let is_running = render.status == RenderStatus::Processing;
    let estimate = render.estimate.filter(|_| is_running);
    WireStatus {
        estimate,
        task_id: render.id.as_str().to_owned(),
        status: render.status.wire_name().to_owned(),
        progress: (render.progress * 1000.0).round() / 10.0,
        stage: Some(render.stage).filter(|stage| is_running && !stage.is_empty()),
        output,
        error: render.error,
        warnings: render.warnings,
    }
}

fn bad_id() -> Refusal {
    Refusal::bad_request(
        "A render id has 1 to 128 letters, digits, `_` or `-`.",
        "渲染编号由 1 到 128 个字母、数字、`_` 或 `-` 组成。",
    )
}

fn no_render() -> Refusal {
    Refusal::not_found("There is no such render.", "没有这个渲染。")
}
