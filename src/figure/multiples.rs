//! Measured values over time in a small panel each; panels of one unit have one scale.

use super::{
    Canvas, Context, Kind, Made, Told,
    measured::{over_time, tell_series},
    series::tables,
};
use crate::{
    draw::series::small_panels,
    model::{Figure, Item},
    scene::focus::Walk,
};

/// The values of series in a panel each.
pub static KIND: Kind = Kind { word: "multiples", walk: Walk::Line, make, tables, tell };

fn make(context: &Context, figure: &Item<Figure>, canvas: Canvas) -> Made {
    over_time(context, figure, shared_scale(context, figure), &|chart, text| {
        small_panels(chart, canvas.width, canvas.meter, text)
    })
}

/// What each series comes to, and that panels have one scale.
fn tell(context: &Context, figure: &Item<Figure>) -> Vec<Told> {
    tell_series(context, figure).into_iter().chain(shared_scale(context, figure)).collect()
}

fn shared_scale(context: &Context, figure: &Figure) -> Option<Told> {
    let is_shared = context.series_of(figure).len() > 1;
    is_shared.then(|| Told { title: None, words: context.t("multiples-shared") })
}
