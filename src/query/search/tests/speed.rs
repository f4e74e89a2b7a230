//! How long it takes, for a look now and then: `cargo test --release --lib speed -- --ignored --nocapture`. Nothing is asserted.

use std::{fmt::Write, time::Instant};

use super::super::*;
use crate::{load::load, query::Index};

const LETTERS: [&str; 20] = [
    "re", "gu", "la", "tion", "con", "for", "mi", "ty", "stan", "dard", "cer", "ti", "fi", "ca", "pro", "duct", "me",
    "tro", "lo", "gy",
];
const CHARACTERS: &str =
    "强制性产品认证管理规定国家标准化委员会市场监督总局技术发展改革工业信息安全电子商务质量检验检疫环境保护能源交通";

/// A made-up briefing of so many events, a fifth of them in Chinese, too.
fn made(count: usize) -> String {
    let mut seed = 7u32;
    let mut next = |below: usize| {
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (seed >> 8) as usize % below
    };
    let characters: Vec<char> = CHARACTERS.chars().collect();
    let mut json = String::from(r#"{"annals":1,"id":"x","title":"X","events":["#);
    for nth in 0..count {
        let mut words = |count: usize| {
            let word = |_| (0..1 + next(4)).map(|_| LETTERS[next(20)]).collect::<String>();
            (0..count).map(word).collect::<Vec<_>>().join(" ")
        };
        let (title, summary) = (words(8), words(60));
        let mut run = |count: usize| (0..count).map(|_| characters[next(characters.len())]).collect::<String>();
        let chinese = if nth % 5 == 0 { format!(r#","zh-Hans":"{}""#, run(100)) } else { String::new() };
        let comma = if nth > 0 { "," } else { "" };
        write!(
            json,
            r#"{comma}{{"id":"e{nth}","date":"2{:03}","title":"{title}","number":"GB/T {nth}-2020","summary":{{"en":"{summary}"{chinese}}}}}"#,
            nth % 1000
        )
        .expect("a string takes all");
    }
    json + "]}"
}

#[test]
#[ignore = "only measures"]
fn speed() {
    let briefing = load(made(10_000).as_bytes()).expect("a briefing").briefing;
    let known = Index::new(&briefing);
    let start = Instant::now();
    let mut builder = Builder::new(&briefing);
    println!("begin {:?}", start.elapsed());
    let mut longest = std::time::Duration::ZERO;
    loop {
        let step = Instant::now();
        let is_done = builder.step(&briefing, &known, 200);
        longest = longest.max(step.elapsed());
        if is_done {
            break;
        }
    }
    let index = builder.finish();
    println!("built in {:?}, longest step of 200 items {longest:?}, {} items", start.elapsed(), index.len());
    println!(
        "{} terms, {} passages, {} tokens, {} postings, {} owners",
        index.terms.len(),
        index.passages.len(),
        index.tokens.len(),
        index.postings.len(),
        index.owners.len()
    );
    for search in [
        "c",
        "con",
        "conformity",
        "standard certi",
        "cer pro me",
        "GB/T 12",
        "\"tion con\"",
        "认",
        "认证",
        "强制认证",
        "国家标准化委员会",
        "conformitty",
        "standrdstandard",
        "c -product",
        "zzzzz",
        "GB/T 1234-2020",
    ] {
        let query = Query::new(search);
        let hits = index.search(&query);
        let start = Instant::now();
        for _ in 0..20 {
            std::hint::black_box(index.search(&query));
        }
        println!("{search:20} {:8} hits {:?}", hits.list().len(), start.elapsed() / 20);
    }
}
