//! The values of a series within a time as marks. Where they have no room, neighbours are one mark, which stands for the latest.

use std::{ops::Range, sync::Arc};

use super::{Reading, Readings, arrow, caption, dot};
use crate::{
    draw::{
        pins::TimeAxis,
        plot::{Bin, Dot, ValueMark},
        thin,
    },
    i18n::Words,
    model::Qualifier,
    scale::Span,
};

/// How marks are made.
#[derive(Clone, Copy)]
pub(super) struct Making<'a> {
    /// The words of the page.
    pub words: &'a Words,
    /// The time axis.
    pub axis: TimeAxis,
    /// How many lines share the marks of the figure.
    pub lines: usize,
    /// Whether each value has its number beside it; else the last and the highest.
    pub is_labelled: bool,
}

/// How many values are drawn, and how many marks they are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Count {
    pub values: usize,
    pub marks: usize,
    /// Series that are not drawn.
    pub rest: usize,
}

impl Count {
    /// That values stand together, where they do.
    pub fn told(self, words: &Words) -> Option<String> {
        let counts = [("values", self.values.into()), ("marks", self.marks.into())];
        (self.marks < self.values).then(|| words.text_with("thin-told", &counts))
    }
}

/// The values that are shown of a series.
fn shown<'r, 'a>(readings: &'r Readings<'a>, axis: &TimeAxis) -> Vec<&'r Reading<'a>> {
    readings.list.iter().filter(|reading| axis.shows(reading.when)).collect()
}

/// One mark as high and as low as all values within a time, for measuring; `None` without any.
pub(super) fn outline(readings: &Readings, axis: &TimeAxis) -> Option<ValueMark> {
    let shown = shown(readings, axis);
    let ends = shown.iter().map(|reading| ends(reading, &|when| axis.shows(when))).reduce(widest)?;
    let last = shown.last()?;
    Some(ValueMark { range: Some(ends), ..plain(last, axis) })
}

/// The values within a time as marks, in order.
pub(super) fn marks(readings: &Readings, making: Making, count: &mut Count) -> Vec<ValueMark> {
    let Making { words, axis, lines, is_labelled } = making;
    let shown = shown(readings, &axis);
    let told = caption::told(&shown);
    let labelled = [told.last().copied(), caption::extreme(&told, |a, b| a > b).or(told.first().copied())];
    let share = |reading: &&Reading| (reading.when.middle() - axis.domain.start) / axis.domain.days();
    let shares: Vec<f64> = shown.iter().map(share).collect();
    let bins = thin::bins(&shares, axis.px.1 - axis.px.0, lines);
    let is_labelled = |reading: &Reading| {
        is_labelled && bins.is_none() || labelled.iter().flatten().any(|one| std::ptr::eq(*one, reading))
    };
    let mark = |range: Range<usize>| {
        let all = &shown[range];
        let label = all.iter().find(|one| is_labelled(one)).map(|one| one.short(words).into());
        match all {
            [only] => ValueMark { name: only.name(words).into(), label, ..plain(only, &axis) },
            _ => ValueMark { label, ..bin(all, words) },
        }
    };
    let marks: Vec<ValueMark> = match &bins {
        Some(bins) => bins.iter().cloned().map(mark).collect(),
        None => (0..shown.len()).map(|at| mark(at..at + 1)).collect(),
    };
    count.values += shown.len();
    count.marks += marks.len();
    marks
}

/// A value by itself, without words.
fn plain(reading: &Reading, axis: &TimeAxis) -> ValueMark {
    let TimeAxis { domain, .. } = axis;
    ValueMark {
        id: reading.id().as_str().into(),
        name: "".into(),
        when: Span::new(reading.when.start.max(domain.start), reading.when.end.min(domain.end)),
        value: reading.value,
        dot: dot(reading),
        arrow: arrow(reading),
        range: reading.range,
        beside: reading.beside.iter().filter(|(when, _)| axis.shows(*when)).copied().collect(),
        joined: reading.is_on_line(),
        bin: None,
        label: None,
    }
}

