//! Goals and how far they are reached: a track a goal, with the place of the goal, the side on which it is reached, and the
//! newest measured value.

use std::sync::Arc;

use super::{
    hatch::push_hatched,
    words::{push_empty, push_lines, push_more},
};
use crate::{
    layout::text::{TextMeter, wrap_label},
    model::Qualifier,
    scale::LinearScale,
    scene::{Anchor, Group, KeyKind, PathBuilder, Rect, Role, Scene, Shape, Tone, TypeSize},
};

/// A measured value.
#[derive(Clone, Debug, PartialEq)]
pub struct Measured {
    /// The id of the observation.
    pub id: Arc<str>,
    /// Its accessible name.
    pub name: Arc<str>,
    /// The value with its date.
    pub words: Arc<str>,
    /// The value; `None` where it cannot be set against the goal.
    pub value: Option<f64>,
    /// How exact it is.
    pub qualifier: Qualifier,
    /// Whether sources disagree on it.
    pub disputed: bool,
}

/// A goal.
#[derive(Clone, Debug, PartialEq)]
pub struct TargetRow {
    /// Its id.
    pub id: Arc<str>,
    /// Its accessible name.
    pub name: Arc<str>,
    /// The goal, in a line.
    pub title: Arc<str>,
    /// By when.
    pub due: Arc<str>,
    /// The value to reach, in words, and as a number.
    pub goal: Option<(Arc<str>, f64)>,
    /// How the goal is to be read.
    pub qualifier: Qualifier,
    /// The end of the track where the unit has one, such as 100 of percent.
    pub top: Option<f64>,
    /// The newest measured value.
    pub measured: Option<Measured>,
    /// Said where there is none, or where it cannot be set against the goal.
    pub unmeasured: Arc<str>,
}

/// What the picture is drawn from.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TargetPicture {
    /// Name of the figure.
    pub title: Arc<str>,
    /// What it shows.
    pub description: Arc<str>,
    /// Said where there is nothing to draw.
    pub empty: Arc<str>,
    /// The goals.
    pub rows: Vec<TargetRow>,
    /// Said below them where there are more; may be empty.
    pub more: Arc<str>,
}

const PAD_PX: f64 = 16.0;
/// Words stand beside the track from this width on, and above it below it.
const BESIDE_PX: f64 = 620.0;
/// Height of a track with the words above and below it, and where its line is.
const TRACK_PX: f64 = 62.0;
const LINE_PX: f64 = 29.0;
const BAR_PX: f64 = 8.0;
const DOT_PX: f64 = 5.0;
const ARROW_PX: f64 = 17.0;

/// The picture. Goals and measured values carry their ids as `data-key`.
pub fn targets(picture: &TargetPicture, width: f64, meter: TextMeter) -> Scene {
    let mut root = Group::new(Role::Plain);
    let height = if picture.rows.is_empty() {
        push_empty(&mut root, &picture.empty, width, &meter)
    } else {
        let drawing = Drawing { width, meter };
        let ends = picture.rows.iter().enumerate().fold(0.0, |y, (at, row)| drawing.row(&mut root, row, at > 0, y));
        let end = ends + 4.0 * meter.scale;
        end + push_more(&mut root, &picture.more, (width, end), &meter)
    };
    let (title, description) = (picture.title.clone(), picture.description.clone());
    Scene { width, height: height.ceil(), title, description, text_scale: meter.scale, root }
}

struct Drawing {
    width: f64,
    meter: TextMeter,
}

impl Drawing {
    fn px(&self, px: f64) -> f64 {
        px * self.meter.scale
    }

