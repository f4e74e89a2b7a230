//! The words of a timeline.

use std::sync::Arc;

use super::Names;
use crate::{
    draw::timeline::TimelineText,
    figure::Context,
    layout::timeline::{Chip, PlacedTrack, TimelineInput, Window},
    model::{Day, Edtf},
    scale::Span,
};

/// A day in the words of the page.
fn date(context: &Context, day: i64) -> String {
    Edtf::from_day(Day::from_unix_days(day)).print_short(context.language().dates())
}

/// The words that depend on nothing but the language.
pub fn words(context: &Context) -> TimelineText<'static> {
    TimelineText {
        title: "".into(),
        description: context.t("timeline-help").into(),
        dates: context.language().axis(),
        today: match context.state.asof {
            Some(day) => context.tf("asof-marker", &[("date", date(context, day.unix_days()).into())]).into(),
            None => context.t("today").into(),
        },
        as_of: context.t("data-current-to").into(),
        empty: context.t("timeline-empty").into(),
        item: &|_| "".into(),
        cluster: &|_| "".into(),
        track: &|_, _| "".into(),
    }
}

/// Calls `paint` with all words of a drawing of what `window` holds.
pub fn with_text<T>(
    context: &Context,
    input: &TimelineInput,
    names: &Names,
    window: &Window,
    span: Span,
    paint: impl FnOnce(&TimelineText) -> T,
) -> T {
    let day = |day: i64| date(context, day);
    let cluster = |chip: &Chip| {
        let days = |index: &u32| &input.items[*index as usize];
        let first = chip.items.iter().filter_map(|index| days(index).first).min().unwrap_or_default();
        let last = chip.items.iter().filter_map(|index| days(index).last).max().unwrap_or(first);
        let values = [("count", chip.items.len().into()), ("from", day(first).into()), ("to", day(last).into())];
        Arc::from(context.tf("cluster", &values))
    };
    let track = |track: &PlacedTrack, visible: usize| {
        let key = if track.row.collapsed { "track-expand" } else { "track-collapse" };
        Arc::from(context.tf(key, &[("track", track.row.title.to_string().into()), ("count", visible.into())]))
    };
    let item = |at: usize| names.get(context, input, at);
    let values =
        [("from", day(span.first_day()).into()), ("to", day(span.last_day()).into()), ("count", window.visible.into())];
    let title = context.tf("timeline-name", &values).into();
    paint(&TimelineText { title, item: &item, cluster: &cluster, track: &track, ..words(context) })
}
