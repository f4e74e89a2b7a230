//! Series of different units in one figure: they never share an axis, which the author should know.

use crate::model::Briefing;

/// Kinds of figures whose series stand on one axis.
const KINDS: [&str; 3] = ["line", "bars", "slope"];

/// The figures, by their place, that name series of different units, and these units.
pub(super) fn differing(briefing: &Briefing) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    for (slot, figure) in briefing.figures.iter().enumerate().filter(|(_, figure)| KINDS.contains(&&*figure.kind)) {
        let mut units: Vec<&str> = Vec::new();
        for id in &figure.series {
            let Some(series) = briefing.series.iter().find(|series| series.meta.id == *id) else { continue };
            let unit = series.unit.as_ref().and_then(|unit| unit.versions().first()).map_or("–", |unit| &unit.text);
            if !units.contains(&unit) {
                units.push(unit);
            }
        }
        if units.len() > 1 {
            found.push((slot, units.join(", ")));
        }
    }
    found
}
