//! The program without a screen: the main job from scripts, its events and its exit codes.

mod support;

use support::{World, film};

/// Three pictures and one sentence, as a script would.
fn promo(world: &World, prompt: &str, export: &str) -> support::Ran {
    for (name, color) in [("red.jpg", "red"), ("green.png", "green"), ("blue.webp", "blue")] {
        if name.ends_with("webp") {
            world.picture("blue.png", color, "320x240");
            continue;
        }
        world.picture(name, color, "320x240");
    }
    world.run(&[
        "run",
        "--json",
        "--upload",
        "red.jpg",
        "--upload",
        "green.png",
        "--upload",
        "blue.png",
        "--prompt",
        prompt,
        "--export",
        export,
    ])
}

#[test]
fn one_pass_makes_a_film_from_pictures() {
    let world = World::new();
    let ran = promo(
        &world,
        "make a 3-second vertical promo with music, crossfades and the title \"Hello\"",
        "out.mp4",
    );
    ran.assert_code(0);
    let names: Vec<String> = ran
        .events()
        .iter()
        .filter_map(|event| event["event"].as_str().map(str::to_owned))
        .collect();
    assert_eq!(names.first().map(String::as_str), Some("session"));
    assert_eq!(names.last().map(String::as_str), Some("done"));
    for name in ["progress", "job", "text", "tracks", "saved"] {
        assert!(names.iter().any(|seen| seen == name), "no {name} in {names:?}");
    }
    let tracks = ran.event("tracks");
    assert_eq!(tracks["duration_ms"], 3000);
    assert_eq!(tracks["canvas"], serde_json::json!({"width": 1080, "height": 1920, "fps": 30}));
    let saved = ran.event("saved");
    let path = world.path("out.mp4");
    let size = std::fs::metadata(&path).expect("the film is there").len();
    assert_eq!(saved["bytes"], size);
    let video = film::stream(&path, "video");
    assert_eq!((video["width"].as_u64(), video["height"].as_u64()), (Some(1080), Some(1920)));
    assert_eq!(
        (video["codec_name"].as_str(), video["profile"].as_str()),
        (Some("h264"), Some("High"))
    );
    assert_eq!(video["nb_frames"], "90");
    assert!((film::duration(&path) - 3.0).abs() < 0.05);
    assert!(film::mean_volume(&path) > -45.0, "the music can be heard");
    // A red picture first, a blue one last.
    let ([red, _, not_blue], [not_red, _, blue]) =
        (film::color_at(&path, 0.1), film::color_at(&path, 2.4));
    assert!(red > not_blue && blue > not_red, "{red} {not_blue} / {not_red} {blue}");
}

#[test]
fn the_same_in_chinese() {
    let world = World::new();
    let ran = promo(&world, "用这些图片做一个3秒的方形宣传片，加音乐和标题“日落”", "成片.mp4");
    ran.assert_code(0);
    let tracks = ran.event("tracks");
    assert_eq!(tracks["canvas"]["width"], tracks["canvas"]["height"]);
    assert!(tracks["summary"].as_str().is_some_and(|line| line.contains("日落")), "{tracks}");
    assert!(world.path("成片.mp4").is_file());
}

#[test]
fn a_session_is_there_for_the_next_command() {
    let world = World::new();
    promo(&world, "make a 3 second video", "a.mp4").assert_code(0);
    let tracks = world.run(&["tracks", "--json", "--quiet"]);
    assert_eq!(tracks.stderr(), "", "nothing is said beside the result");
    assert_eq!(tracks.assert_code(0).event("tracks")["duration_ms"], 3000);
    let words = world.run(&["tracks"]);
    assert!(words.stdout().starts_with("Timeline ("), "{}", words.stdout());
    let sessions = world.run(&["sessions", "--json"]);
    let id = sessions.event("session")["id"].as_str().expect("an id").to_owned();
    let exported = world.run(&["export", "-o", "b.mp4", "--session", &id[..8], "--json"]);
    exported.assert_code(0);
    assert!(world.path("b.mp4").is_file());
    let jobs = world.run(&["jobs", "--json"]);
    let done = jobs.events().iter().filter(|job| job["state"] == "done").count();
    assert_eq!(done, 5, "three uploads and two renders: {}", jobs.stdout());
    let credits = world.run(&["credits", "--json"]);
    assert_eq!(credits.event("credits")["unlimited"], true);
}

