//! Answers of several sentences, lists and headings: what is left reads as if nothing had been there.

use super::{Case, check};

pub(super) const CASES: &[Case] = &[
    (
        "Made a 30 s film.\n\nClick Export to save it.\n\nTell me what to change.",
        "Made a 30 s film.\n\nTell me what to change.",
        &["export"],
    ),
    ("Made a 30 s film. Click Export.\n\nEnjoy!", "Made a 30 s film.\n\nEnjoy!", &["export"]),
    ("Click Export.\n\nMade a 30 s film. ", "Made a 30 s film. ", &["export"]),
    (
        "Made it.\n- 6 pictures\n- Click **Export** to save it\n- calm music\n",
        "Made it.\n- 6 pictures\n- calm music\n",
        &["export"],
    ),
    (
        "Made it.\n\n1. Open the Text panel\n2. I set the title to 3 s\n3. Click Export\n4. The music is calm",
        "Made it.\n\n1. I set the title to 3 s\n2. The music is calm",
        &["tracks", "export"],
    ),
    (
        "I added the title.\n\nNext steps:\n- Click Export to download\n- Drag the title to 3 s\n\nEnjoy your film!",
        "I added the title.\n\nEnjoy your film!",
        &["export", "> move the title to 3 s"],
    ),
    (
        "I added the title.\n\n**Next steps:**\n- Click Export to download\n- Tell me what to change",
        "I added the title.\n\n**Next steps:**\n- Tell me what to change",
        &["export"],
    ),
    ("To export:\nClick the Export button.", "", &["export"]),
    (
        "- **Export:** Click the Export button\n- **Music:** calm, 35%",
        "- **Music:** calm, 35%",
        &["export"],
    ),
    (
        "片子做好了。\n\n接下来：\n1. 点击导出按钮\n2. 把标题拖到3秒处\n\n有问题随时告诉我。",
        "片子做好了。\n\n有问题随时告诉我。",
        &["export", "> 把标题移到3秒处"],
    ),
    ("> Click Export\n\nDone.", "Done.", &["export"]),
    (
        "Run this:\n```sh\nclick Export\n```\nClick Export.",
        "Run this:\n```sh\nclick Export\n```",
        &["export"],
    ),
    (
        "The title now says \"Golden Hour.\" You can drag it to 3 s.",
        "The title now says \"Golden Hour.\"",
        &["> move it to 3 s"],
    ),
];

#[test]
fn what_is_left_reads_as_if_nothing_had_been_there() {
    check(CASES);
}
