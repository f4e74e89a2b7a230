//! Citations of a small briefing, written out by hand; and whatever the words, files that other programs read.

mod any;
mod expected;
mod foreign;

use super::*;
use crate::{
    figure::Context,
    i18n::{Language, Words},
    load::load,
    model::{Day, Edtf},
    query::{
        Found, Index,
        search::{Query, SearchIndex},
    },
    state::read,
};

const JSON: &str = r#"{"annals":1,"id":"ccc","title":{"en":"Catalogue & rules","zh-Hans":"目录与规则"},"languages":["en","zh-Hans"],
    "publisher":{"en":"Institute A and B","zh-Hans":"甲乙研究所"},"edition":"First","as_of":"2026-03","licence":"CC BY 4.0",
    "sources":[
      {"id":"s1","title":{"en":"{Notice} 100% of \"33\"\nand_more","zh-Hans":"第33号公告"},"publisher":"AQSIQ and CNCA",
       "url":"https://example.org/33?a=1&b=50%25_x#y","published":{"value":"2001-12-03","alternatives":["2001-12-07"]},
       "accessed":"2026-02-01","language":"zh-Hans","archived":"https://web.example/33"},
      {"id":"s2","title":"News","published":"2019-05/2020-01"},
      {"id":"s3","title":"About then","published":"2021-05~"},
      {"id":"s4","title":"Some time","published":"201X"},
      {"id":"s5","title":"Spring issue","published":"2020-21"}],
    "instruments":[{"id":"act","title":"Rules","sources":["s3"],"stages":[{"id":"act.effective","stage":"effective","date":
      {"value":"2003-08-01","sources":["s4"],"alternatives":[{"value":"2003-05-01","sources":["s5"]}]}}]}],
    "events":[{"id":"none","title":"发布《强制性产品认证管理规定》","date":"2009-09"}],
    "series":[{"id":"s","title":"Products","unit":"products","sources":["s2"],"observations":[
      {"id":"o","date":"2001-12-03","value":{"value":132,"alternatives":[{"value":133,"sources":["s2"]}]},"qualifier":"about","grade":"official",
       "sources":[{"id":"s1","locator":"Annex","quote":"共132种","language":"zh-Hans"},"s2"]}]}],
    "tracks":[{"id":"law","title":"Laws"}],
    "figures":[{"id":"line","kind":"timeline"}],
    "views":[{"id":"overview","title":"Start"},{"id":"when","title":"When","parts":[{"figure":"line"}]}]}"#;

const PAGE: &str = "https://host.example/annals/";
const DIGITS: &str = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

/// What `make` makes of the briefing in a language, seen through a link, on 1 April 2026.
fn seen<T>(language: Language, query: &str, make: impl FnOnce(&Context, Cover) -> T) -> T {
    let briefing = load(JSON.as_bytes()).expect("a briefing").briefing;
    let (index, words, state) = (Index::new(&briefing), Words::new(language), read(query).0);
    let hits = SearchIndex::new(&briefing, &index).search(&Query::new(&state.search));
    let today = Day::new(2026, 4, 1).expect("a day");
    let context = Context { briefing: &briefing, index: &index, words: &words, state: &state, hits: &hits, today };
    make(&context, Cover { page: Some(PAGE), fingerprint: Some(DIGITS) })
}

fn item(language: Language, id: &str) -> Vec<Record> {
    seen(language, "", |context, cover| of_item(context, cover, context.find(id).expect("an item")))
}

fn view(language: Language, query: &str) -> Vec<Record> {
    seen(language, query, |context, cover| match context.find(context.state.view()) {
        Some(Found::View(view)) => vec![of_view(context, cover, view)],
        _ => panic!("no view"),
    })
}

/// A record with nothing but a title and a date.
fn plain(title: &str, issued: Option<&str>) -> Record {
    let said = |text: &str| {
        let date = Edtf::parse(text).expect("a date");
        let words = date.print(Language::En.dates());
        Said { told: format!("Published: {words}"), words, date }
    };
    Record {
        key: "x:y".into(),
        sort: Sort::Work,
        title: title.into(),
        container: None,
        publisher: None,
        issued: issued.map(said),
        url: None,
        edition: None,
        accessed: None,
        language: None,
        notes: Vec::new(),
    }
}
