//! Deadlines in sentences: how long something has run, what is left, from where it was moved.

use crate::{
    draw::series::join,
    figure::Context,
    i18n::Value,
    model::{Day, Edtf},
    query::{DayCount, Deadline, DeadlineKind, Moved},
};

/// What there is to say of a deadline, seen from the day for which it was counted; each sentence follows from the data.
pub fn deadline_words(context: &Context, deadline: &Deadline, day: Day) -> String {
    let date = context.date(&Edtf::from_day(day));
    let mut said = vec![main(context, deadline, day, &date)];
    if let (DeadlineKind::Comments, Some(was), true) = (deadline.kind, deadline.elapsed, deadline.has_passed()) {
        said.push(context.tf("deadline-was-open", &[("elapsed", days(context, &was).into())]));
    }
    if let Some(status) = deadline.ended {
        let status = context.t(status.key());
        said.push(context.tf("deadline-ended", &[("status", status.into()), ("date", date.clone().into())]));
    }
    let counts = [deadline.elapsed, deadline.left];
    if deadline.left.is_some() && counts.iter().flatten().any(|count| !count.has_holidays) {
        said.push(context.t("deadline-weekends"));
    }
    said.extend(deadline.moved.iter().map(|one| moved_words(context, one)));
    join(&said, context.words)
}

fn main(context: &Context, deadline: &Deadline, day: Day, date: &str) -> String {
    let what = context.t(&format!("deadline-what-{}", deadline.kind.word()));
    let when = context.date(&deadline.date.value);
    let say = |key: &str, more: &[(&str, Value)]| {
        let common = [("what", what.as_str().into()), ("deadline", when.as_str().into()), ("date", date.into())];
        context.tf(key, &[&common, more].concat())
    };
    let Some(left) = deadline.left else { return say("deadline-not-known", &[]) };
    let most = context.tf("deadline-days", &[("count", (left.days.1.unsigned_abs() as usize).into())]);
    match left.days {
        (_, most) if most < 0 => say("deadline-passed", &[("ago", days(context, &left.reversed()).into())]),
        (least, _) if !left.is_exact() && least < 0 => say("deadline-perhaps-passed", &[("most", most.into())]),
        (least, most) if least != most => say("deadline-between", &[("left", days(context, &left).into())]),
        (0, _) => match deadline.kind {
            DeadlineKind::Effective | DeadlineKind::Enforced => say("deadline-first-day", &[]),
            _ => say("deadline-last-day", &[]),
        },
        _ => match (deadline.kind, deadline.elapsed) {
            (DeadlineKind::Comments, Some(elapsed)) => {
                let values = [("elapsed", days(context, &elapsed).into()), ("left", days(context, &left).into())];
                say("deadline-open-for", &values)
            }
            (DeadlineKind::Comments, None) if begins_later(deadline, day) => {
                let opens = deadline.begins.map(|begins| context.date(&begins.date.value)).unwrap_or_default();
                say("deadline-opens", &[("opens", opens.into()), ("left", days(context, &left).into())])
            }
            _ => say("deadline-coming", &[("left", days(context, &left).into())]),
        },
    }
}

fn begins_later(deadline: &Deadline, day: Day) -> bool {
    deadline.begins.is_some_and(|begins| begins.date.value.earliest().is_some_and(|first| first > day))
}

/// A number of days with the working days among them: "12 days (9 working days)", "9 to 39 days (6 to 28 working days)".
pub fn days(context: &Context, count: &DayCount) -> String {
    let said = |key: &str, (least, most): (i64, i64)| {
        let size = |number: i64| Value::Count(number.unsigned_abs() as usize);
        match least == most {
            true => context.tf(key, &[("count", size(most))]),
            false => context.tf(&format!("{key}-range"), &[("least", size(least)), ("most", size(most))]),
        }
    };
    let values = [
        ("days", said("deadline-days", count.days).into()),
        ("working", said("deadline-working", count.working).into()),
    ];
    context.tf("deadline-both", &values)
}

