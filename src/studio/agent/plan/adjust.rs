//! Pictures otherwise by an amount: what each piece's effects become.

use super::super::operation::{Operation, Property, Set};
use super::super::request::{Adjust, Adjustment, Amount};
use super::stage::Stage;
use super::{Plan, Refusal, treat};
use crate::draft::Fx;

/// How large a picture may be made, in percent. Beyond it there is nothing left to see.
const LARGEST: i32 = 400;

/// The pieces meant, each from what it is like now; its other effects stay.
pub fn adjust(wanted: &Adjust, stage: &Stage) -> Result<Plan, Refusal> {
    let turns_otherwise = |degrees: i32| degrees.rem_euclid(90) != 0;
    if wanted.what == Adjustment::Turn
        && matches!(wanted.amount, Amount::By(degrees) | Amount::To(degrees) if turns_otherwise(degrees))
    {
        return Err(Refusal::OtherAngle);
    }
    let mut operations = Vec::new();
    for piece in treat::meant(&wanted.of, stage)? {
        let effects = adjusted(&piece.effects, wanted.what, wanted.amount);
        if effects != piece.effects {
            operations
                .push(Operation::Set(Set { id: piece.id, property: Property::Effects(effects) }));
        }
    }
    Ok(operations.into())
}

fn adjusted(effects: &[Fx], what: Adjustment, amount: Amount) -> Vec<Fx> {
    let name = match what {
        Adjustment::Tone(name) | Adjustment::Strength(name) => name,
        Adjustment::Turn => Fx::TURN,
        Adjustment::Zoom => Fx::ZOOM,
        Adjustment::Crop(_) => Fx::CROP,
    };
    let is_meant = |effect: &Fx| {
        effect.name == name
            || (matches!(what, Adjustment::Crop(_)) && effect.cropped_to().is_some())
    };
    // Without zooming the camera stands still as well.
    let still = what == Adjustment::Zoom && amount == Amount::Off;
    let moves = |effect: &Fx| ["zoom in", "zoom out"].contains(&effect.name.as_str());
    if still && effects.iter().any(moves) {
        let rest: Vec<Fx> = effects.iter().filter(|effect| !moves(effect)).cloned().collect();
        return adjusted(&rest, what, amount);
    }
    let place = effects.iter().position(is_meant);
    let was = place.and_then(|place| effects.get(place));
    let now = match (what, amount) {
        (_, Amount::Off) => None,
        (Adjustment::Crop(shape), _) => shape.map(|(width, height)| Fx::crop(width, height)),
        (_, amount) => by(what, name, value(what, was, amount)),
    };
    let mut effects = effects.to_vec();
    match (place, now) {
        (Some(place), Some(now)) => effects[place] = now,
        (None, Some(now)) => effects.push(now),
        (Some(place), None) => drop(effects.remove(place)),
        (None, None) => {}
    }
    effects
}

fn value(what: Adjustment, was: Option<&Fx>, amount: Amount) -> i32 {
    let usual = match what {
        Adjustment::Zoom => 100,
        Adjustment::Strength(_) if was.is_some() => 50,
        _ => 0,
    };
    let now = was.and_then(|effect| effect.amount).unwrap_or(usual);
    match amount {
        Amount::By(more) => now.saturating_add(more),
        Amount::To(amount) => amount,
        Amount::Off => usual,
    }
}

/// The effect of that amount, within what can be done; none where it would do nothing.
fn by(what: Adjustment, name: &str, amount: i32) -> Option<Fx> {
    let (amount, nothing) = match what {
        Adjustment::Tone(_) => (amount.clamp(-100, 100), 0),
        Adjustment::Strength(_) => (amount.clamp(0, 100), 0),
        Adjustment::Turn => (amount.rem_euclid(360), 0),
        Adjustment::Zoom => (amount.clamp(100, LARGEST), 100),
        Adjustment::Crop(_) => return None,
    };
    (amount != nothing).then(|| Fx::by(name, amount))
}
