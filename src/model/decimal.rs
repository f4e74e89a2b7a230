//! The nearest floating-point number to what is written in decimals.
//!
//! The standard library knows this too, through a table of ten kilobytes that does not compress. This way is slower for the few
//! numbers that are not exact at once, and gives the same result to the last bit (a test compares them): IEEE 754, nearest, ties
//! to even.

/// Digits beyond these only matter by not being all zero.
const MAX_DIGITS: usize = 800;
/// The largest power of ten that a float holds exactly.
const EXACT_POWER: i64 = 22;

/// The nearest number to a decimal number such as `-12.50e-3`; infinite where it is too large. `None`: no such number.
///
/// ```
/// use annals::model::decimal::nearest;
/// assert_eq!(nearest("88.9"), Some(88.9));
/// assert_eq!(nearest("1e400"), Some(f64::INFINITY));
/// assert_eq!(nearest("1.2.3"), None);
/// ```
pub fn nearest(text: &str) -> Option<f64> {
    let (negative, unsigned) = text.strip_prefix('-').map_or((false, text), |rest| (true, rest));
    let (written, exponent) = unsigned.split_once(['e', 'E']).unwrap_or((unsigned, "0"));
    let (whole, decimals) = written.split_once('.').unwrap_or((written, ""));
    let is_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let power = exponent.strip_prefix(['+', '-']).unwrap_or(exponent);
    if whole.len() + decimals.len() == 0 || power.is_empty() || ![whole, decimals, power].into_iter().all(is_digits) {
        return None;
    }
    // An exponent that cannot be held is beyond all floats, unless the digits are zero or a document holds gigabytes of them.
    let power = power.parse::<i64>().unwrap_or(i64::MAX / 4).min(i64::MAX / 4);
    let power = if exponent.starts_with('-') { -power } else { power };
    let mut digits: Vec<u8> = whole.bytes().chain(decimals.bytes()).map(|byte| byte - b'0').collect();
    let mut power = power - decimals.len() as i64;
    let zeros = digits.iter().take_while(|digit| **digit == 0).count();
    digits.drain(..zeros);
    if digits.len() > MAX_DIGITS {
        power += (digits.len() - MAX_DIGITS - 1) as i64;
        let rest = digits.drain(MAX_DIGITS..).any(|digit| digit > 0);
        digits.push(u8::from(rest));
    }
    let size = magnitude(&digits, power);
    Some(if negative { -size } else { size })
}

/// The nearest number to the digits times that power of ten. The first digit is not zero.
fn magnitude(digits: &[u8], power: i64) -> f64 {
    let highest = power + digits.len() as i64;
    if digits.is_empty() || highest < -330 {
        return 0.0;
    }
    if highest > 310 {
        return f64::INFINITY;
    }
    if digits.len() <= 15 && power.abs() <= EXACT_POWER {
        let whole = digits.iter().fold(0_u64, |sum, digit| sum * 10 + u64::from(*digit)) as f64;
        let ten = (0..power.abs()).fold(1.0, |product, _| product * 10.0);
        // Both are exact, so that one rounding remains.
        return if power < 0 { whole / ten } else { whole * ten };
    }
    let mut above = Big::default();
    digits.iter().for_each(|digit| above.multiply_add(10, u32::from(*digit)));
    let mut below = Big(vec![1]);
    let scaled = if power < 0 { &mut below } else { &mut above };
    (0..power.abs()).for_each(|_| scaled.multiply_add(10, 0));
    rounded(above, below)
}

/// The nearest number to a quotient of whole numbers above zero.
fn rounded(mut above: Big, mut below: Big) -> f64 {
    // Scaled so that the quotient has 64 or 65 bits: more than a float holds.
    let shift = 64 + below.bits() as i64 - above.bits() as i64;
    if shift > 0 {
        above.shift_left(shift as usize);
    } else {
        below.shift_left(-shift as usize);
    }
    let mut quotient = 0_u128;
    below.shift_left(65);
    for _ in 0..=65 {
        quotient <<= 1;
        if above.subtract(&below) {
            quotient |= 1;
        }
        below.halve();
    }
    let bits = i64::from(128 - quotient.leading_zeros());
    let exponent = bits - 1 - shift;
    // Below the normal numbers fewer bits are held.
    let held = if exponent < -1022 { 53 - (-1022 - exponent) } else { 53 };
    if held < 0 {
        return 0.0;
    }
    let dropped = (bits - held) as u32;
    let kept = quotient.checked_shr(dropped).unwrap_or(0);
    let rest = quotient - kept.checked_shl(dropped).unwrap_or(0);
    let half = 1_u128 << (dropped - 1);
    let up = rest > half || rest == half && (!above.is_zero() || kept & 1 == 1);
    let kept = kept as u64 + u64::from(up);
    if exponent < -1022 {
        return f64::from_bits(kept);
    }
    // A carry out of the 53 bits goes on into the exponent, as it should.
    let bits = (((exponent + 1023) as u64) << 52) + (kept - (1 << 52));
    f64::from_bits(bits.min(f64::INFINITY.to_bits()))
}

