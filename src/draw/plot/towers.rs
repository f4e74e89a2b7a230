//! Bars over time: upright, from zero, at each date side by side, one on the other, or as shares of their sum.

use std::sync::Arc;

use plotters::style::text_anchor::{HPos, VPos};

use super::{
    marks::Pen,
    panel::{record, tick_words},
    recorder::Groups,
    signs::{Arrow, Dot, Drawn, Ground, bar_role, push_missing, snapped},
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

/// One bar, or one part of a bar.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Tower {
    /// Its id.
    pub id: Arc<str>,
    /// Its accessible name.
    pub name: Arc<str>,
    /// Words for in or above it, the longest first; those that fit are written.
    pub words: Vec<Arc<str>>,
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

/// The bars of one date.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TowerDate {
    /// The date in words.
    pub label: Arc<str>,
    /// What shares are shares of, in words.
    pub whole_words: Arc<str>,
    /// What shares are shares of; `None` where it is not known, so that there are no shares.
    pub whole: Option<f64>,
    /// A bar for each series; `None` where it has no value.
    pub bars: Vec<Option<Tower>>,
}

/// Series of one unit.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TowerGroup {
    /// What is measured: the only series, or the unit.
    pub title: Arc<str>,
    /// The names of the series.
    pub names: Vec<Arc<str>>,
    /// The dates, in order.
    pub dates: Vec<TowerDate>,
}

/// How the bars of a date stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Standing {
    #[default]
    Beside,
    Stacked,
    Share,
}

/// What bars over time are drawn from.
#[derive(Clone, Debug, PartialEq)]
pub struct TowerChart {
    /// Width of the figure.
    pub width: f64,
    /// How wide text is.
    pub text: TextMeter,
    /// How the bars of a date stand.
    pub standing: Standing,
    /// The series by unit.
    pub groups: Vec<TowerGroup>,
}

const SIDE_PX: f64 = 16.0;
const TOP_PX: f64 = 6.0;
const PLOT_PX: f64 = 200.0;
/// Room for arrows and numbers above the highest bar.
const HEAD_PX: f64 = 24.0;
const GROUP_PX: f64 = 20.0;
/// How much of its place a date fills, and how wide a bar is at most.
const FILLED: f64 = 0.76;
const BAR_PX: f64 = 44.0;
/// The same of a bar that holds numbers of parts and their shares.
const SHARE_PX: f64 = 84.0;
/// Names of stacked parts stand at their right where the figure is as wide.
const NAMED_PX: f64 = 460.0;
const NAMES: f64 = 0.3;
const LEAD_PX: f64 = 18.0;
const NAME_GAP_PX: f64 = 4.0;
const KEY_PX: f64 = 12.0;

/// Everything about a group that follows from its texts.
struct Frame {
    title: Wrapped,
    /// Names above the plot, with their colours.
    keys: Vec<Wrapped>,
    /// Names at the right of the last bar.
    ends: Vec<Wrapped>,
    dates: Vec<Option<Wrapped>>,
    scale: ValueScale,
    plot: Rect,
    bottom: f64,
}

impl TowerChart {
    fn px(&self, px: f64) -> f64 {
        px * self.text.scale
    }

    fn frame(&self, group: &TowerGroup, top: f64) -> Frame {
        let (size, line) = (TypeSize::Small, self.text.line(TypeSize::Small));
        let room = self.width - 2.0 * self.px(SIDE_PX);
        let title = in_lines(&self.text, &group.title, TypeSize::Label, room / BOLD);
        let is_named = self.standing != Standing::Beside && self.width >= self.px(NAMED_PX);
        let named = |px: f64| group.names.iter().map(|name| in_lines(&self.text, name, size, px)).collect::<Vec<_>>();
        let (keys, ends) = match group.names.len() {
            0 | 1 => (Vec::new(), Vec::new()),
            _ if is_named => (Vec::new(), named(self.width * NAMES)),
            _ => (named(room - self.px(KEY_PX + 6.0)), Vec::new()),
        };
        let scale = self.scale(group);
        let numbers = scale.ticks().iter().map(|tick| self.text.width(&self.tick(*tick), size, false));
        let left = (self.px(SIDE_PX) + numbers.fold(0.0, f64::max) + self.px(8.0)).ceil();
        let ends_px = ends.iter().map(|end| end.width).reduce(f64::max).map_or(0.0, |widest| widest + self.px(LEAD_PX));
        let right = (self.width - self.px(SIDE_PX) - ends_px).floor().max(left + 8.0);
        let heights =
            |all: &[Wrapped]| all.iter().map(|one| one.lines.len() as f64 * line + self.px(NAME_GAP_PX)).sum::<f64>();
        let title_px = title.lines.len() as f64 * self.text.line(TypeSize::Label) + self.px(8.0);
        let plot_top = top + title_px + heights(&keys) + self.px(HEAD_PX);
        let plot = Rect::between(left, plot_top, right, plot_top + self.px(PLOT_PX).max(heights(&ends)));
        let dates = self.dates(group, plot);
        let most = dates.iter().flatten().map(|label| label.lines.len()).max().unwrap_or(1);
        let bottom = plot.bottom() + self.px(8.0) + most as f64 * line;
        Frame { title, keys, ends, dates, scale, plot, bottom }
    }

