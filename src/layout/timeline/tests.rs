//! No overlaps, nothing cut, nothing lost: at every zoom, place and width.

use proptest::prelude::*;

use super::*;
use crate::{
    scale::{Limits, Span},
    scene::Rect,
};

/// What the window promises, as findings; empty if it keeps them.
pub(super) fn faults(placed: &Placed, window: &Window) -> Vec<String> {
    let mut faults = Vec::new();
    let figure = Rect { x: 0.0, y: 0.0, width: window.width, height: placed.height };
    let mut rects: Vec<(String, Rect)> = Vec::new();
    for shown in &window.items {
        let item = &placed.items[shown.item as usize];
        let name = item.key.to_string();
        if let Some(label) = shown.label {
            let outside = label.x < shown.hit.x - 0.01 || label.right() > shown.hit.right() + 0.01;
            if outside || label.y < shown.hit.y || label.bottom() > shown.hit.bottom() {
                faults.push(format!("{name}: label outside its hit area {label:?} {:?}", shown.hit));
            }
            if item.form == Form::Point {
                let middle = (shown.left + shown.right) / 2.0;
                let mark = (middle - item.reach.0 + 0.01, middle + item.reach.1 - 0.01);
                if label.x < mark.1 && mark.0 < label.right() && !(shown.cut_left || shown.cut_right) {
                    faults.push(format!("{name}: label on its mark"));
                }
            }
        }
        rects.push((name, shown.hit));
    }
    rects.extend(window.chips.iter().map(|chip| (chip.key.to_string(), chip.rect)));
    for (index, (name, rect)) in rects.iter().enumerate() {
        if rect.width < TARGET_PX - 0.01 || rect.height < TARGET_PX - 0.01 {
            faults.push(format!("{name}: too small {rect:?}"));
        }
        let (first, last) = (-window.beyond, figure.width + window.beyond);
        let inside = rect.x >= first - 0.01 && rect.right() <= last + 0.01 && rect.bottom() <= figure.height + 0.01;
        if !inside || rect.y < placed.axis_height {
            faults.push(format!("{name}: cut {rect:?}"));
        }
        for (other, theirs) in &rects[..index] {
            if rect.overlaps(*theirs) {
                faults.push(format!("{name} overlaps {other}: {rect:?} {theirs:?}"));
            }
        }
    }
    let mut seen: Vec<u32> = window.items.iter().map(|shown| shown.item).collect();
    seen.extend(window.chips.iter().flat_map(|chip| chip.items.iter().copied()));
    seen.sort_unstable();
    let drawn = window.span.pad(window.beyond / placed.px_per_day / window.span.days());
    let edges = (drawn.start + 1e-6, drawn.end - 1e-6);
    let day = |x: f64| placed.origin_day + x / placed.px_per_day;
    let expected: Vec<u32> = (0..placed.items.len() as u32)
        .filter(|&at| {
            let item = &placed.items[at as usize];
            day(item.right) > edges.0 && day(item.left) < edges.1
        })
        .collect();
    if seen != expected || (window.beyond == 0.0 && window.visible != seen.len()) {
        faults.push(format!("in view {expected:?}, drawn {seen:?}"));
    }
    faults
}

/// Places items and looks at them at a place between 0 and 1 of the domain; settled or not.
fn look(items: Vec<TimelineItem>, tracks: usize, width: f64, days: f64, at: f64, settled: bool) -> (Placed, Window) {
    let row = |index: usize| TrackRow {
        id: format!("track-{index}").into(),
        title: "Track".into(),
        level: (index % 3 == 1) as u8,
        collapsed: index % 4 == 2,
        colour: index,
    };
    let known = || items.iter().flat_map(|item| [item.first, item.last]).flatten();
    let limits = Limits::around(known().min().unwrap_or(0), known().max().unwrap_or(0));
    let view = limits.hold(Span::new(0.0, days));
    let start = limits.domain.start + (limits.domain.days() - view.days()) * at;
    let view = Span::new(start, start + view.days());
    let input = TimelineInput {
        items,
        tracks: (0..tracks).map(row).collect(),
        as_of: Some(300),
        today: Some(310),
        domain: Some(limits.domain),
    };
    let scale = scale_of(view, width);
    let mut placed = place(&input, &PlaceOptions::new(scale.px_per_day).in_width(width));
    if settled {
        placed.settle(view);
    }
    let window = window(&placed, view.start, width);
    (placed, window)
}

fn certainty() -> impl Strategy<Value = Certainty> {
    prop::sample::select(vec![
        Certainty::Exact,
        Certainty::Exact,
        Certainty::Exact,
        Certainty::Approximate,
        Certainty::Uncertain,
        Certainty::Doubtful,
        Certainty::Unknown,
        Certainty::Open,
        Certainty::Bound,
    ])
}

