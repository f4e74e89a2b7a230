//! The round trip, and what is said about tables that are wrong.

use proptest::{collection::vec, option, prelude::*};
use serde_json::{Map, Value, json};

use super::{csv, *};
use crate::load::{
    Severity,
    format::{DOCUMENT, EVIDENCE, Kind, Shape},
};

/// Texts that tables find hard.
fn word() -> BoxedStrategy<String> {
    let hard = "(_x0041_)?[ab;,\\\\\\[\\]{}\"'= +@#\\-\\n\\r\\t\u{1}\u{7f}\u{ffff}<&0-9中é\u{feff}]{0,6}";
    prop_oneof![6 => "[a-z]{1,4}(\\.[a-z0-9]{1,3})?", 3 => hard, 1 => Just("#2".to_owned())].boxed()
}

fn junk() -> BoxedStrategy<Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<u64>().prop_map(Value::from),
        (-99_999..99_999_i32).prop_map(|n| Value::from(f64::from(n) / 8.0)),
        word().prop_map(Value::from),
        Just(json!([])),
        Just(json!({})),
    ];
    leaf.prop_recursive(2, 8, 3, |inner| {
        prop_oneof![
            vec(inner.clone(), 0..3).prop_map(Value::from),
            vec((word(), inner), 0..3).prop_map(|members| Value::Object(members.into_iter().collect())),
        ]
    })
    .boxed()
}

fn text() -> BoxedStrategy<Value> {
    let wording = || {
        let full = (word(), option::of(word()), option::of(Just("draft"))).prop_map(|(text, translator, state)| {
            let mut wording = json!({ "text": text });
            translator.into_iter().for_each(|name| wording["translator"] = name.into());
            state.into_iter().for_each(|state| wording["state"] = state.into());
            wording
        });
        prop_oneof![word().prop_map(Value::from), full]
    };
    let tag = prop_oneof![Just("en"), Just("zh-Hans"), Just("zh"), Just("fr")];
    let map = vec((tag.prop_map(str::to_owned), wording()), 0..3);
    prop_oneof![word().prop_map(Value::from), map.prop_map(|map| Value::Object(map.into_iter().collect()))].boxed()
}

fn number() -> BoxedStrategy<Value> {
    prop_oneof![
        any::<i32>().prop_map(Value::from),
        any::<u64>().prop_map(Value::from),
        (-99_999..99_999_i32).prop_map(|n| Value::from(f64::from(n) / 8.0)),
        Just(json!(1e21)),
        Just(json!(-0.5)),
    ]
    .boxed()
}

fn date() -> BoxedStrategy<Value> {
    prop_oneof![Just("2019-10"), Just("-0044"), Just("[1667,1668]"), Just("2019-07?"), Just("2018/..")]
        .prop_map(Value::from)
        .boxed()
}

fn citation() -> BoxedStrategy<Value> {
    let full = (word(), option::of(text()), option::of(text())).prop_map(|(id, locator, quote)| {
        let mut citation = json!({ "id": id });
        locator.into_iter().for_each(|locator| citation["locator"] = locator);
        quote.into_iter().for_each(|quote| citation["quote"] = quote);
        citation
    });
    prop_oneof![3 => word().prop_map(Value::from), 1 => full].boxed()
}

fn fact(value: BoxedStrategy<Value>) -> BoxedStrategy<Value> {
    let evidence: Vec<_> = EVIDENCE.iter().map(|field| option::weighted(0.4, well(&field.kind))).collect();
    let full = (value.clone(), evidence, option::of(junk())).prop_map(|(value, evidence, alternatives)| {
        let mut fact = Map::from_iter([("value".to_owned(), value)]);
        for (field, part) in EVIDENCE.iter().zip(evidence) {
            fact.extend(part.map(|part| (field.name.to_owned(), part)));
        }
        fact.extend(alternatives.map(|list| ("alternatives".to_owned(), list)));
        Value::Object(fact)
    });
    prop_oneof![2 => value, 1 => full].boxed()
}

