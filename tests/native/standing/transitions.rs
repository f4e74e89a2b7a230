//! Which transitions from one status to another there can be.

use std::collections::BTreeSet;

use annals::model::{StageName, StageName::*};

/// The transitions that stages can bring about, whichever of them there are and in whichever order they come; the table in
/// words of its own.
pub fn possible() -> BTreeSet<(&'static str, &'static str)> {
    const SORTS: [StageName; 8] =
        [Announced, ConsultationOpened, CommentsClose, Adopted, Effective, GraceEnds, Repealed, Withdrawn];
    fn stands(behind: &[StageName], ahead: &[StageName]) -> &'static str {
        let is = |name| behind.contains(&name);
        match () {
            () if is(Withdrawn) => "withdrawn",
            () if is(Repealed) => "ended",
            () if is(Effective) => {
                if ahead.contains(&GraceEnds) {
                    "grace"
                } else {
                    "in-force"
                }
            }
            () if is(Adopted) => {
                if ahead.contains(&Effective) {
                    "adopted"
                } else {
                    "issued"
                }
            }
            () if is(ConsultationOpened) && ahead.contains(&CommentsClose) => "open",
            () if is(Announced) || is(ConsultationOpened) || is(CommentsClose) => "proposed",
            () => "before",
        }
    }
    fn orders(so_far: &mut Vec<StageName>, found: &mut BTreeSet<(&'static str, &'static str)>) {
        // What comes before its beginning is a fault of the data, and so is what goes on after the end.
        let begins = |end, begin| {
            let at = |name| so_far.iter().position(|one| *one == name);
            at(end).is_none_or(|end| at(begin).is_some_and(|begin| begin < end))
        };
        let is_sound = begins(CommentsClose, ConsultationOpened)
            && begins(GraceEnds, Effective)
            && so_far
                .iter()
                .position(|one| *one == Withdrawn)
                .is_none_or(|at| so_far[at..].iter().all(|one| !matches!(one, Announced | ConsultationOpened)));
        for at in 0..so_far.len() {
            let steps = [at, at + 1].map(|behind| stands(&so_far[..behind], &so_far[behind..]));
            if is_sound && steps[0] != steps[1] {
                found.insert((steps[0], steps[1]));
            }
        }
        for name in SORTS {
            if !so_far.contains(&name) {
                so_far.push(name);
                orders(so_far, found);
                so_far.pop();
            }
        }
    }
    let mut found = BTreeSet::new();
    orders(&mut Vec::new(), &mut found);
    found
}
