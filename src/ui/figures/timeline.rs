//! The timeline of the briefing: what to show, the tools around it, and the drawing or its list.

use std::{rc::Rc, sync::Arc};

use yew::prelude::*;

use super::{FigureProps, figure_of, heading, sources::SearchBox};
use crate::{
    draw::occurrences::{Naming, timeline_input},
    layout::timeline::{Glyph, PlaceOptions, TimelineInput},
    model::{Day, Edtf, Id},
    query::{Visible, span_of, visible},
    scale::{Limits, Span},
    state::{Action, Facet},
    ui::{
        link::ItemLink,
        quantity::{date_words, occurrence_date},
        store::{Step, Store, use_store},
        timeline::{AgendaList, Drawing, ItemTable, bounds_of, span_of_state},
        width::{NARROW_PX, use_text_meter, use_width},
    },
};

/// The timeline of the briefing.
#[component]
pub fn TimelineFigure(props: &FigureProps) -> Html {
    let store = use_store();
    let (node, width) = use_width();
    let meter = use_text_meter();
    // Where the span is while it moves; the link follows when it rests.
    let moving = use_state(|| None::<Span>);
    let folded = use_state(Vec::<Id>::new);
    let as_table = use_state(|| false);
    let drawn = use_state(|| (0_usize, 0_usize));
    let id = props.id.clone();
    let key = (store.clone(), (*folded).clone());
    let prepared = use_memo(Deps(key), |Deps((store, folded))| prepare(store, &id, folded));
    let Some(figure) = figure_of(&store, &props.id) else { return html! {} };
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
    let narrow = width < NARROW_PX;
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
            {heading(&store, figure)}
            <div class="toolbar">
                <SearchBox label={store.t("timeline-search")} />
                <div class="tools" role="group" aria-label={store.t("figure-timeline")}>
                    {tool("earlier", "←", limits.pan(span, -span.days() / 2.0))}
                    {tool("later", "→", limits.pan(span, span.days() / 2.0))}
                    {tool("zoom-out", "−", limits.zoom(span, 2.0, span.middle()))}
                    {tool("zoom-in", "+", limits.zoom(span, 0.5, span.middle()))}
                    <button onclick={reset} disabled={store.state.from.is_none() && store.state.to.is_none()}>{store.t("zoom-start")}</button>
                    {whole(&store, &show, limits, span)}
                    if !narrow {
                        <button data-control="table" aria-pressed={as_table.to_string()} onclick={toggle}>{store.t("show-table")}</button>
                    }
                </div>
            </div>
            <TrackFilter id={props.id.clone()} />
            <p class="figure-status">
                <strong>{store.tf("timeline-span", &[
                    ("from", date_words(&store, &day(span.first_day())).into()),
                    ("to", date_words(&store, &day(span.last_day())).into())])}</strong>{" · "}
                {store.tf("timeline-count", &[("shown", in_span.into()), ("total", input.items.len().into())])}
                if hidden > 0 { {" · "}{store.tf("timeline-hidden", &[("count", hidden.into())])} }
            </p>
            if input.items.is_empty() && hidden > 0 {
                <p class="muted">{store.tf("timeline-none", &[("total", hidden.into())])}</p>
            }
            if narrow {
                <AgendaList input={input.clone()} {span} />
            } else if *as_table {
                <ItemTable input={input.clone()} {span} />
            } else {
                <Drawing input={input.clone()} names={names.clone()} {span} {limits} {width} store={store.clone()}
                    options={PlaceOptions { text: meter, ..PlaceOptions::new(1.0) }} on_span={show.clone()} {on_fold} {on_drawn} />
                <Legend />
            }
            if !unplaced.is_empty() {
                <section><h3>{store.t("timeline-unplaced")}</h3>
                    <ul class="items">{ for unplaced.iter().map(|(id, date)| html! {
                        <li><span class="muted">{date.clone()}{" · "}</span><ItemLink id={id.clone()} /></li>
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
#[component]
fn TrackFilter(props: &FigureProps) -> Html {
    let store = use_store();
    let tracks = figure_of(&store, &props.id).map(|figure| figure.tracks.clone()).unwrap_or_default();
    let all = visible(store.briefing(), &Default::default(), &tracks);
    let mut ids: Vec<&str> = store.briefing().tracks.iter().map(|track| &*track.meta.id).collect();
    ids.extend([crate::query::MEETINGS_TRACK, crate::query::UNTRACKED]);
    let chosen = store.state.facets.get(&Facet::Track);
    let button = |id: &str| {
        let count = all.placed.iter().chain(&all.unplaced).filter(|one| one.track() == id).count();
        if count == 0 {
            return None;
        }
        let name = store.find(id).map_or_else(|| store.t(&format!("track-{id}")), |found| store.name(found));
        let pressed = chosen.is_some_and(|chosen| chosen.iter().any(|one| &**one == id));
        let (store, id) = (store.clone(), Box::<str>::from(id));
        let onclick = move |_| store.act(Action::Toggle(Facet::Track, id.clone()));
        Some(
            html! { <button class="chip" aria-pressed={pressed.to_string()} {onclick}>{name}{" "}<span class="muted">{count}</span></button> },
        )
    };
    let buttons: Vec<Html> = ids.into_iter().filter_map(button).collect();
    if buttons.len() < 2 {
        return html! {};
    }
    html! { <div class="tools" data-region="facets" role="group" aria-label={store.t("tracks-shown")}>{ for buttons }</div> }
}

/// What the shapes mean.
#[component]
fn Legend() -> Html {
    let store = use_store();
    let entry = |glyph: Glyph, key: &str| {
        let scene = crate::draw::glyph::sample(glyph);
        html! { <li><span aria-hidden="true">{crate::render::html::html(&scene, "sample", Default::default())}</span>{store.t(key)}</li> }
    };
    html! {
        <ul class="legend" aria-label={store.t("legend")}>
            {entry(Glyph::Circle, "legend-event")}
            {entry(Glyph::Diamond, "legend-law")}
            {entry(Glyph::Square, "legend-meeting")}
            {entry(Glyph::Triangle, "legend-draft")}
            {entry(Glyph::Ring, "legend-report")}
        </ul>
    }
}
