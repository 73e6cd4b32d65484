//! The link and the built-in studio, each trying the other.

use cutroom::draft::{Millis, Mood};
use cutroom::language::Problem;
use cutroom::link::{
    Backend, Command, ExportTo, JobState, LinkSettings, Piece, SessionChoice, Update,
};

use super::driver::{Driver, Home, settings};
use super::server::Server;

async fn on_studio(home: &Home, session: SessionChoice) -> LinkSettings {
    let nobody = Server::start().await;
    LinkSettings { backend: Backend::Studio, ..settings(home, &nobody, session) }
}

/// A picture that decodes.
fn picture(home: &Home, name: &str) -> std::path::PathBuf {
    let path = home.folder.path().join(name);
    image::RgbImage::new(32, 18).save(&path).expect("saved");
    path
}

#[tokio::test]
async fn the_studio_starts_takes_a_file_and_gives_the_session_back() {
    let home = Home::new();
    let mut driver = Driver::start(on_studio(&home, SessionChoice::New).await);
    let restored = driver.opened().await;
    assert_eq!((restored.session.backend.as_str(), restored.session.link), ("studio", None));
    driver.tell(Command::Upload(vec![picture(&home, "日落.png")])).await;
    let job = driver.job_ended().await;
    assert_eq!(job.state, JobState::Done);
    let named = |update: &Update| {
        matches!(update, Update::Media(files) if files[0].filename == "日落.png"
            && files[0].width == Some(32) && files[0].hash.is_some())
    };
    driver.once("the file", named).await;
    driver.once("credits", |update| matches!(update, Update::Credits(c) if c.unlimited)).await;
    let took = driver.leave().await;
    assert!(took.as_millis() < 1000, "{took:?}");

    let mut again = Driver::start(on_studio(&home, SessionChoice::LastOnly).await);
    let back = again.opened().await;
    assert!(back.session.resumed);
    assert_eq!(back.session.id, restored.session.id);
    assert_eq!(back.media[0].filename, "日落.png");
    again.leave().await;
}

#[tokio::test]
async fn what_the_studio_refuses_is_told_as_what_it_is() {
    let home = Home::new();
    let mut driver = Driver::start(on_studio(&home, SessionChoice::New).await);
    driver.opened().await;
    let cut = std::fs::read(picture(&home, "whole.png")).expect("read");
    let cut = home.file("cut.png", &cut[..40]);
    driver.tell(Command::Upload(vec![cut.clone()])).await;
    let job = driver.job_ended().await;
    let path = cut.display().to_string();
    assert_eq!(job.state, JobState::Failed(Problem::FileDamaged { path }));
    driver.tell(Command::Export(ExportTo::Folder(home.folder.path().into()))).await;
    assert_eq!(driver.job_ended().await.state, JobState::Failed(Problem::NothingToRender));
    driver.leave().await;
}

/// A picture of a shade of its own, so that no two are one file.
fn shade(home: &Home, name: &str, shade: u8) -> std::path::PathBuf {
    let path = home.folder.path().join(name);
    image::RgbImage::from_pixel(32, 18, image::Rgb([shade; 3])).save(&path).expect("saved");
    path
}

fn is_film_of(update: &Update, pieces: usize) -> bool {
    matches!(update, Update::Draft(draft) if draft.segments().count() == pieces)
}

#[tokio::test]
async fn a_question_of_the_studio_is_answered_by_its_number_after_a_new_start() {
    let home = Home::new();
    let mut driver = Driver::start(on_studio(&home, SessionChoice::New).await);
    driver.opened().await;
    let pictures =
        [("a.png", 10), ("b.png", 90), ("c.png", 200)].map(|(name, grey)| shade(&home, name, grey));
    driver.tell(Command::Upload(pictures.to_vec())).await;
    for _ in 0..3 {
        assert_eq!(driver.job_ended().await.state, JobState::Done);
    }
    driver.say(1, "make a video").await;
    driver.once("a film", |update| is_film_of(update, 3)).await;
    driver.say(2, "delete the photo").await;
    let asks = |update: &Update| {
        matches!(update, Update::TurnQuestion { options, .. }
            if options[1] == "clip 2: b.png" && options.len() == 3)
    };
    driver.once("the question", asks).await;
    driver.leave().await;

    let mut again = Driver::start(on_studio(&home, SessionChoice::LastOnly).await);
    again.opened().await;
    again.say(3, "2").await;
    again.once("one less", |update| is_film_of(update, 2)).await;
    again.leave().await;
}

#[tokio::test]
async fn the_newest_music_that_is_asked_for_is_told_whole() {
    let home = Home::new();
    let mut driver = Driver::start(on_studio(&home, SessionChoice::New).await);
    driver.opened().await;
    let piece = |seed| Piece { mood: Mood::Calm, seed, tempo: None, length: Millis(2_000) };
    let wanted = [piece(1), piece(2)];
    driver.tell(Command::Pieces(vec![Piece { length: Millis(20_000), ..piece(3) }])).await;
    driver.tell(Command::Pieces(wanted.to_vec())).await;
    for piece in wanted {
        let told = driver.until("a shape", |told| matches!(told, Update::Waveform(_))).await;
        let Update::Waveform(heard) = told else { panic!("{told:?}") };
        assert_eq!(heard.file, piece.name(), "the longer one is no longer asked for");
        assert_eq!(heard.peaks.len(), 40);
        assert!(heard.peaks.iter().any(|peak| *peak > 40), "{:?}", heard.peaks);
    }
    driver.leave().await;
}
