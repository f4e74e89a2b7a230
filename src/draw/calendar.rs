//! How much happened in which month: a row a year, a column a month, the number in each place.
//!
//! What is known by its year alone stands in a column of its own and is not spread over months.

use std::sync::Arc;

use super::words::{push_empty, push_lines};
use crate::{
    i18n::number,
    layout::text::TextMeter,
    scene::{Anchor, Group, KeyKind, Rect, Role, Scene, Shape, Tone, TypeSize},
};

/// Numbers of a year.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CalendarYear {
    /// The year; 0 is 1 BCE.
    pub year: i64,
    /// By month.
    pub months: [u32; 12],
    /// Those whose month is not stated.
    pub no_month: u32,
}

impl CalendarYear {
    /// All of the year.
    pub fn sum(&self) -> u32 {
        self.months.iter().sum::<u32>() + self.no_month
    }
}

/// The words of the calendar, in the reader's language.
pub struct CalendarText<'a> {
    /// Name of the figure.
    pub title: Arc<str>,
    /// What it shows; may be empty.
    pub description: Arc<str>,
    /// Said when there is nothing to count.
    pub empty: Arc<str>,
    /// Short names of the months.
    pub months: [Arc<str>; 12],
    /// Over the column of what has no month.
    pub no_month: Arc<str>,
    /// A year, as short as can be.
    pub year: &'a dyn Fn(i64) -> Arc<str>,
    /// Said of years in which nothing happened, from one to another.
    pub gap: &'a dyn Fn(i64, i64) -> Arc<str>,
    /// One sentence on a place, given its year, its month (from 1) and its number.
    pub place: &'a dyn Fn(i64, Option<u8>, u32) -> Arc<str>,
}

const PAD_PX: f64 = 12.0;
const CELL_PX: f64 = 28.0;
/// The least that a finger finds, and that a number has room in.
const LEAST_PX: f64 = 24.0;
const GAP_PX: f64 = 2.0;
/// Runs of at least so many years without anything are one row.
const QUIET_YEARS: i64 = 3;
/// The steps of the tint, from little to much.
const TINTS: [Role; 4] = [Role::Heat1, Role::Heat2, Role::Heat3, Role::Heat4];

/// The calendar. `years`: those with numbers, in order. Each place with a number carries its period as `data-period`.
pub fn calendar(years: &[CalendarYear], width: f64, meter: TextMeter, text: &CalendarText) -> Scene {
    let mut root = Group::new(Role::Plain).toned(Tone::of_index(0));
    let height = if years.iter().all(|year| year.sum() == 0) {
        push_empty(&mut root, &text.empty, width, &meter)
    } else {
        Drawing::new(years, width, meter, text).draw(&mut root, years)
    };
    let (title, description) = (text.title.clone(), text.description.clone());
    Scene { width, height: height.ceil(), title, description, text_scale: meter.scale, root }
}

struct Drawing<'a> {
    meter: TextMeter,
    width: f64,
    text: &'a CalendarText<'a>,
    /// Where the months begin.
    left: f64,
    cell_px: f64,
    /// Months in a line: all, or a part of them where there is little room.
    columns: usize,
    has_rest: bool,
    most: u32,
}

