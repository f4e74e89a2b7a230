//! Bars from zero: lying, a value each, or upright over time, side by side, stacked or as shares.

mod over_time;

use super::{
    Canvas, Context, Kind, LegendEntry, Made, Table, Told, amount,
    amount::{grouped, measured, table, titles},
    rest::thinned,
    series::sign_words,
};
use crate::{
    draw::{
        amounts::{RowLook, amounts, bar_sample, samples},
        towers::{Standing, towers},
    },
    model::{Figure, Item, Stack},
    scene::focus::Walk,
};

/// Bars of single values, or of series over time.
pub static KIND: Kind = Kind { word: "bars", walk: Walk::Line, make, tables, tell };

/// Whether the bars stand over time. Single values, and those of one day side by side, lie below one another.
fn is_over_time(figure: &Figure) -> bool {
    figure.values.is_empty() && (figure.at.is_none() || figure.stack != Stack::None)
}

fn make(context: &Context, figure: &Item<Figure>, canvas: Canvas) -> Made {
    if is_over_time(figure) {
        let (drawn, told) = over_time::groups(context, figure, canvas);
        let titles = titles(context, figure, &told, drawn.thinned.as_deref(), drawn.rest);
        let standing = match figure.stack {
            Stack::None => Standing::Beside,
            Stack::Stacked => Standing::Stacked,
            Stack::Share => Standing::Share,
        };
        let legend = drawn.signs.iter().map(|sign| entry(context, *sign)).collect();
        let scene = towers(drawn.groups, standing, canvas.width, canvas.meter, &titles);
        return Made { scene, items: drawn.items, legend, thinned: drawn.thinned, told: Some(told) };
    }
    let all = measured(context, figure);
    let (groups, rest) = grouped(context, &all);
    let thinned = thinned(context, all.len(), rest);
    let told = amount::tell(context, &all);
    let titles = titles(context, figure, &told, thinned.as_deref(), rest);
    let legend = samples(&groups).into_iter().map(|sign| entry(context, sign)).collect();
    let scene = amounts(groups, RowLook::Bars, canvas.width, canvas.meter, &titles);
    Made { scene, items: all.len(), legend, thinned, told: Some(told) }
}

/// A sign of bars, and what it means.
fn entry(context: &Context, sign: crate::draw::amounts::Sample) -> LegendEntry {
    LegendEntry { sample: Some(bar_sample(sign)), words: sign_words(context, sign) }
}

fn tables(context: &Context, figure: &Item<Figure>) -> Vec<Table> {
    match is_over_time(figure) {
        true if figure.stack == Stack::Share => over_time::tables(context, figure),
        true => super::series::tables(context, figure),
        false => table(context, &measured(context, figure)),
    }
}

fn tell(context: &Context, figure: &Item<Figure>) -> Vec<Told> {
    match is_over_time(figure) {
        true => over_time::tell(context, figure),
        false => amount::tell(context, &measured(context, figure)),
    }
}
