//! Reading the words of a briefing for searches, in slices that leave the page time to breathe.

use std::{future::Future, pin::Pin, rc::Rc};

use crate::{
    query::search::{Builder, SearchIndex},
    state::ViewState,
    web,
};

use super::Seen;

/// Items read in one slice: a few milliseconds of work.
const SLICE_ITEMS: usize = 200;

/// The reading of all words.
pub type Reading = Pin<Box<dyn Future<Output = Rc<SearchIndex>>>>;

/// Reads the words of all items; `None` where nothing is sought or they are read already.
pub fn index(seen: &Seen, state: &ViewState) -> Option<Reading> {
    if seen.index.is_some() || state.search.is_empty() {
        return None;
    }
    let data = seen.whole.clone();
    Some(Box::pin(async move {
        let mut builder = Builder::new(&data.briefing);
        while !builder.step(&data.briefing, &data.index, SLICE_ITEMS) {
            web::next_task().await;
        }
        Rc::new(builder.finish())
    }))
}
