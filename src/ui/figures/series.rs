//! Measured values over time, as a chart and as a table; a value leads to its panel.

mod table;

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{Element, EventTarget};
use yew::prelude::*;

use super::{FigureProps, figure_of, frame, save::save_buttons};
use crate::{
    draw::series::{Readings, Sample, SeriesText, Telling, caption, join, sample, samples, series},
    model::{Edtf, Figure, Id, Item, Series},
    query::Found,
    render::html::{Emphasis, html},
    scene::focus::{Direction, step, stops_as_drawn},
    ui::{store::Store, text::text, width::use_width},
    web,
};

/// The values of one or several series.
#[component]
pub fn SeriesFigure(props: &FigureProps) -> Html {
    let store = &props.store;
    let (node, width) = use_width(store.room);
    let focused = use_state(|| None::<String>);
    let as_table = use_state(|| false);
    let Some(figure) = figure_of(store, &props.id) else { return html! {} };
    let measured = series_of(store, figure);
    let telling = Telling { words: &store.words, text: &|text| store.plain(text) };
    let read = |item: &&Item<Series>| Readings::of(store.briefing(), &store.data.index, item, &telling);
    let all: Vec<Readings> = measured.iter().map(read).collect();
    let told: Vec<String> = all.iter().map(|one| caption(&one.list, &store.words)).collect();
    let is_titled = all.len() > 1;
    let words = SeriesText {
        title: figure.title.as_ref().map_or_else(|| store.t("figure-series"), |title| store.plain(title)).into(),
        description: described(store, &all, &told).into(),
        empty: store.t("series-empty").into(),
        dates: store.language().axis(),
    };
    let bounds = (figure.from.as_ref().and_then(Edtf::earliest), figure.to.as_ref().and_then(Edtf::latest));
    let scene = Rc::new(series(&all, bounds, width, store.meter, &words));
    let stops = stops_as_drawn(&scene);
    let drawn = stops.len();
    let emphasis = Emphasis { focused: focused.as_deref(), selected: store.state.select.as_deref(), hovered: None };
    let onclick = {
        let store = store.clone();
        Callback::from(move |click: MouseEvent| open(&store, click.target()))
    };
    let onkeydown = {
        let (store, focused, node) = (store.clone(), focused.clone(), node.clone());
        Callback::from(move |press: KeyboardEvent| {
            let Some(from) = key_at(press.target()) else { return };
            let direction = match press.key().as_str() {
                "ArrowLeft" | "ArrowUp" => Direction::Left,
                "ArrowRight" | "ArrowDown" => Direction::Right,
                "Home" => Direction::First,
                "End" => Direction::Last,
                "Enter" | " " => {
                    press.prevent_default();
                    open(&store, press.target());
                    return;
                }
                _ => return,
            };
            press.prevent_default();
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
    let rows = {
        let (store, id) = (store.clone(), props.id.clone());
        Callback::from(move |()| {
            figure_of(&store, &id).map_or(Vec::new(), |it| table::rows(&store, &series_of(&store, it)))
        })
    };
    let unplaced = all.iter().map(|one| one.unplaced).sum::<usize>();
    let content = html! { <>
        <div class="toolbar"><div class="tools">
            <button data-control="table" aria-pressed={as_table.to_string()} onclick={toggle}>{store.t("show-table")}</button>
            {save_buttons(store, &props.id, scene.clone(), rows)}
        </div></div>
        <div ref={node} class="held">
            if *as_table {
                { for measured.iter().map(|item| table::table(store, item)) }
            } else {
                <div class="drawing plain" {onclick} {onkeydown}>{html(&scene, "series", emphasis)}</div>
                <ul class="legend">{ for samples(&all).into_iter().map(|one| entry(store, one)) }</ul>
            }
        </div>
        <div class="told">
            { for measured.iter().zip(&told).map(|(item, words)| html! {
                <p>if is_titled { <strong>{text(store, &item.title)}</strong>{" "} }{words.clone()}</p>
            }) }
            if unplaced > 0 { <p class="muted">{store.tf("series-unplaced", &[("count", unplaced.into())])}</p> }
        </div>
    </> };
    let total = measured.iter().map(|item| item.observations.len()).sum();
    frame(store, figure, (total, drawn), "series", content)
}

/// The series of a figure, in its order.
fn series_of<'a>(store: &'a Store, figure: &Figure) -> Vec<&'a Item<Series>> {
    let found = figure.series.iter().filter_map(|id| store.find(id));
    let series = found.filter_map(|found| match found {
        Found::Series(item) => Some(item),
        _ => None,
    });
    series.collect()
}

/// What all series come to, each with its title where there are several.
fn described(store: &Store, all: &[Readings], told: &[String]) -> String {
    let titled = |(one, words): (&Readings, &String)| {
        let values = [("title", one.title.to_string().into()), ("sentence", words.clone().into())];
        if all.len() > 1 { store.tf("series-titled", &values) } else { words.clone() }
    };
    let sentences: Vec<String> = all.iter().zip(told).map(titled).collect();
    join(&sentences, &store.words)
}

/// A sign and what it means.
fn entry(store: &Store, sign: Sample) -> Html {
    let key = match sign {
        Sample::About => "legend-about-so-much",
        Sample::Up => "legend-more",
        Sample::Down => "legend-less",
        Sample::Range => "legend-range",
        Sample::Within => "legend-within-time",
        Sample::Disputed => "legend-disputed",
        Sample::Apart => "legend-apart",
    };
    html! { <li><span aria-hidden="true">{html(&sample(sign), "", Emphasis::default())}</span>{store.t(key)}</li> }
}

/// The value at an event's target.
fn key_at(target: Option<EventTarget>) -> Option<String> {
    web::closest_attribute(&target?.dyn_into::<Element>().ok()?, "data-key")
}

/// Opens the value at an event's target.
fn open(store: &Store, target: Option<EventTarget>) {
    if let Some(key) = key_at(target) {
        store.select(&Id::from(key.as_str()));
    }
}
