//! Who came to one meeting: stated numbers and shares, organisations by kind and seat, who spoke about what.

use std::rc::Rc;

use yew::prelude::*;

use super::{
    matrix::{capacity, signs},
    picture::{Canvas, Drawn, Kind},
    save::{Rows, head, sources_cell},
};
use crate::scene::focus::Walk;
use crate::{
    draw::attendance::{Telling, attendance, share_words, total_words},
    model::{Citation, Figure, Id, Item, Meeting, Organisation, Text},
    order,
    query::Found,
    ui::{
        link::{item_link, open},
        quantity::{citations, date_words},
        store::Store,
        text::{markdown, text},
    },
};

/// The attendance of one meeting.
pub static KIND: Kind = Kind { class: "attendance", walk: Walk::Grid, draw, table, rows };

/// The meeting that the figure names first.
fn meeting_of<'a>(store: &'a Store, figure: &Figure) -> Option<&'a Item<Meeting>> {
    match store.find(figure.items.first()?)? {
        Found::Meeting(meeting) => Some(meeting),
        _ => None,
    }
}

/// Calls `with` with how a meeting is told on this page.
fn telling<T>(store: &Store, figure: &Figure, with: impl FnOnce(&Telling) -> T) -> T {
    let title = figure.title.as_ref().map_or_else(|| store.t("figure-attendance"), |title| store.plain(title));
    with(&Telling {
        title: title.into(),
        words: &store.words,
        text: &|text| store.plain(text),
        kind: &|one| kind_words(store, one),
    })
}

/// The word for the kind of an organisation: its own, else that of the actor it is.
fn kind_words(store: &Store, one: &Organisation) -> Option<String> {
    let of_actor = || match store.find(one.actor.as_ref()?)? {
        Found::Actor(actor) => actor.kind.as_deref(),
        _ => None,
    };
    Some(store.words.known("kind", one.kind.as_deref().or_else(of_actor)?))
}

fn draw(store: &Store, figure: &Item<Figure>, canvas: Canvas) -> Drawn {
    let meeting = meeting_of(store, figure);
    let scene = telling(store, figure, |telling| attendance(meeting, canvas.width, canvas.meter, telling));
    let scene = Rc::new(scene);
    let Some(meeting) = meeting else {
        return Drawn { scene, items: 0, lead: html! {}, legend: html! {}, below: html! {} };
    };
    let stated = &meeting.attendance;
    let organisations = &stated.organisations;
    let occurs = |status| organisations.iter().any(|one| one.status == status);
    Drawn {
        scene,
        items: stated.totals.len() + stated.groups.len() + organisations.len(),
        lead: html! { <p>{item_link(store, &meeting.meta.id)}<span class="muted">{" · "}{date_words(store, &meeting.date.value)}</span></p> },
        legend: if organisations.is_empty() {
            html! {}
        } else {
            html! { <ul class="legend">{signs(store, &occurs, canvas.meter)}</ul> }
        },
        below: html! { <>{notes(store, meeting)}{by_seat(store, organisations)}{talks(store, meeting)}</> },
    }
}

/// What is to be known of the numbers, and where they come from.
fn notes(store: &Store, meeting: &Meeting) -> Html {
    let (totals, groups) = (&meeting.attendance.totals, &meeting.attendance.groups);
    let metas = || totals.iter().map(|one| &one.meta).chain(groups.iter().map(|one| &one.meta));
    let mut sources: Vec<Citation> = Vec::new();
    for citation in metas().flat_map(|meta| &meta.sources) {
        if !sources.contains(citation) {
            sources.push(citation.clone());
        }
    }
    html! { <>
        { for metas().filter_map(|meta| meta.note.as_ref()).map(|note| html! { <p class="muted">{text(store, note)}</p> }) }
        if !sources.is_empty() { {citations(store, &sources)} }
    </> }
}

/// The organisations under their seats.
fn by_seat(store: &Store, organisations: &[Item<Organisation>]) -> Html {
    let seat_of = |one: &Item<Organisation>| one.seat.as_ref().map(|seat| store.plain(seat));
    let seats = counted(organisations.iter().map(seat_of));
    if seats.iter().all(|(seat, _)| seat.is_none()) {
        return html! {};
    }
    html! {
        <section>
            <h3>{store.t("attendance-by-seat")}</h3>
            <dl class="facts seats">{ for seats.into_iter().map(|(seat, _)| html! {
                <div>
                    <dt>{seat.clone().unwrap_or_else(|| store.t("seat-not-stated"))}</dt>
                    { for organisations.iter().filter(|one| seat_of(one) == seat).map(|one| html! {
                        <dd>{open(store, &one.meta.id, None, text(store, &one.label))}</dd>
                    }) }
                </div>
            }) }</dl>
        </section>
    }
}

