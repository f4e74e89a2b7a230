//! Wasm modules as a text that is short in a UTF-8 file: what [`crate::Unpacking`] turns back.
//!
//! Measured with the code of the page, 1.91 MB in two modules: gzip 818 kB, LZMA 639 kB, this 519 kB. With LZMA the offline file
//! of the built-in briefing, whose data is 511 kB, would not fit into 1.2 MB. The coder is a usual binary arithmetic coder over
//! the likelihoods of the model.

use crate::{Model, text::text};

/// The modules as a text. Each must be shorter than 4 GiB.
///
/// ```
/// let text = annals_pack::packed(&[b"\0asm\x01\0\0\0", b""]);
/// assert!(!text.contains('<'));
/// ```
pub fn packed(modules: &[&[u8]]) -> String {
    text(&coded(modules))
}

/// The modules as bytes: their number, the size of each in four bytes, and the code.
pub fn coded(modules: &[&[u8]]) -> Vec<u8> {
    let mut bytes = vec![modules.len() as u8];
    for module in modules {
        bytes.extend((module.len() as u32).to_be_bytes());
    }
    let (mut model, mut coder) = (Model::default(), Coder { low: 0, high: u32::MAX, bytes });
    for module in modules {
        model.begin();
        for bit in module.iter().flat_map(|byte| (0..8).rev().map(move |at| byte >> at & 1)) {
            coder.write(model.predict(), bit);
            model.learn(i32::from(bit));
        }
    }
    coder.finish()
}

/// The interval that stands for all bits so far.
struct Coder {
    low: u32,
    high: u32,
    bytes: Vec<u8>,
}

impl Coder {
    /// `likelihood` of a one: 1 to 4095, of 4096.
    fn write(&mut self, likelihood: i32, bit: u8) {
        let middle = self.low + ((self.high - self.low) >> 12) * likelihood as u32;
        if bit == 1 {
            self.high = middle;
        } else {
            self.low = middle + 1;
        }
        while self.low >> 24 == self.high >> 24 {
            self.bytes.push((self.high >> 24) as u8);
            self.low <<= 8;
            self.high = self.high << 8 | 255;
        }
    }

    fn finish(mut self) -> Vec<u8> {
        self.bytes.extend(self.high.to_be_bytes());
        self.bytes
    }
}