/// From which day a deadline was moved, by how much, why, and on which sources, as far as the data say.
pub fn moved_words(context: &Context, moved: &Moved) -> String {
    let was = context.date(&moved.was.value);
    let size = moved.by.map_or(0, |by| by.unsigned_abs() as usize);
    let by = context.tf("deadline-days", &[("count", size.into())]);
    let key = match moved.by {
        Some(1..) => "deadline-moved-later",
        Some(..0) => "deadline-moved-earlier",
        Some(0) | None => "deadline-moved",
    };
    let mut said = vec![context.tf(key, &[("was", was.into()), ("by", by.into())])];
    if let Some(reason) = moved.reason() {
        said.push(context.tf("deadline-moved-why", &[("reason", context.text(reason).into())]));
    }
    let sources: Vec<String> = moved.was.sources().iter().map(|citation| context.source_words(citation)).collect();
    if !sources.is_empty() {
        said.push(context.tf("deadline-moved-sources", &[("sources", sources.join("; ").into())]));
    }
    join(&said, context.words)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        i18n::{Language, Words},
        load::load,
        query::{Index, Moment, deadlines},
        state::ViewState,
    };

    const JSON: &str = r#"{"annals":1,"id":"x","title":"X","holidays":[{"date":"2026-11-27"}],
        "sources":[{"id":"s","title":"Notice","url":"https://example.org/n"}],
        "instruments":[{"id":"a","title":"A","stages":[{"stage":"consultation-opened","date":"2026-10-23"},
            {"stage":"comments-close","date":"2026-12-04","previous":[{"value":"2026-11-30","note":"Many asked for time","sources":["s"]},"2026-11"]},
            {"stage":"effective","date":"2027-03"},{"stage":"enforced","date":"2027/.."}]},
          {"id":"b","title":"B","stages":[{"stage":"consultation-opened","date":"2026-11-20"},{"stage":"comments-close","date":"2026-11-29"},
            {"stage":"withdrawn","date":"2026-11-26"}]}],
        "targets":[{"id":"t","title":"T","due":"2026"}]}"#;

    fn told(language: Language, id: &str, day: &str) -> String {
        let briefing = load(JSON.as_bytes()).unwrap().briefing;
        let index = Index::new(&briefing);
        let today = Day::parse(day).unwrap();
        let (words, state) = (Words::new(language), ViewState::default());
        let context = Context {
            briefing: &briefing,
            index: &index,
            words: &words,
            state: &state,
            hits: &crate::query::search::Hits::default(),
            today,
        };
        let all = deadlines(&briefing, &index, Moment::default(), today);
        deadline_words(&context, all.iter().find(|one| *one.meta.id == *id).unwrap(), today)
    }

    #[test]
    fn a_deadline_is_told_in_english() {
        let on = |id, day| told(Language::En, id, day);
        assert_eq!(
            on("a.comments-close", "2026-11-22"),
            "Consultation open 31 days (21 working days); 12 days (9 working days) left as of 22 November 2026. \
             Moved from 30 November 2026, 4 days later. Reason: Many asked for time. Source: Notice <https://example.org/n>. \
             Moved from November 2026."
        );
        assert_eq!(
            on("b.comments-close", "2026-11-28"),
            "Consultation open 9 days (5 working days); 1 day (0 working days) left as of 28 November 2026. \
             As of 28 November 2026 the act is withdrawn."
        );
        assert!(
            on("b.comments-close", "2026-11-29").starts_with("Comments close: 29 November 2026. This is the last day.")
        );
        assert_eq!(
            on("b.comments-close", "2026-11-30"),
            "Comments close: 29 November 2026, 1 day (1 working day) before 30 November 2026. \
             The consultation was open 10 days (5 working days)."
        );
        assert!(on("b.comments-close", "2026-11-01").starts_with(
            "Comments close: 29 November 2026. Consultation opens: 20 November 2026. 28 days (19 working days) left as of 1 November 2026."
        ));
        assert_eq!(
            on("a.effective", "2026-12-01"),
            "Takes effect: March 2027, not known to the day. 90 to 120 days (64 to 86 working days) left as of 1 December 2026. \
             Working days leave out weekends only: no holidays are listed for part of this time."
        );
        assert_eq!(
            on("a.enforced", "2026-12-01"),
            "Enforced: from 2027, open end, not known to the day. The days left cannot be counted."
        );
        assert!(on("t", "2026-07-01").starts_with(
            "Due: 2026, not known to the day. It may have passed by 1 July 2026; at most 183 days are left."
        ));
    }

    #[test]
    fn a_deadline_is_told_in_chinese() {
        let on = |id, day| told(Language::ZhHans, id, day);
        assert_eq!(
            on("a.comments-close", "2026-11-22"),
            "征求意见已进行 31 天（21 个工作日）；截至2026年11月22日还剩 12 天（9 个工作日）。\
             原为2026年11月30日，推迟 4 天。原因：Many asked for time。来源：Notice <https://example.org/n>。\
             原为2026年11月。"
        );
        assert_eq!(on("a.enforced", "2026-12-01"), "强制执行：自2027年起，结束未定，未精确到日。无法计算剩余天数。");
    }
}