/// Who spoke about what.
fn talks(store: &Store, meeting: &Item<Meeting>) -> Html {
    if meeting.agenda.is_empty() && meeting.people.is_empty() {
        return html! {};
    }
    let is_on_agenda = |id: &Id| meeting.agenda.iter().any(|point| point.people.contains(id));
    let person = |id: &Id| match store.find(id) {
        Some(Found::Person(_, person)) => html! {
            <li>{open(store, id, None, text(store, &person.name))}
                { for [&person.role, &person.affiliation].into_iter().flatten().map(|it: &Text| html! { <span class="muted">{" · "}{text(store, it)}</span> }) }</li>
        },
        _ => html! {},
    };
    html! {
        <section>
            <h3>{store.t("attendance-talks")}</h3>
            <ol class="talks">{ for meeting.agenda.iter().map(|point| html! {
                <li>
                    <h4>{open(store, &point.meta.id, None, text(store, &point.title))}</h4>
                    <ul class="items">{ for point.people.iter().map(person) }</ul>
                    { for point.text.as_ref().map(|it| markdown(store, it)) }
                </li>
            }) }</ol>
            <ul class="items">{ for meeting.people.iter().filter(|one| !is_on_agenda(&one.meta.id)).map(|one| person(&one.meta.id)) }</ul>
        </section>
    }
}

/// One statement: what sort, what it is about, how much, its kind, seat and capacity, its sources.
struct Line<'a> {
    id: &'a Id,
    sort: &'static str,
    title: String,
    value: Option<f64>,
    kind: Option<String>,
    seat: Option<String>,
    capacity: Option<String>,
    sources: &'a [Citation],
}

/// Everything that is stated of who came.
fn lines<'a>(store: &Store, figure: &Figure, meeting: &'a Meeting) -> Vec<Line<'a>> {
    let stated = &meeting.attendance;
    let number = |id, sort, title, value, sources| Line {
        id,
        sort,
        title,
        value: Some(value),
        kind: None,
        seat: None,
        capacity: None,
        sources,
    };
    telling(store, figure, |telling| {
        let totals = stated.totals.iter().map(|one| {
            number(&one.meta.id, "sort-total", total_words(one, telling), one.value.value, &one.meta.sources[..])
        });
        let groups = stated.groups.iter().map(|one| {
            number(&one.meta.id, "sort-group", share_words(one, telling), one.value.value, &one.meta.sources[..])
        });
        let organisations = stated.organisations.iter().map(|one| Line {
            id: &one.meta.id,
            sort: "sort-organisation",
            title: store.plain(&one.label),
            value: None,
            kind: kind_words(store, one),
            seat: one.seat.as_ref().map(|seat| store.plain(seat)),
            capacity: Some(capacity(store, one.status)),
            sources: &one.meta.sources,
        });
        totals.chain(groups).chain(organisations).collect()
    })
}

fn table(store: &Store, figure: &Item<Figure>) -> Html {
    let Some(meeting) = meeting_of(store, figure) else {
        return html! { <p class="muted">{store.t("attendance-no-meeting")}</p> };
    };
    let row = |line: Line| {
        html! {
            <tr>
                <th scope="row">{open(store, line.id, None, html! { {line.title} })}</th>
                <td>{store.t(line.sort)}</td>
                <td>{line.kind}</td>
                <td>{line.seat}</td>
                <td>{line.capacity}</td>
                <td>{citations(store, line.sources)}</td>
            </tr>
        }
    };
    html! {
        <div class="table" tabindex="0" role="region" aria-labelledby={format!("figure-{}", figure.meta.id)}>
            <table>
                <thead><tr>{ for head(store, ["column-title", "column-sort", "column-kind", "seat", "column-capacity", "column-sources"]).into_iter().map(|name| html! { <th scope="col">{name}</th> }) }</tr></thead>
                <tbody>{ for lines(store, figure, meeting).into_iter().map(row) }</tbody>
            </table>
        </div>
    }
}

fn rows(store: &Store, figure: &Item<Figure>) -> Rows {
    let mut rows = vec![head(
        store,
        ["column-title", "column-sort", "column-number", "column-kind", "seat", "column-capacity", "column-sources"],
    )];
    let lines = meeting_of(store, figure).map_or(Vec::new(), |meeting| lines(store, figure, meeting));
    rows.extend(lines.into_iter().map(|line| {
        vec![
            line.title,
            store.t(line.sort),
            line.value.map(|value| value.to_string()).unwrap_or_default(),
            line.kind.unwrap_or_default(),
            line.seat.unwrap_or_default(),
            line.capacity.unwrap_or_default(),
            sources_cell(store, line.sources),
        ]
    }));
    rows
}

/// Each value once with its number, the most frequent first, then in the order of the document; what is not stated last.
fn counted(values: impl Iterator<Item = Option<String>>) -> Vec<(Option<String>, usize)> {
    let mut counts: Vec<(Option<String>, usize)> = Vec::new();
    for value in values {
        match counts.iter_mut().find(|(known, _)| *known == value) {
            Some((_, count)) => *count += 1,
            None => counts.push((value, 1)),
        }
    }
    let sorted = order::in_order(&counts, &|a, b| a.0.is_none().cmp(&b.0.is_none()).then(b.1.cmp(&a.1)));
    sorted.into_iter().cloned().collect()
}
