//! The data format, version 1: every part and field, what each holds and means.
//!
//! This is the only description of the format. The checks walk a document along it, the JSON Schema and the columns of
//! the authoring tables are made from it, and the types of [`crate::model`] mirror it.
//!
//! # Ids that are made
//!
//! An item without id gets one, so that it can be selected and linked:
//!
//! - an item of a part: the part's name and its place, `events-3` for the third event;
//! - an item inside another: the outer item's id, a dot, and its key: the word of a stage (`gb-1.effective`), the date of
//!   an observation or of a catalogue version (`exports.2019-10`); for others the sort of item and its place among its
//!   neighbours (`meeting-7.person-2`). In keys all but letters and digits becomes `-`.
//!
//! Where an id is taken already, `-2`, `-3` and so on is added.

mod meetings;
mod pages;
mod shape;
mod words;

use Kind::*;

use meetings::MEETING;
use pages::{FIGURE, STEP, VIEW};
pub use shape::{Field, Kind, Shape};
use shape::{may, must, native};
pub use words::*;

/// The newest version of the data format that is understood.
pub const VERSION: u64 = 1;

const SOURCES: Kind = List(&Citation);
const WORDS: Kind = List(&Word);

/// Fields that every item may have.
pub const COMMON: &[Field] = &[
    may("id", Id, "unique in the document; made from the place when not given"),
    may("aliases", List(&Id), "former ids, under which links still find the item"),
    may("sources", SOURCES, "what the item rests on"),
    may("grade", Choice(GRADES), "how it is known"),
    may("confidence", Choice(CONFIDENCES), "how sure it is"),
    may("note", Text, "a remark"),
    may("tags", WORDS, "free words to group by"),
    may("recorded_on", Date, "when it was entered"),
    may("visibility", Choice(&["public", "internal"]), "internal items are left out when published"),
];

/// A citation written out.
pub const CITATION: Shape = Shape {
    name: "citation",
    about: native("a reference to a source"),
    item: false,
    fields: &[
        must("id", Ref(&["sources"]), "the source"),
        may("locator", Text, "page, article or paragraph"),
        may("quote", Text, "the words of the source"),
        may("language", Language, "language of the quote"),
        may("translator", Word, "who translated the quote"),
    ],
};

/// The evidence of one value; `value` itself and `alternatives` depend on what holds it.
pub const EVIDENCE: &[Field] = &[
    may("sources", SOURCES, "what the value rests on; those of its item when absent"),
    may("grade", Choice(GRADES), "how it is known"),
    may("confidence", Choice(CONFIDENCES), "how sure it is"),
    may("note", Text, "a remark"),
];

/// One version of a text, written out.
pub const WORDING: Shape = Shape {
    name: "wording",
    about: native("a text with its standing"),
    item: false,
    fields: &[
        must("text", Word, "the words"),
        may("translator", Word, "who translated it"),
        may("state", Choice(&["official", "draft", "machine"]), "what standing the wording has"),
    ],
};

const RELATION: Shape = Shape {
    name: "relation",
    about: native("a link to an earlier item"),
    item: false,
    fields: &[
        must("type", Choice(RELATIONS), "what the link says"),
        must("to", Ref(&["events", "instruments", "meetings"]), "the earlier item"),
        may("sources", SOURCES, "where the link is stated"),
        may("note", Text, "a remark"),
    ],
};

const HOLIDAY: Shape = Shape {
    name: "holiday",
    about: native("a day that does not count as a working day"),
    item: false,
    fields: &[must("date", Date, "which day"), may("title", Text, "its name")],
};

const CORRECTION: Shape = Shape {
    name: "correction",
    about: native("a mistake that was mended"),
    item: true,
    fields: &[
        must("date", DateFact, "when it was mended"),
        may("on", Ref(&[]), "the item concerned"),
        may("was", Text, "what stood there"),
        may("now", Text, "what stands there"),
        may("why", Text, "why"),
    ],
};

const SOURCE: Shape = Shape {
    name: "source",
    about: native("where statements come from"),
    item: true,
    fields: &[
        must("title", Text, "title as printed, or a short description"),
        may("publisher", Text, "who published it"),
        may("url", Uri, "https, http or mailto; http is marked"),
        may("published", DateFact, "when it was published"),
        may("accessed", DateFact, "when it was last read"),
        may("accessed_as", Text, "in what form it was read"),
        may("language", Language, "its language"),
        may("archived", Uri, "an archived copy"),
        may("link", Bool, "false: print the address, do not link it"),
    ],
};

