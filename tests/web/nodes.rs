//! Scenes as nodes of a real page.

use annals::render::html::{Emphasis, html as nodes};
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::Element;
use yew::prelude::*;

use crate::both;

#[derive(Clone, PartialEq, Properties)]
struct Props {
    selected: Option<&'static str>,
    focused: Option<&'static str>,
}

#[component]
fn Figure(props: &Props) -> Html {
    nodes(&both::scene(), "timeline", Emphasis { selected: props.selected, focused: props.focused, hovered: None })
}

/// The figure in a part of the page of its own.
async fn drawn(selected: Option<&'static str>, focused: Option<&'static str>) -> Element {
    let document = gloo::utils::document();
    let root = document.create_element("div").expect("an element");
    gloo::utils::body().append_child(&root).expect("a place");
    yew::Renderer::<Figure>::with_root_and_props(root.clone(), Props { selected, focused }).render();
    annals::web::next_frame().await;
    root
}

fn all(root: &Element, selector: &str) -> Vec<Element> {
    let found = root.query_selector_all(selector).expect("a selector");
    (0..found.length()).filter_map(|at| found.get(at)).map(wasm_bindgen::JsCast::unchecked_into).collect()
}

#[wasm_bindgen_test]
async fn one_tab_stop_and_a_name_for_each() {
    for focused in [None, Some("open"), Some("gone")] {
        let root = drawn(None, focused).await;
        let stops = all(&root, "svg [role=button]");
        assert_eq!(all(&root, "svg [tabindex='0']").len(), 1);
        assert_eq!(all(&root, "svg [tabindex='-1']").len(), stops.len() - 1);
        for stop in &stops {
            assert!(stop.get_attribute("aria-label").is_some_and(|name| !name.is_empty()));
            assert_eq!(stop.namespace_uri().as_deref(), Some("http://www.w3.org/2000/svg"));
        }
        if focused == Some("open") {
            assert_eq!(all(&root, "[tabindex='0']")[0].get_attribute("data-key").as_deref(), Some("open"));
        }
        root.remove();
    }
}

#[wasm_bindgen_test]
async fn the_opened_item_is_said_to_be_it() {
    let root = drawn(Some("day"), None).await;
    let current = all(&root, "[aria-current=true]");
    assert_eq!(current.len(), 1);
    assert_eq!(current[0].get_attribute("data-key").as_deref(), Some("day"));
    assert!(current[0].class_list().contains("is-selected"));
    root.remove();
}

#[wasm_bindgen_test]
async fn words_stay_words_and_styles_stay_in_their_sheets() {
    let root = drawn(None, None).await;
    let text = root.text_content().unwrap_or_default();
    assert!(text.contains("< & \"reform\""), "{text}");
    assert_eq!(all(&root, "[style], script, a").len(), 0);
    root.remove();
}

/// The nodes have the marks of the file, in the same places.
#[wasm_bindgen_test]
async fn page_and_file_agree() {
    let root = drawn(None, None).await;
    for name in ["text", "rect", "circle", "path", "line", "polygon"] {
        let in_file = both::PICTURES[0].1.matches(&format!("<{name} ")).count();
        // The file has a ground of its own.
        let ground = usize::from(name == "rect");
        assert_eq!(all(&root, &format!("svg {name}")).len(), in_file - ground, "{name}");
    }
    let places = all(&root, "svg [data-key]");
    assert!(!places.is_empty());
    for place in places {
        let key = place.get_attribute("data-key").expect("a key");
        let transform = place.get_attribute("transform").unwrap_or_default();
        let in_file =
            both::PICTURES[0].1.lines().find(|line| line.contains(&format!("data-key=\"{key}\""))).expect(&key);
        assert!(in_file.contains(&format!("transform=\"{transform}\"")), "{key}: {transform} is not in {in_file}");
    }
    root.remove();
}
