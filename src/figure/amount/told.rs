//! What single values come to, in sentences that follow from them by rule.

use super::{Measured, Unit, by_unit};
use crate::{
    draw::series::join,
    figure::{Context, Told},
};

/// Which value is the most and which the least, by unit; what is not stated, and what sources disagree on.
pub fn tell(context: &Context, all: &[Measured]) -> Vec<Told> {
    if all.is_empty() {
        return Told::whole(context.t("series-none"));
    }
    let units = by_unit(context, all);
    let is_titled = |unit: &Unit| units.len() > 1 && !unit.title.is_empty();
    let told = units.iter().map(|unit| Told {
        title: is_titled(unit).then(|| unit.title.clone()),
        words: join(&sentences(context, &unit.list), context.words),
    });
    told.collect()
}

fn sentences(context: &Context, own: &[&Measured]) -> Vec<String> {
    let stated: Vec<&&Measured> = own.iter().filter(|one| one.value().is_some()).collect();
    let comparable: Vec<&&Measured> = stated.iter().copied().filter(|one| one.is_comparable()).collect();
    let (told, apart) = if stated.len() == 1 { (&stated, 0) } else { (&comparable, stated.len() - comparable.len()) };
    let words = |one: &Measured| one.words(context).unwrap_or_default();
    let mut all = Vec::new();
    match told[..] {
        [] => {}
        [only] => {
            let values = [("title", only.label(context).into()), ("value", words(only).into())];
            all.push(context.tf("amounts-one", &values));
        }
        [first, ..] if told.iter().all(|one| one.is_same(first, context)) => {
            all.push(context.tf("amounts-equal", &[("count", told.len().into()), ("value", words(first).into())]));
        }
        _ => {
            let end = |more: fn(f64, f64) -> bool| {
                let value = |one: &Measured| one.value().unwrap_or_default();
                let best = told.iter().map(|one| value(one)).reduce(|a, b| if more(b, a) { b } else { a });
                let same: Vec<&&&Measured> = told.iter().filter(|one| Some(value(one)) == best).collect();
                let title = match same[..] {
                    [only] => only.label(context),
                    _ => context.tf("amounts-several", &[("count", same.len().into())]),
                };
                (same.first().map(|one| words(one)).unwrap_or_default(), title)
            };
            let ((high, highs), (low, lows)) = (end(|a, b| a > b), end(|a, b| a < b));
            let values = [("high", high.into()), ("highs", highs.into()), ("low", low.into()), ("lows", lows.into())];
            all.push(context.tf("amounts-ends", &values));
        }
    }
    let missing = own.len() - stated.len();
    let disputed = stated.iter().filter(|one| one.is_disputed()).count();
    for (key, count) in [("amounts-missing", missing), ("series-apart", apart), ("series-disagree", disputed)] {
        if count > 0 {
            all.push(context.tf(key, &[("count", count.into())]));
        }
    }
    all
}
