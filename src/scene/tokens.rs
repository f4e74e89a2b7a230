//! What a host may choose of the look of an embedded page: a few tokens, each checked before it is used.

use super::theme::{Theme, Token, contrast};

/// The least contrast of text on its ground (WCAG 2, level AA).
pub const LEAST_CONTRAST: f64 = 4.5;
/// No value is longer.
pub const MOST_BYTES: usize = 300;

/// What a token is the name of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sort {
    /// A list of font families.
    Font,
    /// A length in whole CSS pixels between two bounds.
    Length(u16, u16),
    /// A colour.
    Colour(Token),
}

/// All tokens that a host may set: the name in messages, and with `--annals-` before it in the style sheet of the host; what
/// it is; the custom property of the page that it sets.
pub const TOKENS: [(&str, Sort, &str); 17] = [
    ("font", Sort::Font, "--font-sans"),
    ("font-mono", Sort::Font, "--font-mono"),
    ("size", Sort::Length(12, 24), "--host-size"),
    ("padding", Sort::Length(0, 64), "--host-padding"),
    ("bg", Sort::Colour(Token::Bg), "--bg"),
    ("surface", Sort::Colour(Token::Surface), "--surface"),
    ("surface-sunken", Sort::Colour(Token::SurfaceSunken), "--surface-sunken"),
    ("ink", Sort::Colour(Token::Ink), "--ink"),
    ("ink-muted", Sort::Colour(Token::InkMuted), "--ink-muted"),
    ("rule", Sort::Colour(Token::Rule), "--rule"),
    ("rule-medium", Sort::Colour(Token::RuleMedium), "--rule-medium"),
    ("rule-strong", Sort::Colour(Token::RuleStrong), "--rule-strong"),
    ("accent", Sort::Colour(Token::Accent), "--accent"),
    ("accent-ink", Sort::Colour(Token::AccentInk), "--accent-ink"),
    ("selected", Sort::Colour(Token::Selected), "--selected"),
    ("hover", Sort::Colour(Token::Hover), "--hover"),
    ("focus", Sort::Colour(Token::Focus), "--focus"),
];

/// Text and the grounds on which it stands.
const PAIRS: [(Token, &[Token]); 4] =
    [(Token::Ink, GROUNDS), (Token::InkMuted, GROUNDS), (Token::Accent, GROUNDS), (Token::AccentInk, &[Token::Accent])];
const GROUNDS: &[Token] = &[Token::Bg, Token::Surface, Token::SurfaceSunken, Token::Selected, Token::Hover];

/// Families that are no names.
const GENERIC: [&str; 9] = [
    "serif",
    "sans-serif",
    "monospace",
    "system-ui",
    "ui-sans-serif",
    "ui-serif",
    "ui-monospace",
    "ui-rounded",
    "-apple-system",
];

