//! The words of a flow: the names of its lanes, what each version did, and what stands by itself below.

use super::{Drawing, FlowNote, FlowRow, PAD_PX};
use crate::{
    draw::{
        hatch::push_hatched,
        words::{is_cut, lines, lines_of, push_lines},
    },
    scene::{Anchor, Group, KeyKind, Rect, Role, Shape, TypeSize},
};

/// Date, title and words stand beside one another from this room on.
const COLUMNS_PX: f64 = 420.0;

impl Drawing<'_> {
    /// The names of the lanes, where all have room; returns where they end.
    pub(super) fn lanes(&self, root: &mut Group) -> f64 {
        let (across, gap) = (&self.across, self.px(6.0));
        let has_beside = self.has_beside();
        let left = (across.left - self.px(26.0)).max(self.px(4.0));
        let split = [across.middle - across.half - gap, across.beside.0 - self.px(22.0)];
        let right = across.words.0 - gap;
        let mut places = vec![(left, split[0]), (split[0] + gap, if has_beside { split[1] } else { right })];
        if has_beside {
            places.push((split[1] + gap, right));
        }
        let (role, size) = (Role::ChartText, TypeSize::Small);
        let wrapped = places.iter().zip(&self.picture.lanes);
        let wrapped: Vec<_> = wrapped.map(|(&(from, to), words)| lines(&self.meter, words, size, to - from)).collect();
        let most = wrapped.iter().map(|wrapped| wrapped.lines.len()).max().unwrap_or(0);
        if self.picture.rows.is_empty() || most > 3 || wrapped.iter().any(is_cut) {
            return self.px(6.0);
        }
        let line = self.meter.line(size);
        for ((wrapped, &(from, to)), at) in wrapped.iter().zip(&places).zip(0..) {
            // The name of the spine stands over its middle, the others keep to their sides.
            let (x, anchor) = match at {
                0 => (from, Anchor::Start),
                1 => ((across.middle).clamp(from + wrapped.width / 2.0, to - wrapped.width / 2.0), Anchor::Middle),
                _ => (from, Anchor::Start),
            };
            for (at, content) in wrapped.lines.iter().cloned().enumerate() {
                let above = (most - wrapped.lines.len() + at) as f64;
                root.push(role, Shape::Text { x, y: self.px(16.0) + above * line, content, size, anchor });
            }
        }
        self.px(12.0) + most as f64 * line
    }

    /// The words of a version; returns where they end.
    pub(super) fn words(&self, group: &mut Group, row: &FlowRow, y: f64) -> f64 {
        let (left, right) = self.across.words;
        let room = right - left;
        let (small, label) = (TypeSize::Small, TypeSize::Label);
        let mut push = |(role, size): (Role, TypeSize), words: &str, x: f64, y: f64, room: f64| {
            push_lines(group, &self.meter, (role, size), words, (x, y), room)
        };
        if room < self.px(COLUMNS_PX) {
            let mut y = push((Role::ChartText, small), &row.date, left, y, room);
            y = push((Role::Title, label), &row.title, left, y, room);
            for words in &row.words {
                y = push((Role::Label, small), words, left, y + self.px(1.0), room);
            }
            return y;
        }
        let dates = self.px(128.0);
        let title = (room - dates) * 0.44;
        let date_end = push((Role::ChartText, small), &row.date, left, y + self.px(1.0), dates - self.px(12.0));
        let title_end = push((Role::Title, label), &row.title, left + dates, y, title - self.px(16.0));
        let mut end = y + self.px(1.0);
        for words in &row.words {
            end = push((Role::Label, small), words, left + dates + title, end, room - dates - title);
        }
        end.max(date_end).max(title_end)
    }

    /// What stands by itself below; returns where it ends.
    pub(super) fn note(&self, root: &mut Group, note: &FlowNote, y: f64) -> f64 {
        let (left, right) = (PAD_PX.min(self.width * 0.04) * self.meter.scale, self.across.words.1);
        let mut y = y + self.px(14.0);
        let (x1, x2) = (left, right);
        root.push(Role::Grid, Shape::Line { x1, y1: y.round() + 0.5, x2, y2: y.round() + 0.5 });
        y = push_lines(
            root,
            &self.meter,
            (Role::Title, TypeSize::Small),
            &note.title,
            (left, y + self.px(8.0)),
            right - left,
        );
        y += self.px(4.0);
        for (id, name, words) in &note.rows {
            let (role, size) = (Role::Label, TypeSize::Small);
            let (x, room) = (left + self.px(24.0), right - left - self.px(24.0));
            let count = lines_of(&self.meter, role, size, words, room).len() as f64;
            let height = (count * self.meter.line(size) + self.px(8.0)).max(self.px(24.0)).ceil();
            let mut group = Group::new(Role::Item).target(KeyKind::Item, id.clone(), name.clone());
            group.push(Role::Hit, Rect { x: 2.0, y, width: self.width - 4.0, height }.shape(3.0));
            let (side, middle) = (self.px(12.0), y + self.px(11.0));
            push_hatched(&mut group, Rect { x: left, y: middle - side / 2.0, width: side, height: side }, 0.0);
            root.add(group);
            push_lines(root, &self.meter, (role, size), words, (x, y + self.px(3.0)), room);
            y += height;
        }
        y
    }
}
