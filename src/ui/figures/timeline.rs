//! The timeline of the briefing: what to show, the tools around it, and the drawing or its list.

mod legend;

use std::rc::Rc;

use yew::prelude::*;

use legend::Legend;

use super::{
    FigureProps, figure_of,
    filters::{facet_chip, facet_chips},
    heading,
    save::{What, files},
    table::tables,
};
use crate::{
    figure::timeline::{Prepared, bounds_of},
    layout::timeline::PlaceOptions,
    model::{Day, Edtf, Id},
    scale::{Limits, Span},
    state::{Action, Facet},
    ui::{
        explore::track_counts,
        link::item_link,
        quantity::date_words,
        store::{Step, Store},
        take::whole_timeline,
        timeline::{Drawing, agenda_list},
        timing::time_preparation,
        width::{NARROW_PX, use_width},
    },
};

/// What the figure is prepared from: not the span nor the opened item, which change all the time.
struct Deps((Store, Vec<Id>));

impl PartialEq for Deps {
    fn eq(&self, other: &Self) -> bool {
        let (a, b) = (&self.0, &other.0);
        Rc::ptr_eq(&a.0.data, &b.0.data)
            && Rc::ptr_eq(&a.0.words, &b.0.words)
            && a.0.state.facets == b.0.state.facets
            && Rc::ptr_eq(&a.0.seen.hits, &b.0.seen.hits)
            && a.1 == b.1
    }
}

/// The timeline of the briefing.
#[component]
pub fn TimelineFigure(props: &FigureProps) -> Html {
    let store = &props.store;
    let (node, width) = use_width(store.room);
    let meter = store.meter;
    // Where the span is while it moves; the link follows when it rests.
    let moving = use_state(|| None::<Span>);
    let folded = use_state(Vec::<Id>::new);
    let as_table = use_state(|| false);
    let drawn = use_state(|| (0_usize, 0_usize));
    let id = props.id.clone();
    let key = (store.clone(), (*folded).clone());
    let prepared = use_memo(Deps(key), |Deps((store, folded))| {
        let _timing = time_preparation(&id);
        Some(Prepared::of(&store.context(), figure_of(store, &id)?, folded))
    });
    let (Some(figure), Some(prepared)) = (figure_of(store, &props.id), &*prepared) else { return html! {} };
    let Prepared { limits, input, names, unplaced, total, tracks } = prepared;
    let limits = *limits;
    let resting = prepared.span(&store.context(), figure);
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
    let options = PlaceOptions { text: meter, ..PlaceOptions::new(1.0).in_width(width) };
    let day = |day: i64| Edtf::from_day(Day::from_unix_days(day));
    let hidden = total - input.items.len() - unplaced.len();
    html! {
        <figure ref={node} data-figure={props.id.to_string()} class="figure timeline"
            data-visible={visible.to_string()} data-drawn={marks.to_string()}
            data-from={day(span.first_day()).as_str().to_owned()} data-to={day(span.last_day()).as_str().to_owned()}
            aria-labelledby={format!("figure-{}", props.id)}>
            {heading(store, figure)}
            <div class="toolbar">
                <div class="tools" role="group" aria-label={store.t("figure-timeline")}>
                    {tool("earlier", "←", limits.pan(span, -span.days() / 2.0))}
                    {tool("later", "→", limits.pan(span, span.days() / 2.0))}
                    {tool("zoom-out", "−", limits.zoom(span, 2.0, span.middle()))}
                    {tool("zoom-in", "+", limits.zoom(span, 0.5, span.middle()))}
                    <button onclick={reset} disabled={store.state.from.is_none() && store.state.to.is_none()}>{store.t("zoom-start")}</button>
                    {whole(store, &show, limits, span)}
                </div>
            </div>
            {track_filter(store, tracks, &figure.tracks)}
            <div class="toolbar">
                <p class="figure-status">
                    <strong>{store.tf("timeline-span", &[
                        ("from", date_words(store, &day(span.first_day())).into()),
                        ("to", date_words(store, &day(span.last_day())).into())])}</strong>{" · "}
                    {store.tf("timeline-count", &[("shown", in_span.into()), ("total", input.items.len().into())])}
                    if hidden > 0 { {" · "}{store.tf("timeline-hidden", &[("count", hidden.into())])} }
                </p>
                <div class="tools">
                    if !narrow {
                        <button data-control="table" aria-pressed={as_table.to_string()} onclick={toggle}>{store.t("show-table")}</button>
                    }
                    {files(store, &What::Picture(props.id.clone(), store.room))}
                </div>
            </div>
            if input.items.is_empty() && hidden > 0 {
                <p class="muted">{store.tf("timeline-none", &[("total", hidden.into())])}</p>
            }
            if store.is_printing {
                {whole_timeline(store, figure)}
            } else if narrow {
                {agenda_list(store, input, span)}
            } else if *as_table {
                {tables(store, figure)}
            } else {
                <Drawing figure={props.id.clone()} input={input.clone()} names={names.clone()} {span} {limits} {width} store={store.clone()}
                    {options} on_span={show.clone()} {on_fold} {on_drawn} />
                <Legend input={input.clone()} {width} {meter} store={store.clone()} />
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

/// Buttons that show some tracks only.
fn track_filter(store: &Store, tracks: &[(Box<str>, String)], limits: &[Id]) -> Html {
    if tracks.len() < 2 {
        return html! {};
    }
    let counts = track_counts(store, limits);
    let count = |id: &str| counts.iter().find(|value| *value.word == *id).map_or(0, |value| value.count);
    let chips = tracks.iter().map(|(id, name)| facet_chip(store, Facet::Track, id, name, count(id)));
    facet_chips(store, "tracks-shown", chips)
}
