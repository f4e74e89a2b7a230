//! Values one below the other: bars that begin at zero, or dots on an axis. Each is named at its left and has its value beside
//! it; what several sources say of it stands one below the other.

use std::sync::Arc;

use plotters::style::text_anchor::{HPos, VPos};

use super::{
    marks::Pen,
    panel::{record, tick_words},
    recorder::Groups,
    signs::{Arrow, Dot, Drawn, Ground, Sign, bar_role, push_missing, snapped},
};
use crate::{
    draw::words::{is_cut, lines as in_lines},
    layout::text::{BOLD, TextMeter, Wrapped},
    scale::ValueScale,
    scene::{Group, Rect, Role, Tone, TypeSize},
};

/// A value and what is said of it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Amount {
    /// Its id.
    pub id: Arc<str>,
    /// Its accessible name.
    pub name: Arc<str>,
    /// What it is the value of.
    pub label: Arc<str>,
    /// What is claimed: its own value first, then what other sources say.
    pub claims: Vec<AmountClaim>,
}

/// A value as one source gives it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct AmountClaim {
    /// The value in words; where sources disagree, with the name of the source.
    pub words: Arc<str>,
    /// The value; `None` where it is not stated.
    pub value: Option<f64>,
    /// What it is like.
    pub dot: Dot,
    /// Whether it is more or less in truth.
    pub arrow: Option<Arrow>,
    /// Low and high, where it is a range.
    pub range: Option<(f64, f64)>,
}

/// Values of one unit.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Amounts {
    /// The unit; may be empty.
    pub title: Arc<str>,
    /// The values, from top to bottom.
    pub list: Vec<Amount>,
}

/// How values are shown.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum RowLook {
    /// As bars from zero.
    Bars,
    /// As dots on an axis.
    Dots {
        /// Where the axis begins, if not at zero.
        from: Option<f64>,
        /// Whether it goes by powers of ten, where all values are above zero.
        is_log: bool,
    },
}

/// What rows of values are drawn from.
#[derive(Clone, Debug, PartialEq)]
pub struct RowChart {
    /// Width of the figure.
    pub width: f64,
    /// How wide text is.
    pub text: TextMeter,
    /// How values are shown.
    pub look: RowLook,
    /// The values by unit.
    pub groups: Vec<Amounts>,
}

const SIDE_PX: f64 = 16.0;
const TOP_PX: f64 = 6.0;
/// Height of a value, and of one among several that are claimed.
const BAR_PX: (f64, f64) = (16.0, 10.0);
/// Least height of a row: what a finger finds.
const ROW_PX: f64 = 26.0;
/// Between the words of a row and what is beside or below them.
const GAP_PX: f64 = 10.0;
const GROUP_PX: f64 = 16.0;
/// Room for the numbers below an axis.
const AXIS_PX: f64 = 20.0;
/// Labels stand at the left of values where the figure is as wide.
const BESIDE_PX: f64 = 440.0;
/// How much of the figure labels may take, and words of the rest.
const LABELS: f64 = 0.36;
const WORDS: f64 = 0.5;
/// Room for an arrow.
const ARROW_PX: f64 = 18.0;
/// Width of the place of a value that is not stated.
const MISSING_PX: f64 = 56.0;

/// A claim in its place: the top of its line, and its words.
struct Line<'a> {
    claim: &'a AmountClaim,
    words: Wrapped,
    top: f64,
    height: f64,
}

/// A row in its place.
struct Row<'a> {
    amount: &'a Amount,
    label: Wrapped,
    label_top: f64,
    top: f64,
    bottom: f64,
    lines: Vec<Line<'a>>,
}

/// What follows from the texts of a group.
struct Frame {
    /// From where to where values are drawn.
    plot: (f64, f64),
    /// Room for words on either side of the values, inside of the plot.
    reserve: (f64, f64),
    is_beside: bool,
    /// Whether words stand beside values, not above them.
    is_direct: bool,
}

impl RowChart {
    fn px(&self, px: f64) -> f64 {
        px * self.text.scale
    }

    fn claims(&self) -> impl Iterator<Item = &AmountClaim> {
        self.groups.iter().flat_map(|group| &group.list).flat_map(|amount| &amount.claims)
    }

    /// Labels at the left where there is room for them and for the words of values; else above.
    fn frame(&self) -> Frame {
        let beside = Some(true).filter(|_| self.width >= self.px(BESIDE_PX)).map(|beside| self.framed(beside));
        beside.filter(|frame| frame.is_direct).unwrap_or_else(|| self.framed(false))
    }

