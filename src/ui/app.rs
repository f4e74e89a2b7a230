//! The root of the page: reads the link and the briefing, keeps the view state, and hands both down.

use std::{cell::Cell, rc::Rc};

use yew::prelude::*;

use super::{
    asked::{language_of, read_link, settle},
    deferred::{self, Deferred, Missing, Parts},
    explore::{Panel, Seen},
    failure::{Failure, failure_alert, told_by_page},
    figures::Kept,
    focus::{Focus, begin_at_top},
    loading::{Stage, read_briefing},
    shell::shell,
    store::{Data, Step, Store},
    width::{measured_room, measured_text},
};
use crate::{
    i18n::{Language, Words},
    layout::text::TextMeter,
    model::Id,
    query::{live, search::SearchIndex},
    state::{Action, LinkNote, ViewState, apply, write},
    web::{self, Phase},
};

/// What happens to the page.
pub enum Msg {
    /// Reading goes on.
    Progress(Stage),
    /// The briefing is there, or cannot be.
    Loaded(Result<Rc<Data>, Failure>),
    /// The reader asks for a change.
    Do(Action, Step),
    /// What was found or dated is on screen: the figures follow. The number of the change.
    Follow(u32),
    /// The reader went back or forth in the history, or the page around this one shows another view.
    Popped(String),
    /// The reader asks for the link of this view.
    Share,
    /// The link was copied, or could not be.
    Shared(Option<String>),
    /// What a figure shows has changed: to be said aloud.
    Say(String),
    /// The reader wants these items in a note.
    Note(Rc<Vec<Id>>),
    /// The reader asks to try again.
    Retry,
    /// The reader asks for a picture or a table as a file.
    Keep(Box<Kept>),
    /// The reader opens something of the bar, or closes it.
    Open(Option<Panel>),
    /// The page is about to be printed, or has been.
    Print(bool),
    /// A key was pressed that works everywhere.
    Press(Key),
    /// Such keys are switched on or off.
    UseKeys(bool),
    /// The words of the briefing are read.
    Indexed(Rc<SearchIndex>),
    /// The code that the first view can do without is needed, or soon will be.
    Fetch,
    /// It is there, or could not be fetched.
    Fetched(Result<Parts, Missing>),
}

/// The keys that work everywhere.
#[derive(Clone, Copy)]
pub enum Key {
    /// To the search.
    Search,
    /// Opens something of the bar.
    Open(Panel),
    /// Closes what the bar has open, else what it finds, else the opened item.
    Close,
}

/// How far the page is.
enum Content {
    Loading(Stage),
    Failed(Failure),
    Ready(Rc<Seen>),
}

/// The root of the page.
pub struct App {
    content: Content,
    state: Rc<ViewState>,
    notes: Rc<Vec<LinkNote>>,
    words: Rc<Words>,
    status: String,
    shared: Option<Rc<str>>,
    shown_first: bool,
    focus: Focus,
    /// The page, and what its figure said of itself.
    told: (String, Option<String>),
    /// Whether the reader has just gone to another page.
    arrived: bool,
    meter: TextMeter,
    room: f64,
    deferred: Deferred,
    /// The items that the reader wants in a note.
    note: Rc<Vec<Id>>,
    /// What the bar has open.
    panel: Option<Panel>,
    /// What the figures still show, for a frame, while something is typed, moved or filtered: state, and what is seen in it.
    behind: Option<(Rc<ViewState>, Rc<Seen>)>,
    /// How often something was typed, moved or filtered.
    changes: u32,
    /// Whether the page is about to be printed.
    is_printing: bool,
    /// Whether keys work everywhere on the page.
    has_keys: Rc<Cell<bool>>,
    /// Whether the words of the briefing are being read.
    is_indexing: bool,
    /// What the reader wants to keep while the code for it is on its way.
    wanted: Vec<Kept>,
    _popped: web::Popped,
    _stirred: web::Stirred,
    _pressed: web::Pressed,
    _printing: web::Printing,
}

impl Component for App {
    type Message = Msg;
    type Properties = ();

