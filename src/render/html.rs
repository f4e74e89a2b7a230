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
    bare(
        element,
        element.children.iter().flat_map(|child| match child {
            Child::Element(inner) => nodes(inner),
            Child::Text(text) => vec![VNode::from(VText::new(text.to_string()))],
        }),
    )
}

/// An element as one node; a button as two: its marks, and its words beside it. Words in a drawing are broken into lines
/// and cut where room is short, so that they are no part of a button that has its whole name.
fn nodes(element: &Element) -> Vec<VNode> {
    let is_text = |child: &&Child| matches!(child, Child::Element(inner) if inner.name == "text");
    let is_button = element.attributes.iter().any(|(name, value)| *name == "role" && value == "button");
    if !is_button || !element.children.iter().any(|child| is_text(&child)) {
        return vec![node(element).into()];
    }
    let children = |texts: bool| {
        let wanted = element.children.iter().filter(move |child| is_text(child) == texts);
        wanted.filter_map(|child| match child {
            Child::Element(inner) => Some(VNode::from(node(inner))),
            Child::Text(_) => None,
        })
    };
    let mut words = VTag::new("g");
    words.key = element.key.as_ref().map(|key| NodeKey::from(format!("w{}", key.id)));
    words.add_attribute("class", "s-words");
    words.add_attribute("aria-hidden", "true");
    if let Some((name, place)) = element.attributes.iter().find(|(name, _)| *name == "transform") {
        words.add_attribute(name, place.to_string());
    }
    words.add_children(children(true));
    vec![bare(element, children(false)).into(), words.into()]
}

/// An element with other children than its own.
fn bare(element: &Element, children: impl Iterator<Item = VNode>) -> VTag {
    let mut tag = VTag::new(element.name);
    tag.key = element.key.as_ref().map(node_key);
    for (name, value) in &element.attributes {
        tag.add_attribute(name, value.to_string());
    }
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
mod tests;
