//! What is sent is what a terminal makes of it: the exact bytes, and the pictures read out of them.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use icy_sixel::SixelImage;

use super::*;

const DROP: &str = "\x1b_Ga=d,d=I,i=7321,q=2\x1b\\";

fn pixels(rgb: &[u8]) -> Pixels<'_> {
    let at = Rect::new(2, 1, 4, 2);
    let (cell, way) = ((6, 9), Way::Kitty);
    Pixels { at, cell, width: 1, height: 1, rgb, way, passage: None }
}

fn change(graphics: &mut Graphics, to: Option<Pixels<'_>>, must_wait: bool) -> Change {
    graphics.change(to, Color::Reset, must_wait)
}

fn goes(before: &str) -> Change {
    Change { before: before.to_owned(), ..Change::default() }
}

/// Twelve by six pixels, left half red, right half blue with a green row at its foot.
fn flag() -> Vec<u8> {
    let pixel = |at: usize| match (at % 12, at / 12) {
        (0..6, _) => [255, 0, 0],
        (_, 5) => [0, 255, 0],
        _ => [0, 0, 255],
    };
    (0..72).flat_map(pixel).collect()
}

fn flag_by(way: Way, rgb: &[u8], passage: Option<Passage>) -> Pixels<'_> {
    let at = Rect::new(3, 2, 4, 3);
    Pixels { at, cell: (6, 9), width: 12, height: 6, rgb, way, passage }
}

/// What tmux hands on, checked to be one wrapped piece after the other.
fn handed_on(wrapped: &str) -> String {
    let pieces = wrapped.split_terminator("\x1bPtmux;").skip(1);
    let pieces = pieces.map(|piece| {
        // The end of the wrapping is the one ESC that stands alone.
        let inner = piece.strip_suffix("\x1b\\").expect("an end");
        let plain = inner.replace("\x1b\x1b", "\u{1}");
        assert!(!plain.contains('\x1b'), "each ESC inside is doubled: {plain:?}");
        plain.replace('\u{1}', "\x1b")
    });
    pieces.collect()
}

#[test]
fn a_picture_is_sent_once_and_dropped_when_it_goes() {
    let mut graphics = Graphics::default();
    let sent = change(&mut graphics, Some(pixels(&[1, 2, 3])), false);
    let head = "\x1b7\x1b[2;3H\x1b_Ga=T,q=2,f=100,i=7321,p=1,C=1,c=4,r=2,m=0;iVBOR";
    assert!(sent.behind.starts_with(head) && sent.behind.ends_with("\x1b\\\x1b8"), "{sent:?}");
    assert!(sent.before.is_empty() && !sent.owed);
    assert_eq!(graphics.farewell(), Some(DROP));
    assert_eq!(change(&mut graphics, Some(pixels(&[1, 2, 3])), false), Change::default());
    let next = change(&mut graphics, Some(pixels(&[3, 2, 1])), false);
    assert!(next.behind.starts_with(head), "one at the same place takes over: {next:?}");
    assert_eq!(change(&mut graphics, None, true), goes(DROP));
    assert_eq!(graphics.farewell(), None);
    assert_eq!(change(&mut graphics, None, false), Change::default());
}

#[test]
fn one_that_must_wait_is_owed_and_what_lies_elsewhere_goes_at_once() {
    let mut graphics = Graphics::default();
    let owed = Change { owed: true, ..Change::default() };
    assert_eq!(change(&mut graphics, Some(pixels(&[1, 2, 3])), true), owed);
    change(&mut graphics, Some(pixels(&[1, 2, 3])), false);
    let moved = Pixels { at: Rect::new(0, 0, 4, 2), ..pixels(&[1, 2, 3]) };
    assert_eq!(change(&mut graphics, Some(moved), true), Change { owed: true, ..goes(DROP) });
}

