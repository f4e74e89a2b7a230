//! Measured values over time as straight lines: series of one unit share a panel.

use super::{
    Canvas, Context, Kind, Made,
    measured::{over_time, tell_series},
    series::tables,
};
use crate::{
    draw::series::lines,
    model::{Figure, Item},
    scene::focus::Walk,
};

/// The values of series, joined where they can be compared.
pub static KIND: Kind = Kind { word: "line", walk: Walk::Line, make, tables, tell: tell_series };

fn make(context: &Context, figure: &Item<Figure>, canvas: Canvas) -> Made {
    over_time(context, figure, None, &|chart, text| lines(chart, canvas.width, canvas.meter, text))
}
