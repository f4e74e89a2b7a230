//! Placing: at one zoom, which lane each item goes to and how high the tracks are.

use std::sync::Arc;

use super::{
    Certainty, EDGE_PX, Extent, Form, GLYPH_PX, HIT_PAD, LABEL_EDGE, LABEL_GAP, LANE_GAP, PlaceOptions, Placed,
    PlacedItem, PlacedLane, PlacedTrack, TARGET_PX, TimelineInput, TimelineItem, TrackRow,
};
use crate::{
    layout::{
        lanes::{self, Lanes},
        text::wrap_label,
    },
    order,
    scale::Span,
    scene::TypeSize,
};

/// Bars narrower than this are drawn as points.
const LEAST_BAR_PX: f64 = 12.0;
/// Labels up to this width are not broken.
const SINGLE_LINE_PX: f64 = 84.0;
/// Height of a row of the axis.
const AXIS_ROW_PX: f64 = 20.0;

/// Lays out everything at one zoom. Heavier items find their place first; what finds none in
/// [`PlaceOptions::max_lanes`] lanes goes to the clusters of its track.
pub fn place(input: &TimelineInput, options: &PlaceOptions) -> Placed {
    let domain = input.domain.unwrap_or_else(|| domain_of(input));
    let (tracks, shown_track) = shown_tracks(&input.tracks);
    let frame = Frame { options, origin: domain.start, right: (domain.end - domain.start) * options.px_per_day };
    let items: Vec<PlacedItem> = input
        .items
        .iter()
        .map(|item| {
            let track = shown_track.get(item.track).or(shown_track.last()).copied().unwrap_or(0);
            frame.place_item(item, track)
        })
        .collect();

    let mut of_track: Vec<Vec<u32>> = vec![Vec::new(); tracks.len()];
    for (index, item) in items.iter().enumerate() {
        if let Some(list) = of_track.get_mut(item.track) {
            list.push(index as u32);
        }
    }
    let scale = options.text.scale;
    let marker_rows = if input.as_of.is_some() || input.today.is_some() { 3.0 } else { 2.0 };
    let axis_height = marker_rows * AXIS_ROW_PX * scale + 4.0;
    let mut placed = Placed {
        px_per_day: options.px_per_day,
        origin_day: domain.start,
        domain,
        text: options.text,
        axis_height,
        height: axis_height,
        settled: domain,
        tracks: Vec::with_capacity(tracks.len()),
        items,
        as_of: input.as_of,
        today: input.today,
    };
    for (row, members) in tracks.into_iter().zip(of_track) {
        placed.tracks.push(place_track(&placed.items, row, members, options));
    }
    placed.settle(domain);
    placed
}

/// From the first day to the last that is stated anywhere; the 1970s' first week without any.
fn domain_of(input: &TimelineInput) -> Span {
    let days = || input.items.iter().flat_map(|item| [item.first, item.last]).flatten();
    Span::from_days(days().min().unwrap_or(0), days().max().unwrap_or(6))
}

/// The tracks that are shown, and for each given track the place of the one it is shown in.
fn shown_tracks(rows: &[TrackRow]) -> (Vec<TrackRow>, Vec<usize>) {
    let mut shown: Vec<TrackRow> = Vec::new();
    let mut place = Vec::with_capacity(rows.len());
    let mut hidden_under = None;
    for row in rows {
        if row.level == 0 {
            hidden_under = row.collapsed.then_some(shown.len());
        } else if let Some(parent) = hidden_under {
            place.push(parent);
            continue;
        }
        place.push(shown.len());
        shown.push(row.clone());
    }
    if shown.is_empty() {
        let (id, title): (Arc<str>, Arc<str>) = ("".into(), "".into());
        shown.push(TrackRow { id, title, ..TrackRow::default() });
    }
    (shown, place)
}

/// What placing one item needs to know.
struct Frame<'a> {
    options: &'a PlaceOptions,
    origin: f64,
    /// Right end of the domain, in px.
    right: f64,
}

