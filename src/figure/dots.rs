//! Single values as dots on a shared axis, one below the other.

use super::{
    Canvas, Context, Kind, LegendEntry, Made, Table, Told,
    amount::{Measured, grouped, measured, table, titles},
    measured::axis_told,
    rest::thinned,
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
    let (groups, rest) = grouped(context, &all);
    let thinned = thinned(context, all.len(), rest);
    let legend: Vec<LegendEntry> = samples(&groups).into_iter().map(|sign| sign_entry(context, sign)).collect();
    let look = RowLook::Dots { from: figure.axis_from, is_log: figure.axis_scale == AxisScale::Log };
    let told = told(context, figure, &all);
    let titles = titles(context, figure, &told, thinned.as_deref(), rest);
    let scene = amounts(groups, look, canvas.width, canvas.meter, &titles);
    Made { scene, items: all.len(), legend, thinned, told: Some(told) }
}

fn tables(context: &Context, figure: &Item<Figure>) -> Vec<Table> {
    table(context, &measured(context, figure))
}

fn tell(context: &Context, figure: &Item<Figure>) -> Vec<Told> {
    told(context, figure, &measured(context, figure))
}

fn told(context: &Context, figure: &Figure, all: &[Measured]) -> Vec<Told> {
    let axis = axis_told(context, figure, all.iter().filter_map(|one| one.value()));
    super::amount::tell(context, all).into_iter().chain(axis).collect()
}
