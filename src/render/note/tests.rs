//! Notes as files, and what readers of those make of them.

use proptest::prelude::*;
use pulldown_cmark::{Event, Options, Parser, Tag};

use super::*;
use crate::{
    figure::{
        note::tests::{note_on, seen},
        note::{Entry, Note, Phrase, Statement},
    },
    i18n::Language,
    model::Id,
};

#[test]
fn markdown_by_hand() {
    let note = note_on(Language::En, &["e1", "e2"]);
    let text = seen(Language::En, "", |context| markdown(context, &note));
    assert_eq!(
        text,
        r"# Rules: briefing note

- Published by: Annals
- Edition: First
- Data to: March 2026
- Licence: CC BY 4.0
- Made on: 1 April 2026

## First \[act\](https\://evil.example)[^1]

Event

- Date: 3 December 2001[^2]
- Who acted: AQSIQ
- official

It \*lists\* 132 \& more

Sources disagree

- Another source says: 7 December 2001[^3]
- It was a draft[^3]

## 第二项[^4]

Event

- Date: about September 2009
- Note: 1\. not a list

## Sources

[^1]: Gazette \*33\*, AQSIQ, December 2001, Art. 5, “共132种” (Chinese (simplified) · translated by A. B.), <https://example.org/33>, read on 1 February 2026, archived copy: <https://web.example/33>
[^2]: News \<b\>
[^3]: Paper, https\://example.org/p
[^4]: Gazette \*33\*, AQSIQ, December 2001, <https://example.org/33>, read on 1 February 2026, archived copy: <https://web.example/33>
"
    );
}

#[test]
fn html_by_hand() {
    let note = note_on(Language::ZhHans, &["e2", "e1"]);
    let text = seen(Language::ZhHans, "", |context| html(context, &note));
    assert!(text.starts_with("<!DOCTYPE html>\n<html lang=\"zh-Hans\">\n"), "{text}");
    for part in [
        "<h1>规则：摘要</h1>",
        "<h2>第二项 <a href=\"#source-1\">[1]</a></h2>",
        "<h2 lang=\"en\">First [act](https://evil.example) <a href=\"#source-2\">[2]</a></h2>",
        "<li>日期：约2009年9月</li>",
        "<p lang=\"en\">It *lists* 132 &amp; more</p>",
        "<p id=\"source-3\">[3] <span lang=\"en\">News &lt;b&gt;</span></p>",
        "“<span lang=\"zh-Hans\">共132种</span>” (中文（简体） · A. B.译)",
        "<a href=\"https://example.org/33\">https://example.org/33</a>",
        "https://example.org/p</p>",
    ] {
        assert!(text.contains(part), "{part} in {text}");
    }
    assert!(!text.contains("<script") && !text.contains("<b>"));
}

/// What a reader of Markdown sees: words, and the signs that are not meant to be there.
fn read(text: &str) -> (Vec<String>, Vec<String>) {
    let options =
        Options::ENABLE_FOOTNOTES | Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_MATH;
    let (mut words, mut signs, mut line) = (Vec::new(), Vec::new(), String::new());
    for event in Parser::new_ext(text, options) {
        match event {
            Event::Text(text) => line.push_str(&text),
            Event::Start(
                Tag::Heading { .. } | Tag::List(None) | Tag::Item | Tag::Paragraph | Tag::FootnoteDefinition(_),
            ) => {}
            Event::End(_) => words.push(std::mem::take(&mut line)),
            Event::FootnoteReference(_) => {}
            other => signs.push(format!("{other:?}")),
        }
    }
    words.retain(|line| !line.is_empty());
    (words, signs)
}

fn saying(words: &str) -> Note {
    let phrase = Phrase { words: words.into(), lang: None };
    let said = Statement { label: Some(words.into()), said: phrase.clone(), numbers: Vec::new() };
    let entry = Entry {
        id: Id::from("e"),
        sort: "Event".into(),
        title: phrase.clone(),
        numbers: Vec::new(),
        facts: vec![said],
        texts: vec![phrase],
        disputes: Vec::new(),
    };
    Note {
        id: "x".into(),
        title: words.into(),
        language: "en",
        lead: vec![words.into()],
        entries: vec![entry],
        sources: Vec::new(),
    }
}

proptest! {
    #[test]
    fn no_text_becomes_a_mark(words in prop_oneof![any::<String>(), r#"[a-c0-9 \\`*_{}\[\]()<>#+\-=.!|~&:;/"'$^@\n\t强制，。]{1,30}"#]) {
        let note = saying(&words);
        let text = seen(Language::En, "", |context| markdown(context, &note));
        let (read, signs) = read(&text);
        prop_assert!(signs.is_empty(), "{signs:?} in {text}");
        let plain: String = words.chars().map(|letter| if letter.is_whitespace() { ' ' } else { letter }).filter(|letter| !letter.is_control()).collect();
        let plain = plain.split_whitespace().collect::<Vec<_>>().join(" ");
        let expected: Vec<String> = match plain.is_empty() {
            true => read.clone(),
            false => [&*plain, &plain, &plain, "Event", &format!("{plain}: {plain}"), &plain].map(str::to_owned).into(),
        };
        prop_assert_eq!(&read, &expected, "{}", text);
    }

    #[test]
    fn no_text_becomes_a_tag(words in prop_oneof![any::<String>(), r#"[a-c <>&"'/=]{0,20}"#]) {
        let none = seen(Language::En, "", |context| html(context, &saying("a")));
        let text = seen(Language::En, "", |context| html(context, &saying(&words)));
        let count = |text: &str, sign: char| text.chars().filter(|letter| *letter == sign).count();
        for sign in ['<', '>', '"'] {
            prop_assert_eq!(count(&text, sign), count(&none, sign));
        }
    }
}
