//! Deadlines and meetings as a calendar file: iCalendar (RFC 5545), all-day events.
//!
//! The form is written out here: it is a page of code, and the libraries for it bring time zones, a clock and random ids,
//! where a file has to be the same each time it is made.

mod entries;
mod lines;
#[cfg(test)]
mod tests;

pub use entries::{Wanted, entries};

use lines::Lines;

use crate::{
    figure::Context,
    model::{Day, Edtf, Id, Meta, Visibility},
};

/// A calendar file, and what it does not hold.
#[derive(Clone, Debug, PartialEq)]
pub struct Calendar {
    /// The file. A calendar has to hold an event: empty where there is none.
    pub text: String,
    /// How many events it holds.
    pub events: usize,
    /// The items wanted that are not in it, because their date is not known to the day or has no place in a calendar.
    pub left_out: Vec<Id>,
}

/// One thing in a calendar: an item with its words.
#[derive(Clone, Debug)]
pub struct Entry<'a> {
    /// The item.
    pub meta: &'a Meta,
    /// First and last day; `None` where they are not known to the day.
    pub days: Option<(Day, Day)>,
    /// What it is, in a line.
    pub summary: String,
    /// What there is to say of it, a paragraph each.
    pub description: Vec<String>,
    /// The word of its sort.
    pub category: String,
    /// Where it takes place.
    pub place: Option<String>,
    /// The first address among its sources.
    pub url: Option<&'a str>,
    /// How often its date was moved.
    pub moves: usize,
    /// How sure it is that it takes place on these days.
    pub standing: Sureness,
}

/// How sure a date is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sureness {
    /// As far as the data say.
    Confirmed,
    /// Marked as uncertain or about, or sources disagree.
    Tentative,
    /// The act was withdrawn or has ended before.
    Cancelled,
}

/// The calendar of a briefing, in the order of the days.
///
/// The same briefing gives the same bytes: each event has the id `item@briefing.annals`, the revision number is how often its
/// date was moved, and the time stamp is the day to which the data are current (1 January 1970 where that is not stated).
pub fn ics(context: &Context, wanted: Wanted) -> Calendar {
    let entries = entries(context, wanted);
    let mut left_out = Vec::new();
    let mut events = 0;
    let mut out = Lines::default();
    let card = &context.briefing.card;
    out.raw("BEGIN", "VCALENDAR");
    out.raw("VERSION", "2.0");
    out.raw("PRODID", concat!("-//Annals//Annals ", env!("CARGO_PKG_VERSION"), "//EN"));
    out.raw("CALSCALE", "GREGORIAN");
    out.raw("METHOD", "PUBLISH");
    // The name, as RFC 7986 has it and as most programs read it.
    out.text("NAME", &context.text(&card.title));
    out.text("X-WR-CALNAME", &context.text(&card.title));
    let stamp = stamp(card.as_of.as_ref());
    for entry in &entries {
        match entry.days.and_then(|(first, last)| Some((basic(first)?, basic(last.add_days(1))?))) {
            Some(days) => {
                event(&mut out, context, entry, days, &stamp);
                events += 1;
            }
            None => left_out.push(entry.meta.id.clone()),
        }
    }
    out.raw("END", "VCALENDAR");
    Calendar { text: if events == 0 { String::new() } else { out.finish() }, events, left_out }
}

fn event(out: &mut Lines, context: &Context, entry: &Entry, (first, after): (String, String), stamp: &str) {
    out.raw("BEGIN", "VEVENT");
    out.text("UID", &format!("{}@{}.annals", entry.meta.id, context.briefing.card.id));
    out.raw("DTSTAMP", stamp);
    out.raw("SEQUENCE", &entry.moves.to_string());
    out.raw("DTSTART;VALUE=DATE", &first);
    // The end is the day after the last.
    out.raw("DTEND;VALUE=DATE", &after);
    out.text("SUMMARY", &entry.summary);
    if !entry.description.is_empty() {
        out.text("DESCRIPTION", &entry.description.join("\n"));
    }
    if let Some(place) = &entry.place {
        out.text("LOCATION", place);
    }
    out.text("CATEGORIES", &entry.category);
    if let Some(url) = entry.url {
        out.raw("URL", url);
    }
    out.raw(
        "STATUS",
        match entry.standing {
            Sureness::Confirmed => "CONFIRMED",
            Sureness::Tentative => "TENTATIVE",
            Sureness::Cancelled => "CANCELLED",
        },
    );
    // A deadline does not take up the day.
    out.raw("TRANSP", "TRANSPARENT");
    if entry.meta.visibility == Visibility::Internal {
        out.raw("CLASS", "PRIVATE");
    }
    out.raw("END", "VEVENT");
}

/// The time stamp: midnight of the day to which the data are current.
fn stamp(as_of: Option<&Edtf>) -> String {
    let day = as_of.and_then(|date| date.latest().or(date.earliest())).and_then(basic);
    format!("{}T000000Z", day.as_deref().unwrap_or("19700101"))
}

/// A day as `20261122`; `None` outside of the years 0 to 9999.
fn basic(day: Day) -> Option<String> {
    let (year, month, of_month) = day.ymd();
    (0..=9999).contains(&year).then(|| format!("{year:04}{month:02}{of_month:02}"))
}
