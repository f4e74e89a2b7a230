//! The timeline of the briefing: what to show, the tools around it, and the drawing or its list.

use std::{rc::Rc, sync::Arc};

use yew::prelude::*;

use super::{FigureProps, figure_of, heading, sources::search_box};
use crate::{
    draw::{
        legend::{Sample, legend},
        occurrences::{Naming, timeline_input},
    },
    layout::{
        text::TextMeter,
        timeline::{Certainty, Extent, Glyph, PlaceOptions, TimelineInput, TimelineItem},
    },
    model::{Day, Edtf, Figure, Id, Item},
    query::{MEETINGS_TRACK, UNTRACKED, Visible, span_of, visible},
    render::html::{Emphasis, html},
    scale::{Limits, Span},
    state::{Action, Facet, ViewState},
    ui::{
        link::item_link,
        quantity::{date_words, occurrence_date},
        store::{Step, Store},
        timeline::{Drawing, agenda_list, bounds_of, item_table, span_of_state},
        width::{NARROW_PX, use_width},
    },
};

/// The timeline of the briefing.
#[component]
pub fn TimelineFigure(props: &FigureProps) -> Html {
    let store = &props.store;
    let (node, width) = use_width();
    let meter = store.meter;
    // Where the span is while it moves; the link follows when it rests.
    let moving = use_state(|| None::<Span>);
    let folded = use_state(Vec::<Id>::new);
    let as_table = use_state(|| false);
    let drawn = use_state(|| (0_usize, 0_usize));
    let id = props.id.clone();
    let key = (store.clone(), (*folded).clone());
    let prepared = use_memo(Deps(key), |Deps((store, folded))| prepare(store, &id, folded));
    let Some(figure) = figure_of(store, &props.id) else { return html! {} };
    let Prepared { limits, input, names, unplaced, total } = &*prepared;
    let limits = *limits;
    let resting = span_of_state(
        (store.state.from.as_ref(), store.state.to.as_ref()),
        (figure.from.as_ref(), figure.to.as_ref()),
        limits,
    );
    let span = moving.unwrap_or(resting);
    let show = {
        let (store, moving) = (store.clone(), moving.clone());
        Callback::from(move |(span, step): (Span, Step)| {
            if step == Step::Replace {
                moving.set(Some(span));
            } else {
                moving.set(None);
                let (from, to) = bounds_of(span, limits);
                store.dispatch.emit((Action::Show { from, to }, Step::Push));
            }
        })
    };
    let narrow = width.is_some_and(|width| width < NARROW_PX);
    let in_span = input.items.iter().filter(|item| crate::layout::agenda::is_in(item, span)).count();
    let (visible, marks) = if narrow || *as_table { (in_span, in_span) } else { *drawn };
    let tool = |key: &str, sign: &'static str, next: Span| {
        let (show, name) = (show.clone(), store.t(key));
        html! { <button aria-label={name.clone()} title={name} onclick={move |_| show.emit((next, Step::Push))} disabled={next == span}>{sign}</button> }
    };
    let reset = {
        let store = store.clone();
        move |_| store.act(Action::ShowStart)
    };
    let toggle = {
        let as_table = as_table.clone();
        move |_| as_table.set(!*as_table)
    };
    let on_fold = {
        let folded = folded.clone();
        Callback::from(move |id: Id| {
            let mut next = (*folded).clone();
            match next.iter().position(|one| *one == id) {
                Some(at) => drop(next.remove(at)),
                None => next.push(id),
            }
            folded.set(next);
        })
    };
    let on_drawn = {
        let drawn = drawn.clone();
        Callback::from(move |counts| {
            if *drawn != counts {
                drawn.set(counts);
            }
        })
    };
    let day = |day: i64| Edtf::from_day(Day::from_unix_days(day));
    let hidden = total - input.items.len() - unplaced.len();
    html! {
        <figure ref={node} data-figure={props.id.to_string()} class="figure timeline"
            data-visible={visible.to_string()} data-drawn={marks.to_string()}
            data-from={day(span.first_day()).as_str().to_owned()} data-to={day(span.last_day()).as_str().to_owned()}
            aria-labelledby={format!("figure-{}", props.id)}>
            {heading(store, figure)}
            <div class="toolbar">
                {search_box(store, "timeline-search")}
                <div class="tools" role="group" aria-label={store.t("figure-timeline")}>
                    {tool("earlier", "←", limits.pan(span, -span.days() / 2.0))}
                    {tool("later", "→", limits.pan(span, span.days() / 2.0))}
                    {tool("zoom-out", "−", limits.zoom(span, 2.0, span.middle()))}
                    {tool("zoom-in", "+", limits.zoom(span, 0.5, span.middle()))}
                    <button onclick={reset} disabled={store.state.from.is_none() && store.state.to.is_none()}>{store.t("zoom-start")}</button>
                    {whole(store, &show, limits, span)}
                    if !narrow {
                        <button data-control="table" aria-pressed={as_table.to_string()} onclick={toggle}>{store.t("show-table")}</button>
                    }
                </div>
            </div>
            {track_filter(store, figure)}
            <p class="figure-status">
                <strong>{store.tf("timeline-span", &[
                    ("from", date_words(store, &day(span.first_day())).into()),
                    ("to", date_words(store, &day(span.last_day())).into())])}</strong>{" · "}
                {store.tf("timeline-count", &[("shown", in_span.into()), ("total", input.items.len().into())])}
                if hidden > 0 { {" · "}{store.tf("timeline-hidden", &[("count", hidden.into())])} }
            </p>
            if input.items.is_empty() && hidden > 0 {
                <p class="muted">{store.tf("timeline-none", &[("total", hidden.into())])}</p>
            }
            if narrow {
                {agenda_list(store, input, span)}
            } else if *as_table {
                {item_table(store, input, span)}
            } else if let Some(width) = width {
                <Drawing input={input.clone()} names={names.clone()} {span} {limits} {width} store={store.clone()}
                    options={PlaceOptions { text: meter, ..PlaceOptions::new(1.0).in_width(width) }} on_span={show.clone()} {on_fold} {on_drawn} />
                {legend_row(store, input, width, meter)}
            }
            if !unplaced.is_empty() {
                <section><h3>{store.t("timeline-unplaced")}</h3>
                    <ul class="items">{ for unplaced.iter().map(|(id, date)| html! {
                        <li><span class="muted">{date.clone()}{" · "}</span>{item_link(store, id)}</li>
                    }) }</ul></section>
            }
        </figure>
    }
}

