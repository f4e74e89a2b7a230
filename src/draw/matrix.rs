//! Which organisations are named at which meetings: a row an organisation, a column a meeting, a sign where it is named.

use std::sync::Arc;

use super::{
    presence::{push_presence, tone},
    thin,
    words::{is_cut, lines, push_empty, push_more},
};
use crate::{
    layout::text::{TextMeter, Wrapped, wrap_label},
    model::{Actor, Briefing, Day, Edtf, Item, Meeting, Organisation, Register, Text, date::Precision},
    order,
    scale::{DateLabels, ticks::year_number},
    scene::{Anchor, Group, KeyKind, Rect, Role, Scene, Shape, TypeSize},
};

/// An organisation has a row of its own from this many meetings on.
pub const FEWEST_MEETINGS: usize = 2;

/// Organisations by meetings.
#[derive(Clone, Debug, Default)]
pub struct Matrix<'a> {
    /// The columns: meetings at which someone is named, in order of time.
    pub meetings: Vec<&'a Item<Meeting>>,
    /// The rows: organisations named at several of them, the most often named first.
    pub rows: Vec<MatrixRow<'a>>,
    /// How many of them there is room for.
    pub drawn: usize,
}

/// An organisation, and where it is named.
#[derive(Clone, Debug)]
pub struct MatrixRow<'a> {
    /// The organisation.
    pub actor: &'a Item<Actor>,
    /// The number of a column and the entry there, in order of columns; at least [`FEWEST_MEETINGS`].
    pub named: Vec<(usize, &'a Item<Organisation>)>,
}

impl<'a> Matrix<'a> {
    /// The matrix of meetings, which are in order of time.
    pub fn of(briefing: &'a Briefing, meetings: impl IntoIterator<Item = &'a Item<Meeting>>) -> Matrix<'a> {
        let has_named = |one: &&Item<Meeting>| !one.attendance.organisations.is_empty();
        let meetings: Vec<_> = meetings.into_iter().filter(has_named).collect();
        let mut ids = Register::default();
        let mut rows: Vec<_> = briefing.actors.iter().map(|actor| MatrixRow { actor, named: Vec::new() }).collect();
        for actor in &briefing.actors {
            ids.enter(&actor.meta.id);
        }
        for (at, meeting) in meetings.iter().enumerate() {
            for entry in &meeting.attendance.organisations {
                let Some(row) = entry.actor.as_ref().and_then(|actor| ids.find(actor)) else { continue };
                match rows[row].named.last_mut() {
                    // Of several entries at one meeting, that in the foremost capacity stands.
                    Some((last, known)) if *last == at => {
                        if (entry.status as usize) < known.status as usize {
                            *known = entry;
                        }
                    }
                    _ => rows[row].named.push((at, entry)),
                }
            }
        }
        rows.retain(|row| row.named.len() >= FEWEST_MEETINGS);
        let by_count = order::sorted(rows.len(), &|a, b| rows[b].named.len().cmp(&rows[a].named.len()));
        let rows: Vec<_> = by_count.into_iter().map(|at| rows[at as usize].clone()).collect();
        let (drawn, _) = thin::filled(&rows.iter().map(|row| row.named.len()).collect::<Vec<_>>());
        Matrix { rows, meetings, drawn }
    }

    /// The rows that there is room for.
    fn drawn(&self) -> &[MatrixRow<'a>] {
        &self.rows[..self.drawn]
    }

    /// Number of all entries.
    pub fn total(&self) -> usize {
        self.rows.iter().map(|row| row.named.len()).sum()
    }

    /// How many of the organisations are named at the meeting of a column.
    pub fn column_total(&self, column: usize) -> usize {
        self.rows.iter().filter(|row| row.at(column).is_some()).count()
    }
}

impl<'a> MatrixRow<'a> {
    /// The entry in a column.
    pub fn at(&self, column: usize) -> Option<&'a Item<Organisation>> {
        let at = self.named.partition_point(|(at, _)| *at < column);
        self.named.get(at).filter(|(at, _)| *at == column).map(|(_, entry)| *entry)
    }
}

