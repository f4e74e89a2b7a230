//! Who came to meetings: the pictures, and what holds of any of them.

use std::collections::BTreeSet;

use annals::{
    draw::{
        attendance::{Telling, attendance},
        matrix::{DrawnMatrix, Matrix, MatrixText, matrix},
    },
    i18n::{Language, Words},
    layout::text::TextMeter,
    load::load,
    model::{Briefing, Item, Meeting, Text},
    order,
    scene::{Scene, focus::stops, theme::Theme},
};

use super::{
    boxes::{assert_tidy, texts},
    briefing,
    figures::assert_picture,
};

/// Widths of a drawing on a phone, on a tablet, beside an opened item, on a desk, on a wide screen.
const WIDTHS: [f64; 7] = [200.0, 328.0, 480.0, 722.0, 900.0, 1_203.0, 1_360.0];

fn plain(text: &Text, language: Language) -> String {
    text.best(language.tag(), "en").map(|version| version.text.to_string()).unwrap_or_default()
}

/// A briefing with these meetings and actors `a`, `b`, `c`.
fn made_up(meetings: &str) -> Briefing {
    let text = format!(
        r#"{{"annals":1,"id":"x","title":"X","meetings":[{meetings}],
            "actors":[{{"id":"a","name":"Ministry of Long Names and of Names that are Longer Still (MLN)"}},{{"id":"b","name":"B"}},{{"id":"c","name":"C"}}]}}"#
    );
    load(text.as_bytes()).expect("a briefing").briefing
}

/// A meeting where these are named: actor and capacity.
fn meeting(id: &str, date: &str, named: &[(&str, &str)]) -> String {
    let entry = |(actor, status): &(&str, &str)| {
        format!(r#"{{"id":"{id}.{actor}","label":"{actor}","actor":"{actor}","status":"{status}"}}"#)
    };
    let named: Vec<_> = named.iter().map(entry).collect();
    format!(
        r#"{{"id":"{id}","date":"{date}","title":"Meeting","attendance":{{"organisations":[{}]}}}}"#,
        named.join(",")
    )
}

fn matrix_of(briefing: &Briefing) -> Matrix<'_> {
    Matrix::of(briefing, order::in_order(&briefing.meetings, &|a, b| a.date.value.cmp(&b.date.value)))
}

fn draw_matrix(shown: &Matrix, width: f64, meter: TextMeter, language: Language) -> DrawnMatrix {
    let words = Words::new(language);
    let text = MatrixText {
        title: words.text("figure-matrix").into(),
        description: "".into(),
        empty: words.text("matrix-none").into(),
        total: words.text("matrix-total").into(),
        more: "".into(),
        dates: language.axis(),
        text: &|text| plain(text, language),
        entry: &|actor, meeting, entry| {
            format!("{}, {}, {}", plain(&actor.name, language), plain(&meeting.title, language), entry.status.word())
        },
    };
    matrix(shown, width, meter, &text)
}

/// Meters of a usual page, and of one with larger letters.
fn meters() -> [TextMeter; 2] {
    [TextMeter::default(), TextMeter { scale: 1.25, latin: 1.08, cjk: 1.0 }]
}

#[test]
fn organisations_by_meetings() {
    let built = &briefing::loaded().briefing;
    let shown = matrix_of(built);
    let picture = |width, language| draw_matrix(&shown, width, TextMeter::default(), language);
    let wide = picture(1_203.0, Language::En);
    let letters = TextMeter { latin: 1.15, ..TextMeter::default() };
    let bands = Language::ALL.map(|language| draw_matrix(&shown, 1_203.0, letters, language).bands);
    assert_eq!((wide.bands, bands), (1, [1, 1]));
    assert_picture("matrix", &wide.scene, &Theme::LIGHT);
    let narrow = picture(328.0, Language::ZhHans);
    assert!(narrow.bands > 3);
    assert_picture("matrix-narrow", &narrow.scene, &Theme::DARK);
}

#[test]
fn matrix_of_every_capacity() {
    let meetings = [
        meeting("m1", "2019-01-15", &[("a", "speaker"), ("b", "present"), ("c", "present")]),
        meeting("m2", "2019-11", &[("a", "apologies"), ("b", "not-named")]),
        meeting("m3", "2021", &[("a", "unknown")]),
        meeting("m4", "2021-03-01/2021-04-02", &[("b", "speaker")]),
        meeting("m5", "XXXX-08-24", &[("a", "present")]),
        meeting("m6", "2022-08-24", &[]),
    ];
    let briefing = made_up(&meetings.join(","));
    let shown = matrix_of(&briefing);
    assert_eq!((shown.meetings.len(), shown.rows.len(), shown.total()), (5, 2, 7));
    assert_picture(
        "matrix-signs",
        &draw_matrix(&shown, 480.0, TextMeter::default(), Language::En).scene,
        &Theme::LIGHT,
    );
    let none = made_up(&meetings[0]);
    let none = draw_matrix(&matrix_of(&none), 480.0, TextMeter::default(), Language::En);
    assert_eq!(none.bands, 0);
    assert_picture("matrix-none", &none.scene, &Theme::CONTRAST);
}

