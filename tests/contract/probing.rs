//! Every accepted type, as ffmpeg writes it, is known by its content.

use std::path::Path;

use cutroom::api::wire::file_type::HEAD_BYTES;
use cutroom::api::wire::{FileType, MediaKind};
use cutroom::studio::media::{Error, Facts, Incoming, probe};

use crate::samples::{FILM, film, made, picture};

async fn probed(content: &[u8], name: &str) -> Result<Facts, Error> {
    let folder = tempfile::tempdir().expect("a folder");
    let mut incoming = Incoming::begin(folder.path(), 1 << 30).await.expect("begun");
    incoming.write(content).await.expect("room");
    probe(&incoming.finish().await?, name).await
}

const SOUND: &str = "-f lavfi -i sine=d=2:r=44100";

/// Words for ffmpeg, the file it makes, and what that file is.
const TYPES: [(&str, &str, FileType); 20] = [
    (FILM, "a.mp4", FileType::Mp4),
    ("-f lavfi -i testsrc2=s=64x48:d=2 -pix_fmt yuv420p -brand mp42", "a.mp4", FileType::Mp4),
    (
        "-f lavfi -i testsrc2=s=64x48:d=2 -movflags +frag_keyframe+empty_moov+dash",
        "a.mp4",
        FileType::Mp4,
    ),
    (FILM, "a.mov", FileType::Mov),
    (
        "-f lavfi -i testsrc2=s=64x48:d=2 -f lavfi -i sine=d=2 -c:v mpeg4 -c:a libmp3lame",
        "a.avi",
        FileType::Avi,
    ),
    ("-f lavfi -i testsrc2=s=64x48:d=2 -c:v libvpx -b:v 200k", "a.webm", FileType::Webm),
    (FILM, "a.mkv", FileType::Mkv),
    ("-f lavfi -i testsrc2=s=64x48 -frames:v 1", "a.jpg", FileType::Jpg),
    ("-f lavfi -i testsrc2=s=64x48 -frames:v 1", "a.jpeg", FileType::Jpg),
    ("-f lavfi -i testsrc2=s=64x48 -frames:v 1", "a.png", FileType::Png),
    ("-f lavfi -i testsrc2=s=64x48 -frames:v 1", "a.gif", FileType::Gif),
    ("-f lavfi -i testsrc2=s=64x48 -frames:v 1 -c:v libwebp", "a.webp", FileType::Webp),
    (SOUND, "a.mp3", FileType::Mp3),
    ("-f lavfi -i sine=d=2:r=44100 -id3v2_version 0 -write_xing 0", "a.mp3", FileType::Mp3),
    ("-f lavfi -i sine=d=2:r=22050 -ar 22050 -id3v2_version 0", "a.mp3", FileType::Mp3),
    (
        "-f lavfi -i sine=d=2:r=11025 -ar 11025 -id3v2_version 0 -write_xing 0",
        "a.mp3",
        FileType::Mp3,
    ),
    (SOUND, "a.wav", FileType::Wav),
    (SOUND, "a.m4a", FileType::M4a),
    (SOUND, "a.aac", FileType::Aac),
    ("-f lavfi -i sine=d=2:r=44100 -write_id3v2 1", "a.aac", FileType::Aac),
];

#[tokio::test]
async fn every_accepted_type_is_known_by_its_content() {
    for (words, file, file_type) in TYPES {
        let content = made(words, file);
        // A name of no accepted type leaves only the content to judge by.
        let head = &content[..content.len().min(HEAD_BYTES)];
        assert_eq!(FileType::of_content(head, file), Some(file_type), "{words} {file}");
        let facts = probed(&content, file).await.unwrap_or_else(|e| panic!("{words} {file}: {e}"));
        assert_eq!((facts.file_type, facts.kind), (file_type, file_type.kind()), "{words} {file}");
        if file_type.kind() == MediaKind::Image {
            assert_eq!((facts.duration, facts.fps), (None, None), "{file}");
        } else {
            let duration = facts.duration.expect("a length").as_secs_f64();
            assert!((1.9..2.2).contains(&duration), "{words} {file}: {duration}");
        }
        if file_type.kind() != MediaKind::Audio {
            assert_eq!((facts.width, facts.height), (Some(64), Some(48)), "{file}");
        }
    }
}

#[tokio::test]
async fn what_a_file_holds_decides_what_it_is_to_an_editor() {
    let sound = made("-f lavfi -i sine=d=1 -c:a aac", "a.mp4");
    let facts = probed(&sound, "a.mp4").await.expect("usable");
    assert_eq!((facts.kind, facts.width, facts.has_audio), (MediaKind::Audio, None, true));
    let cover = made(
        "-f lavfi -i sine=d=1 -f lavfi -i color=red:s=64x48:d=0.04:r=25 -map 0 -map 1 \
         -c:v png -disposition:v attached_pic",
        "a.mp3",
    );
    let facts = probed(&cover, "a.mp3").await.expect("usable");
    assert_eq!((facts.kind, facts.width), (MediaKind::Audio, None));
    let silent = made("-f lavfi -i testsrc2=s=64x48:d=1 -pix_fmt yuv420p", "a.mp4");
    assert!(!probed(&silent, "a.mp4").await.expect("usable").has_audio);
    assert!(probed(&film(), "a.mp4").await.expect("usable").has_audio);
}

