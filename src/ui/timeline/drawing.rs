//! The drawn timeline: lays it out, and turns pointer, wheel and keys into spans and selections.

use std::{collections::HashMap, rc::Rc, sync::Arc};

use gloo::{
    events::{EventListener, EventListenerOptions},
    render::{AnimationFrame, request_animation_frame},
    timers::callback::Timeout,
};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, WheelEvent};
use yew::prelude::*;

use super::cards::{cluster_card, hover_card};
use crate::{
    draw::timeline::{self, TimelineText},
    layout::timeline::{Chip, PlaceOptions, Placed, PlacedTrack, TimelineInput, Window, place, scale_of, window},
    model::{Day, Edtf, Id},
    render::html::{Emphasis, html as nodes},
    scale::{Limits, Span},
    scene::{
        Rect, Scene,
        focus::{Direction, Stop, step, stops},
    },
    state::Action,
    ui::store::{Step, Store},
    web,
};

/// A pointer that moves less is a click.
const DRAG_PX: f64 = 4.0;
/// How much one step of a button or key zooms.
const ZOOM_STEP: f64 = 1.6;
/// How far one step of a button or key moves, as a share of the span.
const PAN_STEP: f64 = 0.5;
/// The wheel has come to rest after this.
const REST_MILLIS: u32 = 250;
/// The card waits so long for the pointer to come to it.
const LINGER_MILLIS: u32 = 160;

/// What to draw.
#[derive(Properties, PartialEq)]
pub struct DrawingProps {
    /// What it is laid out from.
    pub input: Rc<TimelineInput>,
    /// Names of the items for those who listen, by their place in the input.
    pub names: Rc<Vec<Arc<str>>>,
    /// The days to show.
    pub span: Span,
    /// The days that can be shown.
    pub limits: Limits,
    /// Width in CSS pixels.
    pub width: f64,
    /// How wide the page's text is.
    pub options: PlaceOptions,
    /// Page, words and state.
    pub store: Store,
    /// Hears of a new span: `Replace` while it moves, `Push` when it rests.
    pub on_span: Callback<(Span, Step)>,
    /// Asks to fold or unfold a track.
    pub on_fold: Callback<Id>,
    /// Hears what is drawn: items in the span, items drawn by themselves.
    pub on_drawn: Callback<(usize, usize)>,
}

