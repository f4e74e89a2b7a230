//! What shapes, colours and edges mean, as a row of samples.

use std::sync::Arc;

use super::{glyph::push_glyph, timeline::sample_bar};
use crate::{
    layout::{
        text::TextMeter,
        timeline::{Certainty, Extent, Glyph},
    },
    scene::{Anchor, Group, Rect, Role, Scene, Shape, Tone, TypeSize},
};

/// What a sample shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sample {
    /// The colour of a track, from 0.
    Track(usize),
    /// The shape of a sort of item.
    Glyph(Glyph),
    /// A planned item.
    Planned,
    /// An item whose date is doubtful.
    Uncertain,
    /// An item known by its month or year.
    Within,
    /// An item that lasts, with this end.
    Ends(Certainty),
}

/// Width of a sample.
const SAMPLE_PX: f64 = 30.0;
const ROW_PX: f64 = 26.0;
const GAP_PX: f64 = 20.0;

/// The samples with their meanings, in rows as wide as the figure.
pub fn legend(entries: &[(Sample, Arc<str>)], width: f64, meter: TextMeter, title: Arc<str>) -> Scene {
    let scale = meter.scale;
    let mut root = Group::new(Role::Plain);
    let (mut x, mut y) = (0.0, 0.0);
    for (sample, words) in entries {
        let sample_px = match sample {
            Sample::Track(_) | Sample::Glyph(_) | Sample::Planned => 12.0,
            Sample::Uncertain => 20.0,
            Sample::Within | Sample::Ends(_) => SAMPLE_PX,
        } * scale;
        let text_px = meter.width(words, TypeSize::Small, false);
        let entry_px = sample_px + 6.0 * scale + text_px;
        if x > 0.0 && x + entry_px > width {
            (x, y) = (0.0, y + ROW_PX * scale);
        }
        let mut group = Group::new(Role::Plain).at(x, y);
        draw(&mut group, *sample, sample_px, ROW_PX * scale / 2.0, scale);
        let (size, anchor) = (TypeSize::Small, Anchor::Start);
        let at = Shape::Text { x: sample_px + 6.0 * scale, y: 17.2 * scale, content: words.clone(), size, anchor };
        group.push(Role::LegendText, at);
        root.add(group);
        x += entry_px + GAP_PX * scale;
    }
    let height = if entries.is_empty() { 0.0 } else { y + ROW_PX * scale };
    Scene { width, height, title, description: "".into(), text_scale: scale, root }
}

/// The colour of a category, as a small picture.
pub fn swatch(tone: Tone, meter: TextMeter) -> Scene {
    let px = 12.0 * meter.scale;
    let mut root = Group::new(Role::Plain).toned(tone);
    root.push(Role::TrackSwatch, Rect { x: 0.0, y: 0.0, width: px, height: px }.shape(2.0));
    Scene { width: px, height: px, title: "".into(), description: "".into(), text_scale: meter.scale, root }
}

fn draw(group: &mut Group, sample: Sample, width: f64, y: f64, scale: f64) {
    let middle = 6.0 * scale;
    match sample {
        Sample::Track(colour) => {
            group.tone = Some(Tone::of_index(colour));
            group.push(
                Role::TrackSwatch,
                Rect::between(1.0, y - middle + 1.0, 2.0 * middle - 1.0, y + middle - 1.0).shape(2.0),
            );
        }
        Sample::Glyph(glyph) => push_glyph(group, glyph, Role::Point, middle, y, scale),
        Sample::Planned => push_glyph(group, Glyph::Circle, Role::PointPlanned, middle, y, scale),
        Sample::Uncertain => {
            push_glyph(group, Glyph::Circle, Role::PointUncertain, middle, y, scale);
            let (content, size, anchor) = ("?".into(), TypeSize::Small, Anchor::Start);
            group.push(Role::Doubt, Shape::Text { x: 2.0 * middle + 1.0, y: y + 4.2 * scale, content, size, anchor });
        }
        Sample::Within => sample_bar(group, Extent::Instant, Certainty::Exact, width, y, scale),
        Sample::Ends(end) => sample_bar(group, Extent::Span, end, width, y, scale),
    }
}
