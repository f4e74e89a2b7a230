//! Charts with axes and series, drawn by plotters into scenes. The only place that names plotters.

mod bars;
mod labels;
mod recorder;
mod signs;
mod steps;

pub use bars::{Column, ColumnChart, column_chart};
pub use signs::{Arrow, Dot, Sample, sample};
pub use steps::{Join, StepChart, StepMark, StepPanel, plot_width, step_chart};
