//! How much the briefing records for each year; a year leads to its place on the timeline.

use std::sync::Arc;

use super::{Canvas, Cell, Column, Context, Kind, LegendEntry, Made, Row, Table, Told};
use crate::{
    draw::{
        activity::{Activity as Counts, ActivityText, activity, iso_year},
        legend::swatch,
        occurrences::{Naming, track_rows},
    },
    layout::timeline::TrackRow,
    model::{Figure, Item},
    query::{search::Hits, span_of, visible},
    scene::{Tone, focus::Walk},
    state::ViewState,
};

/// Height of the chart in CSS pixels.
const HEIGHT_PX: f64 = 200.0;

/// The number of items by year, stacked by track.
pub static KIND: Kind = Kind { word: "activity", walk: Walk::Line, make, tables, tell };

/// What there is to count.
struct Counted {
    counts: Counts,
    tracks: Vec<TrackRow>,
    /// How many items have no year.
    unplaced: usize,
}

/// Counts items in the year in which they begin, or in which a date ends whose beginning is not known.
fn counted(context: &Context, figure: &Figure) -> Counted {
    let shown = visible(context.briefing, context.index, (&ViewState::default(), &Hits::default()), &figure.tracks);
    let naming = Naming { text: &|text| context.text(text), track: &|id| context.t(&format!("track-{id}")) };
    let tracks = track_rows(context.briefing, &shown, &[], &naming);
    let colours: Vec<usize> = tracks.iter().map(|track| track.colour).collect();
    let items = shown.placed.iter().filter_map(|one| {
        let track = tracks.iter().position(|track| *track.id == *one.track())?;
        let (first, last) = span_of(*one);
        let is_span = one.end().is_some() || one.date().value.is_interval();
        Some((first.or(last.filter(|_| !is_span))?, track))
    });
    Counted { counts: Counts::of(items, &colours), tracks, unplaced: shown.unplaced.len() }
}

fn sum(counts: &[u32]) -> usize {
    counts.iter().sum::<u32>() as usize
}

fn make(context: &Context, figure: &Item<Figure>, canvas: Canvas) -> Made {
    let counted = counted(context, figure);
    let (counts, told) = (&counted.counts, say(context, &counted));
    let said = |year: i64, counts: &[u32]| {
        let values = [("year", year.to_string().into()), ("count", sum(counts).into())];
        Arc::from(context.tf("activity-year", &values))
    };
    let text = ActivityText {
        title: context.title(figure).into(),
        description: super::joined(context, &told).into(),
        empty: context.t("timeline-empty").into(),
        dates: context.language().axis(),
        year: &said,
    };
    let Canvas { width, meter } = canvas;
    let track =
        |title: String, colour| LegendEntry { sample: Some(swatch(Tone::of_index(colour), meter)), words: title };
    Made {
        scene: activity(counts, width, HEIGHT_PX * meter.scale, meter, &text),
        items: counts.counts.iter().map(|counts| sum(counts)).sum(),
        legend: counted.tracks.iter().map(|one| track(one.title.to_string(), one.colour)).collect(),
        thinned: None,
        told: Some(told),
    }
}

/// From which year to which, and how many items have none.
fn tell(context: &Context, figure: &Item<Figure>) -> Vec<Told> {
    say(context, &counted(context, figure))
}

fn say(context: &Context, Counted { counts, unplaced, .. }: &Counted) -> Vec<Told> {
    let last_year = counts.first_year + counts.counts.len() as i64 - 1;
    let mut sentences = Vec::new();
    if !counts.counts.is_empty() {
        let years = [("from", counts.first_year.to_string().into()), ("to", last_year.to_string().into())];
        sentences.push(context.tf("activity-description", &years));
    }
    if *unplaced > 0 {
        sentences.push(context.tf("activity-unplaced", &[("count", (*unplaced).into())]));
    }
    Told::whole(crate::draw::series::join(&sentences, context.words))
}

fn tables(context: &Context, figure: &Item<Figure>) -> Vec<Table> {
    let Counted { counts, tracks, .. } = counted(context, figure);
    let mut columns = vec![Column::new(context, "table-year")];
    columns.extend(tracks.iter().map(|track| Column {
        name: track.title.to_string(),
        key: track.id.to_string(),
        ..Column::new(context, "table-year")
    }));
    let row = |(year, counts): (i64, &Vec<u32>)| {
        let year = Cell::Period(iso_year(year), year.to_string());
        let cells = std::iter::once(year).chain(counts.iter().map(|&count| Cell::Number(f64::from(count))));
        Row { id: None, cells: cells.collect() }
    };
    let rows = (counts.first_year..).zip(&counts.counts).map(row).collect();
    vec![Table { columns, rows, ..Table::default() }]
}
