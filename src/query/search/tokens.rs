//! Texts as tokens: what a search compares.
//!
//! A token is a run of letters or a run of digits, folded. Where words stand without spaces, as in Chinese, each character
//! gives a token: it and the next one, or it alone at the end of the run. So `GB/T1.1 认证书` has the tokens
//! `gb t 1 1 认证 证书 书`, and a token begins with each character that can be looked for.

use std::ops::Range;

use super::fold::each_folded;

/// One token and where it stands in the text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Token {
    /// The letters, folded. Never empty.
    pub text: String,
    /// Where it begins in the text as written.
    pub start: usize,
    /// For each letter: how many bytes of `text` there are up to its end, and where it ends in the text as written.
    pub ends: Vec<(usize, usize)>,
}

impl Token {
    /// Where the token stands as written, up to `bytes` of its folded text.
    pub fn range(&self, bytes: usize) -> Range<usize> {
        let end = self.ends.iter().find(|(folded, _)| *folded >= bytes).or(self.ends.last());
        self.start..end.map_or(self.start, |&(_, end)| end)
    }

    fn push(&mut self, letter: char, written: &Range<usize>) {
        if self.text.is_empty() {
            self.start = written.start;
        }
        self.text.push(letter);
        self.ends.push((self.text.len(), written.end));
    }

    fn clear(&mut self) {
        self.text.clear();
        self.ends.clear();
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Sort {
    Letter,
    Digit,
    Unspaced,
    None,
}

fn sort(letter: char) -> Sort {
    match letter {
        'a'..='z' => Sort::Letter,
        '0'..='9' => Sort::Digit,
        _ if letter.is_ascii() => Sort::None,
        _ if is_unspaced(letter) => Sort::Unspaced,
        _ if letter.is_numeric() => Sort::Digit,
        _ if letter.is_alphabetic() => Sort::Letter,
        _ => Sort::None,
    }
}

/// Whether words of such letters stand without spaces: Chinese, Japanese, Thai, Lao, Burmese, Khmer.
pub(super) fn is_unspaced(letter: char) -> bool {
    matches!(letter,
        '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}' | '\u{2e80}'..='\u{2fdf}'
        | '\u{3005}'..='\u{3007}' | '\u{3040}'..='\u{30fa}' | '\u{30fc}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}'
        | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

/// Tells each token of a text, in order. The buffer is reused from token to token.
pub(super) fn each_token(text: &str, tell: &mut dyn FnMut(&Token)) {
    let mut reader = Reader { token: Token::default(), sort: Sort::None, tell };
    for (start, letter) in text.char_indices() {
        let written = start..start + letter.len_utf8();
        let mut is_seen = false;
        each_folded(letter, &mut |letter| {
            is_seen = true;
            reader.take(letter, &written);
        });
        // A mark belongs to the letter before it.
        if !is_seen && let Some((_, end)) = reader.token.ends.last_mut() {
            *end = written.end;
        }
    }
    reader.flush();
}

struct Reader<'a> {
    /// The token that may go on; of a run without spaces, its last character.
    token: Token,
    sort: Sort,
    tell: &'a mut dyn FnMut(&Token),
}

impl Reader<'_> {
    fn take(&mut self, letter: char, written: &Range<usize>) {
        let next = sort(letter);
        if next != self.sort {
            self.flush();
        }
        self.sort = next;
        match next {
            Sort::None => {}
            Sort::Unspaced if !self.token.text.is_empty() => {
                self.token.push(letter, written);
                (self.tell)(&self.token);
                self.token.clear();
                self.token.push(letter, written);
            }
            _ => self.token.push(letter, written),
        }
    }

    fn flush(&mut self) {
        if !self.token.text.is_empty() {
            (self.tell)(&self.token);
            self.token.clear();
        }
    }
}

/// All tokens of a text.
pub(super) fn tokens(text: &str) -> Vec<Token> {
    let mut all = Vec::new();
    each_token(text, &mut |token| all.push(token.clone()));
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn words(text: &str) -> String {
        tokens(text).iter().map(|token| token.text.as_str()).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn a_text_falls_into_letters_digits_and_pairs_of_characters() {
        assert_eq!(words("GB/T1.1—2020 《認證書》, CCC标志"), "gb t 1 1 2020 认证 证书 书 ccc 标志 志");
        assert_eq!(words("ccc-2019_44 é́e"), "ccc 2019 44 ee");
        assert_eq!(words("2019年 법률안"), "2019 年 법률안");
        assert_eq!(words(" -\u{301} …"), "");
    }

    #[test]
    fn ranges_are_those_of_the_text_as_written() {
        let text = "e\u{301}té, ﬁn 強制";
        let all = tokens(text);
        let at = |nth: usize, bytes: usize| &text[all[nth].range(bytes)];
        assert_eq!((at(0, 3), at(0, 1)), ("e\u{301}té", "e\u{301}"));
        // Half of a ligature is all of it.
        assert_eq!((at(1, 1), at(1, 3)), ("ﬁ", "ﬁn"));
        assert_eq!((at(2, 3), at(2, 6), at(3, 3)), ("強", "強制", "制"));
    }

    proptest! {
        #[test]
        fn tokens_stand_in_order_on_boundaries(text in "\\PC*") {
            let mut before = 0;
            for token in tokens(&text) {
                let range = token.range(token.text.len());
                prop_assert!(before <= range.start && range.start < range.end);
                prop_assert!(text.get(range.clone()).is_some());
                before = range.start;
            }
        }
    }
}
