//! How wide text is, and where it breaks, without asking the page: native and browser pictures are the same.
//!
//! Widths are those of Helvetica and its kin, close to the sans fonts of today's systems. Where the real font is known
//! (the page can measure one string per script), a factor corrects them.

use std::sync::Arc;

use crate::scene::TypeSize;

/// Advance widths of ASCII from space to tilde, in thousandths of an em.
#[rustfmt::skip]
const ASCII: [u16; 95] = [
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278,
    556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556,
    1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778,
    667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556,
    333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556,
    556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
];
/// How much wider semibold letters are, in fonts that have only bold ones instead.
pub const BOLD: f64 = 1.16;

/// How much wider than the table the letters of the widest font are that systems show by default (DejaVu Sans, Verdana).
const WIDEST: f64 = 1.17;

/// How wide text is on this reader's screen.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TextMeter {
    /// Root font size divided by 16 px.
    pub scale: f64,
    /// Measured width of Latin text divided by the width of the table.
    pub latin: f64,
    /// Measured width of a Chinese character divided by 1 em.
    pub cjk: f64,
}

impl Default for TextMeter {
    fn default() -> TextMeter {
        TextMeter { scale: 1.0, latin: 1.0, cjk: 1.0 }
    }
}

impl TextMeter {
    /// A string to measure Latin letters by: its width in the page at `px` divided by [`TextMeter::width_px`] of the
    /// default meter is [`TextMeter::latin`].
    pub const SAMPLE: &str = "Standardization Administration of China, 2019: 96 products; GB/T 20000";

    /// As wide as text can be with the usual fonts of other machines, for what is looked at elsewhere.
    pub fn anywhere(self) -> TextMeter {
        TextMeter { latin: self.latin.max(WIDEST), ..self }
    }

    /// Width of a text in one line.
    pub fn width(&self, text: &str, size: TypeSize, bold: bool) -> f64 {
        self.width_px(text, size.px() * self.scale, bold)
    }

    /// Width of a text in one line at a font size in px.
    pub fn width_px(&self, text: &str, font_px: f64, bold: bool) -> f64 {
        text.chars().map(|letter| self.advance(letter)).sum::<f64>() * font_px * if bold { BOLD } else { 1.0 }
    }

    /// Distance of two lines.
    pub fn line(&self, size: TypeSize) -> f64 {
        size.line_px() * self.scale
    }

    /// Width of a letter in em.
    fn advance(&self, letter: char) -> f64 {
        match letter as u32 {
            code @ 0x20..=0x7e => f64::from(ASCII[code as usize - 0x20]) / 1_000.0 * self.latin,
            0..0x20 | 0x7f..0xa0 | 0x300..0x370 | 0x200b..=0x200f | 0xfe00..=0xfe0f => 0.0,
            // Letters with accents, Greek and Cyrillic.
            0xa0..0x530 => 0.58 * self.latin,
            0x2010..=0x2027 => 0.6 * self.latin,
            _ if is_cjk(letter) => self.cjk,
            0x1f000..=0x1ffff => 1.25,
            _ => 0.75 * self.latin,
        }
    }
}

/// Whether a letter is as wide as it is high, and lines may break beside it.
pub fn is_cjk(letter: char) -> bool {
    matches!(letter as u32, 0x1100..=0x115f | 0x2e80..=0x303e | 0x3041..=0xa4cf | 0xac00..=0xd7a3 | 0xf900..=0xfaff
        | 0xfe30..=0xfe4f | 0xff00..=0xff60 | 0xffe0..=0xffe6 | 0x20000..=0x3fffd)
}

/// A text in lines.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Wrapped {
    /// At least one, the last one with an ellipsis where the text is longer.
    pub lines: Vec<Arc<str>>,
    /// Width of the widest.
    pub width: f64,
}

