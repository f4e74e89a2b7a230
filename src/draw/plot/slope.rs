//! Two values of each series, at two times: a line between them, and name and value at both of its ends.

use std::sync::Arc;

use plotters::style::text_anchor::HPos;

use super::{
    marks::Pen,
    panel::record,
    recorder::Groups,
    signs::{Arrow, Dot, Drawn, Ground, Sign, push_missing, snapped},
};
use crate::{
    draw::words::lines as in_lines,
    layout::{
        spread::spread,
        text::{BOLD, TextMeter, Wrapped},
    },
    scale::ValueScale,
    scene::{Group, Rect, Role, Tone, TypeSize},
};

/// A value at one of the two times.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SlopeEnd {
    /// Its id.
    pub id: Arc<str>,
    /// Its accessible name.
    pub name: Arc<str>,
    /// The value in words.
    pub words: Arc<str>,
    /// Its date in words, where that is not the one above it; else empty.
    pub date: Arc<str>,
    /// The value.
    pub value: f64,
    /// What it is like.
    pub dot: Dot,
    /// Whether it is more or less in truth.
    pub arrow: Option<Arrow>,
    /// Low and high, where it is a range.
    pub range: Option<(f64, f64)>,
    /// What other sources say instead.
    pub rivals: Vec<f64>,
}

/// A series.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SlopeLine {
    /// What is measured.
    pub name: Arc<str>,
    /// The values at both times, where there are any; at least one.
    pub ends: [Option<SlopeEnd>; 2],
    /// Whether the two can be compared.
    pub joined: bool,
}

/// Series of one unit.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SlopeGroup {
    /// The unit; may be empty.
    pub title: Arc<str>,
    /// The two times in words.
    pub heads: [Arc<str>; 2],
    /// The series.
    pub lines: Vec<SlopeLine>,
}

/// What slopes are drawn from.
#[derive(Clone, Debug, PartialEq)]
pub struct SlopeChart {
    /// Width of the figure.
    pub width: f64,
    /// How wide text is.
    pub text: TextMeter,
    /// Where the value axis begins, if not at zero.
    pub from: Option<f64>,
    /// Whether values are spread by powers of ten, where all are above zero.
    pub is_log: bool,
    /// What is said where a value is not stated.
    pub missing: Arc<str>,
    /// The series by unit.
    pub groups: Vec<SlopeGroup>,
}

const SIDE_PX: f64 = 16.0;
const TOP_PX: f64 = 6.0;
const PLOT_PX: f64 = 240.0;
const GROUP_PX: f64 = 20.0;
/// Names stand at both ends where the figure is as wide; else they are listed above, and their numbers stand there.
const NAMED_PX: f64 = 460.0;
/// How much of the figure the words of one side may take.
const WORDS: f64 = 0.34;
/// From a value to its words.
const LEAD_PX: f64 = 24.0;
const WORDS_GAP_PX: f64 = 4.0;
/// Between a value and its name.
const VALUE_GAP_PX: f64 = 8.0;
/// Side of the place of a value that is not stated.
const MISSING_PX: f64 = 12.0;
/// What a pointer finds: at most and at least this far from the middle.
const HIT_PX: (f64, f64) = (6.0, 12.0);

struct Frame {
    title: Wrapped,
    keys: Vec<Wrapped>,
    heads: [Wrapped; 2],
    /// Value and name of each series at the two sides.
    words: [Vec<[Wrapped; 2]>; 2],
    /// Room for the values of each side.
    values_px: [f64; 2],
    scale: ValueScale,
    plot: Rect,
}

impl SlopeChart {
    fn px(&self, px: f64) -> f64 {
        px * self.text.scale
    }

    fn height(&self, words: &[Wrapped]) -> f64 {
        let lines = words.iter().map(|one| one.lines.len()).max().unwrap_or(1) as f64;
        lines * self.text.line(TypeSize::Small) + self.px(WORDS_GAP_PX)
    }

    /// Value and name of each series of a group at one side.
    fn words(&self, group: &SlopeGroup, side: usize) -> Vec<[Wrapped; 2]> {
        let is_named = self.width >= self.px(NAMED_PX);
        let most = (self.width * WORDS - self.px(LEAD_PX)).max(1.0);
        let words = group.lines.iter().enumerate().map(|(at, line)| {
            let value = line.ends[side].as_ref().map_or(&self.missing, |end| &end.words);
            // Bold words are wider than the lines are broken for.
            let value = in_lines(&self.text, value, TypeSize::Small, most * 0.6 / BOLD);
            let value = Wrapped { width: value.width * BOLD, ..value };
            let name = match is_named {
                true => line.name.to_string(),
                false if group.lines.len() > 1 => numbered(at),
                false => String::new(),
            };
            let date = line.ends[side].as_ref().map_or("", |end| &end.date);
            let name = match (name.is_empty(), date.is_empty()) {
                (_, true) => name,
                (true, false) => date.to_owned(),
                (false, false) => format!("{name} · {date}"),
            };
            [value, in_lines(&self.text, &name, TypeSize::Small, most * 0.6)]
        });
        words.collect()
    }

