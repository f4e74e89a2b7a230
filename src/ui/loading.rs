//! From the address of a briefing to the loaded data, in slices that leave the page time to breathe.

use yew::prelude::*;

use super::{failure::Failure, original::Original, store::Data};
use crate::{bundle::DATA_ID, i18n::Words, load::Loader, query::Index, web};

/// Largest document read on the page's own thread.
const MAX_BYTES: usize = 64 * 1024 * 1024;
/// Items decoded in one slice: a few milliseconds of work.
const SLICE_ITEMS: usize = 2_000;

/// How far reading is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Stage {
    /// Nothing has come yet.
    Asking,
    /// Bytes come: so many, of so many (0: unknown).
    Reading(usize, usize),
    /// Items are checked: so many, of so many.
    Checking(usize, usize),
}

impl Stage {
    /// What the reader sees meanwhile.
    pub fn view(self, words: &Words) -> Html {
        let (key, done) = match self {
            Stage::Asking | Stage::Reading(_, 0) => ("loading", None),
            Stage::Reading(came, announced) => ("loading", Some((came, announced))),
            Stage::Checking(done, total) => ("checking", Some((done, total.max(1)))),
        };
        let value = done.map(|(done, _)| done.to_string());
        let max = done.map(|(_, total)| total.to_string());
        html! {
            <main class="loading">
                <p>{words.text(key)}</p>
                <progress {value} {max} aria-label={words.text(key)} />
            </main>
        }
    }
}

/// Reads, checks and indexes the briefing at `address`, which may be relative to the page; without one, that of the page. `anew`: when
/// trying again.
pub async fn read_briefing(
    address: Option<&str>,
    anew: bool,
    progress: impl Fn(Stage) + Clone + 'static,
) -> Result<Data, Failure> {
    let (bytes, from) = match web::inside_data().filter(|_| address.is_none()) {
        Some(data) => (data.into_bytes(), format!("#{DATA_ID}")),
        None => {
            let address = address.unwrap_or("briefing.json");
            let resolved = web::resolve(address).map_err(|_| Failure::foreign(address))?;
            let tell = progress.clone();
            let told = move |came, announced| tell(Stage::Reading(came, announced));
            let bytes = web::fetch(&resolved, MAX_BYTES, anew, told).await;
            (bytes.map_err(|error| Failure::from_fetch(&error, resolved.as_str()))?, resolved.as_str().to_owned())
        }
    };
    let failed = |error| Failure::from_load(&error, &from);
    let mut loader = Loader::new(&bytes).map_err(failed)?;
    loop {
        let step = loader.step(SLICE_ITEMS);
        if step.done >= step.total {
            break;
        }
        progress(Stage::Checking(step.done, step.total));
        web::next_frame().await;
    }
    let loaded = loader.finish();
    let index = Index::new(&loaded.briefing);
    Ok(Data { briefing: loaded.briefing, index, report: loaded.report.into(), original: Original::new(bytes).into() })
}
