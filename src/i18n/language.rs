//! The languages of the page.

use crate::{model::date::DateStyle, scale::DateLabels};

/// A language of the page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Language {
    /// English.
    #[default]
    En,
    /// Simplified Chinese.
    ZhHans,
}

impl Language {
    /// All languages.
    pub const ALL: [Language; 2] = [Language::En, Language::ZhHans];

    /// Its BCP 47 tag.
    pub fn tag(self) -> &'static str {
        match self {
            Language::En => "en",
            Language::ZhHans => "zh-Hans",
        }
    }

    /// The language that serves best a reader who asks for `tag`.
    ///
    /// ```
    /// use annals::i18n::Language;
    /// assert_eq!(Language::best("zh-CN"), Language::ZhHans);
    /// assert_eq!(Language::best("fr"), Language::En);
    /// ```
    pub fn best(tag: &str) -> Language {
        let primary = tag.split('-').next().unwrap_or_default();
        if primary.eq_ignore_ascii_case("zh") { Language::ZhHans } else { Language::En }
    }

    /// Whether there are words in the language of `tag`.
    pub fn is_spoken(tag: &str) -> bool {
        let primary = tag.split('-').next().unwrap_or_default();
        ["en", "zh"].iter().any(|spoken| primary.eq_ignore_ascii_case(spoken))
    }

    /// The one to switch to.
    pub fn other(self) -> Language {
        match self {
            Language::En => Language::ZhHans,
            Language::ZhHans => Language::En,
        }
    }

    /// Its name, in itself.
    pub fn own_name(self) -> &'static str {
        match self {
            Language::En => "English",
            Language::ZhHans => "中文",
        }
    }

    /// Its name as the name of the control that switches to it.
    pub fn switch_label(self) -> &'static str {
        match self {
            Language::En => "Switch to English",
            Language::ZhHans => "切换到中文",
        }
    }

    /// How dates are printed in it.
    pub fn dates(self) -> DateStyle {
        match self {
            Language::En => DateStyle::En,
            Language::ZhHans => DateStyle::Zh,
        }
    }

    /// How dates on axes are written in it.
    pub fn axis(self) -> DateLabels {
        match self {
            Language::En => DateLabels::English,
            Language::ZhHans => DateLabels::Chinese,
        }
    }
}
