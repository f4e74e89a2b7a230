//! The closed lists of words.

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
/// How bars that belong to one date stand.
pub const STACKS: &[&str] = &["none", "stacked", "share"];
/// How values are spread over an axis.
pub const AXIS_SCALES: &[&str] = &["linear", "log"];
/// Why shares may miss the whole.
pub const CAUSES: &[&str] = &["rounding", "non-exclusive", "error", "unknown"];
/// Figures that can be drawn.
pub const FIGURE_KINDS: &[&str] = &[
    "timeline",
    "values",
    "upcoming",
    "deadlines",
    "activity",
    "sources",
    "views",
    "series",
    "observations",
    "line",
    "bars",
    "dots",
    "slope",
    "multiples",
    "documents",
    "positions",
    "targets",
    "texts",
    "catalogue",
    "attendance",
    "meetings",
    "matrix",
    "about",
    "flow",
    "lineage",
    "calendar",
    "units",
];
