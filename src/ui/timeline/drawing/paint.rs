//! From the items to nodes: lays out where zoom or items changed, draws what is in view, puts cards in their places.

use std::{rc::Rc, sync::Arc};

use web_sys::HtmlElement;
use yew::prelude::*;

use super::Drawing;
use crate::{
    draw::timeline::{self, TimelineText},
    layout::timeline::{Chip, PlaceOptions, Placed, PlacedTrack, TimelineInput, place, scale_of, window},
    model::{Day, Edtf},
    render::html::{Emphasis, html as nodes},
    scene::{Rect, Scene, focus::stops},
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
    /// Lays out where zoom or items changed, then draws what is in view.
    pub(super) fn draw(&mut self, ctx: &Context<Self>) {
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

    pub(super) fn find_stops(&mut self, body: &Scene) {
        self.stops = stops(body);
        self.anchors = self.stops.iter().map(|stop| (stop.key.id.clone(), stop.bounds)).collect();
    }

    /// Puts the cards below what they belong to, and the focus into a list that has just opened.
    pub(super) fn place_cards(&mut self, width: f64) {
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
}
