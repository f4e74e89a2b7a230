//! A picture as it leaves the page: under its title, over its legend, with a foot that says what it rests on.

use super::{Context, LegendEntry, Made, provenance::Provenance};
use crate::{
    draw::words::lines,
    layout::text::{BOLD, TextMeter},
    scene::{Anchor, Group, Node, Role, Scene, Shape, TypeSize},
};

const PAD_PX: f64 = 16.0;
const ROW_PX: f64 = 24.0;
const GAP_PX: f64 = 18.0;
/// So many sources are named in the foot; the description names all.
const SOURCES: usize = 6;

/// The picture with everything around it, as wide as the picture.
pub fn plate(context: &Context, made: &Made, provenance: &Provenance, meter: TextMeter) -> Scene {
    let Made { scene, legend, .. } = made;
    let mut plate = Plate { root: Group::new(Role::Plain), y: PAD_PX * meter.scale, width: scene.width, meter };
    plate.write(Role::Title, TypeSize::Title, &provenance.title);
    if !provenance.told.is_empty() {
        plate.write(Role::LegendText, TypeSize::Label, &provenance.told);
    }
    plate.y += 8.0 * meter.scale;
    let mut picture = scene.root.clone();
    picture.offset = (picture.offset.0, picture.offset.1 + plate.y);
    plate.root.add(picture);
    plate.y += scene.height + 8.0 * meter.scale;
    plate.legend(legend);
    plate.rule();
    for line in provenance.lines(context, SOURCES) {
        plate.write(Role::LegendText, TypeSize::Small, &line);
    }
    let all = provenance.note(context).split_off(1).join("\n");
    Scene {
        width: scene.width,
        height: (plate.y + PAD_PX * meter.scale).ceil(),
        title: provenance.title.as_str().into(),
        description: all.into(),
        text_scale: scene.text_scale,
        root: plate.root,
    }
}

struct Plate {
    root: Group,
    /// Where the next part begins.
    y: f64,
    width: f64,
    meter: TextMeter,
}

impl Plate {
    fn px(&self, px: f64) -> f64 {
        px * self.meter.scale
    }

    /// Writes a text over the whole width.
    fn write(&mut self, role: Role, size: TypeSize, words: &str) {
        let room = self.width - 2.0 * self.px(PAD_PX);
        // Bold letters are wider than the lines are broken for.
        let wrapped = lines(&self.meter, words, size, if role == Role::Title { room / BOLD } else { room });
        let (x, line, anchor) = (self.px(PAD_PX), self.meter.line(size), Anchor::Start);
        for (at, content) in wrapped.lines.iter().cloned().enumerate() {
            let y = self.y + size.px() * self.meter.scale + at as f64 * line;
            self.root.push(role, Shape::Text { x, y, content, size, anchor });
        }
        self.y += wrapped.lines.len() as f64 * line + self.px(2.0);
    }

    fn rule(&mut self) {
        let (x1, x2, y) = (self.px(PAD_PX), self.width - self.px(PAD_PX), (self.y + self.px(6.0)).round() + 0.5);
        self.root.push(Role::Grid, Shape::Line { x1, y1: y, x2, y2: y });
        self.y += self.px(14.0);
    }

    /// The signs with their meanings, in rows.
    fn legend(&mut self, entries: &[LegendEntry]) {
        if entries.is_empty() {
            return;
        }
        let size = TypeSize::Small;
        let (left, right) = (self.px(PAD_PX), self.width - self.px(PAD_PX));
        let mut x = left;
        for entry in entries {
            let sign_px = entry.sample.as_ref().map_or(0.0, |sample| sample.width + self.px(6.0));
            let text_px = self.meter.width(&entry.words, size, false);
            if x > left && x + sign_px + text_px > right {
                (x, self.y) = (left, self.y + self.px(ROW_PX));
            }
            if let Some(sample) = &entry.sample {
                let mut sign = Group::new(Role::Plain).at(x, self.y + (self.px(ROW_PX) - sample.height) / 2.0);
                sign.children.push(Node::Group(sample.root.clone()));
                self.root.add(sign);
            }
            let wrapped = lines(&self.meter, &entry.words, size, (right - x - sign_px).max(self.px(60.0)));
            let line = self.meter.line(size);
            for (at, content) in wrapped.lines.iter().cloned().enumerate() {
                let (x, y) = (x + sign_px, self.y + self.px(ROW_PX) / 2.0 + self.px(4.2) + at as f64 * line);
                self.root.push(Role::LegendText, Shape::Text { x, y, content, size, anchor: Anchor::Start });
            }
            self.y += (wrapped.lines.len() as f64 - 1.0) * line;
            x += sign_px + text_px + self.px(GAP_PX);
        }
        self.y += self.px(ROW_PX);
    }
}