#[test]
fn sums_of_the_matrix_agree() {
    let built = &briefing::loaded().briefing;
    let shown = matrix_of(built);
    assert_eq!((shown.meetings.len(), shown.rows.len()), (49, 24));
    let columns: usize = (0..shown.meetings.len()).map(|at| shown.column_total(at)).sum();
    assert_eq!((shown.total(), columns), (130, 130));
    assert!(shown.rows.is_sorted_by(|a, b| a.named.len() >= b.named.len()));
}

#[test]
fn every_entry_of_the_matrix_is_reached_once() {
    let built = &briefing::loaded().briefing;
    let shown = matrix_of(built);
    for language in Language::ALL {
        for width in WIDTHS {
            for meter in meters() {
                let scene = draw_matrix(&shown, width, meter, language).scene;
                assert_tidy(&scene, meter, &format!("the matrix at {width}, {}", language.tag()));
                let keys: BTreeSet<_> = stops(&scene).into_iter().map(|stop| stop.key.id).collect();
                assert_eq!((keys.len(), stops(&scene).len()), (130, 130), "at {width}");
            }
        }
    }
}

fn draw_attendance(meeting: Option<&Item<Meeting>>, width: f64, meter: TextMeter, language: Language) -> Scene {
    let words = Words::new(language);
    let telling = Telling {
        title: words.text("figure-attendance").into(),
        words: &words,
        text: &|text| plain(text, language),
        kind: &|one| one.kind.as_deref().map(|kind| words.known("kind", kind)),
    };
    attendance(meeting, width, meter, &telling)
}

/// Totals, shares and organisations as JSON.
fn meeting_of(totals: &str, groups: &str, organisations: &str) -> Briefing {
    made_up(&format!(
        r#"{{"id":"m","date":"2019","title":"M","attendance":{{"totals":[{totals}],"groups":[{groups}],"organisations":[{organisations}]}}}}"#
    ))
}

fn roundtable() -> Option<&'static Item<Meeting>> {
    briefing::loaded().briefing.meetings.iter().find(|one| &*one.meta.id == "mt-2019-11-16")
}

#[test]
fn attendance_of_the_roundtable() {
    let picture = |width, language| draw_attendance(roundtable(), width, TextMeter::default(), language);
    assert_picture("attendance", &picture(1_203.0, Language::En), &Theme::LIGHT);
    assert_picture("attendance-narrow", &picture(328.0, Language::ZhHans), &Theme::DARK);
}

/// Every sort of number, shares that miss the whole, long names, organisations of every capacity.
fn every_sort() -> Briefing {
    let qualifiers = ["exact", "about", "more-than", "at-least", "at-most", "less-than"];
    let totals = qualifiers.map(|word| format!(r#"{{"id":"t-{word}","value":40,"qualifier":"{word}","who":"people of whom a long sentence tells who they were and where they came from"}}"#));
    let group = |id: &str, value: &str, unit: &str| {
        format!(
            r#"{{"id":"{id}","label":"representatives of standardization bodies","value":{value},"unit":"{unit}"}}"#
        )
    };
    let groups = [
        group("g1", "51.5", "percent"),
        group("g2", "0.5", "percent"),
        group("g3", "30", "percent"),
        group("g4", "9", "people"),
    ];
    let organisation = |(at, status): (usize, &str)| {
        format!(
            r#"{{"id":"o{at}","label":"中国国家认证认可监督管理委员会 and the Association of Everything that Must Be Said ({at})","status":"{status}"}}"#
        )
    };
    let statuses = ["speaker", "present", "apologies", "not-named", "unknown"];
    let organisations: Vec<String> = statuses.into_iter().enumerate().map(organisation).collect();
    meeting_of(&totals.join(","), &groups.join(","), &organisations.join(","))
}

#[test]
fn attendance_of_every_sort() {
    let briefing = every_sort();
    let draw =
        |briefing: &Briefing| draw_attendance(briefing.meetings.first(), 480.0, TextMeter::default(), Language::En);
    assert_picture("attendance-signs", &draw(&briefing), &Theme::CONTRAST);
    let said = |scene: &Scene| {
        texts(scene, TextMeter::default()).into_iter().map(|(_, words)| words).collect::<Vec<_>>().join(" ")
    };
    assert!(said(&draw(&briefing)).contains("82%, not to 100%"), "{}", said(&draw(&briefing)));
    assert_eq!(said(&draw(&meeting_of("", "", ""))), "No source states how many came.");
    assert_eq!(
        said(&draw_attendance(None, 480.0, TextMeter::default(), Language::En)),
        "The figure names no meeting of this briefing."
    );
}

#[test]
fn everything_stated_of_a_meeting_is_reached_once() {
    let every = every_sort();
    let meetings = [roundtable(), every.meetings.first()].into_iter().flatten();
    for meeting in meetings.chain(&briefing::loaded().briefing.meetings) {
        let stated = &meeting.attendance;
        let count = stated.totals.len() + stated.groups.len() + stated.organisations.len();
        for language in Language::ALL {
            for width in WIDTHS {
                for meter in meters() {
                    let scene = draw_attendance(Some(meeting), width, meter, language);
                    assert_tidy(&scene, meter, &format!("{} at {width}, {}", meeting.meta.id, language.tag()));
                    assert_eq!(stops(&scene).len(), count, "{} at {width}", meeting.meta.id);
                }
            }
        }
    }
}
