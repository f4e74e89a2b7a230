//! Where policy acts come from and what follows from them, along their relations.

use crate::{
    model::{Briefing, Day, Id, Instrument, Item},
    order,
};

use super::{Found, Index};

/// A relation between two acts of a lineage.
#[derive(Clone, Copy, Debug)]
pub struct Tie<'a> {
    /// The act that has the relation: the later one, as a rule.
    pub from: &'a Item<Instrument>,
    /// The word of the relation.
    pub kind: &'a str,
    /// The act that it points to.
    pub to: &'a Item<Instrument>,
}

/// Acts and how they hang together.
#[derive(Clone, Debug, Default)]
pub struct Lineage<'a> {
    /// The acts, the one that began first at the top; those without a date last.
    pub acts: Vec<&'a Item<Instrument>>,
    /// Their relations, in the order of the acts.
    pub ties: Vec<Tie<'a>>,
    /// Acts that come from one another, each circle once.
    pub circles: Vec<Vec<&'a Item<Instrument>>>,
}

/// The lineage of acts: all that they come from, and all that follows from them. Without ids, that of all acts with relations.
pub fn lineage<'a>(briefing: &'a Briefing, index: &'a Index, ids: &[Id]) -> Lineage<'a> {
    let act = |id: &str| match index.find(briefing, id) {
        Some(Found::Instrument(act)) => Some(act),
        _ => None,
    };
    let earlier = |of: &Item<Instrument>| of.relations.iter().filter_map(|one| act(&one.to)).collect::<Vec<_>>();
    let later = |of: &Item<Instrument>| {
        let from = index.followers(&of.meta.id).iter().filter_map(|link| act(&link.from));
        from.collect::<Vec<_>>()
    };
    let is_tied = |act: &&'a Item<Instrument>| !act.relations.is_empty() || !later(act).is_empty();
    let start: Vec<&Item<Instrument>> = if ids.is_empty() {
        briefing.instruments.iter().filter(is_tied).collect()
    } else {
        ids.iter().filter_map(|id| act(id)).collect()
    };
    let mut found: Vec<&Item<Instrument>> = Vec::new();
    for next in [&earlier as &dyn Fn(&Item<Instrument>) -> Vec<&'a Item<Instrument>>, &later] {
        // What was met in this direction is not met again, so that a circle ends.
        let mut met: Vec<&Item<Instrument>> = Vec::new();
        let mut open = start.clone();
        while let Some(act) = open.pop() {
            if !met.iter().any(|one| one.meta.id == act.meta.id) {
                met.push(act);
                open.extend(next(act));
            }
        }
        found.extend(met);
    }
    let met = |act: &&Item<Instrument>| found.iter().any(|one| one.meta.id == act.meta.id);
    let found: Vec<&Item<Instrument>> = briefing.instruments.iter().filter(met).collect();
    let by_date = order::sorted(found.len(), &|a, b| {
        let (a, b) = (began(found[a]), began(found[b]));
        a.is_none().cmp(&b.is_none()).then(a.cmp(&b))
    });
    let acts: Vec<&Item<Instrument>> = by_date.into_iter().map(|at| found[at as usize]).collect();
    let place = |id: &Id| acts.iter().position(|one| one.meta.id == *id);
    let mut ties = Vec::new();
    for from in &acts {
        for relation in &from.relations {
            let to = act(&relation.to).and_then(|to| place(&to.meta.id));
            if let Some(to) = to {
                ties.push(Tie { from, kind: &relation.kind, to: acts[to] });
            }
        }
    }
    let circles = circles(&acts, &ties);
    Lineage { acts, ties, circles }
}

/// The first day on which an act is heard of.
fn began(act: &Instrument) -> Option<Day> {
    act.stages.iter().filter_map(|stage| stage.date.value.earliest()).min()
}

/// The circles: for each act, whether following the relations leads back to it.
fn circles<'a>(acts: &[&'a Item<Instrument>], ties: &[Tie<'a>]) -> Vec<Vec<&'a Item<Instrument>>> {
    let mut circles: Vec<Vec<&Item<Instrument>>> = Vec::new();
    for first in acts {
        if circles.iter().flatten().any(|one| one.meta.id == first.meta.id) {
            continue;
        }
        // Each way begins at the act; the first that comes back is its circle.
        let mut ways: Vec<Vec<&Item<Instrument>>> = vec![vec![first]];
        let mut met: Vec<&Id> = Vec::new();
        while let Some(way) = ways.pop() {
            let Some(last) = way.last() else { continue };
            for tie in ties.iter().filter(|tie| tie.from.meta.id == last.meta.id) {
                if tie.to.meta.id == first.meta.id {
                    circles.push(way.clone());
                    ways.clear();
                    break;
                }
                if !met.contains(&&tie.to.meta.id) {
                    met.push(&tie.to.meta.id);
                    ways.push(way.iter().copied().chain([tie.to]).collect());
                }
            }
        }
    }
    circles
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The lineage of acts given as JSON: acts, ties and circles.
    fn told(instruments: &str, ids: &[&str]) -> [String; 3] {
        let text = format!(r#"{{"annals":1,"id":"x","title":"X","instruments":[{instruments}]}}"#);
        let briefing = crate::load::load(text.as_bytes()).expect("a briefing").briefing;
        let index = Index::new(&briefing);
        let ids: Vec<Id> = ids.iter().map(|id| Id::from(*id)).collect();
        let found = lineage(&briefing, &index, &ids);
        let names =
            |acts: &[&Item<Instrument>]| acts.iter().map(|one| one.meta.id.to_string()).collect::<Vec<_>>().join(" ");
        let ties = found.ties.iter().map(|tie| format!("{} {} {}", tie.from.meta.id, tie.kind, tie.to.meta.id));
        let circles = found.circles.iter().map(|circle| names(circle)).collect::<Vec<_>>().join("; ");
        [names(&found.acts), ties.collect::<Vec<_>>().join("; "), circles]
    }

    fn act(id: &str, year: &str, relations: &[(&str, &str)]) -> String {
        let relations: Vec<_> =
            relations.iter().map(|(kind, to)| format!(r#"{{"type":"{kind}","to":"{to}"}}"#)).collect();
        format!(
            r#"{{"id":"{id}","title":"{id}","stages":[{{"stage":"announced","date":"{year}"}}],"relations":[{}]}}"#,
            relations.join(",")
        )
    }

    #[test]
    fn up_and_down_but_not_aside() {
        let all = [
            act("c", "2003", &[("amends", "b")]),
            act("a", "2001", &[]),
            act("b", "2002", &[("implements", "a")]),
            act("aside", "2002", &[("implements", "a")]),
            act("alone", "2002", &[]),
        ]
        .join(",");
        assert_eq!(told(&all, &["b"]), ["a b c", "b implements a; c amends b", ""]);
        assert_eq!(told(&all, &["a"])[0], "a b aside c");
        assert_eq!(told(&all, &[])[0], "a b aside c");
        assert_eq!(told(&all, &["none"])[0], "");
    }

    #[test]
    fn a_circle_ends_and_is_told() {
        let all = [
            act("a", "2001", &[("amends", "c")]),
            act("b", "2002", &[("amends", "a")]),
            act("c", "2003", &[("amends", "b")]),
        ]
        .join(",");
        let [acts, ties, circles] = told(&all, &["b"]);
        assert_eq!((acts.as_str(), ties.matches(';').count()), ("a b c", 2));
        assert_eq!(circles, "a c b");
        let own = act("a", "2001", &[("continues", "a")]);
        assert_eq!(told(&own, &["a"])[2], "a");
    }
}
