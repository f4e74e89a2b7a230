//! The offline file: making one of the briefing at hand; and in such a file, whether it is still what it was.

use yew::prelude::*;

use crate::{
    bundle::{self, Parts, Seal, TEMPLATE},
    load::fingerprint::sha256,
    ui::store::Store,
    web,
};

/// Largest template and briefing fetched.
const MAX_BYTES: usize = 64 * 1024 * 1024;
/// So many digits of a hash tell two files apart at a glance.
const SHORT: usize = 12;

/// Properties of [`OfflineFile`].
#[derive(Properties, PartialEq)]
pub struct OfflineProps {
    /// Where the briefing is.
    pub store: Store,
}

/// How far making the file is.
#[derive(Clone, Copy, PartialEq)]
enum Making {
    Idle,
    Busy,
    Failed,
}

/// The control that makes the offline file of the whole briefing.
#[component]
pub fn OfflineFile(props: &OfflineProps) -> Html {
    let store = &props.store;
    let making = use_state(|| Making::Idle);
    let onclick = {
        let (store, making) = (store.clone(), making.clone());
        Callback::from(move |_: MouseEvent| {
            if *making == Making::Busy {
                return;
            }
            making.set(Making::Busy);
            let (store, making) = (store.clone(), making.clone());
            wasm_bindgen_futures::spawn_local(async move {
                web::next_frame().await;
                match make(&store).await {
                    Some(text) => {
                        let name = format!("{}.html", store.briefing().card.id);
                        web::download(&name, "text/html", &text);
                        store.say.emit(store.t("offline-made"));
                        making.set(Making::Idle);
                    }
                    None => {
                        store.say.emit(store.t("offline-failed"));
                        making.set(Making::Failed);
                    }
                }
            });
        })
    };
    html! {
        <section class="offline">
            <p><button data-control="offline" {onclick} aria-disabled={(*making == Making::Busy).then_some("true")}>{store.t("offline")}</button>
                {" "}<span class="muted">{store.t("offline-hint")}</span></p>
            if *making == Making::Failed { <p role="alert" data-error-code="NET_OFFLINE">{store.t("offline-failed")}</p> }
        </section>
    }
}

/// The file; `None` where its parts cannot be had.
async fn make(store: &Store) -> Option<String> {
    let whole = &store.seen.whole.briefing;
    if let (Some(parts), Some(data), Some(start)) = (web::inside_parts(), web::inside_data(), web::start()) {
        let unsealed = bundle::unsealed(&parts, whole, &data, &start);
        // The same file again keeps its signature.
        let signed =
            web::inside_seal().and_then(|seal| Seal::read(&seal)).filter(|seal| seal.file == unsealed.fingerprint());
        return Some(unsealed.sealed(signed.and_then(|seal| seal.signed)));
    }
    let briefing = store.state.briefing.as_deref().unwrap_or("briefing.json");
    let parts = Parts::within(&fetch(TEMPLATE).await?)?;
    let json = fetch(briefing).await?;
    Some(bundle::unsealed(&parts, whole, &bundle::compact(&json), "").sealed(None))
}

async fn fetch(address: &str) -> Option<String> {
    let address = web::resolve(address).ok()?;
    String::from_utf8(web::fetch(&address, MAX_BYTES, false, |_, _| ()).await.ok()?).ok()
}

/// Whether data and app are what the seal says.
#[derive(Clone, PartialEq)]
struct Found {
    seal: Option<Seal>,
    data: String,
    app: String,
}

/// The hashes of an offline file, computed from it and compared with its seal; nothing on a site.
#[component]
pub fn Sealed(props: &OfflineProps) -> Html {
    let store = &props.store;
    let found = use_state(|| None);
    {
        let found = found.clone();
        use_effect_with((), move |()| {
            if web::is_inside() {
                wasm_bindgen_futures::spawn_local(async move {
                    web::next_task().await;
                    let data = sha256(web::inside_data().unwrap_or_default().as_bytes());
                    web::next_task().await;
                    let app = web::inside_parts().map(|parts| parts.fingerprint()).unwrap_or_default();
                    let seal = web::inside_seal().and_then(|seal| Seal::read(&seal));
                    found.set(Some(Found { seal, data, app }));
                });
            }
        });
    }
    let Some(Found { seal, data, app }) = &*found else { return html! {} };
    let stated = |hash: fn(&Seal) -> &str, computed: &str| seal.as_ref().is_some_and(|seal| hash(seal) == computed);
    let rows = [("seal-data", data, stated(|seal| &seal.data, data)), ("seal-app", app, stated(|seal| &seal.app, app))];
    let is_whole = rows.iter().all(|(.., same)| *same);
    let state = if is_whole { "verified" } else { "altered" };
    let signed = seal.as_ref().and_then(|seal| seal.signed.as_ref());
    html! {
        <section data-seal={state} role={(!is_whole).then_some("alert")} data-error-code={(!is_whole).then_some("DATA_SYNTAX")}>
            <details class="seal">
                <summary>{store.tf(&format!("seal-{state}"), &[("hash", data[..SHORT.min(data.len())].into())])}</summary>
                <ul>{ for rows.iter().map(|(name, hash, same)| html! {
                    <li>{store.t(name)}{": "}<code>{(*hash).clone()}</code>{" "}{store.t(if *same { "seal-same" } else { "seal-differs" })}</li>
                }) }</ul>
                <p>{store.t("seal-honest")}</p>
                if let Some((key, _)) = signed {
                    <p>{store.t("seal-signed")}{" "}<code>{bundle::key_fingerprint(key)}</code></p>
                }
            </details>
        </section>
    }
}
