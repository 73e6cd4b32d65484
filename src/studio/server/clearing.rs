//! What a studio that ended badly leaves behind, cleared away by the next one that starts.

use std::path::Path;
use std::time::{Duration, SystemTime};

use crate::language::Language;
use crate::studio::library::{Error, Library};

/// Nothing arrives for this long; younger pieces may be another studio's.
const ARRIVING_AT_MOST: Duration = Duration::from_secs(24 * 60 * 60);

/// Ends abandoned renders, forgets old films, removes half files.
pub(super) async fn clear(library: &Library) -> Result<(), Error> {
    library.fail_abandoned_renders(interrupted).await?;
    library.expire_renders().await?;
    let incoming = library.folders().incoming();
    let swept = tokio::task::spawn_blocking(move || sweep(&incoming)).await;
    if let Ok(Err(error)) = swept {
        // They only cost space.
        tracing::warn!(%error, "half files could not be removed");
    }
    Ok(())
}

fn sweep(incoming: &Path) -> std::io::Result<()> {
    for entry in std::fs::read_dir(incoming)? {
        let entry = entry?;
        let age = SystemTime::now().duration_since(entry.metadata()?.modified()?);
        if age.is_ok_and(|age| age > ARRIVING_AT_MOST) {
            std::fs::remove_file(entry.path())?;
        }
    }
    Ok(())
}

/// What is said of a render whose studio has ended.
pub(super) fn interrupted(language: Language) -> String {
    let sentence = match language {
        Language::English => "The program ended before the film was finished; export it again.",
        Language::Chinese => "影片完成之前程序已退出，请重新导出。",
    };
    sentence.to_owned()
}
