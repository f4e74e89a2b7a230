//! The figures of the example, drawn in every way that must come out the same natively and in a browser.

use annals::{
    figure::{Canvas, Context, KINDS, joined, kind, plate::plate, provenance::Provenance},
    i18n::{Language, Words},
    layout::text::TextMeter,
    load::load,
    model::{Briefing, Day},
    query::Index,
    render::{data::json, svg::svg},
    scene::theme::Theme,
    state::ViewState,
};

/// The example that the tool prints.
pub const GALLERY: &str = include_str!("../../static/examples/gallery.json");

/// The prints of all its figures, as they were looked at.
pub const PRINTS: &str = include_str!("../snapshots/gallery.txt");

/// The example, loaded.
pub fn gallery() -> Briefing {
    load(GALLERY.as_bytes()).expect("a briefing").briefing
}

/// Calls `with` with what figures are made from.
pub fn in_language<T>(briefing: &Briefing, language: Language, with: impl FnOnce(&Context) -> T) -> T {
    let (index, words, state) = (Index::new(briefing), Words::new(language), ViewState::default());
    let today = Day::parse("2024-07-01").expect("a day");
    with(&Context {
        briefing,
        index: &index,
        words: &words,
        state: &state,
        hits: &annals::query::search::Hits::default(),
        today,
    })
}

/// A line for each drawn figure in each language: its id, and the prints of picture, exported picture and data.
pub fn prints() -> String {
    let briefing = gallery();
    let mut lines = String::new();
    for language in Language::ALL {
        in_language(&briefing, language, |context| {
            for figure in &briefing.figures {
                let Some(kind) = kind(&figure.kind) else { continue };
                let meter = TextMeter::default();
                let made = (kind.make)(context, figure, Canvas { width: 640.0, meter });
                let (tables, told) = ((kind.tables)(context, figure), (kind.tell)(context, figure));
                let provenance = Provenance::of(context, figure, &tables, &told);
                let framed = plate(context, &made, &provenance, meter);
                let prints = [
                    print_of(&svg(&made.scene, &Theme::LIGHT)),
                    print_of(&svg(&framed, &Theme::DARK)),
                    print_of(&json(context, &provenance, &tables)),
                ];
                let told = joined(context, &told);
                lines += &format!("{} {} {}\n    {told}\n", language.tag(), figure.meta.id, prints.join(" "));
            }
        });
    }
    assert!(!KINDS.is_empty());
    lines
}

/// FNV-1a, 64 bit (Fowler, Noll, Vo): short enough to be kept, and different where a text is.
fn print_of(text: &str) -> String {
    let mix = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    format!("{:016x}", text.bytes().fold(0xcbf2_9ce4_8422_2325, mix))
}
