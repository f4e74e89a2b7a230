//! Pointer, wheel and keys, and what follows from them: spans, selections, the way of the focus.

use wasm_bindgen::JsCast;
use web_sys::{Element, WheelEvent};
use yew::prelude::*;

use std::sync::Arc;

use super::Drawing;
use crate::{
    layout::timeline::scale_of,
    model::Id,
    scene::focus::{Direction, step},
    state::Action,
    ui::store::Step,
    web,
};

/// A pointer that moves less is a click.
const DRAG_PX: f64 = 4.0;
/// How much one step of a button or key zooms.
const ZOOM_STEP: f64 = 1.6;
/// How far one step of a button or key moves, as a share of the span.
const PAN_STEP: f64 = 0.5;

impl Drawing {
    /// Moves with the pointer, once a frame.
    pub(super) fn drag_to(&mut self, ctx: &Context<Self>, event: &PointerEvent) -> bool {
        let props = ctx.props();
        let Some(drag) = self.drag.as_mut().filter(|drag| drag.pointer == event.pointer_id()) else { return false };
        let dx = f64::from(event.client_x()) - drag.start_x;
        let began = !drag.moving && dx.abs() >= DRAG_PX;
        if began {
            drag.moving = true;
            if let Some(element) = self.node.cast::<Element>() {
                // Where it cannot be captured, moving ends at the edge.
                let _ = element.set_pointer_capture(event.pointer_id());
            }
        }
        if drag.moving {
            let days = -scale_of(drag.start, props.width).days_from_px(dx);
            let span = props.limits.pan(drag.start, days);
            self.move_to(ctx, span);
        }
        began
    }

    /// Zooms about the pointer (with Control or Command) or moves (with Shift).
    pub(super) fn wheel_by(&mut self, ctx: &Context<Self>, event: &WheelEvent) -> bool {
        let props = ctx.props();
        let Some(element) = self.node.cast::<Element>() else { return false };
        let span = self.at;
        let lines = if event.delta_mode() == WheelEvent::DOM_DELTA_LINE { 20.0 } else { 1.0 };
        let delta = (if event.delta_y() == 0.0 { event.delta_x() } else { event.delta_y() }) * lines;
        let next = if event.shift_key() {
            props.limits.pan(span, scale_of(span, props.width).days_from_px(delta))
        } else {
            let x = f64::from(event.client_x()) - element.get_bounding_client_rect().left();
            let anchor = scale_of(span, props.width).day_from_x(x);
            props.limits.zoom(span, (delta * 0.0025).clamp(-1.0, 1.0).exp(), anchor)
        };
        self.move_to(ctx, next);
        self.rest_soon(ctx);
        false
    }

    pub(super) fn click(&mut self, ctx: &Context<Self>, event: &MouseEvent) -> bool {
        if std::mem::take(&mut self.suppress_click) {
            event.prevent_default();
            return false;
        }
        let Some(element) = event.target().and_then(|target| target.dyn_into::<Element>().ok()) else { return false };
        if element.closest(".cluster-card").ok().flatten().is_some() {
            return false;
        }
        let at = |name: &str| web::closest_attribute(&element, name);
        if let Some(id) = at("data-cluster") {
            let same = self.cluster.as_deref() == Some(id.as_str());
            self.cluster = (!same).then(|| Arc::from(id));
            self.opened = true;
            return true;
        }
        self.come_to_rest(ctx);
        let had_cluster = self.cluster.take().is_some();
        if let Some(id) = at("data-track") {
            ctx.props().on_fold.emit(Id::from(&*id));
        } else if let Some(id) = at("data-key") {
            self.hovered = None;
            ctx.props().store.select(&Id::from(&*id));
        }
        had_cluster
    }

    pub(super) fn key(&mut self, ctx: &Context<Self>, event: &KeyboardEvent) -> bool {
        if event.ctrl_key() || event.meta_key() || event.alt_key() {
            return false;
        }
        let props = ctx.props();
        let span = self.at;
        let direction = match event.key().as_str() {
            "ArrowLeft" => Some(Direction::Left),
            "ArrowRight" => Some(Direction::Right),
            "ArrowUp" => Some(Direction::Up),
            "ArrowDown" => Some(Direction::Down),
            "Home" => Some(Direction::First),
            "End" => Some(Direction::Last),
            _ => None,
        };
        let moved = match event.key().as_str() {
            "+" | "=" => Some(props.limits.zoom(span, 1.0 / ZOOM_STEP, span.middle())),
            "-" | "_" => Some(props.limits.zoom(span, ZOOM_STEP, span.middle())),
            "PageUp" => Some(props.limits.pan(span, -span.days() * PAN_STEP)),
            "PageDown" => Some(props.limits.pan(span, span.days() * PAN_STEP)),
            "0" => Some(props.limits.domain),
            _ => None,
        };
        if direction.is_some() || moved.is_some() || matches!(event.key().as_str(), "Enter" | " " | "Escape") {
            self.come_to_rest(ctx);
        }
        if let Some(direction) = direction {
            event.prevent_default();
            let from = self.focused.clone().unwrap_or_default();
            if let Some(stop) = step(&self.stops, &from, direction) {
                self.focused = Some(stop.key.id.to_string());
                self.refocus = true;
                self.redraw(ctx);
            }
            return true;
        }
        if let Some(span) = moved {
            event.prevent_default();
            self.refocus = true;
            self.settle = true;
            props.on_span.emit((span, Step::Push));
            // Drawn when the new span comes: the focus finds its place only there.
            return false;
        }
        match event.key().as_str() {
            "Enter" | " " => {
                event.prevent_default();
                self.press(ctx)
            }
            "Escape" if self.cluster.is_some() => {
                self.close_cluster();
                true
            }
            "Escape" if self.hovered.is_some() => {
                self.hovered = None;
                true
            }
            "Escape" if props.store.state.select.is_some() => {
                props.store.act(Action::Close);
                true
            }
            _ => false,
        }
    }

    /// Does what a click on the focused stop would do.
    pub(super) fn press(&mut self, ctx: &Context<Self>) -> bool {
        use crate::scene::KeyKind;
        let focused = self.focused.clone().unwrap_or_default();
        let stop = self.stops.iter().find(|stop| *stop.key.id == *focused).or(self.stops.first());
        let Some((kind, id)) = stop.map(|stop| (stop.key.kind, stop.key.id.clone())) else { return false };
        match kind {
            KeyKind::Cluster => (self.cluster, self.opened) = (Some(id), true),
            KeyKind::Track => {
                self.refocus = true;
                ctx.props().on_fold.emit(Id::from(&*id));
            }
            _ => ctx.props().store.select(&Id::from(&*id)),
        }
        true
    }
}

/// The id of the item at an event's target.
pub(super) fn key_at(target: Option<web_sys::EventTarget>) -> Option<String> {
    let element = target?.dyn_into::<Element>().ok()?;
    web::closest_attribute(&element, "data-key")
}

/// The id of whatever the keyboard reaches at an event's target.
pub(super) fn stop_at(target: Option<web_sys::EventTarget>) -> Option<String> {
    let element = target?.dyn_into::<Element>().ok()?;
    let svg = element.closest("svg").ok().flatten();
    svg.and_then(|_| ["data-key", "data-cluster", "data-track"].iter().find_map(|name| element.get_attribute(name)))
}
