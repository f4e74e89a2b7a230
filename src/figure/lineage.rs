//! Where policy acts come from and what follows from them: stages on one time axis, relations as lines from act to act.

use super::{
    Canvas, Cell, Column, Context, Kind, LegendEntry, Made, Row, Table, Told,
    rest::{described, more, thinned},
    series::pins,
};
use crate::{
    draw::{
        glyph,
        lineage::{Act, ActStage, LineagePicture, Link, Stroke, lineage, sample},
        series::{self, span_of},
        thin,
    },
    layout::timeline::Glyph,
    model::{Edtf, Figure, Instrument, Item, Stage, StageName},
    order,
    query::{self, Lineage, Tie},
    scene::focus::Walk,
};

/// Acts below one another, and what leads from one to the other.
pub static KIND: Kind = Kind { word: "lineage", walk: Walk::Line, make, tables, tell };

/// The shape of a stage.
fn shape(stage: StageName) -> Glyph {
    match stage {
        StageName::Announced | StageName::Drafted | StageName::ConsultationOpened | StageName::CommentsClose => {
            Glyph::Triangle
        }
        StageName::Adopted | StageName::Published | StageName::Amended => Glyph::Circle,
        StageName::Effective | StageName::Enforced => Glyph::Diamond,
        StageName::GraceEnds => Glyph::Ring,
        StageName::Repealed | StageName::Superseded | StageName::Withdrawn => Glyph::Square,
    }
}

/// The message that says what a shape means.
fn shape_words(glyph: Glyph) -> &'static str {
    match glyph {
        Glyph::Triangle => "lineage-shape-proposed",
        Glyph::Circle => "lineage-shape-adopted",
        Glyph::Diamond => "lineage-shape-force",
        Glyph::Ring => "lineage-shape-grace",
        Glyph::Square => "lineage-shape-ended",
    }
}

fn lineage_of<'a>(context: &Context<'a>, figure: &Figure) -> Lineage<'a> {
    query::lineage(context.briefing, context.index, &figure.items)
}

/// The number of an act, else its title.
fn short(context: &Context, act: &Instrument) -> String {
    context.text(act.number.as_ref().unwrap_or(&act.title))
}

/// Stages in order of time, those without a place last.
fn in_time(act: &Instrument) -> Vec<&Item<Stage>> {
    order::in_order(&act.stages, &|a, b| {
        let place = |one: &Stage| span_of(&one.date.value).map(|span| span.middle());
        let (a, b) = (place(a), place(b));
        a.is_none().cmp(&b.is_none()).then(a.unwrap_or(0.0).total_cmp(&b.unwrap_or(0.0)))
    })
}

/// A stage with its date: "takes effect 1 May 2002".
fn stage_words(context: &Context, stage: &Stage) -> String {
    let values = [
        ("stage", context.words.known("stage", stage.stage.word()).into()),
        ("date", context.date(&stage.date.value).into()),
    ];
    context.tf("lineage-stage", &values)
}

/// What an act does to another: "amends 2001 No. 33".
fn tie_words(context: &Context, lineage: &Lineage, tie: &Tie) -> String {
    let relation = context.words.known("relation", tie.kind);
    context.tf("lineage-tie", &[("relation", relation.into()), ("act", short(context, lineage.acts[tie.to]).into())])
}

fn act(context: &Context, figure: &Figure, lineage: &Lineage, place: usize) -> Act {
    let act = lineage.acts[place];
    let as_of = context.briefing.card.as_of.as_ref().and_then(Edtf::latest);
    let title = context.text(&act.title);
    let stages = in_time(act).into_iter().filter_map(|stage| {
        let said = stage_words(context, stage);
        let named = [("title", title.clone().into()), ("sentence", said.into())];
        Some(ActStage {
            id: stage.meta.id.as_str().into(),
            name: context.tf("series-titled", &named).into(),
            label: context.words.known("stage", stage.stage.word()).into(),
            when: span_of(&stage.date.value)?,
            glyph: shape(stage.stage),
            planned: as_of.is_some_and(|as_of| stage.date.value.earliest().is_some_and(|day| day > as_of)),
        })
    });
    let under: Vec<String> = lineage.ties_of(place).iter().map(|tie| tie_words(context, lineage, tie)).collect();
    let spoken = act.stages.iter().map(|stage| stage_words(context, stage)).chain(under.clone());
    Act {
        id: act.meta.id.as_str().into(),
        name: std::iter::once(title.clone()).chain(spoken).collect::<Vec<_>>().join(", ").into(),
        title: title.as_str().into(),
        under: under.into_iter().map(Into::into).collect(),
        chief: figure.items.contains(&act.meta.id),
        stages: stages.collect(),
        undated: context.t("lineage-undated").into(),
    }
}