    fn framed(&self, is_beside: bool) -> Frame {
        let size = TypeSize::Small;
        let (side, gap) = (self.px(SIDE_PX), self.px(GAP_PX));
        let labels = self.groups.iter().flat_map(|group| &group.list);
        let widest = labels.map(|amount| in_lines(&self.text, &amount.label, size, self.width * LABELS).width);
        let labels_px = if is_beside { widest.fold(0.0, f64::max) + gap } else { 0.0 };
        let plot = ((side + labels_px).ceil(), (self.width - side).floor());
        let most = (plot.1 - plot.0) * WORDS - gap;
        let (mut left, mut right) = (0.0_f64, 0.0_f64);
        let mut is_direct = true;
        for claim in self.claims() {
            let words = in_lines(&self.text, &claim.words, size, most);
            is_direct &= !is_cut(&words) && words.lines.len() <= 3;
            let arrow = match claim.value {
                None => self.px(MISSING_PX),
                Some(_) if claim.arrow.is_some() || claim.range.is_some() => self.px(ARROW_PX),
                Some(_) => 0.0,
            };
            let side = if claim.value.is_some_and(|value| value < 0.0) { &mut left } else { &mut right };
            *side = side.max(words.width + gap + arrow);
        }
        // Arrows of values that are shown without words beside them still need room.
        let reserve = if is_direct { (left, right) } else { (self.px(ARROW_PX + 4.0), self.px(ARROW_PX + 4.0)) };
        Frame { plot, reserve, is_beside, is_direct }
    }

    fn scale(&self, group: &Amounts) -> ValueScale {
        let claims = || group.list.iter().flat_map(|amount| &amount.claims);
        let values: Vec<f64> = claims()
            .flat_map(|claim| {
                claim.value.into_iter().chain(claim.range.into_iter().flat_map(|(low, high)| [low, high]))
            })
            .collect();
        match self.look {
            RowLook::Bars => ValueScale::fit_close(&mut values.iter().copied().chain([0.0])),
            RowLook::Dots { from, is_log } => {
                let log = is_log.then(|| ValueScale::fit_log(&mut values.iter().copied(), 4)).flatten();
                let from = Some(from.unwrap_or(0.0));
                log.unwrap_or_else(|| ValueScale::fit(&mut values.iter().copied(), from, 4))
            }
        }
    }

    /// The rows of a group from `y` on, and where they end.
    fn rows<'a>(&self, group: &'a Amounts, frame: &Frame, mut y: f64) -> (Vec<Row<'a>>, f64) {
        let (size, line) = (TypeSize::Small, self.text.line(TypeSize::Small));
        let room = self.width - 2.0 * self.px(SIDE_PX);
        let words_px = if frame.is_direct { (frame.plot.1 - frame.plot.0) * WORDS - self.px(GAP_PX) } else { room };
        let label_px = if frame.is_beside { frame.plot.0 - self.px(SIDE_PX + GAP_PX) } else { room };
        let mut rows = Vec::new();
        for amount in &group.list {
            let top = y;
            let label = in_lines(&self.text, &amount.label, size, label_px.max(1.0));
            let label_height = label.lines.len() as f64 * line;
            let mut at = if frame.is_beside { top } else { top + label_height + self.px(2.0) };
            let bar = self.px(if amount.claims.len() > 1 { BAR_PX.1 } else { BAR_PX.0 });
            let mut lines = Vec::new();
            for claim in &amount.claims {
                let words = in_lines(&self.text, &claim.words, size, words_px);
                let words_height = words.lines.len() as f64 * line;
                let height = if frame.is_direct { words_height.max(bar) } else { words_height + bar + self.px(3.0) };
                lines.push(Line { claim, words, top: at, height });
                at += height + self.px(3.0);
            }
            let end = (at - self.px(3.0)).max(top + if frame.is_beside { label_height } else { 0.0 });
            let spare = (self.px(ROW_PX) - (end - top)).max(self.px(8.0));
            let (inset, bottom) = (spare / 2.0, end + spare);
            lines.iter_mut().for_each(|line| line.top += inset);
            // One line stands level with its value, several begin with it.
            let first = lines.first().map_or(bar, |line| line.height);
            let label_top = match frame.is_beside {
                true if lines.len() == 1 => {
                    let height = label_height.max(first);
                    lines.iter_mut().for_each(|line| line.top = top + inset + (height - line.height) / 2.0);
                    top + inset + (height - label_height) / 2.0
                }
                _ => top + inset,
            };
            rows.push(Row { amount, label, label_top, top, bottom, lines });
            y = bottom;
        }
        (rows, y)
    }

    fn heading(&self, group: &Amounts) -> Wrapped {
        let room = (self.width - 2.0 * self.px(SIDE_PX)) / BOLD;
        in_lines(&self.text, &group.title, TypeSize::Label, room)
    }

    fn heading_px(&self, group: &Amounts) -> f64 {
        match group.title.is_empty() {
            true => 0.0,
            false => self.heading(group).lines.len() as f64 * self.text.line(TypeSize::Label) + self.px(6.0),
        }
    }

    fn axis_px(&self) -> f64 {
        if self.look == RowLook::Bars { 0.0 } else { self.px(AXIS_PX) }
    }
}

