//! Policy acts below one another in the order in which they began, their stages on one time axis, and lines from each act to
//! those it replaces, amends, carries out, comes from or continues.

mod links;

use std::sync::Arc;

use super::{
    glyph::push_glyph,
    hatch::push_hatched,
    pins::{Pins, TimeAxis, strip},
    words::{push_empty, push_lines, push_more},
};
use crate::{
    layout::{
        lanes::pack,
        text::{TextMeter, wrap_label},
        timeline::Glyph,
    },
    model::Day,
    scale::{
        DateLabels, Span, TimeScale,
        ticks::{year_number, year_step},
    },
    scene::{Anchor, Group, KeyKind, Rect, Role, Scene, Shape, Tone, TypeSize},
};
pub use links::{Link, Stroke, sample};
use links::{Room, push_links};

/// A stage of an act.
#[derive(Clone, Debug, PartialEq)]
pub struct ActStage {
    /// Its id.
    pub id: Arc<str>,
    /// Its accessible name.
    pub name: Arc<str>,
    /// Its word.
    pub label: Arc<str>,
    /// The days that its date can mean.
    pub when: Span,
    /// Its shape.
    pub glyph: Glyph,
    /// Whether it is still to come.
    pub planned: bool,
}

/// A policy act.
#[derive(Clone, Debug, PartialEq)]
pub struct Act {
    /// Its id.
    pub id: Arc<str>,
    /// Its accessible name.
    pub name: Arc<str>,
    /// Its title.
    pub title: Arc<str>,
    /// What it does to others, a line each; may be empty.
    pub under: Vec<Arc<str>>,
    /// Whether the figure is about it, and not only about what it hangs together with.
    pub chief: bool,
    /// Its stages with a place in time, in order of time.
    pub stages: Vec<ActStage>,
    /// Said where it has none.
    pub undated: Arc<str>,
}

/// What the picture is drawn from.
#[derive(Clone, Debug, PartialEq)]
pub struct LineagePicture {
    /// Name of the figure.
    pub title: Arc<str>,
    /// What it shows.
    pub description: Arc<str>,
    /// Said where there is nothing to draw.
    pub empty: Arc<str>,
    /// How years are written.
    pub dates: DateLabels,
    /// The acts, in order.
    pub acts: Vec<Act>,
    /// What leads from act to act.
    pub links: Vec<Link>,
    /// What else happened meanwhile.
    pub pins: Pins,
    /// Said below where there are more acts; may be empty.
    pub more: Arc<str>,
}

const PAD_PX: f64 = 16.0;
/// Share of the width for words, and the most they get.
const WORDS_SHARE: f64 = 0.38;
const WORDS_PX: f64 = 380.0;
const AXIS_PX: f64 = 24.0;
/// A sign and its room: the least that a finger finds.
const SIGN_PX: f64 = 24.0;
const ROW_PAD_PX: f64 = 7.0;

/// The picture. Acts and stages carry their ids as `data-key`.
pub fn lineage(picture: &LineagePicture, width: f64, meter: TextMeter) -> Scene {
    let mut root = Group::new(Role::Plain).toned(Tone::of_index(0));
    let height = if picture.acts.is_empty() {
        push_empty(&mut root, &picture.empty, width, &meter)
    } else {
        Drawing::new(picture, width, meter).draw(&mut root)
    };
    let (title, description) = (picture.title.clone(), picture.description.clone());
    Scene { width, height: height.ceil(), title, description, text_scale: meter.scale, root }
}

struct Drawing<'a> {
    picture: &'a LineagePicture,
    meter: TextMeter,
    width: f64,
    pad: f64,
    /// Where the axis begins and ends.
    time: (f64, f64),
    domain: Span,
    scale: TimeScale,
}

/// Whole years around all stages and marks.
fn domain(picture: &LineagePicture) -> Option<Span> {
    let stages = picture.acts.iter().flat_map(|act| &act.stages).map(|stage| stage.when);
    let pins = picture.pins.list.iter().map(|pin| pin.when);
    let all = stages.chain(pins).reduce(|all, next| Span::new(all.start.min(next.start), all.end.max(next.end)))?;
    let first = |year: i64| Day::new(year, 1, 1).map_or(all.end, |day| day.unix_days() as f64);
    let year = |day: i64| Day::from_unix_days(day).year();
    Some(Span::new(first(year(all.first_day())), first(year(all.last_day()) + 1)))
}

