//! The messages of the interface say what Fluent's own resolver says.

use annals::i18n::{Language, Value, Words, findings, number};
use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};
use std::{collections::BTreeMap, fs, path::Path};

/// A Fluent file as its own library reads it.
fn bundle(language: Language, file: &str) -> FluentBundle<FluentResource> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("src/i18n/{file}.{}.ftl", language.tag()));
    let resource = FluentResource::try_new(fs::read_to_string(path).unwrap()).expect("a file without faults");
    let mut bundle = FluentBundle::new(vec![language.tag().parse().unwrap()]);
    bundle.set_use_isolating(false);
    bundle.set_formatter(Some(|value, _| match value {
        FluentValue::Number(count) => Some(number(count.value)),
        _ => None,
    }));
    bundle.add_resource(resource).expect("no key twice");
    bundle
}

/// Keys of messages and their attributes.
fn keys(language: Language, file: &str) -> Vec<String> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("src/i18n/{file}.{}.ftl", language.tag()));
    let mut keys: Vec<String> = Vec::new();
    let mut message = String::new();
    for line in fs::read_to_string(path).unwrap().lines() {
        if let Some((key, _)) = line.split_once(" =").filter(|(key, _)| !key.contains([' ', '#'])) {
            message = key.to_owned();
            keys.push(message.clone());
        } else if let Some((key, _)) = line.strip_prefix("    .").and_then(|line| line.split_once(" =")) {
            keys.push(format!("{message}.{key}"));
        }
    }
    keys
}

/// What Fluent's own resolver makes of a message.
fn theirs(bundle: &FluentBundle<FluentResource>, key: &str, args: &FluentArgs) -> String {
    let (name, attribute) = key.split_once('.').map_or((key, None), |(name, rest)| (name, Some(rest)));
    let message = bundle.get_message(name).expect(key);
    let pattern = match attribute {
        Some(attribute) => message.get_attribute(attribute).expect(key).value(),
        None => message.value().expect(key),
    };
    bundle.format_pattern(pattern, Some(args), &mut Vec::new()).into_owned()
}

/// The variables and the words of variants that a file names.
fn words_of(language: Language, file: &str) -> (Vec<String>, Vec<String>) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("src/i18n/{file}.{}.ftl", language.tag()));
    let text = fs::read_to_string(path).unwrap();
    let is_name = |c: char| c.is_ascii_alphanumeric() || "-_".contains(c);
    let after = |sign: char| {
        let pieces = text.split(sign).skip(1).map(|rest| rest.chars().take_while(|c| is_name(*c)).collect::<String>());
        let mut pieces: Vec<String> = pieces.filter(|piece| !piece.is_empty()).collect();
        pieces.sort();
        pieces.dedup();
        pieces
    };
    (after('$'), after('['))
}

#[test]
fn texts_are_those_of_fluent() {
    let mut compared = 0;
    let pairs = Language::ALL.into_iter().flat_map(|language| ["page", "later"].map(|file| (language, file)));
    let files: BTreeMap<_, _> = pairs
        .map(|(language, file)| ((language.tag(), file), (bundle(language, file), words_of(language, file))))
        .collect();
    for language in Language::ALL {
        let words = Words::new(language);
        for (file, key) in
            ["page", "later"].into_iter().flat_map(|file| keys(language, file).into_iter().map(move |key| (file, key)))
        {
            let (bundle, (variables, variants)) = &files[&(language.tag(), file)];
            for count in [0, 1, 2, 5, 21, 1234, 1_000_000] {
                let mut args = FluentArgs::new();
                variables.iter().for_each(|name| args.set(name.clone(), count as f64));
                let values: Vec<_> = variables.iter().map(|name| (name.as_str(), Value::Count(count))).collect();
                assert_eq!(words.text_with(&key, &values), theirs(bundle, &key, &args), "{key}, {count}");
                compared += 1;
            }
            for text in variants.iter().map(String::as_str).chain(["other", "0", "x ${y} \u{1}z"]) {
                let mut args = FluentArgs::new();
                variables.iter().for_each(|name| args.set(name.clone(), text.to_owned()));
                let values: Vec<_> = variables.iter().map(|name| (name.as_str(), Value::from(text))).collect();
                assert_eq!(words.text_with(&key, &values), theirs(bundle, &key, &args), "{key}, {text:?}");
                compared += 1;
            }
        }
    }
    assert!(compared > 2_000, "{compared}");
}

#[test]
fn findings_are_those_of_fluent() {
    let mut compared = 0;
    for language in Language::ALL {
        let (bundle, (variables, variants)) = (bundle(language, "findings"), words_of(language, "findings"));
        for key in keys(language, "findings").into_iter().filter(|key| !key.contains('.')) {
            if !findings::is_known(language, &key) {
                continue;
            }
            for text in &variants {
                let mut args = FluentArgs::new();
                variables.iter().for_each(|name| args.set(name.clone(), text.clone()));
                let values: Vec<_> = variables.iter().map(|name| (name.as_str(), text.as_str())).collect();
                let theirs = [key.clone(), format!("{key}.remedy")].map(|key| theirs(&bundle, &key, &args));
                let ours = findings::describe(language, &key, &values);
                assert_eq!([ours.0, ours.1], theirs, "{key}, {text}");
                compared += 1;
            }
        }
    }
    assert!(compared > 4_000, "{compared}");
}

/// Where the code of the first view is, as it stands without what comes later.
const FIRST_VIEW: [&str; 25] = [
    "ui/app",
    "ui/shell",
    "ui/page",
    "ui/failure",
    "ui/loading",
    "ui/controls",
    "ui/deferred",
    "ui/link",
    "ui/store",
    "ui/text",
    "ui/width",
    "ui/figures/mod",
    "ui/figures/values",
    "ui/figures/upcoming",
    "ui/figures/views",
    "ui/figures/picture",
    "ui/figures/naming",
    "ui/figures/walk",
    "figure/mod",
    "figure/context",
    "figure/activity",
    "figure/lists/values",
    "figure/lists/upcoming",
    "i18n/mod",
    "query/headline",
];

/// What the first view says is there before the rest of the words.
#[test]
fn the_first_view_has_its_words() {
    let later = keys(Language::En, "later");
    for file in FIRST_VIEW {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("src/{file}.rs"));
        let code = fs::read_to_string(path).unwrap();
        let code = code.split("\nmod tests {").next().unwrap_or_default();
        for text in code.split('"').skip(1).step_by(2) {
            assert!(!later.iter().any(|key| key == text), "{file} says {text}, which comes later");
            // A family of messages, such as `stage-{…}`.
            if let Some((family, _)) = text.split_once("-{").filter(|(family, _)| !family.is_empty()) {
                let of_it = later.iter().find(|key| key.starts_with(&format!("{family}-")));
                assert!(of_it.is_none() || family == "save", "{file} says {text}; {of_it:?} comes later");
            }
        }
    }
}