    fn row(&self, root: &mut Group, row: &TargetRow, is_divided: bool, y: f64) -> f64 {
        let pad = self.px(PAD_PX).min(self.width * 0.04);
        let is_beside = self.width >= self.px(BESIDE_PX);
        let words_px = if is_beside { (self.width - 2.0 * pad) * 0.44 } else { self.width - 2.0 * pad };
        if is_divided {
            let (x1, x2, level) = (pad, self.width - pad, y.round() + 0.5);
            root.push(Role::Grid, Shape::Line { x1, y1: level, x2, y2: level });
        }
        let mut words = Group::new(Role::Plain);
        let mut end = y + self.px(if is_beside { 12.0 } else { 9.0 });
        for (style, text) in
            [((Role::Title, TypeSize::Label), &row.title), ((Role::ChartText, TypeSize::Small), &row.due)]
        {
            end = push_lines(&mut words, &self.meter, style, text, (pad, end), words_px - self.px(16.0)) + self.px(2.0);
        }
        end += self.px(4.0);
        let (left, right) = (if is_beside { pad + words_px } else { pad }, self.width - pad);
        let track_top = if is_beside { y + self.px(2.0) } else { end };
        let bottom = (track_top + self.px(TRACK_PX)).max(end + self.px(4.0));
        let hit_end = if is_beside { (left - self.px(8.0), bottom) } else { (self.width - 2.0, end) };
        let mut group = Group::new(Role::Item).target(KeyKind::Item, row.id.clone(), row.name.clone());
        group.push(Role::Hit, Rect::between(2.0, y + 2.0, hit_end.0, hit_end.1 - 1.0).shape(3.0));
        root.add(group);
        root.children.extend(words.children);
        self.track(root, row, (left, right), track_top + self.px(LINE_PX));
        bottom
    }

    fn track(&self, root: &mut Group, row: &TargetRow, (left, right): (f64, f64), y: f64) {
        let measured = row.measured.as_ref().filter(|one| one.value.is_some());
        let values = [row.goal.as_ref().map(|goal| goal.1), measured.and_then(|one| one.value)];
        let values: Vec<f64> = values.into_iter().flatten().collect();
        let low = values.iter().copied().fold(0.0, f64::min);
        let high = values.iter().copied().fold(row.top.unwrap_or(0.0), f64::max);
        // Without an end of its own the track goes on a little beyond the larger value.
        let high = if row.top == Some(high) { high } else { high + (high - low) * 0.15 };
        let scale = LinearScale { domain: (low, if high > low { high } else { low + 1.0 }), range: (left, right) };
        let bar = |from: f64, to: f64| Rect::between(from, y - self.px(BAR_PX) / 2.0, to, y + self.px(BAR_PX) / 2.0);
        let mut back = Group::new(Role::Plain).toned(Tone::of_index(2));
        if measured.is_none() {
            push_hatched(&mut back, bar(left, right), 0.0);
        } else {
            back.push(Role::Chip, bar(left, right).shape(2.0));
        }
        if let Some((words, goal)) = &row.goal {
            self.goal(&mut back, row.qualifier, scale.px_from_value(*goal), (left, right), y);
            self.label(&mut back, Role::Label, words, scale.px_from_value(*goal), (left, right), y - self.px(16.0));
        }
        root.add(back);
        let below = y + self.px(27.0);
        match (&row.measured, measured.and_then(|one| one.value)) {
            (Some(one), Some(value)) => self.measured(root, one, scale.px_from_value(value), (left, right), y, below),
            (Some(one), None) => {
                let rect = Rect::between(left, y + self.px(8.0), right, y + self.px(32.0));
                let mut group = Group::new(Role::Item).target(KeyKind::Item, one.id.clone(), one.name.clone());
                group.push(Role::Hit, rect.shape(3.0));
                root.add(group);
                self.label(root, Role::ChartText, &row.unmeasured, left, (left, right), below);
            }
            (None, _) => self.label(root, Role::ChartText, &row.unmeasured, left, (left, right), below),
        }
    }

    /// The place of the goal, and the side on which it is reached.
    fn goal(&self, group: &mut Group, qualifier: Qualifier, x: f64, (left, right): (f64, f64), y: f64) {
        let reach = self.px(10.0);
        let half = self.px(BAR_PX) / 2.0;
        let side = match qualifier {
            Qualifier::MoreThan | Qualifier::AtLeast => Some((x, right)),
            Qualifier::LessThan | Qualifier::AtMost => Some((left, x)),
            Qualifier::Exact | Qualifier::About => None,
        };
        if let Some((from, to)) = side {
            group.push(Role::Within, Rect::between(from, y - half, to, y + half).shape(0.0));
        }
        if qualifier == Qualifier::About {
            let soft = self.px(7.0);
            group.push(Role::Within, Rect::between(x - soft, y - reach, x + soft, y + reach).shape(2.0));
        }
        group.push(Role::Edge, Shape::Line { x1: x, y1: y - reach, x2: x, y2: y + reach });
        let flag = self.px(5.0);
        let top = y - reach;
        let points = match qualifier {
            Qualifier::MoreThan | Qualifier::AtLeast => {
                [(x, top), (x + flag * 1.4, top + flag * 0.7), (x, top + flag * 1.4)]
            }
            Qualifier::LessThan | Qualifier::AtMost => {
                [(x, top), (x - flag * 1.4, top + flag * 0.7), (x, top + flag * 1.4)]
            }
            Qualifier::Exact | Qualifier::About => {
                [(x - flag, top - flag * 0.2), (x + flag, top - flag * 0.2), (x, top + flag)]
            }
        };
        group.push(Role::Point, PathBuilder::polygon(&points));
    }

