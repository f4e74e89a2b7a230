//! The sheet that explains the others: what each table and each column holds.

use crate::{
    load::format::{DOCUMENT, Field, Kind},
    tables::scheme::{self, CARD, REST, Table},
};

/// What stands above the list of columns.
pub const WORDS: &[&str] = &[
    "This book is a briefing. Each of its sheets is a table: the first row names the columns, each row below is one item.",
    "Columns may stand in any order, and those that are not needed may be left out; further ones of the list below may be added.",
    "A text in several languages has a column for each: title.en, title.zh-Hans; beside it may stand title.zh-Hans.translator and title.zh-Hans.state.",
    "What a date or number rests on stands beside it: date.sources, date.grade, date.confidence, date.note.",
    "In lists ; parts the elements: src-a;src-b. A place in a source stands in brackets: src-law [Article 7].",
    "Dates are EDTF: 2024-05-17, 2024-05, 2024, 2024~ (about), 2024? (doubtful), 2024-03/2024-05 (from, to), 2024/.. (goes on). Keep them as text.",
    "Where dates are written as 17/05/2024, say in the sheet briefing how: a row with date_format, and DMY, MDY or YMD.",
    "Rows of inner tables name the row they belong to by its id, or by its place: #3 is the third row under the header.",
    "To read the book again: annals import BOOK.xlsx -o FILE.json",
];

/// The heads of the list.
pub const HEAD: [&str; 5] = ["table", "column", "needed", "what it is", "how it is written"];

/// A row for each column of each table.
pub fn rows() -> Vec<[String; 5]> {
    let mut rows = Vec::new();
    for slot in scheme::card() {
        rows.push(row(CARD, &slot.path, slot.field));
    }
    rows.push(
        [CARD, "date_format", "", "how dates are written that are not EDTF; of the tables alone", "DMY, MDY or YMD"]
            .map(str::to_owned),
    );
    let tables = scheme::tables();
    for table in &tables {
        if let Some((owner, column)) = table.owner {
            let about = format!("the row of {} that this one belongs to", tables[owner].name);
            rows.push([table.name.clone(), column.to_owned(), "yes".to_owned(), about, "an id".to_owned()]);
        }
        rows.extend(table.slots.iter().map(|slot| row(&table.name, &slot.path, slot.field)));
        rows.push([&table.name, REST, "", "what has no column of its own", "a JSON object"].map(str::to_owned));
    }
    rows
}

/// What a table holds, in a line.
pub fn about(table: &Table) -> &'static str {
    table.shape.about
}

/// What the card holds, in a line.
pub fn about_card() -> &'static str {
    DOCUMENT.about
}

fn row(table: &str, path: &str, field: &Field) -> [String; 5] {
    let needed = if field.required { "yes" } else { "" };
    [table.to_owned(), path.to_owned(), needed.to_owned(), field.about.to_owned(), how(&field.kind)]
}

/// How a value of this kind is written in a cell.
pub fn how(kind: &Kind) -> String {
    match kind {
        Kind::Word => "text".to_owned(),
        Kind::Text => "text; a column for each language".to_owned(),
        Kind::Markdown => "text with simple Markdown; a column for each language".to_owned(),
        Kind::Uri => "an address, https://…".to_owned(),
        Kind::Date | Kind::DateFact => "a date, as text: 2024-05-17".to_owned(),
        Kind::Number | Kind::NumberFact => "a number".to_owned(),
        Kind::Bool => "true or false".to_owned(),
        Kind::Language => "a language tag: en, zh-Hans".to_owned(),
        Kind::Id => "an id: small letters, digits, - . _".to_owned(),
        Kind::Ref([]) => "an id of this book".to_owned(),
        Kind::Ref(parts) => format!("an id of {}", parts.join(", ")),
        Kind::Choice(words) => format!("one of: {}", words.join(", ")),
        Kind::OpenChoice(words) => format!("usually one of: {}", words.join(", ")),
        Kind::Citation => "an id of sources".to_owned(),
        Kind::List(inner) | Kind::OneOrMany(inner) => format!("{}; several are parted by ;", how(inner)),
        Kind::Object(_) => "JSON".to_owned(),
    }
}