    /// The dates that are written: as many as there is room for, counted from the last.
    fn dates(&self, group: &TowerGroup, plot: Rect) -> Vec<Option<Wrapped>> {
        let (size, gap) = (TypeSize::Small, self.px(8.0));
        let band = plot.width / group.dates.len().max(1) as f64;
        let widest = group.dates.iter().map(|date| self.text.width(&date.label, size, false)).fold(0.0, f64::max);
        // A date may reach as far to the right of its bar as the figure does, but not further than its neighbour.
        let wrapped = widest.min((band - gap).max(self.px(64.0)));
        let step = ((wrapped + gap) / band).ceil().max(1.0) as usize;
        let last = group.dates.len().saturating_sub(1);
        let written = |(at, date): (usize, &TowerDate)| {
            let middle = plot.x + (at as f64 + 0.5) * band;
            let label = in_lines(&self.text, &date.label, size, wrapped.max(1.0));
            let fits = middle - label.width / 2.0 >= 0.0 && middle + label.width / 2.0 <= self.width;
            ((last - at).is_multiple_of(step) && fits).then_some(label)
        };
        group.dates.iter().enumerate().map(written).collect()
    }

    fn scale(&self, group: &TowerGroup) -> ValueScale {
        if self.standing == Standing::Share {
            return ValueScale::fit(&mut [0.0, 100.0].into_iter(), None, 5);
        }
        let bars = |date: &TowerDate| date.bars.iter().flatten().cloned().collect::<Vec<_>>();
        let ends = |date: &TowerDate| -> Vec<f64> {
            let bars = bars(date);
            match self.standing {
                Standing::Beside => bars
                    .iter()
                    .flat_map(|bar| {
                        let range = bar.range.into_iter().flat_map(|(low, high)| [low, high]);
                        range.chain([bar.value]).chain(bar.rivals.iter().copied()).collect::<Vec<_>>()
                    })
                    .collect(),
                _ => [f64::max, f64::min]
                    .map(|side: fn(f64, f64) -> f64| bars.iter().map(|bar| side(bar.value, 0.0)).sum())
                    .into(),
            }
        };
        let all: Vec<f64> = group.dates.iter().flat_map(ends).collect();
        ValueScale::fit(&mut all.into_iter(), Some(0.0), 5)
    }

    /// How wide the bars of a date are together.
    fn date_px(&self, group: &TowerGroup, band: f64) -> f64 {
        let most = match self.standing {
            Standing::Beside => self.px(BAR_PX) * group.names.len() as f64,
            Standing::Stacked => self.px(BAR_PX),
            Standing::Share => self.px(SHARE_PX),
        };
        (band * FILLED).min(most).max(1.0)
    }

    fn tick(&self, value: f64) -> String {
        if self.standing == Standing::Share { format!("{value}%") } else { tick_words(value) }
    }
}

/// Draws bars over time, and says how high the figure is. Without groups the group is empty.
pub fn tower_chart(chart: &TowerChart) -> (Group, f64) {
    let mut y = chart.px(TOP_PX);
    let mut frames = Vec::new();
    for group in &chart.groups {
        let frame = chart.frame(group, y);
        y = frame.bottom + chart.px(GROUP_PX);
        frames.push((group, frame));
    }
    let height = (y - chart.px(GROUP_PX - TOP_PX)).ceil();
    let group = record(chart.width, height, chart.text, |ground, groups| {
        let mut top = chart.px(TOP_PX);
        frames.iter().try_for_each(|(group, frame)| {
            let drawn = draw(chart, group, frame, top, ground, groups);
            top = frame.bottom + chart.px(GROUP_PX);
            drawn
        })
    });
    (group, height)
}

