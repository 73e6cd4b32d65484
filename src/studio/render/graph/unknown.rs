//! What a draft asks for by a name that is not known here, so that it is said and not passed over.

use crate::draft::Fx;
use crate::studio::render::Warning;
use crate::studio::render::moves::Camera;
use crate::studio::render::plan::{Content, Crossing, Handover, RenderPlan};

use super::{crossings, cut_out, effects};

/// Each such name once: transitions that are crossfades instead, and effects that are left out.
pub(in crate::studio::render) fn unknown(plan: &RenderPlan) -> Vec<Warning> {
    let mut found: Vec<Warning> = Vec::new();
    let mut tell = |warning: Warning| {
        if !found.contains(&warning) {
            found.push(warning);
        }
    };
    for shot in &plan.shots {
        let crossing = shot.crossing.as_ref().map(|crossing| &crossing.kind);
        if let Some(kind) = crossing.filter(|kind| !crossings::is_known(kind)) {
            tell(Warning::UnknownTransition(kind.0.clone()));
        }
        if let Content::Take(take) = &shot.content {
            unknown_effects(&take.effects).for_each(&mut tell);
        }
    }
    for overlay in plan.captions.iter().filter_map(|caption| caption.inset.as_ref()) {
        if let Some(Handover::From(Crossing { kind, .. }, _)) = &overlay.handover
            && !crossings::is_known(kind)
        {
            tell(Warning::UnknownTransition(kind.0.clone()));
        }
        unknown_effects(&overlay.effects).for_each(&mut tell);
    }
    found
}

fn unknown_effects(effects: &[Fx]) -> impl Iterator<Item = Warning> {
    let unknown = effects.iter().filter(|effect| !is_known(effect));
    unknown.map(|effect| Warning::UnknownEffect(effect.name.clone()))
}

fn is_known(effect: &Fx) -> bool {
    effects::filter(effect).is_some()
        || effect.is_freeze()
        || cut_out::is_known(effect)
        || Camera::of(std::slice::from_ref(effect)).is_some()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::studio::render::plan::tests::planned;

    #[test]
    fn names_that_nobody_knows_are_told_once_each() {
        let plan = planned(&json!([{"tt": 0, "sg": [
            {"src": "a.jpg", "d": 1000, "fx": ["grayscale", "sparkle", "zoom in", {"k": "turn", "a": 90}]},
            {"src": "b.jpg", "d": 1000, "tr": {"k": "star wipe", "d": 300}, "fx": ["sparkle"]},
            {"src": "c.jpg", "d": 1000, "tr": {"k": "crossfade", "d": 300}},
            {"src": "a.jpg", "d": 1000, "tr": {"k": "star wipe", "d": 300}}]}]));
        let told = unknown(&plan);
        let wanted = [
            Warning::UnknownEffect("sparkle".into()),
            Warning::UnknownTransition("star wipe".into()),
        ];
        assert!(wanted.iter().all(|warning| told.contains(warning)), "{told:?}");
        assert_eq!(told.len(), 2, "{told:?}");
    }
}