#[test]
fn a_large_picture_goes_in_pieces_that_every_terminal_takes() {
    let sent = kitty::send(Rect::new(0, 0, 1, 1), &[7; 7000]);
    let pieces: Vec<&str> = sent.split("\x1b_G").skip(1).collect();
    assert_eq!(pieces.len(), 3);
    assert!(pieces[0].contains("m=1;") && pieces[1].starts_with("q=2,m=1;"));
    assert!(pieces[2].starts_with("q=2,m=0;"));
    assert!(pieces.iter().all(|piece| piece.len() < 4096 + 80));
}

#[test]
fn words_at_its_place_are_seen() {
    let mut buffer = Buffer::empty(Rect::new(0, 0, 4, 2));
    assert!(is_free(&buffer, Rect::new(1, 0, 3, 2)));
    assert!(!is_free(&buffer, Rect::new(2, 0, 3, 2)), "it would stand out of the screen");
    buffer.set_string(3, 1, "x", ratatui::style::Style::new());
    assert!(!is_free(&buffer, Rect::new(1, 0, 3, 2)));
}

#[test]
fn sixels_are_the_picture_as_large_as_its_cells() {
    let rgb = flag();
    let sent = sequences(flag_by(Way::Sixel, &rgb, None)).expect("a picture");
    let inner = sent.strip_prefix("\x1b7\x1b[3;4H").expect("its place");
    let inner = inner.strip_suffix("\x1b8").expect("the cursor goes back");
    assert!(inner.starts_with("\x1bP0;1;0q\"1;1;24;24#"), "bands within 27 rows: {inner:?}");
    let image = SixelImage::decode(inner.as_bytes()).expect("sixels");
    assert_eq!((image.width, image.height), (24, 24));
    let at = |x: usize, y: usize| &image.pixels[(y * 24 + x) * 4..][..4];
    for (x, y) in [(0, 0), (11, 0), (0, 23), (11, 23)] {
        assert_eq!(at(x, y), [255, 0, 0, 255], "{x} {y}");
    }
    for (x, y) in [(12, 0), (23, 19)] {
        assert_eq!(at(x, y), [0, 0, 255, 255], "{x} {y}");
    }
    assert_eq!((at(12, 20), at(23, 23)), (&[0, 255, 0, 255][..], &[0, 255, 0, 255][..]));
}

#[test]
fn a_picture_of_many_colours_comes_out_of_sixels_nearly_as_it_was() {
    let pixel =
        |at: usize| [at % 60 * 4, at / 60 * 6, (at % 60 + at / 60) * 2].map(|part| part as u8);
    let rgb: Vec<u8> = (0..60 * 36).flat_map(pixel).collect();
    let at = Rect::new(0, 0, 10, 4);
    let pixels = Pixels { at, width: 60, height: 36, ..flag_by(Way::Sixel, &rgb, None) };
    let sent = sixel::send(pixels).expect("a picture");
    let image = SixelImage::decode(sent.as_bytes()).expect("sixels");
    assert_eq!((image.width, image.height), (60, 36));
    for (here, there) in image.pixels.chunks(4).zip(rgb.chunks(3)) {
        let apart = here.iter().zip(there).map(|(one, other)| one.abs_diff(*other)).max();
        assert!(apart <= Some(24) && here[3] == 255, "{here:?} for {there:?}");
    }
}

#[test]
fn a_file_for_iterm_is_the_picture_and_says_its_cells() {
    let rgb = flag();
    let sent = sequences(flag_by(Way::Iterm, &rgb, None)).expect("a picture");
    let inner = sent.strip_prefix("\x1b7\x1b[3;4H\x1b]1337;File=inline=1;size=").expect("a file");
    let (head, data) = inner.split_once(':').expect("data");
    let file = STANDARD.decode(data.strip_suffix("\x07\x1b8").expect("an end")).expect("base64");
    let size = file.len();
    let rest = "width=4;height=3;preserveAspectRatio=0;doNotMoveCursor=1";
    assert_eq!(head, format!("{size};{rest}"));
    assert_eq!(read(&file), rgb);
}

fn read(file: &[u8]) -> Vec<u8> {
    let mut reader = png::Decoder::new(std::io::Cursor::new(file)).read_info().expect("a PNG");
    let mut rgb = vec![0; reader.output_buffer_size().expect("a size")];
    reader.next_frame(&mut rgb).expect("pixels");
    rgb
}

