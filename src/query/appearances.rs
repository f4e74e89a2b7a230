//! On which pages an item is shown.

use crate::model::{Briefing, Figure, Id, Item, View};

/// The pages and figures that name the item, or the series that it belongs to, in the order of the pages. Figures that show
/// all there is of a sort name nothing, and do not count.
pub fn appearances<'a>(briefing: &'a Briefing, id: &Id) -> Vec<(&'a Item<View>, &'a Item<Figure>)> {
    let is_of = |series: &Id| {
        let series = briefing.series.iter().find(|one| one.meta.id == *series);
        series.is_some_and(|series| series.observations.iter().any(|one| one.meta.id == *id))
    };
    let names = |figure: &Figure| {
        let series = figure.series.iter().any(|series| series == id || is_of(series));
        series || figure.items.contains(id) || figure.pins.contains(id) || figure.values.iter().any(|one| one.of == *id)
    };
    let parts = briefing.views.iter().flat_map(|view| view.parts.iter().map(move |part| (view, part)));
    parts
        .filter_map(|(view, part)| {
            let shown = part.figure.as_ref()?;
            Some((view, briefing.figures.iter().find(|figure| figure.meta.id == *shown)?))
        })
        .filter(|(_, figure)| names(figure))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load::load;

    #[test]
    fn an_item_appears_where_a_figure_names_it_or_its_series() {
        let json = r#"{"annals":1,"id":"x","title":"X",
            "events":[{"id":"e","date":"2019","title":"E"},{"id":"f","date":"2019","title":"F"}],
            "series":[{"id":"s","title":"S","observations":[{"id":"o","date":"2019","value":1}]}],
            "figures":[{"id":"line","kind":"series","series":["s"],"pins":["e"]},{"id":"big","kind":"values","values":[{"of":"o"}]}],
            "views":[{"id":"overview","title":"O"},{"id":"one","title":"One","parts":[{"figure":"line"}]},{"id":"two","title":"Two","parts":[{"figure":"big"}]}]}"#;
        let briefing = load(json.as_bytes()).unwrap().briefing;
        let on = |id: &str| {
            let found = appearances(&briefing, &Id::from(id));
            found
                .iter()
                .map(|(view, figure)| format!("{} {}", view.meta.id, figure.meta.id))
                .collect::<Vec<_>>()
                .join(", ")
        };
        assert_eq!(["e", "f", "s", "o"].map(on), ["one line", "", "one line", "one line, two big"].map(str::to_owned));
    }
}
