//! Pairs of `*` and `_` runs, as CommonMark pairs them.

/// A run of `*` or `_`.
#[derive(Default)]
pub(super) struct Run {
    pub mark: u8,
    /// Marks that are not paired.
    pub left: usize,
    /// How many marks each end here took, in order: 1 for emphasis, 2 for strong.
    pub closes: Vec<usize>,
    /// The same for what begins here, the innermost first.
    pub opens: Vec<usize>,
    length: usize,
    can_open: bool,
    can_close: bool,
}

impl Run {
    /// A run between two characters; `None` where the words begin or end.
    pub fn new(mark: u8, length: usize, before: Option<char>, after: Option<char>) -> Self {
        let [before, after] = [before.unwrap_or(' '), after.unwrap_or(' ')];
        let is_edge = |c: char| c.is_whitespace() || is_punctuation(c) || mark == b'*' && is_east_asian(c);
        let goes = |from: char, to: char| !to.is_whitespace() && (!is_punctuation(to) || is_edge(from));
        let (opens, closes) = (goes(before, after), goes(after, before));
        let in_word = mark == b'_' && opens && closes;
        Run {
            mark,
            length,
            left: length,
            can_open: opens && (!in_word || is_punctuation(before)),
            can_close: closes && (!in_word || is_punctuation(after)),
            ..Run::default()
        }
    }

    /// The rule of three: runs that could do both pair only with lengths that cannot be mistaken.
    fn pairs_with(&self, close: &Run) -> bool {
        self.mark == close.mark
            && (!(self.can_close || close.can_open)
                || !(self.length + close.length).is_multiple_of(3)
                || self.length.is_multiple_of(3))
    }

    /// Runs of one kind find the same partners when they close.
    fn kind(&self) -> usize {
        self.length % 3 + 3 * usize::from(self.can_open) + 6 * usize::from(self.mark == b'_')
    }
}

/// Pairs runs; `unpaired`: which ones, in order.
pub(super) fn pair(runs: &mut [Run], unpaired: &[usize]) {
    // Runs that may still open, and per kind the run before which no partner stands.
    let mut open: Vec<usize> = Vec::new();
    let mut tried = [0; 12];
    for &closing in unpaired {
        while runs[closing].can_close && runs[closing].left > 0 {
            let close = &runs[closing];
            let tried = &mut tried[close.kind()];
            let partner = open.iter().rposition(|opening| opening < tried || runs[*opening].pairs_with(close));
            let Some((place, opening)) = partner.map(|place| (place, open[place])).filter(|(_, at)| at >= tried) else {
                *tried = closing;
                break;
            };
            let strength = if runs[opening].left > 1 && close.left > 1 { 2 } else { 1 };
            runs[opening].left -= strength;
            runs[opening].opens.push(strength);
            runs[closing].left -= strength;
            runs[closing].closes.push(strength);
            // Runs between the two stay text.
            open.truncate(if runs[opening].left > 0 { place + 1 } else { place });
        }
        if runs[closing].can_open && runs[closing].left > 0 {
            open.push(closing);
        }
    }
}

/// Punctuation and symbols, without a table of them.
fn is_punctuation(c: char) -> bool {
    c.is_ascii_punctuation() || !c.is_ascii() && !c.is_alphanumeric() && !c.is_whitespace()
}

/// Characters of scripts that write no spaces, and their punctuation.
fn is_east_asian(c: char) -> bool {
    matches!(c, '\u{2e80}'..='\u{a4cf}' | '\u{ac00}'..='\u{d7ff}' | '\u{f900}'..='\u{faff}' | '\u{fe30}'..='\u{fe4f}'
        | '\u{ff00}'..='\u{ffef}' | '\u{20000}'..='\u{3ffff}')
}
