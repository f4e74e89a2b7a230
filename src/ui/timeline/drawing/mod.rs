//! The drawn timeline: what it holds, and what happens to it. How it looks is in `paint`, how it is driven in `gestures`,
//! how it follows in `moving`.

mod gestures;
mod moving;
mod paint;
mod picture;
mod props;

use std::{collections::HashMap, sync::Arc};

use gloo::{
    events::{EventListener, EventListenerOptions},
    render::AnimationFrame,
    timers::callback::Timeout,
};
use wasm_bindgen::JsCast;
use web_sys::{Element, WheelEvent};
use yew::prelude::*;

use gestures::{key_at, stop_at};
use moving::Slide;
use paint::Laid;
use picture::Picture;
pub use props::DrawingProps;

use super::cards::{cluster_card, hover_card};
use crate::{
    layout::timeline::{Chip, Window},
    model::Id,
    scale::Span,
    scene::{Rect, focus::Stop},
    ui::store::Step,
    web,
};

/// The card waits so long for the pointer to come to it.
const LINGER_MILLIS: u32 = 160;

/// What happens to the drawing.
pub enum Msg {
    Down(PointerEvent),
    Move(PointerEvent),
    Up,
    Cancel,
    Frame,
    Wheel(WheelEvent),
    Rest,
    Tell,
    Click(MouseEvent),
    Key(KeyboardEvent),
    Over(Option<String>),
    OverCard(bool),
    Forget,
    Focused(String),
    CloseCluster,
    ZoomCluster,
}

/// A pointer that is down.
struct Drag {
    pointer: i32,
    start_x: f64,
    start: Span,
    moving: bool,
}

/// The drawn timeline.
pub struct Drawing {
    node: NodeRef,
    card: NodeRef,
    list: NodeRef,
    laid: Option<Laid>,
    /// Whether lanes may open and close: the view has come to rest.
    settle: bool,
    /// The days on screen; whether they move, and are not yet those of the link.
    at: Span,
    moving: bool,
    /// The days around which the tracks are drawn, and what is drawn of them.
    drawn: Span,
    window: Window,
    slide: Slide,
    stops: Vec<Stop>,
    anchors: HashMap<Arc<str>, Rect>,
    drag: Option<Drag>,
    suppress_click: bool,
    frame: Option<AnimationFrame>,
    rest: Option<Timeout>,
    tell: Option<Timeout>,
    hovered: Option<String>,
    linger: Option<Timeout>,
    focused: Option<String>,
    refocus: bool,
    cluster: Option<Arc<str>>,
    opened: bool,
    wheel: Option<EventListener>,
    body: (Html, u32),
    axis: (Html, u32),
}

impl Component for Drawing {
    type Message = Msg;
    type Properties = DrawingProps;

    fn create(ctx: &Context<Self>) -> Self {
        let mut drawing = Drawing {
            node: NodeRef::default(),
            card: NodeRef::default(),
            list: NodeRef::default(),
            laid: None,
            settle: true,
            at: ctx.props().span,
            moving: false,
            drawn: ctx.props().span,
            window: Window::default(),
            slide: Slide::default(),
            stops: Vec::new(),
            anchors: HashMap::new(),
            drag: None,
            suppress_click: false,
            frame: None,
            rest: None,
            tell: None,
            hovered: None,
            linger: None,
            focused: None,
            refocus: false,
            cluster: None,
            opened: false,
            wheel: None,
            body: Default::default(),
            axis: Default::default(),
        };
        drawing.redraw(ctx);
        drawing
    }

    fn changed(&mut self, ctx: &Context<Self>, old: &DrawingProps) -> bool {
        let props = ctx.props();
        // While it moves, the span of the page around follows this one.
        if !self.moving && self.at != props.span {
            self.at = props.span;
            self.settle = true;
        }
        if !props.looks_like(old) || !self.moving && self.drawn != self.at {
            self.draw(ctx, self.at, 0.0);
        }
        true
    }

