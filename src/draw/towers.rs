//! Bars over time.

use super::{
    amounts::Titles,
    plot::{TowerChart, tower_chart},
    words::push_empty,
};
use crate::{
    layout::text::TextMeter,
    scene::{Group, Role, Scene},
};

pub use super::plot::{Standing, Tower, TowerDate, TowerGroup};

/// Bars over time by unit. Each bar or part carries its id as `data-key`.
pub fn towers(groups: Vec<TowerGroup>, standing: Standing, width: f64, meter: TextMeter, titles: &Titles) -> Scene {
    let groups: Vec<TowerGroup> = groups.into_iter().filter(|group| !group.dates.is_empty()).collect();
    let is_empty = groups.is_empty();
    let (mut root, mut height) = tower_chart(&TowerChart { width, text: meter, standing, groups });
    if is_empty {
        root = Group::new(Role::Plain);
        height = push_empty(&mut root, &titles.empty, width, &meter);
    }
    titles.scene(root, (width, height), meter)
}