/// One sentence on an entry.
pub type Sentence<'a> = dyn Fn(&Actor, &Meeting, &Organisation) -> String + 'a;

/// The words of the matrix, in the reader's language.
pub struct MatrixText<'a> {
    /// Name of the figure.
    pub title: Arc<str>,
    /// What it shows; may be empty.
    pub description: Arc<str>,
    /// Said when there is nothing to draw.
    pub empty: Arc<str>,
    /// Stands beside the sums of the columns.
    pub total: Arc<str>,
    /// Said below where there are more organisations; may be empty.
    pub more: Arc<str>,
    /// How years are written.
    pub dates: DateLabels,
    /// A text of the briefing.
    pub text: &'a dyn Fn(&Text) -> String,
    /// One sentence on an entry.
    pub entry: &'a Sentence<'a>,
}

/// Columns are drawn in one band if they are at least as wide as this.
const LEAST_COLUMN_PX: f64 = 17.5;
/// Columns of several bands.
const BAND_COLUMN_PX: f64 = 24.0;
const MOST_COLUMN_PX: f64 = 36.0;
/// Above and below the lines of a name.
const ROW_PAD_PX: f64 = 5.0;
const LEAST_ROW_PX: f64 = 25.0;
const PAD_PX: f64 = 12.0;
const YEAR_GAP_PX: f64 = 8.0;
const BAND_GAP_PX: f64 = 20.0;

/// A year and its columns.
struct Year {
    label: Arc<str>,
    label_px: f64,
    columns: Vec<usize>,
}

impl Year {
    /// How wide it is with columns of a width: the number above it has room too.
    fn width(&self, column_px: f64) -> f64 {
        (self.columns.len() as f64 * column_px).max(self.label_px)
    }
}

/// Years that stand side by side.
type Band = Vec<Year>;

/// Widths of the parts of a band.
struct Plan {
    name_px: f64,
    total_px: f64,
    column_px: f64,
}

/// A drawn matrix.
pub struct DrawnMatrix {
    /// The picture.
    pub scene: Scene,
    /// In how many bands the years stand; none without rows.
    pub bands: usize,
}

/// The matrix. Each entry carries its id as `data-key`. Where all columns would be too narrow in one band, years stand in
/// several bands, each with those organisations that are named in them.
pub fn matrix(matrix: &Matrix, width: f64, meter: TextMeter, text: &MatrixText) -> DrawnMatrix {
    let (title, description) = (text.title.clone(), text.description.clone());
    let mut root = Group::new(Role::Plain);
    if matrix.rows.is_empty() {
        let height = push_empty(&mut root, &text.empty, width, &meter);
        let scene = Scene { width, height, title, description, text_scale: meter.scale, root };
        return DrawnMatrix { scene, bands: 0 };
    }
    let (plan, bands) = plan(matrix, width, meter, text);
    let mut y = 0.0;
    for band in &bands {
        let drawing = Drawing { matrix, band, is_whole: bands.len() == 1, plan: &plan, width, meter, text };
        if y > 0.0 {
            y += BAND_GAP_PX * meter.scale;
        }
        y = drawing.draw(&mut root, y);
    }
    y += PAD_PX * meter.scale;
    let height = y + push_more(&mut root, &text.more, (width, y), &meter);
    let scene = Scene { width, height, title, description, text_scale: meter.scale, root };
    DrawnMatrix { scene, bands: bands.len() }
}

/// The years of the columns, in order.
fn years(matrix: &Matrix, meter: TextMeter, dates: DateLabels) -> Vec<Year> {
    let mut years: Vec<(Option<i64>, Year)> = Vec::new();
    for (column, meeting) in matrix.meetings.iter().enumerate() {
        let year = day(&meeting.date.value).map(Day::year);
        match years.last_mut() {
            Some((last, known)) if *last == year => known.columns.push(column),
            _ => {
                let label: Arc<str> = year.map_or_else(|| "–".to_owned(), |year| year_number(year, dates)).into();
                let label_px = meter.width(&label, TypeSize::Small, true) + YEAR_GAP_PX * meter.scale;
                years.push((year, Year { label, label_px, columns: vec![column] }));
            }
        }
    }
    years.into_iter().map(|(_, year)| year).collect()
}