#[test]
fn a_prompt_may_ask_for_the_export() {
    let world = World::new();
    world.picture("a.png", "red", "320x240");
    let ran = world.run(&[
        "run",
        "--upload",
        "a.png",
        "--prompt",
        "make a 1 second video",
        "--prompt",
        "export it",
        "--json",
    ]);
    let path = ran.assert_code(0).event("saved")["path"].as_str().expect("a path").to_owned();
    assert!(path.starts_with(&world.path("out").display().to_string()), "{path}");
    assert!(std::path::Path::new(&path).is_file());
}

#[test]
fn refused_files_get_one_sentence_and_code_7() {
    let world = World::new();
    std::fs::write(world.path("notes.txt"), "words").expect("ours");
    std::fs::write(world.path("fake.mp4"), "no film at all").expect("ours");
    std::fs::write(world.path("empty.jpg"), "").expect("ours");
    for (file, words) in [
        ("notes.txt", "of a type that cannot be used"),
        ("fake.mp4", "of a type that cannot be used"),
        ("empty.jpg", "is empty"),
        ("gone.jpg", "There is no file"),
        (".", "is not a file"),
    ] {
        let ran = world.run(&["upload", file]);
        ran.assert_code(7);
        assert!(ran.stderr().contains(words), "{file}: {}", ran.stderr());
    }
}

#[test]
fn each_failure_has_its_exit_code() {
    let world = World::new();
    assert_eq!(world.run(&["run", "--no-such-flag"]).code(), 2);
    assert_eq!(world.run(&["tracks"]).code(), 4, "no session yet");
    assert_eq!(world.run(&["tracks", "--session", "nothing"]).code(), 4);
    assert_eq!(world.run(&["tracks", "--backend", "http://127.0.0.1:9"]).code(), 8);
    assert_eq!(world.run(&["run", "--export", "x.mp4"]).code(), 9, "nothing to render");
    assert!(!world.path("x.mp4").exists());
    std::fs::write(world.path("there.mp4"), "mine").expect("ours");
    let ran = world.run(&["run", "--export", "there.mp4"]);
    assert_eq!(ran.code(), 1);
    assert_eq!(std::fs::read_to_string(world.path("there.mp4")).expect("still there"), "mine");
}

#[test]
fn without_ffmpeg_the_sentence_says_what_to_install() {
    let world = World::new();
    world.picture("a.png", "red", "64x64");
    let output = world
        .cutroom(&[
            "run",
            "--upload",
            "a.png",
            "--prompt",
            "make a 1 second video",
            "--export",
            "x.mp4",
        ])
        .env("PATH", world.folder())
        .output()
        .expect("the program starts");
    let words = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(matches!(output.status.code(), Some(7 | 9)), "{words}");
    assert!(words.contains("apt-get install ffmpeg"), "{words}");
    let doctor =
        world.cutroom(&["doctor"]).env("PATH", world.folder()).output().expect("it starts");
    assert_eq!(doctor.status.code(), Some(9));
}

#[test]
fn what_an_export_will_come_to_is_told_before_it_is_made() {
    let world = World::new();
    promo(&world, "make a 2 second video", "a.mp4").assert_code(0);
    let exporting = ["export", "-o", "b.mp4", "--quality", "standard"];
    let told = world.run(&[&exporting[..], &["--estimate"]].concat());
    told.assert_code(0);
    assert!(told.stdout().starts_with("about "), "{}", told.stdout());
    assert!(!world.path("b.mp4").exists(), "nothing is made");
    let made = world.run(&[&exporting[..], &["--json"]].concat());
    let bytes = made.assert_code(0).event("saved")["bytes"].clone();
    // Now it is known.
    let told =
        world.run(&["export", "-o", "c.mp4", "--quality", "standard", "--estimate", "--json"]);
    assert_eq!(told.event("estimate")["bytes"], serde_json::json!({"least": bytes, "most": bytes}));
    let elsewhere = world.run(&["export", "--estimate", "--backend", "http://127.0.0.1:1"]);
    elsewhere.assert_code(2);
}

