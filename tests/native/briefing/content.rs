//! What the built-in briefing has to hold: its tracks and pages, and the meeting of 16 November 2019, whole.

use super::{BUILT, seed};
use annals::{load::format, model::Presence};

#[test]
fn tracks_and_views_stand() {
    let titles: Vec<String> =
        BUILT.rows["tracks"].iter().map(|row| format!("{}: {}", row["id"], row["title.en"])).collect();
    let expected = [
        "ccc: CCC reform",
        "cs2035: China Standards 2035",
        "miit-drafts: MIIT drafts",
        "law: Standards law and system",
        "eu-response: European and US response",
    ];
    assert_eq!(titles, expected);
    let briefing = &BUILT.loaded.briefing;
    let views: Vec<&str> = briefing.views.iter().map(|view| view.meta.id.as_str()).collect();
    let expected = [
        "overview",
        "ccc-reform",
        "china-standards-2035",
        "documents",
        "deadlines",
        "attendance",
        "timeline",
        "sources",
        "about",
    ];
    assert_eq!(views, expected);
    let kinds: Vec<&str> = briefing.figures.iter().map(|figure| &*figure.kind).collect();
    assert!(kinds.iter().all(|kind| format::FIGURE_KINDS.contains(kind)));
    // Every other kind is shown here; the gallery shows them all.
    let unused: Vec<&str> = format::FIGURE_KINDS.iter().copied().filter(|kind| !kinds.contains(kind)).collect();
    assert_eq!(unused, ["dots", "multiples"]);
    let unlinked = briefing.sources.iter().filter(|source| !source.link).count();
    assert_eq!(unlinked, 13);
}

fn plain(text: &annals::model::Text) -> &str {
    &text.versions()[0].text
}

#[test]
fn the_meeting_of_16_november_2019_is_whole() {
    let meeting = seed();
    assert_eq!(meeting.date.value.as_str(), "2019-11-16");
    assert_eq!(plain(&meeting.title), "SESEC roundtable on China standardization");
    assert_eq!(meeting.format.as_deref(), Some("unknown"));
    assert_eq!(meeting.city, None);
    assert_eq!(
        meeting.topics.iter().map(plain).collect::<Vec<_>>(),
        ["CCC reform", "China Standards 2035", "MIIT drafts"]
    );
    let organisers: Vec<&str> = meeting.organisers.iter().map(|id| id.as_str()).collect();
    assert_eq!(organisers, ["sesec"]);
    assert_eq!(meeting.meta.sources[0].source.as_str(), "src-seed");

    let people: Vec<(&str, &str, &str)> = meeting
        .people
        .iter()
        .map(|person| {
            (plain(&person.name), plain(person.role.as_ref().unwrap()), person.actor.as_ref().unwrap().as_str())
        })
        .collect();
    let expected = [
        ("QIU Lei", "speaker: CCC reform", "samr"),
        ("Betty XU", "opening speech; China Standards 2035", "sesec"),
        ("Ester Cañada Amela", "led the discussion of the MIIT drafts", "euccc"),
        ("Frank Schmiedel", "named participant", "eu-delegation"),
    ];
    assert_eq!(people, expected);

    let attendance = &meeting.attendance;
    let total = &attendance.totals[0];
    assert_eq!(attendance.totals.len(), 1);
    assert_eq!((total.value.value, format!("{:?}", total.qualifier)), (30.0, "MoreThan".to_owned()));
    let groups: Vec<(&str, f64, &str, &str)> = attendance
        .groups
        .iter()
        .map(|group| {
            let unit = plain(group.unit.as_ref().unwrap());
            (plain(&group.label), group.value.value, unit, plain(group.whole.as_ref().unwrap()))
        })
        .collect();
    let whole = "registered participants";
    let expected =
        [("industry", 74.0, "percent", whole), ("government", 16.0, "percent", whole), ("NGO", 10.0, "percent", whole)];
    assert_eq!(groups, expected);
    let companies = plain(attendance.groups[0].meta.note.as_ref().unwrap());
    assert!(companies.contains("multinational, with headquarters in Europe and some in the U.S."));
    let organisations: Vec<(&str, &str, Presence)> = attendance
        .organisations
        .iter()
        .map(|org| (plain(&org.label), org.seat.as_ref().map_or("", plain), org.status))
        .collect();
    use Presence::*;
    let expected = [
        ("SAMR", "China", Speaker),
        ("SESEC", "", Speaker),
        ("EU Delegation in China", "European Union", Present),
        ("U.S. Embassy", "United States", Present),
        ("British Embassy", "United Kingdom", Present),
        ("EU Chamber of Commerce in China", "Beijing, China", Speaker),
        ("EU SME Centre", "Beijing, China", Present),
        ("USITO (United States Information Technology Office)", "", Present),
        ("Schneider", "Rueil-Malmaison, France", Present),
        ("Siemens", "Munich, Germany", Present),
        ("Oracle", "Redwood City, United States", Present),
        ("Rockwell Automation", "Milwaukee, United States", Present),
        ("Cisco", "San Jose, United States", Present),
        ("Varian Medical Systems", "Palo Alto, United States", Present),
        ("Deutsche Telekom", "Germany", Present),
        ("ABB (Asea Brown Boveri)", "Zurich, Switzerland", Present),
        ("VDMA (Mechanical Engineering Industry Association)", "Frankfurt am Main, Germany", Present),
        ("UL", "Northbrook, United States", Present),
        ("Weile in China", "", Present),
    ];
    assert_eq!(organisations, expected);
    assert!(attendance.organisations.iter().all(|org| org.meta.sources[0].source.as_str() == "src-seed"));
}