    fn frame(&self, group: &SlopeGroup, top: f64) -> Frame {
        let (small, room) = (TypeSize::Small, self.width - 2.0 * self.px(SIDE_PX));
        let is_named = self.width >= self.px(NAMED_PX);
        let words = [0, 1].map(|side| self.words(group, side));
        let key = |(at, line): (usize, &SlopeLine)| {
            let name =
                if group.lines.len() > 1 { format!("{} {}", numbered(at), line.name) } else { line.name.to_string() };
            in_lines(&self.text, &name, small, room)
        };
        let keys: Vec<Wrapped> = group.lines.iter().enumerate().filter(|_| !is_named).map(key).collect();
        let title = in_lines(&self.text, &group.title, TypeSize::Label, room / BOLD);
        let heads = [0, 1].map(|side| self.head(group, side));
        let keys_px: f64 = keys.iter().map(|key| self.height(std::slice::from_ref(key))).sum();
        let heights = |side: usize| words[side].iter().map(|one| self.height(one)).sum::<f64>();
        let ([left, right], values_px) = self.sides();
        let title_px = match group.title.is_empty() {
            true => 0.0,
            false => title.lines.len() as f64 * self.text.line(TypeSize::Label) + self.px(8.0),
        };
        let most_heads = heads.iter().map(|head| head.lines.len()).max().unwrap_or(1) as f64;
        let plot_top = top + title_px + keys_px + most_heads * self.text.line(small) + self.px(22.0);
        let height = self.px(PLOT_PX).max(heights(0)).max(heights(1));
        let plot = Rect::between(
            left.ceil(),
            plot_top,
            (self.width - right).floor().max(left.ceil() + 8.0),
            plot_top + height,
        );
        Frame { title, keys, heads, words, values_px, scale: self.scale(group), plot }
    }

    /// The time of one side.
    fn head(&self, group: &SlopeGroup, side: usize) -> Wrapped {
        let room = self.width * WORDS - self.px(SIDE_PX);
        in_lines(&self.text, &group.heads[side], TypeSize::Small, room.max(1.0) / BOLD)
    }

    /// Room for all words at both sides, and for the values in it. All groups have the same.
    fn sides(&self) -> ([f64; 2], [f64; 2]) {
        let widest = |side: usize, which: usize| {
            let words = self.groups.iter().flat_map(|group| self.words(group, side));
            words.map(|words| words[which].width).fold(0.0, f64::max)
        };
        let head = |side: usize| {
            let heads = self.groups.iter().map(|group| self.head(group, side).width * BOLD);
            heads.fold(0.0, f64::max) + self.px(SIDE_PX)
        };
        let values = [0, 1].map(|side| widest(side, 0));
        let gap = self.px(SIDE_PX + LEAD_PX + VALUE_GAP_PX);
        ([0, 1].map(|side| (gap + values[side] + widest(side, 1)).max(head(side))), values)
    }

    fn scale(&self, group: &SlopeGroup) -> ValueScale {
        let ends = group.lines.iter().flat_map(|line| &line.ends).flatten();
        let values: Vec<f64> = ends
            .flat_map(|end| {
                let range = end.range.into_iter().flat_map(|(low, high)| [low, high]);
                range.chain([end.value]).chain(end.rivals.iter().copied()).collect::<Vec<_>>()
            })
            .collect();
        let log = self.is_log.then(|| ValueScale::fit_log(&mut values.iter().copied(), 5)).flatten();
        let from = self.from.unwrap_or(0.0);
        // Values are written at both ends, so that the axis needs no round numbers.
        log.unwrap_or_else(|| ValueScale::fit_close(&mut values.iter().copied().chain([from])))
    }
}

/// How a series is referred to where its name has no room.
fn numbered(at: usize) -> String {
    format!("({})", at + 1)
}

/// Draws slopes, and says how high the figure is. Without groups the group is empty.
pub fn slope_chart(chart: &SlopeChart) -> (Group, f64) {
    let mut y = chart.px(TOP_PX);
    let mut frames = Vec::new();
    for group in &chart.groups {
        let frame = chart.frame(group, y);
        let top = y;
        y = frame.plot.bottom() + chart.px(14.0 + GROUP_PX);
        frames.push((group, frame, top));
    }
    let height = (y - chart.px(GROUP_PX)).ceil();
    let group = record(chart.width, height, chart.text, |ground, groups| {
        frames.iter().try_for_each(|(group, frame, top)| draw(chart, group, frame, *top, ground, groups))
    });
    (group, height)
}

