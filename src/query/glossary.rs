//! Terms of the glossary where they occur in texts.

use crate::{
    model::{
        Briefing, GlossaryEntry, Text,
        prose::{Block, Inline},
    },
    order,
};

/// Shorter terms are not looked for in texts, in characters; nor are longer ones, in bytes.
const SHORTEST: usize = 2;
const LONGEST: usize = 120;

/// The terms of a glossary, ready to be found.
#[derive(Clone, Debug, Default)]
pub struct Glossary {
    /// Terms and native forms with the places of their entries, by their letters; each once.
    terms: Vec<(Box<str>, usize)>,
    /// The lengths that occur, in bytes, longest first.
    lengths: Vec<u32>,
}

impl Glossary {
    /// The terms of a briefing, in all their languages. Of entries with the same term the first counts.
    pub fn new(briefing: &Briefing) -> Glossary {
        let mut terms: Vec<(Box<str>, usize)> = Vec::new();
        for (entry, item) in briefing.glossary.iter().enumerate() {
            for form in forms(item) {
                if form.chars().nth(SHORTEST - 1).is_none() || form.len() > LONGEST {
                    continue;
                }
                // A term written small stands with a capital where a sentence begins.
                if form.starts_with(|c: char| c.is_ascii_lowercase()) {
                    terms.push(((form[..1].to_ascii_uppercase() + &form[1..]).into(), entry));
                }
                terms.push((form.into(), entry));
            }
        }
        let sorted = order::sorted(terms.len(), &|a, b| terms[a].cmp(&terms[b]));
        let mut terms: Vec<_> = sorted.into_iter().map(|at| terms[at as usize].clone()).collect();
        terms.dedup_by(|a, b| a.0 == b.0);
        let mut lengths: Vec<u32> = terms.iter().map(|(term, _)| term.len() as u32).collect();
        order::sort(&mut lengths, &|a, b| b.cmp(&a));
        lengths.dedup();
        Glossary { terms, lengths }
    }

    /// Marks the first occurrence of each entry in a text as [`Inline::Term`]: the longest term that fits, as whole words
    /// where words are set apart, anywhere in Chinese. Headings, links and code are left alone.
    pub fn mark(&self, blocks: Vec<Block>) -> Vec<Block> {
        if self.terms.is_empty() { blocks } else { Marking { glossary: self, met: Vec::new() }.blocks(blocks) }
    }

    /// The longest term at byte `at` of a text: its length and entry.
    fn term_at(&self, text: &str, at: usize) -> Option<(usize, usize)> {
        let before = text[..at].chars().next_back();
        if !parts(before, text[at..].chars().next()) {
            return None;
        }
        self.lengths.iter().find_map(|&length| {
            let length = length as usize;
            let term = text.get(at..at + length)?;
            let place = self.terms.binary_search_by(|(known, _)| (**known).cmp(term)).ok()?;
            let after = text[at + length..].chars().next();
            parts(term.chars().next_back(), after).then(|| (length, self.terms[place].1))
        })
    }
}

/// The forms under which an entry is found.
fn forms(entry: &GlossaryEntry) -> impl Iterator<Item = &str> {
    let texts = std::iter::once(&entry.term).chain(&entry.native);
    texts.flat_map(Text::versions).map(|version| version.text.trim())
}

/// Whether a term may begin or end between these two characters.
fn parts(before: Option<char>, after: Option<char>) -> bool {
    let is_letter = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() && !is_ideograph(c));
    !(is_letter(before) && is_letter(after))
}

