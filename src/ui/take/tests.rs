//! What can be taken away, rendered as the page has it.

use std::rc::Rc;

use yew::prelude::*;

use super::{
    cite::{CiteAs, Cited},
    note::{article, collect},
    page_tools,
};
use crate::{
    figure::note::note,
    i18n::{Language, Words},
    layout::text::TextMeter,
    load::load,
    model::{Day, Id},
    query::Index,
    state::read,
    ui::{
        deferred::Deferred,
        explore::Seen,
        original::Original,
        store::{Data, Store},
    },
};

const JSON: &str = r#"{"annals":1,"id":"x","title":{"en":"Rules","zh-Hans":"规则"},"languages":["en","zh-Hans"],"as_of":"2026-03",
    "sources":[{"id":"s1","title":"Gazette <33>","url":"https://example.org/33"},{"id":"s2","title":"News","url":"https://example.org/n","link":false}],
    "events":[{"id":"e1","title":{"en":"First","zh-Hans":"第一项"},"date":{"value":"2001-12-03","sources":["s2"]},"sources":["s1"]}],
    "figures":[{"id":"line","kind":"timeline"}],"views":[{"id":"overview","title":"O","parts":[{"figure":"line"}]}]}"#;

/// A page that shows the briefing, with some items on the reader's list.
fn store(language: Language, on_list: &[&str]) -> Store {
    let loaded = load(JSON.as_bytes()).expect("a briefing");
    let index = Index::new(&loaded.briefing);
    let original = Original::new(JSON.as_bytes().to_vec()).into();
    let data = Rc::new(Data { briefing: loaded.briefing, index, report: loaded.report.into(), original });
    Store {
        seen: Rc::new(Seen::all(data.clone())),
        data,
        panel: None,
        open: Callback::noop(),
        is_printing: false,
        has_keys: true,
        use_keys: Callback::noop(),
        words: Rc::new(Words::new(language)),
        state: Rc::new(read("").0),
        today: Day::new(2026, 4, 1).expect("a day"),
        dispatch: Callback::noop(),
        share: Callback::noop(),
        shared: None,
        room: 800.0,
        meter: TextMeter::default(),
        deferred: Deferred::Unasked,
        fetch_deferred: Callback::noop(),
        keep: Callback::noop(),
        note: Rc::new(on_list.iter().map(|id| Id::from(*id)).collect()),
        set_note: Callback::noop(),
        say: Callback::noop(),
    }
}

#[derive(Properties)]
struct ShownProps {
    language: Language,
    on_list: &'static [&'static str],
    part: fn(&Store) -> Html,
}

impl PartialEq for ShownProps {
    fn eq(&self, other: &Self) -> bool {
        self.language == other.language && self.on_list == other.on_list && std::ptr::fn_addr_eq(self.part, other.part)
    }
}

#[component]
fn Shown(props: &ShownProps) -> Html {
    (props.part)(&store(props.language, props.on_list))
}

async fn page(language: Language, on_list: &'static [&'static str], part: fn(&Store) -> Html) -> String {
    let make = move || ShownProps { language, on_list, part };
    yew::ServerRenderer::<Shown>::with_props(make).hydratable(false).render().await
}

#[tokio::test]
async fn a_note_has_numbers_that_lead_to_its_sources() {
    let part = |store: &Store| article(store, &note(&store.context(), &["e1".into()], &["All laws".to_owned()]));
    let page = page(Language::En, &[], part).await;
    for words in [
        "<h2 id=\"note-title\">Rules: briefing note</h2>",
        "<li>Data to: March 2026</li>",
        "<li>All laws</li>",
        "<a href=\"#note-source-1\" aria-label=\"Source 1\">[1]</a>",
        "Date: 3 December 2001 <a href=\"#note-source-2\" aria-label=\"Source 2\">[2]</a>",
        "<li id=\"note-source-1\" tabindex=\"-1\">Gazette &lt;33&gt;, <a href=\"https://example.org/33\"",
        "News, <code>https://example.org/n</code>",
    ] {
        assert!(page.contains(words), "{words} in {page}");
    }
}

#[tokio::test]
async fn an_item_can_be_put_on_the_list_and_taken_off() {
    let part = |store: &Store| collect(store, &"e1".into());
    assert!(page(Language::En, &[], part).await.contains(">Add to note</button>"));
    assert!(page(Language::En, &["e1"], part).await.contains(">Take out of the note</button>"));
    assert!(page(Language::ZhHans, &["e1"], part).await.contains(">移出摘要</button>"));
}

#[tokio::test]
async fn folds_say_what_they_hold_before_they_are_opened() {
    let page_tools = page(Language::ZhHans, &["e1"], page_tools).await;
    assert!(page_tools.contains("<summary data-control=\"cite\">引用此页</summary>"), "{page_tools}");
    assert!(page_tools.contains("您选的条目（1 项）") && !page_tools.contains("<article"), "{page_tools}");
    let of_item = |store: &Store| html! { <CiteAs what={Cited::Item("e1".into())} store={store.clone()} /> };
    let fold = page(Language::En, &[], of_item).await;
    // The button beside the fold is the one that bears the sign.
    assert!(fold.contains("<summary>Citation for a reference manager</summary>"), "{fold}");
}
