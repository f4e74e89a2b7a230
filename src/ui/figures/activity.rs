//! How much the briefing records for each year; a year leads to its place on the timeline.

use std::{rc::Rc, sync::Arc};

use yew::prelude::*;

use super::{
    picture::{Canvas, Drawn, Kind},
    save::Rows,
};
use crate::scene::focus::Walk;
use crate::{
    draw::{
        activity::{Activity as Counts, ActivityText, activity, iso_year},
        occurrences::{Naming, timeline_input},
    },
    layout::timeline::{TimelineInput, TrackRow},
    model::{Figure, Item},
    query::visible,
    scale::Span,
    scene::Tone,
    state::ViewState,
    ui::{
        link::{go, visit},
        store::Store,
    },
};

/// Height of the chart in CSS pixels.
const HEIGHT_PX: f64 = 200.0;

/// The number of items by year, stacked by track.
pub static KIND: Kind = Kind { class: "activity", walk: Walk::Line, draw, table, rows };

/// What there is to count, and how many items have no year.
fn counted(store: &Store, figure: &Figure) -> (Counts, TimelineInput, usize) {
    let shown = visible(store.briefing(), &ViewState::default(), &figure.tracks);
    let naming = Naming { text: &|text| store.plain(text), track: &|id| store.t(&format!("track-{id}")) };
    let (briefing, index) = (store.briefing(), &store.data.index);
    let input = timeline_input(briefing, index, &shown, &[], (Span::from_days(0, 1), None), &naming);
    let colours: Vec<usize> = input.tracks.iter().map(|track| track.colour).collect();
    (Counts::of(&input.items, &colours), input, shown.unplaced.len())
}

fn sum(counts: &[u32]) -> usize {
    counts.iter().sum::<u32>() as usize
}

fn draw(store: &Store, figure: &Item<Figure>, canvas: Canvas) -> Drawn {
    let (counts, input, unplaced) = counted(store, figure);
    let last_year = counts.first_year + counts.counts.len() as i64 - 1;
    let years = [("from", counts.first_year.to_string().into()), ("to", last_year.to_string().into())];
    let is_empty = counts.counts.is_empty();
    let description = if is_empty { String::new() } else { store.tf("activity-description", &years) };
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
    let Canvas { width, meter } = canvas;
    Drawn {
        scene: Rc::new(activity(&counts, width, HEIGHT_PX * meter.scale, meter, &text)),
        items: counts.counts.iter().map(|counts| sum(counts)).sum(),
        lead: html! { <p class="muted">{description}
        if unplaced > 0 { {" "}{store.tf("activity-unplaced", &[("count", unplaced.into())])} }</p> },
        legend: html! { <ul class="legend">{ for input.tracks.iter().map(|track| {
            let tone = Tone::of_index(track.colour).number();
            html! { <li class={format!("tone-{tone}")}><span class="swatch" aria-hidden="true"></span>{track.title.to_string()}</li> }
        }) }</ul> },
        below: html! {},
    }
}

fn titles(tracks: &[TrackRow]) -> impl Iterator<Item = String> {
    tracks.iter().map(|track| track.title.to_string())
}

fn table(store: &Store, figure: &Item<Figure>) -> Html {
    let (counts, input, _) = counted(store, figure);
    html! {
        <div class="table"><table>
            <thead><tr><th scope="col">{store.t("table-year")}</th>{ for titles(&input.tracks).map(|title| html! { <th scope="col">{title}</th> }) }</tr></thead>
            <tbody>{ for (counts.first_year..).zip(&counts.counts).map(|(year, row)| html! {
                <tr><th scope="row">{year_link(store, year)}</th>{ for row.iter().map(|count| html! { <td>{*count}</td> }) }</tr>
            }) }</tbody>
        </table></div>
    }
}

fn rows(store: &Store, figure: &Item<Figure>) -> Rows {
    let (counts, input, _) = counted(store, figure);
    let head = std::iter::once(store.t("table-year")).chain(titles(&input.tracks)).collect();
    let years = (counts.first_year..).zip(&counts.counts);
    let row =
        |(year, row): (i64, &Vec<u32>)| std::iter::once(iso_year(year)).chain(row.iter().map(u32::to_string)).collect();
    std::iter::once(head).chain(years.map(row)).collect()
}

/// A year that leads to its place on the timeline.
fn year_link(store: &Store, year: i64) -> Html {
    match visit(&iso_year(year)) {
        Some(visit) => go(store, visit, html! { {year} }),
        None => html! { {year} },
    }
}
