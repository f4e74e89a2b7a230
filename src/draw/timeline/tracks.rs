//! The tracks: title, lanes, row of clusters, and the line between tracks.

use super::{TimelineText, items};
use crate::{
    layout::timeline::{Chip, Placed, PlacedTrack, Window},
    scene::{Anchor, Group, KeyKind, PathBuilder, Rect, Role, Shape, Tone, TypeSize},
};

/// From the left edge to the title of a track.
const TITLE_X: f64 = 22.0;
/// How much further in a track within a track begins.
const INDENT: f64 = 16.0;

/// Draws all tracks with what is in view of them.
pub(super) fn draw(group: &mut Group, placed: &Placed, window: &Window, text: &TimelineText) {
    let mut items = window.items.iter().peekable();
    let mut chips = window.chips.iter().peekable();
    for (index, track) in placed.tracks.iter().enumerate() {
        let mut band = Group::new(Role::Track).toned(Tone::of_index(track.row.colour));
        if index > 0 {
            let y = track.y.round() + 0.5;
            band.push(Role::TrackRule, Shape::Line { x1: 0.0, y1: y, x2: window.width, y2: y });
        }
        let visible = window.visible_of_track.get(index).copied().unwrap_or(0);
        if !track.row.title.is_empty() {
            band.add(header(placed, track, visible, text, window.width));
        }
        let mut content = Group::new(Role::Sliding);
        while let Some(shown) = items.next_if(|shown| placed.items[shown.item as usize].track == index) {
            content.add(items::draw(placed, shown, (text.item)(shown.item as usize)));
        }
        while let Some(chip) = chips.next_if(|chip| chip.track == index) {
            content.add(draw_chip(placed, chip, text));
        }
        band.add(content);
        group.add(band);
    }
}

/// Title, count and the sign that opens and closes.
fn header(placed: &Placed, track: &PlacedTrack, visible: usize, text: &TimelineText, width: f64) -> Group {
    let scale = placed.text.scale;
    let meter = &placed.text;
    let indent = f64::from(track.row.level) * INDENT * scale;
    let mut group = Group::new(Role::TrackHeader).at(indent, track.y);
    group = group.target(KeyKind::Track, track.row.id.clone(), (text.track)(track, visible));
    group.expanded = Some(!track.row.collapsed);

    let middle = (track.header_height / 2.0 + 1.0).round();
    let title = fit(placed, &track.row.title, width - indent - (TITLE_X + 60.0) * scale);
    let title_width = meter.width(&title, TypeSize::Label, true);
    let count = visible.to_string();
    let right = TITLE_X * scale + title_width + 8.0 * scale + meter.width(&count, TypeSize::Label, false) + 8.0;
    group.push(Role::Hit, Rect::between(2.0, middle - 12.0 * scale, right, middle + 12.0 * scale).shape(4.0));
    let (x, arm) = (11.0 * scale, 3.0 * scale);
    let points = match track.row.collapsed {
        true => [(x - arm / 2.0, middle - arm), (x + arm / 2.0, middle), (x - arm / 2.0, middle + arm)],
        false => [(x - arm, middle - arm / 2.0), (x, middle + arm / 2.0), (x + arm, middle - arm / 2.0)],
    };
    group.push(Role::TrackToggle, PathBuilder::polyline(&points).open());
    // One line of text, so that the count follows the title whatever the real font.
    let runs = vec![(Role::TrackTitle, title), (Role::TrackCount, count.into())];
    let (x, y, size, gap) = (TITLE_X * scale, middle + 4.5 * scale, TypeSize::Label, 8.0 * scale);
    group.push(Role::TrackTitle, Shape::Runs { x, y, size, gap, runs });
    group
}

/// A title cut to its room.
fn fit(placed: &Placed, title: &std::sync::Arc<str>, room: f64) -> std::sync::Arc<str> {
    let width = |text: &str| placed.text.width(text, TypeSize::Label, true);
    if width(title) <= room {
        return title.clone();
    }
    let mut cut = title.to_string();
    while cut.pop().is_some() && width(&cut) + width("…") > room {}
    format!("{}…", cut.trim_end()).into()
}

/// A chip with the number of its items.
fn draw_chip(placed: &Placed, chip: &Chip, text: &TimelineText) -> Group {
    let scale = placed.text.scale;
    let Rect { x, y, width, height } = chip.rect;
    let mut group = Group::new(Role::Cluster).at(x, y).target(KeyKind::Cluster, chip.key.clone(), (text.cluster)(chip));
    group.push(Role::Hit, Rect { x: 0.0, y: 0.0, width, height }.shape(height / 2.0));
    let pill = Rect { x: 0.5, y: 1.5, width: width - 1.0, height: height - 3.0 };
    group.push(Role::Chip, pill.shape(pill.height / 2.0));
    let count = chip.items.len();
    let content = if count < 10_000 { format!("+{count}") } else { format!("+{}k", count / 1_000) };
    let (size, anchor) = (TypeSize::Small, Anchor::Middle);
    let y = height / 2.0 + 4.2 * scale;
    group.push(Role::ChipText, Shape::Text { x: width / 2.0, y, content: content.into(), size, anchor });
    group
}
