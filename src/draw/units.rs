//! Countable things as signs: a row of little squares a value, so that a number is seen as so many.

use std::sync::Arc;

use super::{
    hatch::push_hatched,
    words::{push_empty, push_lines, push_more},
};
use crate::{
    layout::text::TextMeter,
    scene::{Group, KeyKind, PathBuilder, Rect, Role, Scene, Segment, Shape, Tone, TypeSize},
};

/// How a number ends.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum End {
    /// With the last sign.
    #[default]
    Exact,
    /// About there.
    About,
    /// Nobody says where: there are more.
    More,
    /// There or before: there may be fewer.
    Fewer,
}

/// A value.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct UnitRow {
    /// The id of what it belongs to.
    pub id: Arc<str>,
    /// Its accessible name.
    pub name: Arc<str>,
    /// What is counted.
    pub label: Arc<str>,
    /// The number in words.
    pub value: Arc<str>,
    /// More to say, such as whose number it is; may be empty.
    pub note: Arc<str>,
    /// How many; `None` where it is not stated, or not a number of things.
    pub amount: Option<f64>,
    /// Whether it is not stated.
    pub missing: bool,
    /// How many at most, of a range.
    pub high: Option<f64>,
    /// How it ends.
    pub end: End,
    /// Which of the eight colours, from 0.
    pub colour: usize,
}

/// What the picture is drawn from.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct UnitPicture {
    /// Name of the figure.
    pub title: Arc<str>,
    /// What it shows.
    pub description: Arc<str>,
    /// Said where there is nothing to draw.
    pub empty: Arc<str>,
    /// How many one sign stands for.
    pub each: f64,
    /// The same in words.
    pub each_words: Arc<str>,
    /// The values.
    pub rows: Vec<UnitRow>,
    /// Said below them, of what is not drawn; may be empty.
    pub more: Arc<str>,
}

/// A row has no more signs than this.
pub const MOST_SIGNS: f64 = 200.0;
const PAD_PX: f64 = 16.0;
/// Words stand beside the signs from this width on, and above them below it.
const BESIDE_PX: f64 = 560.0;
const SIGN_PX: f64 = 9.0;
const PITCH_PX: f64 = 12.0;
/// Signs are counted by tens: a little more room after each.
const TEN_PX: f64 = 5.0;
const LEAST_ROW_PX: f64 = 30.0;

/// How many one sign stands for where this is the largest number: 1, 2 or 5 times a power of ten.
///
/// ```
/// use annals::draw::units::each_of;
/// assert_eq!((each_of(30.0), each_of(200.0), each_of(201.0), each_of(4_929.0)), (1.0, 1.0, 2.0, 50.0));
/// ```
pub fn each_of(largest: f64) -> f64 {
    let mut power = 1.0;
    while power < 1e15 {
        for step in [1.0, 2.0, 5.0] {
            if largest / (step * power) <= MOST_SIGNS {
                return step * power;
            }
        }
        power *= 10.0;
    }
    power
}

/// The picture. Each value carries its id as `data-key`.
pub fn units(picture: &UnitPicture, width: f64, meter: TextMeter) -> Scene {
    let mut root = Group::new(Role::Plain);
    let height = if picture.rows.is_empty() {
        push_empty(&mut root, &picture.empty, width, &meter)
    } else {
        let height = Drawing { picture, width, meter }.draw(&mut root);
        height + push_more(&mut root, &picture.more, (width, height), &meter)
    };
    let (title, description) = (picture.title.clone(), picture.description.clone());
    Scene { width, height: height.ceil(), title, description, text_scale: meter.scale, root }
}

struct Drawing<'a> {
    picture: &'a UnitPicture,
    width: f64,
    meter: TextMeter,
}

/// Where signs stand.
#[derive(Clone, Copy)]
struct Grid {
    left: f64,
    top: f64,
    columns: usize,
    pitch: f64,
    ten: f64,
    side: f64,
}

impl Grid {
    fn at(self, sign: usize) -> (f64, f64) {
        let (column, row) = (sign % self.columns, sign / self.columns);
        let x = self.left + column as f64 * self.pitch + (column / 10) as f64 * self.ten;
        (x, self.top + row as f64 * self.pitch)
    }

