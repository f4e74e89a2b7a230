//! What loading finds: stable codes, places, and the words' variables. The words themselves are in `i18n`.

use std::fmt;

/// A place in a file. Both count from 1; columns count characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs)]
pub struct Place {
    pub line: usize,
    pub column: usize,
}

/// How bad a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Something was left out or is wrong.
    Error,
    /// Everything shows, but an author should look.
    Warning,
}

impl Severity {
    /// `error` or `warning`.
    pub fn name(self) -> &'static str {
        match self {
            Severity::Error => "error",
            Severity::Warning => "warning",
        }
    }
}

macro_rules! codes {
    ($(#[$about:meta])* $name:ident { $($(#[$doc:meta])* $code:ident = $text:literal,)* }) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$doc])* $code,)* }

        impl $name {
            /// All codes.
            pub const ALL: &'static [$name] = &[$($name::$code,)*];

            /// The stable name, in capitals.
            pub fn name(self) -> &'static str {
                match self { $($name::$code => $text,)* }
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
                out.write_str(self.name())
            }
        }
    };
}

codes! {
    /// What a finding is about. Names are stable; each has its words in `i18n`.
    Code {
        /// A key stands twice in one object; the last one counts.
        DuplicateKey = "DUPLICATE_KEY",
        /// A value is of the wrong type.
        WrongType = "WRONG_TYPE",
        /// A field that must be there is missing.
        FieldMissing = "FIELD_MISSING",
        /// A field that the format does not know.
        FieldUnknown = "FIELD_UNKNOWN",
        /// A word that is not one of the possible ones.
        ChoiceInvalid = "CHOICE_INVALID",
        /// A word beyond the usual ones.
        ChoiceUnknown = "CHOICE_UNKNOWN",
        /// A text is empty.
        TextEmpty = "TEXT_EMPTY",
        /// A text has control characters or changes of writing direction.
        TextControl = "TEXT_CONTROL",
        /// A text has half of a character pair.
        TextBroken = "TEXT_BROKEN",
        /// Not a language tag.
        LanguageInvalid = "LANGUAGE_INVALID",
        /// The languages of the texts are not stated.
        LanguagesMissing = "LANGUAGES_MISSING",
        /// Not a date.
        DateInvalid = "DATE_INVALID",
        /// A date beyond the years that are placed on an axis.
        DateNotPlaced = "DATE_NOT_PLACED",
        /// The end is before the start.
        EndBeforeStart = "END_BEFORE_START",
        /// A number that would be shown as another one.
        NumberInexact = "NUMBER_INEXACT",
        /// A number too large to be held.
        NumberRange = "NUMBER_RANGE",
        /// The lower end of a range is above the upper one.
        RangeOrder = "RANGE_ORDER",
        /// An address that is not linked.
        LinkRefused = "LINK_REFUSED",
        /// An address without encryption.
        UrlHttp = "URL_HTTP",
        /// Not an id.
        IdInvalid = "ID_INVALID",
        /// An id that another item has.
        DuplicateId = "DUPLICATE_ID",
        /// A former id that is another item's id.
        AliasTaken = "ALIAS_TAKEN",
        /// A link to an item that is not there.
        RefUnknown = "REF_UNKNOWN",
        /// A link to an item of the wrong part.
        RefPart = "REF_PART",
        /// Items that are parts of each other in a circle.
        ParentCycle = "PARENT_CYCLE",
        /// Policy acts that come from one another in a circle.
        RelationCycle = "RELATION_CYCLE",
        /// A track below the second level.
        TrackDepth = "TRACK_DEPTH",
        /// Dates or numbers without a source.
        Unsourced = "UNSOURCED",
        /// Shares that do not make a whole.
        SharesTotal = "SHARES_TOTAL",
        /// A catalogue whose lines do not make its stated total.
        CatalogueTotal = "CATALOGUE_TOTAL",
        /// No terms of use.
        LicenceMissing = "LICENCE_MISSING",
        /// No day to which the data are current.
        AsOfMissing = "AS_OF_MISSING",
        /// Views without an overview.
        OverviewMissing = "OVERVIEW_MISSING",
        /// Bars that are not to begin at zero.
        FigureBaseline = "FIGURE_BASELINE",
        /// Series of different units in one figure.
        FigureUnitsDiffer = "FIGURE_UNITS_DIFFER",
        /// A part of a view without text and figure.
        ViewPartEmpty = "VIEW_PART_EMPTY",
        /// A reference in a text that leads to no value.
        ValueUnknown = "VALUE_UNKNOWN",
        /// A part of a step's link that does not count.
        StepLink = "STEP_LINK",
        /// An item with more values than one item may have.
        ItemLimit = "ITEM_LIMIT",
        /// More items in one list than are read.
        ListLimit = "LIST_LIMIT",
        /// The checks and the types disagree: a fault of Annals.
        InternalShape = "INTERNAL_SHAPE",
    }
}

