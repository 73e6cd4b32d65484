//! A file's content as a short word: SHA-256, as the contract's `hash` where a server tells one.

use std::io;
use std::path::Path;

use sha2::{Digest, Sha256};
use tokio::io::AsyncReadExt;

/// Read at a time: large enough to be quick, small enough to be stopped at once.
const PIECE: usize = 256 * 1024;

/// The fingerprint of a file, in hexadecimal.
pub(super) async fn of(path: &Path) -> io::Result<String> {
    let mut file = tokio::fs::File::open(path).await?;
    let mut digest = Sha256::new();
    let mut piece = vec![0; PIECE];
    loop {
        match file.read(&mut piece).await? {
            0 => break,
            read => digest.update(&piece[..read]),
        }
    }
    Ok(digest.finalize().iter().map(|byte| format!("{byte:02x}")).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn the_same_content_has_the_same_fingerprint() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("a");
        std::fs::write(&path, "abc").expect("written");
        let known = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        assert_eq!(of(&path).await.expect("read"), known);
        std::fs::write(&path, vec![1; PIECE + 1]).expect("written");
        assert_ne!(of(&path).await.expect("read"), known);
        assert!(of(&folder.path().join("gone")).await.is_err());
    }
}
