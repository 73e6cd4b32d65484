//! What a studio that ended badly leaves behind, cleared away by the next one that starts.

use crate::language::Language;
use crate::studio::library::{Error, Library};
use crate::studio::media::remove_abandoned;

/// Ends abandoned renders, forgets old films, removes half files.
pub(super) async fn clear(library: &Library) -> Result<(), Error> {
    library.interrupt_abandoned_renders(interrupted).await?;
    library.expire_renders().await?;
    let incoming = library.folders().incoming();
    let swept = tokio::task::spawn_blocking(move || remove_abandoned(&incoming)).await;
    if let Ok(Err(error)) = swept {
        // They only cost space.
        tracing::warn!(%error, "half files could not be removed");
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