/// Draws values one below the other, and says how high the figure is. Without groups the group is empty.
pub fn row_chart(chart: &RowChart) -> (Group, f64) {
    let frame = chart.frame();
    let mut y = chart.px(TOP_PX);
    let mut tops = Vec::new();
    for group in &chart.groups {
        tops.push(y);
        y = chart.rows(group, &frame, y + chart.heading_px(group)).1 + chart.axis_px() + chart.px(GROUP_PX);
    }
    let height = (y - chart.px(GROUP_PX - TOP_PX)).ceil();
    let group = record(chart.width, height, chart.text, |ground, groups| {
        chart.groups.iter().zip(tops).try_for_each(|(group, top)| draw(chart, group, &frame, top, ground, groups))
    });
    (group, height)
}

fn draw(chart: &RowChart, group: &Amounts, frame: &Frame, top: f64, ground: &Ground, groups: &Groups) -> Drawn {
    let pen = Pen { ground, groups, text: chart.text };
    if !group.title.is_empty() {
        pen.block(&chart.heading(group).lines, (chart.px(SIDE_PX), top), (Role::Title, TypeSize::Label), HPos::Left)?;
    }
    let first = top + chart.heading_px(group);
    let (rows, end) = chart.rows(group, frame, first);
    let scale = chart.scale(group);
    let (left, right) = (frame.plot.0 + frame.reserve.0, frame.plot.1 - frame.reserve.1);
    let x_of = |value: f64| snapped(left + scale.share(value) * (right - left).max(1.0));
    // Where labels stand above values, lines do not run through them.
    let stretches: Vec<(f64, f64)> = match frame.is_beside {
        true => vec![(first, end)],
        false => rows
            .iter()
            .map(|row| (row.lines.first().map_or(row.top, |line| line.top - 1.0), row.bottom - chart.px(2.0)))
            .collect(),
    };
    if chart.look != RowLook::Bars {
        axis(&pen, &scale, &x_of, &stretches, end, frame.plot.1)?;
    }
    groups.open(Group::new(Role::Plain).toned(Tone::of_index(0)));
    for row in &rows {
        let inner = Rect::between(chart.px(SIDE_PX / 2.0), row.top, chart.width - chart.px(SIDE_PX / 2.0), row.bottom);
        pen.target(&row.amount.id, &row.amount.name, inner, || {
            row.lines.iter().try_for_each(|line| sign(chart, frame, line, row.lines.len(), &x_of, &pen))
        })?;
        let label = (Role::Label, TypeSize::Small);
        pen.block(&row.label.lines, (chart.px(SIDE_PX), row.label_top), label, HPos::Left)?;
        row.lines.iter().try_for_each(|line| words(chart, frame, line, &x_of, &pen))?;
    }
    groups.close();
    if chart.look == RowLook::Bars {
        let x = x_of(0.0);
        stretches.iter().try_for_each(|&(from, to)| pen.stroke(Role::AxisLine, [(x, from), (x, to)]))?;
    }
    Ok(())
}

/// The numbers and lines of an axis below rows.
fn axis(
    pen: &Pen,
    scale: &ValueScale,
    x_of: &dyn Fn(f64) -> f64,
    stretches: &[(f64, f64)],
    bottom: f64,
    right: f64,
) -> Drawn {
    let mut free = f64::NEG_INFINITY;
    for (at, tick) in scale.ticks().iter().enumerate() {
        let x = x_of(*tick);
        let is_ground = *tick == 0.0 || scale.is_log() && at == 0;
        let role = if is_ground { Role::AxisLine } else { Role::Grid };
        stretches.iter().try_for_each(|&(from, to)| pen.stroke(role, [(x, from), (x, to)]))?;
        let words = tick_words(*tick);
        let half = pen.text.width(&words, TypeSize::Small, false) / 2.0;
        // Numbers that would run into each other or out of the picture are left out.
        if x - half > free.max(2.0) && x + half <= right + 12.0 {
            let look = (Role::ChartText, TypeSize::Small);
            pen.write(&words, (x, bottom + 5.0 * pen.text.scale), look, (HPos::Center, VPos::Top))?;
            free = x + half + 8.0 * pen.text.scale;
        }
    }
    Ok(())
}