    /// Squares as one path; the last one as wide as the part that is counted.
    fn squares(self, from: f64, to: f64) -> Vec<Segment> {
        let mut path = Vec::new();
        for sign in from.floor() as usize..to.ceil() as usize {
            let (x, y) = self.at(sign);
            let start = (from - sign as f64).max(0.0);
            let end = (to - sign as f64).min(1.0);
            if end - start < 0.02 {
                continue;
            }
            let (left, right) = (x + start * self.side, x + end * self.side);
            if let Shape::Path(square) =
                PathBuilder::polygon(&[(left, y), (right, y), (right, y + self.side), (left, y + self.side)])
            {
                path.extend(square);
            }
        }
        path
    }
}

impl Drawing<'_> {
    fn px(&self, px: f64) -> f64 {
        px * self.meter.scale
    }

    fn draw(&self, root: &mut Group) -> f64 {
        let pad = self.px(PAD_PX).min(self.width * 0.04);
        let mut y = self.px(6.0);
        if !self.picture.each_words.is_empty() {
            let style = (Role::LegendText, TypeSize::Small);
            y = push_lines(root, &self.meter, style, &self.picture.each_words, (pad, y), self.width - 2.0 * pad);
            y += self.px(6.0);
        }
        for (at, row) in self.picture.rows.iter().enumerate() {
            if at > 0 {
                let (x1, x2, level) = (pad, self.width - pad, y.round() + 0.5);
                root.push(Role::Grid, Shape::Line { x1, y1: level, x2, y2: level });
            }
            y = self.row(root, row, pad, y);
        }
        y + self.px(4.0)
    }

    fn row(&self, root: &mut Group, row: &UnitRow, pad: f64, y: f64) -> f64 {
        let is_beside = self.width >= self.px(BESIDE_PX);
        let words_px = if is_beside { (self.width * 0.34).min(self.px(340.0)) } else { self.width - 2.0 * pad };
        let mut words = Group::new(Role::Plain);
        let mut push = |style, text: &str, y: f64| {
            push_lines(
                &mut words,
                &self.meter,
                style,
                text,
                (pad, y),
                words_px - if is_beside { self.px(16.0) } else { 0.0 },
            )
        };
        let mut end = push((Role::Title, TypeSize::Label), &row.value, y + self.px(7.0));
        end = push((Role::Label, TypeSize::Small), &row.label, end + self.px(1.0));
        if !row.note.is_empty() {
            end = push((Role::ChartText, TypeSize::Small), &row.note, end);
        }
        let left = if is_beside { pad + words_px } else { pad };
        let top = if is_beside { y + self.px(10.0) } else { end + self.px(8.0) };
        let mut signs = Group::new(Role::Plain).toned(Tone::of_index(row.colour));
        let signs_end = self.signs(&mut signs, row, (left, top), self.width - pad);
        let bottom = end.max(signs_end).max(y + self.px(LEAST_ROW_PX)) + self.px(9.0);
        let mut group = Group::new(Role::Item).target(KeyKind::Item, row.id.clone(), row.name.clone());
        group.push(Role::Hit, Rect::between(2.0, y + 1.0, self.width - 2.0, bottom).shape(3.0));
        group.add(signs);
        root.add(group);
        root.children.extend(words.children);
        bottom
    }

    /// The signs of a value; returns where they end.
    fn signs(&self, group: &mut Group, row: &UnitRow, (left, top): (f64, f64), right: f64) -> f64 {
        let (pitch, ten, side) = (self.px(PITCH_PX), self.px(TEN_PX), self.px(SIGN_PX));
        let Some(amount) = row.amount.map(|amount| (amount / self.picture.each).clamp(0.0, MOST_SIGNS)) else {
            if !row.missing {
                return top;
            }
            let rect = Rect { x: left, y: top, width: self.px(46.0).min(right - left), height: self.px(14.0) };
            push_hatched(group, rect, 0.0);
            return rect.bottom();
        };
        // An arrow needs room at the end of a line.
        let room = right - left - self.px(26.0);
        let tens = (room / (10.0 * pitch + ten)).floor();
        let columns = if tens >= 1.0 { (tens * 10.0).min(50.0) } else { (room / pitch).floor().max(1.0) };
        let grid = Grid { left, top, columns: columns as usize, pitch, ten, side };
        let role = match row.end {
            End::Fewer => Role::PointPlanned,
            _ => Role::Point,
        };
        // Of a number that is about so much, the last sign is soft.
        let firm = if row.end == End::About { (amount.ceil() - 1.0).max(0.0) } else { amount };
        group.push(role, Shape::Path(grid.squares(0.0, firm)));
        if firm < amount {
            group.push(Role::PointUncertain, Shape::Path(grid.squares(firm, amount)));
        }
        let mut last = amount;
        if let Some(high) =
            row.high.map(|high| (high / self.picture.each).clamp(0.0, MOST_SIGNS)).filter(|high| *high > amount)
        {
            group.push(Role::PointPlanned, Shape::Path(grid.squares(amount, high)));
            last = high;
        }
        let (x, y) = grid.at((last.ceil() as usize).saturating_sub(1));
        let (begin, middle, head) = (x + side + self.px(3.0), y + side / 2.0, self.px(4.0));
        let tip = begin + self.px(18.0);
        match row.end {
            End::More => {
                let arrow = PathBuilder::from(begin, middle).to(tip, middle);
                let arrow = arrow.jump(tip - head, middle - head).to(tip, middle).to(tip - head, middle + head);
                group.push(Role::Edge, arrow.open());
            }
            End::Fewer => {
                let arrow = PathBuilder::from(tip, middle).to(begin, middle);
                let arrow = arrow.jump(begin + head, middle - head).to(begin, middle).to(begin + head, middle + head);
                group.push(Role::Edge, arrow.open());
            }
            End::Exact | End::About => {}
        }
        y + side
    }
}