/// What happens to the drawing.
pub enum Msg {
    Down(PointerEvent),
    Move(PointerEvent),
    Up,
    Cancel,
    Frame,
    Wheel(WheelEvent),
    Rest,
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

/// A laid-out timeline, and what it was laid out from.
struct Laid {
    input: Rc<TimelineInput>,
    options: PlaceOptions,
    placed: Placed,
}

impl Laid {
    fn fits(&self, input: &Rc<TimelineInput>, options: &PlaceOptions) -> bool {
        let same_zoom = (self.options.px_per_day / options.px_per_day - 1.0).abs() < 1e-9;
        let with_zoom = PlaceOptions { px_per_day: self.options.px_per_day, ..options.clone() };
        same_zoom && Rc::ptr_eq(&self.input, input) && self.options == with_zoom
    }
}

/// The drawn timeline.
pub struct Drawing {
    node: NodeRef,
    card: NodeRef,
    list: NodeRef,
    laid: Option<Laid>,
    /// Whether lanes may open and close: the view has come to rest.
    settle: bool,
    window: Window,
    stops: Vec<Stop>,
    anchors: HashMap<Arc<str>, Rect>,
    drag: Option<Drag>,
    suppress_click: bool,
    pending: Option<Span>,
    frame: Option<AnimationFrame>,
    rest: Option<Timeout>,
    hovered: Option<String>,
    linger: Option<Timeout>,
    focused: Option<String>,
    refocus: bool,
    cluster: Option<Arc<str>>,
    opened: bool,
    wheel: Option<EventListener>,
    body: Html,
    axis: Html,
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
            window: Window::default(),
            stops: Vec::new(),
            anchors: HashMap::new(),
            drag: None,
            suppress_click: false,
            pending: None,
            frame: None,
            rest: None,
            hovered: None,
            linger: None,
            focused: None,
            refocus: false,
            cluster: None,
            opened: false,
            wheel: None,
            body: Html::default(),
            axis: Html::default(),
        };
        drawing.draw(ctx);
        drawing
    }

    fn changed(&mut self, ctx: &Context<Self>, _old: &DrawingProps) -> bool {
        self.draw(ctx);
        true
    }

    fn update(&mut self, ctx: &Context<Self>, msg: Msg) -> bool {
        let props = ctx.props();
        match msg {
            Msg::Down(event) => {
                self.suppress_click = false;
                if event.button() == 0 && event.is_primary() {
                    let (start_x, start) = (f64::from(event.client_x()), self.span(props));
                    self.drag = Some(Drag { pointer: event.pointer_id(), start_x, start, moving: false });
                }
                false
            }
            Msg::Move(event) => self.drag_to(ctx, &event),
            Msg::Up | Msg::Cancel => {
                let moved = self.drag.take().is_some_and(|drag| drag.moving);
                if moved {
                    self.suppress_click = true;
                    self.settle = true;
                    self.frame = None;
                    let span = self.span(props);
                    self.pending = None;
                    props.on_span.emit((span, Step::Push));
                }
                moved
            }
            Msg::Frame => {
                self.frame = None;
                if let Some(span) = self.pending {
                    props.on_span.emit((span, Step::Replace));
                }
                false
            }
            Msg::Wheel(event) => self.wheel_by(ctx, &event),
            Msg::Rest => {
                self.rest = None;
                self.frame = None;
                self.settle = true;
                if let Some(span) = self.pending.take() {
                    props.on_span.emit((span, Step::Push));
                }
                false
            }
            Msg::Click(event) => self.click(ctx, &event),
            Msg::Key(event) => self.key(ctx, &event),
            Msg::Over(Some(id)) => {
                self.linger = None;
                let new = self.drag.as_ref().is_none_or(|drag| !drag.moving) && self.hovered.as_ref() != Some(&id);
                if new {
                    self.hovered = Some(id);
                    self.draw(ctx);
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
                    self.draw(ctx);
                }
                had
            }
            Msg::Focused(id) => {
                if self.focused.as_ref() == Some(&id) {
                    return false;
                }
                self.focused = Some(id);
                self.draw(ctx);
                true
            }
            Msg::CloseCluster => {
                self.close_cluster();
                true
            }
            Msg::ZoomCluster => {
                if let Some(span) = self.open_chip().and_then(|chip| self.span_of_chip(chip)) {
                    self.cluster = None;
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
        let moving = self.drag.as_ref().is_some_and(|drag| drag.moving);
        let card = self.hovered.as_ref().filter(|_| !moving && self.cluster.is_none()).and_then(|id| {
            self.anchors.get(id.as_str())?;
            Some(hover_card(&props.store, id, &self.card, &link.callback(Msg::OverCard)))
        });
        let cluster = self.open_chip().map(|chip| {
            let ids: Vec<Id> = self.items_of(chip).map(|key| Id::from(&**key)).collect();
            let (on_close, on_zoom) = (link.callback(|()| Msg::CloseCluster), link.callback(|()| Msg::ZoomCluster));
            cluster_card(&props.store, &ids, &self.list, &on_close, &on_zoom)
        });
        html! {
            <div class={classes!("drawing", "grab", moving.then_some("dragging"))} ref={self.node.clone()}
                onpointerdown={link.callback(Msg::Down)} onpointermove={link.batch_callback(|event: PointerEvent| (event.buttons() != 0).then_some(Msg::Move(event)))}
                onpointerup={link.callback(|_: PointerEvent| Msg::Up)} onpointercancel={link.callback(|_| Msg::Cancel)}
                onclick={link.callback(Msg::Click)} onkeydown={link.callback(Msg::Key)}
                onpointerover={link.callback(|event: PointerEvent| Msg::Over(key_at(event.target())))}
                onpointerleave={link.callback(|_| Msg::Over(None))}
                onfocusin={link.batch_callback(|event: FocusEvent| stop_at(event.target()).map(Msg::Focused))}>
                <div class="axis" aria-hidden="true">{self.axis.clone()}</div>
                <div class="tracks">
                    {self.body.clone()}
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
        self.place_cards(ctx.props().width);
        if self.refocus {
            self.refocus = false;
            if let (Some(element), Some(id)) = (self.node.cast::<Element>(), &self.focused) {
                web::focus_stop(&element, id);
            }
        }
        ctx.props().on_drawn.emit((self.window.visible, self.window.items.len()));
    }
}

impl Drawing {
    /// The span on screen, or about to be.
    fn span(&self, props: &DrawingProps) -> Span {
        self.pending.unwrap_or(props.span)
    }

    fn axis_height(&self) -> f64 {
        self.laid.as_ref().map_or(0.0, |laid| laid.placed.axis_height)
    }

    /// Lays out where zoom or items changed, then draws what is in view.
    fn draw(&mut self, ctx: &Context<Self>) {
        let props = ctx.props();
        let px_per_day = scale_of(props.span, props.width).px_per_day;
        let options = PlaceOptions { px_per_day, ..props.options.clone() };
        let mut laid = match self.laid.take() {
            Some(laid) if laid.fits(&props.input, &options) => laid,
            _ => {
                self.settle = true;
                let placed = place(&props.input, &options);
                Laid { input: props.input.clone(), options, placed }
            }
        };
        if std::mem::take(&mut self.settle) || !laid.placed.is_settled_for(props.span) {
            laid.placed.settle(props.span);
        }
        let placed = &laid.placed;
        self.window = window(placed, props.span.start, props.width);
        let store = &props.store;
        let day = |day: i64| Edtf::from_day(Day::from_unix_days(day)).print_short(store.language().dates());
        let span = [("from", day(props.span.first_day()).into()), ("to", day(props.span.last_day()).into())];
        let mut values = span.to_vec();
        values.push(("count", self.window.visible.into()));
        let cluster = |chip: &Chip| {
            let days = |index: &u32| &props.input.items[*index as usize];
            let first = chip.items.iter().filter_map(|index| days(index).first).min().unwrap_or_default();
            let last = chip.items.iter().filter_map(|index| days(index).last).max().unwrap_or(first);
            let values = [("count", chip.items.len().into()), ("from", day(first).into()), ("to", day(last).into())];
            Arc::from(store.tf("cluster", &values))
        };
        let track = |track: &PlacedTrack, visible: usize| {
            let key = if track.row.collapsed { "track-expand" } else { "track-collapse" };
            Arc::from(store.tf(key, &[("track", track.row.title.to_string().into()), ("count", visible.into())]))
        };
        let text = TimelineText {
            title: store.tf("timeline-name", &values).into(),
            description: store.t("timeline-help").into(),
            dates: store.language().axis(),
            today: store.t("today").into(),
            as_of: store.t("data-current-to").into(),
            empty: store.t("timeline-empty").into(),
            item: &|at| props.names.get(at).cloned().unwrap_or_default(),
            cluster: &cluster,
            track: &track,
        };
        let body = timeline::body(placed, &self.window, &text);
        self.find_stops(&body);
        let emphasis = Emphasis {
            selected: store.state.select.as_deref(),
            focused: self.focused.as_deref(),
            hovered: self.hovered.as_deref(),
        };
        self.body = nodes(&body, "timeline", emphasis);
        self.axis = nodes(&timeline::axis(placed, &self.window, &text), "timeline-axis", Emphasis::default());
        self.laid = Some(laid);
    }

    fn find_stops(&mut self, body: &Scene) {
        self.stops = stops(body);
        self.anchors = self.stops.iter().map(|stop| (stop.key.id.clone(), stop.bounds)).collect();
    }

    /// Puts the cards below what they belong to, and the focus into a list that has just opened.
    fn place_cards(&mut self, width: f64) {
        let rect = |rect: Rect| (rect.x, rect.y, rect.width, rect.height);
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

    /// Moves with the pointer, once a frame.
    fn drag_to(&mut self, ctx: &Context<Self>, event: &PointerEvent) -> bool {
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
            self.pending = Some(props.limits.pan(drag.start, days));
            self.ask_frame(ctx);
        }
        began
    }

    /// Zooms about the pointer (with Control or Command) or moves (with Shift).
    fn wheel_by(&mut self, ctx: &Context<Self>, event: &WheelEvent) -> bool {
        let props = ctx.props();
        let Some(element) = self.node.cast::<Element>() else { return false };
        let span = self.span(props);
        let lines = if event.delta_mode() == WheelEvent::DOM_DELTA_LINE { 20.0 } else { 1.0 };
        let delta = (if event.delta_y() == 0.0 { event.delta_x() } else { event.delta_y() }) * lines;
        let next = if event.shift_key() {
            props.limits.pan(span, scale_of(span, props.width).days_from_px(delta))
        } else {
            let x = f64::from(event.client_x()) - element.get_bounding_client_rect().left();
            let anchor = scale_of(span, props.width).day_from_x(x);
            props.limits.zoom(span, (delta * 0.0025).clamp(-1.0, 1.0).exp(), anchor)
        };
        self.pending = Some(next);
        self.ask_frame(ctx);
        let link = ctx.link().clone();
        self.rest = Some(Timeout::new(REST_MILLIS, move || link.send_message(Msg::Rest)));
        false
    }

    fn ask_frame(&mut self, ctx: &Context<Self>) {
        if self.frame.is_none() {
            let link = ctx.link().clone();
            self.frame = Some(request_animation_frame(move |_| link.send_message(Msg::Frame)));
        }
    }

    fn click(&mut self, ctx: &Context<Self>, event: &MouseEvent) -> bool {
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
        let had_cluster = self.cluster.take().is_some();
        if let Some(id) = at("data-track") {
            ctx.props().on_fold.emit(Id::from(&*id));
        } else if let Some(id) = at("data-key") {
            self.hovered = None;
            ctx.props().store.select(&Id::from(&*id));
        }
        had_cluster
    }

    fn key(&mut self, ctx: &Context<Self>, event: &KeyboardEvent) -> bool {
        if event.ctrl_key() || event.meta_key() || event.alt_key() {
            return false;
        }
        let props = ctx.props();
        let span = self.span(props);
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
        if let Some(direction) = direction {
            event.prevent_default();
            let from = self.focused.clone().unwrap_or_default();
            if let Some(stop) = step(&self.stops, &from, direction) {
                self.focused = Some(stop.key.id.to_string());
                self.refocus = true;
                self.draw(ctx);
            }
            return true;
        }
        if let Some(span) = moved {
            event.prevent_default();
            self.refocus = true;
            self.settle = true;
            props.on_span.emit((span, Step::Push));
            return true;
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
    fn press(&mut self, ctx: &Context<Self>) -> bool {
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

    fn close_cluster(&mut self) {
        if let Some(id) = self.cluster.take() {
            self.focused = Some(id.to_string());
            self.refocus = true;
        }
    }
}

/// The id of the item at an event's target.
fn key_at(target: Option<web_sys::EventTarget>) -> Option<String> {
    let element = target?.dyn_into::<Element>().ok()?;
    web::closest_attribute(&element, "data-key")
}

/// The id of whatever the keyboard reaches at an event's target.
fn stop_at(target: Option<web_sys::EventTarget>) -> Option<String> {
    let element = target?.dyn_into::<Element>().ok()?;
    let svg = element.closest("svg").ok().flatten();
    svg.and_then(|_| ["data-key", "data-cluster", "data-track"].iter().find_map(|name| element.get_attribute(name)))
}