fn draw(chart: &TowerChart, group: &TowerGroup, frame: &Frame, top: f64, ground: &Ground, groups: &Groups) -> Drawn {
    let pen = Pen { ground, groups, text: chart.text };
    let (side, plot, small) = (chart.px(SIDE_PX), frame.plot, TypeSize::Small);
    let mut y = pen.block(&frame.title.lines, (side, top), (Role::Title, TypeSize::Label), HPos::Left)? + chart.px(8.0);
    // From top to bottom as the parts stand.
    let mut keys: Vec<(usize, &Wrapped)> = frame.keys.iter().enumerate().collect();
    if chart.standing != Standing::Beside {
        keys.reverse();
    }
    for (at, key) in keys {
        groups.open(Group::new(Role::Plain).toned(Tone::of_index(at)));
        let swatch = chart.px(KEY_PX - 2.0);
        let middle = y + chart.text.line(small) / 2.0;
        pen.fill(Role::ChartFill, Rect { x: side, y: middle - swatch / 2.0, width: swatch, height: swatch })?;
        groups.close();
        y = pen.block(&key.lines, (side + chart.px(KEY_PX + 6.0), y), (Role::Label, small), HPos::Left)?;
        y += chart.px(NAME_GAP_PX);
    }
    let y_of = |value: f64| snapped(plot.bottom() - frame.scale.share(value) * plot.height);
    for tick in frame.scale.ticks() {
        let y = y_of(*tick);
        if *tick != 0.0 {
            pen.stroke(Role::Grid, [(plot.x, y), (plot.right(), y)])?;
        }
        let place = (plot.x - chart.px(8.0), y);
        pen.write(&chart.tick(*tick), place, (Role::ChartText, small), (HPos::Right, VPos::Center))?;
    }
    let band = plot.width / group.dates.len().max(1) as f64;
    for (at, (date, label)) in group.dates.iter().zip(&frame.dates).enumerate() {
        let middle = plot.x + (at as f64 + 0.5) * band;
        let width = chart.date_px(group, band);
        let place = Place { chart, pen: &pen, frame, y_of: &y_of, left: middle - width / 2.0, width, band };
        match chart.standing {
            Standing::Beside => place.beside(date)?,
            Standing::Stacked => place.stacked(date)?,
            Standing::Share => place.shares(date)?,
        }
        if let Some(label) = label {
            let look = (Role::ChartText, small);
            pen.block(&label.lines, (middle, plot.bottom() + chart.px(6.0)), look, HPos::Center)?;
        }
    }
    let ground_y = y_of(0.0);
    pen.stroke(Role::AxisLine, [(plot.x, ground_y), (plot.right(), ground_y)])?;
    ends(chart, group, frame, &y_of, &pen)
}

/// The place of a date.
struct Place<'a> {
    chart: &'a TowerChart,
    pen: &'a Pen<'a>,
    frame: &'a Frame,
    y_of: &'a dyn Fn(f64) -> f64,
    left: f64,
    width: f64,
    band: f64,
}

