//! English names that both the words and the reasons use.

/// English names of the months.
pub(crate) const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// English names of the seasons, in the order of their numbers.
pub(super) const SEASONS: [&str; 4] = ["Spring", "Summer", "Autumn", "Winter"];

/// English name of a month, 1 to 12.
pub(super) fn month_name(month: i64) -> &'static str {
    usize::try_from(month - 1).ok().and_then(|index| MONTHS.get(index)).copied().unwrap_or_default()
}
