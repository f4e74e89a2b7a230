//! Charts with axes and series, drawn by plotters into scenes. The only place that names plotters.

mod bars;
mod recorder;

pub use bars::{Column, ColumnChart, column_chart};
