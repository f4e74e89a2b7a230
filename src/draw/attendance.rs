//! Who came to one meeting: the numbers that are stated, the shares that are stated, and the organisations that are named.
//! The three are shown side by side and never computed from one another.

use std::sync::Arc;

use super::{
    presence::{push_presence, tone},
    words::{lines, push_empty},
};
use crate::{
    i18n::{Words, number},
    layout::text::{BOLD, TextMeter, Wrapped},
    model::{Group as Share, Item, Meeting, Organisation, Qualifier, Text, Total},
    order,
    query::{base_of, is_percent},
    scene::{Anchor, Group, KeyKind, PathBuilder, Rect, Role, Scene, Shape, Tone, TypeSize},
};

/// How a meeting is told.
pub struct Telling<'a> {
    /// Name of the figure.
    pub title: Arc<str>,
    /// The words of the page.
    pub words: &'a Words,
    /// A text of the briefing in the reader's language.
    pub text: &'a dyn Fn(&Text) -> String,
    /// The word for the kind of an organisation, where it is known.
    pub kind: &'a dyn Fn(&Organisation) -> Option<String>,
}

const PAD_PX: f64 = 16.0;
const SECTION_PX: f64 = 22.0;
const BAR_PX: f64 = 22.0;
const SIGN_PX: f64 = 22.0;
/// Kinds stand beside their organisations from this width on, and above them below it.
const BESIDE_PX: f64 = 560.0;
/// Room that a name asks for, and what it gets at least.
const NAME_PX: f64 = 190.0;
const LEAST_NAME_PX: f64 = 110.0;
const LEAST_ROW_PX: f64 = 26.0;

/// The attendance of a meeting. Each number, share and organisation carries its id as `data-key`.
pub fn attendance(meeting: Option<&Item<Meeting>>, width: f64, meter: TextMeter, telling: &Telling) -> Scene {
    let mut drawing = Drawing { root: Group::new(Role::Plain), y: 0.0, width, meter, telling };
    let empty = match meeting {
        None => Some("attendance-no-meeting"),
        Some(meeting) => drawing.meeting(meeting),
    };
    if let Some(key) = empty {
        drawing.y = push_empty(&mut drawing.root, &telling.words.text(key), width, &meter);
    }
    let description = meeting.map_or_else(String::new, |meeting| summary(meeting, telling)).into();
    let (title, height) = (telling.title.clone(), drawing.y);
    Scene { width, height, title, description, text_scale: meter.scale, root: drawing.root }
}

/// Everything that is stated of numbers, in a line.
fn summary(meeting: &Meeting, telling: &Telling) -> String {
    let attendance = &meeting.attendance;
    let totals = attendance.totals.iter().map(|total| total_words(total, telling));
    totals.chain(shares_words(&attendance.groups, telling)).collect::<Vec<_>>().join("; ")
}

/// A stated number with whom it counts.
pub fn total_words(total: &Total, telling: &Telling) -> String {
    let shown = telling.words.quantity(total.value.value, total.qualifier, None);
    match &total.who {
        Some(who) => format!("{shown} {}", (telling.text)(who)),
        None => shown,
    }
}

/// Shares of one whole in a line: that of which, and out of how many, are said once.
pub fn shares_words(shares: &[Item<Share>], telling: &Telling) -> Option<String> {
    let words = telling.words;
    let whole = |share: &Share| share.whole.as_ref().map(telling.text);
    let first = shares.first()?;
    let base = based(first, words);
    let is_alike = |share: &Item<Share>| whole(share) == whole(first) && based(share, words) == base;
    if base.is_none() || !shares.iter().all(is_alike) {
        return Some(shares.iter().map(|share| share_words(share, telling)).collect::<Vec<_>>().join("; "));
    }
    let part = |share: &Item<Share>| format!("{} {}", value_words(share, telling), (telling.text)(&share.label));
    let parts = shares.iter().map(part).collect::<Vec<_>>().join("; ");
    let heading = shares_heading(whole(first), words);
    let listed = words.text_with("labelled", &[("label", heading.into()), ("words", parts.into())]);
    Some(words.text_with("with-base", &[("words", listed.into()), ("base", base.unwrap_or_default().into())]))
}