/// Values as the format wants them.
fn well(kind: &Kind) -> BoxedStrategy<Value> {
    match kind {
        Kind::Text | Kind::Markdown => text(),
        Kind::Date => date(),
        Kind::DateFact => fact(date()),
        Kind::Number => number(),
        Kind::NumberFact => fact(number()),
        Kind::Bool => any::<bool>().prop_map(Value::from).boxed(),
        Kind::Citation => citation(),
        Kind::List(inner) => vec(any_value(inner), 0..3).prop_map(Value::from).boxed(),
        Kind::OneOrMany(inner) => prop_oneof![well(inner), vec(well(inner), 0..3).prop_map(Value::from)].boxed(),
        Kind::Object(shape) => object(shape),
        _ => word().prop_map(Value::from).boxed(),
    }
}

fn any_value(kind: &Kind) -> BoxedStrategy<Value> {
    prop_oneof![9 => well(kind), 1 => junk()].boxed()
}

fn object(shape: &'static Shape) -> BoxedStrategy<Value> {
    let fields: Vec<_> = shape.all_fields().map(|field| option::weighted(0.3, any_value(&field.kind))).collect();
    let unknown = option::weighted(0.1, (word(), junk()));
    (fields, unknown)
        .prop_map(move |(values, unknown)| {
            let known =
                shape.all_fields().zip(values).filter_map(|(field, value)| Some((field.name.to_owned(), value?)));
            Value::Object(unknown.into_iter().chain(known).collect())
        })
        .boxed()
}

fn through_text(sheets: &[Sheet]) -> Vec<Sheet> {
    let again = |sheet: &Sheet| {
        let (again, findings) = csv::read(&sheet.name, csv::write(sheet).as_bytes());
        assert_eq!(findings, []);
        again.unwrap()
    };
    sheets.iter().map(again).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn nothing_is_lost(document in object(&DOCUMENT)) {
        let written = through_text(&sheets(&document).unwrap());
        let read = super::document(written.clone(), None);
        prop_assert_eq!(&read.findings, &[]);
        prop_assert_eq!(&read.document(), &document);
        let again = sheets(&read.document()).unwrap();
        let texts = |sheets: &[Sheet]| sheets.iter().map(csv::write).collect::<Vec<_>>();
        prop_assert_eq!(texts(&again), texts(&written));
    }

    #[test]
    fn sheets_survive_as_text(header in vec("[a-z.]{1,5}", 1..4), rows in vec(vec(word(), 1..4), 0..4)) {
        let cell = |cell: String| cell.replace("\r\n", "\n").replace('\r', "\n");
        let row = |(number, cells): (usize, Vec<String>)| Row::new(number, cells.into_iter().map(cell));
        // The header tells commas from others, so it has one.
        let header = header.into_iter().chain(["end".to_owned()]).collect();
        let sheet = Sheet { name: "x".to_owned(), header, rows: (2..).zip(rows).map(row).collect() };
        prop_assert_eq!(through_text(std::slice::from_ref(&sheet)), vec![sheet]);
    }

    #[test]
    fn no_bytes_are_too_strange(bytes in vec(prop_oneof![any::<u8>(), Just(b'"'), Just(b','), Just(b'\n')], 0..60)) {
        let (sheet, _) = csv::read("events", &bytes);
        super::document(sheet.into_iter().collect(), None);
    }
}

proptest! {
    // A book takes longer than tables, and has a sheet that explains it.
    #![proptest_config(ProptestConfig::with_cases(12))]

    #[test]
    fn nothing_is_lost_in_books(document in object(&DOCUMENT)) {
        let written = sheets(&document).unwrap();
        let bytes = book::write(&written).unwrap();
        let (read, findings) = book::read(&bytes).unwrap();
        prop_assert_eq!(findings, &[]);
        prop_assert_eq!(&read, &written);
        let read = super::document(read, None);
        prop_assert_eq!(&read.findings, &[]);
        prop_assert_eq!(&read.document(), &document);
        prop_assert_eq!(bytes, book::write(&sheets(&read.document()).unwrap()).unwrap());
    }
}

const CARD: (&str, &str) = ("briefing", "field,value\nannals,1\nid,x\ntitle.en,X\n");

fn import(tables: &[(&str, &str)]) -> Imported {
    let mut findings = Vec::new();
    let mut sheets = Vec::new();
    for (name, text) in tables {
        let (sheet, found) = csv::read(name, text.as_bytes());
        sheets.extend(sheet);
        findings.extend(found);
    }
    let imported = super::document(sheets, None);
    findings.extend(imported.findings);
    Imported { findings, ..imported }
}

