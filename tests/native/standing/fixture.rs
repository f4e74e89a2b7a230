//! Lives that the built-in briefing lacks, one for each transition: nothing in it is withdrawn, no date has alternatives, and few
//! acts end.

/// Each life: its id, and its stages with their dates; `|` parts what sources say differently.
pub const LIVES: &[(&str, &str)] = &[
    ("none", ""),
    ("withdrawn-first", "withdrawn 2005-01-01"),
    ("ended-first", "repealed 2005-01-01, withdrawn 2006-01-01"),
    ("straight-to-grace", "effective 2004-01-01, grace-ends 2004-12-31, withdrawn 2006-01-01"),
    ("grace-ended", "effective 2004-01-01, superseded 2004-07-01, grace-ends 2004-12-31"),
    ("proposed-open", "drafted 2002-01-01, consultation-opened 2003-01-01, comments-close 2003-02-01"),
    ("grace-withdrawn", "effective 2004-01-01, withdrawn 2004-07-01, grace-ends 2004-12-31"),
    ("proposed-withdrawn", "announced 2003-01-01, withdrawn 2003-06-01"),
    ("open-withdrawn", "consultation-opened 2003-01-01, withdrawn 2003-01-15, comments-close 2003-02-01"),
    ("open-ended", "consultation-opened 2003-01-01, superseded 2003-01-15, comments-close 2003-02-01"),
    (
        "open-adopted",
        "consultation-opened 2003-01-01, adopted 2003-01-15, comments-close 2003-02-01, effective 2004-01-01",
    ),
    ("open-issued", "consultation-opened 2003-01-01, published 2003-01-15, comments-close 2003-02-01"),
    ("open-in-force", "consultation-opened 2003-01-01, effective 2003-01-15, comments-close 2003-02-01"),
    (
        "open-grace",
        "consultation-opened 2003-01-01, enforced 2003-01-15, comments-close 2003-02-01, grace-ends 2003-12-31",
    ),
    ("adopted-withdrawn", "adopted 2003-01-01, withdrawn 2003-06-01, effective 2004-01-01"),
    ("adopted-ended", "adopted 2003-01-01, repealed 2003-06-01, effective 2004-01-01"),
    ("adopted-grace", "adopted 2003-01-01, effective 2004-01-01, grace-ends 2004-06-30"),
    ("issued-withdrawn", "published 2003-01-01, withdrawn 2003-06-01"),
    ("in-force-ended", "effective 2003-01-01, repealed 2010-01-01"),
    ("in-force-withdrawn", "effective 2003-01-01, withdrawn 2010-01-01"),
    ("disputed", "published 2003-01-01, effective 2003-08-10|2003-09-05"),
    ("disputed-in-vain", "effective 2003-08-10, enforced 2003-10-01|2003-12-01"),
];

/// The lives as a briefing.
pub fn json() -> String {
    let stage = |stage: &str| {
        let (name, date) = stage.split_once(' ').unwrap();
        let date = match date.split_once('|') {
            Some((one, other)) => format!(r#"{{"value":"{one}","alternatives":["{other}"]}}"#),
            None => format!("\"{date}\""),
        };
        format!(r#"{{"stage":"{name}","date":{date}}}"#)
    };
    let life = |(id, stages): &(&str, &str)| {
        let stages: Vec<String> = stages.split(", ").filter(|one| !one.is_empty()).map(stage).collect();
        format!(r#"{{"id":"{id}","title":"{id}","stages":[{}]}}"#, stages.join(","))
    };
    let lives: Vec<String> = LIVES.iter().map(life).collect();
    format!(r#"{{"annals":1,"id":"lives","title":"Lives","instruments":[{}]}}"#, lives.join(","))
}
