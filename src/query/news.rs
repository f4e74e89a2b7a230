//! What is new in a briefing since it was last looked at: a fingerprint of every item, kept as a short text.
//!
//! The text, version 1: the line `annals-seen 1`, then a line for each item, in the order of the ids as bytes: six characters
//! for what it says, one for how many bytes of the id before it begins with (at most 63), and the rest of the id. Characters
//! stand for six bits each, the lowest first, in the alphabet of [`DIGITS`]; what an item says is the lower 36 bits of
//! [`content_hash`]. Ten thousand items take about 150 kB.
//!
//! Of two items that say different things, one in 69 thousand million pairs would be taken for the same.

use super::canonical::{content_hash, each_item};
use crate::{
    model::{Briefing, Id, Register},
    order,
};

/// The first line.
const HEAD: &str = "annals-seen 1";
/// The digits, of six bits each.
const DIGITS: &[u8; 64] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_";
/// So many digits hold what an item says.
const HASH_DIGITS: usize = 6;
const HASH_BITS: u64 = (1 << (6 * HASH_DIGITS)) - 1;

/// So many items, those inside others counted, take a browser well below a tenth of a second.
const MOST: usize = 20_000;

/// Parts that say how things are shown, and not what is the case.
const SHOWING: [&str; 4] = ["tracks", "figures", "views", "story"];

/// The items of a briefing, and what each says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Seen {
    /// In the order of the ids, each once.
    items: Vec<(String, u64)>,
}

/// What is new, in the order of the briefing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct News {
    /// Items that were not there.
    pub new: Vec<Id>,
    /// Items that say something else than they did, or that hold something else.
    pub changed: Vec<Id>,
    /// The ids of items that are not there any more.
    pub gone: Vec<String>,
}

impl News {
    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.new.is_empty() && self.changed.is_empty() && self.gone.is_empty()
    }
}

/// Whether the briefing is small enough that looking through it does not hold up a page.
pub fn is_quick(briefing: &Briefing) -> bool {
    let mut count = 0;
    super::items::each_item(briefing, &mut |_| count += 1);
    count <= MOST
}

/// The fingerprints of all items of the parts; what is inside an item counts as what it says. Left out are tracks, figures,
/// views and the story.
pub fn seen(briefing: &Briefing) -> Seen {
    let mut all = Vec::new();
    fingerprints(briefing, &mut |id, _, hash| all.push((id.to_string(), hash)));
    in_order(all)
}

/// Reads what [`Seen::write`] wrote. `None` for anything else.
pub fn read(text: &str) -> Option<Seen> {
    let mut lines = text.lines();
    if lines.next() != Some(HEAD) {
        return None;
    }
    let mut items: Vec<(String, u64)> = Vec::new();
    for line in lines {
        let digit = |at: usize| {
            let byte = line.as_bytes().get(at)?;
            DIGITS.iter().position(|digit| digit == byte)
        };
        let mut hash = 0;
        for at in (0..HASH_DIGITS).rev() {
            hash = hash << 6 | digit(at)? as u64;
        }
        let shared = digit(HASH_DIGITS)?;
        let rest = line.get(HASH_DIGITS + 1..)?;
        let before = items.last().map_or("", |(id, _)| id.as_str());
        let id = format!("{}{rest}", before.get(..shared)?);
        if !Id::is_valid(&id) || *before >= *id {
            return None;
        }
        items.push((id, hash));
    }
    Some(Seen { items })
}

impl Seen {
    /// The text to be kept.
    pub fn write(&self) -> String {
        let mut out = HEAD.to_owned();
        let mut before = "";
        for (id, hash) in &self.items {
            let shared = before.bytes().zip(id.bytes()).take_while(|(a, b)| a == b).count().min(DIGITS.len() - 1);
            out.push('\n');
            for at in 0..HASH_DIGITS {
                out.push(char::from(DIGITS[(hash >> (6 * at) & 63) as usize]));
            }
            out.push(char::from(DIGITS[shared]));
            out.push_str(&id[shared..]);
            before = id;
        }
        out
    }

    /// What the briefing has that was not seen so. An item under a new id is the same if it names the old one as its former.
    pub fn news(&self, briefing: &Briefing) -> News {
        let mut known = Register::default();
        for (id, _) in &self.items {
            known.enter(id);
        }
        let mut is_there = vec![false; self.items.len()];
        let mut news = News::default();
        let mut renamed = Vec::new();
        fingerprints(briefing, &mut |id, aliases, hash| match known.find(id) {
            Some(at) => {
                is_there[at] = true;
                if self.items[at].1 != hash {
                    news.changed.push(id.clone());
                }
            }
            None => renamed.push((id.clone(), aliases, hash)),
        });
        for (id, aliases, hash) in renamed {
            match aliases.iter().filter_map(|alias| known.find(alias)).find(|at| !is_there[*at]) {
                None => news.new.push(id),
                Some(at) => {
                    is_there[at] = true;
                    if self.items[at].1 != hash {
                        news.changed.push(id);
                    }
                }
            }
        }
        let gone = self.items.iter().zip(is_there).filter(|(_, is_there)| !is_there);
        news.gone = gone.map(|((id, _), _)| id.clone()).collect();
        news
    }
}

/// Tells each item: its id, its former ids, and what it says in 36 bits.
fn fingerprints<'a>(briefing: &'a Briefing, tell: &mut dyn FnMut(&'a Id, &'a [Id], u64)) {
    let first = briefing.card.first_language();
    each_item(briefing, &mut |part, shape, meta, item| {
        if SHOWING.contains(&part) {
            return;
        }
        if let Some(tree) = item.tree(first) {
            tell(&meta.id, &meta.aliases, content_hash(shape, &tree) & HASH_BITS);
        }
    });
}

fn in_order(mut all: Vec<(String, u64)>) -> Seen {
    let places = order::sorted(all.len(), &|a, b| all[a].0.cmp(&all[b].0));
    let mut items: Vec<(String, u64)> = places.into_iter().map(|at| std::mem::take(&mut all[at as usize])).collect();
    items.dedup_by(|a, b| a.0 == b.0);
    Seen { items }
}
