//! Sentences as the agent says them, what is shown of them, and what is offered instead.

mod any_cut;
mod chinese;
mod english;
mod live;
mod paragraphs;
mod untouched;

use super::{Cleaned, GuiFilter, Offer};

/// What is said, what is shown, what is offered.
type Case = (&'static str, &'static str, &'static [&'static str]);

fn whole(answer: &str) -> Cleaned {
    let mut filter = GuiFilter::default();
    let mut cleaned = filter.push(answer);
    let rest = filter.finish();
    cleaned.text.push_str(&rest.text);
    cleaned.offers.extend(rest.offers);
    cleaned
}

fn pieces<'a>(pieces: impl Iterator<Item = &'a str>) -> Cleaned {
    let mut filter = GuiFilter::default();
    let mut all = Cleaned::default();
    let mut take = |cleaned: Cleaned| {
        all.text.push_str(&cleaned.text);
        all.offers.extend(cleaned.offers);
    };
    for piece in pieces {
        take(filter.push(piece));
    }
    take(filter.finish());
    all
}

/// Offers in short: `export`, or the sentence to send.
fn short(offers: &[Offer]) -> Vec<String> {
    let short = |offer: &Offer| match offer {
        Offer::Export => "export".to_owned(),
        Offer::Credits => "credits".to_owned(),
        Offer::Tracks => "tracks".to_owned(),
        Offer::Upload => "upload".to_owned(),
        Offer::Say(sentence) => format!("> {sentence}"),
    };
    offers.iter().map(short).collect()
}

fn check(cases: &[Case]) {
    let mut wrong = Vec::new();
    for (said, shown, offered) in cases {
        let cleaned = whole(said);
        let offers = short(&cleaned.offers);
        if cleaned.text != *shown || offers != *offered {
            wrong.push(format!(
                "said    {said:?}\nshown   {:?} {offers:?}\nwanted  {shown:?} {offered:?}\n",
                cleaned.text
            ));
        }
    }
    assert!(wrong.is_empty(), "{} of {}\n{}", wrong.len(), cases.len(), wrong.join("\n"));
}
