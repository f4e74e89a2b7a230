//! All meetings with the numbers of participants that are stated.

use super::{Canvas, Cell, Column, Context, Kind, Made, Row, Table, Told, joined, series::legend};
use crate::{
    draw::{
        pins::{PinSign, Pins},
        series::{Join, Pictured, SeriesChart, SeriesText, Telling, participants, series},
    },
    model::{Figure, Item, Meeting, Total},
    scene::focus::Walk,
};

/// All meetings in order of time, with the numbers of participants that are stated.
pub static KIND: Kind = Kind { word: "meetings", walk: Walk::Line, make, tables, tell };

/// The meetings of a figure, oldest first.
pub fn meetings_of<'a>(context: &Context<'a>, figure: &Figure) -> Vec<&'a Item<Meeting>> {
    context.index.meetings(context.briefing).filter(|one| figure.shows(&one.meta.id)).collect()
}

fn make(context: &Context, figure: &Item<Figure>, canvas: Canvas) -> Made {
    let all = meetings_of(context, figure);
    let telling = Telling { words: context.words, text: &|text| context.text(text) };
    let (readings, missing) = participants(&all, &context.t("meetings-participants"), &telling);
    let told = say(context, &all);
    let words = SeriesText {
        words: context.words,
        title: context.title(figure).into(),
        description: joined(context, &told).into(),
        empty: context.t("attendance-not-stated").into(),
        dates: context.language().axis(),
    };
    let legend = legend(context, std::slice::from_ref(&readings));
    let missing = Pins { title: context.t("meetings-missing").into(), sign: PinSign::Missing, list: missing };
    let chart = SeriesChart { all: vec![readings], join: Join::Stems, pins: vec![missing], ..SeriesChart::default() };
    let Pictured { scene, thinned } = series(&chart, canvas.width, canvas.meter, &words);
    Made { scene, items: all.len(), legend, thinned, told: Some(told) }
}

/// Of how many meetings the number of participants is stated.
fn tell(context: &Context, figure: &Item<Figure>) -> Vec<Told> {
    say(context, &meetings_of(context, figure))
}

fn say(context: &Context, all: &[&Item<Meeting>]) -> Vec<Told> {
    let stated = all.iter().filter(|one| !one.attendance.totals.is_empty()).count();
    Told::whole(context.tf("meetings-stated", &[("stated", stated.into()), ("total", all.len().into())]))
}

fn tables(context: &Context, figure: &Item<Figure>) -> Vec<Table> {
    let columns = vec![
        Column::new(context, "column-date"),
        Column::new(context, "column-meeting"),
        Column::new(context, "column-number").in_files(),
        Column::new(context, "column-participants"),
        Column::new(context, "column-who"),
        Column::new(context, "column-sources"),
    ];
    let row = |one: &Item<Meeting>, total: Option<&Item<Total>>| Row {
        id: Some(total.map_or(&one.meta.id, |total| &total.meta.id).clone()),
        cells: vec![
            Cell::Date(one.date.value.clone(), context.span(&one.date, one.end.as_ref())),
            Cell::Item(one.meta.id.clone(), context.text(&one.title)),
            total.map_or(Cell::Empty, |total| Cell::Number(total.value.value)),
            total.map_or(Cell::Missing, |total| Cell::Item(total.meta.id.clone(), stated(context, total))),
            Cell::maybe(total.and_then(|total| total.who.as_ref()).map(|who| context.text(who))),
            Cell::Sources(total.map_or(&one.meta.sources, |total| &total.meta.sources).clone()),
        ],
    };
    let all = meetings_of(context, figure);
    let rows = all.iter().flat_map(|one| {
        let totals = &one.attendance.totals;
        let none = totals.is_empty().then(|| row(one, None));
        none.into_iter().chain(totals.iter().map(|total| row(one, Some(total)))).collect::<Vec<_>>()
    });
    vec![Table { columns, rows: rows.collect(), ..Table::default() }]
}

/// A number of participants in words.
pub fn stated(context: &Context, total: &Total) -> String {
    context.quantity(total.value.value, total.qualifier, None)
}
