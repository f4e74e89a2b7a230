//! From the items to nodes: lays out where zoom or items changed, draws what is in view, puts cards in their places.

use std::rc::Rc;

use web_sys::HtmlElement;
use yew::prelude::*;

use super::{Drawing, DrawingProps};
use crate::{
    draw::timeline::{self},
    figure::timeline::{with_text, words},
    layout::timeline::{PlaceOptions, Placed, TimelineInput, Window, place, scale_of, window_beyond},
    render::html::{Emphasis, html as nodes},
    scale::Span,
    scene::{Rect, Scene, focus::stops},
    ui::timing::time_scene,
    web,
};

/// A laid-out timeline, and what it was laid out from.
pub(super) struct Laid {
    pub(super) input: Rc<TimelineInput>,
    options: PlaceOptions,
    pub(super) placed: Placed,
}

impl Laid {
    fn fits(&self, input: &Rc<TimelineInput>, options: &PlaceOptions) -> bool {
        let same_zoom = (self.options.px_per_day / options.px_per_day - 1.0).abs() < 1e-9;
        let with_zoom = PlaceOptions { px_per_day: self.options.px_per_day, ..options.clone() };
        same_zoom && Rc::ptr_eq(&self.input, input) && self.options == with_zoom
    }
}

impl Drawing {
    /// Lays out where zoom or items changed, then draws what is in view around `span`, and up to `beyond` px further.
    pub(super) fn draw(&mut self, ctx: &Context<Self>, span: Span, beyond: f64) {
        let props = ctx.props();
        let timing = time_scene(&props.figure);
        let scale = scale_of(span, props.width);
        let options = PlaceOptions { px_per_day: scale.px_per_day, ..props.options.clone() };
        let mut laid = match self.laid.take() {
            Some(laid) if laid.fits(&props.input, &options) => laid,
            _ => {
                self.settle = true;
                let placed = place(&props.input, &options);
                Laid { input: props.input.clone(), options, placed }
            }
        };
        let reach = span.pad(scale.days_from_px(beyond) / span.days());
        if std::mem::take(&mut self.settle) || !laid.placed.is_settled_for(reach) {
            laid.placed.settle(span);
        }
        let placed = &laid.placed;
        self.drawn = span;
        self.window = window_beyond(placed, span.start, props.width, beyond);
        let store = &props.store;
        let body = with_text(&store.context(), &props.input, &props.names, &self.window, span, |text| {
            timeline::body(placed, &self.window, text)
        });
        drop(timing);
        self.find_stops(&body);
        let emphasis = Emphasis {
            selected: store.state.select.as_deref(),
            focused: self.focused.as_deref(),
            hovered: self.hovered.as_deref(),
        };
        self.body = (nodes(&body, "timeline", emphasis), self.body.1.wrapping_add(1));
        self.slide.is_fresh = true;
        self.laid = Some(laid);
        self.draw_axis(ctx);
    }

    /// Draws the axis where the view is; the tracks slide along.
    pub(super) fn draw_axis(&mut self, ctx: &Context<Self>) {
        let (Some(laid), props) = (&self.laid, ctx.props()) else { return };
        let mut scale = self.window.scale;
        scale.first_day -= scale.days_from_px(self.slide_px(props).unwrap_or(0.0));
        let window = Window { width: props.width, scale, ..Window::default() };
        let axis = timeline::axis(&laid.placed, &window, &words(&props.store.context()));
        self.axis = (nodes(&axis, "timeline-axis", Emphasis::default()), self.axis.1.wrapping_add(1));
    }

    pub(super) fn find_stops(&mut self, body: &Scene) {
        self.stops = stops(body);
        self.anchors = self.stops.iter().map(|stop| (stop.key.id.clone(), stop.bounds)).collect();
    }

    /// Puts the cards below what they belong to, and the focus into a list that has just opened.
    pub(super) fn place_cards(&mut self, props: &DrawingProps) {
        let (slid, width) = (self.slide.px, props.width);
        let rect = |rect: Rect| (rect.x + slid, rect.y, rect.width, rect.height);
        if let (Some(card), Some(id)) = (self.card.cast::<HtmlElement>(), &self.hovered)
            && let Some(anchor) = self.anchors.get(id.as_str())
        {
            web::place_within(&card, rect(*anchor), width);
        }
        if let (Some(list), Some(chip)) = (self.list.cast::<HtmlElement>(), self.open_chip()) {
            let mut anchor = chip.rect;
            anchor.y -= self.axis_height();
            web::place_within(&list, rect(anchor), width);
        }
        if self.cluster.is_some() && std::mem::take(&mut self.opened) {
            web::focus(".cluster-card a", true);
        }
    }
}