#[test]
fn its_agenda_tells_what_was_said() {
    let meeting = seed();
    let agenda: Vec<(&str, String)> = meeting
        .agenda
        .iter()
        .map(|point| (plain(&point.title), point.people.iter().map(|id| id.as_str()).collect::<Vec<_>>().join(" ")))
        .collect();
    let person = |name: &str| format!("mt-2019-11-16.person.{name}");
    let expected = [
        ("Opening", person("betty-xu")),
        ("CCC reform", person("qiu-lei")),
        ("Next moves of the CCC reform", person("qiu-lei")),
        ("Random inspection: the document of August 2015", person("qiu-lei")),
        ("China Standards 2035", person("betty-xu")),
        ("The two MIIT drafts", person("ester-canada-amela")),
    ];
    assert_eq!(agenda, expected);
    let text = |point: usize| plain(meeting.agenda[point].text.as_ref().unwrap());
    for basics in [
        "in use since 1 May 2002",
        "enforced since 1 August 2003",
        "market-driven and international",
        "personal health, safety and environmental protection",
    ] {
        assert!(text(1).contains(basics), "{basics}");
    }
    let moves = [
        "Keep the system stable.",
        "Add new products through scientific adjustment of the list, so that its structure improves.",
        "Optimise how certification is carried out.",
        "Streamline certification units.",
        "Consolidate the types of certificates.",
        "Increase the number of certification bodies.",
        "Strengthen follow-up regulation.",
        "Strike hard at unauthorized cases.",
        "Apply credit supervision.",
    ];
    let lines: Vec<String> = (1..).zip(moves).map(|(number, line)| format!("{number}. {line}")).collect();
    assert_eq!(text(2), lines.join("\n"));
    let random = "in August 2015 the General Office of the State Council required that random selection of both \
                  inspectors and inspection targets, and prompt release of results, be promoted nationwide.";
    assert!(text(3).ends_with(random), "{}", text(3));
    assert_eq!(meeting.agenda[3].instruments[0].as_str(), "in-law-2015-random");
    let drafts: Vec<&str> = meeting.agenda[5].instruments.iter().map(|id| id.as_str()).collect();
    assert_eq!(drafts, ["in-miit-tc", "in-miit-55"]);
    assert!(meeting.agenda.iter().all(|point| point.meta.sources[0].source.as_str() == "src-seed"));

    let positions = &BUILT.loaded.briefing.positions;
    let asks: Vec<&str> = positions.iter().map(|position| plain(&position.ask)).collect();
    let expected = [
        "Refine the working rules of the groups that draft standards.",
        "Set out in detail how responsibilities are divided among technical committees, sub-technical committees and \
         working groups that draft standards.",
        "Revise how technical committees vote and how the votes of technical focal points are determined, and similar \
         points.",
    ];
    assert_eq!(asks, expected);
    for position in positions {
        assert_eq!(position.raised_at.as_ref().unwrap().as_str(), "mt-2019-11-16");
        assert_eq!(position.instruments.iter().map(|id| id.as_str()).collect::<Vec<_>>(), drafts);
        assert!(text(5).contains(plain(&position.ask)));
    }
}