/// Code, table, row and column of each finding.
fn brief(imported: &Imported) -> Vec<(&str, &str, usize, &str)> {
    imported.findings.iter().map(|f| (f.code, f.table.as_str(), f.row, f.column.as_str())).collect()
}

#[test]
fn tables_have_plain_names_and_no_column_twice() {
    let names: Vec<String> = scheme::tables().into_iter().map(|table| table.name).collect();
    let expected = "holidays corrections sources actors tracks events event_relations instruments stages \
                    instrument_relations series observations targets catalogues catalogue_versions catalogue_entries \
                    meetings agenda people attendance_totals attendance_groups attendance_organisations outcomes \
                    positions disputes claims figures figure_values views view_parts story glossary";
    assert_eq!(names.join(" "), expected);
    for table in scheme::tables() {
        let mut columns: Vec<&str> = table.slots.iter().map(|slot| slot.path.as_str()).collect();
        columns.extend(table.owner.map(|(_, column)| column));
        columns.push(scheme::REST);
        let count = columns.len();
        columns.sort_unstable();
        columns.dedup();
        assert_eq!(columns.len(), count, "{}", table.name);
    }
}

#[test]
fn a_row_becomes_an_item() {
    let events = "id,date,date.sources,title.en,title.zh-Hans,title.zh-Hans.translator,actors,tags,sources\n\
                  e1,2019-10?,s1,Title,标题,A. N.,a;b,x\\;y; z ,s1;s2 [Article 7]\n";
    let imported = import(&[CARD, ("events", events)]);
    assert_eq!(brief(&imported), []);
    let event = json!({
        "id": "e1",
        "date": { "value": "2019-10?", "sources": ["s1"] },
        "title": { "en": "Title", "zh-Hans": { "text": "标题", "translator": "A. N." } },
        "actors": ["a", "b"],
        "sources": ["s1", { "id": "s2", "locator": "Article 7" }],
        "tags": ["x;y", "z"],
    });
    assert_eq!(imported.document(), json!({ "annals": 1, "id": "x", "title": { "en": "X" }, "events": [event] }));
}

#[test]
fn rows_of_inner_lists_find_their_item() {
    let series = "id,title\ns1,One\n,Two\n";
    let observations = "series,id,date,value,comparable\ns1,o2,2020,21.5,FALSE\n#2,o3,2021,7,\ns1,o1,2019,1164000,\n";
    let imported = import(&[("observations", observations), CARD, ("series", series)]);
    assert_eq!(brief(&imported), []);
    let expected = json!([
        { "id": "s1", "title": "One", "observations": [
            { "id": "o2", "date": "2020", "value": 21.5, "comparable": false },
            { "id": "o1", "date": "2019", "value": 1_164_000 },
        ] },
        { "title": "Two", "observations": [{ "id": "o3", "date": "2021", "value": 7 }] },
    ]);
    assert_eq!(imported.document()["series"], expected);
    let place = |pointer| imported.places.find(pointer).map(|place| (place.table, place.row, place.column));
    let at = |table: &str, row, column: &str| Some((table.to_owned(), row, column.to_owned()));
    assert_eq!(place("/series/0/observations/1/value"), at("observations", 4, "value"));
    assert_eq!(place("/series/1/observations/0/date/sources/0"), at("observations", 3, "date"));
    assert_eq!(place("/series/1/nonsense"), at("series", 3, ""));
    assert_eq!(place("/title/en"), at("briefing", 4, "value"));
    assert_eq!(place(""), None);
}

