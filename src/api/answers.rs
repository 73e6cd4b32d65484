//! Tolerant reading of answers: with the `code` envelope, with the `success` envelope, with none,
//! and the HTML or nothing that gateways send.

use std::time::Duration;

use reqwest::header::{HeaderMap, RETRY_AFTER};
use reqwest::{Response, StatusCode};
use serde_json::{Map, Value};

use super::wire::upload::UploadedFile;
use super::{Error, said};

/// An answer larger than this is refused: a state of 20,000 segments has some 10 MB.
const LONGEST: usize = 64 << 20;
/// Of an answer that refuses, no more than this is read: its status says enough.
const LONGEST_REFUSAL: usize = 1 << 20;

/// An answer as it came.
#[derive(Debug)]
pub(super) struct Raw {
    pub(super) status: StatusCode,
    pub(super) headers: HeaderMap,
    pub(super) body: Vec<u8>,
}

/// Fetches the whole of an answer.
pub(super) async fn fetch(mut response: Response) -> Result<Raw, Error> {
    let (status, headers) = (response.status(), response.headers().clone());
    let longest = if status.is_success() { LONGEST } else { LONGEST_REFUSAL };
    let mut body = Vec::new();
    while let Some(piece) = response.chunk().await? {
        if body.len() + piece.len() > longest {
            if status.is_success() {
                return Err(Error::BadAnswer("too long"));
            }
            body.clear();
            break;
        }
        body.extend_from_slice(&piece);
    }
    Ok(Raw { status, headers, body })
}

/// What was asked for, or why not.
pub(super) async fn read(response: Response) -> Result<Value, Error> {
    unwrap(&fetch(response).await?)
}

/// The data inside an answer's wrapping, or the error that it means.
pub(super) fn unwrap(raw: &Raw) -> Result<Value, Error> {
    let json: Option<Value> = serde_json::from_slice(&raw.body).ok();
    let retry_after = retry_after(&raw.headers);
    let refusal = json.as_ref().and_then(Value::as_object).and_then(refusal);
    if let Some((code, message)) = refusal {
        let code = code.unwrap_or_else(|| i64::from(raw.status.as_u16()));
        return Err(Error::of_code(code, message, retry_after));
    }
    if !raw.status.is_success() {
        return Err(of_status(raw.status, retry_after));
    }
    match json {
        Some(Value::Object(map)) => Ok(data_of(map)),
        Some(other) => Ok(other),
        None if raw.body.iter().all(u8::is_ascii_whitespace) => Ok(Value::Null),
        // A gateway answers in the service's place.
        None if is_page(&raw.body) => {
            Err(Error::Unavailable { status: raw.status.as_u16(), retry_after })
        }
        None => Err(Error::BadAnswer("not JSON")),
    }
}

fn is_page(body: &[u8]) -> bool {
    body.trim_ascii_start().starts_with(b"<")
}

fn of_status(status: StatusCode, retry_after: Option<Duration>) -> Error {
    match status.as_u16() {
        code @ 400..=599 => Error::of_code(i64::from(code), None, retry_after),
        _ => Error::BadAnswer("an unexpected status"),
    }
}

/// The code and words of an envelope that refuses; `None` for one that does not.
fn refusal(map: &Map<String, Value>) -> Option<(Option<i64>, Option<String>)> {
    let verdict = map.get("code").map_or(Verdict::Silent, verdict);
    let refused = match verdict {
        Verdict::Code(_) | Verdict::Word => true,
        Verdict::Good => is_false(map.get("success")),
        Verdict::Silent => is_false(map.get("success")) || is_bare_error(map),
    };
    let code = match verdict {
        Verdict::Code(number) => Some(number),
        _ => None,
    };
    refused.then(|| (code, message(map)))
}

/// What a `code` says.
#[derive(Debug, Clone, Copy)]
enum Verdict {
    /// 0, in whatever spelling.
    Good,
    /// A number of the table, or another one.
    Code(i64),
    /// A word in place of a number, which means no good.
    Word,
    /// Nothing.
    Silent,
}