/// Breaks a label into as many lines as it needs, at most `most_lines`, none wider than `max_px`. Within that the lines
/// are made as equal as can be, so that the label is as narrow as can be; a label up to `single_px` stays in one line.
pub fn wrap_label(
    meter: &TextMeter,
    text: &str,
    size: TypeSize,
    max_px: f64,
    single_px: f64,
    most_lines: usize,
) -> Wrapped {
    let pieces = Pieces::of(meter, text, size);
    let total = pieces.width(0, pieces.len());
    if total <= single_px.min(max_px) || most_lines < 2 && total <= max_px {
        return Wrapped { lines: vec![text.trim().into()], width: total };
    }
    if most_lines == 2 && pieces.len() > 1 {
        // Two lines, the usual case: the best of all breaks.
        let last = pieces.len();
        let widest = |at: usize| pieces.width(0, at).max(pieces.width(at, last));
        let best = (1..last).rev().min_by(|&a, &b| widest(a).total_cmp(&widest(b))).unwrap_or(last);
        return if widest(best) <= max_px {
            pieces.wrapped(&[(0, best), (best, last)])
        } else {
            pieces.cut(meter, size, max_px, most_lines)
        };
    }
    // The narrowest width at which the text fits, by bisection.
    let fits = |width: f64| pieces.fill(width, most_lines).1 == pieces.len();
    if !fits(max_px) {
        return pieces.cut(meter, size, max_px, most_lines);
    }
    let (mut low, mut high) = (0.0, max_px);
    while high - low > 0.5 {
        let middle = (low + high) / 2.0;
        if fits(middle) { high = middle } else { low = middle }
    }
    pieces.wrapped(&pieces.fill(high, most_lines).0)
}

/// A text in pieces between which a line may break.
struct Pieces<'a> {
    text: &'a str,
    /// Where each piece ends in the text, spaces included.
    ends: Vec<usize>,
    /// Width of everything up to the end of each piece, and of its spaces at the end.
    reach: Vec<(f64, f64)>,
}

impl<'a> Pieces<'a> {
    fn of(meter: &TextMeter, text: &'a str, size: TypeSize) -> Pieces<'a> {
        let text = text.trim();
        let em = size.px() * meter.scale;
        let (mut ends, mut reach) = (Vec::new(), Vec::new());
        let (mut width, mut spaces) = (0.0, 0.0);
        let mut letters = text.char_indices().peekable();
        while let Some((at, letter)) = letters.next() {
            let advance = meter.advance(letter) * em;
            width += advance;
            spaces = if letter == ' ' { spaces + advance } else { 0.0 };
            let next = letters.peek().map(|&(_, next)| next);
            // A hyphen near the start of a word ("e-bikes") is no place to break.
            let since = at - ends.last().copied().unwrap_or(0);
            if next.is_none_or(|next| may_break(letter, next) && (letter != '-' || since > 3)) {
                ends.push(at + letter.len_utf8());
                reach.push((width, spaces));
            }
        }
        Pieces { text, ends, reach }
    }

    fn len(&self) -> usize {
        self.ends.len()
    }

    /// Width of a run of pieces without the spaces at its end.
    fn width(&self, from: usize, to: usize) -> f64 {
        let before = from.checked_sub(1).map_or(0.0, |last| self.reach[last].0);
        to.checked_sub(1).map_or(0.0, |last| self.reach[last].0 - self.reach[last].1 - before)
    }

    fn slice(&self, from: usize, to: usize) -> &'a str {
        let start = from.checked_sub(1).map_or(0, |last| self.ends[last]);
        let end = to.checked_sub(1).map_or(0, |last| self.ends[last]);
        self.text.get(start..end).unwrap_or_default().trim()
    }

    /// Fills lines of a width; the runs, and how many pieces found room. A line may be empty where a piece is too wide.
    fn fill(&self, width: f64, most_lines: usize) -> (Vec<(usize, usize)>, usize) {
        let mut lines = Vec::with_capacity(most_lines);
        let mut from = 0;
        while from < self.len() && lines.len() < most_lines {
            let mut to = from;
            while to < self.len() && self.width(from, to + 1) <= width {
                to += 1;
            }
            if to == from {
                break;
            }
            lines.push((from, to));
            from = to;
        }
        (lines, from)
    }

    fn wrapped(&self, lines: &[(usize, usize)]) -> Wrapped {
        let width = lines.iter().map(|&(from, to)| self.width(from, to)).fold(0.0, f64::max);
        Wrapped { lines: lines.iter().map(|&(from, to)| self.slice(from, to).into()).collect(), width }
    }

