//! The example that the tool prints: it uses everything, and every figure of it can be read.

use std::{collections::BTreeSet, fs};

use annals::{
    figure::{Canvas, KINDS, On, kind, lists, plate::plate, provenance::Provenance},
    i18n::Language,
    layout::text::TextMeter,
    load::{
        format::{self, FIGURE_KINDS, Kind, Shape},
        load,
    },
    render::svg::svg,
    scene::theme::Theme,
};

use serde_json::{Map, Value};

use super::{
    alike::both::gallery::{GALLERY, gallery, in_language},
    boxes::assert_readable,
};

/// What the page measures at least, usually and at most, in CSS pixels.
const WIDTHS: [f64; 3] = [328.0, 736.0, 1_203.0];

#[test]
fn every_kind_of_figure_is_drawn() {
    let briefing = gallery();
    let drawn: BTreeSet<&str> = briefing.figures.iter().map(|figure| &*figure.kind).collect();
    let missing: Vec<_> = FIGURE_KINDS.iter().filter(|kind| !drawn.contains(**kind)).collect();
    assert!(missing.is_empty(), "{missing:?}");
    let shown: BTreeSet<&str> =
        briefing.views.iter().flat_map(|view| &view.parts).filter_map(|part| part.figure.as_deref()).collect();
    let hidden: Vec<_> = briefing.figures.iter().filter(|figure| !shown.contains(&*figure.meta.id)).collect();
    assert!(hidden.is_empty(), "{hidden:?}");
}

/// Every field of every sort of object; of those that all items have, each at one item at least.
#[test]
fn every_field_of_the_format_is_used() {
    fn look(kind: &Kind, value: &Value, used: &mut BTreeSet<(&'static str, String)>) {
        match (kind, value) {
            (Kind::Object(shape), Value::Object(map)) => note(shape, map, used),
            (Kind::Citation, Value::Object(map)) => note(&format::CITATION, map, used),
            (Kind::List(inner) | Kind::OneOrMany(inner), Value::Array(list)) => {
                list.iter().for_each(|value| look(inner, value, used));
            }
            (Kind::OneOrMany(inner), value) => look(inner, value, used),
            (Kind::Text | Kind::Markdown, Value::Object(map)) if map.contains_key("text") => {
                note(&format::WORDING, map, used);
            }
            (Kind::Text | Kind::Markdown, Value::Object(map)) => {
                map.values().for_each(|value| look(&Kind::Text, value, used));
            }
            (Kind::DateFact | Kind::NumberFact, Value::Object(map)) => {
                used.extend(map.keys().map(|name| ("fact", name.clone())));
                map.get("sources").into_iter().for_each(|value| look(&Kind::List(&Kind::Citation), value, used));
            }
            _ => {}
        }
    }
    fn note(shape: &'static Shape, map: &Map<String, Value>, used: &mut BTreeSet<(&'static str, String)>) {
        for (name, value) in map {
            let Some(field) = shape.field(name) else { continue };
            let is_own = shape.fields.iter().any(|own| own.name == name);
            used.insert((if is_own { shape.name } else { "item" }, name.clone()));
            look(&field.kind, value, used);
        }
    }
    fn wanted(shape: &'static Shape, all: &mut BTreeSet<(&'static str, String)>) {
        for field in shape.fields {
            let is_new = all.insert((shape.name, field.name.to_owned()));
            match field.kind {
                Kind::Object(inner) if is_new => wanted(inner, all),
                Kind::List(Kind::Object(inner)) if is_new => wanted(inner, all),
                _ => {}
            }
        }
    }
    let document: Value = serde_json::from_str(GALLERY).unwrap();
    let mut used = BTreeSet::new();
    note(&format::DOCUMENT, document.as_object().unwrap(), &mut used);
    let mut all = BTreeSet::new();
    [&format::DOCUMENT, &format::CITATION, &format::WORDING].into_iter().for_each(|shape| wanted(shape, &mut all));
    all.extend(format::COMMON.iter().map(|field| ("item", field.name.to_owned())));
    all.extend(format::EVIDENCE.iter().map(|field| ("fact", field.name.to_owned())));
    all.extend(["value", "alternatives"].map(|name| ("fact", name.to_owned())));
    let missing: Vec<_> = all.difference(&used).collect();
    assert!(missing.is_empty() && all.len() > 150, "{missing:?}");
}