    fn create(ctx: &Context<Self>) -> Self {
        let (state, notes) = read_link(&web::query());
        let link = ctx.link().clone();
        let popped = web::on_pop(move |query| link.send_message(Msg::Popped(query)));
        let words = Rc::new(Words::first(language_of(&state)));
        let link = ctx.link().clone();
        let stirred = web::on_first_stir(move || link.send_message(Msg::Fetch));
        let (link, has_keys) = (ctx.link().clone(), Rc::new(Cell::new(true)));
        let is_on = has_keys.clone();
        let pressed = web::on_key(move |key| {
            let key = match key {
                "/" => Key::Search,
                "g" => Key::Open(Panel::Go),
                "?" => Key::Open(Panel::Keys),
                "Escape" => Key::Close,
                _ => return false,
            };
            if is_on.get() {
                link.send_message(Msg::Press(key));
            }
            is_on.get() && !matches!(key, Key::Close)
        });
        let link = ctx.link().clone();
        let printing = web::on_print(move |begins| link.send_message(Msg::Print(begins)));
        let mut app = App {
            content: Content::Loading(Stage::Asking),
            focus: Focus::new(&state),
            state: Rc::new(state),
            notes: Rc::new(notes),
            words,
            status: String::new(),
            shared: None,
            shown_first: false,
            told: Default::default(),
            arrived: false,
            meter: measured_text(),
            room: measured_room(),
            deferred: Deferred::Unasked,
            note: Rc::default(),
            panel: None,
            behind: None,
            changes: 0,
            is_printing: false,
            has_keys,
            is_indexing: false,
            wanted: Vec::new(),
            _popped: popped,
            _stirred: stirred,
            _pressed: pressed,
            _printing: printing,
        };
        if app.state.items().next().is_some() || app.state.view() != "overview" || app.state.embed {
            app.fetch(ctx);
        }
        app.dress();
        app.begin(ctx, false);
        app
    }