fn verdict(code: &Value) -> Verdict {
    match (integer(code), code) {
        (Some(0), _) => Verdict::Good,
        (Some(number), _) => Verdict::Code(number),
        (None, Value::Null) => Verdict::Silent,
        (None, Value::String(word)) => {
            let fine = ["", "ok", "success"].iter().any(|fine| word.eq_ignore_ascii_case(fine));
            if fine { Verdict::Silent } else { Verdict::Word }
        }
        (None, _) => Verdict::Word,
    }
}

fn is_false(success: Option<&Value>) -> bool {
    match success {
        Some(Value::String(word)) => word.eq_ignore_ascii_case("false"),
        other => other.and_then(Value::as_bool) == Some(false),
    }
}

/// `{"error": …}` with nothing else to read is no data.
fn is_bare_error(map: &Map<String, Value>) -> bool {
    let said = match map.get("error") {
        Some(Value::String(words)) => !words.trim().is_empty(),
        Some(Value::Object(_)) => true,
        _ => false,
    };
    said && !["data", "state", "status"].iter().any(|key| map.contains_key(*key))
}

/// The server's words, under whichever key, plain or inside an object, as they may be shown.
pub(super) fn message(map: &Map<String, Value>) -> Option<String> {
    ["message", "error", "errorMessage", "msg", "detail"].iter().find_map(|key| {
        match map.get(*key)? {
            Value::String(words) => said::sentence(words),
            Value::Object(inner) => message(inner),
            _ => None,
        }
    })
}

/// What an envelope wraps; a bare object is itself.
fn data_of(mut map: Map<String, Value>) -> Value {
    let wrapped = map.contains_key("code") || map.contains_key("success");
    match (wrapped, map.contains_key("data")) {
        (true, true) => map.remove("data").unwrap_or_default(),
        _ => Value::Object(map),
    }
}

/// A month: longer than any limit of the contract lasts.
const LONGEST_RETRY_AFTER: f64 = 30.0 * 86_400.0;

/// How long the server asks to be left alone, in seconds; dates are not used by this contract.
pub(super) fn retry_after(headers: &HeaderMap) -> Option<Duration> {
    let seconds: f64 = headers.get(RETRY_AFTER)?.to_str().ok()?.trim().parse().ok()?;
    (0.0..=LONGEST_RETRY_AFTER).contains(&seconds).then(|| Duration::from_secs_f64(seconds))
}

/// A whole number, also where it is written as a float or as text.
pub(super) fn integer(value: &Value) -> Option<i64> {
    if let Some(whole) = value.as_i64() {
        return Some(whole);
    }
    let number = float(value)?;
    #[expect(clippy::cast_possible_truncation, reason = "only whole numbers of moderate size")]
    (number.fract() == 0.0 && number.abs() < 9e15).then_some(number as i64)
}

/// A number, also where it is written as text.
pub(super) fn float(value: &Value) -> Option<f64> {
    let number = match value {
        Value::String(text) => text.trim().parse().ok(),
        other => other.as_f64(),
    };
    number.filter(|number: &f64| number.is_finite())
}