/// What shares are of.
fn shares_heading(whole: Option<String>, words: &Words) -> String {
    match whole {
        Some(whole) => words.text_with("attendance-shares-of", &[("whole", whole.into())]),
        None => words.text("attendance-shares"),
    }
}

fn value_words(share: &Share, telling: &Telling) -> String {
    let unit = share.unit.as_ref().map(telling.text);
    telling.words.quantity(share.value.value, share.qualifier, unit.as_deref())
}

/// A share with its part and its whole.
pub fn share_words(share: &Share, telling: &Telling) -> String {
    let part = format!("{} {}", value_words(share, telling), (telling.text)(&share.label));
    let part = match &share.whole {
        Some(whole) => format!("{part} {} {}", telling.words.text("of-whole"), (telling.text)(whole)),
        None => part,
    };
    match based(share, telling.words) {
        Some(base) => telling.words.text_with("with-base", &[("words", part.into()), ("base", base.into())]),
        None => part,
    }
}

/// How many out of how many, of a share in percent, where it is stated or not.
fn based(share: &Share, words: &Words) -> Option<String> {
    is_percent(share.unit.as_ref()).then(|| base_of(share.part, share.base, words))
}

/// An organisation with its capacity and seat.
pub fn organisation_words(one: &Organisation, telling: &Telling) -> String {
    let words = telling.words;
    let seat = one.seat.as_ref().map_or_else(|| words.text("seat-not-stated"), telling.text);
    let values = [
        ("organisation", (telling.text)(&one.label).into()),
        ("capacity", words.text(&format!("presence-{}", one.status.word())).into()),
        ("seat", seat.into()),
    ];
    words.text_with("attendance-organisation", &values)
}

/// What the shares come to: a sum that misses the whole is said. `None` where there is nothing to add.
pub fn sum_words(shares: &[Item<Share>], words: &Words) -> Option<String> {
    let shares = || shares.iter().filter(|share| is_percent(share.unit.as_ref()));
    if shares().count() < 2 {
        return None;
    }
    let sum: f64 = shares().map(|share| share.value.value).sum();
    let tolerance = shares().filter_map(|share| share.tolerance).fold(0.0, f64::max);
    let sum_words = number((sum * 100.0).round() / 100.0).into();
    if (sum - 100.0).abs() <= tolerance + 1e-9 {
        return Some(words.text_with("shares-whole", &[("sum", sum_words)]));
    }
    let cause = shares().find_map(|share| share.cause.as_deref()).unwrap_or("unknown");
    Some(words.text_with("shares-miss", &[("sum", sum_words), ("cause", cause.into())]))
}

/// Organisations of one kind.
type Kind<'a> = (Option<String>, Vec<&'a Item<Organisation>>);

/// The organisations by kind: the most frequent kind first, where none is stated last.
fn by_kind<'a>(organisations: &'a [Item<Organisation>], telling: &Telling) -> Vec<Kind<'a>> {
    let mut kinds: Vec<Kind> = Vec::new();
    for one in organisations {
        let kind = (telling.kind)(one);
        match kinds.iter_mut().find(|(known, _)| *known == kind) {
            Some((_, list)) => list.push(one),
            None => kinds.push((kind, vec![one])),
        }
    }
    let sorted = order::in_order(&kinds, &|a, b| a.0.is_none().cmp(&b.0.is_none()).then(b.1.len().cmp(&a.1.len())));
    sorted.into_iter().cloned().collect()
}

struct Drawing<'a> {
    root: Group,
    /// Where the next part begins.
    y: f64,
    width: f64,
    meter: TextMeter,
    telling: &'a Telling<'a>,
}

