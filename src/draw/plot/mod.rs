//! Charts with axes and series, drawn by plotters into scenes. The only place that names plotters.

mod bars;
mod labels;
mod lines;
mod marks;
mod multiples;
mod panel;
mod recorder;
mod signs;
mod steps;

pub use bars::{Column, ColumnChart, column_chart};
pub use lines::{LineChart, LinePanel, line_chart};
pub use marks::ValueMark;
pub use multiples::{Multiples, multiples};
pub use panel::Line;
pub use signs::{Arrow, Dot, Sample, sample};
pub use steps::{Join, StepChart, StepPanel, plot_width, step_chart};
