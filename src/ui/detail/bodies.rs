//! What each sort of item says of itself.

use yew::prelude::*;

use super::{dated, item_list, lineage::Whole, ties};
use crate::{
    i18n::number,
    model::{
        Actor, CatalogueVersion, Dispute, Edtf, Entry, Event, Fact, Id, Instrument, Item, Meeting, Meta, Observation,
        Organisation, Series, Source, Stage, Target,
    },
    query::{Found, base_words},
    state::{Action, Bound},
    ui::{
        comparison::compare_act,
        lines::{entry_line, fact, position_facts, stage_link},
        link::{go, item_link, open},
        quantity::{citations, date_words, headline, observed, quantity, span_words, standing, standing_of},
        store::Store,
        text::{markdown, originals, text},
    },
};

/// The body of the panel.
pub fn body(store: &Store, found: Found) -> Html {
    match found {
        Found::Event(item) => event(store, item),
        Found::Meeting(item) => meeting(store, item),
        Found::Instrument(item) => instrument(store, item),
        Found::Stage(of, item) => stage(store, of, item),
        Found::Observation(of, item) => observation(store, of, item),
        Found::Series(item) => series(store, item),
        Found::Target(item) => target(store, item),
        Found::Actor(item) => actor(store, item),
        Found::Source(item) => source(store, item),
        Found::Position(item) => position_facts(store, item),
        Found::Dispute(item) => html! { <>{item_list(store, "concerns", &item.on)}{claims(store, item)}</> },
        Found::Version(_, item) => version(store, item),
        Found::Catalogue(item) => item_list(store, "versions", item.versions.iter().map(|one| &one.meta.id)),
        Found::Track(item) => {
            let events = &store.briefing().events;
            item_list(
                store,
                "events",
                events.iter().filter(|one| one.track.as_ref() == Some(&item.meta.id)).map(|one| &one.meta.id),
            )
        }
        Found::Agenda(_, item) => optional(item.text.as_ref().map(|text| markdown(store, text))),
        Found::Organisation(of, item) => organisation(store, of, item),
        Found::Outcome(_, item) => markdown(store, &item.text),
        Found::Step(item) => optional(item.text.as_ref().map(|text| markdown(store, text))),
        Found::GlossaryEntry(item) => html! { <dl class="facts">
            {fact(store, "native", item.native.as_ref().map(|it| text(store, it)))}
            {fact(store, "meaning", item.meaning.as_ref().map(|it| text(store, it)))}
        </dl> },
        Found::Correction(item) => html! { <dl class="facts">
            {fact(store, "date", Some(dated_fact(store, &item.date)))}
            {fact(store, "was", item.was.as_ref().map(|it| text(store, it)))}
            {fact(store, "now", item.now.as_ref().map(|it| text(store, it)))}
            {fact(store, "why", item.why.as_ref().map(|it| text(store, it)))}
        </dl> },
        Found::Entry(of, item) => entry(store, of, item),
        _ => html! { <>
            { for headline(store, found).map(|value| html! { <p class="value">{value}</p> }) }
            {match found {
                Found::Total(_, item) => number_evidence(store, &item.value),
                Found::Group(_, item) => number_evidence(store, &item.value),
                _ => html! {},
            }}
            if base_words(found, &store.words).is_some() { <dl class="facts">{base(store, found)}</dl> }
            {whole(store, found)}
        </> },
    }
}

fn optional(node: Option<Html>) -> Html {
    node.unwrap_or_default()
}

/// The item that this one is part of.
fn whole(store: &Store, found: Found) -> Html {
    optional(found.whole().map(|whole| item_list(store, "part-of", [&whole.meta().id])))
}

/// A date with its own evidence, if any, and with what else is claimed.
fn dated_fact(store: &Store, date: &Fact<Edtf>) -> Html {
    html! { <>
        <time datetime={date.value.as_str().to_owned()}>{date_words(store, &date.value)}</time>
        {evidence(store, date, &|store, value: &Edtf| date_words(store, value))}
    </> }
}

