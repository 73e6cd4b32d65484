//! Finding out which sources made a render fail, and going on without them.

use std::time::Duration;

use crate::studio::render::diagnose::decodes;
use crate::studio::render::footage::{Footage, Library};
use crate::studio::render::plan::{Caption, Content, RenderPlan, Voice};

/// Takes out what the plan uses and ffmpeg cannot decode: a source whose picture is broken, or only its
/// sound, where that alone is. False when nothing is to blame.
pub(super) async fn remove_broken(
    library: &mut Library,
    plan: &RenderPlan,
    patience: Duration,
) -> bool {
    let mut found = false;
    for (footage, is_heard) in used(plan) {
        let picture = footage.picture.map(|picture| picture.stream);
        if let Some(stream) = picture
            && !decodes(footage, stream, patience).await
        {
            library.remove(&footage.name);
            found = true;
            continue;
        }
        let sound = footage.sound.filter(|_| is_heard || picture.is_none());
        if let Some(sound) = sound
            && !decodes(footage, sound.stream, patience).await
        {
            match picture {
                Some(_) => library.silence(&footage.name),
                None => library.remove(&footage.name),
            }
            found = true;
        }
    }
    found
}

/// Whether nothing can be decoded of the sound of a source that is heard.
pub(super) async fn has_broken_sound(plan: &RenderPlan, patience: Duration) -> bool {
    for (footage, is_heard) in used(plan) {
        if let Some(sound) = footage.sound.filter(|_| is_heard)
            && !decodes(footage, sound.stream, patience).await
        {
            return true;
        }
    }
    false
}

/// Whether a file that the plan reads is not there any more.
pub(super) fn is_gone(plan: &RenderPlan) -> bool {
    used(plan).iter().any(|(footage, _)| !footage.path.exists())
}

/// Each source that is seen or heard, once, and whether it is heard.
fn used(plan: &RenderPlan) -> Vec<(&Footage, bool)> {
    let takes = plan.shots.iter().filter_map(|shot| match &shot.content {
        Content::Take(take) => Some(&*take.footage),
        Content::Black | Content::Placeholder(_) => None,
    });
    let over = plan.captions.iter().flat_map(Caption::footage);
    let heard = plan.cues.iter().filter_map(|cue| match &cue.voice {
        Voice::Footage(footage) => Some(&**footage),
        Voice::Music(_) => None,
    });
    let seen = takes.chain(over).map(|footage| (footage, false));
    let mut used: Vec<_> = heard.map(|footage| (footage, true)).chain(seen).collect();
    // What is heard stands before what is only seen, and stays.
    used.sort_by(|one, other| one.0.name.cmp(&other.0.name));
    used.dedup_by(|one, other| one.0.name == other.0.name);
    used
}
