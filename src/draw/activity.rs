//! How much happened in which year: a column a year, stacked by track.

use std::sync::Arc;

use super::plot::{Column, ColumnChart, column_chart};
use crate::{
    layout::text::TextMeter,
    model::Day,
    scale::{
        DateLabels,
        ticks::{year_number, year_step},
    },
    scene::{Anchor, Group, Role, Scene, Shape, Tone, TypeSize},
};

/// Numbers of items by year and track. A year in which nothing is listed counts zero: it is a count of the items of the
/// briefing, so nothing is missing.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Activity {
    /// The year of the first count; 0 is 1 BCE.
    pub first_year: i64,
    /// A row a year; in each, a number for each of `colours`.
    pub counts: Vec<Vec<u32>>,
    /// Which of the eight colours each part has, from 0.
    pub colours: Vec<usize>,
}

impl Activity {
    /// Counts items, each with the day on which it begins and the place of its track. `colours`: one for each track.
    pub fn of(items: impl Iterator<Item = (Day, usize)>, colours: &[usize]) -> Activity {
        let items: Vec<_> = items.map(|(day, track)| (day.year().clamp(-9_999, 9_999), track)).collect();
        let years = || items.iter().map(|(year, _)| *year);
        let (Some(first_year), Some(last_year)) = (years().min(), years().max()) else {
            return Activity { colours: colours.to_vec(), ..Activity::default() };
        };
        let mut counts = vec![vec![0; colours.len()]; (last_year - first_year + 1) as usize];
        for (year, track) in items {
            if let Some(count) = counts[(year - first_year) as usize].get_mut(track) {
                *count += 1;
            }
        }
        Activity { first_year, counts, colours: colours.to_vec() }
    }
}

/// The words of the chart, in the reader's language.
pub struct ActivityText<'a> {
    /// Name of the figure.
    pub title: Arc<str>,
    /// What it shows; may be empty.
    pub description: Arc<str>,
    /// Said when there is nothing to count.
    pub empty: Arc<str>,
    /// How years are written.
    pub dates: DateLabels,
    /// One sentence on a year, given its number and its counts by track.
    pub year: &'a dyn Fn(i64, &[u32]) -> Arc<str>,
}

/// The chart. Each column carries its year as `data-period`.
pub fn activity(activity: &Activity, width: f64, height: f64, meter: TextMeter, text: &ActivityText) -> Scene {
    let label = |year: i64| year_number(year, text.dates);
    let years = || (activity.first_year..).zip(&activity.counts);
    let widest = years().map(|(year, _)| meter.width(&label(year), TypeSize::Small, false)).fold(0.0, f64::max);
    let step = year_step((width - 40.0) / activity.counts.len().max(1) as f64, widest);
    let columns = years().map(|(year, counts)| Column {
        id: iso_year(year).into(),
        name: (text.year)(year, counts),
        label: (year.rem_euclid(step) == 0).then(|| label(year).into()),
        parts: activity.colours.iter().map(|&colour| Tone::of_index(colour)).zip(counts.iter().copied()).collect(),
    });
    let columns: Vec<_> = columns.collect();
    let root = if columns.is_empty() {
        let mut root = Group::new(Role::Plain);
        let (content, size, anchor) = (text.empty.clone(), TypeSize::Label, Anchor::Middle);
        root.push(Role::Empty, Shape::Text { x: width / 2.0, y: height / 2.0, content, size, anchor });
        root
    } else {
        column_chart(&ColumnChart { width, height, text: meter, columns })
    };
    let (title, description) = (text.title.clone(), text.description.clone());
    Scene { width, height, title, description, text_scale: meter.scale, root }
}

/// A year as an EDTF date.
pub fn iso_year(year: i64) -> String {
    year_number(year, DateLabels::Iso)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scene::Node;

    fn on(text: &str, track: usize) -> (Day, usize) {
        (Day::parse(text).unwrap(), track)
    }

    #[test]
    fn years_between_count_zero() {
        let items = [on("2019-01-01", 0), on("2019-12-31", 1), on("2021-05-05", 1)];
        let activity = Activity::of(items.into_iter(), &[0, 1]);
        assert_eq!((activity.first_year, activity.counts), (2019, vec![vec![1, 1], vec![0, 0], vec![0, 1]]));
    }

    #[test]
    fn every_year_has_its_column_and_bars_begin_at_zero() {
        let items = [on("2019-01-01", 0), on("2019-12-31", 1), on("2021-05-05", 1)];
        let text = ActivityText {
            title: "".into(),
            description: "".into(),
            empty: "".into(),
            dates: DateLabels::English,
            year: &|year, counts| format!("{year}: {}", counts.iter().sum::<u32>()).into(),
        };
        let scene = activity(&Activity::of(items.into_iter(), &[0, 1]), 600.0, 200.0, TextMeter::default(), &text);
        let mut names = Vec::new();
        let mut bottoms = Vec::new();
        scene.walk(&mut |group, _| {
            if let Some(name) = &group.name {
                names.push(name.to_string());
                let first = group.children.iter().find_map(|child| match child {
                    Node::Group(inner) => Some(inner.children[0].clone()),
                    Node::Mark(_) => None,
                });
                if let Some(Node::Mark(mark)) = first
                    && let Shape::Rect { y, height, .. } = mark.shape
                {
                    bottoms.push((y + height).round());
                }
            }
        });
        assert_eq!(names, ["2019: 2", "2020: 0", "2021: 1"]);
        assert_eq!(bottoms, [176.0, 176.0]);
    }
}
