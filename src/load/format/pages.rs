//! What to draw, and on which pages.

use super::{
    Kind::*,
    shape::{Shape, may, must, native},
    words::*,
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

/// What to draw.
pub(super) const FIGURE: Shape = Shape {
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
        may("pins", List(&Ref(&[])), "the items whose dates it marks on its time axis"),
        may("values", List(&Object(&FIGURE_VALUE)), "the single values it shows"),
        may("views", List(&Ref(&["views"])), "the views it leads to"),
        may("from", Date, "first day shown at the start"),
        may("to", Date, "last day shown at the start"),
        may("at", Date, "the day whose values it shows; the newest when absent"),
        may("stack", Choice(STACKS), "how bars that belong to one date stand"),
        may("axis_from", Number, "where the value axis begins; bars begin at zero"),
        may("axis_scale", Choice(AXIS_SCALES), "how values are spread over the axis"),
        may("complete", Bool, "whether its parts make the whole, so that rounded shares may add up"),
    ],
};

const VIEW_PART: Shape = Shape {
    name: "view-part",
    about: native("one part of a page"),
    item: false,
    fields: &[may("text", Markdown, "a text"), may("figure", Ref(&["figures"]), "a figure")],
};

/// A page.
pub(super) const VIEW: Shape = Shape {
    name: "view",
    about: native("a page of the briefing"),
    item: true,
    fields: &[
        must("title", Text, "its title"),
        may("summary", Text, "what it answers"),
        may("parts", List(&Object(&VIEW_PART)), "what stands on it"),
    ],
};

/// A step of the story.
pub(super) const STEP: Shape = Shape {
    name: "step",
    about: native("a step of the guided story"),
    item: true,
    fields: &[
        must("title", Text, "its title"),
        may("text", Markdown, "what it tells"),
        may("link", Word, "the view it shows, as the query string of a link"),
    ],
};
