//! Values in their places: dots that can be reached, and numbers beside them where there is room.

use std::sync::Arc;

use plotters::{
    element::{PathElement, Rectangle, Text},
    style::{
        Color, IntoFont, TextStyle,
        text_anchor::{HPos, Pos, VPos},
    },
};

use super::{
    labels::free_spot,
    recorder::{ENLARGED, Groups, ink},
    signs::{Arrow, Dot, Drawn, Failure, Ground, Sign, at, snapped},
};
use crate::{
    layout::text::TextMeter,
    scale::{Span, time},
    scene::{Group, KeyKind, Rect, Role, TypeSize},
};

/// One value as it is drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct ValueMark {
    /// Its id.
    pub id: Arc<str>,
    /// Its accessible name.
    pub name: Arc<str>,
    /// The days its date can mean; it stands in their middle.
    pub when: Span,
    /// The value.
    pub value: f64,
    /// What it is like.
    pub dot: Dot,
    /// Whether it is more or less in truth.
    pub arrow: Option<Arrow>,
    /// Low and high, where it is a range.
    pub range: Option<(f64, f64)>,
    /// What else is claimed.
    pub beside: Vec<(Span, f64)>,
    /// Whether the line leads to it.
    pub joined: bool,
    /// Set where it stands for several values, whose latest it is.
    pub bin: Option<Bin>,
    /// Its number, where that is written beside it.
    pub label: Option<Arc<str>>,
}

/// Neighbouring values that are drawn as one mark.
#[derive(Clone, Debug, PartialEq)]
pub struct Bin {
    /// The lowest and the highest of them.
    pub ends: (f64, f64),
    /// The days and values through which the line leads, in order of time.
    pub path: Vec<(f64, f64)>,
}

/// A bin in its place.
pub(super) struct BinSign {
    rect: Rect,
    role: Role,
    path: Vec<(f64, f64)>,
}

/// Least extent of a bin.
const BIN_PX: f64 = 5.0;
/// What a pointer finds of it at least, in width and height.
const BIN_HIT_PX: (f64, f64) = (12.0, 24.0);

impl BinSign {
    fn of(bin: &Bin, mark: &ValueMark, place: &dyn Fn(f64, f64) -> (f64, f64)) -> BinSign {
        let ((left, bottom), (right, top)) = (place(mark.when.start, bin.ends.0), place(mark.when.end, bin.ends.1));
        let rect = Rect::between(left, top, right, bottom).at_least(BIN_PX, BIN_PX);
        let role = match mark.dot {
            Dot::Disputed => Role::BarUncertain,
            Dot::Apart => Role::ChartDotApart,
            Dot::Exact | Dot::About => Role::Within,
        };
        BinSign { rect, role, path: bin.path.iter().map(|&(day, value)| place(day, value)).collect() }
    }
}

/// What a pointer finds: at most and at least this far from the middle.
const HIT_PX: (f64, f64) = (6.0, 14.0);

/// A value in its place, and what else is claimed.
pub(super) struct Signs {
    pub own: Sign,
    pub beside: Vec<Sign>,
    bin: Option<BinSign>,
}

impl Signs {
    pub fn of(mark: &ValueMark, place: &dyn Fn(f64, f64) -> (f64, f64)) -> Signs {
        let ValueMark { when, value, dot, arrow, .. } = *mark;
        let at = place(when.middle(), value);
        let within = (when.days() > time::MONTH_DAYS).then(|| (place(when.start, value).0, place(when.end, value).0));
        let range = mark.range.map(|(low, high)| (place(when.start, low).1, place(when.start, high).1));
        let beside = mark.beside.iter().map(|&(when, value)| Sign {
            at: place(when.middle(), value),
            dot: Dot::Disputed,
            ..Sign::default()
        });
        let bin = mark.bin.as_ref().map(|bin| BinSign::of(bin, mark, place));
        Signs { own: Sign { at, dot, arrow, within, range, ..Sign::default() }, beside: beside.collect(), bin }
    }

    /// Where a line leads through it.
    pub fn path(&self) -> &[(f64, f64)] {
        self.bin.as_ref().map_or(std::slice::from_ref(&self.own.at), |bin| &bin.path)
    }

    /// What its own sign covers.
    fn bounds(&self, scale: f64) -> Rect {
        self.bin.as_ref().map_or_else(|| self.own.bounds(scale), |bin| bin.rect)
    }

    /// What a pointer finds, a single value `reach` around its middle.
    fn hit(&self, reach: f64, scale: f64) -> Rect {
        let (x, y) = self.own.at;
        match &self.bin {
            Some(bin) => bin.rect.at_least(BIN_HIT_PX.0 * scale, BIN_HIT_PX.1 * scale),
            None => Rect::between(x - reach, y - reach, x + reach, y + reach),
        }
    }

    /// From where to where its stem goes, and what it covers.
    pub fn stem(&self, ground_y: f64) -> [(f64, f64); 2] {
        let (x, y) = self.own.at;
        match &self.bin {
            Some(BinSign { rect, .. }) => {
                let x = snapped(rect.x + rect.width / 2.0);
                [(x, ground_y.max(rect.bottom())), (x, ground_y.min(rect.y))]
            }
            None => [(x, ground_y), (x, y)],
        }
    }

    fn draw(&self, pen: &Pen) -> Drawn {
        match &self.bin {
            Some(bin) => pen.fill(bin.role, bin.rect),
            None => self.all().try_for_each(|sign| sign.draw(pen.ground, pen.text.scale)),
        }
    }

