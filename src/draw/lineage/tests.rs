use super::*;
use crate::scene::focus::stops;

fn act(id: &str, days: &[(i64, &str)]) -> Act {
    let stage = |&(day, label): &(i64, &str)| ActStage {
        id: format!("{id}.{label}").into(),
        name: label.into(),
        label: label.into(),
        when: Span::from_days(day, day),
        glyph: Glyph::Circle,
        planned: false,
    };
    Act {
        id: id.into(),
        name: id.into(),
        title: format!("Announcement on {id}").into(),
        under: Vec::new(),
        chief: false,
        stages: days.iter().map(stage).collect(),
        undated: "no date".into(),
    }
}

#[test]
fn acts_and_stages_can_be_reached_and_keep_apart() {
    let acts = vec![
        act("a", &[(10_000, "published"), (10_001, "effective"), (12_000, "repealed")]),
        act("b", &[(11_000, "published")]),
        act("c", &[]),
    ];
    let links = vec![
        Link { from: 1, to: 0, stroke: Stroke::Amends },
        Link { from: 2, to: 1, stroke: Stroke::Implements },
        Link { from: 2, to: 2, stroke: Stroke::Continues },
        Link { from: 9, to: 1, stroke: Stroke::Continues },
    ];
    let picture = LineagePicture {
        title: "".into(),
        description: "".into(),
        empty: "".into(),
        dates: DateLabels::English,
        acts,
        links,
        pins: Pins::default(),
        more: "".into(),
    };
    for width in [200.0, 360.0, 1_000.0] {
        let scene = lineage(&picture, width, TextMeter::default());
        let stops = stops(&scene);
        assert_eq!(stops.len(), 7, "{width}");
        for (at, stop) in stops.iter().enumerate() {
            assert!(stop.bounds.x >= 0.0 && stop.bounds.right() <= width && stop.bounds.bottom() <= scene.height);
            assert!(!stops[at + 1..].iter().any(|other| other.bounds.overlaps(stop.bounds)), "{width} {stop:?}");
        }
    }
}

#[test]
fn the_relations_look_different() {
    let all = [Stroke::Replaces, Stroke::Amends, Stroke::Implements, Stroke::Derives, Stroke::Continues];
    let looks: Vec<_> = all.iter().map(|one| links::sample(*one, 1.0).root).collect();
    for (at, look) in looks.iter().enumerate() {
        assert!(!looks[at + 1..].contains(look), "{:?}", all[at]);
    }
    assert_eq!(Stroke::of("amends"), Stroke::Amends);
}
