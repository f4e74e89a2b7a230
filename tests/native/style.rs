//! The style sheets say what the themes and roles of the crate say.

use annals::scene::{style, theme::Theme};

fn sheet(name: &str) -> String {
    let path = format!("{}/static/{name}", env!("CARGO_MANIFEST_DIR"));
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// The declarations that follow each occurrence of a selector, as lines without indent.
fn blocks<'a>(sheet: &'a str, selector: &str) -> Vec<Vec<&'a str>> {
    sheet
        .split(selector)
        .skip(1)
        .filter_map(|rest| rest.split_once('{')?.1.split_once('}'))
        .map(|(body, _)| body.lines().map(str::trim).filter(|line| !line.is_empty()).collect())
        .collect()
}

#[test]
fn tokens_have_the_colours_of_the_themes() {
    let sheet = sheet("tokens.css");
    for (theme, selectors) in [
        (Theme::LIGHT, &["[data-theme=\"light\"]"][..]),
        (Theme::DARK, &["[data-theme=\"dark\"]", "[data-theme=\"auto\"]"]),
        (Theme::CONTRAST, &["[data-theme=\"contrast\"]"]),
    ] {
        for selector in selectors {
            let found = blocks(&sheet, selector);
            assert_eq!(found.len(), 1, "{selector}");
            let colours: Vec<_> = found[0].iter().copied().filter(|line| line.contains('#')).collect();
            let css = theme.css();
            let wanted: Vec<_> = css.lines().map(str::trim).collect();
            assert_eq!(colours, wanted, "{selector} in tokens.css should hold\n{css}");
        }
    }
}

#[test]
fn scene_rules_follow_from_the_roles() {
    let sheet = sheet("scene.css");
    let wanted = style::css();
    assert!(sheet.contains(&wanted), "scene.css should hold these lines, in this order:\n{wanted}");
}

#[test]
fn style_sheets_load_nothing() {
    for name in ["tokens.css", "page.css", "later.css", "scene.css"] {
        let sheet = sheet(name);
        assert!(!sheet.contains("url(") && !sheet.contains("@import"), "{name}");
    }
}
