//! Everything about bars over time that follows from their texts and values: what is written where, and the scale.

use super::{Standing, TowerChart, TowerDate, TowerGroup};
use crate::{
    draw::{plot::panel::tick_words, words::lines as in_lines},
    layout::text::{BOLD, Wrapped},
    scale::ValueScale,
    scene::{Rect, TypeSize},
};

pub(super) const SIDE_PX: f64 = 16.0;
pub(super) const TOP_PX: f64 = 6.0;
const PLOT_PX: f64 = 200.0;
/// Room for arrows and numbers above the highest bar.
pub(super) const HEAD_PX: f64 = 24.0;
/// How much of its place a date fills, and how wide a bar is at most.
const FILLED: f64 = 0.76;
const BAR_PX: f64 = 44.0;
/// The widest that a long number makes a bar.
const WIDEST_BAR_PX: f64 = 96.0;
/// The same of a bar that holds numbers of parts and their shares.
const SHARE_PX: f64 = 84.0;
/// Names of stacked parts stand at their right where the figure is as wide.
const NAMED_PX: f64 = 460.0;
const NAMES: f64 = 0.3;
pub(super) const LEAD_PX: f64 = 18.0;
pub(super) const NAME_GAP_PX: f64 = 4.0;
pub(super) const KEY_PX: f64 = 12.0;

/// Everything about a group that follows from its texts.
pub(super) struct Frame {
    pub title: Wrapped,
    /// Names above the plot, with their colours.
    pub keys: Vec<Wrapped>,
    /// Names at the right of the last bar.
    pub ends: Vec<Wrapped>,
    pub dates: Vec<Option<Wrapped>>,
    pub scale: ValueScale,
    pub plot: Rect,
    pub bottom: f64,
}

impl TowerChart {
    pub(super) fn px(&self, px: f64) -> f64 {
        px * self.text.scale
    }

    pub(super) fn frame(&self, group: &TowerGroup, top: f64) -> Frame {
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
                        let range = bar.range.into_iter().chain(bar.ends).flat_map(|(low, high)| [low, high]);
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
    pub(super) fn date_px(&self, group: &TowerGroup, band: f64) -> f64 {
        // A bar is as wide as its number where there is room for that.
        let words = group.dates.iter().flat_map(|date| date.bars.iter().flatten()).filter_map(|bar| bar.words.last());
        let widest = words.map(|words| self.text.width(words, TypeSize::Small, true)).fold(0.0, f64::max);
        let bar = (widest + self.px(6.0)).clamp(self.px(BAR_PX), self.px(WIDEST_BAR_PX));
        let most = match self.standing {
            Standing::Beside => bar * group.names.len() as f64,
            Standing::Stacked => bar,
            Standing::Share => self.px(SHARE_PX),
        };
        (band * FILLED).min(most).max(1.0)
    }

    pub(super) fn tick(&self, value: f64) -> String {
        if self.standing == Standing::Share { format!("{value}%") } else { tick_words(value) }
    }
}
