//! The words that a reader looks for.

use crate::model::Text;

/// Words of which each must be found, in any case of letters.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sought {
    words: Vec<String>,
}

impl Sought {
    /// The words of a search, which are parted by spaces.
    pub fn new(search: &str) -> Sought {
        Sought { words: search.split_whitespace().map(str::to_lowercase).collect() }
    }

    /// Whether each word is part of one of the texts, in any language, or of one of the other strings.
    pub fn is_in(&self, texts: &[Option<&Text>], others: &[&str]) -> bool {
        self.words.iter().all(|word| {
            let mut versions = texts.iter().flatten().flat_map(|text| text.versions());
            versions.any(|version| version.text.to_lowercase().contains(word))
                || others.iter().any(|other| other.to_lowercase().contains(word))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::tree::{FromTree, Value};

    fn is_in(search: &str) -> bool {
        let text = |words: &str| Text::from_tree(&Value::String(words.into())).expect("a text");
        let (title, number) = (text("Catalogue of Products 强制性产品"), text("2019 No. 44"));
        Sought::new(search).is_in(&[Some(&title), None, Some(&number)], &["ccc-2019-44", "https://Example.org/a"])
    }

    #[test]
    fn each_word_must_be_found_somewhere() {
        assert!(
            ["", "  ", "catalogue", "PRODUCTS no.", "强制性 2019", "ccc-2019", "example.org"]
                .iter()
                .all(|it| is_in(it))
        );
        assert!(["catalogues", "catalogue 2020", "ccc_2019", "目录"].iter().all(|it| !is_in(it)));
    }
}
