//! The page inside another page: what it tells the page around it and takes from it, the line below, and files to copy where they
//! cannot be handed over.

use std::{cell::RefCell, rc::Rc};

use yew::prelude::*;

use super::{
    shell::footer_line,
    store::Store,
    take::{ByHand, copied},
    text::text,
};
use crate::{
    scene::{
        theme::Theme as Colours,
        tokens::{LEAST_CONTRAST, Refusal, TOKENS, tokens},
    },
    state::{Theme, ViewState, encoded, write},
    web::{self, Asked, Host},
};

/// The names of the tokens that the host may set.
static NAMES: [&str; TOKENS.len()] = {
    let mut names = [""; TOKENS.len()];
    let mut at = 0;
    while at < names.len() {
        names[at] = TOKENS[at].0;
        at += 1;
    }
    names
};

/// In the address that the host lends, the place of the view.
const PLACE: &str = "%7Bquery%7D";

/// What stands below a page inside another one.
pub fn hosted(store: &Store) -> Html {
    html! { <Hosted store={store.clone()} /> }
}

#[derive(Properties, PartialEq)]
struct HostedProps {
    /// Page, words and state.
    store: Store,
}

/// A file that may not have reached the reader: its name and, where it is one, its text.
type File = (AttrValue, Option<AttrValue>);

#[component]
fn Hosted(props: &HostedProps) -> Html {
    let store = &props.store;
    let host = use_mut_ref(|| None::<Host>);
    let link = use_state(|| None::<String>);
    let offers = use_state(|| None::<Vec<(String, String)>>);
    let file = use_state(|| None::<File>);
    let by_hand = use_state(|| None::<AttrValue>);
    {
        let host = host.clone();
        let (link, offers, file) = (link.setter(), offers.setter(), file.setter());
        use_effect_with((), move |()| {
            web::be_embedded();
            *host.borrow_mut() = web::on_host(&NAMES, move |asked| match asked {
                Asked::Hello { link: lent, downloads } => {
                    web::trust_files(downloads);
                    link.set(lent);
                }
                Asked::Set(query) => {
                    web::follow(Some(&format!("{}&embed=1", query.trim_start_matches('?'))));
                }
                Asked::Theme(offered) => offers.set(Some(offered)),
            });
            let told = host.borrow().clone();
            let height = told.clone().and_then(|host| web::on_height(move |px| host.resize(px)));
            let handed = web::on_handed(move |name, text| file.set(Some((name.into(), text.map(AttrValue::from)))));
            wasm_bindgen_futures::spawn_local(async move {
                web::next_frame().await;
                web::next_task().await;
                if let Some(host) = told {
                    host.ready();
                }
            });
            move || {
                *host.borrow_mut() = None;
                drop((height, handed));
            }
        });
    }
    use_told(store, &host);
    use_look(store, &offers);
    html! { <>
        { for (*file).clone().map(|(name, words)| html! {
            <section class="panel handed" role="region" aria-label={name.clone()}>
                { match words {
                    Some(words) => html! { <ByHand label={store.tf("embed-file", &[("name", name.to_string().into())])} text={words} /> },
                    None => html! { <p>{store.tf("embed-picture", &[("name", name.to_string().into())])}{" "}{full(store)}</p> },
                } }
            </section>
        }) }
        <footer class="embed-line">
            <p>
                <span class="brand">{text(store, &store.briefing().card.title)}</span>
                <span class="muted">{footer_line(store)}</span>
            </p>
            <p class="tools">
                <button data-control="share" onclick={share(store, (*link).clone(), by_hand.setter())}>{store.t("share")}</button>
                {full(store)}
            </p>
            { for (*by_hand).clone().map(|text| html! { <ByHand label={store.t("share-by-hand")} {text} /> }) }
        </footer>
    </> }
}

/// The state of the page as that of a page of its own.
fn alone(state: &ViewState) -> ViewState {
    ViewState { embed: false, ..state.clone() }
}

/// The link to the whole page at this view, in the language at hand.
fn full(store: &Store) -> Html {
    let lang = Some(store.language().tag().into());
    let href = web::share_address(&write(&ViewState { lang, ..alone(&store.state) }));
    html! { <a data-control="full" {href} target="_blank" rel="noopener">{store.t("embed-full")}</a> }
}

/// Tells the host the view and the opened item when they change.
#[hook]
fn use_told(store: &Store, host: &Rc<RefCell<Option<Host>>>) {
    let query = write(&alone(&store.state));
    let before = use_mut_ref(|| (query.clone(), store.state.select.clone()));
    let (host, select) = (host.clone(), store.state.select.clone());
    use_effect_with((query, select), move |now| {
        let (query, select) = before.replace(now.clone());
        if let Some(host) = &*host.borrow() {
            if query != now.0 {
                host.state(&now.0);
            }
            if let Some(id) = now.1.as_ref().filter(|_| select != now.1) {
                host.select(id);
            }
        }
    });
}

/// Puts on the look that the host offers, as far as it can be read.
#[hook]
fn use_look(store: &Store, offers: &Option<Vec<(String, String)>>) {
    let worn = use_mut_ref(Vec::new);
    use_effect_with((offers.clone(), store.state.theme), move |(offers, theme)| {
        let Some(offers) = offers else { return };
        let colours = match theme {
            Theme::Auto if web::is_dark() => Colours::DARK,
            Theme::Auto | Theme::Light => Colours::LIGHT,
            Theme::Dark => Colours::DARK,
            Theme::Contrast => Colours::CONTRAST,
        };
        let (used, refused) = tokens(offers, &colours);
        let before = worn.replace(used.clone());
        if before == used {
            return;
        }
        web::set_tokens(&before, &used);
        for (name, why) in refused {
            web::warn(&match why {
                Refusal::Value => {
                    format!("--annals-{name} is not used: its value is not one that docs/embedding.md lists")
                }
                Refusal::Contrast(other, found) => format!(
                    "--annals-{name} is not used: with {other} its contrast is {found:.2}, below {LEAST_CONTRAST}"
                ),
            });
        }
        // Texts are as wide as their font makes them.
        web::follow(None);
    });
}

/// Copies the link of this view: the host's own address where it lends that, else that of the whole page.
fn share(store: &Store, lent: Option<String>, by_hand: UseStateSetter<Option<AttrValue>>) -> Callback<MouseEvent> {
    let store = store.clone();
    Callback::from(move |_| {
        let address = match &lent {
            Some(link) => {
                let query = write(&alone(&store.state));
                link.replacen(PLACE, &encoded(&query), 1)
            }
            None => {
                let lang = Some(store.language().tag().into());
                web::share_address(&write(&ViewState { lang, ..alone(&store.state) }))
            }
        };
        copied(&store, address, ["link-copied", "share-by-hand"], by_hand.clone());
    })
}