fn draw(chart: &SlopeChart, group: &SlopeGroup, frame: &Frame, top: f64, ground: &Ground, groups: &Groups) -> Drawn {
    let pen = Pen { ground, groups, text: chart.text };
    let (side, plot, small) = (chart.px(SIDE_PX), frame.plot, TypeSize::Small);
    let mut y = top;
    if !group.title.is_empty() {
        y = pen.block(&frame.title.lines, (side, y), (Role::Title, TypeSize::Label), HPos::Left)? + chart.px(8.0);
    }
    for key in &frame.keys {
        y = pen.block(&key.lines, (side, y), (Role::Label, small), HPos::Left)? + chart.px(WORDS_GAP_PX);
    }
    let x = [plot.x, plot.right()].map(snapped);
    let y_of = |value: f64| snapped(plot.bottom() - frame.scale.share(value) * plot.height);
    for (head, (x, side)) in frame.heads.iter().zip([(x[0], HPos::Right), (x[1], HPos::Left)]) {
        pen.block(&head.lines, (x, y), (Role::Title, small), side)?;
        pen.stroke(Role::GridMajor, [(x, plot.y - chart.px(8.0)), (x, plot.bottom() + chart.px(6.0))])?;
    }
    if !frame.scale.is_log() && (0.0..=1.0).contains(&frame.scale.share(0.0)) {
        pen.stroke(Role::AxisLine, [(x[0], y_of(0.0)), (x[1], y_of(0.0))])?;
    }
    let heights: Vec<[Option<f64>; 2]> =
        group.lines.iter().map(|line| [0, 1].map(|at| line.ends[at].as_ref().map(|end| y_of(end.value)))).collect();
    for (at, (line, ys)) in group.lines.iter().zip(&heights).enumerate() {
        groups.open(Group::new(Role::Plain).toned(Tone::of_index(at)));
        if let ([Some(from), Some(to)], true) = (ys, line.joined) {
            pen.stroke(Role::ChartLine, [(x[0], *from), (x[1], *to)])?;
        }
        groups.close();
    }
    for at in [0, 1] {
        let all: Vec<f64> = heights.iter().filter_map(|ys| ys[at]).collect();
        // What is not stated stands level with what is.
        let wanted: Vec<(f64, f64)> = heights
            .iter()
            .zip(&frame.words[at])
            .map(|(ys, words)| (ys[at].or(ys[1 - at]).unwrap_or(plot.bottom()), chart.height(words)))
            .collect();
        let middles = spread(&wanted, plot.y - chart.px(8.0), plot.bottom() + chart.px(8.0));
        for (index, line) in group.lines.iter().enumerate() {
            let (y, words) = (wanted[index].0, &frame.words[at][index]);
            groups.open(Group::new(Role::Plain).toned(Tone::of_index(index)));
            let way = if at == 0 { -1.0 } else { 1.0 };
            let edge = x[at] + way * chart.px(LEAD_PX - 4.0);
            let top = middles[index] - (chart.height(words) - chart.px(WORDS_GAP_PX)) / 2.0;
            let first = top + chart.text.line(small) / 2.0;
            pen.stroke(Role::Leader, [(x[at] + way * chart.px(6.0), y), (edge, first)])?;
            match &line.ends[at] {
                Some(end) => dot(&pen, end, (x[at], y), &all, &y_of)?,
                None => {
                    let half = chart.px(MISSING_PX) / 2.0;
                    push_missing(&pen, Rect::between(x[at] - half, y - half, x[at] + half, y + half))?;
                }
            }
            groups.close();
            let anchor = if at == 0 { HPos::Right } else { HPos::Left };
            let (lead, [value, name]) = (chart.px(LEAD_PX), words);
            pen.block(&value.lines, (x[at] + way * lead, top), (Role::Title, small), anchor)?;
            let beyond = lead + frame.values_px[at] + chart.px(VALUE_GAP_PX);
            pen.block(&name.lines, (x[at] + way * beyond, top), (Role::Label, small), anchor)?;
        }
    }
    Ok(())
}

/// A value as something to reach, and what else is claimed.
fn dot(pen: &Pen, end: &SlopeEnd, (x, y): (f64, f64), all: &[f64], y_of: &dyn Fn(f64) -> f64) -> Drawn {
    let scale = pen.text.scale;
    let nearest = all.iter().map(|other| (other - y).abs()).filter(|away| *away > 0.0).fold(f64::INFINITY, f64::min);
    let (tall, wide) = ((nearest / 2.0).clamp(HIT_PX.0, HIT_PX.1) * scale, HIT_PX.1 * scale);
    let hit = Rect::between(x - wide, y - tall, x + wide, y + tall);
    pen.target(&end.id, &end.name, hit, || {
        for rival in &end.rivals {
            Sign { at: (x, y_of(*rival)), dot: Dot::Disputed, ..Sign::default() }.draw(pen.ground, scale)?;
        }
        let range = end.range.map(|(low, high)| (y_of(low), y_of(high)));
        Sign { at: (x, y), dot: end.dot, arrow: end.arrow, range, ..Sign::default() }.draw(pen.ground, scale)
    })
}
