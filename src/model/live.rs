//! References to values within texts: `{{value:id}}` stands for the number or date of the item with that id.

/// Longest reference that is read, in bytes.
const LONGEST: usize = 256;

/// A reference to a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reference<'a> {
    /// As it stands in the text, with its braces.
    pub written: &'a str,
    /// The id of the item; whatever stands there.
    pub id: &'a str,
}

/// A piece of a text; all pieces together are the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Piece<'a> {
    /// Words as they stand.
    Words(&'a str),
    /// A reference to a value.
    Value(Reference<'a>),
}

/// The reference that a text begins with, if it does. Spaces around its parts do not count.
///
/// ```
/// use annals::model::live::reference;
/// assert_eq!(reference("{{value:exports.2022}} euros").unwrap().id, "exports.2022");
/// assert_eq!(reference("{{ value: e1 }}").unwrap().written, "{{ value: e1 }}");
/// assert_eq!(reference("{{name:e1}}"), None);
/// ```
pub fn reference(text: &str) -> Option<Reference<'_>> {
    let bytes = text.as_bytes();
    if !bytes.starts_with(b"{{") {
        return None;
    }
    let end = bytes[..bytes.len().min(LONGEST)].windows(2).position(|pair| pair == b"}}")?;
    let (word, id) = text[2..end].split_once(':')?;
    (word.trim() == "value").then(|| Reference { written: &text[..end + 2], id: id.trim() })
}

/// Calls `tell` for each piece of a text, in order.
pub fn each_piece<'a>(text: &'a str, tell: &mut dyn FnMut(Piece<'a>)) {
    let (mut from, mut at) = (0, 0);
    while let Some(next) = text[at..].find("{{") {
        at += next;
        match reference(&text[at..]) {
            Some(found) => {
                if from < at {
                    tell(Piece::Words(&text[from..at]));
                }
                tell(Piece::Value(found));
                at += found.written.len();
                from = at;
            }
            None => at += 1,
        }
    }
    if from < text.len() {
        tell(Piece::Words(&text[from..]));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn pieces(text: &str) -> Vec<String> {
        let mut out = Vec::new();
        each_piece(text, &mut |piece| {
            out.push(match piece {
                Piece::Words(words) => words.to_owned(),
                Piece::Value(found) => format!("<{}>", found.id),
            });
        });
        out
    }

    #[test]
    fn texts_fall_into_words_and_references() {
        assert_eq!(pieces("plain"), ["plain"]);
        assert_eq!(pieces(""), Vec::<String>::new());
        assert_eq!(pieces("{{value:a}}{{value:b}}"), ["<a>", "<b>"]);
        assert_eq!(pieces("从{{value:a.2001-12}}起"), ["从", "<a.2001-12>", "起"]);
        assert_eq!(pieces("{{{value:a}}}"), ["{", "<a>", "}"]);
    }

    #[test]
    fn what_is_no_reference_stays_as_it_is() {
        for text in ["{{value}}", "{{value:a", "{{Value:a}}", "{ {value:a}}", "{{title}}", "{{", "}}{{", "{{a:value}}"]
        {
            assert_eq!(pieces(text), [text], "{text}");
        }
        let long = format!("{{{{value:{}}}}}", "a".repeat(LONGEST));
        assert_eq!(pieces(&long), [long.as_str()]);
    }

    proptest! {
        #[test]
        fn all_pieces_together_are_the_text(text in "([{}]{1,3}|value:|[a字 ]{0,2}){0,12}") {
            let mut again = String::new();
            each_piece(&text, &mut |piece| again.push_str(match piece {
                Piece::Words(words) => words,
                Piece::Value(found) => found.written,
            }));
            prop_assert_eq!(again, text);
        }
    }
}