    fn update(&mut self, ctx: &Context<Self>, msg: Msg) -> bool {
        match msg {
            Msg::Progress(stage) => {
                web::show_progress();
                self.content = Content::Loading(stage);
            }
            Msg::Loaded(Ok(data)) => {
                self.content = Content::Ready(Rc::new(Seen::all(data)));
                self.settle();
            }
            Msg::Loaded(Err(failure)) => self.content = Content::Failed(failure),
            Msg::Do(action, step) => {
                let next = apply(&self.state, action);
                if next == *self.state {
                    return false;
                }
                let query = write(&next);
                match step {
                    // The way back inside a page that holds this one is that page's.
                    Step::Push if !next.embed => web::push(&query),
                    _ => web::replace(&query),
                }
                self.arrived = next.view != self.state.view;
                let is_filtered = next.facets != self.state.facets && next.view == self.state.view;
                if let (true, Content::Ready(seen)) = (is_filtered || step == Step::Replace, &self.content) {
                    self.behind.get_or_insert((self.state.clone(), seen.clone()));
                    self.changes += 1;
                    let change = self.changes;
                    ctx.link().send_future(async move {
                        web::next_frame().await;
                        web::next_task().await;
                        Msg::Follow(change)
                    });
                } else {
                    self.behind = None;
                }
                self.take(next, Vec::new());
            }
            Msg::Follow(change) => {
                // The newest change brings the figures along; those before it were not drawn.
                if change != self.changes || self.behind.take().is_none() {
                    return false;
                }
            }
            Msg::Popped(query) => {
                let (next, notes) = read_link(&query);
                self.behind = None;
                let is_other = next.briefing != self.state.briefing;
                // The page around this one may have chosen other fonts.
                self.meter = measured_text();
                self.take(next, notes);
                if is_other {
                    self.content = Content::Loading(Stage::Asking);
                    self.begin(ctx, false);
                }
                self.settle();
            }
            Msg::Share => {
                // The link names the language, so that the one who opens it sees the same page.
                let lang = Some(self.words.language().tag().into());
                let address = web::share_address(&write(&ViewState { lang, ..(*self.state).clone() }));
                ctx.link().send_future(async move {
                    Msg::Shared(if web::copy(&address).await { None } else { Some(address) })
                });
                return false;
            }
            Msg::Shared(by_hand) => {
                self.status = self.words.text(if by_hand.is_some() { "share-by-hand" } else { "link-copied" });
                self.shared = by_hand.map(Rc::from);
            }
            Msg::Retry => {
                self.content = Content::Loading(Stage::Asking);
                web::set_phase(Phase::Loading);
                self.begin(ctx, true);
            }
            Msg::Say(words) => self.status = words,
            Msg::Note(items) => self.note = items,
            Msg::Open(panel) => {
                self.panel = panel;
                self.fetch(ctx);
            }
            Msg::Indexed(index) => {
                self.is_indexing = false;
                self.look(ctx, Some(index));
            }
            Msg::Print(begins) => self.is_printing = begins,
            Msg::UseKeys(is_on) => self.has_keys.set(is_on),
            Msg::Press(Key::Search) => return !web::focus("[data-region=search] input", false),
            Msg::Press(Key::Open(panel)) => {
                self.panel = Some(panel);
                self.fetch(ctx);
            }
            Msg::Press(Key::Close) => {
                if self.panel.take().is_none() {
                    return false;
                }
            }
            Msg::Fetch => return self.fetch(ctx),
            Msg::Fetched(Ok(parts)) => {
                self.deferred = Deferred::Here(parts);
                self.words = Rc::new(self.words_in(self.words.language()));
                self.wanted.drain(..).for_each(|kept| (parts.keep)(&kept));
            }
            Msg::Keep(kept) => match self.deferred {
                Deferred::Here(parts) => {
                    (parts.keep)(&kept);
                    return false;
                }
                _ => {
                    self.wanted.push(*kept);
                    return self.fetch(ctx);
                }
            },
            Msg::Fetched(Err(Missing)) => {
                self.deferred = Deferred::Failed;
                self.tell_first_view();
                return true;
            }
        }
        let needed = match &self.content {
            Content::Ready(seen) => deferred::is_needed(&seen.whole, &self.state, &self.notes),
            Content::Failed(failure) => told_by_page(failure, &self.words).is_none(),
            Content::Loading(_) => false,
        };
        if needed {
            self.fetch(ctx);
        }
        self.look(ctx, None);
        self.tell_first_view();
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        match &self.content {
            Content::Loading(stage) => stage.view(&self.words),
            Content::Failed(failure) => {
                let Some(said) = self.said(failure) else { return Stage::Asking.view(&self.words) };
                let on_retry = ctx.link().callback(|()| Msg::Retry);
                html! { <main>{failure_alert(failure, said, &self.words, on_retry)}</main> }
            }
            Content::Ready(seen) => {
                let store = Store {
                    data: seen.data.clone(),
                    seen: seen.clone(),
                    panel: self.panel,
                    open: ctx.link().callback(Msg::Open),
                    is_printing: self.is_printing,
                    has_keys: self.has_keys.get(),
                    use_keys: ctx.link().callback(Msg::UseKeys),
                    words: self.words.clone(),
                    state: self.state.clone(),
                    today: web::today(),
                    dispatch: ctx.link().callback(|(action, step)| Msg::Do(action, step)),
                    share: ctx.link().callback(|()| Msg::Share),
                    shared: self.shared.clone(),
                    meter: self.meter,
                    room: self.room,
                    deferred: self.deferred,
                    fetch_deferred: ctx.link().callback(|()| Msg::Fetch),
                    keep: ctx.link().callback(|kept| Msg::Keep(Box::new(kept))),
                    note: self.note.clone(),
                    set_note: ctx.link().callback(Msg::Note),
                    say: ctx.link().callback(Msg::Say),
                };
                let behind = self.behind.as_ref().map(|(state, seen)| Store {
                    data: seen.data.clone(),
                    seen: seen.clone(),
                    state: state.clone(),
                    ..store.clone()
                });
                shell(&store, behind.as_ref(), &self.notes, &self.status)
            }
        }
    }

    fn rendered(&mut self, ctx: &Context<Self>, _first: bool) {
        if let Content::Failed(failure) = &self.content
            && self.said(failure).is_some()
        {
            web::set_phase(Phase::Failed);
        }
        if let Content::Ready(seen) = &self.content {
            self.title(&seen.whole);
            // While code is on its way there is nothing to go into.
            if !matches!(self.deferred, Deferred::Coming) {
                self.focus.follow(&self.state);
            }
            self.say_what_changed(ctx);
            if std::mem::take(&mut self.arrived) {
                begin_at_top(&self.state);
            }
        }
    }
}

impl App {
    /// What is wrong and what can be done; `None` while the words for it are on their way.
    fn said(&self, failure: &Failure) -> Option<(String, String)> {
        told_by_page(failure, &self.words).or_else(|| match self.deferred {
            Deferred::Here(parts) => Some((parts.describe)(self.words.language(), failure.code, &failure.values)),
            Deferred::Failed => Some(Default::default()),
            Deferred::Unasked | Deferred::Coming => None,
        })
    }

