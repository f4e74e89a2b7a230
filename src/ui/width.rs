//! How wide a figure and its text are, as the page measures them.

use yew::prelude::*;

use crate::{layout::text::TextMeter, web};

/// Below this width a timeline becomes a list.
pub const NARROW_PX: f64 = 640.0;
/// Width where nothing can be measured: natively, and before the first frame.
const USUAL_PX: f64 = 1_200.0;

/// A reference for the figure's element, and its width, which follows.
#[hook]
pub fn use_width() -> (NodeRef, f64) {
    let node = use_node_ref();
    let width = use_state(|| USUAL_PX);
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
    (node, width.max(200.0))
}

/// How wide the page's fonts are, measured once.
#[hook]
pub fn use_text_meter() -> TextMeter {
    let meter = use_state(TextMeter::default);
    {
        let meter = meter.clone();
        use_effect_with((), move |()| {
            if let Some(measured) = measure() {
                meter.set(measured);
            }
        });
    }
    *meter
}

fn measure() -> Option<TextMeter> {
    const FONT_PX: f64 = 13.0;
    let usual = TextMeter { scale: 1.0, ..TextMeter::default() };
    let latin = web::text_width(TextMeter::SAMPLE, FONT_PX)? / usual.width_px(TextMeter::SAMPLE, FONT_PX, false);
    let cjk = web::text_width("国国国国", FONT_PX)? / usual.width_px("国国国国", FONT_PX, false);
    let plausible = |factor: f64| factor.is_finite() && (0.5..2.0).contains(&factor);
    let factor = |measured: f64| if plausible(measured) { measured } else { 1.0 };
    Some(TextMeter { scale: web::root_font_px() / 16.0, latin: factor(latin), cjk: factor(cjk) })
}