/// Those that it is meant to have: an address without encryption, and two units in one figure.
#[test]
fn only_the_findings_meant_to_be_there_are() {
    let loaded = load(GALLERY.as_bytes()).expect("a briefing");
    let found: Vec<_> = loaded.report.diagnostics.iter().map(|one| one.code.name()).collect();
    assert_eq!(found, ["URL_HTTP", "FIGURE_UNITS_DIFFER"]);
}

#[test]
fn no_text_overlaps_another_or_leaves_its_picture() {
    let briefing = gallery();
    for language in Language::ALL {
        in_language(&briefing, language, |context| {
            for figure in briefing.figures.iter() {
                let Some(kind) = kind(&figure.kind) else { continue };
                for width in WIDTHS {
                    let meter = TextMeter::default();
                    let made = (kind.make)(context, figure, Canvas { width, meter });
                    let what = format!("{} at {width}, {}", figure.meta.id, language.tag());
                    assert_readable(&made.scene, meter, &what);
                    assert!(!made.scene.title.is_empty(), "{what}");
                    let (tables, told) = ((kind.tables)(context, figure), (kind.tell)(context, figure));
                    let provenance = Provenance::of(context, figure, &tables, &told);
                    let framed = plate(context, &made, &provenance, meter);
                    assert_readable(&framed, meter, &format!("{what}, as a file"));
                    assert!(framed.description.contains("CC BY 4.0"), "{what}");
                }
            }
        });
    }
}

/// Tables are whole, and what they say of items is sourced.
#[test]
fn every_table_is_whole() {
    let briefing = gallery();
    in_language(&briefing, Language::En, |context| {
        for figure in &briefing.figures {
            let tables = match kind(&figure.kind) {
                Some(kind) => (kind.tables)(context, figure),
                None => lists::tables(context, figure),
            };
            for table in &tables {
                let keys: BTreeSet<_> =
                    table.columns.iter().filter(|column| column.on != On::Page).map(|column| &column.key).collect();
                let in_files = table.columns.iter().filter(|column| column.on != On::Page).count();
                assert_eq!(keys.len(), in_files, "keys of {}", figure.meta.id);
                for row in table.rows.iter().chain(&table.foot) {
                    assert_eq!(row.cells.len(), table.columns.len(), "{}", figure.meta.id);
                }
            }
        }
    });
}

/// The example on disk is what the tool carries.
#[test]
fn the_tool_prints_it() {
    let printed = std::process::Command::new(env!("CARGO_BIN_EXE_annals")).arg("example").output().unwrap();
    assert!(printed.status.success());
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/static/examples/gallery.json");
    assert_eq!(printed.stdout, fs::read(path).unwrap());
}

/// Every kind has a picture in the manual, which is drawn as it says. With `ANNALS_BLESS=1` in the environment they are written.
#[test]
fn the_pictures_of_the_manual_are_current() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("docs");
    let manual = fs::read_to_string(folder.join("figures.md")).unwrap();
    let briefing = gallery();
    in_language(&briefing, Language::En, |context| {
        for kind in KINDS {
            assert!(manual.contains(&format!("(figures/{}.svg)", kind.word)), "{} has no picture", kind.word);
            let figure = briefing.figures.iter().find(|figure| *figure.kind == *kind.word).expect("a figure");
            let meter = TextMeter::default().anywhere();
            let made = (kind.make)(context, figure, Canvas { width: 720.0, meter });
            let (tables, told) = ((kind.tables)(context, figure), (kind.tell)(context, figure));
            let provenance = Provenance::of(context, figure, &tables, &told);
            let found = svg(&plate(context, &made, &provenance, meter), &Theme::LIGHT);
            let file = folder.join(format!("figures/{}.svg", kind.word));
            if std::env::var_os("ANNALS_BLESS").is_some() {
                fs::write(&file, &found).unwrap();
            } else {
                assert!(fs::read_to_string(&file).is_ok_and(|text| text == found), "{} differs", file.display());
            }
        }
    });
    for kind in FIGURE_KINDS {
        assert!(manual.contains(&format!("`{kind}`")), "{kind} is not described");
    }
}
