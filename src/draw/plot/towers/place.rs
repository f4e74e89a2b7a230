//! The bars of one date in their place.

use std::sync::Arc;

use plotters::style::text_anchor::{HPos, VPos};

use super::{
    Tower, TowerChart, TowerDate,
    frame::{Frame, HEAD_PX},
};
use crate::{
    draw::plot::{
        marks::Pen,
        signs::{Arrow, Dot, Drawn, bar_role, push_missing, snapped},
    },
    scene::{Group, Rect, Role, Tone, TypeSize},
};

/// The place of a date.
pub(super) struct Place<'a> {
    pub chart: &'a TowerChart,
    pub pen: &'a Pen<'a>,
    pub frame: &'a Frame,
    pub y_of: &'a dyn Fn(f64) -> f64,
    pub left: f64,
    pub width: f64,
    pub band: f64,
}

impl Place<'_> {
    fn px(&self, px: f64) -> f64 {
        self.chart.px(px)
    }

    /// Bars side by side, and within a bar what several sources say.
    pub fn beside(&self, date: &TowerDate) -> Drawn {
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
        let ground = (self.y_of)(0.0);
        if let Some(ends) = bar.ends {
            return self.several(bar.dot, ends, Rect { x, y: ground, width, height: 0.0 });
        }
        let end = (self.y_of)(bar.value);
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

    /// A bar for several values: firm as far as all of them go, soft from the lowest to the highest. `foot`: its place on the
    /// ground.
    fn several(&self, dot: Dot, (low, high): (f64, f64), foot: Rect) -> Drawn {
        let least = if low > 0.0 { low } else { high.min(0.0) };
        let part = |from: f64, to: f64| {
            let (top, bottom) = ((self.y_of)(from.max(to)), (self.y_of)(from.min(to)));
            Rect { y: top, height: (bottom - top).max(1.0), ..foot }
        };
        if least != 0.0 {
            self.pen.fill(Role::ChartFill, part(0.0, least))?;
        }
        let soft = match dot {
            Dot::Disputed => Role::BarUncertain,
            Dot::Apart => Role::ChartDotApart,
            Dot::Exact | Dot::About => Role::Within,
        };
        self.pen.fill(soft, part(low, high))
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
    pub fn stacked(&self, date: &TowerDate) -> Drawn {
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
    pub fn shares(&self, date: &TowerDate) -> Drawn {
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
