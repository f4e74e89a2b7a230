//! Addresses within lines.

/// The address of `<scheme:…>` at the start of the words.
pub(super) fn autolink(words: &str) -> Option<&str> {
    let words = words.strip_prefix('<')?;
    let is_end = |byte: &u8| matches!(byte, b'<' | b'>' | 0..=b' ' | 0x7f);
    let length = words.bytes().position(|byte| is_end(&byte))?;
    let (address, rest) = words.split_at(length);
    let (scheme, _) = address.split_once(':')?;
    let is_scheme = (2..=32).contains(&scheme.len())
        && scheme.as_bytes()[0].is_ascii_alphabetic()
        && scheme.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'-' | b'.'));
    (is_scheme && rest.starts_with('>')).then_some(address)
}

/// The address in `(address "title")` at the start of the words, and how many bytes that is.
pub(super) fn target(words: &str) -> Option<(usize, String)> {
    let bytes = words.as_bytes();
    if bytes.first() != Some(&b'(') {
        return None;
    }
    let start = after_space(bytes, 1);
    let (address, end) = match bytes.get(start) {
        Some(b'<') => {
            let end = enclosed(bytes, start, b'>')?;
            (&words[start + 1..end - 1], end)
        }
        _ => {
            let end = bare(bytes, start)?;
            (&words[start..end], end)
        }
    };
    let mut next = after_space(bytes, end);
    let title_end = match bytes.get(next) {
        Some(b'(') => Some(b')'),
        Some(quote @ (b'"' | b'\'')) => Some(*quote),
        _ => None,
    };
    if let Some(title_end) = title_end.filter(|_| next > end) {
        next = after_space(bytes, enclosed(bytes, next, title_end)?);
    }
    (bytes.get(next) == Some(&b')')).then(|| (next + 1, unescaped(address)))
}

fn after_space(bytes: &[u8], at: usize) -> usize {
    at + bytes[at..].iter().take_while(|byte| matches!(byte, b' ' | b'\n')).count()
}

/// Where the text that begins here with a mark is over. Within brackets, that mark may not come again.
fn enclosed(bytes: &[u8], start: usize, end: u8) -> Option<usize> {
    let open = bytes[start];
    let mut at = start + 1;
    loop {
        match *bytes.get(at)? {
            b'\\' if bytes.get(at + 1).is_some_and(u8::is_ascii_punctuation) => at += 1,
            byte if byte == end => return Some(at + 1),
            byte if byte == open || byte == b'\n' && end == b'>' => return None,
            _ => {}
        }
        at += 1;
    }
}

/// Where an address without angle brackets ends: at a space, or at a round bracket it did not open.
fn bare(bytes: &[u8], start: usize) -> Option<usize> {
    const DEEPEST: usize = 32;
    let mut depth = 0;
    let mut at = start;
    while let Some(byte) = bytes.get(at) {
        match byte {
            0..=b' ' | 0x7f => break,
            b'\\' if bytes.get(at + 1).is_some_and(u8::is_ascii_punctuation) => at += 1,
            b'(' if depth == DEEPEST => return None,
            b'(' => depth += 1,
            b')' if depth == 0 => break,
            b')' => depth -= 1,
            _ => {}
        }
        at += 1;
    }
    (depth == 0).then_some(at)
}

/// The words without the backslashes that escape.
fn unescaped(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    let mut chars = words.chars().peekable();
    while let Some(c) = chars.next() {
        let escaped = if c == '\\' { chars.next_if(char::is_ascii_punctuation) } else { None };
        out.push(escaped.unwrap_or(c));
    }
    out
}