impl<'a> Drawing<'a> {
    fn new(picture: &'a LineagePicture, width: f64, meter: TextMeter) -> Drawing<'a> {
        let pad = (PAD_PX * meter.scale).min(width * 0.04);
        let words = (width * WORDS_SHARE).min(WORDS_PX * meter.scale);
        let inset = SIGN_PX / 2.0 * meter.scale;
        let time = (pad + words + inset, width - pad - inset);
        let domain = domain(picture).unwrap_or(Span::from_days(0, 364));
        Drawing { picture, meter, width, pad, time, domain, scale: TimeScale::fit(domain, time.0, time.1 - time.0) }
    }

    fn px(&self, px: f64) -> f64 {
        px * self.meter.scale
    }

    fn draw(&self, root: &mut Group) -> f64 {
        let mut body = Group::new(Role::Plain);
        let mut rooms = Vec::new();
        let mut y = self.px(AXIS_PX);
        for act in &self.picture.acts {
            y = self.act(&mut body, act, y, &mut rooms);
        }
        self.axis(root, y);
        // Behind words and signs, so that these stay whole where a line passes.
        push_links(root, &self.picture.links, &rooms, self.time, self.meter.scale);
        root.add(body);
        let mut end = y + self.px(4.0);
        let axis = TimeAxis { domain: self.domain, px: self.time };
        if let Some((pins, height)) = strip(&self.picture.pins, axis, self.meter) {
            root.add(pins.at(0.0, end));
            end += height;
        }
        end + push_more(root, &self.picture.more, (self.width, end), &self.meter)
    }

    /// The years, and the lines through the picture at them.
    fn axis(&self, root: &mut Group, bottom: f64) {
        let year = |day: i64| Day::from_unix_days(day).year();
        let (first, last) = (year(self.domain.first_day()), year(self.domain.last_day()));
        let label = |year: i64| year_number(year, self.picture.dates);
        let width = |year: i64| self.meter.width(&label(year), TypeSize::Small, false);
        let (left, right) = self.time;
        let step = year_step((right - left) / (last - first + 1) as f64, width(first).max(width(last)));
        let mut axis = Group::new(Role::Axis);
        let level = self.px(AXIS_PX) - 4.5;
        let mut free = left - self.px(SIGN_PX);
        for year in (first..=last).filter(|year| year.rem_euclid(step) == 0) {
            let Some(day) = Day::new(year, 1, 1) else { continue };
            let x = self.scale.x_from_day(day.unix_days() as f64).floor() + 0.5;
            axis.push(Role::Grid, Shape::Line { x1: x, y1: level, x2: x, y2: bottom });
            let (from, to) = (x + 3.0, x + 3.0 + width(year));
            if from >= free && to <= self.width {
                let (content, size, anchor) = (label(year).into(), TypeSize::Small, Anchor::Start);
                axis.push(Role::AxisMinor, Shape::Text { x: from, y: level - self.px(5.0), content, size, anchor });
                free = to + 6.0;
            }
        }
        axis.push(Role::AxisLine, Shape::Line { x1: left, y1: level, x2: right, y2: level });
        root.add(axis);
    }

    /// An act with its stages; returns where it ends.
    fn act(&self, root: &mut Group, act: &Act, y: f64, rooms: &mut Vec<Room>) -> f64 {
        let words_end = self.time.0 - self.px(SIGN_PX);
        let room = words_end - self.pad;
        let mut lines = Group::new(Role::Plain);
        let title = if act.chief { Role::Title } else { Role::Label };
        let style = (title, TypeSize::Label);
        let mut end = push_lines(&mut lines, &self.meter, style, &act.title, (self.pad, y + self.px(ROW_PAD_PX)), room);
        for line in &act.under {
            let style = (Role::ChartText, TypeSize::Small);
            end = push_lines(&mut lines, &self.meter, style, line, (self.pad, end), room);
        }
        let places: Vec<f64> = act.stages.iter().map(|stage| self.scale.x_from_day(stage.when.middle())).collect();
        let reach = self.px(SIGN_PX) / 2.0;
        let stretches: Vec<_> = places.iter().map(|x| (x - reach, x + reach)).collect();
        let lanes = pack(&stretches);
        let deepest = lanes.iter().max().copied().unwrap_or(0);
        let depth = (deepest + 1) as f64 * self.px(SIGN_PX);
        let bottom = (end + self.px(ROW_PAD_PX)).max(y + depth + self.px(8.0)).ceil();
        let level = y + self.px(4.0) + reach;
        let mut group = Group::new(Role::Item).target(KeyKind::Item, act.id.clone(), act.name.clone());
        group.push(Role::Hit, Rect::between(2.0, y, words_end + self.px(4.0), bottom).shape(3.0));
        root.add(group);
        root.children.extend(lines.children);
        let rule = bottom.round() + 0.5;
        root.push(Role::Grid, Shape::Line { x1: self.pad, y1: rule, x2: self.width - self.pad, y2: rule });
        let (mut signs, mut words) = (Vec::new(), Vec::new());
        let mut own = Room { level, from: self.time.0, to: self.time.0, first: self.time.0, ..Room::default() };
        if let (Some(&first), Some(&last)) = (places.first(), places.last()) {
            let line = Shape::Line { x1: first, y1: level, x2: last, y2: level };
            root.push(Role::ChartLine, line);
            own = Room { from: first, to: last, first, ..own };
        } else {
            let place = Rect { x: self.time.0, y: level - self.px(5.0), width: self.px(10.0), height: self.px(10.0) };
            push_hatched(root, place, 0.0);
            signs.push(place);
            let room = self.time.1 - place.right() - self.px(6.0);
            let said = wrap_label(&self.meter, &act.undated, TypeSize::Small, room, room, 1);
            let at = (place.right() + self.px(6.0), level + self.px(4.2));
            words.extend(said.lines.first().map(|line| self.word(root, line.clone(), said.width, at, Anchor::Start)));
        }
        let mut ends = vec![self.time.0 - reach; deepest + 1];
        for (at, stage) in act.stages.iter().enumerate() {
            let (x, sign) = (places[at], level + lanes[at] as f64 * self.px(SIGN_PX));
            signs.push(self.stage(root, stage, (x, sign)));
            // The word of a stage stands beside its sign where nothing else does.
            let next =
                (at + 1..places.len()).filter(|&other| lanes[other] == lanes[at]).map(|other| places[other] - reach);
            let limit = next.fold(self.width - self.pad, f64::min);
            let width = self.meter.width(&stage.label, TypeSize::Small, false);
            let (right, left) = (x + self.px(9.0), x - self.px(11.0) - width);
            let from = if right + width + self.px(6.0) <= limit {
                Some(right)
            } else {
                Some(left).filter(|left| *left >= ends[lanes[at]])
            };
            if let Some(from) = from {
                let anchor = if from < x { Anchor::End } else { Anchor::Start };
                words.push(self.word(root, stage.label.clone(), width, (from, sign + self.px(4.2)), anchor));
            }
            ends[lanes[at]] = (x + reach).max(from.map_or(0.0, |from| from + width + self.px(6.0)));
        }
        rooms.push(Room { signs, words, ..own });
        bottom
    }

    /// A word in a line; returns the room it takes.
    fn word(&self, group: &mut Group, content: Arc<str>, width: f64, (from, y): (f64, f64), anchor: Anchor) -> Rect {
        let x = if anchor == Anchor::End { from + width } else { from };
        group.push(Role::ChartText, Shape::Text { x, y, content, size: TypeSize::Small, anchor });
        Rect { x: from, y: y - self.px(11.0), width, height: self.px(14.0) }
    }

    /// A stage; returns the room of its sign.
    fn stage(&self, root: &mut Group, stage: &ActStage, (x, y): (f64, f64)) -> Rect {
        let reach = self.px(SIGN_PX) / 2.0;
        let kind = if stage.planned { Role::ItemPlanned } else { Role::Item };
        let mut group = Group::new(kind).target(KeyKind::Item, stage.id.clone(), stage.name.clone());
        let room = Rect { x: x - reach, y: y - reach, width: 2.0 * reach, height: 2.0 * reach };
        group.push(Role::Hit, room.shape(4.0));
        let [from, to] = [stage.when.start, stage.when.end].map(|day| self.scale.x_from_day(day));
        if to - from > self.px(12.0) {
            let half = self.px(3.0);
            group.push(Role::Within, Rect::between(from, y - half, to, y + half).shape(half));
        }
        let role = if stage.planned { Role::PointPlanned } else { Role::Point };
        push_glyph(&mut group, stage.glyph, role, x, y, self.meter.scale);
        root.add(group);
        room
    }
}

#[cfg(test)]
mod tests;
