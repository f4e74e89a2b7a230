//! A scene as Yew nodes: classes instead of colours, and what assistive technology and the keyboard need.

use yew::virtual_dom::{Key as NodeKey, VNode, VTag, VText};

use super::tree::{Child, Dress, Element, is_plain, tree, type_size};
use crate::scene::{Group, Key, KeyKind, Mark, Node, Scene, Tone};

/// What is emphasized: nothing of the scene itself changes with it.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Emphasis<'a> {
    /// Id of the item whose detail is open.
    pub selected: Option<&'a str>,
    /// Id of what the keyboard reaches by Tab; the first in the scene if it is not there.
    pub focused: Option<&'a str>,
    /// Id of the item that is pointed at, here or in another figure.
    pub hovered: Option<&'a str>,
}

/// The scene as an `<svg class="scene …">` element. Groups that stand for something carry `data-key`, `data-cluster`,
/// `data-track` or `data-period`, so that one handler on an element around it serves them all. Exactly one of those the
/// keyboard reaches is a tab stop.
pub fn html(scene: &Scene, class: &str, emphasis: Emphasis) -> VNode {
    let dress = Classes { class, emphasis, tab_stop: tab_stop(scene, emphasis.focused) };
    VNode::from(node(&tree(scene, &dress)))
}

/// The id that gets `tabindex="0"`.
fn tab_stop<'a>(scene: &'a Scene, wanted: Option<&str>) -> Option<&'a str> {
    fn find<'a>(group: &'a Group, wanted: Option<&str>) -> Option<&'a str> {
        let own = group.key.as_ref().map(|key| &*key.id).filter(|_| group.focusable);
        if own.is_some() && (wanted.is_none() || own == wanted) {
            return own;
        }
        group.children.iter().find_map(|child| match child {
            Node::Group(inner) => find(inner, wanted),
            Node::Mark(_) => None,
        })
    }
    wanted.and_then(|wanted| find(&scene.root, Some(wanted))).or_else(|| find(&scene.root, None))
}

/// Classes from roles.
struct Classes<'a> {
    class: &'a str,
    emphasis: Emphasis<'a>,
    tab_stop: Option<&'a str>,
}

const TONES: [&str; Tone::COUNT] =
    ["s-tone-1", "s-tone-2", "s-tone-3", "s-tone-4", "s-tone-5", "s-tone-6", "s-tone-7", "s-tone-8"];

impl Dress for Classes<'_> {
    fn paint(&self, element: &mut Element, mark: &Mark, _: Option<Tone>, _: f64) {
        match type_size(mark) {
            Some(size) => element.set("class", format!("{} s-size-{}", mark.role.class(), size.word())),
            None => element.set("class", mark.role.class()),
        }
    }

    fn dress(&self, element: &mut Element, group: &Group) {
        let id = group.key.as_ref().map(|key| &*key.id);
        let mut class = String::new();
        let mut word = |word: &str| {
            if !class.is_empty() {
                class.push(' ');
            }
            class.push_str(word);
        };
        if !is_plain(group.role) {
            word(group.role.class());
        }
        if let Some(tone) = group.tone {
            word(TONES[tone.number() - 1]);
        }
        let is = |wanted: Option<&str>| id.is_some() && id == wanted;
        if is(self.emphasis.selected) {
            word("is-selected");
        }
        if is(self.emphasis.hovered) {
            word("is-hovered");
        }
        if !class.is_empty() {
            element.set("class", class);
        }
        if let Some(key) = &group.key {
            element.set(key.kind.attribute(), key.id.to_string());
        }
        if group.focusable {
            element.set("role", "button");
            element.set("tabindex", if id == self.tab_stop { "0" } else { "-1" });
            if is(self.emphasis.selected) {
                element.set("aria-current", "true");
            }
        }
        if let Some(expanded) = group.expanded {
            element.set("aria-expanded", if expanded { "true" } else { "false" });
        }
        if let Some(name) = &group.name {
            element.set("aria-label", name.to_string());
        }
    }

    fn whole(&self, element: &mut Element, scene: &Scene) {
        element.set("class", if self.class.is_empty() { "scene".into() } else { format!("scene {}", self.class) });
        element.set("role", "group");
        element.set("aria-label", scene.title.to_string());
        if !scene.description.is_empty() {
            element.set("aria-description", scene.description.to_string());
        }
    }
}

fn node(element: &Element) -> VTag {
    let mut tag = VTag::new(element.name);
    tag.key = element.key.as_ref().map(node_key);
    for (name, value) in &element.attributes {
        tag.add_attribute(name, value.to_string());
    }
    let children = element.children.iter().map(|child| match child {
        Child::Element(inner) => VNode::from(node(inner)),
        Child::Text(text) => VNode::from(VText::new(text.to_string())),
    });
    tag.add_children(children);
    tag
}

/// A key is unique among its siblings.
fn node_key(key: &Key) -> NodeKey {
    let kind = match key.kind {
        KeyKind::Item => 'i',
        KeyKind::Cluster => 'c',
        KeyKind::Track => 't',
        KeyKind::Period => 'p',
    };
    NodeKey::from(format!("{kind}{}", key.id))
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
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
    async fn page_and_file_have_the_same_geometry() {
        let geometry = |text: &str| -> Vec<String> {
            let names = ["x", "y", "width", "height", "rx", "cx", "cy", "r", "d", "x1", "transform", "viewBox"];
            let mut found = Vec::new();
            for element in text.split('<').filter(|element| !element.contains("100%")) {
                for name in names {
                    let value = element.split(&format!(" {name}=\"")).nth(1).and_then(|rest| rest.split('"').next());
                    found.extend(value.map(|value| format!("{name}={value}")));
                }
            }
            found
        };
        assert_eq!(geometry(&page(None, None).await), geometry(&svg(&scene(), &Theme::LIGHT)));
    }
}
