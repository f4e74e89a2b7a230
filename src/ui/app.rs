//! The root of the page: reads the link and the briefing, keeps the view state, and hands both down.

use std::rc::Rc;

use yew::prelude::*;

use super::{
    failure::{Failure, FailureAlert},
    loading::{Stage, read_briefing},
    shell::Shell,
    store::{Data, Step, Store},
};
use crate::{
    i18n::{Language, Words},
    state::{Action, LinkNote, ViewState, apply, read, write},
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
    /// The reader went back or forth in the history.
    Popped(String),
    /// A short sentence is to be said.
    Announce(String),
    /// The reader asks to try again.
    Retry,
}

/// How far the page is.
enum Content {
    Loading(Stage),
    Failed(Failure),
    Ready(Rc<Data>),
}

/// The root of the page.
pub struct App {
    content: Content,
    state: Rc<ViewState>,
    notes: Rc<Vec<LinkNote>>,
    words: Rc<Words>,
    status: String,
    shown_first: bool,
    _popped: web::Popped,
}

impl Component for App {
    type Message = Msg;
    type Properties = ();

    fn create(ctx: &Context<Self>) -> Self {
        let (state, notes) = read(&web::query());
        let link = ctx.link().clone();
        let popped = web::on_pop(move |query| link.send_message(Msg::Popped(query)));
        let words = Rc::new(Words::new(language_of(&state)));
        let app = App {
            content: Content::Loading(Stage::Asking),
            state: Rc::new(state),
            notes: Rc::new(notes),
            words,
            status: String::new(),
            shown_first: false,
            _popped: popped,
        };
        app.dress();
        app.begin(ctx);
        app
    }

    fn update(&mut self, ctx: &Context<Self>, msg: Msg) -> bool {
        match msg {
            Msg::Progress(stage) => {
                web::show_progress();
                self.content = Content::Loading(stage);
            }
            Msg::Loaded(Ok(data)) => self.content = Content::Ready(data),
            Msg::Loaded(Err(failure)) => {
                web::set_phase(Phase::Failed);
                self.content = Content::Failed(failure);
            }
            Msg::Do(action, step) => {
                let next = apply(&self.state, action);
                if next == *self.state {
                    return false;
                }
                let query = write(&next);
                match step {
                    Step::Push => web::push(&query),
                    Step::Replace => web::replace(&query),
                }
                self.take(next, Vec::new());
            }
            Msg::Popped(query) => {
                let (next, notes) = read(&query);
                self.take(next, notes);
            }
            Msg::Announce(sentence) => self.status = sentence,
            Msg::Retry => {
                self.content = Content::Loading(Stage::Asking);
                web::set_phase(Phase::Loading);
                self.begin(ctx);
            }
        }
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        match &self.content {
            Content::Loading(stage) => stage.view(&self.words),
            Content::Failed(failure) => {
                let on_retry = ctx.link().callback(|()| Msg::Retry);
                html! { <main><FailureAlert failure={failure.clone()} words={self.words.clone()} {on_retry} /></main> }
            }
            Content::Ready(data) => {
                let store = Store {
                    data: data.clone(),
                    words: self.words.clone(),
                    state: self.state.clone(),
                    today: web::today(),
                    dispatch: ctx.link().callback(|(action, step)| Msg::Do(action, step)),
                    announce: ctx.link().callback(Msg::Announce),
                };
                html! {
                    <ContextProvider<Store> context={store}>
                        <Shell notes={self.notes.clone()} status={self.status.clone()} />
                    </ContextProvider<Store>>
                }
            }
        }
    }

    fn rendered(&mut self, _ctx: &Context<Self>, _first: bool) {
        if let Content::Ready(data) = &self.content {
            self.title(data);
            if !self.shown_first {
                self.shown_first = true;
                wasm_bindgen_futures::spawn_local(async {
                    // The frame that shows the first view has been drawn when the next one begins.
                    web::next_frame().await;
                    web::set_phase(Phase::Ready);
                    web::mark_first_view();
                    web::measure_load();
                    web::mark_interactive();
                });
            }
        }
    }
}

impl App {
    /// Starts reading the briefing.
    fn begin(&self, ctx: &Context<Self>) {
        let address = self.state.briefing.as_deref().unwrap_or("briefing.json").to_owned();
        let link = ctx.link().clone();
        ctx.link().send_future(async move {
            let progress = move |stage| link.send_message(Msg::Progress(stage));
            Msg::Loaded(read_briefing(&address, progress).await.map(Rc::new))
        });
    }

    /// Takes over a state that the link shows already.
    fn take(&mut self, next: ViewState, notes: Vec<LinkNote>) {
        let spoken = language_of(&next);
        if spoken != self.words.language() {
            self.words = Rc::new(Words::new(spoken));
        }
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
        web::set_title(best.map_or("Annals", |version| &version.text));
    }
}

/// The language of the page: as the link says, else as the browser asks.
fn language_of(state: &ViewState) -> Language {
    let asked = state.lang.as_deref().map_or_else(web::browser_language, str::to_owned);
    Language::best(&asked)
}
