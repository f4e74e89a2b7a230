//! A date in its written parts, as the parser hands it to the bounds and to the words.
//!
//! The tree lives for one call only: a date that is kept holds its text and its bounds.

/// What one text can be.
pub(super) enum Tree<'a> {
    Date(Date<'a>),
    Interval(End<'a>, End<'a>),
    Set { all: bool, members: Vec<Member<'a>> },
}

/// One end of an interval.
pub(super) enum End<'a> {
    Open,
    Unknown,
    Date(Date<'a>),
}

/// One member of a set; only the first can be `Earlier`, only the last `Later`.
pub(super) enum Member<'a> {
    One(Date<'a>),
    Earlier(Date<'a>),
    Later(Date<'a>),
    Range(Date<'a>, Date<'a>),
}

/// A single date.
pub(super) struct Date<'a> {
    pub written: &'a str,
    pub year: Year,
    pub part: Part,
    /// After the `T`, as written.
    pub time: Option<&'a str>,
    /// Of the year, the month or other part, the day.
    pub marks: [Mark; 3],
}

/// The year of a date.
#[derive(Clone, Copy)]
pub(super) enum Year {
    Four {
        negative: bool,
        digits: Digits<4>,
    },
    /// With the prefix `Y`, any number of digits; held at ±[`Day::MAX_YEAR`](super::Day::MAX_YEAR).
    Long(i64),
    /// With `S`: an estimate whose last so many digits say nothing.
    Rounded {
        estimate: i64,
        dropped: u32,
    },
}

/// What follows the year.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    Whole,
    /// Season, quarter or the like: 21 to 41.
    Group(u8),
    Month(Digits<2>),
    Day(Digits<2>, Digits<2>),
}

impl Part {
    /// Number of components, with the year.
    pub fn depth(self) -> usize {
        match self {
            Part::Whole => 1,
            Part::Group(_) | Part::Month(_) => 2,
            Part::Day(..) => 3,
        }
    }
}

/// The qualifiers of a component: `?` uncertain, `~` approximate, `%` both.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Mark {
    pub uncertain: bool,
    pub approximate: bool,
}

impl Mark {
    pub fn join(self, other: Mark) -> Mark {
        Mark { uncertain: self.uncertain | other.uncertain, approximate: self.approximate | other.approximate }
    }
}

/// Decimal digits, each known or unspecified (`X`).
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct Digits<const N: usize>([Option<u8>; N]);

impl<const N: usize> Digits<N> {
    /// Reads exactly `N` characters, each a digit or `X`.
    pub fn read(text: &str) -> Option<Self> {
        let bytes: &[u8; N] = text.as_bytes().try_into().ok()?;
        let mut digits = [None; N];
        for (digit, byte) in digits.iter_mut().zip(bytes) {
            *digit = match byte {
                b'0'..=b'9' => Some(byte - b'0'),
                b'X' => None,
                _ => return None,
            };
        }
        Some(Digits(digits))
    }

    /// The number, if every digit is known.
    pub fn known(self) -> Option<i64> {
        (self.first_unknown() == N).then(|| self.filled(0))
    }

    /// Whether no digit is known.
    pub fn is_blank(self) -> bool {
        self.0.iter().all(Option::is_none)
    }

    /// Index of the first unspecified digit; `N` if there is none.
    pub fn first_unknown(self) -> usize {
        self.0.iter().position(Option::is_none).unwrap_or(N)
    }

    /// Whether all unspecified digits stand at the end.
    pub fn is_prefix(self) -> bool {
        self.0[self.first_unknown()..].iter().all(Option::is_none)
    }

    pub fn lowest(self) -> i64 {
        self.filled(0)
    }

    pub fn highest(self) -> i64 {
        self.filled(9)
    }

    pub fn matches(self, mut number: i64) -> bool {
        self.0.iter().rev().all(|digit| {
            let last = (number % 10) as u8;
            number /= 10;
            digit.is_none_or(|digit| digit == last)
        })
    }

    /// All numbers that fit, from low to high.
    pub fn numbers(self) -> impl DoubleEndedIterator<Item = i64> {
        let unknown = self.0.iter().filter(|digit| digit.is_none()).count() as u32;
        (0..10_i64.pow(unknown)).map(move |mut choice| {
            let (mut number, mut unit) = (0, 1);
            for digit in self.0.iter().rev() {
                let digit = digit.map(i64::from).unwrap_or_else(|| {
                    let chosen = choice % 10;
                    choice /= 10;
                    chosen
                });
                number += digit * unit;
                unit *= 10;
            }
            number
        })
    }

    fn filled(self, blank: u8) -> i64 {
        self.0.iter().fold(0, |number, digit| number * 10 + i64::from(digit.unwrap_or(blank)))
    }
}
