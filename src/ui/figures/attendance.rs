//! Who came to one meeting: stated numbers and shares, organisations by kind and seat, who spoke about what.

use yew::prelude::*;

use super::frame;
use crate::{
    model::{Figure, Group, Id, Item, Meeting, Organisation, Presence, Text},
    query::Found,
    ui::{
        link::{item_link, open},
        quantity::{citations, date_words, quantity},
        store::Store,
        text::{markdown, text},
    },
};

/// The attendance of the meeting that the figure names first.
pub fn attendance(store: &Store, figure: &Item<Figure>) -> Html {
    let Some(Found::Meeting(meeting)) = figure.items.first().and_then(|id| store.find(id)) else {
        return frame(store, figure, (0, 0), "", html! { <p class="muted">{store.t("attendance-no-meeting")}</p> });
    };
    let organisations = &meeting.attendance.organisations;
    let counts = (organisations.len(), organisations.len());
    let content = html! { <>
        <p>{item_link(store, &meeting.meta.id)}<span class="muted">{" · "}{date_words(store, &meeting.date.value)}</span></p>
        {stated(store, meeting)}
        if !organisations.is_empty() {
            <section>
                <h3>{store.tf("organisations-count", &[("count", organisations.len().into())])}</h3>
                <p class="muted">{store.t("attendance-named-only")}</p>
                {by_seat(store, organisations)}
                {by_kind(store, organisations)}
            </section>
        }
        {talks(store, meeting)}
    </> };
    frame(store, figure, counts, "attendance", content)
}

/// Totals and shares as the sources state them, never computed.
fn stated(store: &Store, meeting: &Item<Meeting>) -> Html {
    let attendance = &meeting.attendance;
    if attendance.totals.is_empty() && attendance.groups.is_empty() {
        return html! { <p class="muted">{store.t("attendance-not-stated")}</p> };
    }
    let total = attendance.totals.iter().map(|total| {
        let shown = quantity(store, total.value.value, total.qualifier, None);
        html! { <li>{open(store, &total.meta.id, None, html! { <strong>{shown}</strong> })}
            { for total.who.as_ref().map(|who| html! { <>{" "}{text(store, who)}</> }) }{citations(store, &total.meta.sources)}</li> }
    });
    html! { <>
        <ul class="totals">{ for total }</ul>
        if !attendance.groups.is_empty() {
            <ul class="shares">{ for attendance.groups.iter().map(|group| share(store, group)) }</ul>
            <p class="muted">{sum(store, &attendance.groups)}</p>
        }
    </> }
}

/// One share with a bar that is as long as what is stated, and no more exact.
fn share(store: &Store, group: &Item<Group>) -> Html {
    let shown = quantity(store, group.value.value, group.qualifier, group.unit.as_ref());
    let percent = is_percent(store, group).then(|| group.value.value.clamp(0.0, 100.0).to_string());
    html! {
        <li>
            {open(store, &group.meta.id, None, html! { <><strong>{shown}</strong>{" "}{text(store, &group.label)}</> })}
            { for group.whole.as_ref().map(|whole| html! { <span class="muted">{" "}{store.t("of-whole")}{" "}{text(store, whole)}</span> }) }
            { for percent.map(|width| html! {
                <svg class="share-bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
                    <rect class="share-rest" width="100" height="8" /><rect class="share-part" {width} height="8" />
                </svg>
            }) }
            { for group.meta.note.as_ref().map(|note| html! { <p class="muted">{text(store, note)}</p> }) }
        </li>
    }
}

fn is_percent(store: &Store, group: &Group) -> bool {
    group.unit.as_ref().is_some_and(|unit| store.plain(unit) == "percent")
}

/// What the shares come to: a sum that misses the whole is said.
fn sum(store: &Store, groups: &[Item<Group>]) -> String {
    let shares = || groups.iter().filter(|group| is_percent(store, group));
    if shares().count() < 2 {
        return String::new();
    }
    let sum: f64 = shares().map(|group| group.value.value).sum();
    let tolerance = shares().filter_map(|group| group.tolerance).fold(0.0, f64::max);
    let key = if (sum - 100.0).abs() <= tolerance + 1e-9 { "shares-whole" } else { "shares-miss" };
    store.tf(key, &[("sum", crate::i18n::number((sum * 100.0).round() / 100.0).into())])
}

/// How many organisations of each seat are named.
fn by_seat(store: &Store, organisations: &[Item<Organisation>]) -> Html {
    let seats = counted(organisations.iter().map(|one| one.seat.as_ref().map(|seat| store.plain(seat))));
    if seats.iter().all(|(seat, _)| seat.is_none()) {
        return html! {};
    }
    html! {
        <ul class="tally" aria-label={store.t("attendance-by-seat")}>{ for seats.into_iter().map(|(seat, count)| html! {
            <li>{seat.unwrap_or_else(|| store.t("seat-not-stated"))}{" "}<strong>{count}</strong></li>
        }) }</ul>
    }
}

/// The organisations under the words for their kinds.
fn by_kind(store: &Store, organisations: &[Item<Organisation>]) -> Html {
    let kind_of = |one: &Item<Organisation>| {
        let own = one.kind.as_deref().map(str::to_owned);
        own.or_else(|| match store.find(one.actor.as_ref()?) {
            Some(Found::Actor(actor)) => actor.kind.as_deref().map(str::to_owned),
            _ => None,
        })
    };
    let kinds = counted(organisations.iter().map(kind_of));
    html! { <div class="kinds">{ for kinds.into_iter().map(|(kind, count)| html! {
        <section>
            <h4>{kind.as_deref().map_or_else(|| store.t("kind-not-stated"), |kind| store.words.known("kind", kind))}
                {" "}<span class="muted">{count}</span></h4>
            <ul class="items">{ for organisations.iter().filter(|one| kind_of(one) == kind).map(|one| organisation(store, one)) }</ul>
        </section>
    }) }</div> }
}

fn organisation(store: &Store, one: &Item<Organisation>) -> Html {
    html! {
        <li>
            {open(store, &one.meta.id, None, text(store, &one.label))}
            <span class="muted">
                if one.status == Presence::Speaker { {" · "}{store.t("presence-speaker")} }
                { for one.seat.as_ref().map(|seat| html! { <>{" · "}{text(store, seat)}</> }) }
            </span>
        </li>
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
    let order = crate::order::sorted(counts.len(), &|a, b| {
        let (a, b) = (&counts[a], &counts[b]);
        a.0.is_none().cmp(&b.0.is_none()).then(b.1.cmp(&a.1))
    });
    order.into_iter().map(|at| counts[at as usize].clone()).collect()
}
