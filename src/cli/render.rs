//! `annals render`: one figure as a picture, the same as in the browser.

use std::{
    ffi::OsStr,
    fmt::Write,
    path::{Path, PathBuf},
    process::ExitCode,
    time::{SystemTime, UNIX_EPOCH},
};

use clap::{Args, ValueEnum};

use super::{
    FAULTY, MISUSE, briefing,
    finding::{Finding, Format, left_out, print},
    input, output,
};
use crate::{
    figure::{Canvas, Context, content, kind, plate::plate, provenance::Provenance},
    i18n::{Language, Words, findings::escaped},
    layout::text::TextMeter,
    model::{Day, Figure, Item},
    query::Index,
    render::{png::png, svg::svg},
    scene::{Scene, theme::Theme},
    state::ViewState,
};

/// Draws one figure of a briefing: the same picture that the page saves, as SVG or PNG.
///
/// Without --figure it lists the figures. A PNG file has two pixels for one pixel of --width, and uses the fonts at hand.
///
/// Exit code 0: drawn; 1: errors found in the briefing, and what is good is drawn; or it is no briefing, and nothing is; 2: no
/// such figure, or a file cannot be read or written.
#[derive(Args, Debug)]
pub struct Render {
    /// The briefing: a JSON file, a folder of tables, or - for standard input; the built-in one when left out
    #[arg(value_name = "FILE")]
    pub file: Option<PathBuf>,
    /// The figure to draw
    #[arg(long, value_name = "ID", requires = "output")]
    pub figure: Option<String>,
    /// The picture to write, its kind by its ending: .svg or .png; - for SVG on standard output
    #[arg(short, long, value_name = "x.svg|x.png", requires = "figure")]
    pub output: Option<PathBuf>,
    /// The language of the words
    #[arg(long, value_enum, default_value_t)]
    pub lang: Lang,
    /// The width in CSS pixels
    #[arg(long, value_name = "PX", default_value_t = 960, value_parser = clap::value_parser!(u16).range(200..=8000))]
    pub width: u16,
    /// The colours
    #[arg(long, value_enum, default_value_t)]
    pub theme: Colours,
    /// The day that counts as today; in UTC when left out
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = day)]
    pub today: Option<Day>,
    /// How findings are printed
    #[arg(long, value_enum, default_value_t)]
    pub format: Format,
}

/// The language of the words.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum Lang {
    /// English
    #[default]
    En,
    /// Simplified Chinese
    #[value(name = "zh-Hans")]
    ZhHans,
}

/// The colours of a picture.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum Colours {
    /// Dark on light
    #[default]
    Light,
    /// Light on dark
    Dark,
    /// Highest contrast
    Contrast,
}

fn day(text: &str) -> Result<Day, String> {
    Day::parse(text).ok_or_else(|| "write it as in 2026-01-31".to_owned())
}

/// Runs the command.
pub fn run(args: &Render) -> ExitCode {
    ExitCode::from(render(args))
}

fn render(args: &Render) -> u8 {
    let published = match briefing::read(args.file.as_deref(), args.format.limits()) {
        Ok(published) => published,
        Err(refused) => return told(args, refused.exit, &refused.findings, ""),
    };
    let name = args.file.as_deref().map_or_else(|| "the built-in briefing".to_owned(), input::shown);
    left_out(&published.loaded, &name).iter().for_each(|line| output::note(line));
    let briefing = &published.loaded.briefing;
    // Small remarks on the briefing that comes with the tool are nothing its user could mend.
    let is_ours = args.file.is_none() && args.format == Format::Text;
    let mut findings = if is_ours { Vec::new() } else { published.findings };
    let exit = if findings.iter().any(Finding::is_error) { FAULTY } else { 0 };
    let (Some(id), Some(path)) = (&args.figure, &args.output) else {
        let language = words(args.lang);
        let list = listed(&briefing.figures, |figure| title(briefing, &language, figure));
        return told(args, exit, &findings, &list);
    };
    let index = Index::new(briefing);
    let (language, state) = (words(args.lang), ViewState::default());
    let today = args.today.unwrap_or_else(today);
    let context = Context {
        briefing,
        index: &index,
        words: &language,
        state: &state,
        hits: &crate::query::search::Hits::default(),
        today,
    };
    let written = picture(&context, id, f64::from(args.width))
        .map_err(|message| Box::new(Finding::plain("USAGE", &message, Some(&name))))
        .and_then(|scene| write(path, &scene, args.theme));
    match written {
        Ok(()) => told(args, exit, &findings, ""),
        Err(finding) => {
            findings.push(*finding);
            told(args, MISUSE, &findings, "")
        }
    }
}