/// A whole number from zero of any size: 32 bits a place, the lowest first, the highest not zero.
#[derive(Clone, Debug, Default)]
struct Big(Vec<u32>);

impl Big {
    fn is_zero(&self) -> bool {
        self.0.is_empty()
    }

    fn bits(&self) -> usize {
        self.0.last().map_or(0, |highest| self.0.len() * 32 - highest.leading_zeros() as usize)
    }

    fn multiply_add(&mut self, factor: u32, addend: u32) {
        let mut carry = u64::from(addend);
        for place in &mut self.0 {
            carry += u64::from(*place) * u64::from(factor);
            *place = carry as u32;
            carry >>= 32;
        }
        if carry > 0 {
            self.0.push(carry as u32);
        }
    }

    fn shift_left(&mut self, bits: usize) {
        (0..bits % 32).for_each(|_| self.multiply_add(2, 0));
        self.0.splice(0..0, std::iter::repeat_n(0, bits / 32));
    }

    fn halve(&mut self) {
        let mut carry = 0;
        for place in self.0.iter_mut().rev() {
            let low = *place & 1;
            *place = *place >> 1 | carry << 31;
            carry = low;
        }
        self.trim();
    }

    /// Subtracts, where that leaves no less than zero; whether it did.
    fn subtract(&mut self, other: &Big) -> bool {
        let order = self.0.len().cmp(&other.0.len());
        if order.then_with(|| self.0.iter().rev().cmp(other.0.iter().rev())).is_lt() {
            return false;
        }
        let mut borrow = 0;
        for (at, place) in self.0.iter_mut().enumerate() {
            let less = i64::from(other.0.get(at).copied().unwrap_or(0)) + borrow;
            let left = i64::from(*place) - less;
            borrow = i64::from(left < 0);
            *place = left as u32;
        }
        self.trim();
        true
    }

    fn trim(&mut self) {
        while self.0.last() == Some(&0) {
            self.0.pop();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn same(text: &str) {
        let theirs: f64 = text.parse().unwrap();
        assert_eq!(nearest(text).map(f64::to_bits), Some(theirs.to_bits()), "{text}: {theirs:e}");
    }

    #[test]
    fn hard_numbers_are_those_of_the_standard_library() {
        for text in [
            "0",
            "-0",
            "0.0e99999999999999999999",
            "1",
            "-1.5",
            "0.1",
            "88.9",
            "1164000",
            "123456789012345678",
            "1e22",
            "1e23",
            "9007199254740993",
            "9007199254740992.5",
            "9007199254740993.00000000000000000000000000000000001",
            "1.7976931348623157e308",
            "1.7976931348623158e308",
            "1.7976931348623159e308",
            "1e309",
            "1e99999999999999999999",
            "2.2250738585072011e-308",
            "2.2250738585072014e-308",
            "4.9e-324",
            "2.4703282292062327e-324",
            "2.4703282292062328e-324",
            "1e-400",
            "1e-99999999999999999999",
            "8.988465674311579e307",
            "179769313486231580793e289",
        ] {
            same(text);
        }
        same(&format!("0.{}1", "0".repeat(400)));
        same(&format!("9007199254740993.{}", "0".repeat(900)));
        same(&format!("9007199254740993.{}1", "0".repeat(900)));
        same(&format!("1{}e-900", "0".repeat(900)));
    }

    #[test]
    fn what_is_no_number_is_none() {
        for text in ["", "-", ".", "e5", "1e", "1e+", "--1", "1.2.3", "0x10", "inf", "NaN", " 1", "1_000"] {
            assert_eq!(nearest(text), None, "{text:?}");
        }
    }

    proptest! {
        #[test]
        fn all_numbers_are_those_of_the_standard_library(text in "-?[0-9]{1,25}(\\.[0-9]{1,25})?(e-?[0-9]{1,3})?") {
            same(&text);
        }

        #[test]
        fn what_is_printed_is_read_back(bits: u64) {
            let value = f64::from_bits(bits);
            prop_assume!(value.is_finite());
            for text in [format!("{value}"), format!("{value:e}"), format!("{value:.30e}")] {
                same(&text);
            }
        }

        #[test]
        fn ties_are_rounded_to_even(bits in 0..0x7fe_u64 << 52) {
            // Half-way between two floats, in full.
            let (low, high) = (f64::from_bits(bits), f64::from_bits(bits + 1));
            if (1e-5..1e15).contains(&low) {
                same(&format!("{:.120}", low / 2.0 + high / 2.0));
            }
        }
    }
}
