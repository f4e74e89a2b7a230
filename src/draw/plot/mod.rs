//! Charts with axes and series, drawn by plotters into scenes. The only place that names plotters.

mod bars;
mod labels;
mod lines;
mod marks;
mod multiples;
mod panel;
mod recorder;
mod rows;
mod signs;
mod slope;
mod steps;
mod towers;

pub use bars::{Column, ColumnChart, column_chart};
pub use lines::{LineChart, LinePanel, line_chart};
pub use marks::{Bin, ValueMark};
pub use multiples::{Multiples, multiples};
pub use panel::Line;
pub use rows::{Amount, AmountClaim, Amounts, RowChart, RowLook, row_chart};
pub use signs::{Arrow, Dot, Sample, bar_sample, sample};
pub use slope::{SlopeChart, SlopeEnd, SlopeGroup, SlopeLine, slope_chart};
pub use steps::{Join, StepChart, StepPanel, plot_width, step_chart};
pub use towers::{Standing, Tower, TowerChart, TowerDate, TowerGroup, tower_chart};
