//! Order: join, swap, move, remove.

use super::{FOOTAGE, THREE, check};

#[test]
fn pieces_are_removed() {
    let without_b = "V1 a.jpg 0-5000 | c.jpg 5000-10000";
    check(&[
        (THREE, "remove the second clip", without_b),
        (THREE, "delete clip 2", without_b),
        (THREE, "please drop b.jpg", without_b),
        (THREE, "get rid of picture 2", without_b),
        (THREE, "remove 1 and 3", "V1 b.jpg 0-5000"),
        (THREE, "remove clip 1 and remove clip 2", "V1 c.jpg 0-5000"),
        (THREE, "delete the last picture", "V1 a.jpg 0-5000 | b.jpg 5000-10000"),
        (THREE, "remove the last two pictures", "V1 a.jpg 0-5000"),
        (THREE, "remove clips 2 to 3", "V1 a.jpg 0-5000"),
        (THREE, "keep only clips 1 and 3", without_b),
        (THREE, "删除第二段", without_b),
        (THREE, "把第2张图片删掉", without_b),
        (THREE, "删掉 b.jpg", without_b),
        (THREE, "删除第一张和第三张", "V1 b.jpg 0-5000"),
        (THREE, "去掉最后一张", "V1 a.jpg 0-5000 | b.jpg 5000-10000"),
        (THREE, "只保留第一段和第三段", without_b),
        (THREE, "remove 2 clips", "="),
        (THREE, "remove the clip", "="),
        (THREE, "remove clip 9", "="),
        (THREE, "remove d.jpg", "="),
        (THREE, "删除第九段", "="),
        (THREE, "删除两张图片", "="),
        (THREE, "don't remove clip 2", "="),
        (THREE, "别删第二段", "="),
        (THREE, "remove the whale", "="),
        (THREE, "删除鲸鱼", "="),
        (THREE, "remove all pictures", ""),
    ]);
}

#[test]
fn pieces_change_places() {
    check(&[
        (
            THREE,
            "第三段和第一段换一下位置",
            "V1 c.jpg 0-5000 | b.jpg 5000-10000 | a.jpg 10000-15000",
        ),
        (THREE, "swap clip 1 and clip 3", "V1 c.jpg 0-5000 | b.jpg 5000-10000 | a.jpg 10000-15000"),
        (THREE, "swap 1 and 2", "V1 b.jpg 0-5000 | a.jpg 5000-10000 | c.jpg 10000-15000"),
        (THREE, "swap a.jpg with c.jpg", "V1 c.jpg 0-5000 | b.jpg 5000-10000 | a.jpg 10000-15000"),
        (
            THREE,
            "switch the first and the second picture",
            "V1 b.jpg 0-5000 | a.jpg 5000-10000 | c.jpg 10000-15000",
        ),
        (
            THREE,
            "swap the first two clips",
            "V1 b.jpg 0-5000 | a.jpg 5000-10000 | c.jpg 10000-15000",
        ),
        (THREE, "交换第一段和第三段", "V1 c.jpg 0-5000 | b.jpg 5000-10000 | a.jpg 10000-15000"),
        (THREE, "把第一张和第二张对调", "V1 b.jpg 0-5000 | a.jpg 5000-10000 | c.jpg 10000-15000"),
        (THREE, "swap clip 1 and clip 1", "="),
        (THREE, "swap the clips", "="),
        (THREE, "swap 1, 2 and 3", "="),
        (THREE, "交换第一段和第八段", "="),
        (FOOTAGE, "swap 1 and 2", "V1 bunny.mp4 0-6000 | bikes.mp4 6000-16000"),
        // The transition belongs to the seam; the clip now before it gives it its last half second.
        (
            "[bikes.mp4 a.jpg] V1 bikes.mp4 0-9500 | a.jpg 9500-14500 x500",
            "swap 1 and 2",
            "V1 a.jpg 0-5000 | bikes.mp4 5000-14500 x500",
        ),
        (
            "[a.jpg bunny.mp4] V1 a.jpg 0-5000 | bunny.mp4 5000-11000 x500",
            "swap 1 and 2",
            "V1 bunny.mp4 0-5500 | a.jpg 5500-10500 x500",
        ),
    ]);
}

#[test]
fn pieces_are_moved() {
    let c_first = "V1 c.jpg 0-5000 | a.jpg 5000-10000 | b.jpg 10000-15000";
    check(&[
        (THREE, "make c.jpg the first clip", c_first),
        (THREE, "把 c.jpg 挪到前面", c_first),
        (THREE, "move clip 3 to the start", c_first),
        (THREE, "put c.jpg first", c_first),
        (THREE, "move the last clip before clip 1", c_first),
        (THREE, "move 3 to 1", c_first),
        (
            THREE,
            "move the first clip to the end",
            "V1 b.jpg 0-5000 | c.jpg 5000-10000 | a.jpg 10000-15000",
        ),
        (
            THREE,
            "move clip 1 after clip 2",
            "V1 b.jpg 0-5000 | a.jpg 5000-10000 | c.jpg 10000-15000",
        ),
        (
            THREE,
            "put c.jpg between a.jpg and b.jpg",
            "V1 a.jpg 0-5000 | c.jpg 5000-10000 | b.jpg 10000-15000",
        ),
        (THREE, "把第三段移到开头", c_first),
        (THREE, "把第三张放到最前面", c_first),
        (THREE, "将 c.jpg 移到第一段前面", c_first),
        (THREE, "把第一段移到最后", "V1 b.jpg 0-5000 | c.jpg 5000-10000 | a.jpg 10000-15000"),
        (THREE, "把第一段放到第二段后面", "V1 b.jpg 0-5000 | a.jpg 5000-10000 | c.jpg 10000-15000"),
        (THREE, "把第三段移到第一个", c_first),
        (THREE, "move clip 3", "="),
        (THREE, "move clip 9 to the start", "="),
        (THREE, "移动第三段", "="),
        (THREE, "move clip 1 to the moon", "="),
    ]);
}

#[test]
fn files_come_into_the_film() {
    let film = "[a.jpg b.jpg bikes.mp4] V1 a.jpg 0-5000";
    check(&[
        (film, "append b.jpg", "V1 a.jpg 0-5000 | b.jpg 5000-10000"),
        (
            "[a.jpg b.jpg c.jpg] V1 a.jpg 0-5000 | b.jpg 5000-10000",
            "把 c.jpg 插到第一段和第二段之间",
            "V1 a.jpg 0-5000 | c.jpg 5000-10000 | b.jpg 10000-15000",
        ),
        (film, "add bikes.mp4", "V1 a.jpg 0-5000 | bikes.mp4 5000-15000"),
        (film, "add bikes.mp4 at the end", "V1 a.jpg 0-5000 | bikes.mp4 5000-15000"),
        (film, "add b.jpg at the start", "V1 b.jpg 0-5000 | a.jpg 5000-10000"),
        (film, "put bikes.mp4 before a.jpg", "V1 bikes.mp4 0-10000 | a.jpg 10000-15000"),
        (film, "添加 bikes.mp4", "V1 a.jpg 0-5000 | bikes.mp4 5000-15000"),
        (film, "把 b.jpg 放到最前面", "V1 b.jpg 0-5000 | a.jpg 5000-10000"),
        (film, "add all the pictures", "V1 a.jpg 0-5000 | b.jpg 5000-10000"),
        (film, "add c.jpg", "="),
        (film, "添加 c.jpg", "="),
    ]);
}
