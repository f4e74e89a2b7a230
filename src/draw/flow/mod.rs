//! The flow of a catalogue, from the top to the bottom: a spine of what is listed, and bands that enter, leave, move over to the
//! lighter regime beside it, and come back. A row is a version; its words stand beside it.
//!
//! Where no number is stated, a band has one fixed thickness and is hatched, and so is the spine: neither says how much.

mod ribbon;

use std::sync::Arc;

use super::{
    hatch::{push_hatched, push_strokes},
    words::{is_cut, lines, lines_of, push_empty, push_lines},
};
use crate::{
    layout::text::TextMeter,
    scene::{Anchor, Group, KeyKind, Rect, Role, Scene, Shape, Tone, TypeSize},
};
use ribbon::Ribbon;

/// Where a band goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Course {
    /// From outside into the spine.
    In,
    /// From the spine to the outside.
    Out,
    /// From the spine to the regime beside it.
    Over,
    /// Back from there.
    Back,
}

/// Products that a version moves.
#[derive(Clone, Debug, PartialEq)]
pub struct Band {
    /// Where they go.
    pub course: Course,
    /// How many; `None` where it is not stated.
    pub count: Option<f64>,
    /// The number as it is written.
    pub label: Arc<str>,
}

/// How many are listed.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Spine {
    /// There is none here.
    #[default]
    None,
    /// So many, with the number as it is written.
    Known(f64, Arc<str>),
    /// Not known.
    Unknown,
}

/// A version.
#[derive(Clone, Debug, PartialEq)]
pub struct FlowRow {
    /// Its id.
    pub id: Arc<str>,
    /// Its accessible name.
    pub name: Arc<str>,
    /// When.
    pub date: Arc<str>,
    /// Its title.
    pub title: Arc<str>,
    /// What it did, in a few words each.
    pub words: Vec<Arc<str>>,
    /// The bands.
    pub bands: Vec<Band>,
    /// What is listed after it.
    pub after: Spine,
}

/// Rows that stand by themselves: what has no date, what is not used.
#[derive(Clone, Debug, PartialEq)]
pub struct FlowNote {
    /// What holds of them.
    pub title: Arc<str>,
    /// Each with its id, accessible name and words.
    pub rows: Vec<(Arc<str>, Arc<str>, Arc<str>)>,
}

/// What the picture is drawn from.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FlowPicture {
    /// Name of the figure.
    pub title: Arc<str>,
    /// What it shows.
    pub description: Arc<str>,
    /// Said where there is nothing to draw.
    pub empty: Arc<str>,
    /// What lies outside, in the spine, and beside it.
    pub lanes: [Arc<str>; 3],
    /// The versions by date.
    pub rows: Vec<FlowRow>,
    /// What stands below.
    pub notes: Vec<FlowNote>,
}

const PAD_PX: f64 = 16.0;
/// The widest that the drawn part gets, and its share of the figure.
const RIVER_PX: f64 = 330.0;
const RIVER_SHARE: f64 = 0.44;
/// Date, title and words stand beside one another from this room on.
const COLUMNS_PX: f64 = 420.0;
/// Thickness of a band without a number, and the thinnest with one.
const UNSTATED_PX: f64 = 9.0;
const THINNEST_PX: f64 = 2.0;
const LEAST_ROW_PX: f64 = 40.0;
/// From the top of a row to its text.
const ROW_PAD_PX: f64 = 8.0;

/// Colours by course, beside direction and words.
pub(crate) fn tone(course: Course) -> Tone {
    Tone::of_index(match course {
        Course::In => 2,
        Course::Out => 1,
        Course::Over => 4,
        Course::Back => 3,
    })
}

/// The picture of a flow. Each version carries its id as `data-key`.
pub fn flow(picture: &FlowPicture, width: f64, meter: TextMeter) -> Scene {
    let mut root = Group::new(Role::Plain).toned(Tone::of_index(0));
    let height = if picture.rows.is_empty() && picture.notes.iter().all(|note| note.rows.is_empty()) {
        push_empty(&mut root, &picture.empty, width, &meter)
    } else {
        Drawing::new(picture, width, meter).draw(&mut root)
    };
    let (title, description) = (picture.title.clone(), picture.description.clone());
    Scene { width, height: height.ceil(), title, description, text_scale: meter.scale, root }
}