    fn measured(&self, root: &mut Group, one: &Measured, x: f64, (left, right): (f64, f64), y: f64, below: f64) {
        let reach = self.px(12.0);
        let middle = x.clamp(left + reach, (right - reach).max(left + reach));
        let mut group = Group::new(Role::Item).toned(Tone::of_index(0));
        group = group.target(KeyKind::Item, one.id.clone(), one.name.clone());
        group.push(Role::Hit, Rect::between(middle - reach, y - reach, middle + reach, y + reach).shape(3.0));
        let way = match one.qualifier {
            Qualifier::MoreThan | Qualifier::AtLeast => Some(1.0),
            Qualifier::LessThan | Qualifier::AtMost => Some(-1.0),
            Qualifier::Exact | Qualifier::About => None,
        };
        if let Some(way) = way {
            let (tip, head) = (x + way * self.px(ARROW_PX), self.px(3.5));
            let arrow = PathBuilder::from(x, y).to(tip, y);
            let arrow = arrow.jump(tip - way * head, y - head).to(tip, y).to(tip - way * head, y + head);
            group.push(Role::Edge, arrow.open());
        }
        let role = match one.qualifier {
            _ if one.disputed => Role::ChartDotDisputed,
            Qualifier::About => Role::ChartDotAbout,
            _ => Role::ChartDot,
        };
        group.push(role, Shape::Circle { x, y, radius: self.px(DOT_PX) });
        root.add(group);
        self.label(root, Role::Label, &one.words, x, (left, right), below);
    }

    /// A line of words as near below or above its place as the track lets it be.
    fn label(&self, group: &mut Group, role: Role, words: &str, x: f64, (left, right): (f64, f64), y: f64) {
        let size = TypeSize::Small;
        let wrapped = wrap_label(&self.meter, words, size, right - left, right - left, 1);
        let half = wrapped.width / 2.0;
        let (x, anchor) = match () {
            () if x - half < left => (left, Anchor::Start),
            () if x + half > right => (right, Anchor::End),
            () => (x, Anchor::Middle),
        };
        let content = wrapped.lines.first().cloned().unwrap_or_default();
        group.push(role, Shape::Text { x, y, content, size, anchor });
    }
}

/// A sign that a legend explains.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Look {
    Goal,
    Reached,
    Measured,
    Unmeasured,
}

/// One sign alone, for a legend.
pub fn sample(look: Look, meter: TextMeter) -> Scene {
    let (width, height) = (34.0 * meter.scale, 22.0 * meter.scale);
    let (middle, y) = (width / 2.0, height / 2.0);
    let drawing = Drawing { width, meter };
    let bar = Rect::between(0.0, y - drawing.px(BAR_PX) / 2.0, width, y + drawing.px(BAR_PX) / 2.0);
    let mut root = Group::new(Role::Plain).toned(Tone::of_index(if look == Look::Measured { 0 } else { 2 }));
    match look {
        Look::Goal => drawing.goal(&mut root, Qualifier::Exact, middle, (0.0, width), y),
        Look::Reached => root.push(Role::Within, bar.shape(0.0)),
        Look::Measured => root.push(Role::ChartDot, Shape::Circle { x: middle, y, radius: drawing.px(DOT_PX) }),
        Look::Unmeasured => push_hatched(&mut root, bar, 0.0),
    }
    Scene { width, height, title: "".into(), description: "".into(), text_scale: meter.scale, root }
}
