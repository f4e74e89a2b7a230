//! The items of a timeline as a list and as a table: for narrow pages, and for those who would rather read.

use yew::prelude::*;

use crate::{
    layout::{agenda::agenda, timeline::TimelineInput},
    model::{Edtf, Id},
    query::Occurrence,
    scale::Span,
    scene::Tone,
    ui::{
        link::open,
        quantity::{disputed, occurrence_date},
        store::Store,
        text::text,
    },
};

/// The items in the span, by year.
pub fn agenda_list(store: &Store, input: &TimelineInput, span: Span) -> Html {
    let agenda = agenda(&input.items, span);
    if agenda.years.is_empty() {
        return html! { <p class="muted">{store.t("timeline-empty")}</p> };
    }
    let entry = |&at: &u32| {
        let item = &input.items[at as usize];
        let track = input.tracks.get(item.track);
        let tone = Tone::of_index(track.map_or(0, |track| track.colour)).number();
        let class = classes!(format!("tone-{tone}"), item.planned.then_some("planned"));
        let Some((date, title)) = described(store, &item.key) else { return html! {} };
        html! {
            <li {class} key={item.key.to_string()}>
                {open(store, &Id::from(&*item.key), None, html! { <><span class="when">{date}{" · "}{track.map(|track| track.title.to_string())}
                        if item.planned { {" · "}{store.t("planned")} }</span>
                    <span>{title}</span></> })}{disputed(store, &Id::from(&*item.key))}
            </li>
        }
    };
    html! {
        <div class="agenda">
            { for agenda.years.iter().map(|year| html! {
                <section key={year.year.unwrap_or(i64::MIN).to_string()}>
                    <h3>{year_words(store, year.year)}</h3>
                    <ol>{ for year.months.iter().flat_map(|month| &month.items).map(entry) }</ol>
                </section>
            }) }
        </div>
    }
}

/// Date and title of an item.
fn described(store: &Store, key: &str) -> Option<(String, Html)> {
    let occurrence = occurrence(store, key)?;
    Some((occurrence_date(store, occurrence), text(store, occurrence.title())))
}

/// The occurrence of an id.
pub(super) fn occurrence<'a>(store: &'a Store, key: &str) -> Option<Occurrence<'a>> {
    crate::figure::timeline::occurrence(store.find(key)?)
}

/// A year in the words of the page.
fn year_words(store: &Store, year: Option<i64>) -> String {
    let written = match year {
        Some(year) if year < 0 => format!("-{:04}", -year),
        Some(year) => format!("{year:04}"),
        None => return store.t("no-year"),
    };
    Edtf::read(&written).map_or(written, |date| date.print(store.language().dates()))
}
