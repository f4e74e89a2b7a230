//! The board of deadlines: what is left, what was moved, and calendar files.

use yew::prelude::*;

use super::{
    FigureProps, figure_of, frame,
    save::{Form, What, files, take},
};
use crate::{
    figure::lists::{board, deadline_words},
    model::{Edtf, Id},
    query::{Deadline, DeadlineKind},
    ui::{
        link::open,
        quantity::{date_words, disputed, standing_of},
        store::Store,
        text::text,
    },
};

/// The kinds, in the order of their buttons.
const KINDS: [DeadlineKind; 5] = [
    DeadlineKind::Comments,
    DeadlineKind::Effective,
    DeadlineKind::Enforced,
    DeadlineKind::Grace,
    DeadlineKind::Target,
];

/// All deadlines, those to come first.
#[component]
pub fn Board(props: &FigureProps) -> Html {
    let store = &props.store;
    let chosen = use_state(Vec::<DeadlineKind>::new);
    let Some(figure) = figure_of(store, &props.id) else { return html! {} };
    let context = store.context();
    let all = board(&context, figure);
    let is_shown = |one: &&Deadline| chosen.is_empty() || chosen.contains(&one.kind);
    let shown: Vec<&Deadline> = all.iter().filter(is_shown).collect();
    let (passed, ahead): (Vec<&Deadline>, Vec<&Deadline>) = shown.iter().partition(|one| one.has_passed());
    let chip = |kind: DeadlineKind| {
        let count = all.iter().filter(|one| one.kind == kind).count();
        let is_chosen = chosen.contains(&kind);
        let chosen = chosen.clone();
        let onclick = move |_: MouseEvent| {
            let mut next = (*chosen).clone();
            match next.iter().position(|one| *one == kind) {
                Some(at) => drop(next.remove(at)),
                None => next.push(kind),
            }
            chosen.set(next);
        };
        html! {
            <button class="chip" aria-pressed={is_chosen.to_string()} {onclick} disabled={count == 0 && !is_chosen}>
                {store.t(&format!("deadline-what-{}", kind.word()))}{" "}<span class="muted">{count}</span>
            </button>
        }
    };
    let date = date_words(store, &Edtf::from_day(context.day()));
    let ids: Vec<Id> = shown.iter().map(|one| one.meta.id.clone()).collect();
    let calendar = take(store, &What::Calendar(ids), Form::Ics);
    let content = html! { <>
        <p class="muted">{store.tf("board-counted", &[("date", date.into())])}</p>
        <div class="toolbar">
            <div class="tools" role="group" aria-label={store.t("board-kinds")}>{ for KINDS.into_iter().map(chip) }</div>
            <div class="tools">
                <button data-control="ics" onclick={calendar} disabled={shown.is_empty()}>{store.tf("board-calendar", &[("count", shown.len().into())])}</button>
                {files(store, &What::List(props.id.clone()))}
            </div>
        </div>
        <p class="figure-status">{store.tf("board-count", &[("ahead", ahead.len().into()), ("passed", passed.len().into())])}</p>
        if ahead.is_empty() { <p class="muted">{store.t("board-none")}</p> }
        <ol class="source-list">{ for ahead.into_iter().map(|one| entry(store, one)) }</ol>
        if !passed.is_empty() {
            <details><summary>{store.tf("board-passed", &[("count", passed.len().into())])}</summary>
                <ol class="source-list">{ for passed.into_iter().map(|one| entry(store, one)) }</ol></details>
        }
    </> };
    frame(store, figure, (shown.len(), shown.len()), "board", content)
}

fn entry(store: &Store, one: &Deadline) -> Html {
    let context = store.context();
    let id = &one.meta.id;
    html! {
        <li key={id.to_string()} data-key={id.to_string()}>
            <p><strong class="when">{ for one.moved.iter().map(|moved| html! { <><s>{date_words(store, &moved.was.value)}</s>{" "}</> }) }
                {date_words(store, &one.date.value)}</strong>{" · "}{store.t(&format!("deadline-what-{}", one.kind.word()))}{" "}{standing_of(store, one.meta)}{disputed(store, id)}</p>
            <h3>{open(store, id, None, text(store, one.title))}</h3>
            <p class="muted">{deadline_words(&context, one, context.day())}</p>
            <div class="tools">{calendar_button(store, id)}</div>
        </li>
    }
}

/// Downloads a calendar file of one item.
pub fn calendar_button(store: &Store, id: &Id) -> Html {
    html! {
        <button data-control="ics" onclick={take(store, &What::Calendar(vec![id.clone()]), Form::Ics)}>{store.t("calendar-one")}</button>
    }
}