#[test]
fn doctor_lists_the_encoders_that_work() {
    let world = World::new();
    let ran = world.run(&["doctor", "--json"]);
    let events = ran.events();
    let found = events.iter().find(|event| event["what"] == "encoders").expect("a check");
    assert_eq!(found["works"], true, "{found}");
    let software = found["software"].as_array().expect("a list");
    assert!(software.iter().any(|name| name == "H.264"), "{found}");
    let hardware = found["hardware"].as_array().expect("a list");
    assert_eq!(hardware.len(), 5);
    for one in hardware {
        assert_eq!(one["works"] == true, one["reason"].is_null(), "{one}");
        let is_told = found["detail"]
            .as_str()
            .is_some_and(|detail| detail.split([' ', ',']).any(|word| one["name"] == word));
        assert_eq!(one["works"] == true, is_told, "{found}");
    }
}

#[test]
fn a_wrong_setting_is_named() {
    let world = World::new();
    std::fs::write(world.path("c.toml"), "[timing]\nscal = 2\n").expect("ours");
    let ran = world.run(&["tracks", "--config", "c.toml"]);
    ran.assert_code(1);
    assert!(
        ran.stderr().contains("line 2") && ran.stderr().contains("\"scale\""),
        "{}",
        ran.stderr()
    );
}

#[test]
fn what_is_wrong_is_told_in_the_language_of_the_locale_or_of_the_settings() {
    let world = World::new();
    std::fs::write(world.path("c.toml"), "[timing]\nscal = 2\n").expect("ours");
    std::fs::write(world.path("zh.toml"), "[general]\nlanguage = \"zh\"\n").expect("ours");
    std::fs::write(world.path("t.csv"), "files,sound\na,b\n").expect("ours");
    let chinese = |arguments: &[&str]| {
        let mut command = world.cutroom(arguments);
        support::Ran::of(command.env("LC_ALL", "zh_CN.UTF-8").output().expect("it starts"))
    };
    for (ran, code, told) in [
        (
            chinese(&["tracks", "--config", "c.toml"]),
            1,
            "第 2 行：没有名为 \"scal\" 的设置；是否想写 \"scale\"？",
        ),
        (chinese(&["run"]), 2, "请说明要做什么：--upload、--prompt 或 --export。"),
        (chinese(&["run", "--uplod", "x"]), 2, "没有 --uplod 这个参数；是否想写 --upload。"),
        (chinese(&["batch", "t.csv"]), 2, "t.csv:1：没有名为 \"sound\" 的列"),
        (world.run(&["run", "--config", "zh.toml"]), 2, "请说明要做什么"),
        (world.run(&["run"]), 2, "Say what to do"),
    ] {
        ran.assert_code(code);
        let shown = ran.stderr();
        assert!(shown.to_lowercase().contains(&told.to_lowercase()), "{told}: {shown}");
    }
}

#[test]
fn help_speaks_the_language_of_the_settings_or_else_of_the_locale() {
    let world = World::new();
    std::fs::write(world.path("zh.toml"), "[general]\nlanguage = \"zh\"\n").expect("ours");
    let chinese = |arguments: &[&str]| {
        let mut command = world.cutroom(arguments);
        support::Ran::of(command.env("LC_ALL", "zh_CN.UTF-8").output().expect("it starts"))
    };
    for (ran, told) in [
        (chinese(&["--help"]), "用法：cutroom [选项] [FILE]... [命令]"),
        (chinese(&["jobs", "resume", "-h"]), "继续中断的任务，并等它完成"),
        (chinese(&["help", "jobs", "cancel"]), "停止任务"),
        (world.run(&["--config", "zh.toml", "export", "--help"]), "- draft:    用于预览"),
        (chinese(&["man"]), ".SH 名称"),
        (chinese(&["completions", "zsh"]), "列出会话"),
        (chinese(&["doctor", "--config"]), "# \"en\"或\"zh\"；不设则由系统语言环境决定"),
        (world.run(&["--help"]), "Usage: cutroom [OPTIONS] [FILE]... [COMMAND]"),
    ] {
        ran.assert_code(0);
        let shown = ran.stdout();
        assert!(shown.contains(told), "{told}:\n{shown}");
    }
}

