//! Nodes that the framework leaves alone while other things move.

use yew::prelude::*;

/// Nodes, compared by their version.
#[derive(Properties)]
pub struct PictureProps {
    /// What to show.
    pub nodes: Html,
    /// Another whenever the nodes are.
    pub version: u32,
}

impl PartialEq for PictureProps {
    fn eq(&self, other: &Self) -> bool {
        self.version == other.version
    }
}

/// The nodes as they are.
#[component]
pub fn Picture(props: &PictureProps) -> Html {
    props.nodes.clone()
}
