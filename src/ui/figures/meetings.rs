//! All meetings with the numbers of participants that are stated.

use std::rc::Rc;

use yew::prelude::*;

use super::{
    picture::{Canvas, Drawn, Kind},
    save::{Rows, head, sources_cell},
    series::legend,
};
use crate::scene::focus::Walk;
use crate::{
    draw::series::{Join, PinSign, Pins, SeriesChart, SeriesText, Telling, participants, series},
    model::{Figure, Item, Meeting, Qualifier, Total},
    order,
    ui::{
        link::open,
        quantity::{citations, quantity, span_words},
        store::Store,
        text::text,
    },
};

/// All meetings in order of time, with the numbers of participants that are stated.
pub static KIND: Kind = Kind { class: "series", walk: Walk::Line, draw, table, rows };

fn draw(store: &Store, figure: &Item<Figure>, canvas: Canvas) -> Drawn {
    let all = in_order(store, figure);
    let telling = Telling { words: &store.words, text: &|text| store.plain(text) };
    let (readings, missing) = participants(&all, &store.t("meetings-participants"), &telling);
    let stated = all.iter().filter(|one| !one.attendance.totals.is_empty()).count();
    let said = store.tf("meetings-stated", &[("stated", stated.into()), ("total", all.len().into())]);
    let words = SeriesText {
        title: store.t("figure-meetings").into(),
        description: said.clone().into(),
        empty: store.t("attendance-not-stated").into(),
        dates: store.language().axis(),
    };
    let legend = legend(store, std::slice::from_ref(&readings));
    let missing = Pins { title: store.t("meetings-missing").into(), sign: PinSign::Missing, list: missing };
    let chart = SeriesChart { all: vec![readings], join: Join::Stems, pins: vec![missing], ..SeriesChart::default() };
    let most = all.iter().flat_map(|one| &one.attendance.totals).map(|total| total.value.value).fold(1.0, f64::max);
    Drawn {
        scene: Rc::new(series(&chart, canvas.width, canvas.meter, &words)),
        items: all.len(),
        lead: html! { <p class="muted">{said}</p> },
        legend,
        below: html! { <details class="more" open={true}><summary>{store.t("meetings-list")}</summary>
        <ol class="meetings">{ for all.iter().map(|one| row(store, one, most)) }</ol></details> },
    }
}

/// The columns of the table, by their messages.
const COLUMNS: [&str; 5] = ["column-date", "column-meeting", "column-participants", "column-who", "column-sources"];

fn table(store: &Store, figure: &Item<Figure>) -> Html {
    let row = |one: &Item<Meeting>, total: Option<&Item<Total>>| {
        let number = match total {
            Some(total) => open(store, &total.meta.id, None, html! { {stated(store, total)} }),
            None => html! { <span class="muted">{store.t("not-stated")}</span> },
        };
        html! {
            <tr>
                <th scope="row">{span_words(store, &one.date, one.end.as_ref())}</th>
                <td>{open(store, &one.meta.id, None, text(store, &one.title))}</td>
                <td>{number}</td>
                <td>{ for total.and_then(|total| total.who.as_ref()).map(|who| text(store, who)) }</td>
                <td>{citations(store, total.map_or(&one.meta.sources, |total| &total.meta.sources))}</td>
            </tr>
        }
    };
    html! {
        <div class="table" tabindex="0" role="region" aria-label={store.t("figure-meetings")}>
            <table>
                <thead><tr>{ for head(store, COLUMNS).into_iter().map(|name| html! { <th scope="col">{name}</th> }) }</tr></thead>
                <tbody>{ for with_totals(&in_order(store, figure)).map(|(one, total)| row(one, total)) }</tbody>
            </table>
        </div>
    }
}

fn rows(store: &Store, figure: &Item<Figure>) -> Rows {
    let all = in_order(store, figure);
    let row = |(one, total): (&Item<Meeting>, Option<&Item<Total>>)| {
        let who = total.and_then(|total| total.who.as_ref());
        vec![
            one.date.value.as_str().to_owned(),
            store.plain(&one.title),
            total.map_or_else(|| store.t("not-stated"), |total| stated(store, total)),
            who.map_or_else(String::new, |who| store.plain(who)),
            sources_cell(store, total.map_or(&one.meta.sources, |total| &total.meta.sources)),
        ]
    };
    std::iter::once(head(store, COLUMNS)).chain(with_totals(&all).map(row)).collect()
}

/// Each meeting with each of its totals, or with none.
fn with_totals<'a>(all: &[&'a Item<Meeting>]) -> impl Iterator<Item = (&'a Item<Meeting>, Option<&'a Item<Total>>)> {
    all.iter().flat_map(|one| {
        let totals = &one.attendance.totals;
        let none = totals.is_empty().then_some((*one, None));
        none.into_iter().chain(totals.iter().map(|total| (*one, Some(total))))
    })
}

fn stated(store: &Store, total: &Total) -> String {
    quantity(store, total.value.value, total.qualifier, None)
}

/// The meetings of a figure, oldest first.
pub(super) fn in_order<'a>(store: &'a Store, figure: &Figure) -> Vec<&'a Item<Meeting>> {
    let mut all = order::in_order(&store.briefing().meetings, &|a, b| a.date.value.cmp(&b.date.value));
    all.retain(|one| figure.shows(&one.meta.id));
    all
}

fn row(store: &Store, one: &Item<Meeting>, most: f64) -> Html {
    let place: Vec<String> = [&one.city, &one.country].into_iter().flatten().map(|it| store.plain(it)).collect();
    html! {
        <li data-key={one.meta.id.to_string()}>
            <span class="when">{span_words(store, &one.date, one.end.as_ref())}</span>
            <span class="what">{open(store, &one.meta.id, None, text(store, &one.title))}
                if !place.is_empty() { <span class="muted">{" · "}{place.join(", ")}</span> }</span>
            <span class="how-many">
                { for one.attendance.totals.iter().map(|total| participants_bar(store, total, most)) }
                if one.attendance.totals.is_empty() {
                    <svg class="count-bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true"><path class="count-missing" d="M0 4H100" /></svg>
                    <span class="muted">{store.t("not-stated")}</span>
                }
            </span>
        </li>
    }
}

/// A number of participants with its bar; where it is a lower limit, the end stays open.
fn participants_bar(store: &Store, total: &Item<Total>, most: f64) -> Html {
    let width = (total.value.value / most * 92.0).clamp(0.5, 92.0);
    let is_open = matches!(total.qualifier, Qualifier::MoreThan | Qualifier::AtLeast);
    let class = if total.qualifier == Qualifier::Exact || is_open { "count-part" } else { "count-part soft" };
    html! { <>
        <svg class="count-bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
            <rect {class} width={width.to_string()} height="8" />
            if is_open { <path class="count-open" d={format!("M{} 0L{} 4L{} 8Z", width, width + 6.0, width)} /> }
        </svg>
        {open(store, &total.meta.id, None, html! { {stated(store, total)} })}
        { for total.who.as_ref().map(|who| html! { <span class="muted">{" "}{text(store, who)}</span> }) }
    </> }
}
