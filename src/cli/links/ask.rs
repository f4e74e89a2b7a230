//! Asking servers, politely: one request at a time and a pause for each host, a few hosts at once.

use std::{collections::BTreeMap, sync::Mutex, time::Duration};

use ureq::{
    Agent, Error,
    http::{Response, StatusCode, header::LOCATION},
    unversioned::transport::DefaultConnector,
};

use super::reach::{Guarded, PRIVATE, is_plainly_private};

/// How servers are asked.
#[derive(Clone, Copy, Debug)]
pub struct Manners {
    /// After that, an answer is not waited for.
    pub patience: Duration,
    /// Between two requests to one host.
    pub pause: Duration,
    /// Whether this machine and private networks may be asked.
    pub is_local: bool,
}

/// So many hosts are asked at once.
const HOSTS_AT_ONCE: usize = 4;
/// So many redirects are followed.
const MOST_REDIRECTS: usize = 10;

/// What became of a link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum State {
    Reachable,
    /// It has moved for good, to there.
    Moved(String),
    /// The server says that it is no more, with this status.
    Gone(u16),
    /// Nothing was found out, and why.
    Unchecked(String),
}

/// A link and what became of it.
#[derive(Clone, Debug)]
pub(super) struct Asked {
    pub state: State,
}

/// Asks for all addresses, by host. Calls `told` after each.
pub(super) fn all(
    wanted: BTreeMap<String, Vec<String>>,
    manners: Manners,
    told: &(dyn Fn() + Sync),
) -> BTreeMap<String, Asked> {
    let hosts = Mutex::new(wanted.into_values());
    let asked = Mutex::new(BTreeMap::new());
    let next = || hosts.lock().ok().and_then(|mut hosts| hosts.next());
    std::thread::scope(|scope| {
        for _ in 0..HOSTS_AT_ONCE {
            scope.spawn(|| {
                let client = Client::new(manners);
                while let Some(addresses) = next() {
                    for (at, address) in addresses.into_iter().enumerate() {
                        if at > 0 {
                            std::thread::sleep(manners.pause);
                        }
                        let state = client.ask(&address);
                        if let Ok(mut asked) = asked.lock() {
                            asked.insert(address, Asked { state });
                        }
                        told();
                    }
                }
            });
        }
    });
    asked.into_inner().unwrap_or_default()
}

struct Client {
    agent: Agent,
    manners: Manners,
}

#[derive(Clone, Copy, PartialEq)]
enum Method {
    Head,
    Get,
}

impl Client {
    fn new(manners: Manners) -> Client {
        // Redirects are followed here, so that each of their steps is judged.
        let config = Agent::config_builder()
            .max_redirects(0)
            .http_status_as_error(false)
            .timeout_global(Some(manners.patience))
            .user_agent(concat!("annals/", env!("CARGO_PKG_VERSION"), " (checks the links of a briefing)"))
            .build();
        let guarded = Guarded { is_open: manners.is_local };
        Client { agent: Agent::with_parts(config, DefaultConnector::default(), guarded), manners }
    }

    /// What becomes of an address.
    fn ask(&self, address: &str) -> State {
        let mut here = address.to_owned();
        // Moved for good only where each step on the way says so.
        let mut is_for_good = true;
        for _ in 0..=MOST_REDIRECTS {
            let answer = match self.answer(&here) {
                Ok(answer) => answer,
                Err(why) => return State::Unchecked(why),
            };
            let status = answer.status();
            if status.is_redirection() && status != StatusCode::NOT_MODIFIED {
                let there = answer.headers().get(LOCATION).and_then(|there| there.to_str().ok());
                let there = there.and_then(|there| url::Url::parse(&here).ok()?.join(there).ok());
                let Some(there) = there.filter(|there| matches!(there.scheme(), "http" | "https")) else {
                    return State::Unchecked(format!("the server answers {status} and does not say where the page is"));
                };
                is_for_good &= matches!(status.as_u16(), 301 | 308);
                here = there.to_string();
                std::thread::sleep(self.manners.pause / 4);
                continue;
            }
            return match status.as_u16() {
                200..=299 if here != address && is_for_good => State::Moved(here),
                200..=299 => State::Reachable,
                404 | 410 => State::Gone(status.as_u16()),
                401 | 402 | 403 | 407 | 451 => {
                    State::Unchecked(format!("the server does not let programs in ({status})"))
                }
                429 | 503 => State::Unchecked(format!("the server asks to be left alone for now ({status})")),
                _ => State::Unchecked(format!("the server answers {status}")),
            };
        }
        State::Unchecked(format!("more than {MOST_REDIRECTS} redirects"))
    }

    /// The answer to HEAD; to GET, of servers that do not know HEAD or answer it with a fault.
    fn answer(&self, address: &str) -> Result<Response<ureq::Body>, String> {
        if !self.manners.is_local && is_plainly_private(address) {
            return Err(PRIVATE.to_owned());
        }
        let head = self.send(Method::Head, address);
        let is_final = match &head {
            // A server that asks to be left alone is not asked again.
            Ok(answer) => {
                let status = answer.status();
                status.is_success() || status.is_redirection() || status == StatusCode::TOO_MANY_REQUESTS
            }
            Err(error) => {
                matches!(error, Error::Other(_) | Error::HostNotFound | Error::ConnectionFailed | Error::Timeout(_))
            }
        };
        if is_final {
            return head.map_err(words);
        }
        std::thread::sleep(self.manners.pause / 4);
        self.send(Method::Get, address).map_err(words)
    }

    fn send(&self, method: Method, address: &str) -> Result<Response<ureq::Body>, Error> {
        // What the page says is not read.
        match method {
            Method::Head => self.agent.head(address).call(),
            Method::Get => self.agent.get(address).call(),
        }
    }
}

/// Why there is no answer.
fn words(error: Error) -> String {
    match error {
        Error::Other(why) => why.to_string(),
        Error::HostNotFound => "no such host is found".to_owned(),
        Error::Timeout(_) => "no answer in time".to_owned(),
        Error::ConnectionFailed => "no connection".to_owned(),
        Error::Io(error) => format!("no connection ({error})"),
        other => format!("no answer that can be understood ({other})"),
    }
}