/// A sign that a legend explains.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Look {
    About,
    More,
    Fewer,
    Missing,
}

/// One sign alone, for a legend.
pub fn sample(look: Look, meter: TextMeter) -> Scene {
    let picture = UnitPicture { each: 1.0, ..UnitPicture::default() };
    let (width, height) = (46.0 * meter.scale, 16.0 * meter.scale);
    let (amount, end) = match look {
        Look::About => (Some(2.0), End::About),
        Look::More => (Some(1.0), End::More),
        Look::Fewer => (Some(1.0), End::Fewer),
        Look::Missing => (None, End::Exact),
    };
    let mut root = Group::new(Role::Plain).toned(Tone::of_index(0));
    let row = UnitRow { amount, end, missing: look == Look::Missing, ..UnitRow::default() };
    let drawing = Drawing { picture: &picture, width, meter };
    let top = if look == Look::Missing { 1.0 } else { 3.5 };
    let room = if look == Look::Missing { width } else { 2.0 * width };
    drawing.signs(&mut root, &row, (0.0, top * meter.scale), room);
    Scene { width, height, title: "".into(), description: "".into(), text_scale: meter.scale, root }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scene::Node;

    fn count_squares(row: UnitRow, each: f64) -> usize {
        let picture = UnitPicture { each, rows: vec![row], ..UnitPicture::default() };
        let scene = units(&picture, 400.0, TextMeter::default());
        let mut count = 0;
        scene.walk(&mut |group, _| {
            for child in &group.children {
                if let Node::Mark(mark) = child
                    && let (Role::Point | Role::PointPlanned | Role::PointUncertain, Shape::Path(path)) =
                        (mark.role, &mark.shape)
                {
                    count += path.iter().filter(|segment| matches!(segment, Segment::Close)).count();
                }
            }
        });
        count
    }

    #[test]
    fn a_number_has_as_many_signs() {
        let row = |amount: f64, end| UnitRow { amount: Some(amount), end, ..UnitRow::default() };
        assert_eq!(count_squares(row(30.0, End::More), 1.0), 30);
        assert_eq!(count_squares(row(30.0, End::About), 1.0), 30);
        assert_eq!(count_squares(row(600.0, End::Exact), 5.0), 120);
        assert_eq!(count_squares(row(51.0, End::Exact), 5.0), 11);
        assert_eq!(count_squares(row(0.0, End::About), 1.0), 0);
        assert_eq!(count_squares(UnitRow { high: Some(9.0), ..row(4.0, End::Exact) }, 1.0), 9);
    }
}
