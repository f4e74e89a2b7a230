//! Which organisations are named at several meetings, and in what capacity.

use super::{
    Canvas, Cell, Column, Context, Kind, LegendEntry, Made, Row, Table, Told,
    meetings::meetings_of,
    rest::{described, more, thinned},
};
use crate::{
    draw::{
        matrix::{Matrix, MatrixRow, MatrixText, matrix},
        presence::sample,
    },
    layout::text::TextMeter,
    model::{Actor, Citation, Figure, Item, Meeting, Organisation, Presence},
    scene::focus::Walk,
};

/// Organisations by meetings.
pub static KIND: Kind = Kind { word: "matrix", walk: Walk::Grid, make, tables, tell };

fn matrix_of<'a>(context: &Context<'a>, figure: &Figure) -> Matrix<'a> {
    Matrix::of(context.briefing, meetings_of(context, figure))
}

/// The word for a capacity.
pub fn capacity(context: &Context, status: Presence) -> String {
    context.t(&format!("presence-{}", status.word()))
}

/// An entry in a sentence.
fn sentence(context: &Context, actor: &Actor, meeting: &Meeting, entry: &Organisation) -> String {
    let values = [
        ("organisation", context.text(&actor.name).into()),
        ("capacity", capacity(context, entry.status).into()),
        ("meeting", context.text(&meeting.title).into()),
        ("date", context.span(&meeting.date, meeting.end.as_ref()).into()),
    ];
    context.tf("matrix-entry", &values)
}

fn make(context: &Context, figure: &Item<Figure>, canvas: Canvas) -> Made {
    let shown = matrix_of(context, figure);
    let rest = shown.rows.len() - shown.drawn;
    let (told, thinned) = (say(context, &shown), thinned(context, shown.rows.len(), rest));
    let text = MatrixText {
        title: context.title(figure).into(),
        description: described(context, &told, thinned.as_deref()).into(),
        empty: context.t("matrix-none").into(),
        total: context.t("matrix-total").into(),
        more: more(context, rest).unwrap_or_default().into(),
        dates: context.language().axis(),
        text: &|text| context.text(text),
        entry: &|actor, meeting, entry| sentence(context, actor, meeting, entry),
    };
    let drawn = matrix(&shown, canvas.width, canvas.meter, &text);
    let words = |key: &str| LegendEntry { sample: None, words: context.t(key) };
    let mut legend = Vec::new();
    if !shown.rows.is_empty() {
        let entries = shown.rows.iter().flat_map(|row| &row.named).map(|(_, entry)| entry.status);
        legend = signs(context, &entries.collect::<Vec<_>>(), canvas.meter);
        legend.push(words("matrix-months"));
        legend.extend((drawn.bands > 1).then(|| words("matrix-bands")));
    }
    Made { scene: drawn.scene, items: shown.total(), legend, thinned, told: Some(told) }
}

/// Signs of the capacities that occur.
pub fn signs(context: &Context, occurring: &[Presence], meter: TextMeter) -> Vec<LegendEntry> {
    let shown = Presence::ALL.iter().map(|(status, _)| *status).filter(|status| occurring.contains(status));
    shown.map(|status| LegendEntry { sample: Some(sample(status, meter)), words: capacity(context, status) }).collect()
}

/// How many organisations at how many meetings.
fn tell(context: &Context, figure: &Item<Figure>) -> Vec<Told> {
    say(context, &matrix_of(context, figure))
}

fn say(context: &Context, matrix: &Matrix) -> Vec<Told> {
    let (rows, columns) = (matrix.rows.len(), matrix.meetings.len());
    let words = match rows {
        0 => context.t("matrix-none"),
        _ => context.tf("matrix-said", &[("rows", rows.into()), ("columns", columns.into())]),
    };
    Told::whole(words)
}

/// Organisations by meetings, with sums that must agree.
fn tables(context: &Context, figure: &Item<Figure>) -> Vec<Table> {
    let matrix = matrix_of(context, figure);
    if matrix.rows.is_empty() {
        return Vec::new();
    }
    let short = |one: &Item<Meeting>| one.date.value.print_short(context.language().dates());
    let mut columns = vec![Column::new(context, "matrix-organisation"), Column::new(context, "matrix-count")];
    columns.extend(matrix.meetings.iter().map(|one| Column {
        name: short(one),
        key: one.meta.id.to_string(),
        opens: Some(one.meta.id.clone()),
        ..Column::new(context, "column-meeting")
    }));
    columns.push(Column::new(context, "column-sources").in_files());
    let count = |count: usize| Cell::Number(count as f64);
    let sums = (0..matrix.meetings.len()).map(|at| count(matrix.column_total(at)));
    let foot = [Cell::Words(context.t("matrix-total")), count(matrix.total())].into_iter().chain(sums);
    let foot = Row { id: None, cells: foot.chain([Cell::Empty]).collect() };
    let rows = matrix.rows.iter().map(|row| table_row(context, row, matrix.meetings.len())).collect();
    vec![Table { title: None, columns, rows, foot: Some(foot) }]
}

fn table_row(context: &Context, row: &MatrixRow, columns: usize) -> Row {
    let mut cells = vec![
        Cell::Item(row.actor.meta.id.clone(), context.text(&row.actor.name)),
        Cell::Number(row.named.len() as f64),
    ];
    cells.extend((0..columns).map(|at| match row.at(at) {
        Some(entry) => Cell::Item(entry.meta.id.clone(), capacity(context, entry.status)),
        None => Cell::Absent(context.t("matrix-not-named")),
    }));
    let mut sources: Vec<Citation> = Vec::new();
    for citation in row.named.iter().flat_map(|(_, entry)| &entry.meta.sources) {
        if !sources.contains(citation) {
            sources.push(citation.clone());
        }
    }
    cells.push(Cell::Sources(sources));
    Row { id: Some(row.actor.meta.id.clone()), cells }
}
