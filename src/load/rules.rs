//! Rules between the fields of one object: order of dates, totals of shares and catalogues.

use super::{
    check::Walk,
    dates,
    diagnostic::{Code, shortened},
    format::Shape,
};
use crate::model::tree::{Map as Fields, Value};

impl Walk<'_> {
    /// Applies the rules of this shape to checked fields; false: leave the object out.
    pub(super) fn rules(&mut self, shape: &Shape, map: &mut Fields) -> bool {
        match shape.name {
            "event" | "meeting" => self.order(map, "date", "end"),
            "figure" => {
                self.order(map, "from", "to");
                self.baseline(map);
            }
            "observation" => self.range(map),
            "attendance" => self.shares(map),
            "version" => self.stated_total(map),
            "view-part" if !map.contains_key("text") && !map.contains_key("figure") => {
                self.find(Code::ViewPartEmpty, Vec::new());
                return false;
            }
            _ => {}
        }
        true
    }

    /// The end is not before the start; an end that is, is taken out.
    fn order(&mut self, map: &mut Fields, start: &'static str, end: &'static str) {
        let (Some(from), Some(to)) = (date(map, start), date(map, end)) else { return };
        if dates::ends_before(to, from) {
            let args = vec![("value", shortened(to)), ("other", shortened(from))];
            self.find_in(end, Code::EndBeforeStart, args);
            map.remove(end);
        }
    }

    /// Bars begin at zero.
    fn baseline(&mut self, map: &Fields) {
        if map.get("kind").and_then(Value::as_str) != Some("bars") {
            return;
        }
        if let Some(from) = map.get("axis_from").and_then(Value::as_f64).filter(|from| *from != 0.0) {
            self.find_in("axis_from", Code::FigureBaseline, vec![("value", from.to_string())]);
        }
        if map.get("axis_scale").and_then(Value::as_str) == Some("log") {
            self.find_in("axis_scale", Code::FigureBaseline, vec![("value", "log".to_owned())]);
        }
    }

    /// The lower end of a range is not above the upper one, nor is the value outside of it.
    fn range(&mut self, map: &Fields) {
        let value = map.get("value").and_then(plain_number);
        let (low, high) = (map.get("low").and_then(plain_number), map.get("high").and_then(plain_number));
        let (low, high) = (low.or(value), high.or(value));
        let bounds = [low, value, high].into_iter().flatten().collect::<Vec<_>>();
        if !bounds.is_sorted() {
            let show = |bound: Option<f64>| bound.map(|number| number.to_string()).unwrap_or_default();
            self.find(Code::RangeOrder, vec![("value", show(value)), ("low", show(low)), ("high", show(high))]);
        }
    }

    /// Shares in percent of the same whole make 100, within the largest tolerance stated for one of them, or say why not.
    fn shares(&mut self, map: &Fields) {
        /// More different wholes at one meeting are not looked at.
        const MOST_WHOLES: usize = 100;
        let groups = map.get("groups").and_then(Value::as_array).unwrap_or_default();
        let shares = groups.iter().filter(|group| group.get("unit").is_some_and(is_percent));
        let mut wholes: Vec<(Option<&Value>, Vec<&Value>)> = Vec::new();
        for share in shares {
            let whole = share.get("whole");
            match wholes.iter().position(|(known, _)| *known == whole) {
                Some(index) => wholes[index].1.push(share),
                None if wholes.len() < MOST_WHOLES => wholes.push((whole, vec![share])),
                None => {}
            }
        }
        for (_, shares) in wholes.iter().filter(|(_, shares)| shares.len() > 1) {
            let sum: f64 = shares.iter().filter_map(|share| share.get("value").and_then(plain_number)).sum();
            let stated = shares.iter().filter_map(|share| share.get("tolerance").and_then(plain_number));
            let tolerance = stated.fold(0.0, f64::max);
            let is_explained = shares.iter().any(|share| share.get("cause").is_some());
            if (sum - 100.0).abs() > tolerance + 1e-6 && !is_explained {
                let args = vec![("value", rounded(sum)), ("tolerance", rounded(tolerance))];
                self.find_in("groups", Code::SharesTotal, args);
            }
        }
    }

    /// A full catalogue has as many products as its source states.
    fn stated_total(&mut self, map: &Fields) {
        if map.get("basis").and_then(Value::as_str) != Some("full") {
            return;
        }
        let Some(stated) = map.get("stated_total").and_then(plain_number) else { return };
        let entries = map.get("entries").and_then(Value::as_array).unwrap_or_default();
        let listed: f64 = entries.iter().map(|entry| entry.get("count").and_then(plain_number).unwrap_or(1.0)).sum();
        if (listed - stated).abs() > 1e-6 {
            let args = vec![("value", rounded(listed)), ("expected", rounded(stated))];
            self.find_in("stated_total", Code::CatalogueTotal, args);
        }
    }
}

/// The bare value of a fact.
fn plain(value: &Value) -> &Value {
    value.get("value").unwrap_or(value)
}

fn plain_number(value: &Value) -> Option<f64> {
    plain(value).as_f64()
}

fn date<'m>(map: &'m Fields, field: &str) -> Option<&'m str> {
    map.get(field).map(plain)?.as_str()
}

/// Whether a unit says percent, in any of its languages.
fn is_percent(unit: &Value) -> bool {
    match unit {
        Value::String(word) => matches!(word.trim(), "percent" | "%" | "per cent" | "％" | "百分比"),
        Value::Object(map) => {
            map.entries().iter().any(|(_, version)| is_percent(version.get("text").unwrap_or(version)))
        }
        _ => false,
    }
}

/// With at most six decimals.
fn rounded(number: f64) -> String {
    ((number * 1e6).round() / 1e6).to_string()
}