const ACTOR: Shape = Shape {
    name: "actor",
    about: native("an authority, body, company or other organisation"),
    item: true,
    fields: &[
        must("name", Text, "its name"),
        may("kind", OpenChoice(ACTOR_KINDS), "what sort of actor"),
        may("seat", Text, "where its headquarters are"),
        may("parent", Ref(&["actors"]), "the body it belongs to"),
        may("description", Text, "what it is"),
    ],
};

const TRACK: Shape = Shape {
    name: "track",
    about: native("a band of the timeline; two levels"),
    item: true,
    fields: &[must("title", Text, "its name"), may("parent", Ref(&["tracks"]), "the band it is part of")],
};

const EVENT: Shape = Shape {
    name: "event",
    about: native("something that happened, or will, at a date or over a span"),
    item: true,
    fields: &[
        may("track", Ref(&["tracks"]), "its band"),
        must("date", DateFact, "when, or when it began"),
        may("end", DateFact, "its last day, of a span"),
        must("title", Text, "what happened, in a line"),
        may("summary", Text, "what happened, in a few sentences"),
        may("kind", Word, "what sort of event"),
        may("number", Text, "number of the document"),
        may("actors", List(&Ref(&["actors"])), "who acted"),
        may("instruments", List(&Ref(&["instruments"])), "the policy acts concerned"),
        may("meeting", Ref(&["meetings"]), "the meeting this event is"),
        may("relations", List(&Object(&RELATION)), "links to earlier events"),
    ],
};

const STAGE: Shape = Shape {
    name: "stage",
    about: native("one dated step of an instrument's life"),
    item: true,
    fields: &[
        must("stage", Choice(STAGES), "which step"),
        must("date", DateFact, "when"),
        may("previous", List(&DateFact), "earlier dates that were moved"),
        may("event", Ref(&["events", "meetings"]), "the event in which it happened"),
    ],
};

const INSTRUMENT: Shape = Shape {
    name: "instrument",
    about: native("a policy act: law, regulation, announcement, plan, draft"),
    item: true,
    fields: &[
        must("title", Text, "its title"),
        may("number", Text, "its official number"),
        may("kind", Word, "what sort of act"),
        may("issuers", List(&Ref(&["actors"])), "who issued it"),
        may("description", Text, "what it is about"),
        may("stages", List(&Object(&STAGE)), "the steps of its life"),
        may("relations", List(&Object(&RELATION)), "links to other instruments"),
    ],
};

const OBSERVATION: Shape = Shape {
    name: "observation",
    about: native("one dated value"),
    item: true,
    fields: &[
        must("date", DateFact, "the day or period it holds for"),
        must("value", NumberFact, "the value"),
        may("low", Number, "lower end of its range"),
        may("high", Number, "upper end of its range"),
        may("unit", Text, "its unit, where it differs from that of the series"),
        may("qualifier", Choice(QUALIFIERS), "how exact the source is"),
        may("comparable", Bool, "false where it must not be compared with its neighbours"),
        may("part", Number, "how many it is, where it is given as a share"),
        may("base", Number, "out of how many"),
    ],
};

const SERIES: Shape = Shape {
    name: "series",
    about: native("values of one measure over time"),
    item: true,
    fields: &[
        must("title", Text, "what is measured"),
        may("unit", Text, "the unit of its values"),
        may("observations", List(&Object(&OBSERVATION)), "the values"),
    ],
};

const TARGET: Shape = Shape {
    name: "target",
    about: native("a goal that an instrument sets"),
    item: true,
    fields: &[
        must("title", Text, "the goal, in a line"),
        may("series", Ref(&["series"]), "the series that measures it"),
        may("value", NumberFact, "the value to reach"),
        may("unit", Text, "unit of the value"),
        may("qualifier", Choice(QUALIFIERS), "how the value is to be read"),
        may("due", DateFact, "by when"),
        may("instrument", OneOrMany(&Ref(&["instruments"])), "what sets it"),
    ],
};

const ENTRY: Shape = Shape {
    name: "entry",
    about: native("one line of a catalogue"),
    item: true,
    fields: &[
        may("codes", WORDS, "product codes"),
        may("category", Text, "name of the category"),
        may("category_number", Word, "number of the category, as printed"),
        may("title", Text, "what is listed"),
        may("regime", Word, "how conformity is assessed"),
        may("change", OpenChoice(CHANGES), "what happened to it, in a list of changes"),
        may("count", NumberFact, "number of products, where the line stands for several"),
    ],
};

