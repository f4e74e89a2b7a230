//! The items of a timeline as a list and as a table: for narrow pages, and for those who would rather read.

use yew::prelude::*;

use crate::{
    layout::{agenda::agenda, timeline::TimelineInput},
    model::{Edtf, Id},
    query::Occurrence,
    scale::Span,
    scene::Tone,
    state::Action,
    ui::{
        link::Go,
        quantity::occurrence_date,
        store::{Store, use_store},
        text::text,
    },
};

/// What to list.
#[derive(Properties, PartialEq)]
pub struct ListProps {
    /// All items.
    pub input: std::rc::Rc<TimelineInput>,
    /// The days to list.
    pub span: Span,
}

/// The items in the span, by year.
#[component]
pub fn AgendaList(props: &ListProps) -> Html {
    let store = use_store();
    let agenda = agenda(&props.input.items, props.span);
    if agenda.years.is_empty() {
        return html! { <p class="muted">{store.t("timeline-empty")}</p> };
    }
    let entry = |&at: &u32| {
        let item = &props.input.items[at as usize];
        let track = props.input.tracks.get(item.track);
        let tone = Tone::of_index(track.map_or(0, |track| track.colour)).number();
        let class = classes!(format!("tone-{tone}"), item.planned.then_some("planned"));
        let Some((date, title)) = described(&store, &item.key) else { return html! {} };
        html! {
            <li {class} key={item.key.to_string()}>
                <Go action={Action::Select(Id::from(&*item.key))} data_key={item.key.to_string()}>
                    <span class="when">{date}{" · "}{track.map(|track| track.title.to_string())}
                        if item.planned { {" · "}{store.t("planned")} }</span>
                    <span>{title}</span>
                </Go>
            </li>
        }
    };
    html! {
        <div class="agenda">
            { for agenda.years.iter().map(|year| html! {
                <section key={year.year.unwrap_or(i64::MIN).to_string()}>
                    <h3>{year_words(&store, year.year)}</h3>
                    <ol>{ for year.months.iter().flat_map(|month| &month.items).map(entry) }</ol>
                </section>
            }) }
        </div>
    }
}

/// The items in the span as a table.
#[component]
pub fn ItemTable(props: &ListProps) -> Html {
    let store = use_store();
    let agenda = agenda(&props.input.items, props.span);
    let rows = agenda.years.iter().flat_map(|year| &year.months).flat_map(|month| &month.items);
    html! {
        <div class="table" tabindex="0" role="region" aria-label={store.t("figure-timeline")}>
            <table>
                <thead><tr>
                    { for ["date", "title", "track", "sort"].map(|key| html! { <th scope="col">{store.t(&format!("column-{key}"))}</th> }) }
                </tr></thead>
                <tbody>{ for rows.filter_map(|&at| {
                    let item = &props.input.items[at as usize];
                    let (date, title) = described(&store, &item.key)?;
                    let kind = store.find(&item.key).map(|found| crate::ui::detail::kicker(&store, found));
                    Some(html! {
                        <tr key={item.key.to_string()}>
                            <th scope="row">{date}</th>
                            <td><Go action={Action::Select(Id::from(&*item.key))} data_key={item.key.to_string()}>{title}</Go></td>
                            <td>{props.input.tracks.get(item.track).map(|track| track.title.to_string())}</td>
                            <td>{kind}</td>
                        </tr>
                    })
                }) }</tbody>
            </table>
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
