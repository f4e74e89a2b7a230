//! Single values as dots on a shared axis, one below the other.

use super::{
    Canvas, Context, Kind, LegendEntry, Made, Table, Told,
    amount::{grouped, measured, table, titles},
    measured::axis_told,
    series::sign_entry,
};
use crate::{
    draw::amounts::{RowLook, amounts, samples},
    model::{AxisScale, Figure, Item},
    scene::focus::Walk,
};

/// A row for each value, or for the value of each series on a day.
pub static KIND: Kind = Kind { word: "dots", walk: Walk::Line, make, tables, tell };

fn make(context: &Context, figure: &Item<Figure>, canvas: Canvas) -> Made {
    let all = measured(context, figure);
    let groups = grouped(&all);
    let legend: Vec<LegendEntry> = samples(&groups).into_iter().map(|sign| sign_entry(context, sign)).collect();
    let look = RowLook::Dots { from: figure.axis_from, is_log: figure.axis_scale == AxisScale::Log };
    let titles = titles(context, figure, &tell(context, figure));
    Made { scene: amounts(groups, look, canvas.width, canvas.meter, &titles), items: all.len(), legend }
}

fn tables(context: &Context, figure: &Item<Figure>) -> Vec<Table> {
    table(context, &measured(context, figure))
}

fn tell(context: &Context, figure: &Item<Figure>) -> Vec<Told> {
    let all = measured(context, figure);
    let values: Vec<f64> = all.iter().filter_map(|one| one.value()).collect();
    let axis = axis_told(context, figure, &values);
    super::amount::tell(context, &all).into_iter().chain(axis).collect()
}
