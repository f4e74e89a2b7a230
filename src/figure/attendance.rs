//! Who came to one meeting: stated numbers and shares, organisations by kind.

use super::{
    Canvas, Cell, Column, Context, Kind, Made, Row, Table, Told,
    matrix::{capacity, signs},
};
use crate::{
    draw::{
        attendance::{Telling, attendance, share_words, shares_words, sum_words, total_words},
        series::join,
    },
    model::{Citation, Figure, Item, Meeting, Organisation},
    query::Found,
    scene::focus::Walk,
};

/// The attendance of one meeting.
pub static KIND: Kind = Kind { word: "attendance", walk: Walk::Grid, make, tables, tell };

/// The meeting that a figure names first.
pub fn meeting_of<'a>(context: &Context<'a>, figure: &Figure) -> Option<&'a Item<Meeting>> {
    match context.find(figure.items.first()?)? {
        Found::Meeting(meeting) => Some(meeting),
        _ => None,
    }
}

/// Calls `with` with how a meeting is told.
fn telling<T>(context: &Context, figure: &Figure, with: impl FnOnce(&Telling) -> T) -> T {
    with(&Telling {
        title: context.title(figure).into(),
        words: context.words,
        text: &|text| context.text(text),
        kind: &|one| kind_words(context, one),
    })
}

/// The word for the kind of an organisation: its own, else that of the actor it is.
fn kind_words(context: &Context, one: &Organisation) -> Option<String> {
    let of_actor = || match context.find(one.actor.as_ref()?)? {
        Found::Actor(actor) => actor.kind.as_deref(),
        _ => None,
    };
    Some(context.words.known("kind", one.kind.as_deref().or_else(of_actor)?))
}

fn make(context: &Context, figure: &Item<Figure>, canvas: Canvas) -> Made {
    let meeting = meeting_of(context, figure);
    let scene = telling(context, figure, |telling| attendance(meeting, canvas.width, canvas.meter, telling));
    let Some(meeting) = meeting else { return Made { scene, items: 0, legend: Vec::new(), thinned: None, told: None } };
    let stated = &meeting.attendance;
    let statuses: Vec<_> = stated.organisations.iter().map(|one| one.status).collect();
    Made {
        scene,
        items: stated.totals.len() + stated.groups.len() + stated.organisations.len(),
        legend: signs(context, &statuses, canvas.meter),
        thinned: None,
        told: None,
    }
}

/// Everything that is stated of numbers, and what the shares come to.
fn tell(context: &Context, figure: &Item<Figure>) -> Vec<Told> {
    let Some(meeting) = meeting_of(context, figure) else { return Told::whole(context.t("attendance-no-meeting")) };
    let stated = &meeting.attendance;
    let sentences = telling(context, figure, |telling| {
        let totals = stated.totals.iter().map(|one| total_words(one, telling)).collect::<Vec<_>>().join("; ");
        let named = stated.organisations.len();
        let named = (named > 0).then(|| context.tf("attendance-named", &[("count", named.into())]));
        let parts = [Some(totals), shares_words(&stated.groups, telling)].into_iter().flatten();
        let sentence = |words: String| context.tf("sentence", &[("words", words.into())]);
        let mut all: Vec<String> = parts.filter(|words| !words.is_empty()).map(sentence).collect();
        all.extend(sum_words(&stated.groups, context.words));
        all.extend(named.map(sentence));
        all
    });
    match sentences.is_empty() {
        true => Told::whole(context.t("attendance-not-stated")),
        false => Told::whole(join(&sentences, context.words)),
    }
}

fn tables(context: &Context, figure: &Item<Figure>) -> Vec<Table> {
    let Some(meeting) = meeting_of(context, figure) else { return Vec::new() };
    let columns = vec![
        Column::new(context, "column-title"),
        Column::new(context, "column-sort"),
        Column::new(context, "column-number").in_files(),
        Column::new(context, "column-kind"),
        Column::new(context, "seat"),
        Column::new(context, "column-capacity"),
        Column::new(context, "column-sources"),
    ];
    let stated = &meeting.attendance;
    let number = |id: &crate::model::Id, sort: &str, title, value, sources: &[Citation]| Row {
        id: Some(id.clone()),
        cells: vec![
            Cell::Item(id.clone(), title),
            Cell::Words(context.t(sort)),
            Cell::Number(value),
            Cell::Empty,
            Cell::Empty,
            Cell::Empty,
            Cell::Sources(sources.to_vec()),
        ],
    };
    let rows = telling(context, figure, |telling| {
        let totals = stated.totals.iter().map(|one| {
            number(&one.meta.id, "sort-total", total_words(one, telling), one.value.value, &one.meta.sources)
        });
        let groups = stated.groups.iter().map(|one| {
            number(&one.meta.id, "sort-group", share_words(one, telling), one.value.value, &one.meta.sources)
        });
        let organisations = stated.organisations.iter().map(|one| Row {
            id: Some(one.meta.id.clone()),
            cells: vec![
                Cell::Item(one.meta.id.clone(), context.text(&one.label)),
                Cell::Words(context.t("sort-organisation")),
                Cell::Empty,
                Cell::maybe(kind_words(context, one)),
                Cell::maybe(one.seat.as_ref().map(|seat| context.text(seat))),
                Cell::Words(capacity(context, one.status)),
                Cell::Sources(one.meta.sources.clone()),
            ],
        });
        totals.chain(groups).chain(organisations).collect()
    });
    vec![Table { columns, rows, ..Table::default() }]
}
