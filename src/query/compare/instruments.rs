//! Two policy acts side by side.

use crate::{
    model::{Briefing, Day, Id, Instrument, Item, Stage, StageName},
    query::{Found, Index, Status, status},
};

/// Two policy acts, and where they stand.
#[derive(Clone, Debug)]
pub struct Compared<'a> {
    /// The two.
    pub acts: [&'a Item<Instrument>; 2],
    /// Where each stands on the day asked for.
    pub status: [Status; 2],
    /// The stages that one of them has, in the usual order of a life.
    pub stages: Vec<StageDates<'a>>,
    /// The relations that one of them has: the word, whether it is seen from the act that is pointed to, and for each of the
    /// two the acts at the other end. First those to others, then those from others.
    pub relations: Vec<(&'a str, bool, [Vec<&'a Id>; 2])>,
    /// The requests of stakeholders about each.
    pub positions: [Vec<&'a Id>; 2],
}

/// A stage of two policy acts.
#[derive(Clone, Debug)]
pub struct StageDates<'a> {
    /// Which stage.
    pub stage: StageName,
    /// What each records of it: nothing, one, or several.
    pub of: [Vec<&'a Item<Stage>>; 2],
}

/// Two policy acts side by side, as they stand on a day.
pub fn compare_instruments<'a>(
    briefing: &'a Briefing,
    index: &'a Index,
    acts: [&'a Item<Instrument>; 2],
    today: Day,
) -> Compared<'a> {
    let stages = StageName::ALL.iter().map(|&(stage, _)| StageDates {
        stage,
        of: acts.map(|act| act.stages.iter().filter(|one| one.stage == stage).collect()),
    });
    let mut relations: Vec<(&str, bool, [Vec<&Id>; 2])> = Vec::new();
    let mut note = |kind: &'a str, inverse: bool, side: usize, id: &'a Id| match relations
        .iter_mut()
        .find(|known| known.0 == kind && known.1 == inverse)
    {
        Some(known) => known.2[side].push(id),
        None => {
            let mut ends = [Vec::new(), Vec::new()];
            ends[side].push(id);
            relations.push((kind, inverse, ends));
        }
    };
    for (side, act) in acts.iter().enumerate() {
        act.relations.iter().for_each(|one| note(&one.kind, false, side, &one.to));
    }
    for (side, act) in acts.iter().enumerate() {
        index.followers(&act.meta.id).iter().for_each(|one| note(&one.kind, true, side, &one.from));
    }
    let is_position = |id: &&Id| matches!(index.find(briefing, id), Some(Found::Position(_)));
    Compared {
        acts,
        status: acts.map(|act| status(act, today)),
        stages: stages.filter(|one| one.of.iter().any(|of| !of.is_empty())).collect(),
        relations,
        positions: acts.map(|act| index.concerning(&act.meta.id).iter().filter(is_position).collect()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load::load;

    #[test]
    fn acts_stand_side_by_side() {
        let json = r#"{"annals":1,"id":"x","title":"X","instruments":[
            {"id":"old","title":"Old","stages":[{"id":"o1","stage":"effective","date":"2002-05-01","previous":["2002-01"]},
                {"id":"o2","stage":"superseded","date":"2020"}]},
            {"id":"new","title":"New","stages":[{"id":"n1","stage":"effective","date":"2020"},{"id":"n2","stage":"published","date":"2019-12"}],
                "relations":[{"type":"supersedes","to":"old"}]}],
            "positions":[{"id":"p","instruments":["new"],"ask":"More time"}]}"#;
        let briefing = load(json.as_bytes()).unwrap().briefing;
        let index = Index::new(&briefing);
        let acts = [&briefing.instruments[0], &briefing.instruments[1]];
        let compared = compare_instruments(&briefing, &index, acts, Day::new(2024, 1, 1).unwrap());
        assert_eq!(compared.status, [Status::Ended, Status::InForce]);
        let stages: Vec<_> = compared
            .stages
            .iter()
            .map(|one| {
                let ids =
                    |of: &Vec<&Item<Stage>>| of.iter().map(|one| one.meta.id.to_string()).collect::<Vec<_>>().join(" ");
                format!("{}: {}/{}", one.stage.word(), ids(&one.of[0]), ids(&one.of[1]))
            })
            .collect();
        assert_eq!(stages, ["published: /n2", "effective: o1/n1", "superseded: o2/"]);
        let ids = |of: &[Vec<&Id>; 2]| {
            of.each_ref().map(|ids| ids.iter().map(|id| id.as_str()).collect::<Vec<_>>().join(" "))
        };
        let relations: Vec<_> =
            compared.relations.iter().map(|(kind, inverse, ends)| (*kind, *inverse, ids(ends))).collect();
        let side = |a: &str, b: &str| [a.to_owned(), b.to_owned()];
        assert_eq!(relations, [("supersedes", false, side("", "old")), ("supersedes", true, side("new", ""))]);
        assert_eq!(ids(&compared.positions), side("", "p"));
    }

    #[test]
    fn swapping_sides_swaps_what_is_told() {
        let json = r#"{"annals":1,"id":"x","title":"X","instruments":[
            {"id":"a","title":"A","stages":[{"id":"a1","stage":"published","date":"2019"}],"relations":[{"type":"amends","to":"b"}]},
            {"id":"b","title":"B","stages":[{"id":"b1","stage":"published","date":"2018"}]}]}"#;
        let briefing = load(json.as_bytes()).unwrap().briefing;
        let index = Index::new(&briefing);
        let told = |a: usize, b: usize| {
            let acts = [&briefing.instruments[a], &briefing.instruments[b]];
            compare_instruments(&briefing, &index, acts, Day::new(2024, 1, 1).unwrap())
        };
        let (one, mut other) = (told(0, 1), told(1, 0));
        other.acts.reverse();
        other.status.reverse();
        other.positions.reverse();
        other.stages.iter_mut().for_each(|one| one.of.reverse());
        other.relations.iter_mut().for_each(|one| one.2.reverse());
        assert_eq!(format!("{one:?}"), format!("{other:?}"));
    }
}
