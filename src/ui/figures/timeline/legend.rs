//! The legend of a timeline.

use std::{rc::Rc, sync::Arc};

use yew::prelude::*;

use crate::{
    draw::legend::{Sample, legend},
    layout::{
        text::TextMeter,
        timeline::{Certainty, Extent, Glyph, TimelineInput, TimelineItem},
    },
    render::html::{Emphasis, html},
    ui::store::Store,
};

/// What is shown, and how.
#[derive(Properties, PartialEq)]
pub struct LegendProps {
    /// What is in the figure.
    pub input: Rc<TimelineInput>,
    /// Width of the figure.
    pub width: f64,
    /// How wide its text is.
    pub meter: TextMeter,
    /// Page and words.
    pub store: Store,
}

/// What shapes and edges mean: those that occur.
#[component]
pub fn Legend(props: &LegendProps) -> Html {
    let LegendProps { input, width, meter, store } = props;
    let any = |wanted: &dyn Fn(&TimelineItem) -> bool| input.items.iter().any(wanted);
    let mut entries: Vec<(Sample, &str)> = Vec::new();
    for (glyph, key) in [
        (Glyph::Circle, "legend-event"),
        (Glyph::Diamond, "legend-law"),
        (Glyph::Square, "legend-meeting"),
        (Glyph::Triangle, "legend-draft"),
        (Glyph::Ring, "legend-report"),
    ] {
        if any(&|item| item.glyph == glyph) {
            entries.push((Sample::Glyph(glyph), key));
        }
    }
    let ends = [
        (Certainty::Exact, "legend-span"),
        (Certainty::Approximate, "legend-approximate"),
        (Certainty::Unknown, "legend-unknown"),
        (Certainty::Open, "legend-open"),
        (Certainty::Bound, "legend-bound"),
    ];
    let others = [
        (Sample::Planned, "legend-planned", any(&|item| item.planned)),
        (Sample::Uncertain, "legend-uncertain", any(&|item| item.start.is_uncertain() || item.end.is_uncertain())),
        (Sample::Within, "legend-within", any(&|item| item.extent == Extent::Instant && item.first != item.last)),
    ];
    entries.extend(others.into_iter().filter(|(.., there)| *there).map(|(sample, key, _)| (sample, key)));
    for (certainty, key) in ends {
        if any(&|item| item.extent == Extent::Span && (item.start == certainty || item.end == certainty)) {
            entries.push((Sample::Ends(certainty), key));
        }
    }
    let entries: Vec<_> = entries.into_iter().map(|(sample, key)| (sample, Arc::from(store.t(key)))).collect();
    let scene = legend(&entries, *width, *meter, store.t("legend").into());
    html(&scene, "legend", Emphasis::default())
}