    /// Fills what there is and ends in an ellipsis.
    fn cut(&self, meter: &TextMeter, size: TypeSize, max_px: f64, most_lines: usize) -> Wrapped {
        let (mut runs, _) = self.fill(max_px, most_lines.saturating_sub(1));
        let from = runs.last().map_or(0, |&(_, to)| to);
        let mut wrapped = self.wrapped(&runs);
        runs.clear();
        let rest = self.slice(from, self.len());
        let mut end = 0;
        let mut width = meter.width("…", size, false);
        for (at, letter) in rest.char_indices() {
            width += meter.advance(letter) * size.px() * meter.scale;
            if width > max_px {
                break;
            }
            end = at + letter.len_utf8();
        }
        let line = format!("{}…", rest[..end].trim_end_matches([' ', ',', ';', ':', '，', '、', '；', '：']));
        wrapped.width = wrapped.width.max(meter.width(&line, size, false));
        wrapped.lines.push(line.into());
        wrapped
    }
}

/// Whether a line may end after `letter` when `next` follows.
fn may_break(letter: char, next: char) -> bool {
    const NEVER_FIRST: &str = "，。、；：！？）》」』】〉〕％%…·,.;:!?)]}”’";
    const NEVER_LAST: &str = "（《「『【〈〔([{“‘";
    if next == ' ' || NEVER_FIRST.contains(next) || NEVER_LAST.contains(letter) {
        return false;
    }
    letter == ' ' || matches!(letter, '-' | '–' | '—') && next.is_alphabetic() || is_cjk(letter) || is_cjk(next)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn wrap(text: &str) -> Vec<String> {
        let wrapped = wrap_label(&TextMeter::default(), text, TypeSize::Label, 190.0, 90.0, 2);
        wrapped.lines.iter().map(|line| line.to_string()).collect()
    }

    #[test]
    fn lines_are_even() {
        assert_eq!(wrap("SAC formed"), ["SAC formed"]);
        assert_eq!(
            wrap("First CCC catalogue: 19 categories, 132 products"),
            ["First CCC catalogue: 19", "categories, 132 products"]
        );
        assert_eq!(wrap("第一批实施强制性产品认证的产品目录"), ["第一批实施强制性产", "品认证的产品目录"]);
        assert_eq!(wrap("国家标准化发展纲要（二〇二一年），全文"), ["国家标准化发展纲要", "（二〇二一年），全文"]);
    }

    #[test]
    fn what_is_too_long_ends_in_an_ellipsis() {
        let lines = wrap(
            "State Council opinions on further strengthening the system of standards, conformity assessment and more",
        );
        assert_eq!(lines.len(), 2);
        assert!(lines[1].ends_with('…'), "{lines:?}");
        assert_eq!(wrap(&"x".repeat(200)).len(), 1);
    }

    proptest! {
        #[test]
        fn labels_keep_their_room(text in "[a-z ，。（）中文国标A-Z0-9-]{1,120}", max in 60.0..300.0f64) {
            prop_assume!(!text.trim().is_empty());
            let meter = TextMeter::default();
            let wrapped = wrap_label(&meter, &text, TypeSize::Label, max, max / 2.0, 2);
            prop_assert!((1..=2).contains(&wrapped.lines.len()));
            prop_assert!(wrapped.width <= max + 0.01);
            for line in &wrapped.lines {
                prop_assert!(meter.width(line, TypeSize::Label, false) <= wrapped.width + 0.01, "{line:?} {wrapped:?}");
            }
            let joined: String = wrapped.lines.concat();
            let plain = |text: &str| text.chars().filter(|letter| *letter != ' ').collect::<String>();
            if !joined.ends_with('…') {
                prop_assert_eq!(plain(&joined), plain(&text));
            }
        }

        #[test]
        fn any_text_is_wrapped(text in any::<String>(), max in 0.0..300.0f64) {
            let wrapped = wrap_label(&TextMeter::default(), &text, TypeSize::Label, max, 90.0, 2);
            prop_assert!(!wrapped.lines.is_empty());
        }
    }
}
