//! Before an export: server paths in the draft become public addresses, and nothing else changes.

use std::collections::HashMap;

use serde_json::Value;

use super::wire::upload::UploadedFile;

/// Where the cloud keeps files on its own disks.
const SERVER_PATH: &str = "/mnt/userdata/";

/// The draft with every media address that is a server path replaced by the public address of the
/// file of that name, where there is one.
#[must_use]
pub fn with_public_addresses(draft: &Value, media: &[UploadedFile]) -> Value {
    let public = media.iter().filter(|file| !file.cdn_url.is_empty());
    let addresses: HashMap<&str, &str> =
        public.map(|file| (file_name(&file.filename), file.cdn_url.as_str())).collect();
    let mut draft = draft.clone();
    replace(&mut draft, &addresses);
    draft
}

fn replace(value: &mut Value, addresses: &HashMap<&str, &str>) {
    match value {
        Value::String(text) if text.starts_with(SERVER_PATH) => {
            if let Some(address) = addresses.get(file_name(text)) {
                *text = (*address).to_owned();
            }
        }
        Value::Array(items) => items.iter_mut().for_each(|item| replace(item, addresses)),
        Value::Object(map) => map.values_mut().for_each(|item| replace(item, addresses)),
        _ => {}
    }
}

fn file_name(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::api::answers;

    #[test]
    fn only_server_paths_of_known_files_change() {
        let media = answers::files(Some(
            &serde_json::from_str(
                r#"[{"filename":"a.mp4","cdn_url":"https://cdn.example/1/a.mp4"}]"#,
            )
            .expect("JSON"),
        ));
        let text = r#"{"v":1.50,"t":[{"u":"/mnt/userdata/x/a.mp4","w":"/mnt/userdata/b.mp4","m":{"text":"see /mnt/userdata/a.mp4"},"src":"a.mp4"}]}"#;
        let draft = serde_json::from_str(text).expect("JSON");
        assert_eq!(
            with_public_addresses(&draft, &media).to_string(),
            text.replace("/mnt/userdata/x/a.mp4", "https://cdn.example/1/a.mp4")
        );
    }
}
