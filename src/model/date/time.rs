//! Time of day. It is checked and kept as written; it never moves the day.

use super::error::{DateError, DateErrorKind as Kind};
use super::parse::fail;

/// A time of day in its parts.
pub(super) struct Clock<'a> {
    /// `hh:mm:ss`.
    pub time: &'a str,
    /// Empty, `Z`, `±hh` or `±hh:mm`.
    pub offset: &'a str,
}

/// Splits what stands after the `T`.
pub(super) fn clock(text: &str) -> Clock<'_> {
    let (time, offset) = text.split_at(text.find(['Z', '+', '-']).unwrap_or(text.len()));
    Clock { time, offset }
}

/// Checks what stands after the `T`: `hh:mm:ss`, then nothing, `Z`, `±hh` or `±hh:mm`.
///
/// As in ISO 8601-1, 24:00:00 is the end of the day and second 60 is a leap second.
pub(super) fn check(text: &str) -> Result<(), DateError> {
    let Clock { time, offset } = clock(text);
    let exists = match fields(time)[..] {
        [Some(hour), Some(minute), Some(second)] => match (hour, minute, second) {
            (24, 0, 0) | (..24, 59, 60) => true,
            _ => hour < 24 && minute < 60 && second < 60,
        },
        [Some(_), Some(_)] => {
            return fail(Kind::Time, format!("the time {time} has no seconds; write {time}:00"));
        }
        _ => {
            return fail(
                Kind::Time,
                format!("the time in T{text} is not written hh:mm:ss, as in T10:30:00 or T10:30:00+08:00"),
            );
        }
    };
    if !exists {
        return fail(Kind::Time, format!("the time {time} does not exist; hours run to 23, minutes and seconds to 59"));
    }
    let shift_exists = match offset.split_at(offset.len().min(1)) {
        ("", _) | ("Z", "") => true,
        ("Z", _) => false,
        (sign, shift) => match fields(shift)[..] {
            [Some(hour)] => hour < 24 && (sign == "+" || hour > 0),
            [Some(hour), Some(minute)] => hour < 24 && minute < 60 && (sign == "+" || hour + minute > 0),
            _ => false,
        },
    };
    if !shift_exists {
        return fail(
            Kind::Time,
            format!("the offset {offset} is not one; write Z, +00:00 or one such as +08:00 or -05"),
        );
    }
    Ok(())
}

/// The two-digit numbers between colons; `None` for anything else.
fn fields(text: &str) -> Vec<Option<u8>> {
    let number = |field: &str| match field.as_bytes() {
        [tens @ b'0'..=b'9', ones @ b'0'..=b'9'] => Some((tens - b'0') * 10 + ones - b'0'),
        _ => None,
    };
    text.split(':').map(number).collect()
}