pub(super) fn words(lang: Lang) -> Words {
    Words::new(match lang {
        Lang::En => Language::En,
        Lang::ZhHans => Language::ZhHans,
    })
}

/// The calendar day in UTC.
fn today() -> Day {
    let seconds = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs());
    Day::from_unix_days((seconds / 86_400) as i64)
}

fn title(briefing: &crate::model::Briefing, words: &Words, figure: &Item<Figure>) -> String {
    let (index, state) = (Index::default(), ViewState::default());
    let today = Day::from_unix_days(0);
    Context { briefing, index: &index, words, state: &state, hits: &crate::query::search::Hits::default(), today }
        .title(figure)
}

/// A line a figure: id, kind and title; those without a picture are marked.
fn listed(figures: &[Item<Figure>], title: impl Fn(&Item<Figure>) -> String) -> String {
    let mut out = String::new();
    for figure in figures {
        let picture = if kind(&figure.kind).is_some() { "" } else { " (a list, without a picture)" };
        let line = format!("{}\t{}\t{}{picture}", figure.meta.id, figure.kind, title(figure));
        let _ = writeln!(out, "{}", line.split('\t').map(escaped).collect::<Vec<_>>().join("\t"));
    }
    out
}

/// The figure with title, legend and foot, as the page saves it.
fn picture(context: &Context, id: &str, width: f64) -> Result<Scene, String> {
    let figures = &context.briefing.figures;
    let Some(figure) =
        figures.iter().find(|figure| *figure.meta.id == *id || figure.meta.aliases.iter().any(|one| **one == *id))
    else {
        return Err(format!("There is no figure \"{id}\"; without --figure all are listed"));
    };
    let Some(kind) = kind(&figure.kind) else {
        return Err(format!("The figure \"{id}\" is a list and has no picture ({})", figure.kind));
    };
    // It is looked at with fonts that are not known here.
    let meter = TextMeter::default().anywhere();
    let made = (kind.make)(context, figure, Canvas { width, meter });
    let (tables, sentences) = content(context, figure);
    Ok(plate(context, &made, &Provenance::of(context, figure, &tables, &sentences), meter))
}

fn write(path: &Path, scene: &Scene, colours: Colours) -> Result<(), Box<Finding>> {
    let theme = match colours {
        Colours::Light => Theme::LIGHT,
        Colours::Dark => Theme::DARK,
        Colours::Contrast => Theme::CONTRAST,
    };
    let shown = input::shown(path);
    let refused = |code: &str, why: &str| Box::new(Finding::plain(code, why, Some(&shown)));
    let ending = path.extension().and_then(OsStr::to_str).map(str::to_ascii_lowercase);
    let bytes = match ending.as_deref() {
        Some("svg") => svg(scene, &theme).into_bytes(),
        _ if path.as_os_str() == "-" => svg(scene, &theme).into_bytes(),
        Some("png") => png(scene, &theme).map_err(|error| refused("IO", &error.to_string()))?,
        _ => return Err(refused("USAGE", "The name of a picture ends in .svg or .png")),
    };
    output::write(path, &bytes).map_err(|error| refused("IO", &format!("This cannot be written: {error}")))
}

/// Prints the findings, then the list; the exit code. Where the picture goes to standard output, findings do not.
fn told(args: &Render, exit: u8, findings: &[Finding], list: &str) -> u8 {
    let printed = print(findings, exit == 0, args.format);
    if args.output.as_deref().is_some_and(|path| path.as_os_str() == "-") {
        printed.lines().for_each(output::note);
        return exit;
    }
    let is_text = args.format == Format::Text;
    match output::to_stdout((printed + if is_text { list } else { "" }).as_bytes()) {
        Ok(()) => exit,
        Err(error) => {
            output::note(&format!("annals render: standard output: {error}"));
            MISUSE
        }
    }
}
