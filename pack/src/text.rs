//! Bytes as a text that is short in a UTF-8 file and survives HTML.
//!
//! Seven bits become one character. The fourteen characters that HTML, mail or old systems treat in their own way are not
//! used: in the place of each stands a character of two bytes that holds seven bits more, so that a byte of the file always carries
//! seven bits. See K. Albertson, "Base122" (2016). `static/offline/start.js` turns it back.

/// Characters that must not stand in the text: NUL, backspace to carriage return, end of file, escape, `&`, `-`, `<`, `>`, delete.
const REFUSED: [u8; 14] = [0x00, 0x08, 0x09, 0x0a, 0x0b, 0x0c, 0x0d, 0x1a, 0x1b, b'&', b'-', b'<', b'>', 0x7f];

/// Bytes as a text.
pub fn text(bytes: &[u8]) -> String {
    let mut sevens = sevens(bytes);
    let mut text = String::with_capacity(bytes.len() * 8 / 7 + 2);
    while let Some(seven) = sevens.next() {
        match REFUSED.iter().position(|refused| *refused == seven) {
            None => text.push(char::from(seven)),
            Some(index) => {
                let point = (index as u32 + 2) << 7 | u32::from(sevens.next().unwrap_or(0));
                text.extend(char::from_u32(point));
            }
        }
    }
    text
}

/// The bits in groups of seven, filled up with zeros.
fn sevens(bytes: &[u8]) -> impl Iterator<Item = u8> {
    (0..(bytes.len() * 8).div_ceil(7)).map(|group| {
        let bit = |at: usize| bytes.get(at / 8).map_or(0, |byte| byte >> (7 - at % 8) & 1);
        (0..7).fold(0, |seven, at| seven << 1 | bit(group * 7 + at))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What the script of the page does.
    fn bytes(text: &str) -> Vec<u8> {
        let (mut bytes, mut bits, mut count) = (Vec::new(), 0_u32, 0);
        for seven in text.chars().flat_map(|c| match u32::from(c) {
            plain @ 0..128 => vec![plain],
            point => vec![u32::from(REFUSED[(point >> 7) as usize - 2]), point & 127],
        }) {
            bits = bits << 7 | seven;
            count += 7;
            if count >= 8 {
                count -= 8;
                bytes.push((bits >> count) as u8);
                bits &= (1 << count) - 1;
            }
        }
        bytes
    }

    #[test]
    fn all_bytes_survive_and_cost_eight_sevenths() {
        let every: Vec<u8> = (0..=255).flat_map(|a| (0..=255).flat_map(move |b| [a, b])).collect();
        for size in [0, 1, 2, 6, 7, 8, 1_000, every.len()] {
            let text = text(&every[..size]);
            assert_eq!(&bytes(&text)[..size], &every[..size], "{size}");
            assert!(text.len() <= size * 8 / 7 + 2, "{size}: {}", text.len());
            assert!(!text.bytes().any(|byte| REFUSED.contains(&byte)), "{size}");
        }
    }
}
