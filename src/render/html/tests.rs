//! Keyboard, emphasis, and that the page shows what the file shows.

use yew::prelude::*;

use super::{Emphasis, html as render};
use crate::{
    render::svg::svg,
    scene::{Group, KeyKind, PathBuilder, Rect, Role, Scene, Shape, Tone, TypeSize, theme::Theme},
};

fn scene() -> Scene {
    let mut root = Group::new(Role::Plain);
    for (index, id) in ["a", "b", "c"].into_iter().enumerate() {
        let mut item = Group::new(Role::Item).at(20.0 * index as f64, 4.004).toned(Tone::of_index(index));
        item = item.target(KeyKind::Item, id.into(), format!("Item <{id}> & \"more\"").into());
        item.push(Role::Hit, Rect { x: 0.0, y: 0.0, width: 24.0, height: 24.0 }.shape(4.0));
        item.push(Role::Point, Shape::Circle { x: 5.0, y: 5.0, radius: 1.0 / 3.0 });
        item.push(Role::Edge, PathBuilder::from(0.0, 0.0).to(1.5, -0.001).open());
        let content = format!("<{id}>").into();
        item.push(
            Role::Label,
            Shape::Text { x: 1.0, y: 2.0, content, size: TypeSize::Label, anchor: Default::default() },
        );
        root.add(item);
    }
    root.clip = Some(Rect { x: 0.0, y: 0.0, width: 90.0, height: 30.0 });
    Scene { width: 100.0, height: 40.0, title: "T".into(), description: "D".into(), text_scale: 1.0, root }
}

#[derive(PartialEq, Properties)]
struct Props {
    selected: Option<&'static str>,
    focused: Option<&'static str>,
}

#[component]
fn Figure(props: &Props) -> Html {
    let Props { selected, focused } = *props;
    render(&scene(), "timeline", Emphasis { selected, focused, hovered: None })
}

async fn page(selected: Option<&'static str>, focused: Option<&'static str>) -> String {
    yew::ServerRenderer::<Figure>::with_props(move || Props { selected, focused }).hydratable(false).render().await
}

#[tokio::test]
async fn one_tab_stop_whatever_is_asked_for() {
    for (focused, stop) in [(None, "a"), (Some("b"), "b"), (Some("gone"), "a")] {
        let page = page(None, focused).await;
        assert_eq!(page.matches("tabindex=\"0\"").count(), 1, "{page}");
        assert_eq!(page.matches("tabindex=\"-1\"").count(), 2);
        let group = page.split("<g").find(|group| group.contains("tabindex=\"0\"")).unwrap();
        assert!(group.contains(&format!("data-key=\"{stop}\"")), "{group}");
    }
}

#[tokio::test]
async fn emphasis_is_more_than_colour_and_text_stays_text() {
    let page = page(Some("c"), None).await;
    assert_eq!(page.matches("aria-current=\"true\"").count(), 1);
    assert!(page.contains("class=\"s-item s-tone-3 is-selected\""), "{page}");
    assert!(page.contains("aria-label=\"T\"") && page.contains("&lt;a>") || page.contains("&lt;a&gt;"), "{page}");
    assert!(!page.contains("<a>") && !page.contains("style="));
}

#[tokio::test]
async fn words_stand_beside_the_button_that_has_their_name() {
    let page = page(None, None).await;
    assert_eq!(page.matches("<g class=\"s-words\" aria-hidden=\"true\"").count(), 3, "{page}");
    let button = page.split("role=\"button\"").nth(1).and_then(|rest| rest.split("</g>").next()).unwrap();
    assert!(!button.contains("<text") && button.contains("<circle"), "{button}");
}

#[tokio::test]
async fn page_and_file_have_the_same_geometry() {
    let geometry = |text: &str| -> Vec<String> {
        let names = ["x", "y", "width", "height", "rx", "cx", "cy", "r", "d", "x1", "transform", "viewBox"];
        let mut found = Vec::new();
        // The file has a ground, the page groups of their own for words.
        let is_extra = |element: &&str| element.contains("100%") || element.contains("s-words");
        for element in text.split('<').filter(|element| !is_extra(element)) {
            for name in names {
                let value = element.split(&format!(" {name}=\"")).nth(1).and_then(|rest| rest.split('"').next());
                found.extend(value.map(|value| format!("{name}={value}")));
            }
        }
        found
    };
    assert_eq!(geometry(&page(None, None).await), geometry(&svg(&scene(), &Theme::LIGHT)));
}
