//! The sources of a film by the names that its draft uses.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use crate::draft::{Generated, Segment};

use super::{Footage, background};

/// Every source that could be read. What is not here is missing or broken.
#[derive(Debug, Clone, Default)]
pub(in crate::studio::render) struct Library {
    by_name: HashMap<String, Arc<Footage>>,
    /// Of which only the picture is used, because their sound is broken.
    silenced: HashSet<String>,
}

impl Library {
    /// What a segment shows; none when it names nothing or nothing readable.
    pub(in crate::studio::render) fn footage(&self, segment: &Segment) -> Option<Arc<Footage>> {
        if let Some(colours) = segment.generated.as_ref().and_then(Generated::colours) {
            return self.by_name.get(&background::name(colours)).cloned();
        }
        self.by_name.get(source_name(segment)?).cloned()
    }

    /// The source of a name.
    pub(in crate::studio::render) fn named(&self, name: &str) -> Option<&Footage> {
        self.by_name.get(name).map(Arc::as_ref)
    }

    /// Takes a source out that has turned out to be broken.
    pub(in crate::studio::render) fn remove(&mut self, name: &str) {
        self.by_name.remove(name);
    }

    /// Leaves out the sound of a source, which has turned out to be broken.
    pub(in crate::studio::render) fn silence(&mut self, name: &str) {
        if let Some(footage) = self.by_name.get_mut(name) {
            *footage = Arc::new(Footage { sound: None, ..Footage::clone(footage) });
            self.silenced.insert(name.to_owned());
        }
    }

    /// Whether the sound of a source was left out.
    pub(in crate::studio::render) fn is_silenced(&self, name: &str) -> bool {
        self.silenced.contains(name)
    }
}

impl FromIterator<Footage> for Library {
    fn from_iter<T: IntoIterator<Item = Footage>>(footage: T) -> Self {
        let named = footage.into_iter().map(|one| (one.name.clone(), Arc::new(one)));
        Self { by_name: named.collect(), silenced: HashSet::new() }
    }
}

/// The name under which a segment's source is looked up. A draft from elsewhere may give a path or
/// an address; files are known by the last part of it.
pub(in crate::studio::render) fn source_name(segment: &Segment) -> Option<&str> {
    let source = segment.source.as_deref()?;
    source.rsplit('/').next().filter(|name| !name.is_empty())
}