impl Drawing<'_> {
    fn px(&self, px: f64) -> f64 {
        px * self.meter.scale
    }

    /// Width between the margins.
    fn room(&self) -> f64 {
        self.width - 2.0 * self.px(PAD_PX)
    }

    /// Draws a meeting, or says what there is to say instead.
    fn meeting(&mut self, meeting: &Item<Meeting>) -> Option<&'static str> {
        let attendance = &meeting.attendance;
        let (totals, shares) = (&attendance.totals, &attendance.groups);
        if totals.is_empty() && shares.is_empty() && attendance.organisations.is_empty() {
            return Some("attendance-not-stated");
        }
        self.y = self.px(PAD_PX);
        if totals.is_empty() {
            self.paragraph(Role::LegendText, TypeSize::Small, &self.telling.words.text("attendance-not-stated"));
        }
        self.totals(totals);
        if !shares.is_empty() {
            self.begin();
            self.shares(shares);
        }
        if !attendance.organisations.is_empty() {
            self.begin();
            self.organisations(&attendance.organisations, totals);
        }
        self.y += self.px(PAD_PX);
        None
    }

    /// Leaves room above a section and draws the line that divides it from the one before.
    fn begin(&mut self) {
        self.y += self.px(SECTION_PX) / 2.0;
        let (x1, x2, y) = (self.px(PAD_PX), self.width - self.px(PAD_PX), self.y.round() + 0.5);
        self.root.push(Role::Grid, Shape::Line { x1, y1: y, x2, y2: y });
        self.y += self.px(SECTION_PX) / 2.0;
    }

    /// Writes a text over the whole width.
    fn paragraph(&mut self, role: Role, size: TypeSize, words: &str) {
        let (x, y, room) = (self.px(PAD_PX), self.y, self.room());
        let mut root = std::mem::take(&mut self.root);
        self.y = self.write(&mut root, role, size, words, (x, y), room);
        self.root = root;
    }

    /// Writes a text from its upper left corner on; returns where it ends.
    fn write(&self, group: &mut Group, role: Role, size: TypeSize, words: &str, (x, y): (f64, f64), room: f64) -> f64 {
        // Bold letters are wider than the lines are broken for.
        let room = if role == Role::Title { room / BOLD } else { room };
        let wrapped = lines(&self.meter, words, size, room);
        let line = self.meter.line(size);
        let first = y + size.px() * self.meter.scale;
        for (at, words) in wrapped.lines.iter().enumerate() {
            let (content, anchor) = (words.clone(), Anchor::Start);
            group.push(role, Shape::Text { x, y: first + at as f64 * line, content, size, anchor });
        }
        y + wrapped.lines.len() as f64 * line + self.px(2.0)
    }

    /// Something that can be reached in this place, with what `draw` puts in front of it.
    fn target(&mut self, id: &str, name: String, tone: Tone, rect: Rect, draw: &dyn Fn(&mut Group)) {
        let mut group = Group::new(Role::Item).toned(tone).target(KeyKind::Item, id.into(), name.into());
        group.push(Role::Hit, rect.shape(3.0));
        draw(&mut group);
        self.root.add(group);
    }

    /// The numbers that are stated, each with a bar that is open where the number is.
    fn totals(&mut self, totals: &[Item<Total>]) {
        let most = totals.iter().map(|total| total.value.value).fold(1.0, f64::max);
        for (at, total) in totals.iter().enumerate() {
            if at > 0 {
                self.y += self.px(8.0);
            }
            let (x, top, room) = (self.px(PAD_PX), self.y, self.room());
            let said = total_words(total, self.telling);
            let mut words = Group::new(Role::Plain);
            let bar_top = self.write(&mut words, Role::Title, TypeSize::Title, &said, (x, top), room) + self.px(4.0);
            let height = self.px(10.0);
            // An arrow needs room beside the longest bar.
            let longest = room - self.px(40.0);
            let length = (total.value.value / most).clamp(0.0, 1.0) * longest;
            let bar = Rect { x, y: bar_top, width: length.max(2.0), height };
            let (is_open, is_exact) = (
                matches!(total.qualifier, Qualifier::MoreThan | Qualifier::AtLeast),
                total.qualifier == Qualifier::Exact,
            );
            let (end, middle, head) = (bar.right(), bar_top + height / 2.0, self.px(6.0));
            let tip = end + self.px(32.0);
            let bottom = bar.bottom() + self.px(4.0);
            let hit = Rect::between(x - self.px(6.0), top - self.px(2.0), x + room + self.px(6.0), bottom);
            self.target(&total.meta.id, said, Tone::of_index(0), hit, &|group| {
                group.push(if is_open || is_exact { Role::Bar } else { Role::BarUncertain }, bar.shape(2.0));
                if is_open {
                    let arrow = PathBuilder::from(end + 3.0, middle).to(tip, middle);
                    let arrow = arrow.jump(tip - head, middle - head).to(tip, middle).to(tip - head, middle + head);
                    group.push(Role::Edge, arrow.open());
                }
            });
            self.root.children.extend(words.children);
            self.y = bottom + self.px(4.0);
            if is_open {
                let qualifier = [("qualifier", total.qualifier.word().into())];
                let said = self.telling.words.text_with("attendance-open", &qualifier);
                self.paragraph(Role::LegendText, TypeSize::Small, &said);
            }
        }
    }

    /// The shares as one bar that stands for 100 %, and what they come to.
    fn shares(&mut self, shares: &[Item<Share>]) {
        let telling = self.telling;
        let (x, room, size) = (self.px(PAD_PX), self.room(), TypeSize::Small);
        let (gap, line) = (self.px(2.0), self.meter.line(size));
        let percent: Vec<&Item<Share>> = shares.iter().filter(|share| is_percent(share.unit.as_ref())).collect();
        let others = shares.iter().filter(|share| !is_percent(share.unit.as_ref()));
        let whole = percent.iter().filter_map(|share| share.whole.as_ref()).map(telling.text).next();
        let said = shares_heading(whole, telling.words);
        self.paragraph(Role::Title, TypeSize::Label, &said);
        self.y += self.px(6.0);
        if !percent.is_empty() {
            let sum = percent.iter().map(|share| share.value.value.max(0.0)).sum::<f64>().max(100.0);
            let bar = Rect { x, y: self.y, width: room, height: self.px(BAR_PX) };
            self.root.push(Role::Chip, bar.shape(2.0));
            // A label below its part where all have room there; else a line each.
            let width = |share: &Share| (share.value.value.max(0.0) / sum * room - gap).max(1.0);
            let label = |share: &Share| [value_words(share, telling), (telling.text)(&share.label)];
            let fits = |share: &&&Item<Share>| {
                let widths = label(share).map(|words| self.meter.width(&words, size, true));
                widths[0].max(widths[1]) + self.px(6.0) <= width(share)
            };
            let is_direct = percent.iter().filter(fits).count() == percent.len();
            let mut left = x;
            let mut list = bar.bottom() + self.px(8.0);
            for (at, share) in percent.iter().enumerate() {
                let tone = Tone::of_index(at);
                let part = Rect { x: left, y: bar.y, width: width(share), height: bar.height };
                let [value, name] = label(share);
                let name_of = share_words(share, telling);
                let mut words = Group::new(Role::Plain);
                if is_direct {
                    let under = (left + self.px(1.0), bar.bottom() + self.px(3.0));
                    let next = self.write(&mut words, Role::Title, size, &value, under, part.width * 1.2);
                    let end = self.write(&mut words, Role::Label, size, &name, (under.0, next - self.px(2.0)), room);
                    let hit = Rect::between(part.x, part.y, part.right(), end + self.px(2.0));
                    self.target(&share.meta.id, name_of, tone, hit, &|group| group.push(Role::Bar, part.shape(0.0)));
                    list = end + self.px(4.0);
                } else {
                    let swatch = Rect { x, y: list + self.px(7.0), width: self.px(12.0), height: self.px(12.0) };
                    let words_x = x + self.px(20.0);
                    let place = (words_x, list + self.px(4.0));
                    let end = self.write(
                        &mut words,
                        Role::Label,
                        size,
                        &format!("{value} {name}"),
                        place,
                        room - self.px(20.0),
                    );
                    let end = end.max(list + self.px(LEAST_ROW_PX));
                    let hit = Rect::between(x - self.px(4.0), list, x + room, end);
                    self.target(&share.meta.id, name_of, tone, hit, &|group| {
                        group.push(Role::Bar, part.shape(0.0));
                        group.push(Role::Bar, swatch.shape(2.0));
                    });
                    list = end;
                }
                self.root.children.extend(words.children);
                left += width(share) + gap;
            }
            self.y = list;
        }
        for share in others {
            let said = share_words(share, telling);
            let mut words = Group::new(Role::Plain);
            let end = self.write(&mut words, Role::Label, size, &said, (x, self.y + self.px(4.0)), room);
            let end = end.max(self.y + line + self.px(10.0));
            let hit = Rect::between(x - self.px(4.0), self.y, x + room, end);
            self.target(&share.meta.id, said, Tone::of_index(0), hit, &|_| {});
            self.root.children.extend(words.children);
            self.y = end;
        }
        if let Some(sum) = sum_words(shares, telling.words) {
            self.y += self.px(4.0);
            let (first, next) = (sum, telling.words.text("attendance-not-computed"));
            let said = telling.words.text_with("series-then", &[("first", first.into()), ("next", next.into())]);
            self.paragraph(Role::LegendText, size, &said);
        }
    }

    /// The organisations that are named: a row a kind, a sign each.
    fn organisations(&mut self, organisations: &[Item<Organisation>], totals: &[Item<Total>]) {
        let (telling, words) = (self.telling, self.telling.words);
        let count = organisations.len();
        self.paragraph(
            Role::Title,
            TypeSize::Label,
            &words.text_with("organisations-count", &[("count", count.into())]),
        );
        let stated: Vec<String> = totals.iter().map(|total| total_words(total, telling)).collect();
        let values = [("count", count.into()), ("stated", stated.join("; ").into())];
        let said = if totals.is_empty() {
            words.text("attendance-named-only")
        } else {
            words.text_with("attendance-apart", &values)
        };
        self.paragraph(Role::LegendText, TypeSize::Small, &said);
        self.y += self.px(8.0);
        for (kind, list) in by_kind(organisations, telling) {
            let kind = kind.unwrap_or_else(|| words.text("kind-not-stated"));
            self.kind(&format!("{kind} ({})", list.len()), &list);
        }
    }

    fn kind(&mut self, kind: &str, list: &[&Item<Organisation>]) {
        let telling = self.telling;
        let (pad, size) = (self.px(PAD_PX), TypeSize::Small);
        let is_beside = self.width >= self.px(BESIDE_PX);
        let kind_px = if is_beside { self.px(150.0) } else { 0.0 };
        let room = self.room() - kind_px;
        let sign_px = self.px(SIGN_PX);
        let most = (room / (sign_px + self.px(LEAST_NAME_PX))).floor().max(1.0);
        let columns = (room / (sign_px + self.px(NAME_PX))).floor().max(most.min(2.0));
        let cell_px = room / columns;
        let name_px = cell_px - sign_px - self.px(8.0);
        let mut root = std::mem::take(&mut self.root);
        let kind_end = self.write(
            &mut root,
            Role::Label,
            size,
            kind,
            (pad, self.y + self.px(5.0)),
            if is_beside { kind_px - self.px(12.0) } else { room },
        );
        self.root = root;
        let mut y = if is_beside { self.y } else { kind_end + self.px(1.0) };
        for row in list.chunks(columns as usize) {
            let names: Vec<Wrapped> =
                row.iter().map(|one| lines(&self.meter, &(telling.text)(&one.label), size, name_px)).collect();
            let most = names.iter().map(|name| name.lines.len()).fold(1, usize::max);
            let line = self.meter.line(size) - self.px(2.0);
            let height = (most as f64 * line + self.px(10.0)).max(self.px(LEAST_ROW_PX));
            for (at, (one, name)) in row.iter().zip(&names).enumerate() {
                let x = pad + kind_px + at as f64 * cell_px;
                let hit = Rect { x: x - self.px(4.0), y, width: cell_px - self.px(2.0), height };
                let (middle, first) = (y + self.px(13.0), y + self.px(17.2));
                let scale = self.meter.scale;
                self.target(&one.meta.id, organisation_words(one, telling), tone(one.status), hit, &|group| {
                    push_presence(group, one.status, x + 7.0 * scale, middle, scale);
                });
                for (at, words) in name.lines.iter().enumerate() {
                    let (content, anchor) = (words.clone(), Anchor::Start);
                    let place = Shape::Text { x: x + sign_px, y: first + at as f64 * line, content, size, anchor };
                    self.root.push(Role::Label, place);
                }
            }
            y += height;
        }
        self.y = y.max(kind_end) + self.px(4.0);
    }
}
