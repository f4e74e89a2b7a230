//! Where the texts and targets of a picture stand, and whether they keep apart and inside of it.

use annals::{
    layout::text::TextMeter,
    scene::{Anchor, Mark, Node, Rect, Scene, Shape, focus::stops, style::paint},
};

/// Every text of a picture with its place: from a little below the baseline to the top of its capitals.
pub(super) fn texts(scene: &Scene, meter: TextMeter) -> Vec<(Rect, String)> {
    let mut found = Vec::new();
    scene.walk(&mut |group, (dx, dy)| {
        let marks = group.children.iter().filter_map(|child| match child {
            Node::Mark(mark) => Some(mark),
            Node::Group(_) => None,
        });
        found.extend(marks.filter_map(|mark| text(mark, meter)).map(|(rect, words)| (rect.moved(dx, dy), words)));
    });
    found
}

fn text(mark: &Mark, meter: TextMeter) -> Option<(Rect, String)> {
    let is_bold = |role| paint(role).is_some_and(|paint| paint.bold);
    let (x, y, size, width, words) = match &mark.shape {
        Shape::Text { x, y, content, size, anchor } => {
            let width = meter.width(content, *size, is_bold(mark.role));
            let before = match anchor {
                Anchor::Start => 0.0,
                Anchor::Middle => width / 2.0,
                Anchor::End => width,
            };
            (x - before, *y, *size, width, content.to_string())
        }
        Shape::Runs { x, y, size, gap, runs } => {
            let widths = runs.iter().map(|(role, words)| meter.width(words, *size, is_bold(*role)));
            let gaps = gap * runs.len().saturating_sub(1) as f64;
            let words: Vec<&str> = runs.iter().map(|(_, words)| &**words).collect();
            (*x, *y, *size, widths.sum::<f64>() + gaps, words.join(" "))
        }
        _ => return None,
    };
    let em = size.px() * meter.scale;
    Some((Rect { x, y: y - em * 0.75, width, height: em * 0.8 }, words))
}

/// Texts neither overlap nor leave the picture.
pub(super) fn assert_readable(scene: &Scene, meter: TextMeter, what: &str) {
    let texts = texts(scene, meter);
    for (at, (rect, words)) in texts.iter().enumerate() {
        assert!(is_inside(*rect, scene), "{words} leaves {what}: {rect:?}");
        let over = texts[at + 1..].iter().find(|(other, _)| other.overlaps(*rect));
        assert!(over.is_none(), "{words} {rect:?} and {over:?} in {what}");
    }
}

/// The same, and what can be reached keeps apart and inside as well, and has a name.
pub(super) fn assert_tidy(scene: &Scene, meter: TextMeter, what: &str) {
    assert_readable(scene, meter, what);
    let stops = stops(scene);
    for (at, stop) in stops.iter().enumerate() {
        assert!(is_inside(stop.bounds, scene), "{} leaves {what}: {:?}", stop.key.id, stop.bounds);
        let over = stops[at + 1..].iter().find(|other| other.bounds.overlaps(stop.bounds));
        assert!(over.is_none(), "{} and {over:?} in {what}", stop.key.id);
        assert!(!stop.name.is_empty(), "{} in {what}", stop.key.id);
    }
}

fn is_inside(rect: Rect, scene: &Scene) -> bool {
    const TOUCH: f64 = 0.01;
    let (right, bottom) = (scene.width + TOUCH, scene.height + TOUCH);
    rect.x >= -TOUCH && rect.right() <= right && rect.y >= -TOUCH && rect.bottom() <= bottom
}
