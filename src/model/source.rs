//! Sources, and citations of them.

use super::{
    Edtf, Fact, Id, Text,
    tree::{Fields, FromTree, Value},
};

/// Where a statement comes from.
#[derive(Clone, Debug)]
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
    pub link: bool,
}

impl FromTree for Source {
    fn from_tree(tree: &Value) -> Option<Self> {
        let fields = Fields::of(tree)?;
        let read = Source {
            title: fields.must("title")?,
            publisher: fields.may("publisher"),
            url: fields.may("url"),
            published: fields.may("published"),
            accessed: fields.may("accessed"),
            accessed_as: fields.may("accessed_as"),
            language: fields.may("language"),
            archived: fields.may("archived"),
            link: fields.may("link").unwrap_or(true),
        };
        fields.whole(read)
    }
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

impl FromTree for Citation {
    fn from_tree(tree: &Value) -> Option<Self> {
        if let Some(id) = tree.as_str() {
            return Some(Citation { source: id.into(), locator: None, quote: None, language: None, translator: None });
        }
        let fields = Fields::of(tree)?;
        let read = Citation {
            source: fields.must("id")?,
            locator: fields.may("locator"),
            quote: fields.may("quote"),
            language: fields.may("language"),
            translator: fields.may("translator"),
        };
        fields.whole(read)
    }
}
