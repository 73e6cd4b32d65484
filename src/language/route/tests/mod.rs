//! Sentences as people say them, and where each goes.

mod chinese;
mod english;

use super::{Route, route};

/// A sentence and where it goes, in short: `export`, `export a.mp4`, `upload a.jpg|b.jpg`, `agent`.
type Case = (&'static str, &'static str);

fn short(route: Route) -> String {
    match route {
        Route::Export { path: None } => "export".to_owned(),
        Route::Export { path: Some(path) } => format!("export {}", path.display()),
        Route::Credits => "credits".to_owned(),
        Route::Status => "status".to_owned(),
        Route::Upload(files) if files.is_empty() => "upload".to_owned(),
        Route::Upload(files) => format!("upload {}", files.join("|")),
        Route::Agent => "agent".to_owned(),
    }
}

#[track_caller]
fn check(cases: &[Case]) {
    let wrong: Vec<String> = cases
        .iter()
        .map(|(said, wanted)| (said, *wanted, short(route(said))))
        .filter(|(_, wanted, went)| wanted != went)
        .map(|(said, wanted, went)| format!("{said:?} went to {went}, not to {wanted}"))
        .collect();
    assert!(wrong.is_empty(), "{} of {}\n{}", wrong.len(), cases.len(), wrong.join("\n"));
}

#[test]
fn orders_in_english_are_told_from_requests_to_the_agent() {
    check(english::CASES);
}

#[test]
fn orders_in_chinese_are_told_from_requests_to_the_agent() {
    check(chinese::CASES);
}

#[test]
fn capitals_spaces_and_full_stops_do_not_matter() {
    for (said, wanted) in
        english::CASES.iter().filter(|(said, _)| !said.contains(['/', '"', '.', '\\']))
    {
        let shouted = format!("  {}!  ", said.to_uppercase());
        assert_eq!(short(route(&shouted)), *wanted, "{shouted:?}");
    }
}

#[test]
fn an_order_inside_a_longer_request_is_none() {
    for (said, wanted) in english::CASES {
        if !matches!(*wanted, "export" | "credits" | "status") {
            continue;
        }
        for request in [
            format!("add a title saying \"{said}\""),
            format!("write {said} on the end card"),
            format!("{said} and make the logo bigger"),
        ] {
            assert_eq!(route(&request), Route::Agent, "{request:?}");
        }
    }
    for (said, wanted) in chinese::CASES {
        if matches!(*wanted, "export" | "credits" | "status") {
            for request in [format!("加标题“{said}”"), format!("把{said}几个字写在片尾")]
            {
                assert_eq!(route(&request), Route::Agent, "{request:?}");
            }
        }
    }
}