impl Code {
    /// How bad findings of this code are.
    pub fn severity(self) -> Severity {
        use Code::*;
        match self {
            FieldUnknown | ChoiceUnknown | TextControl | LanguagesMissing | DateNotPlaced | RangeOrder | UrlHttp
            | AliasTaken | Unsourced | SharesTotal | CatalogueTotal | FigureBaseline | FigureUnitsDiffer
            | RelationCycle | LicenceMissing | AsOfMissing | OverviewMissing | ViewPartEmpty | StepLink | ListLimit => {
                Severity::Warning
            }
            _ => Severity::Error,
        }
    }
}

codes! {
    /// Why a document cannot be read at all.
    LoadCode {
        /// Not UTF-8 text.
        Encoding = "DATA_ENCODING",
        /// A web page instead of data.
        Html = "DATA_HTML",
        /// Not JSON.
        Syntax = "DATA_SYNTAX",
        /// Too large, too deep, or one string too long.
        Limit = "DATA_LIMIT",
        /// JSON, but not a briefing.
        Schema = "DATA_SCHEMA",
        /// A newer version of the data format.
        Version = "VERSION",
    }
}

/// The variables of a message: name and text, ready to show.
pub type Args = Vec<(&'static str, String)>;

/// Why we cannot go on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LoadError {
    /// What is wrong.
    pub code: LoadCode,
    /// The variables of its message.
    pub args: Args,
    /// Where, if there is one place.
    pub place: Option<Place>,
}

impl fmt::Display for LoadError {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        write!(out, "{}", self.code)?;
        if let Some(Place { line, column }) = self.place {
            write!(out, " at line {line}, column {column}")?;
        }
        self.args.iter().try_for_each(|(name, value)| write!(out, "; {name}: {value}"))
    }
}

impl std::error::Error for LoadError {}

/// One finding: something is wrong or doubtful, and we go on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// How bad it is.
    pub severity: Severity,
    /// What it is.
    pub code: Code,
    /// JSON pointer (RFC 6901) to the value concerned.
    pub pointer: String,
    /// Where in the text.
    pub place: Option<Place>,
    /// The variables of its message: `value`, `field`, `expected`, `other_line` and others; see `i18n/findings.en.ftl`.
    pub args: Args,
}

impl Diagnostic {
    pub(super) fn new(code: Code, pointer: String, args: Args) -> Diagnostic {
        Diagnostic { severity: code.severity(), code, pointer, place: None, args }
    }

    /// The variable `name` of the message.
    pub fn arg(&self, name: &str) -> Option<&str> {
        self.args.iter().find(|(key, _)| *key == name).map(|(_, value)| value.as_str())
    }
}

/// So many findings of one code are listed, unless [`super::Limits`] say otherwise; the rest are counted.
pub const MOST_PER_CODE: usize = 100;

/// How many items of one part were left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LeftOut {
    /// Name of the part, as in the format.
    pub part: &'static str,
    /// How many of its items were left out; at least 1.
    pub left_out: usize,
    /// How many it has.
    pub total: usize,
}

/// All findings of one document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// In the order of the document; of each code at most as many as [`super::Limits`] say.
    pub diagnostics: Vec<Diagnostic>,
    /// Codes of which there are more, and how many more; in the order of [`Code::ALL`].
    pub more: Vec<(Code, usize)>,
    /// Parts of which items were left out, in the order of the format.
    pub left_out: Vec<LeftOut>,
}

impl Report {
    /// Number of findings of this severity, those beyond the limit included.
    pub fn count(&self, severity: Severity) -> usize {
        let listed = self.diagnostics.iter().filter(|diagnostic| diagnostic.severity == severity).count();
        let more = self.more.iter().filter(|(code, _)| code.severity() == severity);
        listed + more.map(|(_, count)| count).sum::<usize>()
    }

    /// Whether there is no finding at all.
    pub fn is_clean(&self) -> bool {
        self.diagnostics.is_empty()
    }
}

/// A value as it is shown in a finding: at most 80 characters.
pub fn shortened(value: &str) -> String {
    const MOST: usize = 80;
    let mut text: String = value.chars().take(MOST).collect();
    if text.len() < value.len() {
        text.push('…');
    }
    text
}
