//! Numbers as both languages print them: thousands set apart by a comma, no digit invented or lost.

/// The number, with thousands set apart and its own decimals.
///
/// ```
/// use annals::i18n::number;
/// assert_eq!(number(1164000.0), "1,164,000");
/// assert_eq!(number(4929.0), "4,929");
/// assert_eq!(number(88.9), "88.9");
/// assert_eq!(number(-1234.5), "-1,234.5");
/// ```
pub fn number(value: f64) -> String {
    let plain = value.abs().to_string();
    let (whole, decimals) = plain.split_once('.').unwrap_or((&plain, ""));
    let mut out = String::with_capacity(plain.len() + 4);
    if value < 0.0 {
        out.push('-');
    }
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at) % 3 == 0 {
            out.push(',');
        }
        out.push(digit);
    }
    if !decimals.is_empty() {
        out.push('.');
        out.push_str(decimals);
    }
    out
}