/// The text under a key; a number is as good, since ids are opaque.
pub(super) fn text(value: &Value, key: &str) -> Option<String> {
    match value.get(key)? {
        Value::String(text) if !text.is_empty() => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}

/// The files in a list; what has no name is left out, for nothing can be said of it.
pub(super) fn files(list: Option<&Value>) -> Vec<UploadedFile> {
    let list = list.and_then(Value::as_array);
    list.into_iter().flatten().filter_map(file).collect()
}

fn file(value: &Value) -> Option<UploadedFile> {
    let number = |key: &str| value.get(key).and_then(float);
    let pixels = |key: &str| value.get(key).and_then(integer).and_then(|n| u32::try_from(n).ok());
    Some(UploadedFile {
        filename: text(value, "filename").or_else(|| text(value, "name"))?,
        file_type: text(value, "file_type").unwrap_or_default(),
        cdn_url: text(value, "cdn_url").or_else(|| text(value, "url")).unwrap_or_default(),
        duration: number("duration"),
        width: pixels("width"),
        height: pixels("height"),
        fps: number("fps"),
        hash: text(value, "hash"),
        size: value.get("size").and_then(integer).and_then(|size| u64::try_from(size).ok()),
    })
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn answer(status: u16, body: &str) -> Result<Value, Error> {
        let status = StatusCode::from_u16(status).expect("a status");
        unwrap(&Raw { status, headers: HeaderMap::new(), body: body.as_bytes().to_vec() })
    }

    #[test]
    fn a_code_under_http_200_is_an_error() {
        let refused = answer(200, r#"{"code": "1002", "message": "gone"}"#);
        assert!(matches!(refused, Err(Error::SessionNotFound)), "{refused:?}");
    }

    #[test]
    fn all_three_wrappings_give_the_same_data() {
        for body in
            [r#"{"code":0,"data":{"a":1}}"#, r#"{"success":true,"data":{"a":1}}"#, r#"{"a":1}"#]
        {
            assert_eq!(answer(200, body).expect("an answer"), json!({"a": 1}), "{body}");
        }
    }

    #[test]
    fn success_false_is_an_error_with_the_servers_words() {
        let refused = answer(200, r#"{"success":false,"error":"no fonts"}"#);
        assert!(
            matches!(&refused, Err(Error::Refused { message: Some(words), .. }) if words == "no fonts"),
            "{refused:?}"
        );
    }

    #[test]
    fn wrong_types_and_bare_errors_are_refusals_too() {
        for body in [
            r#"{"code":"E17","message":"no"}"#,
            r#"{"code":{"x":1},"message":"no"}"#,
            r#"{"success":"false","error":{"message":"no"}}"#,
            r#"{"error":"no"}"#,
            r#"{"error":{"message":"no"}}"#,
        ] {
            let refused = answer(200, body);
            assert!(
                matches!(&refused, Err(Error::Refused { message: Some(words), .. }) if words == "no"),
                "{body}: {refused:?}"
            );
        }
        for body in [
            r#"{"code":"0","data":{"a":1}}"#,
            r#"{"code":0.0,"data":{"a":1}}"#,
            r#"{"code":null,"data":{"a":1}}"#,
            r#"{"code":"ok","data":{"a":1}}"#,
            r#"{"success":true,"error":null,"data":{"a":1}}"#,
        ] {
            assert_eq!(answer(200, body).expect("an answer"), json!({"a": 1}), "{body}");
        }
    }

    #[test]
    fn html_from_a_gateway_is_no_answer_under_any_status() {
        for body in ["<html>Bad Gateway</html>", ""] {
            assert!(matches!(answer(502, body), Err(Error::Unavailable { status: 502, .. })));
        }
        assert!(matches!(answer(200, "\n<html>"), Err(Error::Unavailable { status: 200, .. })));
        assert!(matches!(answer(200, "words"), Err(Error::BadAnswer(_))));
        assert!(matches!(answer(200, r#"{"code":0,"da"#), Err(Error::BadAnswer(_))), "cut");
        assert!(matches!(answer(302, ""), Err(Error::BadAnswer(_))));
        assert!(matches!(answer(401, ""), Err(Error::TokenRefused)));
        assert_eq!(answer(200, "").expect("an empty answer"), Value::Null);
    }

    #[test]
    fn ids_and_sizes_may_be_numbers_or_text() {
        let value = json!({"session_id": 12345678901234567890_u64, "task_id": "t"});
        assert_eq!(text(&value, "session_id").as_deref(), Some("12345678901234567890"));
        let found = files(Some(&json!([
            {"filename": "a.mp4", "duration": "9.5", "width": 1920.0, "height": null},
            {"file_type": "video"},
        ])));
        assert_eq!(found.len(), 1);
        assert_eq!(
            (found[0].duration, found[0].width, found[0].height),
            (Some(9.5), Some(1920), None)
        );
    }
}
