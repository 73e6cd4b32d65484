//! What a model may call: every exact edit, and one tool for any sentence.
//!
//! The exact edits come from the table of sentences, so a model can call what a person can say, no more.
//! A call becomes a sentence, and what does not fit is told to the model in words that let it try again.

use serde_json::{Map, Value, json};

use crate::language::Language;
use crate::language::edit::{Call, Place, calls};

/// The tool for what no exact edit does.
const REQUEST: &str = "request";
/// No sentence is longer.
const LONGEST: usize = 4_000;
/// No moment of a film is later, in seconds.
const LATEST: f64 = 1e7;

/// The tools in the form of the endpoint.
pub(super) fn schemas() -> Value {
    let exact = calls().map(|call| {
        let said = call.pattern().replace("(s)", "s");
        let about = format!("Does what this sentence says: {said}.");
        let places: Vec<_> = call.places().collect();
        let properties =
            places.iter().map(|(name, place)| ((*name).to_owned(), kind(name, *place)));
        let required: Vec<&str> = places.iter().map(|(name, _)| *name).collect();
        tool(&call.name(), &about, properties.collect(), &required)
    });
    let about = "Does what a plain sentence in English or Chinese asks for, with the understanding that is \
                 built in: make a slideshow, add or change titles and captions, music, transitions, \
                 fades, speed, looks, volume, shape, length, order.";
    let kind =
        json!({"type": "string", "description": "such as: add the title \"Hello\" for 3 seconds"});
    let properties = Map::from_iter([("sentence".to_owned(), kind)]);
    exact.chain([tool(REQUEST, about, properties, &["sentence"])]).collect()
}

fn tool(name: &str, about: &str, properties: Map<String, Value>, required: &[&str]) -> Value {
    let parameters = json!({
        "type": "object", "properties": properties, "required": required,
        "additionalProperties": false,
    });
    let function = json!({"name": name, "description": about, "parameters": parameters});
    json!({"type": "function", "function": function})
}

fn kind(name: &str, place: Place) -> Value {
    match (place, name) {
        (Place::Count, "clip") => {
            json!({"type": "integer", "minimum": 1, "description": "number of the clip on its track"})
        }
        (Place::Count, _) => json!({"type": "integer", "minimum": 0}),
        (Place::Seconds, _) => json!({"type": "number", "minimum": 0, "description": "seconds"}),
        (Place::Words, _) => json!({"type": "string"}),
        (Place::Track, _) => json!({"type": "string", "description": "such as V1, A1 or T1"}),
    }
}

/// The sentence that a call says, or what is wrong with it.
pub(super) fn sentence(name: &str, arguments: &str) -> Result<String, String> {
    let given = match arguments.trim() {
        "" => Value::Object(Map::new()),
        text => serde_json::from_str(text).map_err(|_| "The arguments are not JSON.".to_owned())?,
    };
    let Value::Object(given) = given else {
        return Err("The arguments are not an object.".to_owned());
    };
    if name == REQUEST {
        return plain(&given);
    }
    let call = calls().find(|call| call.name() == name);
    let call = call.ok_or_else(|| format!("There is no tool {name:?}."))?;
    exact(call, &given)
}

fn plain(given: &Map<String, Value>) -> Result<String, String> {
    check_names(given, &["sentence"])?;
    match given.get("sentence").and_then(Value::as_str).map(str::trim) {
        Some(sentence) if sentence.len() > LONGEST => Err("The sentence is too long.".to_owned()),
        Some(sentence) if !sentence.is_empty() => Ok(sentence.to_owned()),
        _ => Err("`sentence` must be a sentence.".to_owned()),
    }
}

fn exact(call: Call, given: &Map<String, Value>) -> Result<String, String> {
    let places: Vec<_> = call.places().collect();
    let names: Vec<&str> = places.iter().map(|(name, _)| *name).collect();
    check_names(given, &names)?;
    for (name, place) in &places {
        let fits = given.get(*name).and_then(|value| spelled(value, *place)).is_some();
        if !fits {
            return Err(format!("`{name}` must be {}.", wanted(*place)));
        }
    }
    let value = |name: &str| {
        let (_, place) = places.iter().find(|(place, _)| *place == name)?;
        given.get(name).and_then(|value| spelled(value, *place))
    };
    let edit = call.edit(value);
    let edit = edit.ok_or_else(|| format!("These values do not fit: {}.", call.pattern()))?;
    Ok(edit.said(Language::English))
}

