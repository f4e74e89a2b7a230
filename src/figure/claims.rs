//! Who says what, where sources disagree on a value.

use super::{Context, Told, rest::more};
use crate::{
    i18n::number,
    model::{Citation, Fact, Id, Item, Observation, Series},
    query::Found,
};

/// So many disputed values are told with all that is said of them.
const MOST_TOLD: usize = 4;

/// The name of a value, with its date.
pub fn titled(context: &Context, found: Found) -> String {
    let title = context.name(found);
    match found.date() {
        Some(date) => {
            context.tf("amount-dated", &[("title", title.into()), ("date", context.date(&date.value).into())])
        }
        None => title,
    }
}

/// What other sources say instead, up to `most`: other values of the same fact, and other values of the series that a dispute sets against it.
pub fn rivals(context: &Context, found: Found, fact: &Fact<f64>, most: f64) -> Vec<(f64, Vec<Citation>)> {
    let mut all: Vec<(f64, Vec<Citation>)> = Vec::new();
    let mut add = |value: f64, sources: &[Citation]| {
        if value != fact.value && value.abs() <= most && !all.iter().any(|(known, _)| *known == value) {
            all.push((value, sources.to_vec()));
        }
    };
    for other in fact.alternatives() {
        add(other.value, other.sources());
    }
    if let Found::Observation(series, one) = found {
        let disputes = context.index.concerning(&one.meta.id).iter().filter_map(|id| context.find(id));
        let named: Vec<&Id> = disputes
            .flat_map(|found| match found {
                Found::Dispute(dispute) => dispute.on.as_slice(),
                _ => &[],
            })
            .collect();
        for other in series.observations.iter().filter(|other| named.contains(&&other.meta.id)) {
            add(other.value.value, Found::Observation(series, other).sources());
        }
    }
    all
}

/// A value and who says so.
pub fn by(context: &Context, value: String, sources: &[Citation]) -> String {
    let names: Vec<String> = sources.iter().map(|one| context.name_of(&one.source)).collect();
    let who = if names.is_empty() { context.t("claim-unnamed") } else { names.join("; ") };
    context.tf("claim-by", &[("value", value.into()), ("who", who.into())])
}

/// What each source says of the disputed among some values, side by side.
pub fn told<'a>(
    context: &Context,
    values: impl Iterator<Item = (&'a Item<Series>, &'a Item<Observation>)>,
) -> Option<Told> {
    let mut said: Vec<String> = Vec::new();
    let mut rest = 0;
    for (series, one) in values {
        let found = Found::Observation(series, one);
        let rivals = rivals(context, found, &one.value, f64::INFINITY);
        if rivals.is_empty() {
            continue;
        }
        if said.len() == MOST_TOLD {
            rest += 1;
            continue;
        }
        let own = by(context, context.words.quantity(one.value.value, one.qualifier, None), found.sources());
        let others = rivals.iter().map(|(value, sources)| by(context, number(*value), sources));
        let claims: Vec<String> = std::iter::once(own).chain(others).collect();
        let values =
            [("what", titled(context, found).into()), ("claims", claims.join(&context.t("claims-join")).into())];
        said.push(context.tf("claims-told", &values));
    }
    said.extend(more(context, rest));
    Told::whole(crate::draw::series::join(&said, context.words)).pop()
}
