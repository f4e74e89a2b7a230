//! Where policy acts come from and what follows from them, along their relations.

use crate::{
    circles::circles,
    model::{Briefing, Day, Id, Instrument, Item},
    order,
};

use super::Index;

/// A relation between two acts of a lineage.
#[derive(Clone, Copy, Debug)]
pub struct Tie<'a> {
    /// The place of the act that has the relation: the later one, as a rule.
    pub from: usize,
    /// The word of the relation.
    pub kind: &'a str,
    /// The place of the act that it points to.
    pub to: usize,
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

impl<'a> Lineage<'a> {
    /// The relations of the act at a place.
    pub fn ties_of(&self, place: usize) -> &[Tie<'a>] {
        let from = self.ties.partition_point(|tie| tie.from < place);
        &self.ties[from..self.ties.partition_point(|tie| tie.from <= place)]
    }
}

/// The lineage of acts: all that they come from, and all that follows from them. Without ids, that of all acts with relations.
pub fn lineage<'a>(briefing: &'a Briefing, index: &'a Index, ids: &[Id]) -> Lineage<'a> {
    let all = &briefing.instruments;
    let at = |id: &str| index.instrument(id).filter(|at| *at < all.len());
    let earlier = |of: usize| all[of].relations.iter().filter_map(|one| at(&one.to)).collect::<Vec<_>>();
    let later = |of: usize| {
        let from = index.followers(&all[of].meta.id).iter().filter_map(|link| at(&link.from));
        from.collect::<Vec<_>>()
    };
    let start: Vec<usize> = if ids.is_empty() {
        (0..all.len()).filter(|&act| !all[act].relations.is_empty() || !later(act).is_empty()).collect()
    } else {
        ids.iter().filter_map(|id| at(id)).collect()
    };
    let mut found = vec![false; all.len()];
    for next in [&earlier as &dyn Fn(usize) -> Vec<usize>, &later] {
        // What was met in this direction is not met again, so that a circle ends.
        let mut met = vec![false; all.len()];
        let mut open = start.clone();
        while let Some(act) = open.pop() {
            if !std::mem::replace(&mut met[act], true) {
                found[act] = true;
                open.extend(next(act));
            }
        }
    }
    let mut order: Vec<u32> = (0..all.len() as u32).filter(|&act| found[act as usize]).collect();
    let began: Vec<Option<Day>> = all.iter().map(|act| began(act)).collect();
    order::sort(&mut order, &|a, b| {
        let (a, b) = (began[a as usize], began[b as usize]);
        a.is_none().cmp(&b.is_none()).then(a.cmp(&b))
    });
    let mut place = vec![None; all.len()];
    for (at, &act) in order.iter().enumerate() {
        place[act as usize] = Some(at);
    }
    let acts: Vec<&Item<Instrument>> = order.into_iter().map(|act| &all[act as usize]).collect();
    let ties = acts.iter().enumerate().flat_map(|(from, act)| {
        let place = |id: &str| at(id).and_then(|act| place[act]);
        act.relations.iter().filter_map(move |one| Some(Tie { from, kind: &one.kind, to: place(&one.to)? }))
    });
    let ties: Vec<Tie> = ties.collect();
    let circles = circles_of(&acts, &ties);
    Lineage { acts, ties, circles }
}

/// Acts that come from one another; of circles that begin or close at the same act, the first.
fn circles_of<'a>(acts: &[&'a Item<Instrument>], ties: &[Tie<'a>]) -> Vec<Vec<&'a Item<Instrument>>> {
    let mut links = vec![Vec::new(); acts.len()];
    for tie in ties {
        links[tie.from].push(tie.to);
    }
    let (mut found, mut told) = (Vec::new(), vec![false; acts.len()]);
    circles(&links, &mut |circle| {
        if circle.first().zip(circle.last()).is_some_and(|(first, last)| !told[*first] && !told[*last]) {
            circle.iter().for_each(|act| told[*act] = true);
            found.push(circle.iter().map(|act| acts[*act]).collect());
        }
    });
    found
}

/// The first day on which an act is heard of.
fn began(act: &Instrument) -> Option<Day> {
    act.stages.iter().filter_map(|stage| stage.date.value.earliest()).min()
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
        let ties = found
            .ties
            .iter()
            .map(|tie| format!("{} {} {}", found.acts[tie.from].meta.id, tie.kind, found.acts[tie.to].meta.id));
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
