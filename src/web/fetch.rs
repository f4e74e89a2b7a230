//! Reading a file of the site, with progress and with every fault told apart.

use std::{cell::Cell, rc::Rc};

use gloo::timers::callback::Timeout;
use js_sys::{Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    AbortController, ReadableStreamDefaultReader, RequestCache, RequestCredentials, RequestInit, RequestMode, Response,
};

use super::Address;

/// A silence this long ends the attempt, so that a fault is told within ten seconds.
const SILENCE_MILLIS: u32 = 8_000;

/// Why a file could not be read.
#[derive(Clone, Debug, PartialEq)]
pub enum FetchError {
    /// No connection, or the server refused it.
    Offline,
    /// The server answered with this status.
    Status(u16),
    /// Fewer bytes came than were announced.
    Truncated {
        /// Bytes that came.
        came: usize,
        /// Bytes announced; 0 where unknown.
        announced: usize,
    },
    /// Nothing came for [`SILENCE_MILLIS`].
    Timeout,
    /// More bytes than the limit.
    TooLarge,
    /// It was redirected to another origin.
    Foreign,
}

/// Ends the request after a silence.
struct Watch {
    abort: AbortController,
    expired: Rc<Cell<bool>>,
    timer: Option<Timeout>,
}

impl Watch {
    fn new() -> Option<Self> {
        let mut watch = Watch { abort: AbortController::new().ok()?, expired: Rc::default(), timer: None };
        watch.restart();
        Some(watch)
    }

    fn restart(&mut self) {
        let (abort, expired) = (self.abort.clone(), self.expired.clone());
        self.timer = Some(Timeout::new(SILENCE_MILLIS, move || {
            expired.set(true);
            abort.abort();
        }));
    }
}

/// Reads the file at `address`; `anew` does not take what an earlier attempt left behind. `progress` hears of bytes read
/// and bytes announced (0: unknown).
pub async fn fetch(
    address: &Address,
    limit: usize,
    anew: bool,
    mut progress: impl FnMut(usize, usize),
) -> Result<Vec<u8>, FetchError> {
    let mut watch = Watch::new().ok_or(FetchError::Offline)?;
    let response = respond(address, anew, &watch).await.map_err(|_| silence_or(&watch, FetchError::Offline))?;
    // The page's policy stops a redirect to another origin; where a host weakens the policy, this does.
    if response.redirected() && super::resolve(&response.url()).is_err() {
        watch.abort.abort();
        return Err(FetchError::Foreign);
    }
    if !response.ok() {
        return Err(FetchError::Status(response.status()));
    }
    // A compressed body is longer than its announced length; then only a broken stream tells of a loss.
    let header = |name: &str| response.headers().get(name).ok().flatten();
    let announced = match header("content-encoding") {
        Some(_) => 0,
        None => header("content-length").and_then(|length| length.parse().ok()).unwrap_or(0),
    };
    let Some(body) = response.body() else { return Ok(Vec::new()) };
    let reader: ReadableStreamDefaultReader = body.get_reader().unchecked_into();
    let mut bytes: Vec<u8> = Vec::with_capacity(announced.min(limit));
    loop {
        let lost = FetchError::Truncated { came: bytes.len(), announced };
        let step = JsFuture::from(reader.read()).await.map_err(|_| silence_or(&watch, lost))?;
        if field(&step, "done").is_truthy() {
            break;
        }
        let chunk: Uint8Array = field(&step, "value").unchecked_into();
        if bytes.len() + chunk.length() as usize > limit {
            watch.abort.abort();
            return Err(FetchError::TooLarge);
        }
        let start = bytes.len();
        bytes.resize(start + chunk.length() as usize, 0);
        chunk.copy_to(&mut bytes[start..]);
        watch.restart();
        progress(bytes.len(), announced);
    }
    if bytes.len() < announced {
        return Err(FetchError::Truncated { came: bytes.len(), announced });
    }
    Ok(bytes)
}

async fn respond(address: &Address, anew: bool, watch: &Watch) -> Result<Response, JsValue> {
    let options = RequestInit::new();
    options.set_signal(Some(&watch.abort.signal()));
    // The same mode as the preload in the page's head, which is wasted otherwise.
    options.set_mode(RequestMode::Cors);
    options.set_credentials(RequestCredentials::SameOrigin);
    if anew {
        // Else it would wait for the earlier request, which may never be answered.
        options.set_cache(RequestCache::Reload);
    }
    let window = gloo::utils::window();
    JsFuture::from(window.fetch_with_str_and_init(address.as_str(), &options)).await?.dyn_into()
}

fn silence_or(watch: &Watch, other: FetchError) -> FetchError {
    if watch.expired.get() { FetchError::Timeout } else { other }
}

fn field(object: &JsValue, name: &str) -> JsValue {
    Reflect::get(object, &name.into()).unwrap_or(JsValue::UNDEFINED)
}
