//! What stands around the picture of who came to one meeting: which meeting, notes, seats, who spoke about what.

use yew::prelude::*;

use crate::{
    figure::attendance::meeting_of,
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

/// Which meeting.
pub fn lead(store: &Store, figure: &Item<Figure>) -> Html {
    let Some(meeting) = meeting_of(&store.context(), figure) else { return html! {} };
    html! { <p>{item_link(store, &meeting.meta.id)}<span class="muted">{" · "}{date_words(store, &meeting.date.value)}</span></p> }
}

/// What is to be known beyond the picture.
pub fn below(store: &Store, figure: &Item<Figure>) -> Html {
    let Some(meeting) = meeting_of(&store.context(), figure) else { return html! {} };
    html! { <>{notes(store, meeting)}{by_seat(store, &meeting.attendance.organisations)}{talks(store, meeting)}</> }
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
