//! Instructions in English.

use super::{Case, check};

pub(super) const CASES: &[Case] = &[
    // Click.
    ("Click the Export button to save your video.", "", &["export"]),
    ("Your film is ready. Click Export to download it.", "Your film is ready.", &["export"]),
    ("I added a title, and you can click Export to save it.", "I added a title.", &["export"]),
    (
        "I added a title; click the **Export** button when you're happy.",
        "I added a title.",
        &["export"],
    ),
    (
        "Click \"Export\" in the top right corner. I set the music to 35%.",
        "I set the music to 35%.",
        &["export"],
    ),
    ("When you're ready, click Export.", "", &["export"]),
    ("If you'd like to save it, click on the Download button.", "", &["export"]),
    ("To export the film, click the export icon at the top right.", "", &["export"]),
    ("Click Export, and let me know what you think.", "Let me know what you think.", &["export"]),
    ("Click Export or tell me what to change.", "Tell me what to change.", &["export"]),
    ("Tell me what to change, or click Export to save it.", "Tell me what to change.", &["export"]),
    (
        "You can now simply press the Play button. The music starts at 2 s.",
        "The music starts at 2 s.",
        &["tracks"],
    ),
    ("Press Play to watch it.", "", &["tracks"]),
    ("Hit Export when you are done!", "", &["export"]),
    ("Tap the gear icon to change the resolution.", "", &[]),
    ("Right-click the clip and select Delete from the menu.", "", &[]),
    ("Just click on the second clip. It is 5 s long now.", "It is 5 s long now.", &[]),
    ("Click Undo to take it back.", "", &["> undo"]),
    (
        "The title is in. Then click the Upload button to add more files.",
        "The title is in.",
        &["upload"],
    ),
    ("Your video is ready: click Export to save it.", "Your video is ready.", &["export"]),
    ("Your video is ready – click Export to save it.", "Your video is ready.", &["export"]),
    ("All done! (Click Export to save it.)", "All done!", &["export"]),
    ("The film is 30 s long (click Export to save it).", "The film is 30 s long.", &["export"]),
    ("Click Export, choose MP4, and press Download.", "", &["export"]),
    ("Tip: click the Text tab to change the font.", "", &[]),
    ("All you need to do is click Export.", "", &["export"]),
    ("Feel free to click the Export button. Enjoy your film!", "Enjoy your film!", &["export"]),
    // The Export button.
    ("The Export button is in the top right corner.", "", &["export"]),
    ("You'll find the Export button at the top right.", "", &["export"]),
    (
        "Use the Export button to download your film. It has no watermark.",
        "It has no watermark.",
        &["export"],
    ),
    ("You can save the film with the Export button.", "You can save the film.", &["export"]),
    ("You can download it by clicking the Export button.", "You can download it.", &["export"]),
    (
        "The film can be downloaded using the Download button in the toolbar.",
        "The film can be downloaded.",
        &["export"],
    ),
    // Open.
    (
        "Open the Text panel to see the title I mean.",
        "Open the Text panel to see the title I mean.",
        &[],
    ),
    ("Open the Text panel to edit the title.", "", &["tracks"]),
    (
        "The title is set. You can open the Media panel to see all files.",
        "The title is set.",
        &["tracks"],
    ),
    (
        "Go to the Audio tab and lower the music to 20%.",
        "",
        &["tracks", "> lower the music to 20%"],
    ),
    ("Open the File menu and choose Export.", "", &["tracks"]),
    ("Navigate to Settings > Billing to top up.", "", &["credits"]),
    ("Open the Export menu.", "", &["export"]),
    (
        "I trimmed the second clip, but if you want it longer, open the Clip inspector.",
        "I trimmed the second clip.",
        &["tracks"],
    ),
    // Drag, move.
    ("Drag the title to 3 s.", "", &["> move the title to 3 s"]),
    (
        "The music now fades out. You can drag the title to 3 s on the timeline.",
        "The music now fades out.",
        &["> move the title to 3 s"],
    ),
    ("Drag the title on the timeline to 3 s if you like.", "", &["> move the title to 3 s"]),
    (
        "You can drag it to the start of the film, or tell me where it should go.",
        "Tell me where it should go.",
        &["> move it to the start of the film"],
    ),
    ("Drag and drop clips on the timeline to reorder them.", "", &["> reorder clips"]),
    ("Drag the handles to trim the clip to 5 s.", "", &["> trim the clip to 5 s"]),
    ("Drag the volume slider to 50%.", "", &["> set the volume to 50%"]),
    ("Drag beach.jpg onto the timeline.", "Drag beach.jpg onto the timeline.", &[]),
    ("Drag the logo onto the timeline.", "", &["> add the logo to the timeline"]),
    ("Drag your files into the media panel.", "", &["upload"]),
    ("Move the clip to 5 s in the timeline.", "", &["> move the clip to 5 s"]),
    ("You can move the title to the end.", "", &["> move the title to the end"]),
    (
        "Title added from 0 to 3 s; please move the logo to the left.",
        "Title added from 0 to 3 s.",
        &["> move the logo to the left"],
    ),
    (
        "I moved the title to 3 s, and you can drag it if you'd like.",
        "I moved the title to 3 s.",
        &[],
    ),
    ("You can change its start by dragging it on the timeline.", "You can change its start.", &[]),
    (
        "Drag the title to 3 s, the logo to 5 s and the music to 0 s.",
        "",
        &["> move the title to 3 s"],
    ),
    ("Slide the playhead along the timeline to 4 s.", "", &[]),
    // Preview.
    ("You can preview it in the timeline.", "", &["tracks"]),
    (
        "Preview the result in the player, then tell me what to change.",
        "Tell me what to change.",
        &["tracks"],
    ),
    (
        "The crossfades are in place. Watch it in the preview window.",
        "The crossfades are in place.",
        &["tracks"],
    ),
    ("Play it back in the player on the right!", "", &["tracks"]),
    ("Check the timeline panel. I put the logo at 8 s.", "I put the logo at 8 s.", &["tracks"]),
    // Account.
    (
        "You have 20 credits left. Check your account for details.",
        "You have 20 credits left.",
        &["credits"],
    ),
    ("Please check your billing page.", "", &["credits"]),
    ("You can see your credit balance in your account settings.", "", &["credits"]),
    ("Log in to your account to top up.", "", &["credits"]),
    ("I've made it. Please check the timeline to see the result!", "I've made it.", &["tracks"]),
    (
        "Select the text layer, then use the properties panel on the right to change the color.",
        "",
        &[],
    ),
    (
        "Feel free to adjust the volume using the slider in the audio panel.",
        "Feel free to adjust the volume.",
        &[],
    ),
    (
        "You can preview the video in the player above and make further adjustments by dragging clips on the timeline.",
        "",
        &["tracks"],
    ),
    ("✅ Title added! 🎬 Click Export to save.", "✅ Title added!", &["export"]),
    ("Scroll down in the Media panel to find your files.", "", &[]),
    (
        "Please upload your images first by dragging them into the chat.",
        "Please upload your images first.",
        &["upload"],
    ),
    (
        "Your video has been created! You can preview it in the player, drag clips to reorder, and click \"Export\" to download.",
        "Your video has been created!",
        &["tracks", "> reorder clips", "export"],
    ),
    // Several in one answer: each offer once.
    ("Click Export. Or press the Export button. Then click Export!", "", &["export"]),
    ("Drag the title to 3 s. Click Export.", "", &["> move the title to 3 s", "export"]),
    (
        "You can also click Export, or you can also tell me what to add.",
        "You can tell me what to add.",
        &["export"],
    ),
];

#[test]
fn instructions_go_and_what_was_made_stays() {
    check(CASES);
}
