//! Meetings, and who came.

use super::{
    Kind::*,
    shape::{Shape, may, must, native},
    words::*,
};

const AGENDA_ITEM: Shape = Shape {
    name: "agenda-item",
    about: native("one point of an agenda"),
    item: true,
    fields: &[
        must("title", Text, "the point, in a line"),
        may("text", Markdown, "what was said"),
        may("people", List(&Ref(&["meetings"])), "who spoke: people of this meeting"),
        may("instruments", List(&Ref(&["instruments"])), "the acts it was about"),
    ],
};

const PERSON: Shape = Shape {
    name: "person",
    about: native("a person named in a source"),
    item: true,
    fields: &[
        must("name", Text, "as printed"),
        may("role", Text, "what they did there"),
        may("affiliation", Text, "where they belong, as printed"),
        may("actor", Ref(&["actors"]), "the actor they belong to"),
    ],
};

const TOTAL: Shape = Shape {
    name: "total",
    about: native("a stated number of participants"),
    item: true,
    fields: &[
        must("value", NumberFact, "how many"),
        may("qualifier", Choice(QUALIFIERS), "how exact"),
        may("who", Text, "of whom"),
    ],
};

const GROUP: Shape = Shape {
    name: "group",
    about: native("a part of those who came"),
    item: true,
    fields: &[
        must("label", Text, "which part"),
        must("value", NumberFact, "how many, or what share"),
        may("unit", Text, "percent or people"),
        may("qualifier", Choice(QUALIFIERS), "how exact"),
        may("whole", Text, "what it is a share of"),
        may("tolerance", Number, "by how much the shares may miss the whole"),
        may("part", Number, "how many it is, where it is given as a share"),
        may("base", Number, "out of how many"),
        may("cause", Choice(CAUSES), "why the shares miss the whole"),
    ],
};

const ORGANISATION: Shape = Shape {
    name: "organisation",
    about: native("an organisation named at a meeting"),
    item: true,
    fields: &[
        must("label", Text, "as printed"),
        may("actor", Ref(&["actors"]), "the actor it is"),
        may("kind", Word, "what sort of organisation"),
        may("seat", Text, "where its headquarters were, or whom it represents"),
        must("status", Choice(PRESENCES), "in what capacity"),
    ],
};

const ATTENDANCE: Shape = Shape {
    name: "attendance",
    about: native("who came, as far as sources say"),
    item: false,
    fields: &[
        may("totals", List(&Object(&TOTAL)), "stated numbers of participants"),
        may("groups", List(&Object(&GROUP)), "shares or parts"),
        may("organisations", List(&Object(&ORGANISATION)), "organisations named"),
    ],
};

const OUTCOME: Shape = Shape {
    name: "outcome",
    about: native("what came of a meeting"),
    item: true,
    fields: &[must("text", Markdown, "what came of it")],
};

/// A meeting and who came.
pub(super) const MEETING: Shape = Shape {
    name: "meeting",
    about: native("a meeting and who came"),
    item: true,
    fields: &[
        must("date", DateFact, "when, or its first day"),
        may("end", DateFact, "its last day"),
        may("city", Text, "where"),
        may("country", Text, "in which country"),
        may("format", Choice(MEETING_FORMATS), "how it was held"),
        must("title", Text, "its title"),
        may("topics", List(&Text), "what it was about"),
        may("summary", Text, "what happened"),
        may("organisers", List(&Ref(&["actors"])), "who held it"),
        may("agenda", List(&Object(&AGENDA_ITEM)), "its agenda"),
        may("people", List(&Object(&PERSON)), "who is named"),
        may("attendance", Object(&ATTENDANCE), "who came"),
        may("outcomes", List(&Object(&OUTCOME)), "what came of it"),
    ],
};
