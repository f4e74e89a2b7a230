//! The list of all meetings below their picture.

use yew::prelude::*;

use crate::{
    draw::thin,
    figure::meetings::{meetings_of, stated},
    model::{Figure, Item, Meeting, Qualifier, Total},
    ui::{link::open, quantity::span_words, store::Store, text::text},
};

/// All meetings, oldest first, each with its number of participants.
pub fn list(store: &Store, figure: &Item<Figure>) -> Html {
    let all = meetings_of(&store.context(), figure);
    let (listed, rest) = thin::first(all.len());
    let most = all.iter().flat_map(|one| &one.attendance.totals).map(|total| total.value.value).fold(1.0, f64::max);
    html! { <details class="more" open={true}><summary>{store.t("meetings-list")}</summary>
    <ol class="meeting-list">{ for all.iter().take(listed).map(|one| row(store, one, most)) }</ol>
    if rest > 0 { <p class="muted">{store.tf("thin-more", &[("count", rest.into())])}</p> }</details> }
}

fn row(store: &Store, one: &Item<Meeting>, most: f64) -> Html {
    let place: Vec<String> = [&one.city, &one.country].into_iter().flatten().map(|it| store.plain(it)).collect();
    html! {
        <li data-key={one.meta.id.to_string()}>
            <span class="when">{span_words(store, &one.date, one.end.as_ref())}</span>
            <span class="what">{open(store, &one.meta.id, None, text(store, &one.title))}
                if !place.is_empty() { <span class="muted">{" · "}{place.join(", ")}</span> }</span>
            <span class="how-many">
                { for one.attendance.totals.iter().map(|total| participants_bar(store, total, most)) }
                if one.attendance.totals.is_empty() {
                    <svg class="count-bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true"><path class="count-missing" d="M0 4H100" /></svg>
                    <span class="muted">{store.t("not-stated")}</span>
                }
            </span>
        </li>
    }
}

/// A number of participants with its bar; where it is a lower limit, the end stays open.
fn participants_bar(store: &Store, total: &Item<Total>, most: f64) -> Html {
    let width = (total.value.value / most * 92.0).clamp(0.5, 92.0);
    let is_open = matches!(total.qualifier, Qualifier::MoreThan | Qualifier::AtLeast);
    let class = if total.qualifier == Qualifier::Exact || is_open { "count-part" } else { "count-part soft" };
    html! { <>
        <svg class="count-bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
            <rect {class} width={width.to_string()} height="8" />
            if is_open { <path class="count-open" d={format!("M{} 0L{} 4L{} 8Z", width, width + 6.0, width)} /> }
        </svg>
        {open(store, &total.meta.id, None, html! { {stated(&store.context(), total)} })}
        { for total.who.as_ref().map(|who| html! { <span class="muted">{" "}{text(store, who)}</span> }) }
    </> }
}
