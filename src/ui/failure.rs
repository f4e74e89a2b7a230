//! When the page cannot show the briefing: one alert that says what is wrong, where, and what can be done.

use yew::prelude::*;

use crate::{
    i18n::{Value, Words},
    load::{LoadError, Place},
    web::FetchError,
};

/// Why the page cannot show the briefing.
#[derive(Clone, Debug, PartialEq)]
pub struct Failure {
    /// Stable code, shown to machines.
    pub code: &'static str,
    /// Values for its sentence.
    pub values: Vec<(&'static str, String)>,
    /// The address that was read.
    pub address: String,
    /// Where in it, if known.
    pub place: Option<Place>,
    /// Whether trying again may help.
    pub retry: bool,
}

impl Failure {
    /// The failure of reading the file at `address`.
    pub fn from_fetch(error: &FetchError, address: &str) -> Self {
        let (code, values, retry) = match error {
            FetchError::Offline => ("NET_OFFLINE", vec![], true),
            FetchError::Status(status) => ("NET_STATUS", vec![("status", status.to_string())], true),
            FetchError::Truncated { came, announced } => {
                ("NET_TRUNCATED", vec![("came", came.to_string()), ("announced", announced.to_string())], true)
            }
            FetchError::Timeout => ("NET_TIMEOUT", vec![], true),
            FetchError::TooLarge => ("DATA_LIMIT", vec![], false),
            FetchError::Foreign => ("DATA_ORIGIN", vec![], false),
        };
        Failure { code, values, address: address.to_owned(), place: None, retry }
    }

    /// The failure of understanding what was read from `address`.
    pub fn from_load(error: &LoadError, address: &str) -> Self {
        let values = error.args.iter().map(|(name, value)| (*name, value.clone())).collect();
        // A file may have been mended since.
        Failure { code: error.code.name(), values, address: address.to_owned(), place: error.place, retry: true }
    }

    /// The refusal of an address of another origin.
    pub fn foreign(address: &str) -> Self {
        Failure { code: "DATA_ORIGIN", values: vec![], address: address.to_owned(), place: None, retry: false }
    }
}

/// What is wrong and what can be done, for failures that the words of the page tell: those of the network.
pub fn told_by_page(failure: &Failure, words: &Words) -> Option<(String, String)> {
    let key = failure.code.to_ascii_lowercase().replace('_', "-");
    let values: Vec<_> = failure.values.iter().map(|(name, value)| (*name, Value::from(value.as_str()))).collect();
    words.has(&key).then(|| (words.text_with(&key, &values), words.text_with(&format!("{key}.remedy"), &values)))
}

/// The alert. `said`: what is wrong and what can be done.
pub fn failure_alert(failure: &Failure, said: (String, String), words: &Words, on_retry: Callback<()>) -> Html {
    let place = failure.place.map(|place| {
        words.text_with(
            "at-place",
            &[("line", place.line.to_string().into()), ("column", place.column.to_string().into())],
        )
    });
    let retry = on_retry.reform(|_| ());
    html! {
        <section role="alert" class="failure" data-error-code={failure.code}>
            <h1>{words.text("failure-title")}</h1>
            <p>{said.0}</p>
            <p>{said.1}</p>
            <p class="place"><code>{failure.address.clone()}</code>{" "}{ for place }</p>
            <p class="muted">{words.text_with("failure-code", &[("code", failure.code.into())])}</p>
            if failure.retry {
                <button data-control="retry" onclick={retry}>{words.text("retry")}</button>
            }
        </section>
    }
}
