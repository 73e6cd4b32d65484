//! The filters that the installed ffmpeg has.
//!
//! Listing them takes ffmpeg as long as starting does, before the first picture of a render is made. So the list is
//! kept in the cache, for this ffmpeg by its path, size and time, and asked for once.

use std::collections::BTreeSet;
use std::path::Path;

use serde::{Deserialize, Serialize};
use tokio::sync::OnceCell;

use super::capabilities::{answer, names};
use super::filters::TONES;
use super::{Error, Tool, kept};

/// The list of one ffmpeg.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Kept {
    ffmpeg: String,
    filters: BTreeSet<String>,
}

static KNOWN: OnceCell<BTreeSet<String>> = OnceCell::const_new();

/// Learns the list from a folder where it is kept, or asks for it and keeps it there. What cannot be asked
/// is asked again by whoever needs it.
pub(crate) async fn know_filters(folder: &Path) {
    let known = KNOWN.get_or_try_init(|| async {
        let ffmpeg = Tool::Ffmpeg.identity();
        let path = folder.join("filters.json");
        if let Some(filters) = read(&path, &ffmpeg) {
            return Ok(filters);
        }
        let asked = Kept { ffmpeg, filters: ask().await? };
        if let Err(error) = kept::write(&path, &asked) {
            tracing::debug!(%error, "the list of filters was not kept");
        }
        Ok::<_, Error>(asked.filters)
    });
    if let Err(error) = known.await {
        tracing::debug!(%error, "the filters are not known");
    }
}

/// Whether it can map bright pictures to what screens show. Few films need it, so it is asked for the
/// first of them.
pub(crate) async fn maps_tones() -> bool {
    matches!(lacking(&TONES).await, Ok(None))
}

/// Whether it can scale by zimg.
pub(crate) async fn has_zimg() -> bool {
    matches!(lacking(&["zscale"]).await, Ok(None))
}

/// The first of these filters that it lacks.
///
/// # Errors
/// [`Error::Lacks`]; none where it cannot be asked, which the run itself will tell.
pub(crate) async fn has_filters(wanted: &BTreeSet<String>) -> Result<(), Error> {
    let wanted: Vec<&str> = wanted.iter().map(String::as_str).collect();
    match lacking(&wanted).await {
        Ok(Some(name)) => Err(Error::Lacks(format!("filter {name}"))),
        Ok(None) | Err(_) => Ok(()),
    }
}

/// The first of some filters that it lacks. A library of filters may have been installed beside the same
/// program since the list was kept, so that what is not in it is asked for once more.
async fn lacking(wanted: &[&str]) -> Result<Option<String>, Error> {
    if first_missing(wanted, filters().await?).is_none() {
        return Ok(None);
    }
    Ok(first_missing(wanted, &ask().await?).map(str::to_owned))
}

fn first_missing<'a>(wanted: &[&'a str], known: &BTreeSet<String>) -> Option<&'a str> {
    wanted.iter().copied().find(|name| !known.contains(*name))
}

async fn filters() -> Result<&'static BTreeSet<String>, Error> {
    KNOWN.get_or_try_init(ask).await
}

async fn ask() -> Result<BTreeSet<String>, Error> {
    Ok(names(&answer("-filters").await?).map(str::to_owned).collect())
}

fn read(path: &Path, ffmpeg: &str) -> Option<BTreeSet<String>> {
    let kept: Kept = serde_json::from_slice(&std::fs::read(path).ok()?).ok()?;
    (!ffmpeg.is_empty() && kept.ffmpeg == ffmpeg).then_some(kept.filters)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_of_another_ffmpeg_or_a_damaged_one_is_not_taken() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("below").join("filters.json");
        let filters: BTreeSet<String> = ["fade".to_owned()].into();
        kept::write(&path, &Kept { ffmpeg: "one".into(), filters: filters.clone() }).expect("kept");
        assert_eq!(read(&path, "one"), Some(filters));
        assert_eq!(read(&path, "another"), None);
        std::fs::write(&path, "{\"ffmpeg\": \"one\"").expect("damaged");
        assert_eq!(read(&path, "one"), None);
    }

    #[tokio::test]
    async fn a_filter_that_is_not_there_is_named() {
        let wanted = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect();
        assert!(has_filters(&wanted(&["scale", "xfade"])).await.is_ok());
        let refused = has_filters(&wanted(&["scale", "nosuch"])).await.expect_err("not there");
        assert_eq!(refused.lacks().as_deref(), Some("filter nosuch"));
    }

    #[tokio::test]
    async fn the_installed_ffmpeg_lists_what_films_are_made_with() {
        let listed = ask().await.expect("ffmpeg is installed");
        assert!(["fade", "overlay", "xfade"].iter().all(|name| listed.contains(*name)));
    }
}