impl Place<'_> {
    fn px(&self, px: f64) -> f64 {
        self.chart.px(px)
    }

    /// Bars side by side, and within a bar what several sources say.
    fn beside(&self, date: &TowerDate) -> Drawn {
        let slot = self.width / date.bars.len().max(1) as f64;
        let (ground, plot) = ((self.y_of)(0.0), self.frame.plot);
        for (at, bar) in date.bars.iter().enumerate() {
            let left = self.left + at as f64 * slot;
            let gap = if slot > 6.0 { 1.0 } else { 0.0 };
            self.pen.groups.open(Group::new(Role::Plain).toned(Tone::of_index(at)));
            match bar {
                None => self.missing(Rect { x: left + gap, y: ground, width: slot - 2.0 * gap, height: 0.0 })?,
                Some(bar) => {
                    let hit = Rect { x: left, y: plot.y - self.px(HEAD_PX / 2.0), width: slot, height: 0.0 };
                    let hit = Rect { height: plot.bottom() - hit.y, ..hit };
                    self.pen.target(&bar.id, &bar.name, hit, || {
                        let all: Vec<f64> = std::iter::once(bar.value).chain(bar.rivals.iter().copied()).collect();
                        let width = (slot - 2.0 * gap) / all.len() as f64;
                        for (at, value) in all.iter().enumerate() {
                            let x = left + gap + at as f64 * width;
                            let inner = if at > 0 { Tower::default() } else { bar.clone() };
                            let bar = Tower { value: *value, dot: bar.dot, ..inner };
                            self.tower(&bar, Rect { x, y: 0.0, width: (width - 0.5 * gap).max(0.5), height: 0.0 })?;
                        }
                        Ok(())
                    })?;
                    self.above(bar, left + slot / 2.0, if date.bars.len() > 1 { slot } else { self.band })?;
                }
            }
            self.pen.groups.close();
        }
        Ok(())
    }

    /// A bar from zero, with its signs. Of the rectangle only left and width count.
    fn tower(&self, bar: &Tower, Rect { x, width, .. }: Rect) -> Drawn {
        let (ground, end) = ((self.y_of)(0.0), (self.y_of)(bar.value));
        let rect = Rect::between(x, ground.min(end), x + width, ground.max(end).max(ground.min(end) + 1.0));
        self.pen.fill(bar_role(bar.dot, bar.arrow, bar.range.is_some()), rect)?;
        let (middle, head) = (snapped(x + width / 2.0), (width / 4.0).min(self.px(4.0)));
        if let Some((low, high)) = bar.range.map(|(low, high)| ((self.y_of)(low), (self.y_of)(high))) {
            self.pen.stroke(Role::Edge, [(middle, low), (middle, high)])?;
            for end in [low, high] {
                self.pen.stroke(Role::Edge, [(middle - head, end), (middle + head, end)])?;
            }
        }
        if let Some(arrow) = bar.arrow {
            let way = if arrow == Arrow::Up { -1.0 } else { 1.0 };
            let tip = end + way * self.px(12.0);
            self.pen.stroke(Role::Edge, [(x, end), (x + width, end)])?;
            self.pen.stroke(Role::Edge, [(middle, end), (middle, tip)])?;
            let back = tip - way * head;
            self.pen.stroke(Role::Edge, [(middle - head, back), (middle, tip), (middle + head, back)])?;
        }
        Ok(())
    }

    /// The words of a bar beyond its end, where they have room.
    fn above(&self, bar: &Tower, middle: f64, room: f64) -> Drawn {
        let size = TypeSize::Small;
        let fits = |words: &&Arc<str>| self.chart.text.width(words, size, false) + self.px(4.0) <= room;
        let Some(words) = bar.words.iter().find(fits) else { return Ok(()) };
        let up = if bar.arrow == Some(Arrow::Up) { self.px(12.0) } else { 0.0 };
        let highest = bar.rivals.iter().copied().chain(bar.range.map(|(_, high)| high)).fold(bar.value, f64::max);
        let lowest = bar.rivals.iter().copied().chain(bar.range.map(|(low, _)| low)).fold(bar.value, f64::min);
        let half = self.chart.text.line(size) / 2.0 + self.px(1.0);
        let y = match bar.value < 0.0 {
            true => (self.y_of)(lowest) + half,
            false => (self.y_of)(highest) - half - up,
        };
        // Words below a bar that ends at the foot of the plot would stand on the dates.
        if y + half > self.frame.plot.bottom() + self.px(2.0) {
            return Ok(());
        }
        self.pen.write(words, (middle, y), (Role::Label, size), (HPos::Center, VPos::Center))
    }

    /// The place of a value that is not stated, on the ground.
    fn missing(&self, place: Rect) -> Drawn {
        let height = self.px(14.0);
        push_missing(self.pen, Rect { y: place.y - height, height, width: place.width.max(1.0), ..place })
    }

    /// Parts one on the other; those below zero hang below it.
    fn stacked(&self, date: &TowerDate) -> Drawn {
        let (mut above, mut below) = (0.0, 0.0);
        let mut gaps = 0;
        for (at, bar) in date.bars.iter().enumerate() {
            let Some(bar) = bar else {
                gaps += 1;
                continue;
            };
            let base = if bar.value < 0.0 { &mut below } else { &mut above };
            let (from, to) = ((self.y_of)(*base), (self.y_of)(*base + bar.value));
            *base += bar.value;
            let part = Rect::between(self.left, from.min(to), self.left + self.width, from.max(to));
            self.part(at, bar, part, false)?;
        }
        for gap in 0..gaps {
            let top = (self.y_of)(above) - f64::from(gap) * self.px(15.0);
            self.missing(Rect { x: self.left, y: top, width: self.width, height: 0.0 })?;
        }
        Ok(())
    }

    /// Parts as shares of the whole; where that is not known, their numbers on a hatched ground.
    fn shares(&self, date: &TowerDate) -> Drawn {
        let plot = self.frame.plot;
        let whole = Rect { x: self.left, width: self.width, ..plot };
        let mut y = plot.bottom();
        if date.whole.is_none() {
            push_missing(self.pen, whole)?;
        }
        let count = date.bars.iter().flatten().count().max(1) as f64;
        for (at, bar) in date.bars.iter().enumerate() {
            let Some(bar) = bar else { continue };
            let height = match date.whole {
                Some(whole) => bar.value / whole * plot.height,
                None => plot.height / count,
            };
            let part = Rect { x: self.left, y: y - height, width: self.width, height };
            y -= height;
            self.part(at, bar, part, date.whole.is_none())?;
        }
        let (size, middle) = (TypeSize::Small, self.left + self.width / 2.0);
        if self.chart.text.width(&date.whole_words, size, false) + self.px(4.0) <= self.band {
            let place = (middle, plot.y - self.px(10.0));
            self.pen.write(&date.whole_words, place, (Role::ChartText, size), (HPos::Center, VPos::Center))?;
        }
        Ok(())
    }

    /// A part of a bar with the words that fit in it.
    fn part(&self, at: usize, bar: &Tower, part: Rect, is_unknown: bool) -> Drawn {
        self.pen.groups.open(Group::new(Role::Plain).toned(Tone::of_index(at)));
        let role = bar_role(bar.dot, bar.arrow, bar.range.is_some());
        self.pen.target(&bar.id, &bar.name, part, || {
            // A line of the ground keeps parts of like colours apart.
            let inner = Rect { height: (part.height - if part.height > 4.0 { 1.0 } else { 0.0 }).max(0.5), ..part };
            if is_unknown { Ok(()) } else { self.pen.fill(role, inner) }
        })?;
        self.pen.groups.close();
        let (size, line) = (TypeSize::Small, self.chart.text.line(TypeSize::Small));
        let fits = |words: &&Arc<str>| self.chart.text.width(words, size, true) + self.px(6.0) <= self.width;
        if let Some(words) = bar.words.iter().find(fits).filter(|_| part.height >= line) {
            let is_filled = !is_unknown && role == Role::ChartFill;
            let look = (if is_filled { Role::OnTone } else { Role::Label }, size);
            let place = (self.left + self.width / 2.0, part.y + part.height / 2.0);
            self.pen.write(words, place, look, (HPos::Center, VPos::Center))?;
        }
        Ok(())
    }
}