fn day(date: &Edtf) -> Option<Day> {
    date.earliest().or(date.latest())
}

/// The month of a meeting, where its date says one.
fn month(date: &Edtf) -> Option<String> {
    let date = date.start()?;
    let is_fine = matches!(date.precision(), Precision::Day | Precision::Month);
    Some(day(&date).filter(|_| is_fine)?.ymd().1.to_string())
}

/// How wide the parts are, and which years stand side by side.
fn plan(matrix: &Matrix, width: f64, meter: TextMeter, text: &MatrixText) -> (Plan, Vec<Band>) {
    let scale = meter.scale;
    let years = years(matrix, meter, text.dates);
    let whole = |total: usize| meter.width(&total.to_string(), TypeSize::Label, true) + 16.0 * scale;
    let widest = |most_px: f64| {
        let names = matrix.drawn().iter().map(|row| name(row, text, most_px, meter).width);
        names.chain([meter.width(&text.total, TypeSize::Small, false).min(most_px)]).fold(0.0, f64::max)
    };
    let all = |column_px: f64| years.iter().map(|year| year.width(column_px)).sum::<f64>();
    // In one band, if names may be narrower or wider.
    for most_px in [300.0, 240.0, 190.0, 165.0] {
        let (name_px, total_px) = (widest(most_px * scale), whole(matrix.total()));
        let room = width - 2.0 * PAD_PX * scale - name_px - total_px;
        let least = if most_px > 190.0 { BAND_COLUMN_PX } else { LEAST_COLUMN_PX } * scale;
        let steps = (0..).map(|step| MOST_COLUMN_PX * scale - f64::from(step) * 0.25);
        let fit = steps.take_while(|column_px| *column_px >= least).find(|column_px| all(*column_px) <= room);
        if let Some(column_px) = fit {
            return (Plan { name_px, total_px, column_px }, vec![years]);
        }
    }
    let most = matrix.rows.iter().map(|row| row.named.len()).fold(0, usize::max);
    let share_px = meter.width(&format!("{most}/{most}"), TypeSize::Small, false);
    let total_px = share_px.max(meter.width(&matrix.total().to_string(), TypeSize::Small, true)) + 12.0 * scale;
    let column_px = BAND_COLUMN_PX * scale;
    let room = width - 2.0 * PAD_PX * scale - total_px;
    let year_px = years.iter().map(|year| year.label_px).fold(column_px, f64::max);
    let name_px = widest((width * 0.26).clamp(84.0 * scale, 230.0 * scale).min(room - year_px));
    let room = (room - name_px).max(year_px);
    // As few bands as can be, about equally wide, and columns as wide as there is room for then.
    let fewest = bands(&years, room, column_px).len();
    let even = (0..).map(|step| room - f64::from(step) * 4.0).take_while(|even| *even >= year_px);
    let even = even.take_while(|even| bands(&years, *even, column_px).len() == fewest).last().unwrap_or(room);
    let plan = Plan { name_px, total_px, column_px: (column_px * room / even).min(MOST_COLUMN_PX * scale) };
    (plan, bands(&years, even, column_px))
}

/// Years side by side as far as there is room; a year with more columns than that goes on in the next band.
fn bands(years: &[Year], room: f64, column_px: f64) -> Vec<Band> {
    let most = ((room / column_px) as usize).max(1);
    let mut bands: Vec<Band> = Vec::new();
    let mut left = 0.0;
    for year in years {
        let pieces = year.columns.len().div_ceil(most);
        let even = year.columns.len().div_ceil(pieces);
        for columns in year.columns.chunks(even) {
            let piece = Year { label: year.label.clone(), label_px: year.label_px, columns: columns.to_vec() };
            let needed = piece.width(column_px);
            match bands.last_mut().filter(|_| needed <= left) {
                Some(band) => band.push(piece),
                None => {
                    left = room;
                    bands.push(vec![piece]);
                }
            }
            left -= needed;
        }
    }
    bands
}

