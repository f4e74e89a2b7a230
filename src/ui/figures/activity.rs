//! How much the briefing records for each year; a year leads to its place on the timeline.

use std::sync::Arc;

use wasm_bindgen::JsCast;
use web_sys::Element;
use yew::prelude::*;

use super::{FigureProps, figure_of, frame};
use crate::{
    draw::{
        activity::{Activity as Counts, ActivityText, activity, iso_year},
        occurrences::{Naming, timeline_input},
    },
    model::{Edtf, Id},
    query::visible,
    render::html::{Emphasis, html},
    scale::Span,
    scene::focus::{Direction, step, stops},
    state::{Action, Bound, ViewState},
    ui::{
        link::go,
        store::{Step, Store},
        width::use_width,
    },
    web,
};

/// Height of the chart in CSS pixels.
const HEIGHT_PX: f64 = 200.0;

/// The number of items by year, stacked by track.
#[component]
pub fn Activity(props: &FigureProps) -> Html {
    let store = &props.store;
    let (node, width) = use_width(store.room);
    let meter = store.meter;
    let focused = use_state(|| None::<String>);
    let as_table = use_state(|| false);
    let Some(figure) = figure_of(store, &props.id) else { return html! {} };
    let shown = visible(store.briefing(), &ViewState::default(), &figure.tracks);
    let naming = Naming { text: &|text| store.plain(text), track: &|id| store.t(&format!("track-{id}")) };
    let (briefing, index) = (store.briefing(), &store.data.index);
    let input = timeline_input(briefing, index, &shown, &[], (Span::from_days(0, 1), None), &naming);
    let colours: Vec<usize> = input.tracks.iter().map(|track| track.colour).collect();
    let counts = Counts::of(&input.items, &colours);
    let sum = |counts: &[u32]| counts.iter().sum::<u32>() as usize;
    let last_year = counts.first_year + counts.counts.len() as i64 - 1;
    let description = store.tf(
        "activity-description",
        &[("from", counts.first_year.to_string().into()), ("to", last_year.to_string().into())],
    );
    let said = |year: i64, counts: &[u32]| {
        let values = [("year", year.to_string().into()), ("count", sum(counts).into())];
        Arc::from(store.tf("activity-year", &values))
    };
    let text = ActivityText {
        title: store.words.known("figure", "activity").into(),
        description: description.clone().into(),
        empty: store.t("timeline-empty").into(),
        dates: store.language().axis(),
        year: &said,
    };
    let scene = activity(&counts, width, HEIGHT_PX * meter.scale, meter, &text);
    let stops = stops(&scene);
    let emphasis = Emphasis { focused: focused.as_deref(), ..Emphasis::default() };
    let drawing = html(&scene, "activity", emphasis);
    let onclick = {
        let store = store.clone();
        Callback::from(move |click: MouseEvent| {
            if let Some(year) = period(click.target()) {
                open_year(&store, &year);
            }
        })
    };
    let onkeydown = {
        let (store, focused, node) = (store.clone(), focused.clone(), node.clone());
        Callback::from(move |press: KeyboardEvent| {
            let direction = match press.key().as_str() {
                "ArrowLeft" | "ArrowUp" => Direction::Left,
                "ArrowRight" | "ArrowDown" => Direction::Right,
                "Home" => Direction::First,
                "End" => Direction::Last,
                "Enter" | " " => {
                    if let Some(year) = period(press.target()) {
                        press.prevent_default();
                        open_year(&store, &year);
                    }
                    return;
                }
                _ => return,
            };
            press.prevent_default();
            let from = period(press.target()).unwrap_or_default();
            if let Some(stop) = step(&stops, &from, direction) {
                focused.set(Some(stop.key.id.to_string()));
                if let Some(element) = node.cast::<Element>() {
                    web::focus_stop(&element, &stop.key.id);
                }
            }
        })
    };
    let toggle = {
        let as_table = as_table.clone();
        move |_| as_table.set(!*as_table)
    };
    let total: usize = counts.counts.iter().map(|counts| sum(counts)).sum();
    let unplaced = shown.unplaced.len();
    let content = html! { <>
        <div class="toolbar">
            <p class="muted">{description}
                if unplaced > 0 { {" "}{store.tf("activity-unplaced", &[("count", unplaced.into())])} }</p>
            <button data-control="table" aria-pressed={as_table.to_string()} onclick={toggle}>{store.t("show-table")}</button>
        </div>
        <div ref={node} class="drawing plain" {onclick} {onkeydown}>
            if *as_table { {table(store, &counts, &input.tracks)} } else { {drawing} }
        </div>
        <ul class="legend">{ for input.tracks.iter().map(|track| {
            let tone = crate::scene::Tone::of_index(track.colour).number();
            html! { <li class={format!("tone-{tone}")}><span class="swatch" aria-hidden="true"></span>{track.title.to_string()}</li> }
        }) }</ul>
    </> };
    frame(store, figure, (total, total), "activity", content)
}

fn table(store: &Store, counts: &Counts, tracks: &[crate::layout::timeline::TrackRow]) -> Html {
    html! {
        <table>
            <thead><tr><th scope="col">{store.t("table-year")}</th>
                { for tracks.iter().map(|track| html! { <th scope="col">{track.title.to_string()}</th> }) }</tr></thead>
            <tbody>{ for (counts.first_year..).zip(&counts.counts).map(|(year, row)| html! {
                <tr><th scope="row">{year_link(store, year)}</th>{ for row.iter().map(|count| html! { <td>{*count}</td> }) }</tr>
            }) }</tbody>
        </table>
    }
}

/// The year at an event's target.
fn period(target: Option<web_sys::EventTarget>) -> Option<String> {
    let element = target?.dyn_into::<Element>().ok()?;
    web::closest_attribute(&element, "data-period")
}

/// Shows a year on the timeline.
fn open_year(store: &Store, year: &str) {
    if let Some(visit) = visit(year) {
        store.dispatch.emit((visit, Step::Push));
    }
}

fn visit(year: &str) -> Option<Action> {
    let date = Edtf::parse(year).ok()?;
    let (from, to) = (Bound::Date(date.clone()), Bound::Date(date));
    Some(Action::Visit { view: Id::from("timeline"), from, to })
}

/// A year that leads to its place on the timeline.
fn year_link(store: &Store, year: i64) -> Html {
    match visit(&iso_year(year)) {
        Some(visit) => go(store, visit, html! { {year} }),
        None => html! { {year} },
    }
}
