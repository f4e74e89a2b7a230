//! A scene on a canvas looks as its SVG does.

use annals::{
    render::canvas::canvas,
    scene::{
        Anchor, Group, Rect, Role, Scene, Shape, Tone, TypeSize,
        theme::{Theme, Token},
    },
};
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement};

fn scene() -> Scene {
    let mut root = Group::new(Role::Plain).toned(Tone::of_index(0));
    let rect = |x, width| Rect { x, y: 10.0, width, height: 20.0 }.shape(0.0);
    root.push(Role::ChartFill, rect(10.0, 20.0));
    root.push(Role::Within, rect(40.0, 20.0));
    root.push(Role::Hit, rect(70.0, 20.0));
    let mut cut = Group::new(Role::Plain).at(100.0, 0.0);
    cut.clip = Some(Rect { x: 0.0, y: 0.0, width: 10.0, height: 40.0 });
    cut.push(Role::ChartFill, rect(0.0, 20.0));
    root.add(cut);
    let content = "■■".into();
    root.push(Role::Label, Shape::Text { x: 160.0, y: 26.0, content, size: TypeSize::Title, anchor: Anchor::Middle });
    Scene { width: 200.0, height: 40.0, title: "".into(), description: "".into(), text_scale: 1.0, root }
}

/// Red, green and blue at a place in CSS pixels.
fn colour_at(canvas: &HtmlCanvasElement, x: f64, y: f64) -> [u8; 3] {
    let pen: CanvasRenderingContext2d = canvas.get_context("2d").unwrap().unwrap().dyn_into().unwrap();
    let data = pen.get_image_data(2.0 * x, 2.0 * y, 1.0, 1.0).unwrap().data();
    assert_eq!(data[3], 255, "one can see through {x} {y}");
    [data[0], data[1], data[2]]
}

fn bytes(colour: &str) -> [u8; 3] {
    [1, 3, 5].map(|at| u8::from_str_radix(&colour[at..at + 2], 16).unwrap())
}

#[wasm_bindgen_test]
fn marks_have_the_colours_of_the_theme() {
    for theme in [Theme::LIGHT, Theme::DARK, Theme::CONTRAST] {
        let canvas = canvas(&scene(), &theme).expect("a canvas");
        assert_eq!((canvas.width(), canvas.height()), (400, 80));
        let ground = bytes(theme.colour(Token::Surface, None));
        let tone = bytes(theme.colour(Token::Tone, Some(Tone::of_index(0))));
        let at = |x| colour_at(&canvas, x, 20.0);
        assert_eq!(at(2.0), ground);
        assert_eq!(at(20.0), tone);
        let soft = at(50.0);
        assert!(soft != ground && soft != tone);
        assert_eq!(at(80.0), ground, "what reacts to pointers is not seen");
        assert_eq!((at(105.0), at(115.0)), (tone, ground), "what is cut off is not seen");
        let ink = bytes(theme.colour(Token::Ink, None));
        let words = (140..180).filter(|&x| at(f64::from(x)) == ink).count();
        assert!(words > 5, "no words");
    }
}
