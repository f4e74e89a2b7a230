//! A figure as JSON: its tables with what they carry.

use std::fmt::Write;

use super::json::Json;
use crate::{
    figure::{
        Cell, Context, On, Row, Table,
        provenance::{Cited, Provenance},
    },
    model::Citation,
};

/// A figure as one JSON document (RFC 8259), a line a row. What no source states is `null`; what is not meant to be there is left
/// out. A cell that opens an item is its words; the id of the item that a row stands for is `id`.
pub fn json(context: &Context, provenance: &Provenance, tables: &[Table]) -> String {
    let mut out = Json::default();
    out.object(&mut |json| {
        json.text("figure", &provenance.figure);
        json.text("kind", &provenance.kind);
        json.text("title", &provenance.title);
        json.text("caption", &provenance.told);
        json.text("language", provenance.language);
        json.text("briefing", &provenance.id);
        json.text("briefing_title", &provenance.briefing);
        json.maybe("edition", provenance.edition.as_deref());
        json.maybe("as_of", provenance.as_of.as_ref().map(|(written, _)| &**written));
        json.maybe("licence", provenance.licence.as_deref());
        json.maybe("publisher", provenance.publisher.as_deref());
        json.text("made_on", &provenance.made.0);
        json.list("filters", &provenance.filters, &mut |json, filter| json.string(filter));
        json.list("tables", tables, &mut |json, table| self::table(json, context, table));
        json.list("sources", &provenance.sources, &mut |json, source| self::source(json, source));
    });
    out.text.push('\n');
    out.text
}

fn table(json: &mut Json, context: &Context, table: &Table) {
    json.object(&mut |json| {
        json.maybe("title", table.title.as_deref());
        let columns: Vec<_> = table.columns.iter().filter(|column| column.on != On::Page).collect();
        json.list("columns", &columns, &mut |json, column| {
            json.object(&mut |json| {
                json.text("key", &column.key);
                json.text("name", &column.name);
            });
        });
        json.list("rows", &table.rows, &mut |json, row| self::row(json, context, table, row));
        if let Some(foot) = &table.foot {
            json.key("sums");
            self::row(json, context, table, foot);
        }
    });
}

fn row(json: &mut Json, context: &Context, table: &Table, row: &Row) {
    json.object(&mut |json| {
        json.maybe("id", row.id.as_deref());
        for (column, cell) in table.columns.iter().zip(&row.cells).filter(|(column, _)| column.on != On::Page) {
            match cell {
                Cell::Empty => {}
                Cell::Missing => {
                    json.key(&column.key);
                    json.text.push_str("null");
                }
                Cell::Number(value) => {
                    json.key(&column.key);
                    let _ = write!(json.text, "{value}");
                }
                Cell::Items(items) => json.list(&column.key, items, &mut |json, (_, words)| json.string(words)),
                Cell::Sources(all) => json.list(&column.key, all, &mut |json, one| citation(json, context, one)),
                _ => json.text(&column.key, &cell.in_file(context)),
            }
        }
    });
}

fn citation(json: &mut Json, context: &Context, citation: &Citation) {
    json.object(&mut |json| {
        json.text("id", &citation.source);
        json.maybe("locator", citation.locator.as_ref().map(|locator| context.text(locator)).as_deref());
        json.maybe("quote", citation.quote.as_ref().map(|quote| context.text(quote)).as_deref());
        json.maybe("language", citation.language.as_deref());
    });
}

fn source(json: &mut Json, source: &Cited) {
    json.object(&mut |json| {
        json.text("id", &source.id);
        json.text("title", &source.title);
        json.maybe("publisher", source.publisher.as_deref());
        json.maybe("url", source.url.as_deref());
        json.maybe("published", source.published.as_deref());
        json.maybe("accessed", source.accessed.as_ref().map(|(written, _)| &**written));
        json.maybe("language", source.language.as_deref());
        json.maybe("archived", source.archived.as_deref());
    });
}
