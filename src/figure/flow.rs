//! The flow of a catalogue: what its versions and lists of changes added, removed, moved and brought back. What is only partly
//! recorded is refused by name, and no number is added up over one that is not stated.

use std::sync::Arc;

use super::{Canvas, Cell, Column, Context, Kind, LegendEntry, Made, Row, Table, Told, joined, lists::catalogue_of};
use crate::{
    draw::{
        flow::{Band, Course, FlowNote, FlowPicture, FlowRow, Sign, Spine, flow, sample},
        series,
    },
    i18n::number,
    model::{Basis, Catalogue, CatalogueVersion, Figure, Item},
    query::{self, Flow, NoSize, Part, Size, Step, Way, recorded},
    scene::focus::Walk,
};

/// The flow of a catalogue along time.
pub static KIND: Kind = Kind { word: "flow", walk: Walk::Line, make, tables, tell };

/// A flow with the words it is told in.
struct Telling<'a> {
    context: &'a Context<'a>,
    flow: Flow<'a>,
    /// The regime that products are moved to.
    regime: String,
}

impl<'a> Telling<'a> {
    fn of(context: &'a Context<'a>, catalogue: &'a Catalogue) -> Telling<'a> {
        let entries = catalogue.versions.iter().flat_map(|version| &version.entries);
        let moved = entries.filter(|entry| entry.change.as_deref() == Some(Way::Moved.word()));
        let regime = moved.filter_map(|entry| entry.regime.as_deref()).next();
        let regime = regime.map_or_else(|| context.t("flow-elsewhere"), |word| context.words.known("regime", word));
        Telling { context, flow: query::flow(catalogue, context.briefing.card.first_language()), regime }
    }

    fn steps(&self) -> impl Iterator<Item = &Step<'a>> {
        self.flow.steps.iter().chain(&self.flow.undated)
    }

    fn title(&self, version: &CatalogueVersion) -> String {
        self.context.text(&version.title)
    }

    fn when(&self, version: &CatalogueVersion) -> String {
        version.date.as_ref().map(|date| self.context.date(&date.value)).unwrap_or_default()
    }

    fn title_of(&self, id: &str) -> String {
        self.context.find(id).map_or_else(|| id.to_owned(), |found| self.context.name(found))
    }

    /// What happened to how many: "19 removed".
    fn part(&self, part: &Part) -> String {
        let key = format!("flow-part-{}", part.way.word());
        let regime = ("regime", self.regime.clone().into());
        match part.count {
            Some(count) => self.context.tf(&key, &[("number", number(count).into()), regime]),
            None => self.context.tf(&format!("{key}-unstated"), &[regime]),
        }
    }

    /// The same with how many of them are recorded, where that is less.
    fn part_recorded(&self, part: &Part) -> String {
        let said = self.part(part);
        let recorded = ("recorded", number(part.recorded).into());
        match part.count {
            Some(count) if count == part.recorded => said,
            // The source counts otherwise than the list is written: product groups, say, and not products.
            Some(count) if count < part.recorded => {
                self.context.tf("flow-part-otherwise", &[("part", said.into()), recorded])
            }
            Some(count) => {
                let values = [("part", said.into()), recorded, ("total", number(count).into())];
                self.context.tf("flow-part-recorded", &values)
            }
            None => self.context.tf("flow-part-recorded-unstated", &[("part", said.into()), recorded]),
        }
    }

    /// All that a version did, a line each.
    fn lines(&self, step: &Step) -> Vec<String> {
        let version = step.version;
        let mut lines = Vec::new();
        match step.against {
            Some(Ok(was)) => lines.push(self.context.tf("flow-against", &[("version", self.title(was).into())])),
            Some(Err(was)) => {
                lines.push(self.context.tf("flow-against-refused", &[("version", self.title(was).into())]));
            }
            None => {}
        }
        lines.extend(step.parts.iter().map(|part| self.part_recorded(part)));
        if version.basis == Basis::Delta {
            let total = version.stated_total.as_ref().map(|total| total.value);
            match total {
                Some(total) if step.parts.iter().all(|part| part.count.is_none()) => {
                    lines.push(self.context.tf("flow-part-total", &[("total", number(total).into())]));
                }
                None if step.parts.is_empty() => lines.push(self.context.t("flow-part-none")),
                _ => {}
            }
        } else {
            let key = "flow-size-recorded";
            lines.insert(
                0,
                match step.size {
                    Size::Computed(total) => self.known(key, total),
                    size => self.size(size),
                },
            );
        }
        if self.is_disputed(version) {
            lines.push(self.context.t("legend-disputed"));
        }
        lines
    }

