//! Where rows and their words stand, which follows from the texts.

use super::{Amount, AmountClaim, Amounts, RowChart, RowLook};
use crate::{
    draw::words::{is_cut, lines as in_lines},
    layout::text::{BOLD, Wrapped},
    scale::ValueScale,
    scene::TypeSize,
};

pub(super) const SIDE_PX: f64 = 16.0;
pub(super) const TOP_PX: f64 = 6.0;
/// Height of a value, and of one among several that are claimed.
pub(super) const BAR_PX: (f64, f64) = (16.0, 10.0);
/// Least height of a row: what a finger finds.
const ROW_PX: f64 = 26.0;
/// Between the words of a row and what is beside or below them.
const GAP_PX: f64 = 10.0;
pub(super) const GROUP_PX: f64 = 16.0;
/// Room for the numbers below an axis.
const AXIS_PX: f64 = 20.0;
/// Labels stand at the left of values where the figure is as wide.
const BESIDE_PX: f64 = 440.0;
/// How much of the figure labels may take, and words of the rest.
const LABELS: f64 = 0.36;
const WORDS: f64 = 0.5;
/// Room for an arrow.
pub(super) const ARROW_PX: f64 = 18.0;
/// Width of the place of a value that is not stated.
pub(super) const MISSING_PX: f64 = 56.0;

/// A claim in its place: the top of its line, and its words.
pub(super) struct Line<'a> {
    pub claim: &'a AmountClaim,
    pub words: Wrapped,
    pub top: f64,
    pub height: f64,
}

/// A row in its place.
pub(super) struct Row<'a> {
    pub amount: &'a Amount,
    pub label: Wrapped,
    pub label_top: f64,
    pub top: f64,
    pub bottom: f64,
    pub lines: Vec<Line<'a>>,
}

/// What follows from the texts of a group.
pub(super) struct Frame {
    /// From where to where values are drawn.
    pub plot: (f64, f64),
    /// Room for words on either side of the values, inside of the plot.
    pub reserve: (f64, f64),
    pub is_beside: bool,
    /// Whether words stand beside values, not above them.
    pub is_direct: bool,
}

impl RowChart {
    pub(super) fn px(&self, px: f64) -> f64 {
        px * self.text.scale
    }

    fn claims(&self) -> impl Iterator<Item = &AmountClaim> {
        self.groups.iter().flat_map(|group| &group.list).flat_map(|amount| &amount.claims)
    }

    /// Labels at the left where there is room for them and for the words of values; else above.
    pub(super) fn frame(&self) -> Frame {
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

    pub(super) fn scale(&self, group: &Amounts) -> ValueScale {
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
    pub(super) fn rows<'a>(&self, group: &'a Amounts, frame: &Frame, mut y: f64) -> (Vec<Row<'a>>, f64) {
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

    pub(super) fn heading(&self, group: &Amounts) -> Wrapped {
        let room = (self.width - 2.0 * self.px(SIDE_PX)) / BOLD;
        in_lines(&self.text, &group.title, TypeSize::Label, room)
    }

    pub(super) fn heading_px(&self, group: &Amounts) -> f64 {
        match group.title.is_empty() {
            true => 0.0,
            false => self.heading(group).lines.len() as f64 * self.text.line(TypeSize::Label) + self.px(6.0),
        }
    }

    pub(super) fn axis_px(&self) -> f64 {
        if self.look == RowLook::Bars { 0.0 } else { self.px(AXIS_PX) }
    }
}