fn whole(store: &Store, show: &Callback<(Span, Step)>, limits: Limits, span: Span) -> Html {
    let onclick = show.reform(move |_: MouseEvent| (limits.domain, Step::Push));
    html! { <button {onclick} disabled={span == limits.domain}>{store.t("zoom-all")}</button> }
}

/// What the figure is prepared from: not the span nor the opened item, which change all the time.
struct Deps((Store, Vec<Id>));

impl PartialEq for Deps {
    fn eq(&self, other: &Self) -> bool {
        let (a, b) = (&self.0, &other.0);
        Rc::ptr_eq(&a.0.data, &b.0.data)
            && Rc::ptr_eq(&a.0.words, &b.0.words)
            && a.0.state.facets == b.0.state.facets
            && a.0.state.search == b.0.state.search
            && a.1 == b.1
    }
}

/// What is shown, in the reader's language.
struct Prepared {
    limits: Limits,
    input: Rc<TimelineInput>,
    names: Rc<Vec<Arc<str>>>,
    unplaced: Vec<(Id, String)>,
    total: usize,
}

fn prepare(store: &Store, figure: &Id, folded: &[Id]) -> Prepared {
    let tracks = figure_of(store, figure).map(|figure| figure.tracks.as_slice()).unwrap_or_default();
    let briefing = store.briefing();
    let shown = visible(briefing, &store.state, tracks);
    let limits = limits(store, tracks);
    let naming = Naming { text: &|text| store.plain(text), track: &|id| store.t(&format!("track-{id}")) };
    let input =
        timeline_input(briefing, &store.data.index, &shown, folded, (limits.domain, Some(store.today)), &naming);
    let names = names(store, &shown);
    let unplaced = shown.unplaced.iter().map(|&one| (one.id().clone(), occurrence_date(store, one))).collect();
    Prepared { limits, input: Rc::new(input), names: Rc::new(names), unplaced, total: shown.total }
}

/// The days of all occurrences of these tracks, filtered or not, so that filters do not move the axis.
fn limits(store: &Store, tracks: &[Id]) -> Limits {
    let all = visible(store.briefing(), &Default::default(), tracks);
    let spans: Vec<_> = all.placed.iter().map(|&one| span_of(one)).collect();
    let days = || spans.iter().flat_map(|&(first, last)| [first, last]).flatten().map(Day::unix_days);
    let as_of = store.briefing().card.as_of.as_ref().and_then(Edtf::latest).map(Day::unix_days);
    let first = days().chain(as_of).min().unwrap_or(0);
    let last = days().chain(as_of).max().unwrap_or(0);
    Limits::around(first, last)
}

fn names(store: &Store, shown: &Visible) -> Vec<Arc<str>> {
    let name = |one: &crate::query::Occurrence| {
        let values = [("date", occurrence_date(store, *one).into()), ("title", store.plain(one.title()).into())];
        let kind = one.kind().map(|kind| store.words.known("kind", kind));
        let name = store.tf("item-name", &values);
        Arc::from(kind.map_or(name.clone(), |kind| format!("{name} ({kind})")))
    };
    shown.placed.iter().map(name).collect()
}

/// Buttons that show some tracks only.
fn track_filter(store: &Store, figure: &Item<Figure>) -> Html {
    let all = visible(store.briefing(), &ViewState::default(), &figure.tracks);
    let mut ids: Vec<&str> = store.briefing().tracks.iter().map(|track| &*track.meta.id).collect();
    ids.extend([MEETINGS_TRACK, UNTRACKED]);
    let chosen = store.state.facets.get(&Facet::Track);
    let button = |id: &str| {
        let count = all.placed.iter().chain(&all.unplaced).filter(|one| one.track() == id).count();
        let name = store.find(id).map_or_else(|| store.t(&format!("track-{id}")), |found| store.name(found));
        let pressed = chosen.is_some_and(|chosen| chosen.iter().any(|one| &**one == id)).to_string();
        let id = Box::<str>::from(id);
        let onclick =
            store.dispatch.reform(move |_: MouseEvent| (Action::Toggle(Facet::Track, id.clone()), Step::Push));
        (count > 0).then(|| {
            html! { <button class="chip" aria-pressed={pressed} {onclick}>{name}{" "}<span class="muted">{count}</span></button> }
        })
    };
    let buttons: Vec<Html> = ids.into_iter().filter_map(button).collect();
    if buttons.len() < 2 {
        return html! {};
    }
    html! { <div class="tools" data-region="facets" role="group" aria-label={store.t("tracks-shown")}>{ for buttons }</div> }
}

/// What shapes and edges mean: those that occur.
fn legend_row(store: &Store, input: &TimelineInput, width: f64, meter: TextMeter) -> Html {
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
    let scene = legend(&entries, width, meter, store.t("legend").into());
    html(&scene, "legend", Emphasis::default())
}
