//! Values one below the other, as bars or as dots.

use std::sync::Arc;

use super::{
    plot::{RowChart, row_chart},
    words::{push_empty, push_more},
};
use crate::{
    layout::text::TextMeter,
    scene::{Group, Role, Scene},
};

pub use super::plot::{Amount, AmountClaim, Amounts, Arrow, Dot, RowLook, Sample, bar_sample};

/// The words of a picture.
pub struct Titles {
    /// Name of the figure.
    pub title: Arc<str>,
    /// What it shows; may be empty.
    pub description: Arc<str>,
    /// Said when there is nothing to draw.
    pub empty: Arc<str>,
    /// Said below the picture, of what is not drawn; may be empty.
    pub more: Arc<str>,
}

/// Values by unit, one below the other. Each carries its id as `data-key`.
pub fn amounts(groups: Vec<Amounts>, look: RowLook, width: f64, meter: TextMeter, titles: &Titles) -> Scene {
    let groups: Vec<Amounts> = groups.into_iter().filter(|group| !group.list.is_empty()).collect();
    let is_empty = groups.is_empty();
    let (mut root, mut height) = row_chart(&RowChart { width, text: meter, look, groups });
    if is_empty {
        root = Group::new(Role::Plain);
        height = push_empty(&mut root, &titles.empty, width, &meter);
    }
    titles.scene(root, (width, height), meter)
}

impl Titles {
    /// A picture with these words.
    pub fn scene(&self, mut root: Group, (width, height): (f64, f64), meter: TextMeter) -> Scene {
        let height = height + push_more(&mut root, &self.more, (width, height), &meter);
        let (title, description) = (self.title.clone(), self.description.clone());
        Scene { width, height, title, description, text_scale: meter.scale, root }
    }
}

/// The signs that occur, in the order of a legend.
pub fn samples(groups: &[Amounts]) -> Vec<Sample> {
    let claims = || groups.iter().flat_map(|group| &group.list).flat_map(|amount| &amount.claims);
    let any = |holds: &dyn Fn(&AmountClaim) -> bool| claims().any(holds);
    let signs = [
        (Sample::About, any(&|one| one.dot == Dot::About)),
        (Sample::Up, any(&|one| one.arrow == Some(Arrow::Up))),
        (Sample::Down, any(&|one| one.arrow == Some(Arrow::Down))),
        (Sample::Range, any(&|one| one.range.is_some())),
        (Sample::Disputed, any(&|one| one.dot == Dot::Disputed)),
        (Sample::Apart, any(&|one| one.dot == Dot::Apart)),
        (Sample::Missing, any(&|one| one.value.is_none())),
    ];
    signs.into_iter().filter(|(_, occurs)| *occurs).map(|(sample, _)| sample).collect()
}
