//! A plotters backend that records marks.
//!
//! plotters counts in whole pixels, so it is given a canvas [`ENLARGED`] times as large. It knows colours, not roles,
//! so each role has a colour of its own here ([`ink`]) that is read back when a mark is recorded.

use std::{cell::RefCell, error::Error, fmt, rc::Rc};

use plotters::style::RGBColor;
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind,
    text_anchor::{HPos, VPos},
};

use crate::{
    layout::text::TextMeter,
    scene::{Anchor, Group, Node, PathBuilder, Rect, Role, Shape, TypeSize},
};

/// How much larger the canvas is on which plotters draws.
pub(super) const ENLARGED: f64 = 8.0;

/// The colour that stands for a role.
pub(super) fn ink(role: Role) -> RGBColor {
    let index = Role::ALL.iter().position(|&other| other == role).unwrap_or(0);
    RGBColor(KNOWN, (index >> 8) as u8, index as u8)
}

/// Marks the colours that stand for roles.
const KNOWN: u8 = 0x5c;

/// The role that a colour stands for.
fn role(color: BackendColor) -> Result<Role, DrawingErrorKind<RecordError>> {
    let (known, high, low) = color.rgb;
    let role = Role::ALL.get(usize::from(high) << 8 | usize::from(low)).filter(|_| known == KNOWN);
    role.copied().ok_or(DrawingErrorKind::DrawingError(RecordError::Colour(color.rgb)))
}

/// Why something could not be recorded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum RecordError {
    /// A colour that stands for no role.
    Colour((u8, u8, u8)),
    /// A single pixel: something fell back to drawing a bitmap.
    Pixel,
}

impl fmt::Display for RecordError {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        match self {
            RecordError::Colour(rgb) => write!(out, "colour {rgb:?} stands for no role"),
            RecordError::Pixel => write!(out, "single pixels cannot be recorded"),
        }
    }
}

impl Error for RecordError {}

/// Groups under construction, the innermost last.
type Stack = Rc<RefCell<Vec<Group>>>;

/// Records what plotters draws.
pub(super) struct Recorder {
    size: (u32, u32),
    meter: TextMeter,
    stack: Stack,
}

/// Opens and closes groups while plotters owns the recorder.
pub(super) struct Groups {
    stack: Stack,
}

impl Recorder {
    /// A recorder for a picture of this size, and the hold on its groups.
    pub(super) fn new(width: f64, height: f64, meter: TextMeter) -> (Recorder, Groups) {
        let stack = Stack::new(RefCell::new(vec![Group::new(Role::Plain)]));
        let size = ((width * ENLARGED).round() as u32, (height * ENLARGED).round() as u32);
        (Recorder { size, meter, stack: stack.clone() }, Groups { stack })
    }

    fn push(&self, role: Role, shape: Shape) {
        if let Some(group) = self.stack.borrow_mut().last_mut() {
            group.push(role, shape);
        }
    }
}

impl Groups {
    /// What is drawn from now on goes into this group.
    pub(super) fn open(&self, group: Group) {
        self.stack.borrow_mut().push(group);
    }

    /// Ends the innermost group.
    pub(super) fn close(&self) {
        let mut stack = self.stack.borrow_mut();
        if stack.len() > 1
            && let (Some(inner), Some(outer)) = (stack.pop(), stack.last_mut())
        {
            outer.children.push(Node::Group(inner));
        }
    }

    /// Everything that was drawn.
    pub(super) fn finish(self) -> Group {
        while self.stack.borrow().len() > 1 {
            self.close();
        }
        self.stack.take().pop().unwrap_or_default()
    }
}

fn px(coordinate: i32) -> f64 {
    f64::from(coordinate) / ENLARGED
}

fn point((x, y): BackendCoord) -> (f64, f64) {
    (px(x), px(y))
}

impl DrawingBackend for Recorder {
    type ErrorType = RecordError;

    fn get_size(&self) -> (u32, u32) {
        self.size
    }

    fn ensure_prepared(&mut self) -> Result<(), DrawingErrorKind<RecordError>> {
        Ok(())
    }

    fn present(&mut self) -> Result<(), DrawingErrorKind<RecordError>> {
        Ok(())
    }

    fn draw_pixel(&mut self, _: BackendCoord, _: BackendColor) -> Result<(), DrawingErrorKind<RecordError>> {
        Err(DrawingErrorKind::DrawingError(RecordError::Pixel))
    }

