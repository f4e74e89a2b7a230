//! The flow of a catalogue, from the top to the bottom: a spine of what is listed, and bands that enter, leave, move over to the
//! lighter regime beside it, and come back. A row is a version; its words stand beside it.
//!
//! Where no number is stated, a band has one fixed thickness and is hatched, and so is the spine: neither says how much.

mod picture;
mod ribbon;
mod river;
mod texts;

use super::{hatch::push_hatched, words::push_empty};
use crate::{
    layout::text::TextMeter,
    scene::{Group, KeyKind, Rect, Role, Scene, Shape, Tone},
};
pub use picture::{Band, Course, FlowNote, FlowPicture, FlowRow, Spine};
use ribbon::Ribbon;

const PAD_PX: f64 = 16.0;
/// The widest that the drawn part gets, and its share of the figure.
const RIVER_PX: f64 = 330.0;
const RIVER_SHARE: f64 = 0.44;
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