const CATALOGUE_VERSION: Shape = Shape {
    name: "version",
    about: native("one edition of a catalogue, or one list of changes to it"),
    item: true,
    fields: &[
        may("date", DateFact, "when it was announced"),
        may("instrument", Ref(&["instruments"]), "the act that announced it"),
        must("title", Text, "its name"),
        must("basis", Choice(BASES), "how much of the catalogue it records"),
        may("stated_total", NumberFact, "the total that the source states, of this list"),
        may("entries", List(&Object(&ENTRY)), "what it lists"),
    ],
};

const CATALOGUE: Shape = Shape {
    name: "catalogue",
    about: native("a list that authorities keep and change"),
    item: true,
    fields: &[must("title", Text, "its title"), may("versions", List(&Object(&CATALOGUE_VERSION)), "its versions")],
};

const POSITION: Shape = Shape {
    name: "position",
    about: native("a request made by stakeholders, and what became of it"),
    item: true,
    fields: &[
        may("instruments", List(&Ref(&["instruments"])), "the acts it is about"),
        must("ask", Text, "what was asked"),
        may("by", Text, "who asked"),
        may("raised_at", Ref(&["meetings", "events"]), "where it was raised"),
        may("response", Text, "what was answered"),
        may("result", Text, "what came of it"),
    ],
};

const CLAIM: Shape = Shape {
    name: "claim",
    about: native("what one source says on a disputed point"),
    item: true,
    fields: &[must("text", Text, "the claim")],
};

const DISPUTE: Shape = Shape {
    name: "dispute",
    about: native("a point on which sources disagree"),
    item: true,
    fields: &[
        may("on", List(&Ref(&[])), "the items concerned"),
        may("claims", List(&Object(&CLAIM)), "what each source says"),
    ],
};

const GLOSSARY_ENTRY: Shape = Shape {
    name: "glossary-entry",
    about: native("a term and what it means"),
    item: true,
    fields: &[
        must("term", Text, "the term"),
        may("native", Text, "its form in the original language"),
        may("meaning", Text, "what it means"),
    ],
};

/// The whole document: the card, then the lists of items ([`parts`]).
pub const DOCUMENT: Shape = Shape {
    name: "briefing",
    about: native("a briefing: one data set with its card, items, figures and views"),
    item: false,
    fields: &[
        must("annals", Number, "version of the data format: 1"),
        must("id", Id, "id of the briefing"),
        must("title", Text, "its title"),
        may("summary", Markdown, "what it covers"),
        may("languages", List(&Language), "languages of the texts; the first is that of bare texts"),
        may("as_of", Date, "the day to which the data are current"),
        may("edition", Text, "name of this edition"),
        may("licence", Text, "terms of use"),
        may("publisher", Text, "who publishes it"),
        may("contact", Uri, "where to write: https or mailto"),
        may("method", Markdown, "how it was made"),
        may("holidays", List(&Object(&HOLIDAY)), "days that do not count as working days"),
        may("corrections", List(&Object(&CORRECTION)), "mistakes that were mended"),
        may("sources", List(&Object(&SOURCE)), "where statements come from"),
        may("actors", List(&Object(&ACTOR)), "who acts"),
        may("tracks", List(&Object(&TRACK)), "the bands of the timeline"),
        may("events", List(&Object(&EVENT)), "what happened when"),
        may("instruments", List(&Object(&INSTRUMENT)), "policy acts and their stages"),
        may("series", List(&Object(&SERIES)), "measured values over time"),
        may("targets", List(&Object(&TARGET)), "goals"),
        may("catalogues", List(&Object(&CATALOGUE)), "catalogues and their versions"),
        may("meetings", List(&Object(&MEETING)), "meetings and who came"),
        may("positions", List(&Object(&POSITION)), "requests and what became of them"),
        may("disputes", List(&Object(&DISPUTE)), "where sources disagree"),
        may("figures", List(&Object(&FIGURE)), "what to draw"),
        may("views", List(&Object(&VIEW)), "pages"),
        may("story", List(&Object(&STEP)), "guided steps"),
        may("glossary", List(&Object(&GLOSSARY_ENTRY)), "terms"),
    ],
};

/// The lists of items, in the order of the document: name and shape of one item.
pub fn parts() -> impl Iterator<Item = (&'static str, &'static Shape)> {
    DOCUMENT.fields.iter().filter_map(|field| match field.kind {
        List(Object(shape)) if shape.item => Some((field.name, *shape)),
        _ => None,
    })
}