    fn update(&mut self, ctx: &Context<Self>, msg: Msg) -> bool {
        let props = ctx.props();
        match msg {
            Msg::Down(event) => {
                self.suppress_click = false;
                if event.button() == 0 && event.is_primary() {
                    let start_x = f64::from(event.client_x());
                    self.drag = Some(Drag { pointer: event.pointer_id(), start_x, start: self.at, moving: false });
                }
                false
            }
            Msg::Move(event) => self.drag_to(ctx, &event),
            // The browser took the gesture for its own, to scroll or to zoom the page: as if it had not begun.
            Msg::Cancel => self.take_back(ctx),
            Msg::Up => {
                let moved = self.drag.take().is_some_and(|drag| drag.moving);
                if moved {
                    self.suppress_click = true;
                    self.tell(ctx);
                }
                self.rest_soon(ctx);
                moved
            }
            Msg::Frame => {
                self.follow(ctx);
                true
            }
            Msg::Tell => {
                self.tell(ctx);
                false
            }
            Msg::Wheel(event) => self.wheel_by(ctx, &event),
            Msg::Rest => {
                self.come_to_rest(ctx);
                true
            }
            Msg::Click(event) => self.click(ctx, &event),
            Msg::Key(event) => self.key(ctx, &event),
            Msg::Over(Some(id)) => {
                self.linger = None;
                let new = self.drag.as_ref().is_none_or(|drag| !drag.moving) && self.hovered.as_ref() != Some(&id);
                if new {
                    self.hovered = Some(id);
                    self.redraw(ctx);
                }
                new
            }
            Msg::Over(None) | Msg::OverCard(false) => {
                let link = ctx.link().clone();
                self.linger = Some(Timeout::new(LINGER_MILLIS, move || link.send_message(Msg::Forget)));
                false
            }
            Msg::OverCard(true) => {
                self.linger = None;
                false
            }
            Msg::Forget => {
                self.linger = None;
                let had = self.hovered.take().is_some();
                if had {
                    self.redraw(ctx);
                }
                had
            }
            Msg::Focused(id) => {
                if self.focused.as_ref() == Some(&id) {
                    return false;
                }
                self.focused = Some(id);
                self.redraw(ctx);
                true
            }
            Msg::CloseCluster => {
                self.close_cluster();
                true
            }
            Msg::ZoomCluster => {
                if let Some(span) = self.open_chip().and_then(|chip| self.span_of_chip(chip)) {
                    self.cluster = None;
                    self.come_to_rest(ctx);
                    let span = props.limits.hold(span.pad(0.15));
                    props.on_span.emit((span, Step::Push));
                }
                true
            }
        }
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let link = ctx.link();
        let props = ctx.props();
        let dragging = self.drag.as_ref().is_some_and(|drag| drag.moving);
        let card = self.hovered.as_ref().filter(|_| !self.moving && self.cluster.is_none()).and_then(|id| {
            self.anchors.get(id.as_str())?;
            Some(hover_card(&props.store, id, &self.card, &link.callback(Msg::OverCard)))
        });
        let cluster = self.open_chip().map(|chip| {
            let ids: Vec<Id> = self.items_of(chip).map(|key| Id::from(&**key)).collect();
            let (on_close, on_zoom) = (link.callback(|()| Msg::CloseCluster), link.callback(|()| Msg::ZoomCluster));
            cluster_card(&props.store, &ids, &self.list, &on_close, &on_zoom)
        });
        let [axis, body] = [&self.axis, &self.body].map(|(nodes, version)| {
            html! { <Picture nodes={nodes.clone()} version={*version} /> }
        });
        html! {
            <div class={classes!("drawing", "grab", dragging.then_some("dragging"))} ref={self.node.clone()}
                onpointerdown={link.callback(Msg::Down)} onpointermove={link.batch_callback(|event: PointerEvent| (event.buttons() != 0).then_some(Msg::Move(event)))}
                onpointerup={link.callback(|_: PointerEvent| Msg::Up)} onpointercancel={link.callback(|_| Msg::Cancel)}
                onclick={link.callback(Msg::Click)} onkeydown={link.callback(Msg::Key)}
                onpointerover={link.callback(|event: PointerEvent| Msg::Over(key_at(event.target())))}
                onpointerleave={link.callback(|_| Msg::Over(None))}
                onfocusin={link.batch_callback(|event: FocusEvent| stop_at(event.target()).map(Msg::Focused))}>
                <div class="axis" aria-hidden="true">{axis}</div>
                <div class="tracks">
                    {body}
                    // Fragments: without them, all would be drawn anew, and the focus lost, when a card comes or goes.
                    <>{card}</>
                    <>{cluster}</>
                </div>
            </div>
        }
    }

    fn rendered(&mut self, ctx: &Context<Self>, first: bool) {
        if first && let Some(element) = self.node.cast::<Element>() {
            // The framework's own listeners for wheels cannot keep the page from zooming.
            let link = ctx.link().clone();
            let options = EventListenerOptions::enable_prevent_default();
            self.wheel = Some(EventListener::new_with_options(&element, "wheel", options, move |event| {
                if let Some(event) = event.dyn_ref::<WheelEvent>()
                    && (event.ctrl_key() || event.meta_key() || event.shift_key())
                {
                    event.prevent_default();
                    link.send_message(Msg::Wheel(event.clone()));
                }
            }));
        }
        self.slide(ctx.props());
        self.place_cards(ctx.props());
        if self.refocus {
            self.refocus = false;
            if let (Some(element), Some(id)) = (self.node.cast::<Element>(), self.stop_for_focus()) {
                web::focus_stop(&element, &id);
                self.focused = Some(id);
            }
        }
        if !self.moving {
            ctx.props().on_drawn.emit((self.window.visible, self.window.items.len()));
        }
    }
}

impl Drawing {
    fn axis_height(&self) -> f64 {
        self.laid.as_ref().map_or(0.0, |laid| laid.placed.axis_height)
    }

    fn open_chip(&self) -> Option<&Chip> {
        let open = self.cluster.as_ref()?;
        self.window.chips.iter().find(|chip| chip.key == *open)
    }

    fn items_of<'a>(&'a self, chip: &'a Chip) -> impl Iterator<Item = &'a Arc<str>> {
        let placed = self.laid.as_ref().map(|laid| &laid.placed);
        chip.items.iter().filter_map(move |&index| Some(&placed?.items.get(index as usize)?.key))
    }

    /// The days of a cluster's items.
    fn span_of_chip(&self, chip: &Chip) -> Option<Span> {
        let input = &self.laid.as_ref()?.input;
        let items = || chip.items.iter().filter_map(|&index| input.items.get(index as usize));
        let first = items().filter_map(|item| item.first).min()?;
        let last = items().filter_map(|item| item.last).max()?;
        Some(Span::from_days(first, last.max(first)))
    }

    /// Where the focus stands: on what had it, else on the cluster that took that in, else on the first stop.
    fn stop_for_focus(&self) -> Option<String> {
        let had = self.focused.clone()?;
        if self.stops.iter().any(|stop| *stop.key.id == *had) {
            return Some(had);
        }
        let cluster = self.window.chips.iter().find(|chip| self.items_of(chip).any(|key| **key == *had));
        cluster.map(|chip| chip.key.to_string()).or_else(|| Some(self.stops.first()?.key.id.to_string()))
    }

    fn close_cluster(&mut self) {
        if let Some(id) = self.cluster.take() {
            self.focused = Some(id.to_string());
            self.refocus = true;
        }
    }
}