impl<'a> Drawing<'a> {
    fn new(years: &[CalendarYear], width: f64, meter: TextMeter, text: &'a CalendarText<'a>) -> Drawing<'a> {
        let label = |year: &CalendarYear| meter.width(&(text.year)(year.year), TypeSize::Small, true);
        let pad = (PAD_PX * meter.scale).min(width * 0.03);
        let left = pad + years.iter().map(label).fold(0.0, f64::max) + 10.0 * meter.scale;
        let has_rest = years.iter().any(|year| year.no_month > 0);
        let cell = |columns: usize| (width - left - pad) / (columns + usize::from(has_rest)) as f64;
        let most = years.iter().flat_map(|year| year.months.iter().chain([&year.no_month])).max().copied().unwrap_or(0);
        let widest = meter.width(&number(f64::from(most)), TypeSize::Small, true) + 2.0;
        let has_room = |columns: &usize| cell(*columns) >= widest.max(LEAST_PX * meter.scale);
        let columns = [12, 6, 4, 3].into_iter().find(has_room).unwrap_or(2);
        Drawing { meter, width, text, left, cell_px: cell(columns), columns, has_rest, most }
    }

    fn px(&self, px: f64) -> f64 {
        px * self.meter.scale
    }

    fn draw(&self, root: &mut Group, years: &[CalendarYear]) -> f64 {
        let mut y = self.heads(root);
        let mut last: Option<i64> = None;
        for year in years.iter().filter(|year| year.sum() > 0) {
            if let Some(last) = last {
                let quiet = year.year - last - 1;
                if quiet >= QUIET_YEARS {
                    y = self.gap(root, (last + 1, year.year - 1), y);
                } else {
                    for between in last + 1..year.year {
                        y = self.year(root, &CalendarYear { year: between, ..CalendarYear::default() }, y);
                    }
                }
            }
            y = self.year(root, year, y);
            last = Some(year.year);
        }
        y + self.px(PAD_PX) / 2.0
    }

    /// The names of the months; returns where they end.
    fn heads(&self, root: &mut Group) -> f64 {
        let (size, line) = (TypeSize::Small, self.meter.line(TypeSize::Small));
        let fits = |words: &str| self.meter.width(words, size, false) <= self.cell_px - self.px(2.0);
        let is_named = self.text.months.iter().all(|name| fits(name));
        let lines = 12 / self.columns;
        let mut head = |words: Arc<str>, column: usize, at: usize| {
            let x = self.left + (column as f64 + 0.5) * self.cell_px;
            let y = self.px(14.0) + at as f64 * line;
            root.push(Role::ChartText, Shape::Text { x, y, content: words, size, anchor: Anchor::Middle });
        };
        for (month, name) in self.text.months.iter().enumerate() {
            let words = if is_named { name.clone() } else { (month + 1).to_string().into() };
            head(words, month % self.columns, month / self.columns);
        }
        if self.has_rest {
            let words = if fits(&self.text.no_month) { self.text.no_month.clone() } else { "?".into() };
            head(words, self.columns, lines - 1);
        }
        self.px(20.0) + (lines - 1) as f64 * line
    }

    /// A year; returns where it ends.
    fn year(&self, root: &mut Group, year: &CalendarYear, y: f64) -> f64 {
        let (height, lines) = (self.px(CELL_PX), 12 / self.columns);
        let (size, anchor) = (TypeSize::Small, Anchor::End);
        let place = Shape::Text {
            x: self.left - self.px(8.0),
            y: y + height / 2.0 + self.px(4.2),
            content: (self.text.year)(year.year),
            size,
            anchor,
        };
        root.push(Role::Title, place);
        for (at, &count) in year.months.iter().enumerate() {
            let (column, line) = (at % self.columns, at / self.columns);
            let rect = Rect {
                x: self.left + column as f64 * self.cell_px,
                y: y + line as f64 * height,
                width: self.cell_px,
                height,
            };
            self.place(root, (year.year, Some(at as u8 + 1)), count, rect);
        }
        if self.has_rest {
            let x = self.left + self.columns as f64 * self.cell_px;
            let rect = Rect { x, y, width: self.cell_px, height: height * lines as f64 };
            self.place(root, (year.year, None), year.no_month, rect);
        }
        y + height * lines as f64 + if lines > 1 { self.px(6.0) } else { 0.0 }
    }

    /// A month, or the rest of a year.
    fn place(&self, root: &mut Group, (year, month): (i64, Option<u8>), count: u32, rect: Rect) {
        let gap = self.px(GAP_PX) / 2.0;
        let inner = Rect::between(rect.x + gap, rect.y + gap, rect.right() - gap, rect.bottom() - gap);
        let middle = (rect.x + rect.width / 2.0, rect.y + rect.height / 2.0);
        if count == 0 {
            // Nothing is recorded here: a speck, so that the place is seen.
            if month.is_some() {
                let half = self.px(1.0);
                let speck = Rect::between(middle.0 - half, middle.1 - half, middle.0 + half, middle.1 + half);
                root.push(Role::Speck, speck.shape(half));
            }
            return;
        }
        let iso = super::activity::iso_year(year);
        let id = month.map_or_else(|| iso.clone(), |month| format!("{iso}-{month:02}"));
        let name = (self.text.place)(year, month, count);
        let mut group = Group::new(Role::Item).target(KeyKind::Period, id.into(), name);
        group.push(Role::Hit, rect.shape(3.0));
        let tint = (count as usize * TINTS.len()).div_ceil(self.most.max(1) as usize).clamp(1, TINTS.len()) - 1;
        match month {
            Some(_) => group.push(TINTS[tint], inner.shape(2.0)),
            // Known by the year alone: an open place, as it is no month.
            None => group.push(Role::ChartMissing, inner.shape(2.0)),
        }
        let (content, size): (Arc<str>, _) = (number(f64::from(count)).into(), TypeSize::Small);
        if self.meter.width(&content, size, true) <= rect.width - 1.0 {
            let (x, y, anchor) = (middle.0, middle.1 + self.px(4.2), Anchor::Middle);
            group.push(Role::ChipText, Shape::Text { x, y, content, size, anchor });
        }
        root.add(group);
    }

    /// Years without anything; returns where they end.
    fn gap(&self, root: &mut Group, (from, to): (i64, i64), y: f64) -> f64 {
        let words = (self.text.gap)(from, to);
        let (x1, x2) = (self.left, self.width - self.px(PAD_PX).min(self.width * 0.03));
        let style = (Role::ChartText, TypeSize::Small);
        let end =
            push_lines(root, &self.meter, style, &words, (x1 + self.px(4.0), y + self.px(5.0)), x2 - x1 - self.px(4.0));
        end + self.px(7.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scene::focus::stops;

    #[test]
    fn every_place_with_a_number_is_reached_and_quiet_years_are_one_row() {
        let mut first = CalendarYear { year: 2001, no_month: 2, ..CalendarYear::default() };
        first.months[11] = 3;
        let mut last = CalendarYear { year: 2010, ..CalendarYear::default() };
        last.months[0] = 1;
        let text = CalendarText {
            title: "".into(),
            description: "".into(),
            empty: "".into(),
            months: std::array::from_fn(|month| format!("M{}", month + 1).into()),
            no_month: "no month".into(),
            year: &|year| year.to_string().into(),
            gap: &|from, to| format!("{from} to {to}: nothing").into(),
            place: &|year, month, count| format!("{year} {month:?} {count}").into(),
        };
        for width in [200.0, 360.0, 1_000.0] {
            let scene = calendar(&[first.clone(), last.clone()], width, TextMeter::default(), &text);
            let stops = stops(&scene);
            let mut ids: Vec<&str> = stops.iter().map(|stop| &*stop.key.id).collect();
            ids.sort_unstable();
            assert_eq!(ids, ["2001", "2001-12", "2010-01"], "{width}");
            assert!(stops.iter().all(|stop| stop.bounds.right() <= width && stop.bounds.bottom() <= scene.height));
        }
    }
}
