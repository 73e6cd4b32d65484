//! The sources of a film by the names that its draft uses.

use std::collections::HashMap;
use std::sync::Arc;

use crate::draft::{Generated, Segment};

use super::{Footage, background};

/// Every source that could be read. What is not here is missing or broken.
#[derive(Debug, Clone, Default)]
pub(in crate::studio::render) struct Library {
    by_name: HashMap<String, Arc<Footage>>,
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
}

impl FromIterator<Footage> for Library {
    fn from_iter<T: IntoIterator<Item = Footage>>(footage: T) -> Self {
        let named = footage.into_iter().map(|one| (one.name.clone(), Arc::new(one)));
        Self { by_name: named.collect() }
    }
}

/// The name under which a segment's source is looked up. A draft from elsewhere may give a path or
/// an address; files are known by the last part of it.
pub(in crate::studio::render) fn source_name(segment: &Segment) -> Option<&str> {
    let source = segment.source.as_deref()?;
    source.rsplit('/').next().filter(|name| !name.is_empty())
}