    fn all(&self) -> impl Iterator<Item = &Sign> {
        self.beside.iter().chain([&self.own])
    }
}

/// How far from its middle a dot can be pointed at without reaching into the room of another. `all` are in order of time.
fn reach(index: usize, all: &[Signs]) -> f64 {
    let own = all[index].own.at;
    let distance = |other: &&Signs| (other.own.at.0 - own.0).abs().max((other.own.at.1 - own.1).abs());
    // Beyond twice the farthest reach no other matters, and at twice the least no nearer one does.
    let is_near = |other: &&Signs| (other.own.at.0 - own.0).abs() < 2.0 * HIT_PX.1;
    let nearest = |beside: &mut dyn Iterator<Item = &Signs>| {
        let mut least = f64::INFINITY;
        for other in beside.take_while(is_near).filter(|other| other.own.at != own) {
            least = least.min(distance(&other));
            if least <= 2.0 * HIT_PX.0 {
                break;
            }
        }
        least
    };
    let (before, after) = (nearest(&mut all[..index].iter().rev()), nearest(&mut all[index + 1..].iter()));
    (before.min(after) / 2.0).clamp(HIT_PX.0, HIT_PX.1)
}

/// What draws in pixels.
pub(super) struct Pen<'a> {
    pub ground: &'a Ground,
    pub groups: &'a Groups,
    pub text: TextMeter,
}

impl Pen<'_> {
    /// Writes one line of text beside a place.
    pub fn write(
        &self,
        words: &str,
        place: (f64, f64),
        (role, size): (Role, TypeSize),
        (h_pos, v_pos): (HPos, VPos),
    ) -> Drawn {
        if words.is_empty() {
            return Ok(());
        }
        let font = ("sans-serif", size.px() * ENLARGED).into_font();
        let style = TextStyle { font, color: ink(role).to_backend_color(), pos: Pos::new(h_pos, v_pos) };
        self.ground.draw(&Text::new(words, at(place), style))
    }

    /// Writes lines of text below one another, the first from `y` on; returns where they end.
    pub fn block(
        &self,
        lines: &[Arc<str>],
        (x, y): (f64, f64),
        look: (Role, TypeSize),
        side: HPos,
    ) -> Result<f64, Failure> {
        let line = self.text.line(look.1);
        for (at, words) in (0..).zip(lines) {
            self.write(words, (x, y + (f64::from(at) + 0.5) * line), look, (side, VPos::Center))?;
        }
        Ok(y + lines.len() as f64 * line)
    }

    /// A line along points; nothing without points.
    pub fn stroke(&self, role: Role, points: impl IntoIterator<Item = (f64, f64)>) -> Drawn {
        let points: Vec<_> = points.into_iter().map(at).collect();
        if points.len() < 2 {
            return Ok(());
        }
        self.ground.draw(&PathElement::new(points, ink(role)))
    }

    /// A rectangle.
    pub fn fill(&self, role: Role, rect: Rect) -> Drawn {
        self.ground.draw(&Rectangle::new([at((rect.x, rect.y)), at((rect.right(), rect.bottom()))], ink(role).filled()))
    }

    /// An item that can be reached in this place, with what `draw` puts in front of it.
    pub fn target(&self, id: &Arc<str>, name: &Arc<str>, hit: Rect, draw: impl FnOnce() -> Drawn) -> Drawn {
        self.groups.open(Group::new(Role::Item).target(KeyKind::Item, id.clone(), name.clone()));
        self.fill(Role::Hit, hit)?;
        draw()?;
        self.groups.close();
        Ok(())
    }

    /// Each value as something to reach; on a stem where `ground_y` says from where.
    pub fn marks(&self, marks: &[ValueMark], signs: &[Signs], ground_y: Option<f64>) -> Drawn {
        for (index, (mark, own)) in marks.iter().zip(signs).enumerate() {
            let reach = reach(index, signs) * self.text.scale;
            self.target(&mark.id, &mark.name, own.hit(reach, self.text.scale), || {
                if let Some(ground_y) = ground_y {
                    self.stroke(Role::ChartLine, own.stem(ground_y))?;
                }
                own.draw(self)
            })?;
        }
        Ok(())
    }

    /// The numbers, the latest first, where there is room for them beside what is `taken`.
    pub fn labels(&self, marks: &[ValueMark], signs: &[Signs], mut taken: Vec<Rect>, room: Rect) -> Drawn {
        let scale = self.text.scale;
        taken.extend(
            signs.iter().flat_map(|one| one.beside.iter().map(|sign| sign.bounds(scale)).chain([one.bounds(scale)])),
        );
        for (mark, signs) in marks.iter().zip(signs).rev() {
            let Some(label) = &mark.label else { continue };
            // It is written from a whole pixel on, so that it may stand a little to either side.
            let width = self.text.width(label, TypeSize::Small, false).ceil() + 2.0;
            let size = (width, self.text.line(TypeSize::Small));
            let Some(spot) = free_spot(signs.bounds(scale), size, &taken, room) else { continue };
            let middle = (spot.x + 1.0, spot.y + spot.height / 2.0);
            self.write(label, middle, (Role::Label, TypeSize::Small), (HPos::Left, VPos::Center))?;
            taken.push(spot);
        }
        Ok(())
    }
}