/// The evidence of one value, where it has its own.
fn evidence<T>(store: &Store, of: &Fact<T>, print: &dyn Fn(&Store, &T) -> String) -> Html {
    let Some(own) = &of.evidence else { return html! {} };
    html! { <div class="evidence">
        {standing(store, own.grade, own.confidence)}
        { for own.note.as_ref().map(|note| html! { <p>{text(store, note)}</p> }) }
        if !own.sources.is_empty() { {citations(store, &own.sources)} }
        { for own.alternatives.iter().map(|other| html! {
            <div class="alternative">{store.t("alternative")}{" "}{print(store, &other.value)}{evidence(store, other, print)}</div>
        }) }
    </div> }
}

/// The evidence of a number, where it has its own.
fn number_evidence(store: &Store, of: &Fact<f64>) -> Html {
    evidence(store, of, &|_, value| number(*value))
}

/// When it was, with a link to that place on the timeline.
fn when(store: &Store, id: &Id, date: &Fact<Edtf>, end: Option<&Fact<Edtf>>) -> Html {
    let on_timeline = store.state.view() == "timeline" || date.value.earliest().is_none();
    let around = timeline_around(date);
    html! { <>
        <p class="value">{span_words(store, date, end)}</p>
        {evidence(store, date, &|store, value: &Edtf| date_words(store, value))}
        { for end.map(|end| evidence(store, end, &|store, value: &Edtf| date_words(store, value))) }
        if let (false, Some(action)) = (on_timeline, around.map(|(from, to)| Action::Locate { item: id.clone(), from, to })) {
            <p>{go(store, action, html! { {store.t("show-on-timeline")} })}</p>
        }
    </> }
}

/// A span of about two years around a date.
fn timeline_around(date: &Fact<Edtf>) -> Option<(Bound, Bound)> {
    let day = date.value.earliest()?;
    let bound = |days: i64| Edtf::read(&day.add_days(days).to_string()).ok().map(Bound::Date);
    Some((bound(-365)?, bound(365)?))
}

fn event(store: &Store, item: &Item<Event>) -> Html {
    html! { <>
        {when(store, &item.meta.id, &item.date, item.end.as_ref())}
        { for item.summary.as_ref().map(|it| html! { <p>{text(store, it)}</p> }) }
        <dl class="facts">
            {fact(store, "number", item.number.as_ref().map(|it| text(store, it)))}
            {fact(store, "track", item.track.as_ref().map(|id| item_link(store, id)))}
        </dl>
        {item_list(store, "actors", &item.actors)}
        {item_list(store, "instruments", &item.instruments)}
        {item_list(store, "meeting", &item.meeting)}
        {ties(store, &item.meta.id, &item.relations)}
    </> }
}

fn instrument(store: &Store, item: &Item<Instrument>) -> Html {
    let concerning = store.data.index.concerning(&item.meta.id);
    let of = |wanted: &dyn Fn(Found) -> bool| -> Vec<&Id> {
        concerning.iter().filter(|id| store.find(id).is_some_and(wanted)).collect()
    };
    html! { <>
        { for item.description.as_ref().map(|it| html! { <p>{text(store, it)}</p> }) }
        <dl class="facts">{fact(store, "number", item.number.as_ref().map(|it| text(store, it)))}</dl>
        if !item.stages.is_empty() {
            <section><h3>{store.t("stages")}</h3><ol class="stages">
                { for item.stages.iter().map(|stage| html! {
                    <li data-key={stage.meta.id.to_string()}>
                        {stage_link(store, stage)}
                        { for stage.meta.note.as_ref().map(|note| html! { <span class="muted">{" · "}{text(store, note)}</span> }) }
                    </li>
                }) }
            </ol></section>
        }
        {compare_act(store, item)}
        {item_list(store, "issuers", &item.issuers)}
        {ties(store, &item.meta.id, &item.relations)}
        <Whole id={item.meta.id.clone()} store={store.clone()} key={item.meta.id.to_string()} />
        {item_list(store, "events", of(&|found| matches!(found, Found::Event(_))))}
        {item_list(store, "meetings", of(&|found| matches!(found, Found::Meeting(_))))}
        {item_list(store, "targets", of(&|found| matches!(found, Found::Target(_))))}
        {item_list(store, "positions", of(&|found| matches!(found, Found::Position(_))))}
        {item_list(store, "versions", of(&|found| matches!(found, Found::Version(..))))}
    </> }
}

