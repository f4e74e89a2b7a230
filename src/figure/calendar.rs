//! What happened in which month. It counts events, and meetings that no event stands for, by the month in which they begin.

use super::{Canvas, Cell, Column, Context, Kind, Made, Row, Table, Told, joined};
use crate::{
    draw::{
        activity::iso_year,
        calendar::{CalendarText, CalendarYear, calendar},
        series,
    },
    model::{Edtf, Figure, Item, date::Precision},
    order,
    query::{search::Hits, visible},
    scale::ticks::{month_label, year_number},
    scene::focus::Walk,
    state::ViewState,
};

/// A row a year, a column a month.
pub static KIND: Kind = Kind { word: "calendar", walk: Walk::Grid, make, tables, tell };

/// What there is to count.
#[derive(Default)]
struct Counted {
    /// The years in which something happened, in order.
    years: Vec<CalendarYear>,
    /// How many items have no year, or one too far away.
    unplaced: usize,
}

fn counted(context: &Context, figure: &Figure) -> Counted {
    let shown = visible(context.briefing, context.index, (&ViewState::default(), &Hits::default()), &figure.tracks);
    let (first, last) = (figure.from.as_ref().and_then(Edtf::earliest), figure.to.as_ref().and_then(Edtf::latest));
    let mut counted = Counted { unplaced: shown.unplaced.len(), ..Counted::default() };
    for occurrence in shown.placed.into_iter().filter(|one| figure.shows(one.id())) {
        let date = &occurrence.date().value;
        let Some(day) = date.earliest().or(date.latest()) else { continue };
        if first.is_some_and(|first| day < first) || last.is_some_and(|last| day > last) {
            continue;
        }
        if !date.placeable() {
            counted.unplaced += 1;
            continue;
        }
        let (number, month, _) = day.ymd();
        // In order of time, the year is mostly that of the one before.
        let at = counted.years.iter().rposition(|year| year.year == number).unwrap_or_else(|| {
            counted.years.push(CalendarYear { year: number, ..CalendarYear::default() });
            counted.years.len() - 1
        });
        let year = &mut counted.years[at];
        match has_month(date) {
            true => year.months[usize::from(month) - 1] += 1,
            false => year.no_month += 1,
        }
    }
    let sorted = order::in_order(&counted.years, &|a, b| a.year.cmp(&b.year));
    counted.years = sorted.into_iter().cloned().collect();
    counted
}

/// Whether the month is known in which something begins.
fn has_month(date: &Edtf) -> bool {
    let begin = date.start().or_else(|| date.end());
    let precision = begin.map_or(date.precision(), |begin| begin.precision());
    precision <= Precision::Month
}

/// A month or year in words.
fn period(context: &Context, year: i64, month: Option<u8>) -> String {
    let iso = iso_year(year);
    let text = month.map_or_else(|| iso.clone(), |month| format!("{iso}-{month:02}"));
    Edtf::read(&text).map_or(text, |date| context.date(&date))
}

fn make(context: &Context, figure: &Item<Figure>, canvas: Canvas) -> Made {
    let counted = counted(context, figure);
    let told = say(context, &counted);
    let axis = context.language().axis();
    let place = |year: i64, month: Option<u8>, count: u32| {
        let values = [("year", period(context, year, month).into()), ("count", (count as usize).into())];
        let key = if month.is_some() { "activity-year" } else { "calendar-no-month-place" };
        context.tf(key, &values).into()
    };
    let gap = |from: i64, to: i64| {
        let values = [("from", year_number(from, axis).into()), ("to", year_number(to, axis).into())];
        context.tf("calendar-gap", &values).into()
    };
    let text = CalendarText {
        title: context.title(figure).into(),
        description: joined(context, &told).into(),
        empty: context.t("timeline-empty").into(),
        months: std::array::from_fn(|month| month_label(month as u8 + 1, axis).into()),
        no_month: context.t("calendar-no-month").into(),
        year: &|year| year_number(year, axis).into(),
        gap: &gap,
        place: &place,
    };
    let items = counted.years.iter().map(|year| year.sum() as usize).sum();
    Made {
        scene: calendar(&counted.years, canvas.width, canvas.meter, &text),
        items,
        legend: Vec::new(),
        thinned: None,
        told: Some(told),
    }
}

/// From which year to which, the fullest month, and what has no month or no year.
fn tell(context: &Context, figure: &Item<Figure>) -> Vec<Told> {
    say(context, &counted(context, figure))
}

fn say(context: &Context, Counted { years, unplaced }: &Counted) -> Vec<Told> {
    let mut said = Vec::new();
    let total: usize = years.iter().map(|year| year.sum() as usize).sum();
    if let (Some(first), Some(last)) = (years.first(), years.last()) {
        let values = [
            ("count", total.into()),
            ("from", period(context, first.year, None).into()),
            ("to", period(context, last.year, None).into()),
        ];
        said.push(context.tf(if first.year == last.year { "calendar-says-year" } else { "calendar-says" }, &values));
    } else if *unplaced == 0 {
        said.push(context.t("calendar-says-none"));
    }
    let months = || {
        let of = |year: &CalendarYear| {
            (1..=12).zip(year.months).map(|(month, count)| (year.year, month, count)).collect::<Vec<_>>()
        };
        years.iter().flat_map(of).filter(|one| one.2 > 0)
    };
    let most = months().map(|one| one.2).max().unwrap_or(0);
    let fullest: Vec<(i64, u8, u32)> = months().filter(|one| one.2 == most).collect();
    if let Some(&(year, month, count)) = fullest.first().filter(|_| months().count() > 1) {
        let values = [
            ("most", (count as usize).into()),
            ("months", fullest.len().into()),
            ("month", period(context, year, Some(month)).into()),
        ];
        said.push(context.tf("calendar-says-most", &values));
    }
    let rest: usize = years.iter().map(|year| year.no_month as usize).sum();
    for (key, count) in [("calendar-says-no-month", rest), ("activity-unplaced", *unplaced)] {
        if count > 0 {
            said.push(context.tf(key, &[("count", count.into())]));
        }
    }
    Told::whole(series::join(&said, context.words))
}

fn tables(context: &Context, figure: &Item<Figure>) -> Vec<Table> {
    let axis = context.language().axis();
    let mut columns = vec![Column::new(context, "table-year")];
    columns.extend((1..=12).map(|month| Column {
        name: month_label(month, axis),
        key: format!("month_{month:02}"),
        ..Column::new(context, "table-year")
    }));
    columns.push(Column::new(context, "calendar-no-month"));
    columns.push(Column::new(context, "table-items"));
    let row = |year: &CalendarYear| {
        let head = Cell::Period(iso_year(year.year), period(context, year.year, None));
        let numbers = year.months.into_iter().chain([year.no_month, year.sum()]);
        Row { id: None, cells: std::iter::once(head).chain(numbers.map(|count| Cell::Number(count.into()))).collect() }
    };
    vec![Table { columns, rows: counted(context, figure).years.iter().map(row).collect(), ..Table::default() }]
}
