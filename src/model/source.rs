//! Sources, and citations of them.

use serde::{Deserialize, Deserializer, de::Error};
use serde_json::Value;

use super::{Edtf, Fact, Id, Text};

/// Where a statement comes from.
#[derive(Clone, Debug, Deserialize)]
pub struct Source {
    /// Title as printed, or a short description where the page shows none.
    pub title: Text,
    /// Who published it.
    pub publisher: Option<Text>,
    /// Where it is: https, http or mailto.
    pub url: Option<Box<str>>,
    /// When it was published.
    pub published: Option<Fact<Edtf>>,
    /// When it was last read.
    pub accessed: Option<Fact<Edtf>>,
    /// In what form it was read, for instance a stored copy.
    pub accessed_as: Option<Text>,
    /// BCP 47 tag of its language.
    pub language: Option<Box<str>>,
    /// An archived copy.
    pub archived: Option<Box<str>>,
    /// False: print the address, do not link it.
    #[serde(default = "yes")]
    pub link: bool,
}

fn yes() -> bool {
    true
}

impl Source {
    /// Whether the address is not encrypted.
    pub fn is_unencrypted(&self) -> bool {
        self.url.as_deref().is_some_and(|url| url.get(..5).is_some_and(|scheme| scheme.eq_ignore_ascii_case("http:")))
    }
}

/// A reference to a source, to the page if need be.
#[derive(Clone, Debug, PartialEq)]
pub struct Citation {
    /// The source.
    pub source: Id,
    /// Page, article or paragraph.
    pub locator: Option<Text>,
    /// The words of the source.
    pub quote: Option<Text>,
    /// BCP 47 tag of the quote.
    pub language: Option<Box<str>>,
    /// Who translated the quote.
    pub translator: Option<Box<str>>,
}

/// A citation, written out.
#[derive(Deserialize)]
struct Described {
    id: Id,
    locator: Option<Text>,
    quote: Option<Text>,
    language: Option<Box<str>>,
    translator: Option<Box<str>>,
}

impl<'de> Deserialize<'de> for Citation {
    fn deserialize<D: Deserializer<'de>>(input: D) -> Result<Self, D::Error> {
        let Described { id, locator, quote, language, translator } = match Value::deserialize(input)? {
            Value::String(id) => {
                Described { id: Id::from(id.as_str()), locator: None, quote: None, language: None, translator: None }
            }
            other => Described::deserialize(other).map_err(D::Error::custom)?,
        };
        Ok(Citation { source: id, locator, quote, language, translator })
    }
}
