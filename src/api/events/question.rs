//! The one tool call that reaches the user: the agent asks, with choices.

use serde_json::Value;

use crate::api::answers::text;

/// What the agent asks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// The words.
    pub prompt: String,
    /// What can be answered; a free answer is possible too.
    pub options: Vec<String>,
    /// Whether several of them can be chosen together.
    pub allow_multiple: bool,
}

/// The tool call's name.
pub(super) const ASK_QUESTION: &str = "ask_question";

/// The questions in the arguments of the tool call, in order.
pub(super) fn questions(args: &Value) -> Vec<Question> {
    let listed = args.get("questions").and_then(Value::as_array);
    let listed: Vec<&Value> = listed.map_or_else(|| vec![args], |list| list.iter().collect());
    listed.into_iter().filter_map(question).collect()
}

fn question(value: &Value) -> Option<Question> {
    let prompt = text(value, "prompt").or_else(|| text(value, "question"))?;
    let options = value.get("options").and_then(Value::as_array);
    let label = |option: &Value| match option {
        Value::String(label) => Some(label.clone()),
        other => text(other, "label").or_else(|| text(other, "id")),
    };
    let options = options.into_iter().flatten().filter_map(label).collect();
    let allow_multiple = value.get("allow_multiple").and_then(Value::as_bool).unwrap_or(false);
    Some(Question { prompt, options, allow_multiple })
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn each_question_comes_with_the_words_of_its_choices() {
        let args = json!({"questions": [
            {"id": "q1", "prompt": "Which shape?", "allow_multiple": false,
             "options": [{"id": "a", "label": "16:9"}, {"id": "b"}, "free"]},
            {"id": "q2"},
        ]});
        let options = ["16:9", "b", "free"].map(String::from).to_vec();
        let prompt = "Which shape?".into();
        assert_eq!(questions(&args), [Question { prompt, options, allow_multiple: false }]);
    }
}
