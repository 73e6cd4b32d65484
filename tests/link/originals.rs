//! Frames of a film that is made elsewhere, from the files that were sent for it.

use std::sync::Arc;

use cutroom::draft::Millis;
use cutroom::link::{Command, JobState, NoPicture, Picture, Still, Update, Wish};
use serde_json::json;

use super::driver::{Driver, Home};
use super::server::Server;

async fn looked(driver: &mut Driver, at: u64) -> Result<Arc<Picture>, NoPicture> {
    let wish = Wish { at: Millis(at), width: 64, height: 36 };
    driver.tell(Command::Preview(wish)).await;
    let told = driver.until("a look", |update| matches!(update, Update::Preview { .. })).await;
    let Update::Preview { picture, .. } = told else { panic!("{told:?}") };
    picture
}

#[tokio::test]
async fn a_frame_is_drawn_from_what_was_sent_and_what_is_missing_is_named() {
    let (home, server) = (Home::new(), Server::start().await);
    server.world().draft = json!({"m": {"width": 640, "height": 360}, "t": [{"tt": 0, "sg": [
        {"d": 2000, "u": "/mnt/userdata/1/red.png", "m": {"name": "the first"}},
        {"d": 2000, "m": {"name": "city at night"}},
    ]}]});
    let mut driver = Driver::open(&home, &server).await;
    let path = home.folder.path().join("red.png");
    image::RgbImage::from_pixel(64, 36, image::Rgb([200, 10, 10])).save(&path).expect("saved");
    driver.tell(Command::Upload(vec![path.clone()])).await;
    assert_eq!(driver.job_ended().await.state, JobState::Done);

    let picture = looked(&mut driver, 500).await.expect("a picture");
    assert_eq!((picture.width, picture.height), (64, 36));
    let middle = (18 * 64 + 32) * 3;
    let [red, green, blue] = picture.rgb[middle..middle + 3] else { panic!("a pixel") };
    assert!(red > 150 && green < 60 && blue < 60, "{red} {green} {blue}");

    let missing = |name: &str| Err(NoPicture::Missing(name.to_owned()));
    assert_eq!(looked(&mut driver, 2_500).await, missing("city at night"));
    std::fs::remove_file(&path).expect("removed");
    assert_eq!(looked(&mut driver, 500).await, missing("red.png"));
    driver.leave().await;
}

#[tokio::test]
async fn a_file_that_was_sent_is_looked_at_and_listened_to_here() {
    let (home, server) = (Home::new(), Server::start().await);
    let mut driver = Driver::open(&home, &server).await;
    let picture = home.folder.path().join("blue.png");
    image::RgbImage::from_pixel(64, 36, image::Rgb([10, 10, 200])).save(&picture).expect("saved");
    let sound = home.folder.path().join("tone.wav");
    let form = hound::WavSpec {
        channels: 1,
        sample_rate: 8_000,
        bits_per_sample: 16,
        sample_format: hound::SampleFormat::Int,
    };
    let mut writer = hound::WavWriter::create(&sound, form).expect("begun");
    for sample in 0..8_000_i16 {
        writer.write_sample(if sample % 2 == 0 { 16_000 } else { -16_000_i16 }).expect("written");
    }
    writer.finalize().expect("written");
    driver.tell(Command::Upload(vec![picture, sound])).await;
    // They are asked for as soon as they are listed, whatever the jobs are.
    let listed = |update: &Update| matches!(update, Update::Media(files) if files.len() == 2);
    driver.until("the files", listed).await;
    let still = |file: &str| Still { file: file.into(), at: Millis::ZERO, width: 16, height: 16 };
    for (file, is_there) in [("blue.png", true), ("other.png", false)] {
        driver.tell(Command::Thumbnail(still(file))).await;
        let told = driver.until("a look", |told| matches!(told, Update::Thumbnail { .. })).await;
        let Update::Thumbnail { picture, .. } = told else { panic!("{told:?}") };
        assert_eq!(picture.is_some_and(|picture| picture.rgb[2] > 150), is_there, "{file}");
    }
    driver.tell(Command::Waveform("tone.wav".into())).await;
    let told = driver.until("a sound", |told| matches!(told, Update::Waveform(_))).await;
    let Update::Waveform(heard) = told else { panic!("{told:?}") };
    assert!(heard.peaks.len() >= 19 && heard.peaks[5] > 100, "{:?}", heard.peaks);
    driver.leave().await;
}
