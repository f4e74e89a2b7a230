//! The bytes of a briefing's file, kept until somebody asks for their fingerprint.

use std::{cell::RefCell, rc::Rc};

use crate::{load::fingerprint::Hashing, web};

/// Bytes hashed between two breaths of the page: some milliseconds of work.
const SLICE_BYTES: usize = 1 << 20;

/// The bytes of a briefing's file, or their fingerprint.
pub struct Original(RefCell<Kept>);

enum Kept {
    Bytes(Rc<Vec<u8>>),
    Fingerprint(Rc<str>),
}

impl Original {
    /// Keeps the bytes.
    pub fn new(bytes: Vec<u8>) -> Original {
        Original(RefCell::new(Kept::Bytes(Rc::new(bytes))))
    }

    /// The fingerprint (see [`crate::load::fingerprint`]). Once it is known, the bytes are let go.
    pub async fn fingerprint(&self) -> Rc<str> {
        let bytes = match &*self.0.borrow() {
            Kept::Fingerprint(digits) => return digits.clone(),
            Kept::Bytes(bytes) => bytes.clone(),
        };
        let mut hashing = Hashing::default();
        for slice in bytes.chunks(SLICE_BYTES) {
            hashing.add(slice);
            web::next_task().await;
        }
        let digits: Rc<str> = hashing.finish().into();
        *self.0.borrow_mut() = Kept::Fingerprint(digits.clone());
        digits
    }
}
