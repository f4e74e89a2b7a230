//! The page that holds this one in a frame: what it asks for, and what it is told. Only the parent of the frame is heard, and it is
//! heard at most ten times a second, as it is told at most ten times a second, however much either sends.

use std::{
    cell::{Cell, RefCell},
    rc::{Rc, Weak},
};

use gloo::{events::EventListener, timers::callback::Timeout, utils::window};
use js_sys::{Array, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{EventTarget, MessageChannel};

use super::js::{call, get, text};

/// Between two messages of one sort.
const PACE_MILLIS: u32 = 100;
/// No text from the host is longer; what is, is not even read.
const MOST_UNITS: u32 = 8 * 1024;

/// What the host asks for or tells.
#[derive(Clone, Debug, PartialEq)]
pub enum Asked {
    /// It is there: its own address with `%7Bquery%7D` in the place of the view, where it lends that for links; whether files
    /// can be handed to the reader.
    Hello {
        /// The address.
        link: Option<String>,
        /// Whether the frame may hand files to the reader.
        downloads: bool,
    },
    /// Another view: the query string of a link.
    Set(String),
    /// The look: names of tokens with their values.
    Theme(Vec<(String, String)>),
}

/// What the host is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(usize)]
enum Kind {
    Ready,
    Resize,
    State,
    Select,
}

/// The types of what the host is told, in the order in which they are sent.
const TOLD: [&str; 4] = ["ready", "resize", "state", "select"];
/// The types of what it asks for.
const ASKED: [&str; 3] = ["hello", "theme", "set"];

/// The host, while this lives.
#[derive(Clone)]
pub struct Host(Rc<Line>);

struct Line {
    parent: JsValue,
    /// The end of the private line that stays here.
    port: JsValue,
    /// Whether the host speaks on it.
    is_open: Cell<bool>,
    /// What is still to be told: the newest of each kind.
    told: RefCell<[Option<(&'static str, JsValue)>; TOLD.len()]>,
    /// What has been asked: the newest of each type, as it came.
    asked: RefCell<[Option<JsValue>; ASKED.len()]>,
    tell_clock: RefCell<Option<Timeout>>,
    ask_clock: RefCell<Option<Timeout>>,
    /// The names that a theme may have.
    tokens: &'static [&'static str],
    then: Box<dyn Fn(Asked)>,
    heard: RefCell<Vec<EventListener>>,
}

/// Greets the page around this one and calls `then` with what it asks for; `None` where there is none. `tokens`: the names that a
/// theme may have.
pub fn on_host(tokens: &'static [&'static str], then: impl Fn(Asked) + 'static) -> Option<Host> {
    let own = window();
    let parent = get(&own, "parent");
    if parent == get(&own, "self") || parent.is_undefined() {
        return None;
    }
    let channel = MessageChannel::new().ok()?;
    let line = Rc::new(Line {
        parent,
        port: get(&channel, "port1"),
        is_open: Cell::new(false),
        told: RefCell::default(),
        asked: RefCell::default(),
        tell_clock: RefCell::default(),
        ask_clock: RefCell::default(),
        tokens,
        then: Box::new(then),
        heard: RefCell::default(),
    });
    let weak = Rc::downgrade(&line);
    let at_window = EventListener::new(&own, "message", move |event| {
        // Siblings, children and windows that this one opened can send here too.
        if let Some(line) = weak.upgrade().filter(|line| get(event, "source") == line.parent) {
            line.hear(&weak, get(event, "data"));
        }
    });
    let weak = Rc::downgrade(&line);
    let at_port = EventListener::new(line.port.unchecked_ref::<EventTarget>(), "message", move |event| {
        if let Some(line) = weak.upgrade() {
            line.is_open.set(true);
            line.hear(&weak, get(event, "data"));
        }
    });
    call(&line.port, "start", &[]);
    line.heard.borrow_mut().extend([at_window, at_port]);
    let names: Array = tokens.iter().map(|name| JsValue::from_str(name)).collect();
    let hello = message("hello", Some(("tokens", names.into())));
    // Who the parent is cannot be known before it speaks; the greeting holds nothing but the names of tokens.
    let ports = Array::of1(&get(&channel, "port2"));
    call(&line.parent, "postMessage", &[&hello, &"*".into(), &ports])?;
    Some(Host(line))
}

impl Host {
    /// Tells that the page can be seen.
    pub fn ready(&self) {
        self.tell(Kind::Ready, None);
    }

    /// Tells how tall the page is, in CSS pixels.
    pub fn resize(&self, height_px: f64) {
        self.tell(Kind::Resize, Some(("height", height_px.into())));
    }

    /// Tells the view, as the query string of its link.
    pub fn state(&self, query: &str) {
        self.tell(Kind::State, Some(("query", query.into())));
    }

    /// Tells which item was opened.
    pub fn select(&self, id: &str) {
        self.tell(Kind::Select, Some(("id", id.into())));
    }

    fn tell(&self, kind: Kind, more: Option<(&'static str, JsValue)>) {
        let Host(line) = self;
        line.told.borrow_mut()[kind as usize] = Some(more.unwrap_or(("", JsValue::UNDEFINED)));
        if line.tell_clock.borrow().is_none() {
            line.send(&Rc::downgrade(line));
        }
    }
}

impl Line {
    /// Sends what is to be told, and waits before it does so again.
    fn send(&self, weak: &Weak<Line>) {
        let told = self.told.take();
        if told.iter().all(Option::is_none) {
            *self.tell_clock.borrow_mut() = None;
            return;
        }
        for (name, told) in TOLD.iter().zip(told) {
            let Some(more) = told else { continue };
            let message = message(name, Some(more).filter(|(key, _)| !key.is_empty()));
            // A host that does not take up the private line may still listen at its window.
            match self.is_open.get() {
                true => call(&self.port, "postMessage", &[&message]),
                false => call(&self.parent, "postMessage", &[&message, &"*".into()]),
            };
        }
        let line = weak.clone();
        *self.tell_clock.borrow_mut() = Some(Timeout::new(PACE_MILLIS, move || {
            if let Some(one) = line.upgrade() {
                one.send(&line);
            }
        }));
    }

    /// Takes what the host says: the newest of each type.
    fn hear(&self, weak: &Weak<Line>, data: JsValue) {
        if get(&data, "annals").as_f64() != Some(1.0) {
            return;
        }
        let Some(name) = text(&get(&data, "type"), MOST_UNITS) else { return };
        let Some(at) = ASKED.iter().position(|one| *one == name) else { return };
        self.asked.borrow_mut()[at] = Some(data);
        if self.ask_clock.borrow().is_none() {
            self.listen(weak);
        }
    }

    /// Passes on what was asked, and waits before it does so again.
    fn listen(&self, weak: &Weak<Line>) {
        let asked = self.asked.take();
        if asked.iter().all(Option::is_none) {
            *self.ask_clock.borrow_mut() = None;
            return;
        }
        for (name, data) in ASKED.iter().zip(asked) {
            if let Some(asked) = data.and_then(|data| self.read(name, &data)) {
                (self.then)(asked);
            }
        }
        let line = weak.clone();
        *self.ask_clock.borrow_mut() = Some(Timeout::new(PACE_MILLIS, move || {
            if let Some(one) = line.upgrade() {
                one.listen(&line);
            }
        }));
    }

    fn read(&self, name: &str, data: &JsValue) -> Option<Asked> {
        match name {
            "hello" => Some(Asked::Hello {
                link: text(&get(data, "link"), MOST_UNITS).filter(|link| is_web(link)),
                downloads: get(data, "downloads") == JsValue::TRUE,
            }),
            "set" => text(&get(data, "query"), MOST_UNITS).map(Asked::Set),
            _ => {
                // The names are ours: what else the object holds is never looked at.
                let offered = get(data, "tokens");
                let value = |name: &&str| Some(((*name).to_owned(), text(&get(&offered, name), MOST_UNITS)?));
                Some(Asked::Theme(self.tokens.iter().filter_map(value).collect()))
            }
        }
    }
}

impl Drop for Line {
    fn drop(&mut self) {
        call(&self.port, "close", &[]);
    }
}

/// A message of this type.
fn message(name: &str, more: Option<(&str, JsValue)>) -> JsValue {
    let message = Object::new();
    let all = [("annals", 1.into()), ("type", name.into())];
    for (key, value) in all.into_iter().chain(more) {
        let _ = Reflect::set(&message, &key.into(), &value);
    }
    message.into()
}

fn is_web(address: &str) -> bool {
    address.starts_with("https://") || address.starts_with("http://")
}
