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

use Kind::*;

/// The newest version of the data format that is understood.
pub const VERSION: u64 = 1;

/// What a field holds.
#[derive(Clone, Copy, Debug)]
pub enum Kind {
    /// A plain string.
    Word,
    /// A string in the first language, or a map from language tag to string or `{text, translator, state}`.
    Text,
    /// A text in the Markdown subset.
    Markdown,
    /// An address: https or mailto; http only in sources.
    Uri,
    /// An EDTF date.
    Date,
    /// An EDTF date, bare or as `{value, sources, grade, confidence, note, alternatives}`.
    DateFact,
    /// A number.
    Number,
    /// A number, bare or as `{value, sources, grade, confidence, note, alternatives}`.
    NumberFact,
    /// True or false.
    Bool,
    /// A BCP 47 language tag.
    Language,
    /// The item's own id.
    Id,
    /// The id of an item in one of the named parts; of any item when none is named.
    Ref(&'static [&'static str]),
    /// One of the given words.
    Choice(&'static [&'static str]),
    /// One of the given words, or another one with a warning.
    OpenChoice(&'static [&'static str]),
    /// A source id, or `{id, locator, quote, language, translator}`.
    Citation,
    /// A list.
    List(&'static Kind),
    /// One value or a list of them.
    OneOrMany(&'static Kind),
    /// An object.
    Object(&'static Shape),
}

/// One field.
#[derive(Clone, Copy, Debug)]
pub struct Field {
    /// Its key.
    pub name: &'static str,
    /// What it holds.
    pub kind: Kind,
    /// Whether its object is left out without it.
    pub required: bool,
    /// What it means; empty in the page.
    pub about: &'static str,
}

/// The fields of one sort of object.
#[derive(Debug)]
pub struct Shape {
    /// Its name in the JSON Schema.
    pub name: &'static str,
    /// What it is; empty in the page.
    pub about: &'static str,
    /// Whether it is an item: has an id and the [`COMMON`] fields.
    pub item: bool,
    /// Its own fields, in the order of writing.
    pub fields: &'static [Field],
}

impl Shape {
    /// The field named `name`, common ones included.
    pub fn field(&self, name: &str) -> Option<&'static Field> {
        let common: &'static [Field] = if self.item { COMMON } else { &[] };
        self.fields.iter().chain(common).find(|field| field.name == name)
    }

    /// The field that names one item among its neighbours, from which an id is made when none is given.
    pub fn key_field(&self) -> Option<&'static str> {
        match self.name {
            "stage" => Some("stage"),
            "observation" | "version" => Some("date"),
            _ => None,
        }
    }

    /// All fields: id, own, common.
    pub fn all_fields(&self) -> impl Iterator<Item = &'static Field> {
        let common: &'static [Field] = if self.item { COMMON } else { &[] };
        let (id, rest) = common.split_at(usize::from(self.item));
        id.iter().chain(self.fields).chain(rest)
    }
}

const fn may(name: &'static str, kind: Kind, about: &'static str) -> Field {
    Field { name, kind, required: false, about: native(about) }
}

const fn must(name: &'static str, kind: Kind, about: &'static str) -> Field {
    Field { name, kind, required: true, about: native(about) }
}

/// What things mean is for the schema and the tables; the page leaves it out to be small.
const fn native(about: &'static str) -> &'static str {
    if cfg!(target_arch = "wasm32") { "" } else { about }
}

/// How a statement is known.
pub const GRADES: &[&str] = &["official", "reported", "translated", "inferred", "assumption"];
/// How sure a statement is.
pub const CONFIDENCES: &[&str] = &["high", "medium", "low"];
/// How exact a number is stated.
pub const QUALIFIERS: &[&str] = &["exact", "about", "more-than", "at-least", "at-most", "less-than"];
/// Sorts of actors.
pub const ACTOR_KINDS: &[&str] = &[
    "government",
    "standards-body",
    "association",
    "company",
    "ngo",
    "academia",
    "research",
    "certification-body",
    "intergovernmental",
    "project",
    "other",
];
/// Steps of an instrument's life.
pub const STAGES: &[&str] = &[
    "announced",
    "drafted",
    "consultation-opened",
    "comments-close",
    "adopted",
    "published",
    "effective",
    "enforced",
    "grace-ends",
    "amended",
    "repealed",
    "superseded",
    "withdrawn",
];
/// Links to earlier items.
pub const RELATIONS: &[&str] = &["supersedes", "amends", "implements", "derives-from", "continues"];
/// How a meeting was held.
pub const MEETING_FORMATS: &[&str] = &["in-person", "online", "hybrid", "unknown"];
/// In what capacity an organisation is named at a meeting.
pub const PRESENCES: &[&str] = &["speaker", "present", "apologies", "not-named", "unknown"];
/// How much of a catalogue a version records.
pub const BASES: &[&str] = &["full", "partial", "delta"];
/// What happened to a line of a catalogue.
pub const CHANGES: &[&str] = &["added", "removed", "moved", "changed", "restored"];
/// Figures that can be drawn.
pub const FIGURE_KINDS: &[&str] = &[
    "timeline",
    "values",
    "upcoming",
    "activity",
    "sources",
    "views",
    "series",
    "observations",
    "documents",
    "positions",
    "targets",
    "catalogue",
    "attendance",
    "meetings",
    "matrix",
    "about",
];

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

const MEETING: Shape = Shape {
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

const FIGURE_VALUE: Shape = Shape {
    name: "figure-value",
    about: native("one value shown by itself"),
    item: false,
    fields: &[
        must("of", Ref(&[]), "the item whose value or date it is"),
        may("label", Text, "what it means, in a few words"),
    ],
};

const FIGURE: Shape = Shape {
    name: "figure",
    about: native("what to draw from the items"),
    item: true,
    fields: &[
        must("kind", OpenChoice(FIGURE_KINDS), "what sort of figure"),
        may("title", Text, "its title"),
        may("caption", Markdown, "what it shows"),
        may("tracks", List(&Ref(&["tracks"])), "the tracks it is limited to"),
        may("series", List(&Ref(&["series"])), "the series it draws"),
        may("items", List(&Ref(&[])), "the items it draws or is limited to; all of their sort when absent"),
        may("values", List(&Object(&FIGURE_VALUE)), "the single values it shows"),
        may("views", List(&Ref(&["views"])), "the views it leads to"),
        may("from", Date, "first day shown at the start"),
        may("to", Date, "last day shown at the start"),
    ],
};

const VIEW_PART: Shape = Shape {
    name: "view-part",
    about: native("one part of a page"),
    item: false,
    fields: &[may("text", Markdown, "a text"), may("figure", Ref(&["figures"]), "a figure")],
};

const VIEW: Shape = Shape {
    name: "view",
    about: native("a page of the briefing"),
    item: true,
    fields: &[
        must("title", Text, "its title"),
        may("summary", Text, "what it answers"),
        may("parts", List(&Object(&VIEW_PART)), "what stands on it"),
    ],
};

const STEP: Shape = Shape {
    name: "step",
    about: native("a step of the guided story"),
    item: true,
    fields: &[
        must("title", Text, "its title"),
        may("text", Markdown, "what it tells"),
        may("link", Word, "the view it shows, as the query string of a link"),
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
