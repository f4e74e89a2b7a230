//! What the page says in numbers, computed a second time from the tables of the built-in briefing, in both languages.
//!
//! The tables are read by the crate `csv`. Dates, numbers, units and sentences are put together here, apart from the code
//! under test: what both come to must be the same.

mod captions;
mod figures;
mod status;

use std::collections::HashMap;

use annals::i18n::Language;
use jiff::civil::Date;

use super::briefing;

/// A row of a table.
type Row = HashMap<String, String>;

fn rows(table: &str) -> &'static [Row] {
    briefing::rows(table)
}

/// The rows that have this in that column.
fn rows_where(table: &str, column: &str, value: &str) -> Vec<&'static Row> {
    rows(table).iter().filter(|row| row[column] == value).collect()
}

/// The ids in a cell.
fn list(cell: &str) -> Vec<&str> {
    cell.split(';').filter(|id| !id.is_empty()).collect()
}

/// Whether a dispute names the row.
fn is_disputed(id: &str) -> bool {
    rows("disputes").iter().any(|dispute| list(&dispute["on"]).contains(&id))
}

/// The first and the last day that a date can mean; `None` where its year is not known.
fn days(date: &str) -> Option<(Date, Date)> {
    let (from, to) = date.split_once('/').unwrap_or((date, date));
    Some((ends(from)?.0, ends(to)?.1))
}

fn ends(date: &str) -> Option<(Date, Date)> {
    let date = date.trim_end_matches('?');
    let year = date.get(..4)?.parse().ok()?;
    let number = |from: usize, to: usize| date.get(from..to).map(|digits| digits.parse().expect("digits"));
    Some(match (number(5, 7), number(8, 10)) {
        (None, _) => (Date::new(year, 1, 1).unwrap(), Date::new(year, 12, 31).unwrap()),
        (Some(month), None) => {
            let first = Date::new(year, month, 1).unwrap();
            (first, first.last_of_month())
        }
        (Some(month), Some(day)) => (Date::new(year, month, day).unwrap(), Date::new(year, month, day).unwrap()),
    })
}

/// A date in words, of those that are sure.
fn date_words(date: &str, language: Language) -> String {
    const MONTHS: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    let parts: Vec<usize> = date.split('-').map(|part| part.parse().expect("a plain date")).collect();
    match (language, &parts[..]) {
        (Language::En, [year]) => format!("{year}"),
        (Language::En, [year, month]) => format!("{} {year}", MONTHS[month - 1]),
        (Language::En, [year, month, day]) => format!("{day} {} {year}", MONTHS[month - 1]),
        (Language::ZhHans, [year]) => format!("{year}年"),
        (Language::ZhHans, [year, month]) => format!("{year}年{month}月"),
        (Language::ZhHans, [year, month, day]) => format!("{year}年{month}月{day}日"),
        _ => panic!("{date}"),
    }
}

/// What the page has in Chinese for a unit of the tables; the others stay as they are written.
const UNITS: &[(&str, &str)] = &[
    ("products", "个产品"),
    ("product groups", "个产品组"),
    ("product types", "种产品"),
    ("categories", "个类别"),
    ("provinces", "个省份"),
    ("chapters", "章"),
    ("sections", "节"),
    ("articles", "条"),
    ("items", "项"),
    ("centres", "个中心"),
    ("symposiums", "场座谈会"),
    ("areas", "个领域"),
    ("tasks", "项任务"),
    ("standards", "项标准"),
    ("organisations", "个组织"),
    ("enterprises", "家企业"),
    ("agencies", "家机构"),
    ("bodies", "家机构"),
    ("laboratories", "家实验室"),
    ("certificates", "张证书"),
    ("people", "人"),
    ("experts", "名专家"),
    ("members", "名成员"),
    ("committees", "个委员会"),
    ("departments", "个部门"),
    ("proposals", "项提案"),
    ("secretariats", "个秘书处"),
    ("months", "个月"),
    ("years", "年"),
    ("working days", "个工作日"),
];

/// The units of which the tables count one, in the singular.
const ONE: &[(&str, &str)] =
    &[("products", "product"), ("product groups", "product group"), ("secretariats", "secretariat")];

/// A number with its thousands apart, how exact it is, and its unit, if any.
fn quantity(value: &str, qualifier: &str, unit: &str, language: Language) -> String {
    let (whole, decimals) = value.split_once('.').map_or((value, None), |(whole, rest)| (whole, Some(rest)));
    let mut said = String::new();
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at).is_multiple_of(3) {
            said.push(',');
        }
        said.push(digit);
    }
    decimals.iter().for_each(|decimals| said += &format!(".{decimals}"));
    let known = || UNITS.iter().find(|(english, _)| *english == unit).map(|(_, chinese)| *chinese);
    match (unit, language) {
        ("", _) => {}
        ("percent", _) => said.push('%'),
        (unit, Language::En) if value == "1" => {
            let (_, one) = ONE.iter().find(|(many, _)| *many == unit).unwrap_or_else(|| panic!("one of {unit}"));
            said += &format!(" {one}");
        }
        (unit, Language::En) => said += &format!(" {unit}"),
        (unit, Language::ZhHans) => said += &format!(" {}", known().unwrap_or(unit)),
    }
    let word = match (qualifier, language) {
        ("" | "exact", _) => return said,
        ("about", Language::En) => "about",
        ("more-than", Language::En) => "more than",
        ("at-most", Language::En) => "at most",
        ("about", Language::ZhHans) => "约",
        ("more-than", Language::ZhHans) => "超过",
        ("at-most", Language::ZhHans) => "至多",
        _ => panic!("{qualifier}"),
    };
    format!("{word} {said}")
}

/// An observation's value in words, with its own unit or that of its series.
fn observed(row: &Row, language: Language) -> String {
    let series = rows_where("series", "id", &row["series"])[0];
    let unit = if row["unit"].is_empty() { &series["unit"] } else { &row["unit"] };
    quantity(&row["value"], &row["qualifier"], unit, language)
}
