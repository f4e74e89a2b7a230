//! Kinds of figures as a whole: picture, sentences and tables made from a briefing.

mod calendar;
mod flow;
mod lineage;
mod targets;
mod units;

use annals::{
    figure::{Canvas, Context, Kind, kind, table::in_file},
    i18n::{Language, Words},
    layout::text::TextMeter,
    load,
    model::{Briefing, Day, Figure, Item},
    query::Index,
    scene::{Scene, theme::Theme},
    state::ViewState,
};

use crate::{boxes::assert_tidy, briefing, figures::assert_picture};

/// A briefing with this inside.
fn loaded(parts: &str) -> Briefing {
    let text = format!(r#"{{"annals":1,"id":"x","title":"X","as_of":"2025-12-31",{parts}}}"#);
    load::load(text.as_bytes()).expect("a briefing").briefing
}

/// Calls `with` with the first figure of a briefing.
fn told<T>(briefing: &Briefing, language: Language, with: impl FnOnce(&Context, &Item<Figure>, &Kind) -> T) -> T {
    told_of(briefing, language, &briefing.figures[0], with)
}

fn told_of<T>(
    briefing: &Briefing,
    language: Language,
    figure: &Item<Figure>,
    with: impl FnOnce(&Context, &Item<Figure>, &Kind) -> T,
) -> T {
    let (index, words, state) = (Index::new(briefing), Words::new(language), ViewState::default());
    let today = Day::parse("2026-01-15").expect("a day");
    let context = Context {
        briefing,
        index: &index,
        words: &words,
        state: &state,
        hits: &annals::query::search::Hits::default(),
        today,
    };
    with(&context, figure, kind(&figure.kind).expect("a drawn kind"))
}

/// The picture of the first figure of a briefing.
fn drawn(briefing: &Briefing, language: Language, width: f64) -> Scene {
    drawn_of(briefing, language, &briefing.figures[0], width)
}

fn drawn_of(briefing: &Briefing, language: Language, figure: &Item<Figure>, width: f64) -> Scene {
    let canvas = Canvas { width, meter: TextMeter::default() };
    told_of(briefing, language, figure, |context, figure, kind| (kind.make)(context, figure, canvas).scene)
}

/// What the first figure of a briefing comes to, in one text.
fn sentences(briefing: &Briefing, language: Language) -> String {
    told(briefing, language, |context, figure, kind| annals::figure::joined(context, &(kind.tell)(context, figure)))
}

/// The table behind the first figure, a text a row.
fn table(briefing: &Briefing) -> Vec<String> {
    told(briefing, Language::En, |context, figure, kind| {
        let tables = (kind.tables)(context, figure);
        for table in &tables {
            assert!(table.rows.iter().all(|row| row.cells.len() == table.columns.len()));
        }
        in_file(context, &tables).iter().map(|row| row.join(" | ")).collect()
    })
}

/// The figure of the built-in briefing with this id.
fn built_in(id: &str) -> (&'static Briefing, &'static Item<Figure>) {
    let briefing = &briefing::loaded().briefing;
    (briefing, briefing.figures.iter().find(|figure| *figure.meta.id == *id).expect("a figure"))
}

/// The same of a figure of the built-in briefing, in both languages.
fn built_in_sentences(id: &str) -> [String; 2] {
    let (briefing, figure) = built_in(id);
    Language::ALL.map(|language| {
        told_of(briefing, language, figure, |context, figure, kind| {
            annals::figure::joined(context, &(kind.tell)(context, figure))
        })
    })
}

/// The built-in figure as usual and narrow, in both languages.
fn assert_built_in(name: &str, id: &str) {
    let (briefing, figure) = built_in(id);
    assert_picture(name, &drawn_of(briefing, Language::En, figure, 1_000.0), &Theme::LIGHT);
    assert_picture(&format!("{name}-narrow"), &drawn_of(briefing, Language::ZhHans, figure, 360.0), &Theme::DARK);
    for language in Language::ALL {
        for width in [200.0, 320.0, 328.0, 360.0, 704.0, 768.0, 1_000.0, 1_216.0, 1_400.0] {
            let scene = drawn_of(briefing, language, figure, width);
            assert_tidy(&scene, TextMeter::default(), &format!("{id} in {} at {width}", language.tag()));
        }
    }
}

/// The picture keeps its texts and targets apart and inside at every width, in both languages.
fn assert_tidy_everywhere(briefing: &Briefing) {
    for language in Language::ALL {
        for width in (200..=1_400).step_by(40) {
            let scene = drawn(briefing, language, f64::from(width));
            assert_tidy(&scene, TextMeter::default(), &format!("{} at {width}", language.tag()));
        }
    }
}