/// The names of stacked parts at the right of the last date, kept apart.
fn ends(chart: &TowerChart, group: &TowerGroup, frame: &Frame, y_of: &dyn Fn(f64) -> f64, pen: &Pen) -> Drawn {
    let Some(last) = group.dates.last().filter(|_| !frame.ends.is_empty()) else { return Ok(()) };
    let plot = frame.plot;
    let band = plot.width / group.dates.len() as f64;
    let edge = plot.right() - band / 2.0 + chart.date_px(group, band) / 2.0;
    let (mut above, mut below) = (0.0, 0.0);
    let of = |value: f64| match (chart.standing, last.whole) {
        (Standing::Share, Some(whole)) => value / whole * 100.0,
        (Standing::Share, None) => 100.0 / last.bars.iter().flatten().count().max(1) as f64,
        _ => value,
    };
    let middles: Vec<f64> = last
        .bars
        .iter()
        .map(|bar| {
            let Some(bar) = bar else { return y_of(above) };
            let base = if bar.value < 0.0 { &mut below } else { &mut above };
            let middle = y_of(*base + of(bar.value) / 2.0);
            *base += of(bar.value);
            middle
        })
        .collect();
    let line = chart.text.line(TypeSize::Small);
    let height = |end: &Wrapped| end.lines.len() as f64 * line;
    let wanted: Vec<_> =
        middles.iter().zip(&frame.ends).map(|(middle, end)| (*middle, height(end) + chart.px(NAME_GAP_PX))).collect();
    let x = plot.right() + chart.px(LEAD_PX);
    for (at, ((end, from), to)) in
        frame.ends.iter().zip(&middles).zip(spread(&wanted, plot.y, plot.bottom())).enumerate()
    {
        pen.groups.open(Group::new(Role::Plain).toned(Tone::of_index(at)));
        let elbow = (plot.right() + chart.px(3.0), *from);
        pen.stroke(Role::Leader, [(edge + 2.0, *from), elbow, (x - chart.px(3.0), to)])?;
        pen.groups.close();
        pen.block(&end.lines, (x, to - height(end) / 2.0), (Role::Label, TypeSize::Small), HPos::Left)?;
    }
    Ok(())
}
