//! Measured values over time, as a chart and as a table; a value leads to its panel.

mod table;

use std::rc::Rc;

use yew::prelude::*;

use super::{
    picture::{Canvas, Drawn, Kind},
    save::Rows,
    walk::Walk,
};
use crate::{
    draw::series::{Readings, Sample, SeriesText, Telling, caption, join, sample, samples, series},
    model::{Edtf, Figure, Item, Series},
    query::Found,
    render::html::{Emphasis, html},
    ui::{store::Store, text::text},
};

/// The values of one or several series.
pub static KIND: Kind = Kind { class: "series", walk: Walk::Line, draw, table, rows };

fn draw(store: &Store, figure: &Item<Figure>, canvas: Canvas) -> Drawn {
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
    let unplaced = all.iter().map(|one| one.unplaced).sum::<usize>();
    Drawn {
        scene: Rc::new(series(&all, bounds, canvas.width, canvas.meter, &words)),
        items: measured.iter().map(|item| item.observations.len()).sum(),
        lead: html! {},
        legend: html! { <ul class="legend">{ for samples(&all).into_iter().map(|one| entry(store, one)) }</ul> },
        below: html! {
            <div class="told">
                { for measured.iter().zip(&told).map(|(item, words)| html! {
                    <p>if is_titled { <strong>{text(store, &item.title)}</strong>{" "} }{words.clone()}</p>
                }) }
                if unplaced > 0 { <p class="muted">{store.tf("series-unplaced", &[("count", unplaced.into())])}</p> }
            </div>
        },
    }
}

fn table(store: &Store, figure: &Item<Figure>) -> Html {
    html! { <>{ for series_of(store, figure).into_iter().map(|item| table::table(store, item)) }</> }
}

fn rows(store: &Store, figure: &Item<Figure>) -> Rows {
    table::rows(store, &series_of(store, figure))
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
