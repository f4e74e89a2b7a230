//! What is new since the reader last looked: only if switched on, kept on the device alone, forgotten with one click.

use yew::prelude::*;

use super::{link::item_link, store::Store};
use crate::{
    bundle::Seal,
    model::{Briefing, Id},
    query::news::{self, News},
    web,
};

/// So many links of each list are shown.
const SHOWN: usize = 100;

/// The section on what is new. Nothing in embeds, nor where the reader looks back in time: what is to be compared is the
/// present.
pub fn news(store: &Store) -> Html {
    let state = &store.state;
    if state.embed || state.asof.is_some() || state.known.is_some() {
        return html! {};
    }
    if !news::is_quick(store.briefing()) {
        return html! { <section><h3>{store.t("news")}</h3><p>{store.t("news-large")}</p></section> };
    }
    html! { <Since store={store.clone()} key="news" /> }
}

#[derive(Properties, PartialEq)]
struct SinceProps {
    /// Page, words and state.
    store: Store,
}

/// What the device has.
#[derive(Clone, PartialEq)]
enum Kept {
    /// Not looked yet.
    Unknown,
    /// The browser lets the page keep nothing.
    Refused,
    /// Switched off: nothing is kept.
    Nothing,
    /// Switched on; what is new, or nothing where what is kept cannot be read.
    Since(Option<News>),
}

impl Kept {
    fn look(key: &str, briefing: &Briefing) -> Kept {
        match web::kept(key) {
            Err(_) => Kept::Refused,
            Ok(None) => Kept::Nothing,
            Ok(Some(text)) => Kept::Since(news::read(&text).map(|seen| seen.news(briefing))),
        }
    }
}

/// Where it is kept. Files opened by double click share one storage: there each has a place of its own, by its content.
fn key(store: &Store) -> String {
    let key = format!("annals.seen.{}", store.briefing().card.id);
    let seal = web::is_inside().then(web::inside_seal).flatten().and_then(|seal| Seal::read(&seal));
    match seal {
        Some(seal) => format!("{key}.{}", seal.data),
        None => key,
    }
}

/// The switch, and what is new where it is on.
#[component]
fn Since(props: &SinceProps) -> Html {
    let store = &props.store;
    let key = key(store);
    let kept = use_state(|| Kept::Unknown);
    {
        let (kept, data) = (kept.clone(), store.data.clone());
        use_effect_with(key.clone(), move |key| kept.set(Kept::look(key, &data.briefing)));
    }
    // All that is there counts as seen from now on.
    let mark = {
        let (kept, store, key) = (kept.clone(), store.clone(), key.clone());
        Callback::from(move |()| match web::keep(&key, &news::seen(store.briefing()).write()) {
            Ok(()) => {
                kept.set(Kept::Since(Some(News::default())));
                store.say.emit(store.t("news-marked"));
            }
            Err(_) => store.say.emit(store.t("news-full")),
        })
    };
    let forget = {
        let (kept, store, key) = (kept.clone(), store.clone(), key.clone());
        Callback::from(move |()| match web::forget(&key) {
            Ok(()) => {
                kept.set(Kept::Nothing);
                store.say.emit(store.t("news-forgotten"));
            }
            Err(_) => kept.set(Kept::Refused),
        })
    };
    let is_on = matches!(*kept, Kept::Since(_));
    let onchange = if is_on { forget.reform(|_: Event| ()) } else { mark.reform(|_: Event| ()) };
    html! {
        <section>
            <h3>{store.t("news")}</h3>
            <p>{store.tf("news-keeps", &[("key", key.into())])}</p>
            if let Kept::Refused = *kept {
                <p>{store.t("news-refused")}</p>
            } else {
                <p><label><input type="checkbox" data-control="news" checked={is_on} disabled={*kept == Kept::Unknown} {onchange} />
                    {" "}{store.t("news-switch")}</label></p>
            }
            if let Kept::Since(found) = &*kept {
                { match found {
                    None => html! { <p>{store.t("news-unread")}</p> },
                    Some(found) if found.is_empty() => html! { <p>{store.t("news-none")}</p> },
                    Some(found) => html! { <>
                        {list(store, "news-new", &found.new)}
                        {list(store, "news-changed", &found.changed)}
                        {gone(store, &found.gone)}
                    </> },
                } }
                <p class="tools">
                    <button data-control="news-seen" onclick={mark.reform(|_| ())}>{store.t("news-seen")}</button>
                    <button data-control="news-forget" onclick={forget.reform(|_| ())}>{store.t("news-forget")}</button>
                </p>
            }
        </section>
    }
}

/// Links to items, under how many there are; nothing without any.
fn list(store: &Store, key: &str, ids: &[Id]) -> Html {
    let links = ids.iter().take(SHOWN).map(|id| html! { <li>{item_link(store, id)}</li> });
    section(store, key, ids.len(), links.collect())
}

/// The ids of items that are gone.
fn gone(store: &Store, ids: &[String]) -> Html {
    let ids_shown = ids.iter().take(SHOWN).map(|id| html! { <li><code>{id.clone()}</code></li> });
    section(store, "news-gone", ids.len(), ids_shown.collect())
}

fn section(store: &Store, key: &str, count: usize, lines: Vec<Html>) -> Html {
    if count == 0 {
        return html! {};
    }
    html! { <>
        <h4>{store.tf(key, &[("count", count.into())])}</h4>
        <ul class="items">{ for lines }</ul>
        if count > SHOWN { <p class="muted">{store.tf("news-more", &[("count", (count - SHOWN).into())])}</p> }
    </> }
}
