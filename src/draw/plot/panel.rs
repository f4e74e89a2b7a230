//! A panel: a stretch of time by a scale of values, with the lines of one or several series in it.

use std::sync::Arc;

use plotters::style::text_anchor::{HPos, VPos};

use super::{
    marks::{Pen, Signs, ValueMark},
    recorder::Groups,
    signs::{Drawn, Ground, snapped},
};
use crate::{
    i18n::number,
    layout::text::TextMeter,
    scale::{Span, ValueScale, ticks::LABEL_INSET},
    scene::{Group, Rect, Role, Tone, TypeSize},
};

/// The values of one series, joined by straight lines.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// What is measured.
    pub name: Arc<str>,
    /// Its last value in words, beside its name.
    pub last: Arc<str>,
    /// Its colour.
    pub tone: Tone,
    /// Its values, in order of date.
    pub marks: Vec<ValueMark>,
}

/// Where a panel is, and what its axes show. All days lie in `domain`.
pub(super) struct Panel<'a> {
    pub plot: Rect,
    pub scale: &'a ValueScale,
    pub domain: Span,
    /// Years on the time axis: where they begin, and what they are called.
    pub years: &'a [(f64, Arc<str>)],
}

/// A number on a value axis: as short as can be, for long ones with a power of ten.
pub(super) fn tick_words(value: f64) -> String {
    const SHORT: f64 = 1e7;
    const DIGITS: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];
    if value.abs() < SHORT {
        return number(value);
    }
    // A power of ten stands alone, what lies between is so many millions, billions and so on.
    let exponent = value.abs().log10();
    let is_power = (exponent - exponent.round()).abs() < 1e-9;
    let power = if is_power { exponent.round() } else { (exponent / 3.0).floor() * 3.0 };
    let count = if is_power { value.signum() } else { value / 10_f64.powi(power as i32) };
    let digits = number(power)
        .chars()
        .filter_map(|digit| digit.to_digit(10))
        .map(|digit| DIGITS[digit as usize])
        .collect::<String>();
    if count == 1.0 { format!("10{digits}") } else { format!("{}×10{digits}", number(count)) }
}

/// The widest number on a value axis.
pub(super) fn widest_tick(scale: &ValueScale, text: TextMeter) -> f64 {
    scale.ticks().iter().map(|tick| text.width(&tick_words(*tick), TypeSize::Small, false)).fold(0.0, f64::max)
}

/// A scale that holds all values of these marks.
pub(super) fn scale_of(
    marks: &mut dyn Iterator<Item = &ValueMark>,
    from: Option<f64>,
    is_log: bool,
    most: u32,
) -> ValueScale {
    let values: Vec<f64> = marks
        .flat_map(|mark| {
            let range = mark.range.into_iter().flat_map(|(low, high)| [low, high]);
            let bin = mark.bin.iter().flat_map(|bin| [bin.ends.0, bin.ends.1]);
            range.chain(bin).chain([mark.value]).chain(mark.beside.iter().map(|&(_, value)| value))
        })
        .collect();
    let log = is_log.then(|| ValueScale::fit_log(&mut values.iter().copied(), most)).flatten();
    log.unwrap_or_else(|| ValueScale::fit(&mut values.iter().copied(), Some(from.unwrap_or(0.0)), most))
}

impl Panel<'_> {
    /// Where a day and a value are.
    pub fn place(&self, day: f64, value: f64) -> (f64, f64) {
        let Rect { x, width, height, .. } = self.plot;
        let along = (day - self.domain.start) / self.domain.days();
        (snapped(x + along * width), snapped(self.plot.bottom() - self.scale.share(value) * height))
    }

    /// The lines behind the values, with numbers to the left of them where `numbered`.
    pub fn grid(&self, pen: &Pen, numbered: bool) -> Drawn {
        let (left, right) = (self.plot.x, self.plot.right());
        for (day, _) in self.years {
            let x = self.place(*day, 0.0).0;
            pen.stroke(Role::Grid, [(x, self.plot.y), (x, self.plot.bottom())])?;
        }
        let first = self.scale.ticks().first();
        for tick in self.scale.ticks() {
            let y = self.place(self.domain.start, *tick).1;
            let is_ground = *tick == 0.0 && !self.scale.is_log() || self.scale.is_log() && first == Some(tick);
            pen.stroke(if is_ground { Role::AxisLine } else { Role::Grid }, [(left, y), (right, y)])?;
            if numbered {
                let place = (left - 8.0 * pen.text.scale, y);
                pen.write(&tick_words(*tick), place, (Role::ChartText, TypeSize::Small), (HPos::Right, VPos::Center))?;
            }
        }
        Ok(())
    }

    /// The years below the values, up to `end`.
    pub fn years(&self, pen: &Pen, end: f64) -> Drawn {
        for (day, label) in self.years {
            let x = self.place(*day, 0.0).0 + LABEL_INSET;
            if x + pen.text.width(label, TypeSize::Small, false) <= end {
                let place = (x, self.plot.bottom() + 6.0 * pen.text.scale);
                pen.write(label, place, (Role::ChartText, TypeSize::Small), (HPos::Left, VPos::Top))?;
            }
        }
        Ok(())
    }

    /// A series: the lines between its values, and the values as something to reach. Returns where they stand.
    pub fn line(&self, pen: &Pen, groups: &Groups, line: &Line) -> Result<Vec<Signs>, super::signs::Failure> {
        let signs: Vec<Signs> =
            line.marks.iter().map(|mark| Signs::of(mark, &|day, value| self.place(day, value))).collect();
        groups.open(Group::new(Role::Plain).toned(line.tone));
        let joined = line.marks.iter().zip(&signs).filter(|(mark, _)| mark.joined).flat_map(|(_, signs)| signs.path());
        pen.stroke(Role::ChartLine, joined.copied())?;
        pen.marks(&line.marks, &signs, None)?;
        groups.close();
        Ok(signs)
    }
}

/// Draws into a recorder of this size; an empty group where that fails.
pub(super) fn record(width: f64, height: f64, text: TextMeter, draw: impl FnOnce(&Ground, &Groups) -> Drawn) -> Group {
    use plotters::drawing::IntoDrawingArea;
    let (recorder, groups) = super::recorder::Recorder::new(width, height, text);
    match draw(&recorder.into_drawing_area(), &groups) {
        Ok(()) => groups.finish(),
        Err(_) => Group::default(),
    }
}
