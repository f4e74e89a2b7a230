//! Tokens, the names of colours, and the three themes, their values. Colours exist here and, equal by test, in
//! `static/tokens.css`.

use super::Tone;

/// A colour, `#rrggbb`.
pub type Colour = &'static str;

/// The name of a colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Token {
    /// Ground of the page.
    Bg,
    /// Ground of figures, cards and fields.
    Surface,
    /// A step behind the surface: chips, wells, table heads.
    SurfaceSunken,
    /// Text.
    Ink,
    /// Text that steps back.
    InkMuted,
    /// Decorative hairlines.
    Rule,
    /// Lines that divide.
    RuleMedium,
    /// Lines that must be seen: borders of controls, axes.
    RuleStrong,
    /// Links and primary actions.
    Accent,
    /// Text on the accent.
    AccentInk,
    /// A tint of the accent: selected rows and items.
    Selected,
    /// What the pointer is on.
    Hover,
    /// The focus ring.
    Focus,
    /// Today.
    Today,
    /// What lies after the day to which the data are current.
    Future,
    /// Warnings, as text.
    Warn,
    /// Ground of warnings.
    WarnSurface,
    /// Errors, as text.
    Error,
    /// Ground of errors.
    ErrorSurface,
    /// Good news, as text.
    Good,
    /// Ground of good news.
    GoodSurface,
    /// A track's colour, 1 to 8.
    Track(Tone),
    /// The colour of the track at hand.
    Tone,
}

impl Token {
    /// All tokens with a value of their own, without the tracks.
    pub const PLAIN: [Token; 21] = [
        Token::Bg,
        Token::Surface,
        Token::SurfaceSunken,
        Token::Ink,
        Token::InkMuted,
        Token::Rule,
        Token::RuleMedium,
        Token::RuleStrong,
        Token::Accent,
        Token::AccentInk,
        Token::Selected,
        Token::Hover,
        Token::Focus,
        Token::Today,
        Token::Future,
        Token::Warn,
        Token::WarnSurface,
        Token::Error,
        Token::ErrorSurface,
        Token::Good,
        Token::GoodSurface,
    ];

    /// Its CSS custom property.
    pub fn css_name(self) -> &'static str {
        const TRACKS: [&str; Tone::COUNT] =
            ["--track-1", "--track-2", "--track-3", "--track-4", "--track-5", "--track-6", "--track-7", "--track-8"];
        match self {
            Token::Bg => "--bg",
            Token::Surface => "--surface",
            Token::SurfaceSunken => "--surface-sunken",
            Token::Ink => "--ink",
            Token::InkMuted => "--ink-muted",
            Token::Rule => "--rule",
            Token::RuleMedium => "--rule-medium",
            Token::RuleStrong => "--rule-strong",
            Token::Accent => "--accent",
            Token::AccentInk => "--accent-ink",
            Token::Selected => "--selected",
            Token::Hover => "--hover",
            Token::Focus => "--focus",
            Token::Today => "--today",
            Token::Future => "--future",
            Token::Warn => "--warn",
            Token::WarnSurface => "--warn-surface",
            Token::Error => "--error",
            Token::ErrorSurface => "--error-surface",
            Token::Good => "--good",
            Token::GoodSurface => "--good-surface",
            Token::Track(tone) => TRACKS[tone.number() - 1],
            Token::Tone => "--tone",
        }
    }
}

/// A set of colours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Theme {
    /// Its name in links and in `data-theme`.
    pub name: &'static str,
    plain: [Colour; 21],
    tracks: [Colour; Tone::COUNT],
}

impl Theme {
    /// Dark on light.
    pub const LIGHT: Theme = Theme {
        name: "light",
        plain: [
            "#f8f7f4", "#ffffff", "#f1f0ec", "#1b2127", "#545e69", "#ecebe6", "#d9d7d0", "#85898d", "#0f5a94",
            "#ffffff", "#dfecf7", "#eff4f9", "#0f5a94", "#b3261e", "#faf8f2", "#8a4b00", "#fdf1dc", "#a8201a",
            "#fdeceb", "#1c6b41", "#e5f4ea",
        ],
        tracks: ["#3274bc", "#d26331", "#39695d", "#633e88", "#7f5a03", "#0691a2", "#a5428b", "#465367"],
    };
    /// Light on dark.
    pub const DARK: Theme = Theme {
        name: "dark",
        plain: [
            "#101418", "#171c22", "#222930", "#e8ebee", "#a6b0ba", "#232a31", "#353e47", "#7b8794", "#7cb8ea",
            "#0d1720", "#1f3a52", "#1f2a35", "#8cc4f2", "#ff8a7a", "#1b2027", "#f0b45c", "#33270f", "#ff9a90",
            "#3a1c1a", "#74cf9c", "#15301f",
        ],
        tracks: ["#72aeef", "#d98258", "#4bdca8", "#957dc7", "#ddb24b", "#8cc4d9", "#c8688c", "#9ba4b0"],
    };
    /// As much contrast as there is.
    pub const CONTRAST: Theme = Theme {
        name: "contrast",
        plain: [
            "#000000", "#000000", "#1a1a1a", "#ffffff", "#e6e6e6", "#4d4d4d", "#8c8c8c", "#ffffff", "#ffe14d",
            "#000000", "#4a4200", "#333333", "#ffe14d", "#ff9d8f", "#141414", "#ffc861", "#000000", "#ffaaa2",
            "#000000", "#8cf0b4", "#000000",
        ],
        tracks: ["#8ac2ff", "#fd9f6a", "#57b4a9", "#c282e2", "#f9d759", "#6cdef3", "#fcb3b5", "#e2e9f6"],
    };
    /// All themes.
    pub const ALL: [Theme; 3] = [Theme::LIGHT, Theme::DARK, Theme::CONTRAST];