/// What several values are as one mark.
pub struct Several {
    /// The id of the latest.
    pub id: Arc<str>,
    /// The accessible name.
    pub name: Arc<str>,
    /// The latest value.
    pub value: f64,
    /// What they are like: disputed where one of them is, else not comparable where one of them is.
    pub dot: Dot,
    /// The lowest and the highest of what is said.
    pub ends: (f64, f64),
}

impl Several {
    /// `all`: in order of time, not empty.
    pub fn of(all: &[&Reading], words: &Words) -> Several {
        let last = all[all.len() - 1];
        let dot = match () {
            () if all.iter().any(|one| one.is_contested()) => Dot::Disputed,
            () if all.iter().any(|one| !one.comparable) => Dot::Apart,
            () => Dot::Exact,
        };
        let ends = all.iter().map(|reading| ends(reading, &|_| true)).fold((last.value, last.value), widest);
        Several { id: last.id().as_str().into(), name: name(all, words).into(), value: last.value, dot, ends }
    }
}

/// Several values as one mark.
fn bin(all: &[&Reading], words: &Words) -> ValueMark {
    let Several { id, name, value, dot, ends } = Several::of(all, words);
    let line: Vec<&Reading> = all.iter().copied().filter(|reading| reading.is_on_line()).collect();
    let path = path(&line).into_iter().map(|at| (line[at].when.middle(), line[at].value)).collect::<Vec<_>>();
    ValueMark {
        id,
        name,
        when: Span::new(all[0].when.middle(), all[all.len() - 1].when.middle()),
        value,
        dot,
        arrow: None,
        range: None,
        beside: Vec::new(),
        joined: !path.is_empty(),
        bin: Some(Bin { ends, path }),
        label: None,
    }
}

/// The lowest and the highest of what is said of a value at the times that are shown.
fn ends(reading: &Reading, is_shown: &dyn Fn(Span) -> bool) -> (f64, f64) {
    let beside = reading.beside.iter().filter(|(when, _)| is_shown(*when)).map(|&(_, value)| (value, value));
    let range = reading.range.map(|(low, high)| (low.min(high), high.max(low)));
    beside.chain(range).fold((reading.value, reading.value), widest)
}

fn widest(one: (f64, f64), other: (f64, f64)) -> (f64, f64) {
    (one.0.min(other.0), one.1.max(other.1))
}

/// Where a line through many values goes so that it looks the same: the first, the lowest, the highest and the last.
fn path(line: &[&Reading]) -> Vec<usize> {
    let Some(last) = line.len().checked_sub(1) else { return Vec::new() };
    let (low, high) = lowest_and_highest(line);
    let mut path = vec![0, low.min(high), low.max(high), last];
    path.dedup();
    path
}

/// Where the lowest and the highest value are.
fn lowest_and_highest(all: &[&Reading]) -> (usize, usize) {
    (0..all.len()).fold((0, 0), |(low, high), at| {
        let value = all[at].value;
        (if value < all[low].value { at } else { low }, if value > all[high].value { at } else { high })
    })
}

/// The accessible name of several values: how many, when, from where to where, the latest, and what is to be known of some.
fn name(all: &[&Reading], words: &Words) -> String {
    let (first, last) = (all[0], all[all.len() - 1]);
    let (low, high) = lowest_and_highest(all);
    let values = [
        ("count", all.len().into()),
        ("from", first.date_words(words).into()),
        ("to", last.date_words(words).into()),
        ("low", all[low].short(words).into()),
        ("high", all[high].words(words).into()),
        ("last", last.short(words).into()),
    ];
    let said = words.text_with(if all[low].value == all[high].value { "thin-equal" } else { "thin-name" }, &values);
    let is_inexact = |one: &&&Reading| one.qualifier != Qualifier::Exact || one.range.is_some();
    let counts = [
        ("thin-disputed", all.iter().filter(|one| one.is_contested()).count()),
        ("thin-apart", all.iter().filter(|one| !one.comparable).count()),
        ("thin-inexact", all.iter().filter(is_inexact).count()),
    ];
    let some = counts.into_iter().filter(|one| one.1 > 0);
    let name =
        some.fold(said, |said, (key, count)| format!("{said} · {}", words.text_with(key, &[("count", count.into())])));
    first.about(name, words)
}
