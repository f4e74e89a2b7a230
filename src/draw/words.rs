//! Words in pictures: texts in as few lines as they need, and what is said where there is nothing to draw.

use std::sync::Arc;

use crate::{
    layout::text::{BOLD, TextMeter, Wrapped, wrap_label},
    scene::{Anchor, Group, Role, Shape, TypeSize, style::paint},
};

/// Texts have no more lines than this.
const MOST_LINES: usize = 12;
/// Height of a picture with nothing in it.
const EMPTY_PX: f64 = 96.0;

/// A text in as few lines as it needs; the last one ends in an ellipsis where even twelve are not enough.
pub fn lines(meter: &TextMeter, words: &str, size: TypeSize, max_px: f64) -> Wrapped {
    let wrap = |most| wrap_label(meter, words, size, max_px, max_px, most);
    (1..MOST_LINES).map(wrap).find(|wrapped| !is_cut(wrapped)).unwrap_or_else(|| wrap(MOST_LINES))
}

/// Whether a text had to be cut off.
pub fn is_cut(wrapped: &Wrapped) -> bool {
    wrapped.lines.last().is_some_and(|line| line.ends_with('…'))
}

/// Below a text, so that tall letters of another script keep apart from what stands above them.
const LEADING_PX: f64 = 3.0;

/// Writes a text from its upper left corner on, in as few lines as it needs; returns where it ends.
pub(super) fn push_lines(
    group: &mut Group,
    meter: &TextMeter,
    (role, size): (Role, TypeSize),
    words: &str,
    (x, y): (f64, f64),
    room: f64,
) -> f64 {
    let line = meter.line(size);
    let first = y + size.px() * meter.scale;
    let wrapped = lines_of(meter, role, size, words, room);
    for (at, content) in wrapped.iter().cloned().enumerate() {
        group.push(role, Shape::Text { x, y: first + at as f64 * line, content, size, anchor: Anchor::Start });
    }
    y + wrapped.len() as f64 * line + LEADING_PX * meter.scale
}

/// The lines that a text needs in the room that there is. Bold letters are wider than lines are broken for.
pub(super) fn lines_of(meter: &TextMeter, role: Role, size: TypeSize, words: &str, room: f64) -> Vec<Arc<str>> {
    let is_bold = paint(role).is_some_and(|paint| paint.bold);
    lines(meter, words, size, if is_bold { room / BOLD } else { room }).lines
}

/// Says below a picture what is not drawn; returns how much higher that makes it. Nothing without words.
pub(super) fn push_more(root: &mut Group, words: &str, (width, height): (f64, f64), meter: &TextMeter) -> f64 {
    const SIDE_PX: f64 = 16.0;
    if words.is_empty() {
        return 0.0;
    }
    let look = (Role::ChartText, TypeSize::Small);
    let end = push_lines(root, meter, look, words, (SIDE_PX, height + 2.0), width - 2.0 * SIDE_PX);
    (end + 8.0 * meter.scale - height).ceil()
}

/// Says that there is nothing to draw, in the middle of the picture; returns the height of it.
pub fn push_empty(root: &mut Group, words: &str, width: f64, meter: &TextMeter) -> f64 {
    let size = TypeSize::Label;
    let wrapped = lines(meter, words, size, width - 16.0);
    let line = meter.line(size);
    let height = EMPTY_PX * meter.scale + (wrapped.lines.len() as f64 - 1.0) * line;
    for (at, content) in wrapped.lines.iter().cloned().enumerate() {
        let (x, y, anchor) = (width / 2.0, EMPTY_PX * meter.scale / 2.0 + at as f64 * line, Anchor::Middle);
        root.push(Role::Empty, Shape::Text { x, y, content, size, anchor });
    }
    height
}
