//! The guided stories of the built-in briefing, and its glossary.

use super::{BUILT, rows};
use annals::{
    i18n::{Language, Words},
    load::{Code, Limits},
    model::{
        Day, Id, Item, Step,
        live::{Piece, each_piece},
    },
    query::{Found, Index, appearances, check, live, search::Hits, span_of, story, visible},
    state::{Bound, ViewState, read, write},
};

fn stories() -> Vec<story::Story<'static>> {
    story::stories(&BUILT.loaded.briefing)
}

fn shown(step: &Item<Step>) -> ViewState {
    read(step.link.as_deref().unwrap_or_default()).0
}

#[test]
fn there_are_two_stories_each_named_by_its_page() {
    let told: Vec<_> = stories().iter().map(|told| (told.tag, told.steps.len())).collect();
    assert_eq!(told, [(Some("ccc-reform"), 12), (Some("china-standards-2035"), 8)]);
    let views = &BUILT.loaded.briefing.views;
    assert!(told.iter().all(|(tag, _)| views.iter().any(|view| Some(&*view.meta.id as &str) == *tag)));
}

#[test]
fn every_value_and_every_link_resolves() {
    let checked = check(BUILT.document.to_string().as_bytes(), Limits::default()).unwrap();
    let is_bad = |code: Code| matches!(code, Code::ValueUnknown | Code::StepLink);
    let bad: Vec<_> = checked.report.diagnostics.iter().filter(|one| is_bad(one.code)).collect();
    assert!(bad.is_empty(), "{bad:#?}");
}

/// A reader who comes to a step sees what it tells of: the opened item lies in the span and passes the filters, or stands
/// on the page.
#[test]
fn every_step_shows_what_it_tells() {
    let briefing = &BUILT.loaded.briefing;
    let index = Index::new(briefing);
    for step in &briefing.story {
        let state = shown(step);
        let id = state.select.as_ref().unwrap_or_else(|| panic!("{} opens nothing", step.meta.id));
        assert!(write(&state).len() + step.meta.id.len() < 280, "{}", step.meta.id);
        let found = index.find(briefing, id).unwrap();
        if state.view() != "timeline" {
            let named = appearances(briefing, id).iter().any(|(view, _)| *view.meta.id == *state.view());
            // A figure of goals shows all there are.
            let view = briefing.views.iter().find(|view| *view.meta.id == *state.view()).unwrap();
            let figures = view.parts.iter().filter_map(|part| index.find(briefing, part.figure.as_ref()?));
            let has_goals = figures.into_iter().any(|one| matches!(one, Found::Figure(one) if &*one.kind == "targets"));
            let is_goal = matches!(found, Found::Target(_)) && has_goals;
            assert!(named || is_goal, "{}: {id}", step.meta.id);
            continue;
        }
        let seen = visible(briefing, &index, (&state, &Hits::default()), &[]);
        let item = seen.placed.iter().find(|one| one.id() == id).unwrap_or_else(|| panic!("{}: {id}", step.meta.id));
        let (first, last) = span_of(*item);
        let (from, to) = (day(&state.from, false), day(&state.to, true));
        assert!(first >= Some(from) && last <= Some(to), "{}: {id}", step.meta.id);
        // Not alone: a step tells how things went on.
        let around = seen.placed.iter().filter(|one| {
            let (first, last) = span_of(**one);
            first >= Some(from) && last <= Some(to)
        });
        assert!(around.count() > 1, "{}", step.meta.id);
    }
}

fn day(bound: &Option<Bound>, is_end: bool) -> Day {
    match bound {
        Some(Bound::Date(date)) if is_end => date.latest().unwrap(),
        Some(Bound::Date(date)) => date.earliest().unwrap(),
        _ => panic!("no date"),
    }
}

/// Numbers and dates come from the data: only names and the years that plans are for stand there in figures.
#[test]
fn no_number_is_written_by_hand() {
    let named = ["2035", "2025", "2024", "2019", "14th", "15th"];
    for step in &BUILT.loaded.briefing.story {
        for text in std::iter::once(&step.title).chain(&step.text).flat_map(|text| text.versions()) {
            each_piece(&text.text, &mut |piece| {
                let Piece::Words(words) = piece else { return };
                let is_part = |c: char| c.is_ascii_alphanumeric();
                let numbers = words.split(|c| !is_part(c)).filter(|word| word.contains(|c: char| c.is_ascii_digit()));
                for number in numbers {
                    assert!(named.contains(&number), "{}: {number}", step.meta.id);
                }
            });
        }
    }
}

#[test]
fn steps_read_well_in_both_languages() {
    let briefing = &BUILT.loaded.briefing;
    let index = Index::new(briefing);
    let said = |id: &str, language: Language| {
        let step = story::step(briefing, id).unwrap();
        let words = Words::new(language);
        let text = step.text.as_ref().unwrap().best(language.tag(), "en").unwrap();
        live(&text.text, briefing, &index, &words, false).into_owned()
    };
    assert_eq!(
        said("ccc-story-1", Language::En),
        "The first catalogue was announced on 3 December 2001: 132 products in 19 categories. China Compulsory \
         Certification (CCC) took over from the import quality licence system and the safety certification of electrical \
         equipment."
    );
    assert_eq!(
        said("cs2035-story-5", Language::En),
        "The outline sets goals that can be counted: an adoption rate of international standards of more than 85% (how it \
         is to be read is disputed), at most 18 months on average to develop a national standard, and more than 50 centres \
         for innovation in technical standards."
    );
    assert_eq!(
        said("cs2035-story-4", Language::ZhHans),
        "中共中央和国务院于2021年10月10日发布《国家标准化发展纲要》，共9 章、35 节，提出2025年和2035年的目标。"
    );
}

#[test]
fn terms_say_what_the_data_say() {
    let actors = rows("actors");
    let mut compared = 0;
    for term in rows("glossary") {
        let Some(actor) = actors.iter().find(|actor| format!("term-{}", actor["id"]) == term["id"]) else { continue };
        let name = actor["name.en"].strip_suffix(&format!(" ({})", term["term"])).unwrap();
        assert_eq!(term["meaning.en"], format!("{name}. {}", actor["description"]));
        assert_eq!((&term["native.zh-Hans"], &term["sources"]), (&actor["name.zh-Hans"], &actor["sources"]));
        compared += 1;
    }
    assert_eq!(compared, 25);
    let ids: Vec<Id> = BUILT.loaded.briefing.glossary.iter().map(|term| term.meta.id.clone()).collect();
    assert!(ids.contains(&Id::from("term-ccc")) && ids.contains(&Id::from("term-self-declaration")));
}