    /// How many are listed after a version, or why that is not known.
    fn size(&self, size: Size) -> String {
        let unknown = |key: &str, id: &str| self.context.tf(key, &[("version", self.title_of(id).into())]);
        match size {
            Size::Stated(total) => self.known("flow-size-stated", total),
            Size::Computed(total) => self.known("flow-size-computed", total),
            Size::Unknown(NoSize::NoBeginning) => self.context.t("flow-size-unknown-beginning"),
            Size::Unknown(NoSize::NotStated(id)) => unknown("flow-size-unknown-number", id),
            Size::Unknown(NoSize::Undated(id)) => unknown("flow-size-unknown-date", id),
        }
    }

    fn known(&self, key: &str, total: f64) -> String {
        let count = if total == 1.0 { 1 } else { 2 };
        self.context.tf(key, &[("count", count.into()), ("total", number(total).into())])
    }

    fn is_disputed(&self, version: &Item<CatalogueVersion>) -> bool {
        let rivals = version.stated_total.as_ref().is_some_and(|total| !total.alternatives().is_empty());
        rivals || self.context.index.is_disputed(self.context.briefing, &version.meta.id)
    }

    /// A version that is not used, with what is recorded of it.
    fn refused(&self, version: &Item<CatalogueVersion>) -> String {
        let mut values = vec![("version", self.title(version).into()), ("recorded", number(recorded(version)).into())];
        let Some(total) = &version.stated_total else { return self.context.tf("flow-refused-unstated", &values) };
        values.push(("total", number(total.value).into()));
        self.context.tf("flow-refused-part", &values)
    }

    fn row(&self, step: &Step) -> FlowRow {
        let version = step.version;
        let lines = self.lines(step);
        let (date, title) = (self.when(version), self.title(version));
        let spoken: Vec<&str> = [&date, &title].into_iter().chain(&lines).map(String::as_str).collect();
        let after = match step.size {
            Size::Stated(size) | Size::Computed(size) => Spine::Known(size, number(size).into()),
            Size::Unknown(_) => Spine::Unknown,
        };
        // Between two whole catalogues, changes are drawn once: as the lists say, where there are lists.
        let drawn = if step.bridged { &[] } else { step.parts.as_slice() };
        FlowRow {
            id: version.meta.id.as_str().into(),
            name: spoken.join(", ").into(),
            date: date.into(),
            title: title.into(),
            words: lines.iter().map(|line| Arc::from(line.as_str())).collect(),
            bands: drawn.iter().filter_map(band).collect(),
            after,
        }
    }

    /// The rows; the first one after which the number is not known says why.
    fn rows(&self) -> Vec<FlowRow> {
        let mut rows = Vec::new();
        let mut was_known = true;
        for step in &self.flow.steps {
            let mut row = self.row(step);
            let is_known = !matches!(step.size, Size::Unknown(_));
            if was_known && !is_known && step.version.basis == Basis::Delta {
                row.words.push(self.size(step.size).into());
            }
            was_known = is_known;
            rows.push(row);
        }
        rows
    }

    fn picture(&self, figure: &Figure) -> FlowPicture {
        let note = |version: &Item<CatalogueVersion>, words: String| -> (Arc<str>, Arc<str>, Arc<str>) {
            (version.meta.id.as_str().into(), words.as_str().into(), words.into())
        };
        let undated = self.flow.undated.iter().map(|step| {
            let words = std::iter::once(self.title(step.version)).chain(self.lines(step));
            note(step.version, words.collect::<Vec<_>>().join(": "))
        });
        let refused = self.flow.refused.iter().map(|version| note(version, self.refused(version)));
        FlowPicture {
            title: self.context.title(figure).into(),
            description: "".into(),
            empty: self.context.t("flow-empty").into(),
            lanes: [
                self.context.t("flow-outside").into(),
                self.context.t("flow-inside").into(),
                capital(&self.regime).into(),
            ],
            rows: self.rows(),
            notes: vec![
                FlowNote { title: self.context.t("flow-undated").into(), rows: undated.collect() },
                FlowNote { title: self.context.t("flow-refused").into(), rows: refused.collect() },
            ],
        }
    }