fn items() -> impl Strategy<Value = Vec<TimelineItem>> {
    let words = prop::sample::select(vec![
        "Law",
        "Revised Standardization Law adopted by the Standing Committee",
        "第一批实施强制性产品认证的产品目录",
        "Measures for the administration of national standards, draft for comment, second round of consultation 2019",
        "SAC formed",
        "Supercalifragilisticexpialidociousstandardizationadministration",
        "",
    ]);
    let item =
        (0i64..8_000, 0i64..1_200, any::<(bool, bool, bool, bool)>(), certainty(), certainty(), words, 0usize..6);
    let item = item.prop_map(|(first, days, (long, span, open_start, open_end), start, end, title, track)| {
        let days = if long { days } else { days % 3 };
        TimelineItem {
            track,
            first: (!(open_start && start == Certainty::Open)).then_some(first),
            last: (!(open_end && end == Certainty::Open)).then_some(first + days),
            extent: if span { Extent::Span } else { Extent::Instant },
            start,
            end,
            weight: (days % 5) as u32,
            ..TimelineItem::on(first, "item", title)
        }
    });
    prop::collection::vec(item, 0..120).prop_map(|mut items| {
        for (index, item) in items.iter_mut().enumerate() {
            item.key = format!("item-{index}").into();
        }
        items
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn nothing_overlaps_is_cut_or_lost(
        items in items(), tracks in 1usize..7, width in 360.0..1600.0f64, days in 7.0..9_000.0f64, at in 0.0..=1.0f64,
    ) {
        let (placed, window) = look(items, tracks, width, days, at, true);
        let faults = faults(&placed, &window);
        prop_assert!(faults.is_empty(), "{:#?}", faults);
    }

    #[test]
    fn panning_moves_nothing_up_or_down(items in items(), at in 0.2..0.8f64, by in -0.5..0.5f64) {
        let (placed, before) = look(items, 4, 1_000.0, 1_000.0, at, true);
        let start = before.span.start + by * before.span.days();
        let after = window(&placed, start, 1_000.0);
        for one in &before.items {
            for other in after.items.iter().filter(|other| other.item == one.item && other.label.is_some()) {
                prop_assert!(one.label.is_none() || one.hit.y == other.hit.y);
            }
        }
        let faults = faults(&placed, &after);
        prop_assert!(faults.is_empty(), "{:#?}", faults);
    }

    #[test]
    fn what_is_drawn_beyond_leaves_what_is_in_view(items in items(), at in 0.0..=1.0f64, days in 30.0..3_000.0f64) {
        let (placed, window) = look(items, 4, 1_000.0, days, at, true);
        let wide = window_beyond(&placed, window.span.start, 1_000.0, 476.0);
        let faults = faults(&placed, &wide);
        prop_assert!(faults.is_empty(), "{:#?}", faults);
        prop_assert_eq!((wide.visible, &wide.visible_of_track), (window.visible, &window.visible_of_track));
        for one in window.items.iter().filter(|one| one.label.is_some()) {
            prop_assert!(wide.items.iter().any(|other| other.item == one.item && other.label == one.label), "{:?}", one);
        }
    }

    #[test]
    fn labels_of_ranges_stay_in_view(first in 0i64..3_000, days in 200i64..4_000, at in 0.0..=1.0f64) {
        let range = TimelineItem { last: Some(first + days), extent: Extent::Span, ..TimelineItem::on(first, "range", "A long phase") };
        let items = vec![TimelineItem::on(0, "a", "a"), range, TimelineItem::on(8_000, "b", "b")];
        let (_, window) = look(items, 1, 800.0, 400.0, at, false);
        for shown in window.items.iter().filter(|shown| shown.item == 1) {
            let label = shown.label.expect("a label");
            prop_assert!(label.x >= 0.0 && label.right() <= 800.0);
        }
    }
}

/// Forty events over two years, as a briefing has them.
fn forty() -> Vec<TimelineItem> {
    let titles = ["Law adopted", "Second draft of the measures published for comment", "国家标准化管理委员会发布通知"];
    (0..40)
        .map(|index: i64| TimelineItem {
            track: (index % 3) as usize,
            ..TimelineItem::on((index * index * 7) % 730, &format!("item-{index}"), titles[index as usize % 3])
        })
        .collect()
}

#[test]
fn forty_events_are_readable_on_wide_and_narrow_figures() {
    for width in [1_280.0, 360.0] {
        let (placed, window) = look(forty(), 3, width, 800.0, 0.5, true);
        assert_eq!(faults(&placed, &window), Vec::<String>::new(), "{width}");
        assert_eq!(window.visible, 40);
    }
}

#[test]
fn ten_thousand_items_are_placed() {
    let items: Vec<_> = (0..10_000)
        .map(|index: i64| TimelineItem {
            track: (index % 8) as usize,
            ..TimelineItem::on(index * 37 % 20_000, &format!("item-{index}"), "Measures for comment published")
        })
        .collect();
    let (placed, window) = look(items, 8, 1_280.0, 30_000.0, 0.0, true);
    assert_eq!(window.visible, 10_000);
    assert!(window.items.len() + window.chips.len() < 600);
    assert_eq!(faults(&placed, &window), Vec::<String>::new());
}

#[test]
fn a_collapsed_track_holds_what_is_in_it_and_below_it() {
    let row = |id: &str, level, collapsed| TrackRow { id: id.into(), title: id.into(), level, collapsed, colour: 0 };
    let input = TimelineInput {
        items: (0..3).map(|track| TimelineItem { track, ..TimelineItem::on(5, &format!("i{track}"), "x") }).collect(),
        tracks: vec![row("a", 0, true), row("b", 1, false), row("c", 0, false)],
        ..TimelineInput::default()
    };
    let placed = place(&input, &PlaceOptions::new(10.0));
    let ids: Vec<_> = placed.tracks.iter().map(|track| (&*track.row.id, track.total)).collect();
    assert_eq!(ids, [("a", 2), ("c", 1)]);
    let window = window(&placed, 0.0, 800.0);
    assert_eq!(window.chips.len(), 1);
    assert_eq!(window.chips[0].items, [0, 1]);
}
