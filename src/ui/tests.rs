//! Texts and stories as nodes: references to values, terms of the glossary, the panel of a step.

use std::rc::Rc;

use yew::prelude::*;

use super::{
    deferred::{Deferred, parts},
    explore::Seen,
    original::Original,
    store::{Data, Store},
    story::story,
    text::{markdown, text},
};
use crate::{
    i18n::{Language, Words},
    load::load,
    model::Day,
    query::Index,
    state::read,
};

const BRIEFING: &str = r#"{"annals":1,"id":"x","title":"X","languages":["en","zh-Hans"],
    "events":[{"id":"e","date":"2019-10-17","title":"Since {{value:e}}","summary":"**{{value:e}}**, {{value:nobody}}: the SAC, the SAC and [SAC {{value:e}}](https://example.org)"}],
    "views":[{"id":"overview","title":"Overview"}],
    "glossary":[{"id":"sac","term":"SAC","native":{"zh-Hans":"国家标准委"},"meaning":"Who sets standards"}],
    "story":[{"id":"s1","title":"From {{value:e}}","text":"Told *{{value:e}}*","tags":["overview"],"link":"select=e"},
        {"id":"s2","title":"Second","tags":["overview"]},{"id":"t1","title":"Other","tags":["elsewhere"]}]}"#;

/// What of the briefing is shown.
#[derive(Clone, Copy, PartialEq)]
enum Part {
    Title,
    Summary,
    Story,
}

#[derive(PartialEq, Properties)]
struct PageProps {
    part: Part,
    link: &'static str,
    deferred: bool,
    language: Language,
}

#[component]
fn Page(props: &PageProps) -> Html {
    let briefing = load(BRIEFING.as_bytes()).unwrap().briefing;
    let index = Index::new(&briefing);
    let data =
        Rc::new(Data { briefing, index, report: Default::default(), original: Rc::new(Original::new(Vec::new())) });
    let store = Store {
        seen: Rc::new(Seen::all(data.clone())),
        data,
        panel: None,
        open: Callback::noop(),
        is_printing: false,
        has_keys: true,
        use_keys: Callback::noop(),
        words: Rc::new(Words::new(props.language)),
        state: Rc::new(read(props.link).0),
        today: Day::parse("2026-01-31").unwrap(),
        dispatch: Callback::noop(),
        share: Callback::noop(),
        shared: None,
        room: 800.0,
        meter: Default::default(),
        deferred: if props.deferred { Deferred::Here(parts().unwrap()) } else { Deferred::Unasked },
        fetch_deferred: Callback::noop(),
        keep: Callback::noop(),
        note: Rc::default(),
        set_note: Callback::noop(),
        say: Callback::noop(),
    };
    let event = &store.briefing().events[0];
    match props.part {
        Part::Title => text(&store, &event.title),
        Part::Summary => markdown(&store, event.summary.as_ref().unwrap()),
        Part::Story => story(&store),
    }
}

async fn page(part: Part, link: &'static str, deferred: bool, language: Language) -> String {
    let props = move || PageProps { part, link, deferred, language };
    yew::ServerRenderer::<Page>::with_props(props).hydratable(false).render().await
}

#[tokio::test]
async fn a_reference_in_a_title_is_plain_text() {
    assert_eq!(page(Part::Title, "", false, Language::En).await, "Since 17 October 2019");
    let chinese = page(Part::Title, "", false, Language::ZhHans).await;
    assert_eq!(chinese, "<span lang=\"en\">Since 2019年10月17日</span>");
}

#[tokio::test]
async fn a_reference_in_a_long_text_opens_its_item() {
    let page = page(Part::Summary, "lang=en", false, Language::En).await;
    let link = page.split("<strong>").nth(1).unwrap();
    assert!(link.starts_with("<a href=\"?select=e&amp;lang=en\""), "{page}");
    assert!(link.split('>').next().unwrap().contains("data-key=\"e\""), "{page}");
    assert!(page.contains(">17 October 2019</a></strong>, {{value:nobody}}: the SAC"), "{page}");
    // Within a link it is words.
    assert!(page.contains(">SAC 17 October 2019</a>"), "{page}");
    assert!(!page.contains("<button"), "{page}");
}

#[tokio::test]
async fn where_the_reader_looks_back_no_braces_show() {
    let page = page(Part::Summary, "asof=2020-01-01", false, Language::En).await;
    assert!(page.contains("</strong>, …: the SAC") && !page.contains("{{"), "{page}");
}

#[tokio::test]
async fn the_first_of_a_term_in_a_text_is_a_closed_button() {
    let page = page(Part::Summary, "", true, Language::En).await;
    let term = "<span class=\"term\"><button type=\"button\" aria-expanded=\"false\">SAC</button></span>";
    assert!(page.contains(&format!("the {term}, the SAC and <a href=")), "{page}");
    assert_eq!(page.matches("<button").count(), 1);
}

#[tokio::test]
async fn a_step_says_where_it_is_and_what_it_tells() {
    let page = page(Part::Story, "step=s1", true, Language::En).await;
    assert!(page.starts_with("<section data-region=\"story\""), "{page}");
    assert!(page.contains("<p class=\"kicker\">Overview</p>"), "{page}");
    let heading = "<h2 tabindex=\"-1\"><span class=\"kicker\">Step 1 of 2</span> From 17 October 2019</h2>";
    assert!(page.contains(heading), "{page}");
    assert!(page.contains("data-control=\"story-back\" disabled"), "{page}");
    assert!(page.contains("<button data-control=\"story-next\">"), "{page}");
    assert!(page.contains("<li aria-current=\"step\"><a href=\"?select=e&amp;step=s1\">"), "{page}");
    // The other story is one link away, by its tag where no item has that id.
    assert!(page.contains("<a href=\"?step=t1\">elsewhere</a>"), "{page}");
}

#[tokio::test]
async fn there_is_no_panel_without_a_step() {
    assert_eq!(page(Part::Story, "", true, Language::En).await, "");
    assert_eq!(page(Part::Story, "step=nowhere", true, Language::En).await, "");
}