fn stage(store: &Store, of: &Item<Instrument>, item: &Item<Stage>) -> Html {
    html! { <>
        <p class="kicker">{store.t(&format!("stage-{}", item.stage.word()))}</p>
        {when(store, &item.meta.id, &item.date, None)}
        if !item.previous.is_empty() {
            <section><h3>{store.t("previous-dates")}</h3><ul>
                { for item.previous.iter().map(|date| html! { <li><del>{dated_fact(store, date)}</del></li> }) }
            </ul></section>
        }
        {item_list(store, "part-of", [&of.meta.id])}
        {item_list(store, "event", &item.event)}
    </> }
}

fn series(store: &Store, item: &Item<Series>) -> Html {
    html! {
        <table class="values">
            <caption class="visually-hidden">{text(store, &item.title)}</caption>
            <thead><tr><th scope="col">{store.t("date")}</th><th scope="col">{store.t("value")}</th></tr></thead>
            <tbody>{ for item.observations.iter().map(|one| html! {
                <tr>
                    <th scope="row">{date_words(store, &one.date.value)}</th>
                    <td>{open(store, &one.meta.id, None, html! { {observed(store, item, one)} })}</td>
                </tr>
            }) }</tbody>
        </table>
    }
}

fn observation(store: &Store, of: &Item<Series>, item: &Item<Observation>) -> Html {
    html! { <>
        <p class="value">{observed(store, of, item)}</p>
        {number_evidence(store, &item.value)}
        <dl class="facts">
            {base(store, Found::Observation(of, item))}
            {fact(store, "date", Some(dated_fact(store, &item.date)))}
            {fact(store, "range", item.low.zip(item.high).map(|(low, high)| html! { {store.tf("span", &[
                ("from", number(low).into()), ("to", number(high).into())])} }))}
        </dl>
        if !item.comparable { <p class="muted">{store.t("not-comparable")}</p> }
        <section><h3>{store.t("whole-series")}</h3>{series(store, of)}</section>
        {item_list(store, "part-of", [&of.meta.id])}
    </> }
}

/// How many out of how many, of a percentage.
fn base(store: &Store, found: Found) -> Html {
    fact(store, "out-of", base_words(found, &store.words).map(|words| html! { {words} }))
}

fn target(store: &Store, item: &Item<Target>) -> Html {
    let value = item.value.as_ref().map(|value| quantity(store, value.value, item.qualifier, item.unit.as_ref()));
    html! { <>
        { for value.map(|value| html! { <p class="value">{value}</p> }) }
        { for item.value.as_ref().map(|value| number_evidence(store, value)) }
        <dl class="facts">{fact(store, "due", item.due.as_ref().map(|due| dated_fact(store, due)))}</dl>
        {item_list(store, "set-by", &item.instrument)}
        {item_list(store, "measured-by", &item.series)}
    </> }
}

