//! The order of dates, as stated in the module's documentation.

use std::cmp::Ordering;
use std::hash::{Hash, Hasher};

use super::Edtf;

impl Ord for Edtf {
    fn cmp(&self, other: &Edtf) -> Ordering {
        let key = |date: &Edtf| (date.is_yearless(), date.start.start_rank(), date.end.end_rank(), date.precision);
        key(self).cmp(&key(other)).then_with(|| self.text.cmp(&other.text))
    }
}

impl PartialOrd for Edtf {
    fn partial_cmp(&self, other: &Edtf) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

// All else follows from the text, so equality of texts is what the order calls equal.
impl PartialEq for Edtf {
    fn eq(&self, other: &Edtf) -> bool {
        self.text == other.text
    }
}

impl Eq for Edtf {}

impl Hash for Edtf {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.text.hash(state);
    }
}