fn is_ideograph(c: char) -> bool {
    matches!(c, '\u{2e80}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

struct Marking<'g> {
    glossary: &'g Glossary,
    /// The entries met so far.
    met: Vec<usize>,
}

impl Marking<'_> {
    fn blocks(&mut self, blocks: Vec<Block>) -> Vec<Block> {
        blocks.into_iter().map(|block| self.block(block)).collect()
    }

    fn block(&mut self, block: Block) -> Block {
        match block {
            Block::Paragraph(children) => Block::Paragraph(self.inlines(children)),
            Block::List { ordered, items } => {
                Block::List { ordered, items: items.into_iter().map(|item| self.blocks(item)).collect() }
            }
            Block::Quote(children) => Block::Quote(self.blocks(children)),
            other @ (Block::Heading(_) | Block::Code(_) | Block::Rule) => other,
        }
    }

    fn inlines(&mut self, nodes: Vec<Inline>) -> Vec<Inline> {
        let mut out = Vec::with_capacity(nodes.len());
        for node in nodes {
            match node {
                Inline::Text(words) => self.text(words, &mut out),
                Inline::Emphasis(children) => out.push(Inline::Emphasis(self.inlines(children))),
                Inline::Strong(children) => out.push(Inline::Strong(self.inlines(children))),
                other => out.push(other),
            }
        }
        out
    }

    fn text(&mut self, words: String, out: &mut Vec<Inline>) {
        let (mut from, mut at) = (0, 0);
        while let Some(next) = words[at..].chars().next() {
            match self.glossary.term_at(&words, at) {
                Some((length, entry)) => {
                    if !self.met.contains(&entry) {
                        self.met.push(entry);
                        if from < at {
                            out.push(Inline::Text(words[from..at].to_owned()));
                        }
                        out.push(Inline::Term { entry, words: words[at..at + length].to_owned() });
                        from = at + length;
                    }
                    at += length;
                }
                None => at += next.len_utf8(),
            }
        }
        if from == 0 {
            out.push(Inline::Text(words));
        } else if from < words.len() {
            out.push(Inline::Text(words[from..].to_owned()));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{load::load, model::prose::prose};
    use proptest::prelude::*;

    fn glossary() -> Glossary {
        let json = r#"{"annals":1,"id":"x","title":"X","glossary":[
            {"id":"sac","term":"SAC","native":"国家标准化管理委员会"},
            {"id":"ccc","term":{"en":"CCC","zh-Hans":"强制性产品认证"},"meaning":"Certification"},
            {"id":"catalogue","term":"CCC catalogue"},
            {"id":"mirror","term":"mirror committee"},
            {"id":"short","term":"X"},
            {"id":"again","term":"SAC"},
            {"id":"group","term":"TC260"}]}"#;
        Glossary::new(&load(json.as_bytes()).unwrap().briefing)
    }

    /// The text with `[entry:words]` for each term.
    fn marked(text: &str) -> String {
        glossary().mark(prose(text)).iter().map(block).collect::<Vec<_>>().join(" / ")
    }

    fn block(one: &Block) -> String {
        match one {
            Block::Paragraph(children) => inlines(children),
            Block::Heading(children) => format!("# {}", inlines(children)),
            Block::List { items, .. } => {
                items.iter().flatten().map(|item| format!("- {}", block(item))).collect::<Vec<_>>().join(" ")
            }
            Block::Quote(children) => children.iter().map(|child| format!("> {}", block(child))).collect(),
            Block::Code(words) => format!("`{words}`"),
            Block::Rule => "---".into(),
        }
    }

    fn inlines(nodes: &[Inline]) -> String {
        let one = |node: &Inline| match node {
            Inline::Text(words) => words.clone(),
            Inline::Emphasis(children) => format!("*{}*", inlines(children)),
            Inline::Strong(children) => format!("**{}**", inlines(children)),
            Inline::Code(words) => format!("`{words}`"),
            Inline::Link { children, .. } => format!("({})", inlines(children)),
            Inline::Value { id, .. } => format!("<{id}>"),
            Inline::Term { entry, words } => format!("[{entry}:{words}]"),
            Inline::Break => "|".into(),
        };
        nodes.iter().map(one).collect()
    }

    #[test]
    fn the_first_occurrence_of_each_entry_is_marked() {
        assert_eq!(marked("SAC and SAC, then TC260."), "[0:SAC] and SAC, then [6:TC260].");
        assert_eq!(marked("**SAC**\n\n- SAC\n- CCC"), "**[0:SAC]** / - SAC - [1:CCC]");
        assert_eq!(marked("强制性产品认证 (CCC)"), "[1:强制性产品认证] (CCC)");
    }

    #[test]
    fn the_longest_term_wins() {
        assert_eq!(marked("The CCC catalogue of CCC"), "The [2:CCC catalogue] of [1:CCC]");
    }

    #[test]
    fn latin_terms_are_whole_words() {
        assert_eq!(marked("SACs, TC2601, CCCP and X"), "SACs, TC2601, CCCP and X");
        assert_eq!(marked("CCC-marked, (SAC)"), "[1:CCC]-marked, ([0:SAC])");
        assert_eq!(marked("sac"), "sac");
    }

    #[test]
    fn chinese_terms_stand_anywhere() {
        assert_eq!(marked("由国家标准化管理委员会发布"), "由[0:国家标准化管理委员会]发布");
        assert_eq!(marked("由SAC发布"), "由[0:SAC]发布");
    }

    #[test]
    fn a_term_written_small_may_begin_a_sentence() {
        assert_eq!(marked("Mirror committee"), "[3:Mirror committee]");
        assert_eq!(marked("a mirror committee"), "a [3:mirror committee]");
    }

    #[test]
    fn links_code_headings_and_values_are_left_alone() {
        let text = "# SAC\n\n[SAC](https://example.org) `SAC` {{value:SAC}} *SAC*";
        assert_eq!(marked(text), "# SAC / (SAC) `SAC` <SAC> *[0:SAC]*");
        assert_eq!(marked("```\nSAC\n```"), "`SAC`");
    }

    #[test]
    fn without_a_glossary_nothing_changes() {
        assert_eq!(Glossary::default().mark(prose("SAC")), prose("SAC"));
    }

    proptest! {
        #[test]
        fn marking_changes_no_words(text in "([ A-Ca国家标准]|SAC|CCC|TC260){0,30}") {
            let plain = marked(&text).chars().filter(|c| !matches!(c, '[' | ']' | ':')).collect::<String>();
            let digits = |text: &str| text.chars().filter(|c| !c.is_ascii_digit()).collect::<String>();
            let written = prose(&text).iter().map(block).collect::<Vec<_>>().join(" / ");
            prop_assert_eq!(digits(&plain), digits(&written));
        }
    }
}
