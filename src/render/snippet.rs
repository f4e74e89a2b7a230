//! The code that puts a view into another web page: real content that can be read without scripts and frames, and what brings the
//! page itself.

use std::fmt::Write;

use crate::{
    figure::{Context, note::shown},
    load::link::safe_link,
    model::{Citation, Id, Text},
    query::{Found, Occurrence, occurrences, visible},
    state::{ViewState, pairs, write},
};

/// So many events are listed; the rest is behind the link.
pub const MOST_EVENTS: usize = 60;
/// How tall a plain frame is, where nothing else is asked for, in CSS pixels.
pub const FRAME_PX: u32 = 640;
/// What a frame may do.
pub const SANDBOX: &str = "allow-scripts allow-downloads allow-popups allow-popups-to-escape-sandbox";

/// What brings the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// A script and an element, as tall as the page needs.
    Element,
    /// A frame, for sites that take no script.
    Frame,
}

/// What code is asked for.
#[derive(Clone, Copy, Debug)]
pub struct Wanted<'a> {
    /// The folder of the site, with a slash at its end.
    pub home: &'a str,
    /// The view.
    pub state: &'a ViewState,
    /// What brings the page.
    pub form: Form,
    /// A height in CSS pixels, where it does not follow from what is shown.
    pub height_px: Option<u32>,
}

/// The code, in the language of the context, whose state says which events are listed.
pub fn snippet(context: &Context, wanted: Wanted) -> String {
    let Wanted { home, state, form, height_px } = wanted;
    let title = escaped(&title(context));
    let state = ViewState { embed: false, ..state.clone() };
    let mut out = String::new();
    match form {
        Form::Element => {
            let _ = writeln!(out, "<script src=\"{}embed.js\" async></script>", escaped(home));
            let _ = write!(out, "<annals-briefing src=\"{}\" title=\"{title}\"", escaped(home));
            for (key, value) in pairs(&state) {
                let _ = write!(out, " {key}=\"{}\"", escaped(&value));
            }
            if let Some(px) = height_px {
                let _ = write!(out, " height=\"{px}\"");
            }
            out.push_str(">\n");
            content(&mut out, context, home, &state);
            out.push_str("</annals-briefing>\n");
        }
        Form::Frame => {
            let query = write(&ViewState { embed: true, ..state.clone() });
            let (src, px) = (escaped(&format!("{home}embed.html?{query}")), height_px.unwrap_or(FRAME_PX));
            let _ = writeln!(
                out,
                "<iframe src=\"{src}\" title=\"{title}\" width=\"100%\" height=\"{px}\" loading=\"lazy\" \
                 referrerpolicy=\"no-referrer\" allow=\"clipboard-write; fullscreen\" sandbox=\"{SANDBOX}\"></iframe>"
            );
            content(&mut out, context, home, &state);
        }
    }
    out
}

/// What the page is called.
fn title(context: &Context) -> String {
    context.text(&context.briefing.card.title)
}

/// The events that the view shows with their dates and sources, and the link to all of it.
fn content(out: &mut String, context: &Context, home: &str, state: &ViewState) {
    let query = write(state);
    let address = escaped(&if query.is_empty() { home.to_owned() } else { format!("{home}?{query}") });
    let _ = writeln!(out, "<p><a href=\"{address}\">{}</a></p>", escaped(&title(context)));
    let events = events(context);
    if events.is_empty() {
        return;
    }
    out.push_str("<ul>\n");
    for event in events.iter().take(MOST_EVENTS) {
        let when = escaped(&context.span(event.date(), event.end()));
        let _ = write!(out, "<li><strong>{when}</strong> {}", phrase(context, event.title()));
        let own = &event.meta().sources;
        let sources = if own.is_empty() { event.date().sources() } else { own };
        let sources: Vec<String> = sources.iter().map(|source| cited(context, source)).collect();
        if !sources.is_empty() {
            let _ = write!(out, " ({})", sources.join("; "));
        }
        out.push_str("</li>\n");
    }
    out.push_str("</ul>\n");
    if let Some(rest) = events.len().checked_sub(MOST_EVENTS).filter(|rest| *rest > 0) {
        let words = escaped(&context.tf("embed-more", &[("count", rest.into())]));
        let _ = writeln!(out, "<p><a href=\"{address}\">{words}</a></p>");
    }
}