#[test]
fn all_faults_are_found_at_once() {
    let series = "id,title,titel\ns1,One,x\ns2,Two,\n";
    let observations = "series,id,date,value,low,comparable,value.sources\n\
                        s1,o1,2020,\"1,164\",,,\n\
                        s1,o2,2020,5,about 4,yes,\n\
                        s3,o3,2020,6,,,\n\
                        s1,o4,2020,,,,src\n\
                        s1,o5,2020,7,,,,left over\n\
                        s1,o6,2020,8,,,[broken\n";
    let imported = import(&[CARD, ("series", series), ("observations", observations), ("event", "id\ne1\n")]);
    let expected = [
        ("TABLE_UNKNOWN", "event", 0, ""),
        ("COLUMN_UNKNOWN", "series", 1, "titel"),
        ("CELL_NUMBER", "observations", 2, "value"),
        ("CELL_NUMBER", "observations", 3, "low"),
        ("CELL_BOOL", "observations", 3, "comparable"),
        ("ROW_OWNER", "observations", 4, "series"),
        ("CELL_ALONE", "observations", 5, "value.sources"),
        ("ROW_LONG", "observations", 6, ""),
        ("CELL_JSON", "observations", 7, "value.sources"),
    ];
    assert_eq!(brief(&imported), expected);
    let severity = |code| imported.findings.iter().find(|finding| finding.code == code).unwrap().severity;
    assert_eq!(severity("TABLE_UNKNOWN"), Severity::Warning);
    assert_eq!(severity("CELL_NUMBER"), Severity::Error);
    assert!(imported.findings[0].remedy.contains("events"), "{}", imported.findings[0].remedy);
    assert!(imported.findings[1].remedy.contains("title"), "{}", imported.findings[1].remedy);
    // What is optional goes alone; what is required takes its row along.
    assert_eq!(imported.document()["series"][0]["observations"], json!([{ "id": "o2", "date": "2020", "value": 5 }]));
}

#[test]
fn texts_too_long_to_be_read_are_left_out() {
    let long = |length: usize| "\"\"".repeat(length / 2);
    // As a quote is doubled in a table, it takes two bytes in JSON.
    let (most, more) = (long(1 << 20), long((1 << 20) + 2));
    let tracks = format!("id,title,note,json\na,\"{most}\",,\nb,\"{more}\",,\nc,C,\"{more}\",\nd,D,,");
    let tracks = format!("{tracks}\"{{\"\"x\"\":\"\"{}\"\"}}\"\n", "x".repeat((1 << 20) + 1));
    let imported = import(&[CARD, ("tracks", &tracks)]);
    let expected =
        [("CELL_LONG", "tracks", 3, "title"), ("CELL_LONG", "tracks", 4, "note"), ("CELL_LONG", "tracks", 5, "json")];
    assert_eq!(brief(&imported), expected);
    let document = imported.document();
    let ids: Vec<_> = document["tracks"].as_array().unwrap().iter().map(|track| &track["id"]).collect();
    assert_eq!(ids, ["a", "c", "d"]);
    assert!(crate::load::load(json::print(&imported.document()).as_bytes()).is_ok());
}

#[test]
fn rows_go_with_the_row_they_belong_to() {
    let versions = "catalogue,id,title,basis\nc1,v1,One,full,,too many\n";
    let entries = "version,title\nv1,A\nv1,B\n";
    let tables =
        [CARD, ("catalogues", "id,title\nc1,C\n"), ("catalogue_versions", versions), ("catalogue_entries", entries)];
    let imported = import(&tables);
    let expected = [("ROW_LONG", "catalogue_versions", 2, ""), ("ROW_OWNER", "catalogue_entries", 0, "")];
    assert_eq!(brief(&imported), expected);
    assert!(imported.findings[1].message.starts_with("2 rows"));
    assert_eq!(imported.document()["catalogues"], json!([{ "id": "c1", "title": "C" }]));
}

#[test]
fn the_card_says_what_it_does_not_know() {
    let card = "field,value\nannals,1\nid,x\ntitel,X\nid,y\ntitle,X\nlanguages,en;zh-Hans\n";
    let imported = import(&[("briefing", card)]);
    let expected = [("FIELD_UNKNOWN", "briefing", 4, "field"), ("FIELD_REPEATED", "briefing", 5, "field")];
    assert_eq!(brief(&imported), expected);
    assert_eq!(imported.document(), json!({ "annals": 1, "id": "x", "title": "X", "languages": ["en", "zh-Hans"] }));
    assert_eq!(brief(&import(&[])), [("TABLE_MISSING", "briefing", 0, "")]);
    assert_eq!(brief(&import(&[("briefing", "name;value\nid;x\n")])), [("COLUMN_MISSING", "briefing", 0, "")]);
}