/// A name in two lines; where it is longer, a shorter form of it: that beside or in brackets at its end, as in "… (SAC)", or the
/// shortest that is printed at a meeting; else as many lines as it needs.
fn name(row: &MatrixRow, text: &MatrixText, most_px: f64, meter: TextMeter) -> Wrapped {
    let words = (text.text)(&row.actor.name);
    let printed = row.named.iter().map(|(_, entry)| (text.text)(&entry.label));
    let printed = printed.min_by_key(|label| label.chars().count()).filter(|label| label.len() < words.len());
    let in_two = |words: &str| {
        let wrapped = wrap_label(&meter, words, TypeSize::Small, most_px, most_px, 2);
        (!is_cut(&wrapped)).then_some(wrapped)
    };
    let short = || in_two(short_form(&words)?);
    let printed = printed.as_deref();
    let found = in_two(&words).or_else(short).or_else(|| in_two(printed?));
    found.unwrap_or_else(|| lines(&meter, printed.unwrap_or(&words), TypeSize::Small, most_px))
}

/// The shorter of the two names in one that ends in another in brackets.
fn short_form(name: &str) -> Option<&str> {
    let inner = name.strip_suffix([')', '）'])?;
    let (before, within) = inner.rsplit_once(['(', '（'])?;
    let (before, within) = (before.trim(), within.trim());
    let shorter = if before.chars().count() < within.chars().count() { before } else { within };
    Some(shorter).filter(|shorter| !shorter.is_empty())
}

/// One band as it is drawn.
struct Drawing<'a> {
    matrix: &'a Matrix<'a>,
    band: &'a Band,
    is_whole: bool,
    plan: &'a Plan,
    width: f64,
    meter: TextMeter,
    text: &'a MatrixText<'a>,
}