    /// Fetches the code that the first view can do without, unless it is here or on its way; whether anything changed.
    fn fetch(&mut self, ctx: &Context<Self>) -> bool {
        if matches!(self.deferred, Deferred::Here(_) | Deferred::Coming) {
            return false;
        }
        self.deferred = Deferred::Coming;
        ctx.link().send_future(async { Msg::Fetched(deferred::fetch().await) });
        true
    }

    /// Sees what the state asks for, once the code for that is there. `index`: the words of the briefing, just read.
    fn look(&mut self, ctx: &Context<Self>, index: Option<Rc<SearchIndex>>) {
        let (Content::Ready(seen), Deferred::Here(parts)) = (&self.content, self.deferred) else { return };
        let seen = match (parts.look)(seen, &self.state, index) {
            Some(next) => Rc::new(next),
            None => seen.clone(),
        };
        self.content = Content::Ready(seen.clone());
        if !self.is_indexing
            && let Some(reading) = (parts.index)(&seen, &self.state)
        {
            self.is_indexing = true;
            ctx.link().send_future(async { Msg::Indexed(reading.await) });
        }
    }

    /// Starts reading the briefing; `anew` when trying again.
    fn begin(&self, ctx: &Context<Self>, anew: bool) {
        let address = self.state.briefing.as_deref().map(str::to_owned);
        let link = ctx.link().clone();
        ctx.link().send_future(async move {
            let progress = move |stage| link.send_message(Msg::Progress(stage));
            Msg::Loaded(read_briefing(address.as_deref(), anew, progress).await.map(Rc::new))
        });
    }

    /// Holds what the link asks for against the briefing, once that is there.
    fn settle(&mut self) {
        if let Content::Ready(seen) = &self.content {
            settle(&seen.whole, Rc::make_mut(&mut self.state), Rc::make_mut(&mut self.notes));
        }
    }

    /// Says what the figure of the page shows, once that has changed while the reader stays on the page.
    fn say_what_changed(&mut self, ctx: &Context<Self>) {
        let now = (self.state.view().to_owned(), web::text_of("main .figure-status"));
        let before = std::mem::replace(&mut self.told, now.clone());
        // A page that has just come says nothing, but for what was sought.
        let is_news = before.1.is_some() || !self.state.search.is_empty();
        if let (true, Some(words)) = (before.0 == now.0 && is_news, now.1)
            && before.1.as_ref() != Some(&words)
        {
            ctx.link().send_message(Msg::Say(words));
        }
    }

    /// Tells when everything of the first view is on screen: after the frame that shows what is about to be rendered.
    fn tell_first_view(&mut self) {
        let is_whole = matches!(self.content, Content::Ready(_))
            && !matches!(self.deferred, Deferred::Coming)
            && !self.is_indexing;
        if !is_whole || std::mem::replace(&mut self.shown_first, true) {
            return;
        }
        wasm_bindgen_futures::spawn_local(async {
            web::next_frame().await;
            web::next_task().await;
            web::set_phase(Phase::Ready);
            web::mark_first_view();
            web::measure_load();
            web::mark_interactive();
        });
    }

    /// The words in a language, as far as they are there.
    fn words_in(&self, language: Language) -> Words {
        match self.deferred {
            Deferred::Here(parts) => (parts.words)(language),
            _ => Words::first(language),
        }
    }

    /// Takes over a state that the link shows already.
    fn take(&mut self, next: ViewState, notes: Vec<LinkNote>) {
        let spoken = language_of(&next);
        if spoken != self.words.language() {
            self.words = Rc::new(self.words_in(spoken));
        }
        self.shared = None;
        self.state = Rc::new(next);
        self.notes = Rc::new(notes);
        self.dress();
    }

    /// Tells language and colours on the root element.
    fn dress(&self) {
        web::set_language(self.words.language().tag());
        web::set_theme(self.state.theme.word());
    }

    /// Names the window after page and briefing.
    fn title(&self, data: &Data) {
        let card = &data.briefing.card;
        let best = card.title.best(self.words.language().tag(), card.first_language());
        let title = best.map_or("Annals", |version| &version.text);
        web::set_title(&live(title, &data.briefing, &data.index, &self.words, false));
    }
}