fn make(context: &Context, figure: &Item<Figure>, canvas: Canvas) -> Made {
    let found = lineage_of(context, figure);
    let (drawn, rest) = thin::first(found.acts.len());
    let acts: Vec<Act> = (0..drawn).map(|place| act(context, figure, &found, place)).collect();
    let links = found.ties.iter().filter(|tie| tie.from < drawn && tie.to < drawn);
    let links: Vec<Link> = links.map(|tie| Link { from: tie.from, to: tie.to, stroke: Stroke::of(tie.kind) }).collect();
    let shapes =
        Glyph::ALL.into_iter().filter(|glyph| acts.iter().flat_map(|act| &act.stages).any(|one| one.glyph == *glyph));
    let mut legend: Vec<LegendEntry> = shapes
        .map(|one| LegendEntry { sample: Some(glyph::sample(one)), words: context.t(shape_words(one)) })
        .collect();
    for kind in crate::load::format::RELATIONS {
        let stroke = Stroke::of(kind);
        if links.iter().any(|link| link.stroke == stroke) {
            let words = context.words.known("relation", kind);
            legend.push(LegendEntry { sample: Some(sample(stroke, canvas.meter.scale)), words });
        }
    }
    if !links.is_empty() {
        legend.push(LegendEntry { sample: None, words: context.t("lineage-lines") });
    }
    let (told, thinned) = (say(context, &found), thinned(context, found.acts.len(), rest));
    let picture = LineagePicture {
        title: context.title(figure).into(),
        description: described(context, &told, thinned.as_deref()).into(),
        empty: context.t("lineage-none").into(),
        dates: context.language().axis(),
        acts,
        links,
        pins: pins(context, figure),
        more: more(context, rest).unwrap_or_default().into(),
    };
    let scene = lineage(&picture, canvas.width, canvas.meter);
    Made { scene, items: found.acts.len(), legend, thinned, told: Some(told) }
}

/// How many acts, the first and the latest, which relations, and what comes from itself.
fn tell(context: &Context, figure: &Item<Figure>) -> Vec<Told> {
    say(context, &lineage_of(context, figure))
}

fn say(context: &Context, found: &Lineage) -> Vec<Told> {
    let mut said = Vec::new();
    let dated: Vec<(&Item<Instrument>, &Item<Stage>)> = found
        .acts
        .iter()
        .filter_map(|act| Some((*act, *in_time(act).first().filter(|stage| span_of(&stage.date.value).is_some())?)))
        .collect();
    let point = |(act, stage): &(&Item<Instrument>, &Item<Stage>)| {
        let values = [("act", short(context, act).into()), ("stage", stage_words(context, stage).into())];
        context.tf("lineage-point", &values)
    };
    match (&found.acts[..], &dated[..]) {
        ([], _) => return Told::whole(context.t("lineage-none")),
        ([_], [only]) => said.push(context.tf("lineage-says-one", &[("point", point(only).into())])),
        (_, [first, .., last]) => {
            let values =
                [("count", found.acts.len().into()), ("first", point(first).into()), ("last", point(last).into())];
            said.push(context.tf("lineage-says", &values));
        }
        _ => said.push(context.tf("lineage-says-count", &[("count", found.acts.len().into())])),
    }
    let kinds = crate::load::format::RELATIONS.iter();
    let kinds = kinds.map(|kind| (kind, found.ties.iter().filter(|tie| tie.kind == *kind).count()));
    let kinds = kinds.filter(|(_, count)| *count > 0).map(|(kind, count)| {
        let values = [("relation", context.words.known("relation", kind).into()), ("count", count.into())];
        context.tf("lineage-says-relation", &values)
    });
    let kinds: Vec<String> = kinds.collect();
    match kinds.is_empty() {
        true => said.push(context.t("lineage-says-no-relation")),
        false => {
            let list = kinds.join(&context.t("flow-says-comma"));
            said.push(context.tf("lineage-says-relations", &[("relations", list.into())]));
        }
    }
    let undated = found.acts.len() - dated.len();
    if undated > 0 {
        said.push(context.tf("lineage-says-undated", &[("count", undated.into())]));
    }
    let disputed = found
        .acts
        .iter()
        .flat_map(|act| std::iter::once(&act.meta.id).chain(act.stages.iter().map(|stage| &stage.meta.id)));
    let disputed = disputed.filter(|id| context.index.is_disputed(context.briefing, id)).count();
    if disputed > 0 {
        said.push(context.tf("lineage-says-disputed", &[("count", disputed.into())]));
    }
    for circle in &found.circles {
        let acts: Vec<String> = circle.iter().map(|act| short(context, act)).collect();
        said.push(context.tf("lineage-says-circle", &[("acts", acts.join(&context.t("flow-says-comma")).into())]));
    }
    Told::whole(series::join(&said, context.words))
}

fn tables(context: &Context, figure: &Item<Figure>) -> Vec<Table> {
    let columns = vec![
        Column::new(context, "column-act"),
        Column::new(context, "number"),
        Column::new(context, "stages"),
        Column::new(context, "column-relations"),
        Column::new(context, "column-sources"),
    ];
    let found = lineage_of(context, figure);
    let row = |(place, act): (usize, &&Item<Instrument>)| {
        let stages = in_time(act).into_iter().map(|stage| (stage.meta.id.clone(), stage_words(context, stage)));
        let ties = found.ties_of(place).iter();
        let ties = ties.map(|tie| (found.acts[tie.to].meta.id.clone(), tie_words(context, &found, tie)));
        Row {
            id: Some(act.meta.id.clone()),
            cells: vec![
                Cell::Item(act.meta.id.clone(), context.text(&act.title)),
                Cell::maybe(act.number.as_ref().map(|number| context.text(number))),
                Cell::Items(stages.collect()),
                Cell::Items(ties.collect()),
                Cell::Sources(act.meta.sources.clone()),
            ],
        }
    };
    vec![Table { columns, rows: found.acts.iter().enumerate().map(row).collect(), ..Table::default() }]
}