fn check_names(given: &Map<String, Value>, names: &[&str]) -> Result<(), String> {
    match given.keys().find(|key| !names.contains(&key.as_str())) {
        Some(other) => Err(format!("There is no parameter {other:?}; it takes {names:?}.")),
        None => Ok(()),
    }
}

fn wanted(place: Place) -> &'static str {
    match place {
        Place::Count => "a whole number from 0",
        Place::Seconds => "seconds from 0",
        Place::Words => "a text that is not empty",
        Place::Track => "a track such as V1",
    }
}

/// A value as the sentence has it. Numbers may come as text: some models write them so.
fn spelled(value: &Value, place: Place) -> Option<String> {
    let text = match value {
        Value::String(text) if text.len() <= LONGEST => text.trim().to_owned(),
        Value::Number(number) => number.to_string(),
        _ => return None,
    };
    match place {
        Place::Count => {
            let number = text.parse::<f64>().ok().filter(|number| number.fract() == 0.0)?;
            (0.0..LATEST).contains(&number).then(|| format!("{number:.0}"))
        }
        Place::Seconds => {
            let number = text.trim_end_matches('s').parse::<f64>().ok()?;
            (0.0..LATEST).contains(&number).then(|| format!("{number:.3}"))
        }
        Place::Words | Place::Track => (!text.is_empty() && value.is_string()).then_some(text),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_exact_edit_is_a_tool_with_its_parameters() {
        let tools = schemas();
        let tools = tools.as_array().expect("a list");
        assert_eq!(tools.len(), calls().count() + 1);
        let split = tools.iter().find(|tool| tool["function"]["name"] == "split").expect("a tool");
        let parameters = &split["function"]["parameters"];
        assert_eq!(parameters["required"], json!(["clip", "track", "at"]));
        assert_eq!(parameters["properties"]["at"]["type"], "number");
        assert!(!tools.iter().any(|tool| tool["function"]["name"] == "go_back"));
    }

    #[test]
    fn a_call_is_the_sentence_that_a_person_would_say() {
        for (name, arguments, said) in [
            (
                "split",
                r#"{"clip": 2, "track": "V1", "at": 3.33333}"#,
                "split clip 2 on V1 at 3.333s",
            ),
            ("split", r#"{"clip": "2", "track": "v1", "at": "3s"}"#, "split clip 2 on V1 at 3s"),
            (
                "volume",
                r#"{"clip": 1.0, "track": "A1", "n": 35}"#,
                "set the volume of clip 1 on A1 to 35%",
            ),
            ("undo", "", "undo"),
            ("request", r#"{"sentence": " add music "}"#, "add music"),
        ] {
            assert_eq!(sentence(name, arguments), Ok(said.to_owned()), "{name} {arguments}");
        }
    }

    #[test]
    fn what_does_not_fit_is_told_by_its_name() {
        for (name, arguments, part) in [
            ("render", "{}", "no tool \"render\""),
            ("go_back", r#"{"n": 1, "mark": "abc"}"#, "no tool"),
            ("split", "{", "not JSON"),
            ("split", "[1]", "not an object"),
            ("split", r#"{"clip": 2, "track": "V1"}"#, "`at` must be seconds"),
            ("split", r#"{"clip": -2, "track": "V1", "at": 1}"#, "`clip` must be"),
            ("split", r#"{"clip": 2.5, "track": "V1", "at": 1}"#, "`clip` must be"),
            ("split", r#"{"clip": 2, "track": 1, "at": 1}"#, "`track` must be"),
            ("split", r#"{"clip": 2, "track": "Q1", "at": 1}"#, "do not fit"),
            ("split", r#"{"clip": 2, "track": "V1", "at": 1e99}"#, "`at` must be"),
            (
                "split",
                r#"{"clip": 2, "track": "V1", "at": 1, "path": "/"}"#,
                "no parameter \"path\"",
            ),
            ("request", r#"{"sentence": " "}"#, "must be a sentence"),
        ] {
            let wrong = sentence(name, arguments).expect_err(arguments);
            assert!(wrong.contains(part), "{arguments}: {wrong}");
        }
    }
}
