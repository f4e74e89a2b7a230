//! Ids, and the number each was given.

use std::collections::HashMap;

use super::Id;

/// Numbers ids in the order in which they are entered, from 0. What is to be known of them is kept in lists beside it:
/// one sort of map for all ids keeps the page small.
///
/// ```
/// let mut register = annals::model::Register::default();
/// assert_eq!((register.enter("a"), register.enter("b"), register.enter("a")), (0, 1, 0));
/// assert_eq!((register.find("b"), register.find("c")), (Some(1), None));
/// ```
#[derive(Clone, Debug, Default)]
pub struct Register {
    numbers: HashMap<Id, u32>,
}

impl Register {
    /// The number of an id, if it was entered.
    pub fn find(&self, id: &str) -> Option<usize> {
        self.numbers.get(id).map(|&number| number as usize)
    }

    /// The number of an id; the next one if it is new.
    #[inline(never)]
    pub fn enter(&mut self, id: &str) -> usize {
        self.find(id).unwrap_or_else(|| {
            let number = self.numbers.len();
            self.numbers.insert(Id::from(id), number as u32);
            number
        })
    }

    /// All ids with their numbers, in no order.
    pub fn iter(&self) -> impl Iterator<Item = (&str, usize)> {
        self.numbers.iter().map(|(id, &number)| (id.as_str(), number as usize))
    }
}
