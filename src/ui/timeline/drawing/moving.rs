//! How the view moves. What is drawn slides along by one attribute of a few groups; it is drawn anew where the view
//! leaves it, zooms, or comes to rest. Only the axis, whose labels are held in view, is drawn with every frame.

use gloo::{render::request_animation_frame, timers::callback::Timeout};
use web_sys::Element;
use yew::prelude::*;

use super::{Drawing, DrawingProps, Msg};
use crate::{figure::timeline::in_whole_days, layout::timeline::scale_of, scale::Span, ui::store::Step, web};

/// How far is drawn on both sides of what is in view while it moves, as a share of its span. Lanes are settled as far.
const BEYOND: f64 = 0.5;
/// A move has come to rest after this. What follows sooner, such as the next stroke of a hand, belongs to it.
const REST_MILLIS: u32 = 250;
/// The page around hears so often where a move is.
const TELL_MILLIS: u32 = 100;

/// What slides in the page, and how far it has.
#[derive(Default)]
pub(super) struct Slide {
    elements: Vec<Element>,
    pub(super) px: f64,
    /// Whether it is drawn anew, and to be found again.
    pub(super) is_fresh: bool,
}

impl Drawing {
    /// Moves the view, with the next frame.
    pub(super) fn move_to(&mut self, ctx: &Context<Self>, span: Span) {
        self.at = span;
        self.moving = true;
        self.rest = None;
        if self.frame.is_none() {
            let link = ctx.link().clone();
            self.frame = Some(request_animation_frame(move |_| link.send_message(Msg::Frame)));
        }
    }

    /// Brings the picture to where the view is.
    pub(super) fn follow(&mut self, ctx: &Context<Self>) {
        self.frame = None;
        if !self.moving {
            return;
        }
        match self.slide_px(ctx.props()) {
            Some(px) if px.abs() <= self.window.beyond => self.draw_axis(ctx),
            // What is in view already stays as it is, and more is drawn outside.
            Some(px) if px.abs() <= self.beyond_px() && self.window.beyond == 0.0 => {
                self.draw(ctx, self.drawn, self.beyond_px());
            }
            Some(_) => self.draw(ctx, self.at, self.beyond_px()),
            None => self.draw(ctx, self.at, 0.0),
        }
        if self.tell.is_none() {
            let link = ctx.link().clone();
            self.tell = Some(Timeout::new(TELL_MILLIS, move || link.send_message(Msg::Tell)));
        }
    }

    /// Tells the page around where the move is.
    pub(super) fn tell(&mut self, ctx: &Context<Self>) {
        self.tell = None;
        let props = ctx.props();
        if self.moving {
            props.on_span.emit((in_whole_days(self.at, props.limits), Step::Replace));
        }
    }

    /// Lets a move come to rest, unless it goes on soon.
    pub(super) fn rest_soon(&mut self, ctx: &Context<Self>) {
        if self.moving {
            let link = ctx.link().clone();
            self.rest = Some(Timeout::new(REST_MILLIS, move || link.send_message(Msg::Rest)));
        }
    }

    /// Goes back to where a drag began.
    pub(super) fn take_back(&mut self, ctx: &Context<Self>) -> bool {
        let Some(drag) = self.drag.take().filter(|drag| drag.moving) else { return false };
        self.rest_at(ctx, drag.start, Step::Replace);
        true
    }

    /// Ends a move: draws all that depends on where exactly it ended, and nothing that is out of view.
    pub(super) fn come_to_rest(&mut self, ctx: &Context<Self>) {
        if !self.moving {
            return;
        }
        let at = in_whole_days(self.at, ctx.props().limits);
        if let Some(drag) = self.drag.as_mut().filter(|drag| !drag.moving) {
            drag.start = at;
        }
        self.rest_at(ctx, at, Step::Push);
    }

    /// Ends all movement at these days.
    fn rest_at(&mut self, ctx: &Context<Self>, at: Span, step: Step) {
        (self.frame, self.rest, self.tell) = (None, None, None);
        (self.moving, self.settle, self.at) = (false, true, at);
        self.draw(ctx, at, 0.0);
        ctx.props().on_span.emit((at, step));
    }

    /// Draws again where it stands, for what else has changed; a move does so when it comes to rest.
    pub(super) fn redraw(&mut self, ctx: &Context<Self>) {
        if !self.moving {
            self.draw(ctx, self.at, 0.0);
        }
    }

    /// How far what is drawn has to slide to the right, in whole pixels, so that lines stay crisp; `None` where the view
    /// has another zoom.
    pub(super) fn slide_px(&self, props: &DrawingProps) -> Option<f64> {
        let drawn = self.window.scale.px_per_day;
        let same_zoom = (scale_of(self.at, props.width).px_per_day / drawn - 1.0).abs() < 1e-9;
        same_zoom.then(|| ((self.drawn.start - self.at.start) * drawn).round())
    }

    fn beyond_px(&self) -> f64 {
        self.window.scale.px_from_days(self.drawn.days() * BEYOND)
    }

    /// Moves what slides to its place.
    pub(super) fn slide(&mut self, props: &DrawingProps) {
        let px = self.slide_px(props).unwrap_or(0.0);
        let slide = &mut self.slide;
        let is_fresh = std::mem::take(&mut slide.is_fresh);
        if is_fresh && let Some(element) = self.node.cast::<Element>() {
            slide.elements = web::find_all(&element, ".s-sliding");
        }
        if is_fresh || px != slide.px {
            slide.px = px;
            web::slide(&slide.elements, px);
        }
    }
}
