//! Citations for reference managers and for texts: BibTeX, RIS, CSL-JSON and plain text. One file a format; what is cited is
//! in [`record`], the same for all.
//!
//! The forms are written out here: each is a page of code, and the libraries for them read more than they write.

mod bibtex;
mod csl;
mod dates;
mod record;
mod ris;
mod text;

#[cfg(test)]
mod tests;

pub use record::{Cover, Record, Said, Sort, of_item, of_view};

/// A format of citations.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// BibTeX, as classic styles and biblatex read it.
    BibTex,
    /// RIS, as Zotero, EndNote, Mendeley and Citavi read it.
    Ris,
    /// CSL-JSON (Citation Style Language 1.0.2).
    Csl,
    /// Plain text.
    Text,
}

impl Format {
    /// All formats, with the word that names each in messages.
    pub const ALL: [(Format, &str); 4] =
        [(Format::BibTex, "bibtex"), (Format::Ris, "ris"), (Format::Csl, "csl"), (Format::Text, "text")];

    /// The word that names it in messages.
    pub fn word(self) -> &'static str {
        Self::ALL[self as usize].1
    }

    /// How the name of its file ends.
    pub fn ending(self) -> &'static str {
        ["bib", "ris", "json", "txt"][self as usize]
    }

    /// The media type of its file.
    pub fn media_type(self) -> &'static str {
        let all = [
            "application/x-bibtex;charset=utf-8",
            "application/x-research-info-systems;charset=utf-8",
            "application/vnd.citationstyles.csl+json",
            "text/plain;charset=utf-8",
        ];
        all[self as usize]
    }
}

/// Records in a format, in their order. Empty for no records, but for CSL-JSON, which is an empty list then.
pub fn citations(format: Format, records: &[Record]) -> String {
    match format {
        Format::BibTex => bibtex::bibtex(records),
        Format::Ris => ris::ris(records),
        Format::Csl => csl::csl(records),
        Format::Text => text::text(records),
    }
}

/// Words on one line: breaks and tabs become spaces, other control characters go.
fn on_one_line(words: &str) -> String {
    let mut line = String::new();
    for letter in words.chars() {
        match letter {
            '\n' | '\r' | '\t' | '\u{2028}' | '\u{2029}' | '\u{85}' | ' ' => {
                if !line.ends_with(' ') && !line.is_empty() {
                    line.push(' ');
                }
            }
            letter if letter.is_control() => {}
            letter => line.push(letter),
        }
    }
    line.truncate(line.trim_end_matches(' ').len());
    line
}