/// Places across: from left to right.
#[derive(Clone, Copy, Debug, Default)]
struct Across {
    /// Where numbers of bands from outside end.
    left: f64,
    /// Where these bands begin.
    outer: f64,
    /// The middle of the spine, and half of it at its widest.
    middle: f64,
    half: f64,
    /// The regime beside it.
    beside: (f64, f64),
    /// Where the words begin and end.
    words: (f64, f64),
}

struct Drawing<'a> {
    picture: &'a FlowPicture,
    meter: TextMeter,
    width: f64,
    across: Across,
    /// Pixels for a product.
    each_px: f64,
}

/// What one row needs to know of those above it.
#[derive(Clone, Copy)]
struct State {
    /// Half the width of the spine; it stays where the number is not known.
    half: f64,
    spine: Look,
    beside: bool,
}

#[derive(Clone, Copy, PartialEq)]
enum Look {
    None,
    Known,
    Unknown,
}

impl<'a> Drawing<'a> {
    fn new(picture: &'a FlowPicture, width: f64, meter: TextMeter) -> Drawing<'a> {
        let scale = meter.scale;
        let pad = PAD_PX.min(width * 0.04) * scale;
        let river = (RIVER_PX * scale).min((width - 2.0 * pad) * RIVER_SHARE);
        let share = |part: f64| river * part;
        let bands = || picture.rows.iter().flat_map(|row| &row.bands);
        let has_beside = bands().any(|band| matches!(band.course, Course::Over | Course::Back));
        // Without anything beside it the spine is wider.
        let spine_px = if has_beside { share(0.3) } else { share(0.5) };
        let left = pad + share(0.1);
        let outer = left + 4.0 * scale;
        let middle = pad + share(0.3) + spine_px / 2.0;
        let beside = pad + share(0.76);
        let across = Across {
            left,
            outer,
            middle,
            half: spine_px / 2.0,
            beside: (beside, beside + share(0.09)),
            words: (pad + river + 12.0 * scale, width - pad),
        };
        let sizes = picture.rows.iter().filter_map(|row| match &row.after {
            Spine::Known(size, _) => Some(*size),
            _ => None,
        });
        let largest = sizes.fold(0.0, f64::max);
        let thickest = bands().filter_map(|band| band.count).fold(0.0, f64::max);
        let by_spine = if largest > 0.0 { spine_px / largest } else { f64::INFINITY };
        let by_band = if thickest > 0.0 { 44.0 * scale / thickest } else { f64::INFINITY };
        let each_px = Some(by_spine.min(by_band)).filter(|px| px.is_finite()).unwrap_or(1.0);
        Drawing { picture, meter, width, across, each_px }
    }

    fn px(&self, px: f64) -> f64 {
        px * self.meter.scale
    }

    fn draw(&self, root: &mut Group) -> f64 {
        let mut y = self.lanes(root);
        let mut state = State { half: self.across.half * 0.6, spine: Look::None, beside: false };
        for row in &self.picture.rows {
            y += self.row(root, row, y, &mut state);
        }
        for note in self.picture.notes.iter().filter(|note| !note.rows.is_empty()) {
            y = self.note(root, note, y);
        }
        y + self.px(4.0)
    }

    /// The names of the lanes, where all have room; returns where they end.
    fn lanes(&self, root: &mut Group) -> f64 {
        let (across, gap) = (&self.across, self.px(6.0));
        let has_beside = self.has_beside();
        let left = (across.left - self.px(26.0)).max(self.px(4.0));
        let split = [across.middle - across.half - gap, across.beside.0 - self.px(22.0)];
        let right = across.words.0 - gap;
        let mut places = vec![(left, split[0]), (split[0] + gap, if has_beside { split[1] } else { right })];
        if has_beside {
            places.push((split[1] + gap, right));
        }
        let (role, size) = (Role::ChartText, TypeSize::Small);
        let wrapped = places.iter().zip(&self.picture.lanes);
        let wrapped: Vec<_> = wrapped.map(|(&(from, to), words)| lines(&self.meter, words, size, to - from)).collect();
        let most = wrapped.iter().map(|wrapped| wrapped.lines.len()).max().unwrap_or(0);
        if self.picture.rows.is_empty() || most > 3 || wrapped.iter().any(is_cut) {
            return self.px(6.0);
        }
        let line = self.meter.line(size);
        for ((wrapped, &(from, to)), at) in wrapped.iter().zip(&places).zip(0..) {
            // The name of the spine stands over its middle, the others keep to their sides.
            let (x, anchor) = match at {
                0 => (from, Anchor::Start),
                1 => ((across.middle).clamp(from + wrapped.width / 2.0, to - wrapped.width / 2.0), Anchor::Middle),
                _ => (from, Anchor::Start),
            };
            for (at, content) in wrapped.lines.iter().cloned().enumerate() {
                let above = (most - wrapped.lines.len() + at) as f64;
                root.push(role, Shape::Text { x, y: self.px(16.0) + above * line, content, size, anchor });
            }
        }
        self.px(12.0) + most as f64 * line
    }

    fn has_beside(&self) -> bool {
        let mut bands = self.picture.rows.iter().flat_map(|row| &row.bands);
        bands.any(|band| matches!(band.course, Course::Over | Course::Back))
    }

    /// Thickness of a band.
    fn thick(&self, band: &Band) -> f64 {
        band.count.map_or(self.px(UNSTATED_PX), |count| (count * self.each_px).max(self.px(THINNEST_PX)))
    }

    /// A version; returns its height.
    fn row(&self, root: &mut Group, row: &FlowRow, y: f64, state: &mut State) -> f64 {
        let mut words = Group::new(Role::Plain);
        let words_end = self.words(&mut words, row, y + self.px(ROW_PAD_PX));
        let on_left = |band: &&Band| matches!(band.course, Course::In | Course::Out);
        let (left, right): (Vec<&Band>, Vec<&Band>) = row.bands.iter().partition(on_left);
        let stack = |bands: &[&Band]| bands.iter().map(|band| self.thick(band) + self.px(14.0)).sum::<f64>();
        let river = stack(&left).max(stack(&right)) + self.px(14.0);
        let height = (words_end - y + self.px(ROW_PAD_PX)).max(river).max(self.px(LEAST_ROW_PX)).ceil();
        let mut group = Group::new(Role::Item).target(KeyKind::Item, row.id.clone(), row.name.clone());
        let hit = Rect { x: 2.0, y, width: self.width - 4.0, height };
        group.push(Role::Hit, hit.shape(3.0));
        if y > self.px(30.0) {
            let (x1, x2) = (self.across.words.0, self.across.words.1);
            group.push(Role::Grid, Shape::Line { x1, y1: y.round() + 0.5, x2, y2: y.round() + 0.5 });
        }
        let before = *state;
        self.spine(&mut group, row, (y, height), state);
        let starts_over = !state.beside && !right.is_empty();
        state.beside |= starts_over;
        if state.beside {
            self.beside(&mut group, (y, height), starts_over);
        }
        let half = before.half.min(state.half);
        for (bands, is_left) in [(left, true), (right, false)] {
            let mut top = y + (height - stack(&bands)) / 2.0;
            for band in bands {
                let thick = self.thick(band);
                self.band(&mut group, band, (top, thick), half, is_left);
                top += thick + self.px(14.0);
            }
        }
        root.add(group);
        root.children.extend(words.children);
        height
    }

    /// The words of a version; returns where they end.
    fn words(&self, group: &mut Group, row: &FlowRow, y: f64) -> f64 {
        let (left, right) = self.across.words;
        let room = right - left;
        let (small, label) = (TypeSize::Small, TypeSize::Label);
        let mut push = |(role, size): (Role, TypeSize), words: &str, x: f64, y: f64, room: f64| {
            push_lines(group, &self.meter, (role, size), words, (x, y), room)
        };
        if room < self.px(COLUMNS_PX) {
            let mut y = push((Role::ChartText, small), &row.date, left, y, room);
            y = push((Role::Title, label), &row.title, left, y, room);
            for words in &row.words {
                y = push((Role::Label, small), words, left, y + self.px(1.0), room);
            }
            return y;
        }
        let dates = self.px(128.0);
        let title = (room - dates) * 0.44;
        let date_end = push((Role::ChartText, small), &row.date, left, y + self.px(1.0), dates - self.px(12.0));
        let title_end = push((Role::Title, label), &row.title, left + dates, y, title - self.px(16.0));
        let mut end = y + self.px(1.0);
        for words in &row.words {
            end = push((Role::Label, small), words, left + dates + title, end, room - dates - title);
        }
        end.max(date_end).max(title_end)
    }

    /// The spine beside a version: as it was above it, and as it is after.
    fn spine(&self, group: &mut Group, row: &FlowRow, (y, height): (f64, f64), state: &mut State) {
        let middle = self.across.middle;
        let turn = y + height / 2.0;
        let (next, look) = match &row.after {
            Spine::None => (state.half, Look::None),
            Spine::Unknown => (state.half, Look::Unknown),
            Spine::Known(size, _) => ((size * self.each_px / 2.0).max(1.0), Look::Known),
        };
        match (state.spine, look) {
            (Look::Known, Look::Known) => {
                ribbon::down(group, middle, (y, y + height), (state.half, next));
            }
            (before, after) => {
                // What begins here begins below the middle of the numbers beside it.
                let half = if before == Look::None { next } else { state.half };
                let first = Rect::between(middle - half, y, middle + half, turn);
                let begin = if before == Look::None { y + self.px(ROW_PAD_PX) } else { turn };
                match before {
                    Look::None => {}
                    Look::Known => ribbon::down(group, middle, (y, turn), (half, half)),
                    Look::Unknown => self.unknown(group, first),
                }
                match after {
                    Look::None => {}
                    Look::Known => ribbon::down(group, middle, (begin, y + height), (next, next)),
                    Look::Unknown => {
                        self.unknown(group, Rect::between(middle - half, begin, middle + half, y + height))
                    }
                }
            }
        }
        if let Spine::Known(_, label) = &row.after {
            let (size, scale) = (TypeSize::Label, self.meter.scale);
            if self.meter.width(label, size, true) <= 2.0 * next - 6.0 * scale {
                let (content, anchor) = (label.clone(), Anchor::Middle);
                // Below a stretch of which nothing is known, what is known fills the lower half.
                let lower = if state.spine == Look::Unknown { height / 4.0 - 4.0 * scale } else { 0.0 };
                let y = turn + lower + 9.0 * scale;
                group.push(Role::ChipText, Shape::Text { x: middle, y, content, size, anchor });
            }
        }
        (state.half, state.spine) = (next, look);
    }

    /// A stretch of which nothing is known: strokes between two edges, open at both ends so that stretches join.
    fn unknown(&self, group: &mut Group, rect: Rect) {
        push_strokes(group, Role::GridMajor, 2.0, rect);
        for x in [rect.x, rect.right()] {
            group.push(Role::ChartWithin, Shape::Line { x1: x, y1: rect.y, x2: x, y2: rect.bottom() });
        }
    }

    /// The regime beside the spine; how many it holds is stated nowhere.
    fn beside(&self, group: &mut Group, (y, height): (f64, f64), begins: bool) {
        let (left, right) = self.across.beside;
        let top = if begins { y + height / 2.0 - self.px(12.0) } else { y };
        self.unknown(group, Rect::between(left, top, right, y + height));
        if begins {
            group.push(Role::ChartWithin, Shape::Line { x1: left, y1: top, x2: right, y2: top });
        }
    }

    fn band(&self, group: &mut Group, band: &Band, (top, thick): (f64, f64), half: f64, is_left: bool) {
        let across = &self.across;
        let (from, to, number) = if is_left {
            (across.outer, across.middle - half, (across.left, Anchor::End))
        } else {
            (across.middle + half, across.beside.0, (across.beside.1 + self.px(4.0), Anchor::Start))
        };
        let is_forward = matches!(band.course, Course::In | Course::Over);
        let (start, end) = if is_forward { (from, to) } else { (to, from) };
        let drop = self.px(12.0).min((end - start).abs() * 0.3);
        let ribbon = Ribbon { start, end, top, thick, drop };
        let mut inner = Group::new(Role::Plain).toned(tone(band.course));
        match band.count {
            Some(_) => ribbon.fill(&mut inner, self.meter.scale),
            None => ribbon.hatch(&mut inner, self.meter.scale),
        }
        // The number stands at the outer end, where the band begins or ends.
        let room = if is_left { number.0 - 1.0 } else { across.words.0 - self.px(4.0) - number.0 };
        let size = TypeSize::Small;
        let is_outer_start = is_left == is_forward;
        let level = top + thick / 2.0 + if is_outer_start { 0.0 } else { ribbon.drop };
        if self.meter.width(&band.label, size, true) <= room {
            let y = level + 4.2 * self.meter.scale;
            let (content, (x, anchor)) = (band.label.clone(), number);
            inner.push(Role::Title, Shape::Text { x, y, content, size, anchor });
        }
        group.add(inner);
    }

    /// What stands by itself below; returns where it ends.
    fn note(&self, root: &mut Group, note: &FlowNote, y: f64) -> f64 {
        let (left, right) = (PAD_PX.min(self.width * 0.04) * self.meter.scale, self.across.words.1);
        let mut y = y + self.px(14.0);
        let (x1, x2) = (left, right);
        root.push(Role::Grid, Shape::Line { x1, y1: y.round() + 0.5, x2, y2: y.round() + 0.5 });
        y = push_lines(
            root,
            &self.meter,
            (Role::Title, TypeSize::Small),
            &note.title,
            (left, y + self.px(8.0)),
            right - left,
        );
        y += self.px(4.0);
        for (id, name, words) in &note.rows {
            let (role, size) = (Role::Label, TypeSize::Small);
            let (x, room) = (left + self.px(24.0), right - left - self.px(24.0));
            let count = lines_of(&self.meter, role, size, words, room).len() as f64;
            let height = (count * self.meter.line(size) + self.px(8.0)).max(self.px(24.0)).ceil();
            let mut group = Group::new(Role::Item).target(KeyKind::Item, id.clone(), name.clone());
            group.push(Role::Hit, Rect { x: 2.0, y, width: self.width - 4.0, height }.shape(3.0));
            let (side, middle) = (self.px(12.0), y + self.px(11.0));
            push_hatched(&mut group, Rect { x: left, y: middle - side / 2.0, width: side, height: side }, 0.0);
            root.add(group);
            push_lines(root, &self.meter, (role, size), words, (x, y + self.px(3.0)), room);
            y += height;
        }
        y
    }
}

/// A sign that a legend explains.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sign {
    /// What is listed.
    Spine,
    /// A band.
    Band(Course),
    /// Something of which no number is stated.
    Unknown,
}

/// One sign alone, for a legend.
pub fn sample(sign: Sign, meter: TextMeter) -> Scene {
    let (width, height) = (34.0 * meter.scale, 16.0 * meter.scale);
    let mut root = Group::new(Role::Plain).toned(Tone::of_index(0));
    match sign {
        Sign::Spine => ribbon::down(&mut root, width / 2.0, (0.0, height), (width * 0.25, width * 0.4)),
        Sign::Unknown => {
            push_hatched(&mut root, Rect { x: 2.0, y: 2.0, width: width - 4.0, height: height - 4.0 }, 0.0)
        }
        Sign::Band(course) => {
            let (left, right) = (2.0, width - 2.0);
            let (start, end) = if matches!(course, Course::In | Course::Over) { (left, right) } else { (right, left) };
            let ribbon =
                Ribbon { start, end, top: 3.0 * meter.scale, thick: 4.0 * meter.scale, drop: 6.0 * meter.scale };
            root.tone = Some(tone(course));
            ribbon.fill(&mut root, meter.scale);
        }
    }
    Scene { width, height, title: "".into(), description: "".into(), text_scale: meter.scale, root }
}

#[cfg(test)]
mod tests;
