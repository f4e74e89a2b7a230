//! How wide a figure and its text are, as the page measures them.

use yew::prelude::*;

use crate::{layout::text::TextMeter, web};

/// Below this width a timeline becomes a list.
pub const NARROW_PX: f64 = 640.0;
/// Width where nothing can be measured: natively.
const USUAL_PX: f64 = 1_200.0;
/// Drawings are not made narrower.
const LEAST_PX: f64 = 200.0;

/// A reference for the figure's element, and its width, which follows. `room`: what the page has for it, as measured before
/// there is anything to measure; where that is right, the figure is drawn but once.
#[hook]
pub fn use_width(room: f64) -> (NodeRef, f64) {
    let node = use_node_ref();
    let width = use_state_eq(|| room);
    {
        let (node, width) = (node.clone(), width.clone());
        use_effect_with((), move |()| {
            let element = node.cast::<web_sys::Element>();
            if let Some(element) = &element {
                width.set(element.get_bounding_client_rect().width());
            }
            let observed = element.and_then(|element| web::on_resize(&element, move |px| width.set(px)));
            move || drop(observed)
        });
    }
    (node, width.max(LEAST_PX))
}

/// The width that the page has for a figure.
pub fn measured_room() -> f64 {
    web::width_of("#app").unwrap_or(USUAL_PX)
}

/// How wide the page's fonts are. Measuring takes the browser a layout: once is enough.
pub fn measured_text() -> TextMeter {
    const FONT_PX: f64 = 13.0;
    let usual = TextMeter { scale: 1.0, ..TextMeter::default() };
    let factor = |sample: &str| {
        let factor = web::text_width(sample, FONT_PX)? / usual.width_px(sample, FONT_PX, false);
        (factor.is_finite() && (0.5..2.0).contains(&factor)).then_some(factor)
    };
    TextMeter {
        scale: web::root_font_px() / 16.0,
        latin: factor(TextMeter::SAMPLE).unwrap_or(1.0),
        cjk: factor("国国国国").unwrap_or(1.0),
    }
}