/// Why a token is not used.
#[derive(Clone, Debug, PartialEq)]
pub enum Refusal {
    /// Its value is not of its sort.
    Value,
    /// With it a text would be hard to read: on or with this other token, at this contrast.
    Contrast(&'static str, f64),
}

/// A custom property with its value.
pub type Worn = (&'static str, String);

/// What is used of the tokens that a host offers, as custom properties with their values, and what is not, with why; both in the
/// order of [`TOKENS`]. `offers`: names and values. `theme`: the colours to which they are added. Where the reader asks for the
/// highest contrast, no colour is taken.
///
/// ```
/// use annals::scene::{theme::Theme, tokens::{Refusal, tokens}};
/// let offers = [("accent".to_owned(), "#A03".to_owned()), ("ink".to_owned(), "url(x)".to_owned())];
/// let (used, refused) = tokens(&offers, &Theme::LIGHT);
/// assert_eq!(used, [("--accent", "#aa0033".to_owned())]);
/// assert_eq!(refused, [("ink", Refusal::Value)]);
/// ```
pub fn tokens(offers: &[(String, String)], theme: &Theme) -> (Vec<Worn>, Vec<(&'static str, Refusal)>) {
    let (mut used, mut refused) = (Vec::new(), Vec::new());
    for (name, sort, property) in TOKENS {
        let Some((_, value)) = offers.iter().find(|(offered, _)| offered == name) else { continue };
        match read(sort, value) {
            Some(value) => used.push((name, sort, property, value)),
            None => refused.push((name, Refusal::Value)),
        }
    }
    if *theme == Theme::CONTRAST {
        used.retain(|(_, sort, ..)| !matches!(sort, Sort::Colour(_)));
    }
    // Each turn takes one away; what is left with the theme's own colours is readable.
    while let Some((name, other, found)) = weakest(&used, theme) {
        used.retain(|(one, ..)| *one != name);
        refused.push((name, Refusal::Contrast(other, found)));
    }
    let place = |name: &str| TOKENS.iter().position(|(one, ..)| *one == name);
    refused.sort_by_key(|(name, _)| place(name));
    (used.into_iter().map(|(_, _, property, value)| (property, value)).collect(), refused)
}

/// A token in use: its name, sort, property, value.
type Used = (&'static str, Sort, &'static str, String);

/// The first token of the host that makes a text too weak, with the other of the pair. Text gives way before its ground.
fn weakest(used: &[Used], theme: &Theme) -> Option<(&'static str, &'static str, f64)> {
    let own = |token: Token| used.iter().find(|(_, sort, ..)| *sort == Sort::Colour(token));
    let colour = |token: Token| own(token).map_or_else(|| theme.colour(token, None), |(.., value)| value);
    PAIRS.iter().flat_map(|(text, grounds)| grounds.iter().map(move |ground| (*text, *ground))).find_map(
        |(text, ground)| {
            let found = contrast(colour(text), colour(ground));
            let (name, ..) = own(text).or(own(ground)).filter(|_| found < LEAST_CONTRAST)?;
            let other = if own(text).is_some() { ground } else { text };
            Some((*name, other.css_name().trim_start_matches('-'), found))
        },
    )
}

/// The value as it is set, where it is of its sort.
fn read(sort: Sort, value: &str) -> Option<String> {
    let value = value.trim();
    if value.len() > MOST_BYTES {
        return None;
    }
    match sort {
        Sort::Font => font(value),
        Sort::Length(least, most) => {
            let px: u16 = value.strip_suffix("px").unwrap_or(value).parse().ok()?;
            (least..=most).contains(&px).then(|| format!("{px}px"))
        }
        Sort::Colour(_) => colour(value),
    }
}

/// A list of font families: names of letters, digits, spaces and hyphens, in quotes or not. What else CSS knows, above all an
/// address, is none.
fn font(value: &str) -> Option<String> {
    let family = |name: &str| {
        let name = name.trim();
        let bare = ['"', '\''].iter().find_map(|&quote| name.strip_prefix(quote)?.strip_suffix(quote)).unwrap_or(name);
        let is_plain = |c: char| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_' | '.');
        (!bare.trim().is_empty() && bare.chars().all(is_plain)).then(|| match bare {
            // In quotes such a word would be the name of a font.
            generic if GENERIC.contains(&generic) => generic.to_owned(),
            named => format!("\"{named}\""),
        })
    };
    let families: Option<Vec<String>> = value.split(',').map(family).collect();
    Some(families?.join(", "))
}

/// A colour as `#rrggbb`: from three or six hexadecimal digits, or `rgb()` of three whole numbers up to 255, without
/// transparency.
///
/// ```
/// use annals::scene::tokens::colour;
/// assert_eq!(colour("rgb(15, 90, 148)").as_deref(), Some("#0f5a94"));
/// assert_eq!(colour("rgb(0 0 0 / 50%)"), None);
/// ```
pub fn colour(value: &str) -> Option<String> {
    let value = value.trim().to_ascii_lowercase();
    if let Some(digits) = value.strip_prefix('#') {
        let is_hex = digits.bytes().all(|b| b.is_ascii_hexdigit());
        return match digits.len() {
            3 if is_hex => Some(digits.chars().fold("#".to_owned(), |out, c| out + &String::from_iter([c, c]))),
            6 if is_hex => Some(value),
            _ => None,
        };
    }
    let inner = value.strip_prefix("rgb(")?.strip_suffix(')')?;
    let parts = inner.split([',', ' ']).filter(|part| !part.is_empty());
    let bytes: Vec<u8> = parts.map(|part| part.parse().ok()).collect::<Option<_>>()?;
    let [red, green, blue] = bytes[..] else { return None };
    Some(format!("#{red:02x}{green:02x}{blue:02x}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn offered(offers: &[(&str, &str)]) -> Vec<(String, String)> {
        offers.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
    }

    #[test]
    fn there_are_at_most_twenty_and_each_is_documented() {
        assert!(TOKENS.len() <= 20);
        let documented = include_str!("../../docs/embedding.md");
        for (name, ..) in TOKENS {
            assert!(documented.contains(&format!("`--annals-{name}`")), "{name}");
        }
    }

    #[test]
    fn values_are_of_their_sort() {
        let good = [("font", "Georgia, 'Times New Roman', serif"), ("size", "18px"), ("padding", "0")];
        let (used, refused) = tokens(&offered(&good), &Theme::LIGHT);
        assert_eq!(used[0].1, "\"Georgia\", \"Times New Roman\", serif");
        assert_eq!((&*used[1].1, &*used[2].1), ("18px", "0px"));
        assert!(refused.is_empty());
        let bad = [
            ("font", "x, url(//evil)"),
            ("font", "a\"; } body { display: none"),
            ("font", ""),
            ("font-mono", "var(--x)"),
            ("size", "1e9px"),
            ("size", "NaN"),
            ("size", "inf"),
            ("size", "2em"),
            ("padding", "-1px"),
            ("bg", "red"),
            ("bg", "#12345"),
            ("bg", "#ééé"),
            ("bg", "rgb(1,2)"),
            ("bg", "rgb(1,2,256)"),
            ("bg", "expression(alert(1))"),
            ("accent", "#0f5a9480"),
        ];
        for (name, value) in bad {
            let (used, refused) = tokens(&offered(&[(name, value)]), &Theme::LIGHT);
            assert!(used.is_empty() && refused == [(name, Refusal::Value)], "{name}: {value}");
        }
        let long = format!("A{}", "a".repeat(MOST_BYTES));
        assert_eq!(tokens(&offered(&[("font", &long)]), &Theme::LIGHT).1.len(), 1);
        assert_eq!(tokens(&offered(&[("nonsense", "1"), ("--bg", "#fff")]), &Theme::LIGHT), (vec![], vec![]));
    }

    #[test]
    fn text_that_would_be_hard_to_read_is_refused() {
        let (used, refused) = tokens(&offered(&[("ink", "#cccccc"), ("focus", "#cccccc")]), &Theme::LIGHT);
        assert_eq!(used, [("--focus", "#cccccc".to_owned())]);
        assert!(matches!(refused[..], [("ink", Refusal::Contrast("bg", found))] if found < 4.5));
        // A dark ground is fine with light text, and not without.
        let night = [("bg", "#000"), ("surface", "#000"), ("surface-sunken", "#111"), ("selected", "#222")];
        let (used, refused) = tokens(&offered(&night), &Theme::LIGHT);
        assert!(used.is_empty() && refused.len() == 4, "{used:?}");
        let mut whole = night.to_vec();
        whole.extend([
            ("hover", "#222"),
            ("ink", "#fff"),
            ("ink-muted", "#ccc"),
            ("accent", "#9cf"),
            ("accent-ink", "#000"),
        ]);
        let (used, refused) = tokens(&offered(&whole), &Theme::LIGHT);
        assert!(used.len() == 9 && refused.is_empty(), "{refused:?}");
        // Who asks for the highest contrast gets that.
        let (used, _) = tokens(&offered(&[("accent", "#9cf"), ("font", "serif")]), &Theme::CONTRAST);
        assert_eq!(used, [("--font-sans", "serif".to_owned())]);
    }

    proptest! {
        #[test]
        fn whatever_is_offered_the_text_stays_readable(
            values in proptest::collection::vec(("[a-z-]{1,14}", "(#[0-9a-f]{3}|#[0-9a-f]{6}|rgb\\([0-9]{1,3}, [0-9]{1,3}, [0-9]{1,3}\\)|\\PC{0,20})"), 0..20),
            names in proptest::sample::subsequence(TOKENS.map(|(name, ..)| name).to_vec(), 0..TOKENS.len()),
            theme in 0..3_usize,
        ) {
            let theme = &Theme::ALL[theme];
            let mut offers = values.clone();
            offers.extend(names.iter().zip(&values).map(|(name, (_, value))| ((*name).to_owned(), value.clone())));
            let (used, _) = tokens(&offers, theme);
            let colour = |token: Token| {
                let own = used.iter().find(|(property, _)| *property == token.css_name());
                own.map_or_else(|| theme.colour(token, None).to_owned(), |(_, value)| value.clone())
            };
            for (text, grounds) in PAIRS {
                for ground in grounds {
                    prop_assert!(contrast(&colour(text), &colour(*ground)) >= LEAST_CONTRAST);
                }
            }
            for (_, value) in used {
                prop_assert!(!value.contains(['(', ';', '{', '<', '\\']), "{value}");
            }
        }
    }
}