/// The middle of the sign of a line.
fn middle(chart: &RowChart, frame: &Frame, line: &Line, bar: f64) -> f64 {
    if frame.is_direct { line.top + line.height / 2.0 } else { line.top + line.height - bar / 2.0 - chart.px(1.0) }
}

/// Where nothing is, or the axis begins: there stands what is not stated.
fn zero(frame: &Frame, x_of: &dyn Fn(f64) -> f64) -> f64 {
    x_of(0.0).max(frame.plot.0 + frame.reserve.0)
}

/// The bar or dot of a claim.
fn sign(chart: &RowChart, frame: &Frame, line: &Line, count: usize, x_of: &dyn Fn(f64) -> f64, pen: &Pen) -> Drawn {
    let scale = chart.text.scale;
    let bar = chart.px(if count > 1 { BAR_PX.1 } else { BAR_PX.0 });
    let y = snapped(middle(chart, frame, line, bar));
    let Some(value) = line.claim.value else {
        let x = zero(frame, x_of);
        return push_missing(pen, Rect { x, y: y - bar / 2.0, width: chart.px(MISSING_PX), height: bar });
    };
    let AmountClaim { dot, arrow, range, .. } = *line.claim;
    let x = x_of(value);
    let range = range.map(|(low, high)| (x_of(low), x_of(high)));
    if chart.look != RowLook::Bars {
        pen.stroke(Role::Leader, [(zero(frame, x_of), y), (x, y)])?;
        return Sign { at: (x, y), dot, arrow, range, is_level: true, ..Sign::default() }.draw(pen.ground, scale);
    }
    let (from, to) = (x_of(0.0).min(x), x_of(0.0).max(x));
    let rect = Rect { x: from, y: y - bar / 2.0, width: (to - from).max(1.0), height: bar };
    pen.fill(bar_role(dot, arrow, range.is_some()), rect)?;
    let head = bar / 4.0;
    if let Some((low, high)) = range {
        pen.stroke(Role::Edge, [(low, y), (high, y)])?;
        for end in [low, high] {
            pen.stroke(Role::Edge, [(end, y - head), (end, y + head)])?;
        }
    }
    if let Some(arrow) = arrow {
        // An open end goes on from the bar, whichever way it goes; "at most" goes back into it.
        let way = if (arrow == Arrow::Up) == (value >= 0.0) { 1.0 } else { -1.0 };
        let tip = x + way * (chart.px(ARROW_PX) - 2.0);
        pen.stroke(Role::Edge, [(x, y - bar / 2.0), (x, y + bar / 2.0)])?;
        pen.stroke(Role::Edge, [(x, y), (tip, y)])?;
        pen.stroke(Role::Edge, [(tip - way * head, y - head), (tip, y), (tip - way * head, y + head)])?;
    }
    Ok(())
}

/// The words of a claim: beyond its end, or above it.
fn words(chart: &RowChart, frame: &Frame, line: &Line, x_of: &dyn Fn(f64) -> f64, pen: &Pen) -> Drawn {
    let height = line.words.lines.len() as f64 * chart.text.line(TypeSize::Small);
    let top = if frame.is_direct { line.top + (line.height - height) / 2.0 } else { line.top };
    let look = (Role::Label, TypeSize::Small);
    if !frame.is_direct {
        return pen.block(&line.words.lines, (chart.px(SIDE_PX), top), look, HPos::Left).map(|_| ());
    }
    let gap = chart.px(6.0);
    let (low, high) = line.claim.range.unwrap_or_default();
    let arrow = if line.claim.arrow == Some(Arrow::Up) { chart.px(ARROW_PX) } else { 0.0 };
    let dot = if chart.look == RowLook::Bars { 0.0 } else { chart.px(4.0) };
    let (x, side) = match line.claim.value {
        None => (zero(frame, x_of) + chart.px(MISSING_PX) + gap, HPos::Left),
        Some(value) if value < 0.0 => {
            let end = line.claim.range.map_or(value, |_| value.min(low));
            let arrow = if line.claim.arrow == Some(Arrow::Down) && chart.look != RowLook::Bars {
                chart.px(ARROW_PX)
            } else {
                0.0
            };
            (x_of(end) - gap - arrow - dot, HPos::Right)
        }
        Some(value) => {
            let end = line.claim.range.map_or(value, |_| value.max(high));
            (x_of(end) + gap + arrow + dot, HPos::Left)
        }
    };
    pen.block(&line.words.lines, (x, top), look, side).map(|_| ())
}
