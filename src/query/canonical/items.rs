//! The sorts of items and the objects in them, field by field. Patterns name every field of a type, so that none is missed.

use super::{Canonical, object};
use crate::model::{
    Actor, AgendaItem, Attendance, Card, Catalogue, CatalogueVersion, Claim, Correction, Dispute, Entry, Event, Figure,
    FigureValue, GlossaryEntry, Group, Holiday, Instrument, Meeting, Observation, Organisation, Outcome, Person,
    Position, Relation, Series, Source, Stage, Step, Target, Total, Track, View, ViewPart, tree::Value,
};

/// Fields whose names are those of the format; then those that differ, with their names and trees.
macro_rules! canonical {
    ($($type:ident { $($field:ident),* $(; $($bound:ident as $name:literal => $tree:expr),*)? })*) => {
        $(impl Canonical for $type {
            fn tree(&self, first: &str) -> Option<Value> {
                let $type { $($field,)* $($($bound,)*)? } = self;
                object(first, &[$((stringify!($field), $field as &dyn Canonical),)* $($(($name, &$tree as &dyn Canonical),)*)?])
            }
        })*
    };
}

canonical! {
    Card { id, title, summary, languages, as_of, edition, licence, publisher, contact, method, holidays }
    Holiday { date, title }
    Correction { date, on, was, now, why }
    Source { title, publisher, url, published, accessed, accessed_as, language, archived; link as "link" => (!link).then_some(false) }
    Actor { name, kind, seat, parent, description }
    Track { title, parent }
    Event { track, date, end, title, summary, kind, number, actors, instruments, meeting, relations }
    Relation { to, sources, note; kind as "type" => kind.clone() }
    Instrument { title, number, kind, issuers, description, stages, relations }
    Stage { stage, date, previous, event }
    Series { title, unit, observations }
    Observation { date, value, low, high, unit, qualifier, part, base; comparable as "comparable" => (!comparable).then_some(false) }
    Target { title, series, value, unit, qualifier, due, instrument }
    Catalogue { title, versions }
    CatalogueVersion { date, instrument, title, basis, stated_total, entries }
    Entry { codes, category, category_number, title, regime, change, count }
    Meeting { date, end, city, country, format, title, topics, summary, organisers, agenda, people, attendance, outcomes }
    AgendaItem { title, text, people, instruments }
    Person { name, role, affiliation, actor }
    Attendance { totals, groups, organisations }
    Total { value, qualifier, who }
    Group { label, value, unit, qualifier, whole, tolerance, part, base, cause }
    Organisation { label, actor, kind, seat, status }
    Outcome { text }
    Position { instruments, ask, by, raised_at, response, result }
    Dispute { on, claims }
    Claim { text }
    Figure {
        kind, title, caption, tracks, series, items, pins, values, views, from, to, at, stack, axis_from, axis_scale;
        complete as "complete" => complete.then_some(true)
    }
    FigureValue { of, label }
    View { title, summary, parts }
    ViewPart { text, figure }
    Step { title, text, link }
    GlossaryEntry { term, native, meaning }
}
