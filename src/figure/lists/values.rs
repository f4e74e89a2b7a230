//! Single numbers and dates.

use crate::{
    figure::{Cell, Context, Row, Table, columns},
    model::{Figure, FigureValue, Item, Text},
    query::{self, Found},
};

/// One number or date.
pub struct FigureCard<'a> {
    /// Whose it is.
    pub found: Found<'a>,
    /// The number or date in words.
    pub shown: String,
    /// What it means, where the author says so.
    pub label: Option<&'a Text>,
    /// What else is to be known: out of how many, whether sources disagree.
    pub remarks: Vec<String>,
}

/// The numbers and dates of a figure; those that have none are left out.
pub fn cards<'a>(context: &Context<'a>, figure: &'a Figure) -> Vec<FigureCard<'a>> {
    let card = |value: &'a FigureValue| {
        let found = context.find(&value.of)?;
        let shown = query::headline(found, context.words, &|text| context.text(text))?;
        let disputed = context.index.is_disputed(context.briefing, &value.of).then(|| context.t("disputed"));
        let remarks = query::base_words(found, context.words).into_iter().chain(disputed).collect();
        Some(FigureCard { found, shown, label: value.label.as_ref(), remarks })
    };
    figure.values.iter().filter_map(card).collect()
}

pub fn tables(context: &Context, figure: &Item<Figure>) -> Vec<Table> {
    let columns = columns(context, ["column-title", "column-value", "column-date", "column-remarks", "column-sources"]);
    let row = |one: FigureCard| Row {
        id: Some(one.found.meta().id.clone()),
        cells: vec![
            Cell::Words(one.label.map_or_else(|| context.name(one.found), |label| context.text(label))),
            Cell::Item(one.found.meta().id.clone(), one.shown),
            one.found.date().map_or(Cell::Empty, |date| Cell::date(context, date)),
            Cell::Words(one.remarks.join("; ")),
            Cell::Sources(one.found.sources().to_vec()),
        ],
    };
    vec![Table { columns, rows: cards(context, figure).into_iter().map(row).collect(), ..Table::default() }]
}
