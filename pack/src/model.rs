//! How likely the next bit of a wasm module is a one, learned from the bits before it.
//!
//! Five contexts of each byte are looked up by hash; each gives the share of ones so far, and what such shares have come to. A
//! prediction from the longest repetition joins them. Two sets of weights mix these, and a last table corrects the mix. See
//! Mahoney, "Adaptive Weighing of Context Models for Lossless Data Compression" (2005). Integers only, so that all machines agree.

use crate::place::Place;

/// Contexts of a byte.
const CONTEXTS: usize = 5;
/// What is mixed: two of each context, the repetition, a constant.
const INPUTS: usize = 2 * CONTEXTS + 2;
/// Each context has two to the power of these buckets, each of a check and 15 shares.
const BUCKET_BITS: u32 = 18;
/// Entries of the table of repetitions.
const REPEATS: usize = 1 << 20;
/// A repetition is looked for after so many bytes.
const REPEAT_BYTES: usize = 5;
/// Speed at which weights learn.
const LEARNING: i32 = 14;
/// How far a share moves, by the number of bits seen.
const MOVES: [i32; 9] = [40_000, 28_000, 20_000, 16_000, 14_000, 12_000, 11_000, 10_000, 9_500];
/// The logistic function at -16, -15 … 16 eighths of its range, times 4096.
const LOGISTIC: [i32; 33] = [
    1, 2, 3, 6, 10, 16, 27, 45, 73, 120, 194, 310, 488, 747, 1101, 1546, 2047, 2549, 2994, 3348, 3607, 3785, 3901,
    3975, 4022, 4050, 4068, 4079, 4085, 4089, 4092, 4093, 4094,
];

fn squash(x: i32) -> i32 {
    let (at, rest) = (((x >> 7) + 16) as usize, x & 127);
    (LOGISTIC[at] * (128 - rest) + LOGISTIC[(at + 1).min(32)] * rest + 64) >> 7
}

/// The model of a stream of modules.
pub struct Model {
    stretch: Vec<i32>,
    shares: Vec<u16>,
    outcomes: Vec<u16>,
    by_place: Vec<i32>,
    by_prefix: Vec<i32>,
    corrections: Vec<u16>,
    repeats: Vec<u32>,
    by_length: [u16; 64],
    bytes: Vec<u8>,
    place: Place,
    /// Where the repetition goes on, and how long it is.
    repeat: usize,
    length: usize,
    hashes: [u32; CONTEXTS],
    /// The bits of the byte so far, after a leading one.
    prefix: usize,
    buckets: [usize; CONTEXTS],
    inputs: [i32; INPUTS],
    share_at: [usize; CONTEXTS],
    outcome_at: [usize; CONTEXTS],
    length_at: usize,
    place_at: usize,
    prefix_at: usize,
    correction_at: usize,
    by_place_says: i32,
    by_prefix_says: i32,
}

impl Default for Model {
    /// A model that has seen nothing.
    fn default() -> Model {
        let mut stretch = Vec::with_capacity(4096);
        for x in -2047..=2047 {
            while stretch.len() as i32 <= squash(x) {
                stretch.push(x);
            }
        }
        stretch.resize(4096, 2047);
        let outcomes = (0..CONTEXTS * 1024).map(|at| ((at & 63) * 1024 + 512) as u16).collect();
        let corrections = (0..128 * 256 * 33).map(|at| (squash((at % 33 - 16) * 128) * 16) as u16).collect();
        let mut model = Model {
            stretch,
            shares: vec![0; CONTEXTS << (BUCKET_BITS + 4)],
            outcomes,
            by_place: vec![19_660; 128 * 3 * INPUTS],
            by_prefix: vec![19_660; 256 * INPUTS],
            corrections,
            repeats: vec![0; REPEATS],
            by_length: [32_768; 64],
            bytes: Vec::new(),
            place: Place::new(),
            repeat: 0,
            length: 0,
            hashes: [0; CONTEXTS],
            prefix: 1,
            buckets: [0; CONTEXTS],
            inputs: [0; INPUTS],
            share_at: [0; CONTEXTS],
            outcome_at: [0; CONTEXTS],
            length_at: 0,
            place_at: 0,
            prefix_at: 0,
            correction_at: 0,
            by_place_says: 0,
            by_prefix_says: 0,
        };
        model.look_back();
        model
    }
}