impl Drawing<'_> {
    /// Draws it from `top` on and returns where it ends.
    fn draw(&self, root: &mut Group, top: f64) -> f64 {
        let Drawing { plan: &Plan { name_px, total_px, column_px }, meter, .. } = *self;
        let scale = meter.scale;
        let pad = PAD_PX * scale;
        let totals_x = pad + name_px + total_px - 6.0 * scale;
        let mut columns: Vec<(usize, f64)> = Vec::new();
        let mut starts = Vec::new();
        let mut x = pad + name_px + total_px;
        for year in self.band {
            starts.push((year, x));
            let places = (0_u32..).map(|at| x + (f64::from(at) + 0.5) * column_px);
            columns.extend(year.columns.iter().copied().zip(places));
            x += year.width(column_px);
        }
        let right = if self.is_whole { self.width - pad } else { x };
        // Years, and below them months.
        let line = meter.line(TypeSize::Small);
        for &(year, x) in &starts {
            write(root, Role::AxisMajor, x + 2.0 * scale, top + 18.0 * scale, &year.label, Anchor::Start);
        }
        for &(column, x) in &columns {
            if let Some(month) = month(&self.matrix.meetings[column].date.value) {
                write(root, Role::AxisMinor, x, top + 18.0 * scale + line, &month.into(), Anchor::Middle);
            }
        }
        let first = top + 18.0 * scale + line + 8.0 * scale;
        let mut y = first;
        let mut rules = Group::new(Role::Plain);
        let mut rows = Group::new(Role::Plain);
        for row in self.matrix.drawn() {
            let here: Vec<_> = columns.iter().filter_map(|&(at, x)| Some((at, x, row.at(at)?))).collect();
            if here.is_empty() {
                continue;
            }
            let words = name(row, self.text, name_px + 0.01, meter);
            let height = (words.lines.len() as f64 * line + 2.0 * ROW_PAD_PX * scale).max(LEAST_ROW_PX * scale);
            rules.push(Role::Grid, Shape::Line { x1: pad, y1: y, x2: right, y2: y });
            let middle = y + height / 2.0;
            let first_line = middle + (4.2 - (words.lines.len() as f64 - 1.0) * 8.0) * scale;
            for (at, words) in words.lines.iter().enumerate() {
                let baseline = first_line + at as f64 * line;
                write(&mut rows, Role::Label, pad, baseline, words, Anchor::Start);
            }
            let total =
                if self.is_whole { here.len().to_string() } else { format!("{}/{}", here.len(), row.named.len()) };
            write(&mut rows, Role::ChartText, totals_x, middle + 4.2 * scale, &total.into(), Anchor::End);
            for &(at, x, entry) in &here {
                let sentence = (self.text.entry)(row.actor, self.matrix.meetings[at], entry).into();
                let id: Arc<str> = entry.meta.id.to_string().into();
                let mut cell = Group::new(Role::Item).at(x, middle).toned(tone(entry.status));
                cell = cell.target(KeyKind::Item, id, sentence);
                let (half, up) = (column_px / 2.0, height / 2.0);
                cell.push(Role::Hit, Rect::between(-half, -up, half, up).shape(3.0));
                push_presence(&mut cell, entry.status, 0.0, 0.0, scale);
                rows.add(cell);
            }
            y += height;
        }
        for &(_, x) in starts.iter().skip(1) {
            rules.push(Role::GridMajor, Shape::Line { x1: x, y1: first, x2: x, y2: y });
        }
        rules.push(Role::TrackRule, Shape::Line { x1: pad, y1: first, x2: right, y2: first });
        rules.push(Role::AxisLine, Shape::Line { x1: pad, y1: y, x2: right, y2: y });
        root.add(rules);
        root.add(rows);
        // Sums of the columns, and of all of them.
        let baseline = y + 17.0 * scale;
        let total = wrap_label(&meter, &self.text.total, TypeSize::Small, name_px, name_px, 2);
        for (at, words) in total.lines.iter().enumerate() {
            write(root, Role::ChartText, pad, baseline + at as f64 * line, words, Anchor::Start);
        }
        let sums: Vec<usize> = columns.iter().map(|&(column, _)| self.matrix.column_total(column)).collect();
        for (&(_, x), sum) in columns.iter().zip(&sums) {
            write(root, Role::ChartText, x, baseline, &sum.to_string().into(), Anchor::Middle);
        }
        let sum = sums.iter().sum::<usize>().to_string();
        write(root, Role::AxisMajor, totals_x, baseline, &sum.into(), Anchor::End);
        baseline + (total.lines.len() as f64 - 1.0) * line + 5.0 * scale
    }
}

fn write(group: &mut Group, role: Role, x: f64, y: f64, content: &Arc<str>, anchor: Anchor) {
    group.push(role, Shape::Text { x, y, content: content.clone(), size: TypeSize::Small, anchor });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_short_form_is_within_or_before_brackets_at_the_end() {
        assert_eq!(short_form("Standardization Administration of China (SAC)"), Some("SAC"));
        assert_eq!(short_form("国家标准化管理委员会（国标委）"), Some("国标委"));
        assert_eq!(short_form("UL (Underwriters Laboratories)"), Some("UL"));
        assert_eq!(short_form("DIN"), None);
        assert_eq!(short_form("DIN (Germany) e. V."), None);
        assert_eq!(short_form("x ()"), None);
    }

    #[test]
    fn a_long_year_goes_on_in_the_next_band() {
        let year =
            |columns: std::ops::Range<usize>| Year { label: "".into(), label_px: 30.0, columns: columns.collect() };
        let bands = bands(&[year(0..1), year(1..8), year(8..10)], 100.0, 24.0);
        let shape: Vec<Vec<usize>> =
            bands.iter().map(|band| band.iter().map(|one| one.columns.len()).collect()).collect();
        assert_eq!(shape, [vec![1], vec![4], vec![3], vec![2]]);
    }
}
