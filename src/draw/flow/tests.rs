use super::*;
use crate::scene::focus::stops;

fn row(id: &str, after: Spine, bands: Vec<Band>) -> FlowRow {
    FlowRow {
        id: id.into(),
        name: id.into(),
        date: "2004".into(),
        title: format!("List {id}").into(),
        words: vec!["3 added".into()],
        bands,
        after,
    }
}

fn picture(rows: Vec<FlowRow>) -> FlowPicture {
    FlowPicture {
        title: "Flow".into(),
        description: "".into(),
        empty: "Nothing".into(),
        lanes: ["Not listed".into(), "Listed".into(), "Beside".into()],
        rows,
        notes: Vec::new(),
    }
}

#[test]
fn every_version_can_be_reached_and_keeps_its_room() {
    let band = |course, count: Option<f64>| Band { course, count, label: "3".into() };
    let rows = vec![
        row("a", Spine::Known(100.0, "100".into()), Vec::new()),
        row("b", Spine::Known(103.0, "103".into()), vec![band(Course::In, Some(3.0))]),
        row("c", Spine::Unknown, vec![band(Course::Out, None), band(Course::Over, Some(40.0))]),
        row("d", Spine::Unknown, vec![band(Course::Back, Some(1.0))]),
    ];
    for width in [200.0, 360.0, 1_000.0] {
        let scene = flow(&picture(rows.clone()), width, TextMeter::default());
        let stops = stops(&scene);
        assert_eq!(stops.len(), 4);
        for pair in stops.windows(2) {
            assert_eq!(pair[0].bounds.bottom(), pair[1].bounds.y);
        }
        for stop in &stops {
            assert!(stop.bounds.height >= 24.0 && stop.bounds.right() <= width && stop.bounds.bottom() <= scene.height);
        }
    }
}

#[test]
fn a_band_is_as_thick_as_its_number() {
    let rows = vec![row("a", Spine::Known(132.0, "132".into()), Vec::new())];
    let drawn = picture(rows);
    let drawing = Drawing::new(&drawn, 800.0, TextMeter::default());
    let thick = |count| drawing.thick(&Band { course: Course::In, count, label: "".into() });
    assert!((thick(Some(20.0)) / thick(Some(10.0)) - 2.0).abs() < 1e-9);
    assert!((thick(Some(132.0)) - 2.0 * drawing.across.half).abs() < 1e-9);
    assert_eq!((thick(None), thick(Some(0.01))), (UNSTATED_PX, THINNEST_PX));
}
