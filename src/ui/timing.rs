//! How long it takes to draw, as measures in the browser's own list, for whoever looks: of each name the last one.

use crate::{model::Id, web};

/// The time in which the scene of a figure is made, until dropped: `annals:scene:<id>`.
pub fn time_scene(figure: &Id) -> web::Timing {
    web::Timing::start(format!("annals:scene:{figure}"))
}

/// The time from the making of a scene until its nodes are in the page, until dropped: `annals:draw:<id>`.
pub fn time_drawing(figure: &Id) -> web::Timing {
    web::Timing::start(format!("annals:draw:{figure}"))
}

/// The time in which is prepared what several scenes of a figure are made from, until dropped: `annals:prepare:<id>`.
pub fn time_preparation(figure: &Id) -> web::Timing {
    web::Timing::start(format!("annals:prepare:{figure}"))
}