impl Model {
    /// Another module begins: what was learned stays.
    pub fn begin(&mut self) {
        self.place = Place::new();
        self.length = 0;
        self.look_back();
    }

    fn back(&self, by: usize) -> u32 {
        if by <= self.bytes.len() { u32::from(self.bytes[self.bytes.len() - by]) } else { 0 }
    }

    /// The contexts of the next byte.
    fn look_back(&mut self) {
        let four = self.back(1) | self.back(2) << 8 | self.back(3) << 16 | self.back(4) << 24;
        let (state, recent, read) = (self.place.state(), self.place.recent, self.place.read);
        let contexts = [
            state | (recent & 255) << 8,
            (four & 255) << 8 | state,
            (four & 0xff_ffff) | state << 24,
            four.wrapping_mul(0x2c1b_3c6d) ^ (self.back(5) | self.back(6) << 8).wrapping_mul(0x297a_2d39),
            recent.wrapping_mul(0x2545_f491) ^ state.wrapping_mul(77) ^ read.wrapping_mul(0x0100_0193),
        ];
        for (at, context) in contexts.into_iter().enumerate() {
            let salted = context.wrapping_mul(0x9e37_79b1).wrapping_add((at as u32).wrapping_mul(0x7f4a_7c15));
            let hash = salted.wrapping_mul(0x85eb_ca6b);
            self.hashes[at] = hash ^ hash >> 15;
        }
        self.prefix = 1;
    }

    /// The likelihood of a one as the next bit, in 1/4096: 1 to 4095.
    pub fn predict(&mut self) -> i32 {
        let bit = self.prefix.ilog2();
        if bit == 0 || bit == 4 {
            self.find_buckets();
        }
        let slot = if bit < 4 { self.prefix } else { self.prefix & ((1 << (bit - 4)) - 1) | 1 << (bit - 4) };
        for at in 0..CONTEXTS {
            self.share_at[at] = self.buckets[at] + slot;
            let share = self.shares[self.share_at[at]];
            self.inputs[2 * at] = if share & 15 == 0 { 0 } else { self.stretch[usize::from(share >> 4)] };
            self.outcome_at[at] = at * 1024 + usize::from(share & 15) * 64 + usize::from(share >> 10);
            self.inputs[2 * at + 1] = self.stretch[usize::from(self.outcomes[self.outcome_at[at]] >> 4)];
        }
        self.length_at = 0;
        let mut trust = 0;
        if self.length > 0 {
            let expected = usize::from(self.bytes[self.repeat]) | 256;
            if expected >> (8 - bit) == self.prefix {
                self.length_at = self.length.min(31) * 2 + (expected >> (7 - bit) & 1);
                trust = if self.length > 15 { 2 } else { 1 };
            }
        }
        self.inputs[INPUTS - 2] =
            if trust == 0 { 0 } else { self.stretch[usize::from(self.by_length[self.length_at] >> 4)] };
        self.inputs[INPUTS - 1] = 256;
        let state = self.place.state() as usize;
        self.place_at = (state * 3 + trust) * INPUTS;
        self.prefix_at = self.prefix * INPUTS;
        let by_place = mixed(&self.inputs, &self.by_place[self.place_at..]);
        let by_prefix = mixed(&self.inputs, &self.by_prefix[self.prefix_at..]);
        (self.by_place_says, self.by_prefix_says) = (squash(by_place), squash(by_prefix));
        let mean = (by_place + by_prefix) >> 1;
        let (low, rest) = ((mean + 2048) >> 7, (mean + 2048) & 127);
        let at = (state * 256 + self.prefix) * 33 + low as usize;
        self.correction_at = at + (rest >> 6) as usize;
        let corrected =
            (i32::from(self.corrections[at]) * (128 - rest) + i32::from(self.corrections[at + 1]) * rest) >> 11;
        ((squash(mean) + corrected + 1) >> 1).clamp(1, 4095)
    }

