//! The items of a timeline as a list and as a table: for narrow pages, and for those who would rather read.

use yew::prelude::*;

use crate::{
    layout::{agenda::agenda, timeline::TimelineInput},
    model::{Edtf, Id},
    query::Occurrence,
    scale::Span,
    scene::Tone,
    ui::{
        figures::{Rows, head, sources_cell},
        link::open,
        quantity::occurrence_date,
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
                    <span>{title}</span></> })}
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

/// The items in the span as a table.
pub fn item_table(store: &Store, input: &TimelineInput, span: Span) -> Html {
    let agenda = agenda(&input.items, span);
    let rows = agenda.years.iter().flat_map(|year| &year.months).flat_map(|month| &month.items);
    html! {
        <div class="table" tabindex="0" role="region" aria-label={store.t("figure-timeline")}>
            <table>
                <thead><tr>
                    { for ["date", "title", "track", "sort"].map(|key| html! { <th scope="col">{store.t(&format!("column-{key}"))}</th> }) }
                </tr></thead>
                <tbody>{ for rows.filter_map(|&at| {
                    let item = &input.items[at as usize];
                    let (date, title) = described(store, &item.key)?;
                    let kind = store.find(&item.key).map(|found| crate::ui::detail::kicker(store, found));
                    Some(html! {
                        <tr key={item.key.to_string()}>
                            <th scope="row">{date}</th>
                            <td>{open(store, &Id::from(&*item.key), None, html! { {title} })}</td>
                            <td>{input.tracks.get(item.track).map(|track| track.title.to_string())}</td>
                            <td>{kind}</td>
                        </tr>
                    })
                }) }</tbody>
            </table>
        </div>
    }
}

/// The same as rows of a file.
pub fn item_rows(store: &Store, input: &TimelineInput, span: Span) -> Rows {
    let columns =
        ["column-date", "column-end", "column-title", "column-track", "column-sort", "column-id", "column-sources"];
    let agenda = agenda(&input.items, span);
    let items = agenda.years.iter().flat_map(|year| &year.months).flat_map(|month| &month.items);
    let row = |&at: &u32| {
        let item = &input.items[at as usize];
        let (found, occurrence) = (store.find(&item.key)?, occurrence(store, &item.key)?);
        Some(vec![
            occurrence.date().value.as_str().to_owned(),
            occurrence.end().map_or(String::new(), |end| end.value.as_str().to_owned()),
            store.plain(occurrence.title()),
            input.tracks.get(item.track).map_or(String::new(), |track| track.title.to_string()),
            crate::ui::detail::kicker(store, found),
            item.key.to_string(),
            sources_cell(store, found.sources()),
        ])
    };
    std::iter::once(head(store, columns)).chain(items.filter_map(row)).collect()
}

/// Date and title of an item.
fn described(store: &Store, key: &str) -> Option<(String, Html)> {
    let occurrence = occurrence(store, key)?;
    Some((occurrence_date(store, occurrence), text(store, occurrence.title())))
}

/// The occurrence of an id.
pub(super) fn occurrence<'a>(store: &'a Store, key: &str) -> Option<Occurrence<'a>> {
    use crate::query::Found;
    match store.find(key)? {
        Found::Event(event) => Some(Occurrence::Event(event)),
        Found::Meeting(meeting) => Some(Occurrence::Meeting(meeting)),
        _ => None,
    }
}

/// A year in the words of the page.
fn year_words(store: &Store, year: Option<i64>) -> String {
    let written = match year {
        Some(year) if year < 0 => format!("-{:04}", -year),
        Some(year) => format!("{year:04}"),
        None => return store.t("no-year"),
    };
    Edtf::parse(&written).map_or(written, |date| date.print(store.language().dates()))
}
