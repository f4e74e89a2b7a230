//! What narrows the page at hand, in words: filters, words sought, days looked back to, the span of time.

use super::{
    Context,
    provenance::{day_words, filter_words},
};
use crate::{model::Figure, query::filters_in_force, state::Bound};

/// What narrows what the page at hand shows, a line each; empty where it shows all.
pub fn conditions(context: &Context) -> Vec<String> {
    let filters = filter_words(context, filters_in_force(context.briefing, context.state));
    let filters = (!filters.is_empty()).then(|| {
        context.tf("labelled", &[("label", context.t("filters-in-force").into()), ("words", filters.join("; ").into())])
    });
    filters.into_iter().chain(days(context)).chain(span(context)).collect()
}

/// The days that the reader looks back to, a line each; empty where nobody looks back.
pub fn days(context: &Context) -> Vec<String> {
    day_words(context)
}

/// The figures of the page at hand, in their order.
pub fn figures_shown<'a>(context: &Context<'a>) -> impl Iterator<Item = &'a crate::model::Item<Figure>> {
    let (briefing, view) = (context.briefing, context.state.view().to_owned());
    let view = briefing.views.iter().find(|one| *one.meta.id == *view);
    let ids = view.into_iter().flat_map(|view| &view.parts).filter_map(|part| part.figure.as_ref());
    ids.filter_map(|id| briefing.figures.iter().find(|figure| figure.meta.id == *id))
}

/// The span asked for, where a timeline heeds it.
fn span(context: &Context) -> Option<String> {
    let state = context.state;
    if (state.from.is_none() && state.to.is_none()) || !figures_shown(context).any(|one| &*one.kind == "timeline") {
        return None;
    }
    let words = |bound: &Option<Bound>, all: &str| match bound {
        Some(Bound::Date(date)) => context.date(date),
        _ => context.t(all),
    };
    let values = [("from", words(&state.from, "span-earliest").into()), ("to", words(&state.to, "span-latest").into())];
    Some(context.tf("span-shown", &values))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        i18n::{Language, Words},
        load::load,
        model::Day,
        query::{Index, search::Hits},
        state::read,
    };

    #[test]
    fn only_what_the_page_heeds_is_stated() {
        let json = r#"{"annals":1,"id":"x","title":"X","tracks":[{"id":"law","title":"Laws"}],
            "figures":[{"id":"line","kind":"timeline"},{"id":"acts","kind":"documents"},{"id":"cards","kind":"values"}],
            "views":[{"id":"overview","title":"O","parts":[{"figure":"cards"}]},{"id":"one","title":"One","parts":[{"figure":"line"}]},
            {"id":"two","title":"Two","parts":[{"figure":"acts"}]}]}"#;
        let briefing = load(json.as_bytes()).unwrap().briefing;
        let index = Index::new(&briefing);
        let said = |language, query: &str| {
            let (words, state) = (Words::new(language), read(query).0);
            let today = Day::new(2026, 4, 1).unwrap();
            conditions(&Context {
                briefing: &briefing,
                index: &index,
                words: &words,
                state: &state,
                hits: &Hits::default(),
                today,
            })
        };
        let asked = "track=law&status=in-force&grade=official&q=toys&from=2019-05&to=latest";
        assert_eq!(said(Language::En, asked), [""; 0]);
        assert_eq!(
            said(Language::En, &format!("view=one&{asked}")),
            ["Filters: Laws; official; “toys”", "Period shown: May 2019 to the latest date"]
        );
        assert_eq!(said(Language::En, &format!("view=two&{asked}")), ["Filters: in force; official; “toys”"]);
        assert_eq!(said(Language::ZhHans, "view=one&from=2019-05&to=latest"), ["所示时段：2019年5月至最近日期"]);
        assert_eq!(said(Language::En, "view=one"), [""; 0]);
        assert_eq!(
            said(Language::En, "asof=2020-01-31&known=2021-06-01"),
            ["As of: 31 January 2020", "Known on: 1 June 2021"]
        );
    }
}