fn meeting(store: &Store, item: &Item<Meeting>) -> Html {
    let place: Vec<Html> = [&item.city, &item.country].into_iter().flatten().map(|it| text(store, it)).collect();
    let place = (!place.is_empty()).then(
        || html! { { for place.into_iter().enumerate().map(|(at, one)| html! { <>if at > 0 { {", "} }{one}</> }) } },
    );
    let attendance = &item.attendance;
    html! { <>
        {when(store, &item.meta.id, &item.date, item.end.as_ref())}
        { for item.summary.as_ref().map(|it| html! { <p>{text(store, it)}</p> }) }
        <dl class="facts">
            {fact(store, "place", place)}
            {fact(store, "topics", (!item.topics.is_empty()).then(|| html! { <ul>{ for item.topics.iter().map(|it| html! { <li>{text(store, it)}</li> }) }</ul> }))}
        </dl>
        {item_list(store, "organisers", &item.organisers)}
        if !item.agenda.is_empty() {
            <section><h3>{store.t("agenda")}</h3><ol class="agenda-points">{ for item.agenda.iter().map(|point| html! {
                <li data-key={point.meta.id.to_string()}>
                    <strong>{text(store, &point.title)}</strong>
                    if !point.people.is_empty() { <span class="muted">{" · "}{names(store, &point.people)}</span> }
                    { for point.text.as_ref().map(|it| markdown(store, it)) }
                    {aside(store, &point.meta)}
                </li>
            }) }</ol></section>
        }
        if !attendance.totals.is_empty() || !attendance.groups.is_empty() {
            <section><h3>{store.t("attendance")}</h3>
                <ul>
                    { for attendance.totals.iter().map(|total| html! {
                        <li>{open(store, &total.meta.id, None, html! { {quantity(store, total.value.value, total.qualifier, None)} })}
                            { for total.who.as_ref().map(|who| html! { <>{" "}{text(store, who)}</> }) }
                            {aside(store, &total.meta)}</li>
                    }) }
                    { for attendance.groups.iter().map(|group| html! {
                        <li>{open(store, &group.meta.id, None, html! { {quantity(store, group.value.value, group.qualifier, group.unit.as_ref())} })}{" "}{text(store, &group.label)}
                            { for group.whole.as_ref().map(|whole| html! { <span class="muted">{" "}{store.t("of-whole")}{" "}{text(store, whole)}</span> }) }
                            {aside(store, &group.meta)}</li>
                    }) }
                </ul>
            </section>
        }
        if !item.people.is_empty() {
            <section><h3>{store.t("people")}</h3><ul class="items">{ for item.people.iter().map(|person| html! {
                <li data-key={person.meta.id.to_string()}><strong>{text(store, &person.name)}</strong>
                    { for person.role.as_ref().map(|it| html! { <>{", "}{text(store, it)}</> }) }
                    { for person.affiliation.as_ref().map(|it| html! { <span class="muted">{" · "}{text(store, it)}</span> }) }
                    {aside(store, &person.meta)}</li>
            }) }</ul></section>
        }
        if !attendance.organisations.is_empty() {
            <section><h3>{store.tf("organisations-count", &[("count", attendance.organisations.len().into())])}</h3>
                <ul class="items">{ for attendance.organisations.iter().map(|one| html! {
                    <li data-key={one.meta.id.to_string()}>
                        { match &one.actor {
                            Some(actor) => html! { {open(store, actor, None, text(store, &one.label))} },
                            None => text(store, &one.label),
                        } }
                        <span class="muted">{" · "}{store.t(&format!("presence-{}", one.status.word()))}
                            { for one.seat.as_ref().map(|seat| html! { <>{" · "}{text(store, seat)}</> }) }</span>
                        {aside(store, &one.meta)}
                    </li>
                }) }</ul></section>
        }
        if !item.outcomes.is_empty() {
            <section><h3>{store.t("outcomes")}</h3>{ for item.outcomes.iter().map(|one| markdown(store, &one.text)) }</section>
        }
        {item_list(store, "positions", store.data.index.concerning(&item.meta.id).iter().filter(|id| matches!(store.find(id), Some(Found::Position(_)))))}
    </> }
}

/// An organisation as it is named at a meeting.
fn organisation(store: &Store, of: &Item<Meeting>, item: &Item<Organisation>) -> Html {
    html! { <>
        <dl class="facts">
            {fact(store, "column-capacity", Some(html! { {store.t(&format!("presence-{}", item.status.word()))} }))}
            {fact(store, "seat", item.seat.as_ref().map(|it| text(store, it)))}
        </dl>
        {item_list(store, "sort-actor", &item.actor)}
        {item_list(store, "meeting", [&of.meta.id])}
    </> }
}

/// The note on a part of an item, below what it is on.
fn aside(store: &Store, meta: &Meta) -> Html {
    optional(meta.note.as_ref().map(|note| html! { <p class="muted">{text(store, note)}</p> }))
}

/// Names of people, in a line.
fn names(store: &Store, people: &[Id]) -> String {
    let name = |id: &Id| store.find(id).map_or_else(|| id.to_string(), |found| store.name(found));
    people.iter().map(name).collect::<Vec<_>>().join(", ")
}

fn actor(store: &Store, item: &Item<Actor>) -> Html {
    html! { <>
        { for item.description.as_ref().map(|it| html! { <p>{text(store, it)}</p> }) }
        <dl class="facts">
            {fact(store, "seat", item.seat.as_ref().map(|it| text(store, it)))}
            {fact(store, "parent", item.parent.as_ref().map(|id| item_link(store, id)))}
        </dl>
        <section><h3>{store.t("named-in")}</h3><ul class="items">{ for store.data.index.concerning(&item.meta.id).iter().map(|id| html! {
            <li>{item_link(store, id)}{dated(store, id)}</li>
        }) }</ul></section>
    </> }
}