    fn find_buckets(&mut self) {
        for at in 0..CONTEXTS {
            let salted = self.hashes[at].wrapping_add((self.prefix as u32).wrapping_mul(0x9e37_79b1));
            let hash = salted.wrapping_mul(0xb529_7a4d);
            let hash = hash ^ hash >> 13;
            let bucket = (at << (BUCKET_BITS + 4)) + (((hash >> (32 - BUCKET_BITS)) as usize) << 4);
            let check = (hash & 0xffff) as u16 | 1;
            if self.shares[bucket] != check {
                self.shares[bucket] = check;
                self.shares[bucket + 1..bucket + 16].fill(2048 << 4);
            }
            self.buckets[at] = bucket;
        }
    }

    /// The next bit: 0 or 1.
    pub fn learn(&mut self, bit: i32) {
        let all = bit * 65_535;
        let by_place = ((bit << 12) - self.by_place_says) * LEARNING;
        let by_prefix = ((bit << 12) - self.by_prefix_says) * LEARNING;
        for at in 0..INPUTS {
            self.by_place[self.place_at + at] += (self.inputs[at] * by_place + 0x8000) >> 16;
            self.by_prefix[self.prefix_at + at] += (self.inputs[at] * by_prefix + 0x8000) >> 16;
        }
        nudge(&mut self.corrections[self.correction_at], all);
        for at in 0..CONTEXTS {
            let share = &mut self.shares[self.share_at[at]];
            let (seen, ones) = (i32::from(*share & 15), i32::from(*share >> 4));
            let ones = ones + (((bit * 4095 - ones) * MOVES[seen as usize]) >> 16);
            *share = (ones << 4 | (seen + 1).min(8)) as u16;
            nudge(&mut self.outcomes[self.outcome_at[at]], all);
        }
        if self.length_at > 0 {
            nudge(&mut self.by_length[self.length_at], all);
        }
        self.prefix = self.prefix << 1 | bit as usize;
        if self.prefix > 255 {
            self.take((self.prefix & 255) as u8);
        }
    }

    fn take(&mut self, byte: u8) {
        self.bytes.push(byte);
        let end = self.bytes.len();
        if self.length > 0 && self.bytes[self.repeat] == byte {
            self.length += 1;
            self.repeat += 1;
        } else {
            self.length = 0;
        }
        if end > REPEAT_BYTES {
            let hash = (1..=REPEAT_BYTES)
                .fold(0_u32, |hash, by| hash.wrapping_mul(0x2f0b_4c47).wrapping_add(self.back(by) + 1));
            let place = (hash >> 12) as usize;
            if self.length == 0 {
                self.repeat = self.repeats[place] as usize;
                while self.length < 40
                    && self.repeat > self.length
                    && self.bytes[end - 1 - self.length] == self.bytes[self.repeat - 1 - self.length]
                {
                    self.length += 1;
                }
            }
            self.repeats[place] = end as u32;
        }
        self.place.take(byte);
        self.look_back();
    }
}

/// The weighted sum, within the range of `stretch`.
fn mixed(inputs: &[i32; INPUTS], weights: &[i32]) -> i32 {
    let sum: i64 = inputs.iter().zip(weights).map(|(input, weight)| i64::from(*input) * i64::from(*weight)).sum();
    (sum >> 16).clamp(-2047, 2047) as i32
}

/// Moves a likelihood towards what came.
fn nudge(value: &mut u16, all: i32) {
    *value = (i32::from(*value) + ((all - i32::from(*value)) >> 6)) as u16;
}