impl Frame<'_> {
    fn place_item(&self, item: &TimelineItem, track: usize) -> PlacedItem {
        let PlaceOptions { text, max_label_px, .. } = self.options;
        let px = |days: i64| days as f64 * self.options.px_per_day;
        let start = |day: i64| (day as f64 - self.origin) * self.options.px_per_day;
        let (left, right) = match (item.first, item.last) {
            (Some(first), Some(last)) => (start(first.min(last)), start(first.max(last).saturating_add(1))),
            // Before or after a day: it stands at that day.
            (None, Some(day)) | (Some(day), None) if item.extent == Extent::Instant => {
                (start(day), start(day.saturating_add(1)))
            }
            (None, Some(last)) => (0f64.min(start(last)), start(last.saturating_add(1))),
            (Some(first), None) => (start(first), self.right.max(start(first.saturating_add(1)))),
            (None, None) => (0.0, self.right),
        };
        let one_day = item.extent == Extent::Instant && right - left <= self.options.px_per_day * 1.001;
        let form = if one_day || right - left < LEAST_BAR_PX * text.scale { Form::Point } else { Form::Bar };
        let max_px = max_label_px * text.scale;
        // A label over a bar that is longer needs no second line.
        let bar_px = if form == Form::Bar { right - left } else { 0.0 };
        let single_px = bar_px.max(SINGLE_LINE_PX * text.scale);
        let label = wrap_label(text, &item.title, TypeSize::Label, max_px, single_px, 2);
        let mut placed = PlacedItem {
            key: item.key.clone(),
            track,
            left,
            right,
            form,
            extent: item.extent,
            start: item.start,
            end: item.end,
            start_slack: px(item.start_slack.max(0)).min(right - left),
            end_slack: px(item.end_slack.max(0)).min(right - left),
            glyph: item.glyph,
            planned: item.planned,
            weight: item.weight,
            lines: label.lines,
            label_width: label.width,
            reach: reach(item, text.scale),
            label_left: false,
            foot: (0.0, 0.0),
        };
        self.set_foot(&mut placed);
        placed
    }

    /// What the item takes up in its lane, so that its label has room wherever panning puts it.
    fn set_foot(&self, item: &mut PlacedItem) {
        let edge = self.right + EDGE_PX - LABEL_EDGE;
        let width = item.label_width;
        item.foot = match item.form {
            Form::Point => {
                let (mark_left, mark_right) = (item.middle() - item.reach.0, item.middle() + item.reach.1);
                item.label_left = mark_right + LABEL_GAP + width > edge;
                if item.label_left {
                    (mark_left - LABEL_GAP - width - HIT_PAD, mark_right + HIT_PAD + LANE_GAP)
                } else {
                    (mark_left - HIT_PAD, mark_right + LABEL_GAP + width + HIT_PAD + LANE_GAP)
                }
            }
            // The label moves along the bar to stay in view, in the end past its right end.
            Form::Bar => {
                let label_left = item.left.min(edge - width);
                let slid = item.right - EDGE_PX + LABEL_EDGE + width;
                (label_left.min(item.left) - HIT_PAD, slid.max(item.right) + HIT_PAD + LANE_GAP)
            }
        };
        let least = TARGET_PX + LANE_GAP;
        item.foot.1 = item.foot.1.max(item.foot.0 + least);
    }
}

/// How far a point's mark reaches from its middle, with the signs of doubt around it.
fn reach(item: &TimelineItem, scale: f64) -> (f64, f64) {
    let glyph = (GLYPH_PX + 1.0) * scale;
    let (mut left, mut right) = (glyph, glyph);
    if item.start.is_approximate() || item.end.is_approximate() {
        (left, right) = (13.0 * scale, 13.0 * scale);
    }
    let bound = |certainty| certainty == Certainty::Bound;
    if bound(item.start) {
        (left, right) = (left.max(11.0 * scale), 20.0 * scale);
    }
    if bound(item.end) {
        (left, right) = (20.0 * scale, right.max(11.0 * scale));
    }
    if item.start.is_uncertain() || item.end.is_uncertain() {
        right += 8.0 * scale;
    }
    (left, right)
}

fn place_track(items: &[PlacedItem], row: TrackRow, members: Vec<u32>, options: &PlaceOptions) -> PlacedTrack {
    let max_lanes = if row.collapsed { 0 } else { options.max_lanes };
    let (lanes, mut crowd) = fill_lanes(items, &members, max_lanes);
    order::sort(&mut crowd, &|a, b| items[a as usize].left.total_cmp(&items[b as usize].left));
    let lanes = lanes.into_iter().map(|items| PlacedLane { items, ..PlacedLane::default() }).collect();
    PlacedTrack { row, total: members.len(), lanes, crowd, ..PlacedTrack::default() }
}

/// Lanes, each from left to right, and what found none. Who gets a place is decided by weight; which lane, by date, so
/// that lanes are as few as can be.
fn fill_lanes(items: &[PlacedItem], members: &[u32], max_lanes: usize) -> (Vec<Vec<u32>>, Vec<u32>) {
    let foot = |item: u32| items[item as usize].foot;
    let mut by_weight = members.to_vec();
    order::sort(&mut by_weight, &|a, b| {
        let (left, right) = (&items[a as usize], &items[b as usize]);
        right.weight.cmp(&left.weight).then(left.left.total_cmp(&right.left))
    });
    let mut tried = Lanes::new(max_lanes);
    let (mut kept, rest): (Vec<u32>, Vec<u32>) = by_weight.into_iter().partition(|&item| {
        let (left, right) = foot(item);
        tried.put(left, right).is_some()
    });
    order::sort(&mut kept, &|a, b| foot(a).0.total_cmp(&foot(b).0));
    let stretches: Vec<_> = kept.iter().map(|&item| foot(item)).collect();
    let mut packed = Lanes::new(max_lanes);
    let mut lanes: Vec<Vec<u32>> = vec![Vec::new(); max_lanes];
    for (&item, lane) in kept.iter().zip(lanes::pack(&stretches)) {
        let (left, right) = foot(item);
        packed.put_into(lane, left, right);
        lanes[lane].push(item);
    }
    // Packing by date may have made room.
    let crowd = rest
        .into_iter()
        .filter(|&item| {
            let (left, right) = foot(item);
            packed.put(left, right).inspect(|&lane| lanes[lane].push(item)).is_none()
        })
        .collect();
    lanes.retain(|lane| !lane.is_empty());
    for lane in &mut lanes {
        order::sort(lane, &|a, b| foot(a).0.total_cmp(&foot(b).0));
    }
    (lanes, crowd)
}