    /// What the lists of changes did, and how far that is known.
    fn sentences(&self) -> Vec<String> {
        let (context, mut said) = (self.context, Vec::new());
        for step in self.flow.steps.iter().filter(|step| step.version.basis == Basis::Full) {
            if let Size::Stated(total) | Size::Computed(total) = step.size {
                let unit = context.words.quantity(total, Default::default(), Some("products"));
                let total = if context.language() == crate::i18n::Language::En { unit } else { number(total) };
                let values = [
                    ("version", self.title(step.version).into()),
                    ("total", total.into()),
                    ("when", self.when(step.version).into()),
                ];
                said.push(context.tf("flow-says-full", &values));
            }
        }
        let dated: Vec<&Step> = self.flow.steps.iter().filter(|step| step.version.basis == Basis::Delta).collect();
        let ends =
            [dated.first(), dated.last()].map(|step| step.map(|step| self.when(step.version)).unwrap_or_default());
        let [from, to] = ends;
        said.push(
            context.tf("flow-says-lists", &[("count", dated.len().into()), ("from", from.into()), ("to", to.into())]),
        );
        said.extend(self.ways(&dated));
        said.extend(self.most(&dated));
        let count = |holds: &dyn Fn(&&Step) -> bool| dated.iter().filter(|step| holds(step)).count();
        let counts = [
            ("flow-says-unstated", count(&|step| step.version.stated_total.is_none())),
            (
                "flow-says-recorded",
                count(&|step| {
                    let total = step.version.stated_total.as_ref().map(|total| total.value);
                    total.is_some_and(|total| recorded(step.version) < total)
                }),
            ),
            ("flow-says-disputed", self.steps().filter(|step| self.is_disputed(step.version)).count()),
            ("flow-says-undated", self.flow.undated.len()),
        ];
        let counts = counts.into_iter().filter(|(_, count)| *count > 0);
        said.extend(counts.map(|(key, count)| context.tf(key, &[("count", count.into())])));
        if !self.flow.refused.is_empty() {
            let versions: Vec<String> = self.flow.refused.iter().map(|one| self.refused(one)).collect();
            said.push(
                context
                    .tf("flow-says-refused", &[("versions", versions.join(&context.t("flow-says-semicolon")).into())]),
            );
        }
        said
    }

    /// How many lists did what.
    fn ways(&self, dated: &[&Step]) -> Option<String> {
        let did = |way: Way| dated.iter().filter(|step| step.parts.iter().any(|part| part.way == way)).count();
        let said = Way::ALL.iter().map(|(way, word)| (word, did(*way))).filter(|(_, count)| *count > 0);
        let said = said.map(|(word, count)| {
            let values = [("count", count.into()), ("regime", self.regime.clone().into())];
            self.context.tf(&format!("flow-says-{word}"), &values)
        });
        let said: Vec<String> = said.collect();
        let sentence = said.join(self.context.t("flow-says-comma").as_str());
        (dated.len() > 1 && !said.is_empty()).then(|| self.context.tf("flow-says-ways", &[("ways", sentence.into())]))
    }

    /// The largest change that is stated, and the latest.
    fn most(&self, dated: &[&Step]) -> Vec<String> {
        let stated = dated.iter().flat_map(|step| step.parts.iter().map(|part| (*step, part)));
        let stated: Vec<(&Step, &Part, f64)> =
            stated.filter_map(|(step, part)| Some((step, part, part.count?))).collect();
        let Some(&(step, part, largest)) = stated.iter().reduce(|best, next| if next.2 > best.2 { next } else { best })
        else {
            return Vec::new();
        };
        let values = |step: &Step, part: &Part| {
            [
                ("part", self.part(part).into()),
                ("version", self.title(step.version).into()),
                ("when", self.when(step.version).into()),
            ]
        };
        let mut said = Vec::new();
        if stated.len() > 1 && stated.iter().all(|one| one.2 == largest && one.1.way == part.way) {
            said.push(self.context.tf("flow-says-equal", &values(step, part)));
        } else if stated.len() > 1 {
            said.push(self.context.tf("flow-says-most", &values(step, part)));
        }
        let latest = dated.last().and_then(|step| Some((step, step.parts.first()?)));
        said.extend(latest.map(|(step, part)| self.context.tf("flow-says-latest", &values(step, part))));
        said
    }
}