#[test]
fn options_may_stand_before_the_command() {
    let world = World::new();
    promo(&world, "make a 1 second video", "a.mp4").assert_code(0);
    let ran = world.run(&["--json", "--session", "last", "tracks"]);
    assert_eq!(ran.assert_code(0).event("tracks")["duration_ms"], 1000);
    let mixed = world.run(&["a.mp4", "tracks"]);
    mixed.assert_code(2);
}

#[test]
fn the_settings_are_printed_as_a_file() {
    let world = World::new();
    let printed = world.run(&["doctor", "--config"]);
    printed.assert_code(0);
    std::fs::write(world.path("c.toml"), printed.stdout()).expect("ours");
    world.run(&["sessions", "--config", "c.toml"]).assert_code(0);
}

#[test]
fn a_draft_goes_out_as_a_file_and_comes_back_as_a_film() {
    let world = World::new();
    promo(&world, "make a 2 second video with the title \"Hi\"", "a.mp4").assert_code(0);
    std::fs::write(world.path("d.json"), world.run(&["draft"]).stdout()).expect("ours");
    let rendering = ["render", "d.json", "--media", ".", "-o", "b.mp4"];
    let estimate = world.run(&[&rendering[..], &["--estimate"]].concat());
    estimate.assert_code(0);
    assert!(estimate.stdout().starts_with("about "), "{}", estimate.stdout());
    let estimate = world.run(&[&rendering[..], &["--estimate", "--json"]].concat());
    let told = estimate.event("estimate")["bytes"].clone();
    assert!(!world.path("b.mp4").exists(), "nothing is made");
    let film = world.run(&[&rendering[..], &["--json"]].concat());
    film.assert_code(0);
    let bytes = film.event("saved")["bytes"].as_u64().expect("a number");
    let bound = |end: &str| told[end].as_u64().expect("a number");
    assert!((bound("least")..=bound("most")).contains(&bytes), "{told} {bytes}");
    let stages: Vec<String> = film
        .events()
        .iter()
        .filter(|event| event["event"] == "progress")
        .filter_map(|event| event["stage"].as_str().map(str::to_owned))
        .collect();
    assert!(
        stages.is_sorted_by_key(|stage| ["reading", "pictures", "sound", "joining", "checking"]
            .iter()
            .position(|known| known == stage)),
        "{stages:?}"
    );
    assert!(stages.iter().any(|stage| stage == "joining"), "{stages:?}");
    assert!((film::duration(&world.path("b.mp4")) - 2.0).abs() < 0.05);
    std::fs::create_dir(world.path("empty")).expect("ours");
    world.run(&["render", "d.json", "--media", "empty", "-o", "c.mp4"]).assert_code(7);
    std::fs::remove_file(world.path("green.png")).expect("ours");
    let partly = world.run(&["render", "d.json", "--media", ".", "-o", "c.mp4"]);
    partly.assert_code(0);
    assert!(partly.stderr().contains("green.png could not be read"), "{}", partly.stderr());
}

#[test]
fn each_problem_is_told_once() {
    let world = World::new();
    let ran = world.run(&["run", "--upload", "gone.jpg", "--upload", "lost.jpg", "--json"]);
    ran.assert_code(7);
    let told: Vec<String> = ran
        .events()
        .iter()
        .filter(|event| event["event"] == "error")
        .map(|event| event["message"].to_string())
        .collect();
    assert_eq!(told.len(), 2, "{told:?}");
    world.run(&["run"]).assert_code(2);
}

#[test]
fn without_a_terminal_the_editor_says_so_and_writes_nothing_else() {
    let world = World::new();
    let ran = world.run(&[]);
    ran.assert_code(2);
    assert_eq!(ran.stdout(), "");
    assert!(ran.stderr().contains("needs a terminal"), "{}", ran.stderr());
}

