//! The timeline of a briefing as a picture of the span that link and figure ask for, and as a table. On the page it moves: what
//! moves it is there.

mod prepared;
mod span;
mod text;

use super::{Canvas, Cell, Column, Context, Kind, LegendEntry, Made, Row, Table, Told};
use crate::{
    draw::{legend::swatch, timeline},
    layout::{
        agenda::{agenda, is_in},
        timeline::{PlaceOptions, place, scale_of, window_beyond},
    },
    model::{Day, Edtf, Figure, Item},
    query::{Found, Occurrence},
    scene::{Tone, focus::Walk},
};

pub use prepared::{Names, Prepared};
pub use span::{bounds_of, in_whole_days, span_of_state};
pub use text::{with_text, words};

/// The timeline, axis and tracks together.
pub static KIND: Kind = Kind { word: "timeline", walk: Walk::Grid, make, tables, tell };

fn make(context: &Context, figure: &Item<Figure>, canvas: Canvas) -> Made {
    let prepared = Prepared::of(context, figure, &[]);
    let span = prepared.span(context, figure);
    let Canvas { width, meter } = canvas;
    let scale = scale_of(span, width);
    let options = PlaceOptions { text: meter, ..PlaceOptions::new(scale.px_per_day).in_width(width) };
    let mut placed = place(&prepared.input, &options);
    placed.settle(span);
    let window = window_beyond(&placed, span.start, width, 0.0);
    let scene = with_text(context, &prepared.input, &prepared.names, &window, span, |text| {
        timeline::timeline(&placed, &window, text)
    });
    let track =
        |title: String, colour| LegendEntry { sample: Some(swatch(Tone::of_index(colour), meter)), words: title };
    Made {
        scene,
        items: prepared.input.items.iter().filter(|item| is_in(item, span)).count(),
        legend: prepared.input.tracks.iter().map(|one| track(one.title.to_string(), one.colour)).collect(),
        thinned: None,
        told: None,
    }
}

/// From when to when, and how much of all there is.
fn tell(context: &Context, figure: &Item<Figure>) -> Vec<Told> {
    let prepared = Prepared::of(context, figure, &[]);
    let span = prepared.span(context, figure);
    let day = |day: i64| context.date(&Edtf::from_day(Day::from_unix_days(day))).into();
    let shown = prepared.input.items.iter().filter(|item| is_in(item, span)).count();
    let values = [
        ("from", day(span.first_day())),
        ("to", day(span.last_day())),
        ("count", shown.into()),
        ("total", prepared.total.into()),
    ];
    Told::whole(context.tf("timeline-told", &values))
}

/// The items in the span, from the earliest on.
fn tables(context: &Context, figure: &Item<Figure>) -> Vec<Table> {
    let prepared = Prepared::of(context, figure, &[]);
    let span = prepared.span(context, figure);
    let columns = vec![
        Column::new(context, "column-date"),
        Column::new(context, "column-end").in_files(),
        Column::new(context, "column-title"),
        Column::new(context, "column-track"),
        Column::new(context, "column-sort"),
        Column::new(context, "column-id").in_files(),
        Column::new(context, "column-sources"),
    ];
    let agenda = agenda(&prepared.input.items, span);
    let items = agenda.years.iter().flat_map(|year| &year.months).flat_map(|month| &month.items);
    let row = |&at: &u32| {
        let item = &prepared.input.items[at as usize];
        let found = context.find(&item.key)?;
        let occurrence = occurrence(found)?;
        let track = prepared.input.tracks.get(item.track).map(|track| track.title.to_string());
        Some(Row {
            id: Some(occurrence.id().clone()),
            cells: vec![
                Cell::Date(occurrence.date().value.clone(), context.span(occurrence.date(), occurrence.end())),
                Cell::maybe(occurrence.end().map(|end| end.value.as_str().to_owned())),
                Cell::Item(occurrence.id().clone(), context.text(occurrence.title())),
                Cell::maybe(track),
                Cell::Words(context.sort(found)),
                Cell::Words(item.key.to_string()),
                Cell::Sources(found.sources().to_vec()),
            ],
        })
    };
    vec![Table { columns, rows: items.filter_map(row).collect(), ..Table::default() }]
}

/// What stands on a timeline, of what is found.
pub fn occurrence(found: Found<'_>) -> Option<Occurrence<'_>> {
    match found {
        Found::Event(event) => Some(Occurrence::Event(event)),
        Found::Meeting(meeting) => Some(Occurrence::Meeting(meeting)),
        _ => None,
    }
}