fn source(store: &Store, item: &Item<Source>) -> Html {
    let resting = store.data.index.citing(&item.meta.id);
    let language = item.language.as_deref().map(|tag| html! { {store.words.known("language", tag)} });
    let archived = item.archived.as_deref().and_then(crate::load::link::safe_link);
    html! { <>
        <p>{super::outward(store, item)}</p>
        <dl class="facts">
            {fact(store, "publisher", item.publisher.as_ref().map(|it| text(store, it)))}
            {fact(store, "published", item.published.as_ref().map(|date| dated_fact(store, date)))}
            {fact(store, "accessed", item.accessed.as_ref().map(|date| dated_fact(store, date)))}
            {fact(store, "accessed-as", item.accessed_as.as_ref().map(|it| text(store, it)))}
            {fact(store, "language", language)}
            {fact(store, "archived", archived.map(|href| html! { <a {href} target="_blank" rel="noopener noreferrer">{store.t("archived-copy")}</a> }))}
        </dl>
        <section>
            <h3>{store.tf("rests-count", &[("count", resting.len().into())])}</h3>
            <ul class="items">{ for resting.iter().map(|id| html! { <li>{item_link(store, id)}{dated(store, id)}</li> }) }</ul>
        </section>
    </> }
}

/// What each source says on a disputed point.
pub fn claims(store: &Store, item: &Item<Dispute>) -> Html {
    html! { <ul class="claims">{ for item.claims.iter().map(|claim| html! {
        <li data-key={claim.meta.id.to_string()}>{text(store, &claim.text)}{standing_of(store, &claim.meta)}
            { if claim.meta.sources.is_empty() {
                html! { <p class="muted">{ match &claim.meta.note { Some(note) => text(store, note), None => html! { {store.t("no-source")} } } }</p> }
            } else { citations(store, &claim.meta.sources) } }</li>
    }) }</ul> }
}

/// One line of a version of a catalogue.
fn entry(store: &Store, of: &Item<CatalogueVersion>, item: &Item<Entry>) -> Html {
    let category = (item.category_number.is_some() || item.category.is_some()).then(|| {
        html! { <>
            { for item.category_number.as_deref().map(|number| html! { <><code>{number.to_owned()}</code>{" "}</> }) }
            { for item.category.as_ref().map(|it| html! { <>{text(store, it)}{originals(store, it, "span")}</> }) }
        </> }
    });
    let known =
        |family: &str, word: &Option<Box<str>>| word.as_deref().map(|word| html! { {store.words.known(family, word)} });
    html! { <>
        <dl class="facts">
            {fact(store, "column-category", category)}
            {fact(store, "column-codes", (!item.codes.is_empty()).then(|| html! { <code>{item.codes.join(", ")}</code> }))}
            {fact(store, "column-regime", known("regime", &item.regime))}
            {fact(store, "column-change", known("change", &item.change))}
            {fact(store, "column-count", item.count.as_ref().map(|count| html! { <>{number(count.value)}{number_evidence(store, count)}</> }))}
        </dl>
        {item_list(store, "part-of", [&of.meta.id])}
    </> }
}

fn version(store: &Store, item: &Item<CatalogueVersion>) -> Html {
    html! { <>
        <dl class="facts">
            {fact(store, "date", item.date.as_ref().map(|date| dated_fact(store, date)))}
            {fact(store, "basis", Some(html! { {store.t(&format!("basis-{}", item.basis.word()))} }))}
            {fact(store, "stated-total", item.stated_total.as_ref().map(|total| html! { <>{number(total.value)}{number_evidence(store, total)}</> }))}
            {fact(store, "recorded", Some(html! { {store.tf("entries-count", &[("count", item.entries.len().into())])} }))}
        </dl>
        {item_list(store, "instruments", &item.instrument)}
        if !item.entries.is_empty() {
            <section><h3>{store.t("entries")}</h3><ul class="items">{ for item.entries.iter().map(|entry| entry_line(store, entry, true)) }</ul></section>
        }
    </> }
}