#[test]
fn records_that_cannot_be_kept_are_said_and_the_film_is_made_all_the_same() {
    let world = World::new();
    world.picture("a.png", "red", "64x64");
    // A file where the folder should be refuses everybody, the superuser included.
    std::fs::write(world.path("home"), "in the way").expect("ours");
    let ran = world.run(&[
        "run",
        "--upload",
        "a.png",
        "--prompt",
        "make a 1 second video",
        "--export",
        "x.mp4",
        "--json",
    ]);
    ran.assert_code(0);
    assert!(world.path("x.mp4").is_file());
    let notice = ran.event("notice")["text"].to_string();
    assert!(notice.contains("cannot be written"), "{notice}");
    let tracks = world.run(&["tracks"]);
    tracks.assert_code(1);
    assert!(tracks.stderr().contains("cannot be written"), "{}", tracks.stderr());
}

#[test]
fn a_quiet_first_run_says_nothing_but_its_result() {
    let world = World::new();
    world.picture("a.png", "red", "64x64");
    let ran = world.run(&[
        "run",
        "--quiet",
        "--upload",
        "a.png",
        "--prompt",
        "make a 1 second video",
        "--export",
        "x.mp4",
    ]);
    ran.assert_code(0);
    let film = format!("{}\n", world.path("x.mp4").display());
    assert_eq!((ran.stdout(), ran.stderr()), (film, String::new()));
}

#[test]
fn doctor_tells_of_a_model_and_a_setting_that_would_show_its_key_is_refused() {
    let world = World::new();
    let told = |config: &str| {
        std::fs::write(world.path("c.toml"), config).expect("ours");
        let mut doctor = world.cutroom(&["doctor", "--config", "c.toml"]);
        let ran =
            doctor.env("A_KEY", "sk-secret").env_remove("NO_KEY").output().expect("it starts");
        let text =
            [ran.stdout, ran.stderr].map(|bytes| String::from_utf8_lossy(&bytes).into_owned());
        assert!(!text.concat().contains("sk-secret"), "{text:?}");
        text.concat()
    };
    assert!(told("").contains("none of your own"));
    let settings = |key: &str| {
        format!("[agent]\nurl = \"https://api.example/v1\"\nmodel = \"m-1\"\nkey_env = \"{key}\"\n")
    };
    let here = told(&settings("A_KEY"));
    assert!(here.contains("m-1 at api.example, key from A_KEY; your messages"), "{here}");
    assert!(!here.contains("nothing leaves this machine"), "{here}");
    let missing = told(&settings("NO_KEY"));
    assert!(missing.contains("set NO_KEY to its key"), "{missing}");
    let open = told("[agent]\nurl = \"http://api.example/v1\"\nmodel = \"m-1\"\n");
    assert!(open.contains("must begin with https://"), "{open}");
    let pasted = told(&settings("sk-pasted"));
    assert!(pasted.contains("agent.key_env") && !pasted.contains("sk-pasted"), "{pasted}");
}

#[test]
fn exports_become_what_their_ending_says_and_fit_what_was_asked() {
    let world = World::new();
    promo(&world, "make a 2 second video with the title \"Hi\"", "a.mp4").assert_code(0);
    let export = |more: &[&str]| world.run(&[&["export"], more].concat());
    export(&["-o", "frame.png", "--at", "0:01"]).assert_code(0);
    let size = image::image_dimensions(world.path("frame.png")).expect("a picture");
    assert_eq!(size, (1920, 1080));
    export(&["-o", "small.webm", "--quality", "draft"]).assert_code(0);
    assert!(
        std::fs::read(world.path("small.webm")).expect("a film").starts_with(b"\x1a\x45\xdf\xa3")
    );
    let bumper = export(&["-o", "b.mp4", "--preset", "tiktok", "--quality", "draft"]);
    bumper.assert_code(0);
    assert!(bumper.stderr().contains("TikTok shows 9:16"), "{}", bumper.stderr());
    for (arguments, part) in [
        (&["-o", "c.mp4", "--at", "1s"][..], "--at is for stills"),
        (&["-o", "c.gif", "--size", "1MB"], "--size is for films"),
        (&["-o", "c.mp4", "--size", "20KB"], "20 KB were asked for"),
        (&["-o", "c.png", "--at", "1:00:00"], "--at 3600s is past the end of the film"),
    ] {
        let refused = export(arguments);
        refused.assert_code(2);
        assert!(refused.stderr().contains(part), "{}", refused.stderr());
        assert!(!world.path(arguments[1]).exists());
    }
}