/// The events and meetings that the figures of the view show, by date; where they show none, all that pass its filters.
fn events<'a>(context: &Context<'a>) -> Vec<Occurrence<'a>> {
    let shown = shown(context).items;
    let is_shown = |id: &Id| shown.contains(id);
    let listed: Vec<_> = occurrences(context.briefing, context.index).filter(|event| is_shown(event.id())).collect();
    if !listed.is_empty() {
        return listed;
    }
    let all = visible(context.briefing, context.index, (context.state, context.hits), &[]);
    all.placed.into_iter().chain(all.unplaced).collect()
}

/// A source by its title, with a link where it may be linked.
fn cited(context: &Context, citation: &Citation) -> String {
    let Some(Found::Source(source)) = context.find(&citation.source) else { return escaped(&citation.source) };
    let title = phrase(context, &source.title);
    match source.url.as_deref().and_then(safe_link).filter(|_| source.link) {
        Some(url) => format!("<a href=\"{}\" rel=\"noopener\">{title}</a>", escaped(&url)),
        None => title,
    }
}

fn phrase(context: &Context, text: &Text) -> String {
    match context.best(text) {
        (words, Some(lang)) => format!("<span lang=\"{}\">{}</span>", escaped(lang), escaped(&words)),
        (words, None) => escaped(&words),
    }
}

/// Words as text of HTML or in a quoted attribute.
pub fn escaped(words: &str) -> String {
    let mut out = String::new();
    for letter in words.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            letter if letter.is_control() => out.push(' '),
            letter => out.push(letter),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        i18n::{Language, Words},
        load::load,
        model::Day,
        query::{Index, search::Hits},
        state::read,
    };

    const BRIEFING: &str = r#"{"annals":1,"id":"x","title":{"en":"X <1> & \"co\"","zh-Hans":"甲"},"languages":["en","zh-Hans"],
        "sources":[{"id":"s","title":"Law gazette","url":"https://example.org/a?b=1&c=2"},{"id":"t","title":"Leaflet"}],
        "tracks":[{"id":"law","title":"Laws"}],
        "events":[{"id":"a","track":"law","date":"2019-10","title":"First </li><script>","sources":["s","t"]},
                  {"id":"b","date":"2021","title":{"en":"Second"}}],
        "figures":[{"id":"line","kind":"timeline"}],
        "views":[{"id":"overview","title":"O","parts":[{"figure":"line"}]}]}"#;

    fn made(language: Language, query: &str, form: Form, height_px: Option<u32>) -> String {
        let briefing = load(BRIEFING.as_bytes()).unwrap().briefing;
        let (index, words, (state, _)) = (Index::new(&briefing), Words::new(language), read(query));
        let hits = Hits::default();
        let today = Day::new(2026, 1, 1).unwrap();
        let context = Context { briefing: &briefing, index: &index, words: &words, state: &state, hits: &hits, today };
        snippet(&context, Wanted { home: "https://host/annals/", state: &state, form, height_px })
    }

    #[test]
    fn the_element_holds_what_it_shows() {
        assert_eq!(
            made(Language::En, "q=a%20%22b&theme=dark&embed=1", Form::Element, Some(480)),
            "<script src=\"https://host/annals/embed.js\" async></script>\n\
             <annals-briefing src=\"https://host/annals/\" title=\"X &lt;1&gt; &amp; &quot;co&quot;\" q=\"a &quot;b\" theme=\"dark\" height=\"480\">\n\
             <p><a href=\"https://host/annals/?q=a%20%22b&amp;theme=dark\">X &lt;1&gt; &amp; &quot;co&quot;</a></p>\n\
             <ul>\n\
             <li><strong>October 2019</strong> First &lt;/li&gt;&lt;script&gt; (<a href=\"https://example.org/a?b=1&amp;c=2\" rel=\"noopener\">Law gazette</a>; Leaflet)</li>\n\
             <li><strong>2021</strong> Second</li>\n\
             </ul>\n\
             </annals-briefing>\n"
        );
    }

    #[test]
    fn a_frame_stands_before_what_it_shows_and_filters_hold_for_both() {
        let code = made(Language::ZhHans, "track=law&lang=zh-Hans", Form::Frame, None);
        let start = "<iframe src=\"https://host/annals/embed.html?track=law&amp;lang=zh-Hans&amp;embed=1\" title=\"甲\" width=\"100%\" height=\"640\" loading=\"lazy\"";
        assert!(code.starts_with(start), "{code}");
        assert!(code.contains("<p><a href=\"https://host/annals/?track=law&amp;lang=zh-Hans\">甲</a></p>"));
        assert!(
            code.contains("2019年10月") && code.contains("<span lang=\"en\">") && !code.contains("Second"),
            "{code}"
        );
    }
}
