//! Measured values over time, as a chart and as a table; a value leads to its panel. What is measured again and again is a line
//! of steps; what is counted each time for itself stands on stems.

mod table;

use std::rc::Rc;

use yew::prelude::*;

use super::{
    picture::{Canvas, Drawn, Kind},
    save::Rows,
};
use crate::scene::focus::Walk;
use crate::{
    draw::series::{
        Join, Pin, PinSign, Pins, Readings, Sample, SeriesChart, SeriesText, Telling, caption, join as join_sentences,
        sample, samples, series, span_of,
    },
    model::{Edtf, Figure, Id, Item, Series},
    query::Found,
    render::html::{Emphasis, html},
    ui::{detail::claims, quantity::date_words, store::Store, text::text},
};

/// The values of one or several series, each of which holds until the next.
pub static STEPS: Kind = Kind { class: "series", walk: Walk::Line, draw: draw_steps, table, rows };

/// The values of one or several series, each a number of its own.
pub static STEMS: Kind = Kind { class: "series", walk: Walk::Line, draw: draw_stems, table, rows };

fn draw_steps(store: &Store, figure: &Item<Figure>, canvas: Canvas) -> Drawn {
    draw(store, figure, canvas, Join::Steps)
}

fn draw_stems(store: &Store, figure: &Item<Figure>, canvas: Canvas) -> Drawn {
    draw(store, figure, canvas, Join::Stems)
}

fn draw(store: &Store, figure: &Item<Figure>, canvas: Canvas, join: Join) -> Drawn {
    let measured = series_of(store, figure);
    let telling = Telling { words: &store.words, text: &|text| store.plain(text) };
    let read = |item: &&Item<Series>| Readings::of(store.briefing(), &store.data.index, item, &telling);
    let mut all: Vec<Readings> = measured.iter().map(read).collect();
    let told: Vec<String> = match join {
        Join::Steps => all.iter().map(|one| caption(&one.list, &store.words)).collect(),
        Join::Stems => Vec::new(),
    };
    let is_titled = all.len() > 1;
    if is_titled {
        all = all.into_iter().map(|one| one.titled(&store.words)).collect();
    }
    let words = SeriesText {
        title: figure.title.as_ref().map_or_else(|| store.t("figure-series"), |title| store.plain(title)).into(),
        description: described(store, &all, &told).into(),
        empty: store.t("series-empty").into(),
        dates: store.language().axis(),
    };
    let bounds = (figure.from.as_ref().and_then(Edtf::earliest), figure.to.as_ref().and_then(Edtf::latest));
    let unplaced = all.iter().map(|one| one.unplaced).sum::<usize>();
    let legend = legend(store, &all);
    let chart = SeriesChart { all, join, pins: vec![pins(store, figure)], bounds };
    Drawn {
        scene: Rc::new(series(&chart, canvas.width, canvas.meter, &words)),
        items: measured.iter().map(|item| item.observations.len()).sum(),
        lead: html! {},
        legend,
        below: html! {
            <div class="told">
                { for measured.iter().zip(&told).map(|(item, words)| html! {
                    <p>if is_titled { <strong>{text(store, &item.title)}</strong>{" "} }{words.clone()}</p>
                }) }
                if unplaced > 0 { <p class="muted">{store.tf("series-unplaced", &[("count", unplaced.into())])}</p> }
                {disputed(store, &measured)}
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
    join_sentences(&sentences, &store.words)
}

/// The items that the figure marks on its time axis.
fn pins(store: &Store, figure: &Figure) -> Pins {
    let pin = |id: &Id| {
        let found = store.find(id)?;
        let date = &found.date()?.value;
        let name = [("date", date_words(store, date).into()), ("title", store.name(found).into())];
        Some(Pin { id: id.as_str().into(), name: store.tf("item-name", &name).into(), when: span_of(date)? })
    };
    Pins {
        title: store.t("pins-title").into(),
        sign: PinSign::Event,
        list: figure.pins.iter().filter_map(pin).collect(),
    }
}

/// Who says what, where sources disagree on a value.
fn disputed(store: &Store, measured: &[&Item<Series>]) -> Html {
    let values = measured.iter().flat_map(|series| &series.observations);
    let mut ids: Vec<&Id> = Vec::new();
    for id in values.flat_map(|one| store.data.index.concerning(&one.meta.id)) {
        if !ids.contains(&id) {
            ids.push(id);
        }
    }
    let disputes = ids.into_iter().filter_map(|id| match store.find(id) {
        Some(Found::Dispute(dispute)) => Some(html! { <section class="dispute">{claims(store, dispute)}</section> }),
        _ => None,
    });
    let disputes: Vec<Html> = disputes.collect();
    if disputes.is_empty() {
        return html! {};
    }
    html! { <details><summary>{store.tf("series-disputes", &[("count", disputes.len().into())])}</summary>{ for disputes }</details> }
}

/// The signs that occur, and what they mean.
pub fn legend(store: &Store, all: &[Readings]) -> Html {
    html! { <ul class="legend">{ for samples(all).into_iter().map(|one| entry(store, one)) }</ul> }
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