/// A word at the beginning of a heading.
fn capital(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// The band of a part, if it moves anything.
fn band(part: &Part) -> Option<Band> {
    let course = match part.way {
        Way::Added => Course::In,
        Way::Removed => Course::Out,
        Way::Moved => Course::Over,
        Way::Restored => Course::Back,
        Way::Changed | Way::Kept => return None,
    };
    Some(Band { course, count: part.count, label: part.count.map(number).unwrap_or_default().into() })
}

fn make(context: &Context, figure: &Item<Figure>, canvas: Canvas) -> Made {
    let told = joined(context, &tell(context, figure));
    let Some(catalogue) = catalogue_of(context, figure) else {
        let empty = context.t("flow-none").into();
        let picture = FlowPicture {
            title: context.title(figure).into(),
            description: told.into(),
            empty,
            ..FlowPicture::default()
        };
        return Made {
            scene: flow(&picture, canvas.width, canvas.meter),
            items: 0,
            legend: Vec::new(),
            thinned: None,
            told: None,
        };
    };
    let telling = Telling::of(context, catalogue);
    let picture = FlowPicture { description: told.into(), ..telling.picture(figure) };
    let bands = || picture.rows.iter().flat_map(|row| &row.bands);
    let is_unknown =
        bands().any(|band| band.count.is_none()) || picture.rows.iter().any(|row| row.after == Spine::Unknown);
    let regime = || vec![("regime", telling.regime.clone().into())];
    let ways = [
        (Way::Added, Course::In),
        (Way::Removed, Course::Out),
        (Way::Moved, Course::Over),
        (Way::Restored, Course::Back),
    ];
    let mut legend: Vec<LegendEntry> = Vec::new();
    let mut entry = |sign, words| legend.push(LegendEntry { sample: Some(sample(sign, canvas.meter)), words });
    if picture.rows.iter().any(|row| matches!(row.after, Spine::Known(..))) {
        entry(Sign::Spine, context.t("flow-legend-spine"));
    }
    for (way, course) in ways.into_iter().filter(|(_, course)| bands().any(|band| band.course == *course)) {
        let words = if way == Way::Moved {
            context.tf("flow-legend-moved", &regime())
        } else {
            context.words.known("change", way.word())
        };
        entry(Sign::Band(course), words);
    }
    if is_unknown {
        entry(Sign::Unknown, context.t("flow-legend-unknown"));
    }
    Made {
        scene: flow(&picture, canvas.width, canvas.meter),
        items: catalogue.versions.len(),
        legend,
        thinned: None,
        told: None,
    }
}

fn tell(context: &Context, figure: &Item<Figure>) -> Vec<Told> {
    let Some(catalogue) = catalogue_of(context, figure) else { return Told::whole(context.t("flow-none")) };
    let telling = Telling::of(context, catalogue);
    if catalogue.versions.is_empty() {
        return Told::whole(context.t("flow-empty"));
    }
    Told::whole(series::join(&telling.sentences(), context.words))
}

fn tables(context: &Context, figure: &Item<Figure>) -> Vec<Table> {
    let columns = vec![
        Column::new(context, "column-version"),
        Column::new(context, "column-date"),
        Column::new(context, "column-records"),
        Column::new(context, "column-stated-total"),
        Column::new(context, "column-recorded"),
        Column::new(context, "column-change"),
        Column::new(context, "column-listed-after"),
        Column::new(context, "column-sources"),
    ];
    let Some(catalogue) = catalogue_of(context, figure) else { return vec![Table { columns, ..Table::default() }] };
    let telling = Telling::of(context, catalogue);
    let row = |version: &Item<CatalogueVersion>, change: Cell, after: Cell| Row {
        id: Some(version.meta.id.clone()),
        cells: vec![
            Cell::Item(version.meta.id.clone(), telling.title(version)),
            version.date.as_ref().map_or(Cell::Missing, |date| Cell::date(context, date)),
            Cell::Words(context.t(&format!("basis-{}", version.basis.word()))),
            version.stated_total.as_ref().map_or(Cell::Missing, |total| Cell::Number(total.value)),
            Cell::Number(recorded(version)),
            change,
            after,
            Cell::Sources(version.meta.sources.clone()),
        ],
    };
    let used = telling.steps().map(|step| {
        let lines = telling.lines(step);
        let lines = if step.version.basis == Basis::Full { &lines[1..] } else { &lines[..] };
        row(step.version, Cell::Words(lines.join("; ")), Cell::Words(telling.size(step.size)))
    });
    let refused = telling.flow.refused.iter();
    let refused = refused.map(|version| row(version, Cell::Words(context.t("flow-refused")), Cell::Empty));
    vec![Table { columns, rows: used.chain(refused).collect(), ..Table::default() }]
}