    fn draw_line<S: BackendStyle>(
        &mut self,
        from: BackendCoord,
        to: BackendCoord,
        style: &S,
    ) -> Result<(), DrawingErrorKind<RecordError>> {
        let ((x1, y1), (x2, y2)) = (crisp(point(from)), crisp(point(to)));
        self.push(role(style.color())?, Shape::Line { x1, y1, x2, y2 });
        Ok(())
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        upper_left: BackendCoord,
        bottom_right: BackendCoord,
        style: &S,
        _fill: bool,
    ) -> Result<(), DrawingErrorKind<RecordError>> {
        let ((left, top), (right, bottom)) = (point(upper_left), point(bottom_right));
        self.push(role(style.color())?, Rect::between(left, top, right, bottom).shape(0.0));
        Ok(())
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Result<(), DrawingErrorKind<RecordError>> {
        let points: Vec<_> = path.into_iter().map(point).collect();
        let shape = match points[..] {
            [from, to] if from.0 == to.0 || from.1 == to.1 => {
                let ((x1, y1), (x2, y2)) = (crisp(from), crisp(to));
                Shape::Line { x1, y1, x2, y2 }
            }
            _ => PathBuilder::polyline(&points).open(),
        };
        self.push(role(style.color())?, shape);
        Ok(())
    }

    fn draw_circle<S: BackendStyle>(
        &mut self,
        center: BackendCoord,
        radius: u32,
        style: &S,
        _fill: bool,
    ) -> Result<(), DrawingErrorKind<RecordError>> {
        let (x, y) = point(center);
        self.push(role(style.color())?, Shape::Circle { x, y, radius: f64::from(radius) / ENLARGED });
        Ok(())
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        vert: I,
        style: &S,
    ) -> Result<(), DrawingErrorKind<RecordError>> {
        let points: Vec<_> = vert.into_iter().map(point).collect();
        self.push(role(style.color())?, PathBuilder::polygon(&points));
        Ok(())
    }

    fn draw_text<T: BackendTextStyle>(
        &mut self,
        text: &str,
        style: &T,
        pos: BackendCoord,
    ) -> Result<(), DrawingErrorKind<RecordError>> {
        let (x, y) = point(pos);
        let size = size_of(style.size());
        let font = size.px() * self.meter.scale;
        let anchor = match style.anchor().h_pos {
            HPos::Left => Anchor::Start,
            HPos::Center => Anchor::Middle,
            HPos::Right => Anchor::End,
        };
        let y = match style.anchor().v_pos {
            VPos::Top => y + font * 0.8,
            VPos::Center => y + font * 0.35,
            VPos::Bottom => y - font * 0.2,
        };
        self.push(role(style.color())?, Shape::Text { x, y, content: text.into(), size, anchor });
        Ok(())
    }

    fn estimate_text_size<T: BackendTextStyle>(
        &self,
        text: &str,
        style: &T,
    ) -> Result<(u32, u32), DrawingErrorKind<RecordError>> {
        let size = size_of(style.size());
        let enlarged = |px: f64| (px * ENLARGED).ceil() as u32;
        Ok((enlarged(self.meter.width(text, size, false)), enlarged(self.meter.line(size))))
    }
}

/// The size of the scale nearest to a plotters font size.
fn size_of(px: f64) -> TypeSize {
    let distance = |size: &TypeSize| (size.px() * ENLARGED - px).abs();
    TypeSize::ALL.into_iter().min_by(|a, b| distance(a).total_cmp(&distance(b))).unwrap_or(TypeSize::Small)
}

/// On half pixels, so that lines of one pixel are crisp.
fn crisp((x, y): (f64, f64)) -> (f64, f64) {
    (x.floor() + 0.5, y.floor() + 0.5)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_role_has_its_colour() {
        for &one in Role::ALL {
            let RGBColor(r, g, b) = ink(one);
            assert_eq!(role(BackendColor { alpha: 1.0, rgb: (r, g, b) }).ok(), Some(one));
        }
        assert!(role(BackendColor { alpha: 1.0, rgb: (0, 0, 0) }).is_err());
    }

    #[test]
    fn single_pixels_are_refused() {
        let (mut recorder, _) = Recorder::new(10.0, 10.0, TextMeter::default());
        let black = BackendColor { alpha: 1.0, rgb: (0, 0, 0) };
        assert!(recorder.draw_pixel((1, 1), black).is_err());
    }
}
