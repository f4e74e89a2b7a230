//! Packed modules, turned back piece by piece, so that a page can do other things meanwhile.

use crate::Model;

/// Modules of more bytes than this are none of ours.
const MOST_BYTES: u32 = 1 << 26;

/// What is left of a packed stream.
pub struct Unpacking {
    model: Model,
    packed: Vec<u8>,
    sizes: Vec<u32>,
    next: usize,
    low: u32,
    high: u32,
    code: u32,
}

impl Unpacking {
    /// Reads the head of `packed`; `None` where that is not the head of packed modules.
    pub fn new(packed: Vec<u8>) -> Option<Unpacking> {
        let count = usize::from(*packed.first()?);
        let sizes = packed.get(1..1 + 4 * count)?.chunks(4);
        let sizes: Vec<u32> = sizes.map(|size| size.iter().fold(0, |sum, byte| sum << 8 | u32::from(*byte))).collect();
        if sizes.iter().any(|size| *size > MOST_BYTES) {
            return None;
        }
        let mut unpacking =
            Unpacking { model: Model::default(), next: 1 + 4 * count, packed, sizes, low: 0, high: u32::MAX, code: 0 };
        for _ in 0..4 {
            unpacking.code = unpacking.code << 8 | unpacking.next();
        }
        Some(unpacking)
    }

    /// The size in bytes of each module.
    pub fn sizes(&self) -> &[u32] {
        &self.sizes
    }

    /// Another module begins.
    pub fn begin(&mut self) {
        self.model.begin();
    }

    /// The next byte of the module. What was altered gives other bytes, never an error.
    pub fn byte(&mut self) -> u8 {
        let mut byte = 0;
        for _ in 0..8 {
            let likelihood = self.model.predict() as u32;
            let middle = self.low + ((self.high - self.low) >> 12) * likelihood;
            let bit = self.code <= middle;
            if bit {
                self.high = middle;
            } else {
                self.low = middle + 1;
            }
            while self.low >> 24 == self.high >> 24 {
                self.low <<= 8;
                self.high = self.high << 8 | 255;
                self.code = self.code << 8 | self.next();
            }
            self.model.learn(i32::from(bit));
            byte = byte << 1 | u8::from(bit);
        }
        byte
    }

    fn next(&mut self) -> u32 {
        let byte = self.packed.get(self.next).copied().unwrap_or(0);
        self.next += 1;
        byte.into()
    }
}
