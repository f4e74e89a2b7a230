//! Items marked at their time below a chart: what happened meanwhile, or where a value is not stated.

use std::sync::Arc;

use super::glyph::push_glyph;
use crate::{
    layout::{
        lanes::pack,
        text::{BOLD, TextMeter, wrap_label},
        timeline::Glyph,
    },
    scale::Span,
    scene::{Anchor, Group, KeyKind, PathBuilder, Rect, Role, Shape, Tone, TypeSize},
};

/// One marked item.
#[derive(Clone, Debug, PartialEq)]
pub struct Pin {
    /// Its id.
    pub id: Arc<str>,
    /// Its accessible name.
    pub name: Arc<str>,
    /// The days that its date can mean; it stands in their middle.
    pub when: Span,
}

/// What the marks say.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum PinSign {
    /// That something happened.
    #[default]
    Event,
    /// That no value is stated.
    Missing,
}

/// Items marked in a strip of their own.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Pins {
    /// What they are.
    pub title: Arc<str>,
    /// What their marks say.
    pub sign: PinSign,
    /// The items, in any order.
    pub list: Vec<Pin>,
}

/// The time axis of a chart: what it shows, and from where to where.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct TimeAxis {
    pub domain: Span,
    pub px: (f64, f64),
}

impl TimeAxis {
    /// Whether the middle of a span is on it.
    pub fn shows(&self, when: Span) -> bool {
        (self.domain.start..=self.domain.end).contains(&when.middle())
    }
}

/// A mark and its room: the least that a finger finds.
const PIN_PX: f64 = 24.0;
/// Room for the title of a strip.
const TITLE_PX: f64 = 26.0;
const SIDE_PX: f64 = 16.0;
/// Half the side of the square that stands for a missing value.
const MISSING_PX: f64 = 5.0;

/// The strip of items that lie in the time shown, its top at 0, and its height; `None` without any.
pub(super) fn strip(pins: &Pins, axis: TimeAxis, meter: TextMeter) -> Option<(Group, f64)> {
    let scale = meter.scale;
    let (start, end) = axis.px;
    let place = |when: Span| start + (when.middle() - axis.domain.start) / axis.domain.days() * (end - start);
    let mut shown: Vec<(f64, &Pin)> =
        pins.list.iter().filter(|pin| axis.shows(pin.when)).map(|pin| (place(pin.when), pin)).collect();
    if shown.is_empty() {
        return None;
    }
    shown.sort_by(|a, b| a.0.total_cmp(&b.0));
    let reach = PIN_PX / 2.0 * scale;
    let stretches: Vec<_> = shown.iter().map(|(x, _)| (x - reach, x + reach)).collect();
    let lanes = pack(&stretches);
    let count = lanes.iter().max().map_or(0, |last| last + 1);
    let mut group = Group::new(Role::Plain).toned(Tone::of_index(0));
    let title = wrap_label(&meter, &pins.title, TypeSize::Label, (end - SIDE_PX) / BOLD, f64::MAX, 1);
    let (content, size) = (title.lines.concat().into(), TypeSize::Label);
    group.push(
        Role::Title,
        Shape::Text { x: SIDE_PX, y: TITLE_PX * 0.66 * scale, content, size, anchor: Anchor::Start },
    );
    for ((x, pin), lane) in shown.iter().zip(lanes) {
        let y = (TITLE_PX + (lane as f64 + 0.5) * PIN_PX) * scale;
        let mut mark = Group::new(Role::Item).target(KeyKind::Item, pin.id.clone(), pin.name.clone());
        mark.push(Role::Hit, Rect { x: x - reach, y: y - reach, width: 2.0 * reach, height: 2.0 * reach }.shape(4.0));
        match pins.sign {
            PinSign::Event => push_glyph(&mut mark, Glyph::Diamond, Role::Point, *x, y, scale),
            PinSign::Missing => push_missing(&mut mark, *x, y, scale),
        }
        group.add(mark);
    }
    Some((group, (TITLE_PX + count as f64 * PIN_PX) * scale))
}

/// A hatched square: nothing is known here.
fn push_missing(group: &mut Group, x: f64, y: f64, scale: f64) {
    let half = MISSING_PX * scale;
    let (left, top, right, bottom) = (x - half, y - half, x + half, y + half);
    group.push(Role::ChartMissing, Rect::between(left, top, right, bottom).shape(0.0));
    let hatch = PathBuilder::from(left, y).to(x, top).jump(left, bottom).to(right, top).jump(x, bottom).to(right, y);
    group.push(Role::ChartWithin, hatch.open());
}
