//! Views and figures for a briefing that states none.

use crate::model::{AxisScale, Briefing, Figure, Id, Item, Meta, Stack, Text, View, ViewPart};

/// Kinds of the figures that are supplied.
const KINDS: [&str; 5] = ["upcoming", "activity", "timeline", "sources", "views"];

/// Supplies the views `overview`, `timeline` and `sources` if there is no view at all, and `overview` if only that is
/// missing, with the figures they need. Their titles are empty: the page names them in the reader's language.
///
/// Figures of the briefing are used where it has some of the kind; those supplied have the ids `figure.timeline` and so
/// on. `is_taken` tells which ids the briefing uses.
pub(super) fn supply(briefing: &mut Briefing, is_taken: impl Fn(&str) -> bool) {
    if briefing.views.iter().any(|view| &*view.meta.id == "overview") {
        return;
    }
    let figure_of = KINDS.map(|kind| {
        let stated = briefing.figures.iter().find(|figure| &*figure.kind == kind);
        let id = stated.map(|figure| figure.meta.id.clone()).unwrap_or_else(|| {
            let id = free_id(&format!("figure.{kind}"), &is_taken);
            briefing.figures.push(item(id.clone(), figure(kind)));
            id
        });
        (kind, id)
    });
    let values =
        briefing.figures.iter().filter(|figure| &*figure.kind == "values").map(|figure| figure.meta.id.clone());
    let values: Vec<Id> = values.collect();
    let parts = |kinds: &[&str]| -> Vec<ViewPart> {
        let ids = kinds.iter().filter_map(|kind| figure_of.iter().find(|(name, _)| name == kind)).map(|(_, id)| id);
        ids.map(|id| ViewPart { text: None, figure: Some(id.clone()) }).collect()
    };
    let mut overview = parts(&["upcoming", "timeline", "activity", "views"]);
    overview.splice(0..0, values.into_iter().map(|id| ViewPart { text: None, figure: Some(id) }));
    let view = |parts| View { title: Text::default(), summary: None, parts };
    if briefing.views.is_empty() {
        for kind in ["timeline", "sources"] {
            briefing.views.push(item(free_id(kind, &is_taken), view(parts(&[kind]))));
        }
    }
    briefing.views.insert(0, item(free_id("overview", &is_taken), view(overview)));
}

/// The contract wants `overview`; should another item have that id, the next free one has to do.
fn free_id(wanted: &str, is_taken: impl Fn(&str) -> bool) -> Id {
    let mut id = wanted.to_owned();
    let mut copy = 1;
    while is_taken(&id) {
        copy += 1;
        id = format!("{wanted}-{copy}");
    }
    id.as_str().into()
}

fn figure(kind: &str) -> Figure {
    Figure {
        kind: kind.into(),
        title: None,
        caption: None,
        tracks: Vec::new(),
        items: Vec::new(),
        pins: Vec::new(),
        series: Vec::new(),
        values: Vec::new(),
        views: Vec::new(),
        from: None,
        to: None,
        at: None,
        stack: Stack::default(),
        axis_from: None,
        axis_scale: AxisScale::default(),
        complete: false,
    }
}

fn item<T>(id: Id, body: T) -> Item<T> {
    Item { meta: Meta { id, ..Meta::default() }, body }
}
