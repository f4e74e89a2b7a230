//! The words of findings and of errors in loading: from stable codes to sentences.

use std::sync::OnceLock;

use super::{Language, Value, messages::Messages};
use crate::model::date::{DateError, Edtf};

/// What a finding says, and what to do about it. Both are sentences without full stop; the second may be empty.
///
/// `code`: the stable name, as `DUPLICATE_ID`. `args`: the variables; values are data, so control characters in them are
/// escaped.
///
/// ```
/// use annals::i18n::{Language, findings::describe};
///
/// let (message, _) = describe(Language::En, "FIELD_UNKNOWN", &[("field", "titel")]);
/// assert_eq!(message, "The format has no field “titel” here");
/// ```
pub fn describe<A: AsRef<str>>(language: Language, code: &str, args: &[(&str, A)]) -> (String, String) {
    let why = why_no_date(code, args);
    let why = why.iter().flat_map(|why| [("reason", why.reason()), ("reason_kind", why.kind().name())]);
    let given = args.iter().map(|(name, value)| (*name, value.as_ref()));
    let args = given.chain(why).map(|(name, value)| (name, escaped(value))).collect();
    described(language, &code.to_ascii_lowercase().replace('_', "-"), args)
}

/// Why a text is no date, where that is not given.
fn why_no_date<A: AsRef<str>>(code: &str, args: &[(&str, A)]) -> Option<DateError> {
    let find = |wanted: &str| args.iter().find(|(name, _)| *name == wanted).map(|(_, value)| value.as_ref());
    let value = find("value").filter(|_| code == "DATE_INVALID" && find("reason").is_none())?;
    Edtf::parse(value).err()
}

fn described(language: Language, key: &str, mut args: Vec<(&str, String)>) -> (String, String) {
    let messages = messages(language);
    // Reasons why a text is no date are English sentences; other languages say the sort of fault.
    let kind = args.iter().find(|(name, _)| *name == "reason_kind").map(|(_, kind)| format!("date-reason-{kind}"));
    if let Some(kind) = kind.filter(|_| language != Language::En).and_then(|kind| messages.find(&kind, &[])) {
        args.iter_mut().filter(|(name, _)| *name == "reason").for_each(|(_, reason)| reason.clone_from(&kind));
    }
    for name in ["suggestion", "expected", "value"] {
        if !args.iter().any(|(known, _)| *known == name) {
            args.push((name, "none".to_owned()));
        }
    }
    let variables: Vec<_> = args.iter().map(|(name, value)| (*name, Value::from(value.as_str()))).collect();
    let message = messages.find(key, &variables).unwrap_or_else(|| key.to_owned());
    (message, messages.find(&format!("{key}.remedy"), &variables).unwrap_or_default())
}

/// Whether findings of this code can be described.
pub fn is_known(language: Language, code: &str) -> bool {
    let key = code.to_ascii_lowercase().replace('_', "-");
    messages(language).has(&key) && messages(language).has(&format!("{key}.remedy"))
}

fn messages(language: Language) -> &'static Messages {
    static ENGLISH: OnceLock<Messages> = OnceLock::new();
    static CHINESE: OnceLock<Messages> = OnceLock::new();
    match language {
        Language::En => ENGLISH
            .get_or_init(|| Messages::new(language, include_str!(concat!(env!("OUT_DIR"), "/findings.en.messages")))),
        Language::ZhHans => CHINESE.get_or_init(|| {
            Messages::new(language, include_str!(concat!(env!("OUT_DIR"), "/findings.zh-Hans.messages")))
        }),
    }
}

/// The text with control characters and changes of writing direction made visible, as `\u{1b}`.
pub fn escaped(text: &str) -> String {
    let is_odd = |c: char| {
        c.is_control()
            || matches!(c, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
    };
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            '\r' => out.push_str("\\r"),
            c if is_odd(c) => out.extend(c.escape_unicode()),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_cannot_reach_the_terminal() {
        let (message, _) = describe(Language::En, "ID_INVALID", &[("value", "a\u{1b}[31m\u{202e}b")]);
        assert_eq!(message, "“a\\u{1b}[31m\\u{202e}b” is not an id");
    }

    #[test]
    fn reasons_speak_the_language() {
        let args = [("value", "2021-02-30"), ("reason", "30 February …"), ("reason_kind", "day")];
        let (message, _) = describe(Language::ZhHans, "DATE_INVALID", &args);
        assert_eq!(message, "“2021-02-30”不是有效日期：该月没有这一天");
    }
}