#[test]
fn texts_are_named_by_language_or_not_at_all() {
    let imported = import(&[CARD, ("tracks", "id,title,title.fr,note.en.translator\nt1,A,B,\nt2,A,,C\n")]);
    assert_eq!(
        brief(&imported),
        [("CELL_MIXED", "tracks", 2, "title"), ("CELL_ALONE", "tracks", 3, "note.en.translator")]
    );
    assert_eq!(imported.document()["tracks"], json!([{ "id": "t2", "title": "A" }]));
}

#[test]
fn separators_line_ends_and_blank_rows_do_not_matter() {
    let plain = import(&[CARD, ("tracks", "id,title\na,\"One\ntwo, \"\"three\"\"\"\n\nb,Four\n")]);
    assert_eq!(plain.document()["tracks"][0]["title"], "One\ntwo, \"three\"");
    assert_eq!(plain.places.find("/tracks/1").unwrap().row, 4);
    for text in [
        "\u{feff}id;title\r\na;\"One\r\ntwo, \"\"three\"\"\"\r\n;\r\nb;Four\r\n",
        "id\ttitle\na\t\"One\ntwo, \"\"three\"\"\"\n\nb\tFour",
        "id,title,,\ra,\"One\rtwo, \"\"three\"\"\",,\r,,,\rb , Four\r",
    ] {
        let other = import(&[CARD, ("tracks", text)]);
        assert_eq!(brief(&other), [], "{text:?}");
        assert_eq!(other.document(), plain.document(), "{text:?}");
    }
}

#[test]
fn quotes_that_stay_open_are_found_where_they_open() {
    let imported = import(&[CARD, ("tracks", "id,title\na,A\nb,\"B\nc,C\nd,D\n")]);
    assert_eq!(brief(&imported), [("TABLE_QUOTE", "tracks", 3, "")]);
    assert!(imported.findings[0].message.contains("line 3"), "{:?}", imported.findings[0]);
    assert_eq!(imported.document()["tracks"].as_array().unwrap().len(), 1);
    let stray = import(&[CARD, ("tracks", "id,title\na,\"A\" b\n")]);
    assert_eq!(brief(&stray), [("TABLE_QUOTE", "tracks", 2, "")]);
    assert_eq!(stray.document()["tracks"][0]["title"], "A b");
}

#[test]
fn other_encodings_are_read_and_named() {
    // "id,title\na,强制性产品认证" as Excel on Chinese Windows saves it.
    let gb = b"id,title\na,\xc7\xbf\xd6\xc6\xd0\xd4\xb2\xfa\xc6\xb7\xc8\xcf\xd6\xa4\n";
    let (sheet, findings) = csv::read("tracks", gb);
    assert_eq!(sheet.unwrap().rows[0].cell(1), "强制性产品认证");
    assert_eq!((findings[0].code, findings[0].severity), ("TABLE_ENCODING", Severity::Warning));
    assert!(findings[0].message.contains("gb18030"), "{findings:?}");
    let (sheet, findings) = csv::read("tracks", b"id,title\na,caf\xe9 \n");
    assert!(sheet.is_none() && findings[0].message.contains("line 2"), "{findings:?}");
}

#[test]
fn what_a_spreadsheet_would_run_is_inert() {
    let titles = ["=HYPERLINK(\"x\")", "-1", "@SUM(A1)", "+49 30", "'=x", "'", "-2-3", "-0044", "'x"];
    let tracks: Vec<Value> = titles.iter().map(|title| json!({ "title": title })).collect();
    let document = json!({ "tracks": tracks, "events": [{ "date": "-0044-03-15", "title": "x" }] });
    let written = sheets(&document).unwrap();
    let text = csv::write(&written[1]);
    let expected = "title\n\"'=HYPERLINK(\"\"x\"\")\"\n-1\n'@SUM(A1)\n'+49 30\n''=x\n'\n'-2-3\n'-0044\n'x\n";
    assert_eq!(text, expected);
    assert!(csv::write(&written[2]).contains("\n'-0044-03-15,"));
    let again = super::document(through_text(&written), None);
    assert_eq!(again.document(), document);
    assert!(sheets(&json!([])).is_none());
}