    /// The theme of this name.
    pub fn named(name: &str) -> Option<Theme> {
        Theme::ALL.into_iter().find(|theme| theme.name == name)
    }

    /// The declarations of its custom properties, one a line.
    pub fn css(&self) -> String {
        let plain = Token::PLAIN.into_iter().zip(self.plain);
        let tracks = (0..Tone::COUNT).map(|index| Token::Track(Tone::of_index(index))).zip(self.tracks);
        plain.chain(tracks).map(|(token, colour)| format!("  {}: {colour};\n", token.css_name())).collect()
    }

    /// The colour of a token. [`Token::Tone`] alone depends on where it is used: give that track's tone, or none.
    pub fn colour(&self, token: Token, tone: Option<Tone>) -> Colour {
        match token {
            Token::Track(tone) => self.tracks[tone.number() - 1],
            Token::Tone => tone.map_or(self.colour(Token::InkMuted, None), |tone| self.tracks[tone.number() - 1]),
            plain => Token::PLAIN.iter().position(|&token| token == plain).map_or("#808080", |at| self.plain[at]),
        }
    }
}

/// Contrast of two colours after WCAG 2: 1 for equal ones to 21 for black on white.
///
/// ```
/// assert_eq!(annals::scene::theme::contrast("#000000", "#ffffff"), 21.0);
/// ```
pub fn contrast(a: &str, b: &str) -> f64 {
    let luminance = |colour: &str| {
        let part = |from: usize| {
            let byte = colour.get(from..from + 2).and_then(|hex| u8::from_str_radix(hex, 16).ok()).unwrap_or(0);
            let share = f64::from(byte) / 255.0;
            if share <= 0.04045 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * part(1) + 0.7152 * part(3) + 0.0722 * part(5)
    };
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

#[cfg(test)]
mod tests {
    use super::{Theme, Token, contrast};
    use crate::scene::Tone;
    use Token::{
        Accent, AccentInk, Bg, Error, ErrorSurface, Focus, Future, Good, GoodSurface, Hover, Ink, InkMuted, RuleStrong,
        Selected, Surface, SurfaceSunken, Today, Track, Warn, WarnSurface,
    };

    /// Fails with every pair that is too weak, not only the first.
    fn assert_pairs(pairs: &[(Token, &[Token])], least: f64) {
        let mut weak = Vec::new();
        for theme in Theme::ALL {
            for (front, grounds) in pairs {
                for ground in *grounds {
                    let found = contrast(theme.colour(*front, None), theme.colour(*ground, None));
                    if found < least {
                        weak.push(format!("{}: {front:?} on {ground:?} {found:.2}", theme.name));
                    }
                }
            }
        }
        assert!(weak.is_empty(), "{weak:#?}");
    }

    #[test]
    fn text_is_readable() {
        let grounds: &[Token] = &[Bg, Surface, SurfaceSunken, Selected, Hover, Future];
        assert_pairs(
            &[
                (Ink, grounds),
                (InkMuted, grounds),
                (Accent, grounds),
                (Today, &[Surface, Bg, Future]),
                (AccentInk, &[Accent]),
                (Warn, &[WarnSurface, Surface, Bg]),
                (Error, &[ErrorSurface, Surface, Bg]),
                (Good, &[GoodSurface, Surface, Bg]),
                (Ink, &[WarnSurface, ErrorSurface, GoodSurface]),
            ],
            4.5,
        );
    }

    #[test]
    fn marks_are_seen() {
        let grounds: &[Token] = &[Bg, Surface, SurfaceSunken, Selected, Hover, Future];
        let tracks: Vec<_> = (0..Tone::COUNT).map(|index| (Track(Tone::of_index(index)), grounds)).collect();
        assert_pairs(&tracks, 3.0);
        assert_pairs(&[(Focus, grounds), (Today, grounds), (RuleStrong, &[Bg, Surface, SurfaceSunken])], 3.0);
    }
}
