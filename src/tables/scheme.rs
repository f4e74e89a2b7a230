//! Which tables there are and which columns each has, made from the data format.

use super::cell;
use crate::load::format::{
    DOCUMENT, Field,
    Kind::{List, Object},
    Shape,
};

/// The table of the card.
pub const CARD: &str = "briefing";
/// The column for what has no other form.
pub const REST: &str = "json";

/// Nested lists whose own name says enough, or needs a better one: table of the owner, field, name of the table.
/// All others are named after owner and field.
const NAMES: &[(&str, &str, &str)] = &[
    ("instruments", "stages", "stages"),
    ("series", "observations", "observations"),
    ("catalogue_versions", "entries", "catalogue_entries"),
    ("meetings", "agenda", "agenda"),
    ("meetings", "people", "people"),
    ("meetings", "attendance.totals", "attendance_totals"),
    ("meetings", "attendance.groups", "attendance_groups"),
    ("meetings", "attendance.organisations", "attendance_organisations"),
    ("meetings", "outcomes", "outcomes"),
    ("disputes", "claims", "claims"),
];

/// One table: the rows of one list of objects, from all the objects that have such a list.
pub struct Table {
    /// Its name.
    pub name: String,
    /// What a row holds.
    pub shape: &'static Shape,
    /// The table whose rows have the list and the column that names such a row; `None` for lists of the document.
    pub owner: Option<(usize, &'static str)>,
    /// The keys that lead from the owner to the list.
    pub keys: Vec<&'static str>,
    /// The fields with columns.
    pub slots: Vec<Slot>,
}

/// A field with columns of its own.
pub struct Slot {
    /// The keys that lead to it, joined by dots: the name of its first column.
    pub path: String,
    /// The same, apart.
    pub keys: Vec<&'static str>,
    /// The field.
    pub field: &'static Field,
}

/// What a column holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Column<'a> {
    /// The id of the owner.
    Owner,
    /// The slot of this index; the rest of the column's name.
    Slot(usize, &'a str),
    /// What has no other form.
    Rest,
}

impl Table {
    /// What the column named `name` holds, if the table has such a column.
    pub fn column<'a>(&self, name: &'a str) -> Option<Column<'a>> {
        if name == REST {
            return Some(Column::Rest);
        }
        if self.owner.is_some_and(|(_, column)| column == name) {
            return Some(Column::Owner);
        }
        slot(&self.slots, name).map(|(index, suffix)| Column::Slot(index, suffix))
    }
}

/// The slot that a column belongs to, and the rest of its name.
pub fn slot<'a>(slots: &[Slot], column: &'a str) -> Option<(usize, &'a str)> {
    let suffix = |slot: &Slot| {
        let suffix = column.strip_prefix(slot.path.as_str())?;
        cell::takes(&slot.field.kind, suffix).then_some(suffix)
    };
    slots.iter().enumerate().find_map(|(index, slot)| Some((index, suffix(slot)?)))
}

/// The fields of the card.
pub fn card() -> Vec<Slot> {
    slots(&DOCUMENT)
}

/// All tables but that of the card, owners before what they own.
pub fn tables() -> Vec<Table> {
    let mut tables = Vec::new();
    collect(&DOCUMENT, None, &mut tables);
    tables
}

fn collect(shape: &'static Shape, owner: Option<usize>, tables: &mut Vec<Table>) {
    for (keys, list) in lists(shape) {
        let field = keys.join(".");
        let name = match owner {
            None => field,
            Some(owner) => {
                NAMES.iter().find(|(table, name, _)| *table == tables[owner].name && *name == field).map_or_else(
                    || format!("{}_{}", shape.name.replace('-', "_"), keys.join("_")),
                    |known| known.2.to_owned(),
                )
            }
        };
        let owner = owner.map(|owner| (owner, shape.name));
        tables.push(Table { name, shape: list, owner, keys, slots: slots(list) });
        collect(list, Some(tables.len() - 1), tables);
    }
}

/// The lists of objects in a shape, those in embedded objects included, with the keys that lead there.
fn lists(shape: &'static Shape) -> Vec<(Vec<&'static str>, &'static Shape)> {
    walk(shape)
        .into_iter()
        .filter_map(|(keys, field)| match field.kind {
            List(Object(list)) => Some((keys, *list)),
            _ => None,
        })
        .collect()
}

fn slots(shape: &'static Shape) -> Vec<Slot> {
    walk(shape)
        .into_iter()
        .filter(|(_, field)| !matches!(field.kind, List(Object(_))))
        .map(|(keys, field)| Slot { path: keys.join("."), keys, field })
        .collect()
}

/// All fields in the order of the format, those of embedded objects in the place of the object.
fn walk(shape: &'static Shape) -> Vec<(Vec<&'static str>, &'static Field)> {
    let mut fields = Vec::new();
    for field in shape.all_fields() {
        match field.kind {
            Object(inner) => fields.extend(walk(inner).into_iter().map(|(mut keys, inner)| {
                keys.insert(0, field.name);
                (keys, inner)
            })),
            _ => fields.push((vec![field.name], field)),
        }
    }
    fields
}