#[test]
fn through_tmux_each_way_is_wrapped_with_its_place_on_the_whole_terminal() {
    let rgb = flag();
    let passage = Some(Passage { left: 40, top: 1 });
    for way in [Way::Sixel, Way::Iterm] {
        let direct = sequences(flag_by(way, &rgb, None)).expect("a picture");
        let handed = handed_on(&sequences(flag_by(way, &rgb, passage)).expect("a picture"));
        assert_eq!(handed, direct.replacen("\x1b[3;4H", "\x1b[4;44H", 1));
    }
    let handed = handed_on(&sequences(flag_by(Way::Kitty, &rgb, passage)).expect("a picture"));
    let (head, data) = handed.split_once(';').expect("data");
    assert_eq!(head, "\x1b_Ga=T,U=1,q=2,f=100,i=173,c=4,r=3,m=0");
    let file = STANDARD.decode(data.strip_suffix("\x1b\\").expect("an end")).expect("base64");
    assert_eq!(read(&file), rgb);
    let mut graphics = Graphics::default();
    change(&mut graphics, Some(flag_by(Way::Kitty, &rgb, passage)), false);
    let dropped = change(&mut graphics, None, false).before;
    assert_eq!(handed_on(&dropped), "\x1b_Ga=d,d=I,i=173,q=2\x1b\\");
}

#[test]
fn within_tmux_the_cells_say_where_kittys_picture_is() {
    let rgb = flag();
    let mut buffer = Buffer::empty(Rect::new(0, 0, 10, 6));
    hold_place(&mut buffer, &flag_by(Way::Kitty, &rgb, None));
    hold_place(&mut buffer, &flag_by(Way::Sixel, &rgb, Some(Passage::default())));
    assert_eq!(buffer, Buffer::empty(Rect::new(0, 0, 10, 6)), "the others need nothing there");
    hold_place(&mut buffer, &flag_by(Way::Kitty, &rgb, Some(Passage::default())));
    let row = |y| (3..7).map(|x| buffer[(x, y)].symbol()).collect::<String>();
    let place = "\u{10EEEE}";
    assert_eq!(row(2), format!("{place}\u{305}{place}{place}{place}"));
    assert_eq!(row(4), format!("{place}\u{30E}{place}{place}{place}"));
    assert_eq!(buffer[(3, 2)].fg, Color::Indexed(173), "the number of the picture");
    assert_eq!((buffer[(2, 2)].symbol(), buffer[(7, 2)].symbol()), (" ", " "));
}

#[test]
fn what_lies_in_cells_is_written_over_before_the_frame_and_goes_with_the_screen() {
    let rgb = flag();
    for way in [Way::Sixel, Way::Iterm] {
        let mut graphics = Graphics::default();
        graphics.change(Some(flag_by(way, &rgb, None)), Color::Blue, false);
        assert_eq!(graphics.farewell(), None, "the other screen of the terminal has none of it");
        let gone = graphics.change(None, Color::Blue, true);
        let blank = "\x1b7\x1b[0;44m\x1b[3;4H    \x1b[4;4H    \x1b[5;4H    \x1b8";
        assert_eq!(gone, goes(blank));
    }
}

#[test]
fn another_ground_another_way_or_a_cleared_screen_has_the_picture_sent_again() {
    let rgb = flag();
    let mut graphics = Graphics::default();
    let sixels = flag_by(Way::Sixel, &rgb, None);
    graphics.change(Some(sixels), Color::Reset, false);
    let again = graphics.change(Some(sixels), Color::Black, false);
    assert!(
        again.before.is_empty() && again.behind.contains("\x1bP0;1;0q"),
        "the cells were drawn"
    );
    graphics.forget();
    assert!(!graphics.change(Some(sixels), Color::Black, false).behind.is_empty());
    let other = graphics.change(Some(flag_by(Way::Kitty, &rgb, None)), Color::Black, false);
    assert!(other.before.contains("\x1b[3;4H    ") && other.behind.contains("\x1b_G"));
}