#[tokio::test]
async fn a_gif_that_moves_is_a_picture_with_a_length() {
    let gif = made("-f lavfi -i testsrc2=s=64x48:d=2:r=10", "a.gif");
    let facts = probed(&gif, "a.gif").await.expect("usable");
    assert_eq!(facts.kind, MediaKind::Image);
    assert_eq!(facts.duration.map(|duration| duration.0), Some(2000));
    assert_eq!(facts.fps, Some(10.0));
}

#[tokio::test]
async fn a_webp_that_moves_is_a_picture_with_a_length() {
    let webp = made("-f lavfi -i testsrc2=s=64x48:d=0.4:r=10 -c:v libwebp_anim -f webp", "a.webp");
    let facts = probed(&webp, "a.webp").await.expect("usable");
    assert_eq!((facts.kind, facts.width, facts.height), (MediaKind::Image, Some(64), Some(48)));
    assert_eq!(facts.duration.map(|duration| duration.0), Some(400));
    assert_eq!(facts.fps, Some(10.0));
    let refused = probed(&webp[..webp.len() / 2], "a.webp").await.expect_err("cut off");
    assert!(matches!(refused, Error::Damaged), "{refused}");
}

/// The film with the matrix of its track turned by a quarter, as phones write it.
fn turned(mut film: Vec<u8>) -> Vec<u8> {
    let header = film.windows(4).position(|kind| kind == b"tkhd").expect("a track");
    let matrix = header + 4 + 40;
    let quarter: [u32; 9] = [0, 0x1_0000, 0, 0xffff_0000, 0, 0, 48 << 16, 0, 0x4000_0000];
    for (place, number) in quarter.iter().enumerate() {
        let at = matrix + 4 * place;
        film[at..at + 4].copy_from_slice(&number.to_be_bytes());
    }
    film
}

/// The JPEG with an EXIF block that says it was taken with the camera on its side.
fn on_its_side(jpeg: &[u8]) -> Vec<u8> {
    let exif =
        b"\xff\xe1\x00\x22Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0";
    [&jpeg[..2], exif, &jpeg[2..]].concat()
}

#[tokio::test]
async fn sizes_are_told_as_shown() {
    let upright = probed(&turned(film()), "phone.mp4").await.expect("usable");
    assert_eq!((upright.width, upright.height), (Some(48), Some(64)));
    let jpeg = made("-f lavfi -i testsrc2=s=64x48 -frames:v 1", "a.jpg");
    let photo = probed(&on_its_side(&jpeg), "a.jpg").await.expect("usable");
    assert_eq!((photo.width, photo.height), (Some(48), Some(64)));
    let wide = made("-f lavfi -i testsrc2=s=64x48:d=1 -vf setsar=2 -pix_fmt yuv420p", "a.mp4");
    let wide = probed(&wide, "a.mp4").await.expect("usable");
    assert_eq!((wide.width, wide.height), (Some(128), Some(48)));
}

#[tokio::test]
async fn a_recording_that_does_not_say_how_long_it_is_gets_measured() {
    let live = made("-f lavfi -i testsrc2=s=64x48:d=2:r=25 -c:v libvpx -live 1", "a.webm");
    let facts = probed(&live, "a.webm").await.expect("usable");
    let duration = facts.duration.expect("a length").as_secs_f64();
    assert!((1.8..2.1).contains(&duration), "{duration}");
}

#[tokio::test]
async fn what_is_cut_off_is_damaged() {
    let quick = made(&format!("{FILM} -movflags +faststart"), "a.mp4");
    let jpeg = made("-f lavfi -i testsrc2=s=320x240 -frames:v 1", "a.jpg");
    let png = picture("red");
    let webp = made("-f lavfi -i testsrc2=s=320x240 -frames:v 1 -c:v libwebp", "a.webp");
    let film = film();
    for (content, name, kept) in [
        (&film, "a.mp4", film.len() / 2),
        (&film, "a.mp4", 40),
        (&quick, "quick.mp4", quick.len() - 100),
        (&jpeg, "a.jpg", jpeg.len() / 2),
        (&png, "a.png", png.len() / 2),
        (&webp, "a.webp", webp.len() / 2),
    ] {
        let refused = probed(&content[..kept], name).await.expect_err(name);
        assert!(matches!(refused, Error::Damaged), "{name} at {kept}: {refused}");
    }
}

#[tokio::test]
async fn a_playlist_that_names_other_files_is_no_film() {
    let secret = Path::new("/etc/hostname");
    let list = format!("#EXTM3U\n#EXTINF:1,\nfile://{}\n", secret.display());
    let concat = format!("ffconcat version 1.0\nfile {}\n", secret.display());
    for text in [list, concat] {
        let refused = probed(text.as_bytes(), "list.mp4").await.expect_err("no film");
        assert!(matches!(refused, Error::Unsupported), "{refused}");
    }
}
