//! The look back: a day as of which everything is shown, and a day by which it had been recorded.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::{
    model::{Day, Edtf},
    query::Change,
    state::Action,
    ui::{
        link::item_link,
        quantity::date_words,
        store::{Step, Store},
    },
};

/// So many changes of a day are named.
const MOST_CHANGES: usize = 8;

/// Fields, slider and steps.
pub fn panel(store: &Store) -> Html {
    let changes = store.seen.changes();
    let day = store.context().day();
    let go = |change: Option<Change>, key: &str, sign: &str| {
        let to = change.map(|change| change.day);
        let onclick = store.dispatch.reform(move |_: MouseEvent| (Action::LookBack(to), Step::Push));
        let words = to.map_or_else(|| store.t("change-none"), |day| words(store, day));
        html! { <button data-control={key.to_owned()} {onclick} disabled={to.is_none()}>{sign.to_owned()}{" "}{store.t(key)}<span class="muted">{" · "}{words}</span></button> }
    };
    html! {
        <section class="panel moment" aria-label={store.t("look-back")}>
            <p class="muted">{store.t("look-back-about")}</p>
            <div class="toolbar">
                {field(store, "asof", store.state.asof, Action::LookBack)}
                <div class="tools">
                    {go(changes.previous(day), "change-previous", "←")}{go(changes.next(day), "change-next", "→")}
                </div>
            </div>
            {slider(store, day)}
            <div class="toolbar">
                {field(store, "known", store.state.known, Action::Recall)}
            </div>
            <p class="muted">{store.t("known-about")}</p>
        </section>
    }
}

/// A field for a day; empty for none.
fn field(store: &Store, key: &'static str, day: Option<Day>, action: fn(Option<Day>) -> Action) -> Html {
    let onchange = store.dispatch.reform(move |change: Event| {
        let written = change.target_unchecked_into::<HtmlInputElement>().value();
        (action(Day::parse(&written)), Step::Push)
    });
    let clear = store.dispatch.reform(move |_: MouseEvent| (action(None), Step::Push));
    let value = day.map(|day| day.to_string()).unwrap_or_default();
    html! {
        <div class="tools">
            <label>{store.t(&format!("{key}-label"))}{" "}<input type="date" data-control={key} {value} {onchange} /></label>
            if day.is_some() { <button data-control={format!("{key}-clear")} onclick={clear}>{store.t(&format!("{key}-clear"))}</button> }
        </div>
    }
}

/// A slider over the days from the first change to the last, or to today.
fn slider(store: &Store, day: Day) -> Html {
    let changes = store.seen.changes();
    let Some((first, last)) = changes.first().zip(changes.last()) else { return html! {} };
    let (first, last) = (first.min(day).unix_days(), last.max(day).unix_days());
    let move_to = |step: Step| {
        store.dispatch.reform(move |days: f64| (Action::LookBack(Some(Day::from_unix_days(days as i64))), step))
    };
    let read = |element: HtmlInputElement| element.value_as_number();
    let oninput = move_to(Step::Replace).reform(move |input: InputEvent| read(input.target_unchecked_into()));
    let end = |days: i64| words(store, Day::from_unix_days(days));
    html! {
        <label class="day-slider">
            <span class="visually-hidden">{store.t("asof-slider")}</span>
            <span class="muted">{end(first)}</span>
            <input type="range" data-control="asof-slider" min={first.to_string()} max={last.to_string()} value={day.unix_days().to_string()}
                aria-valuetext={words(store, day)} {oninput} />
            <span class="muted">{end(last)}</span>
        </label>
    }
}

/// What is seen when the reader looks back, and what is not; nothing when nobody does.
pub fn told(store: &Store) -> Html {
    let (asof, known) = (store.state.asof, store.state.known);
    if asof.is_none() && known.is_none() {
        return html! {};
    }
    let back = store.dispatch.reform(|_: MouseEvent| (Action::Return, Step::Push));
    html! {
        <div class="notice" data-region="moment">
            { for sentences(store).into_iter().map(|sentence| html! { <p>{sentence}</p> }) }
            { for asof.and_then(|day| store.seen.changes().at(day)).map(|change| changed(store, change)) }
            <button data-control="return" onclick={back}>{store.t("look-back-end")}</button>
        </div>
    }
}

/// The moment in sentences: which day, and how much that leaves out.
pub fn sentences(store: &Store) -> Vec<String> {
    let seen = &store.seen;
    let asof = store
        .state
        .asof
        .map(|day| store.tf("asof-told", &[("date", words(store, day).into()), ("later", seen.later.into())]));
    let known = store.state.known.map(|day| {
        let record = seen.record;
        let values =
            [("date", words(store, day).into()), ("later", record.later.into()), ("unsaid", record.unsaid.into())];
        store.tf("known-told", &values)
    });
    asof.into_iter().chain(known).collect()
}

/// What changed on the day.
fn changed(store: &Store, change: Change) -> Html {
    let named = change.items.iter().take(MOST_CHANGES);
    let more = change.items.len().saturating_sub(MOST_CHANGES);
    html! {
        <p>{store.t("change-on-day")}{" "}
            { for named.enumerate().map(|(at, (_, id))| html! { <>if at > 0 { {" · "} }{item_link(store, id)}</> }) }
            if more > 0 { {" · "}{store.tf("rows-more", &[("count", more.into())])} }</p>
    }
}

fn words(store: &Store, day: Day) -> String {
    date_words(store, &Edtf::from_day(day))
}
