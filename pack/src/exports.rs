//! What the script of an offline file calls: bytes go in and come out one at a time, so that no memory is shared.

use std::cell::RefCell;

use crate::Unpacking;

#[derive(Default)]
struct Work {
    packed: Vec<u8>,
    unpacking: Option<Unpacking>,
    module: Vec<u8>,
}

thread_local! {
    static WORK: RefCell<Work> = RefCell::default();
}

/// Takes the next packed byte.
#[allow(unsafe_code)]
#[unsafe(no_mangle)]
pub extern "C" fn put(byte: u32) {
    WORK.with_borrow_mut(|work| work.packed.push(byte as u8));
}

/// All packed bytes were put. How many modules there are; 0 where it is not what was packed.
#[allow(unsafe_code)]
#[unsafe(no_mangle)]
pub extern "C" fn open() -> u32 {
    WORK.with_borrow_mut(|work| {
        work.unpacking = Unpacking::new(std::mem::take(&mut work.packed));
        work.unpacking.as_ref().map_or(0, |unpacking| unpacking.sizes().len() as u32)
    })
}

/// The size of a module in bytes.
#[allow(unsafe_code)]
#[unsafe(no_mangle)]
pub extern "C" fn size(module: u32) -> u32 {
    WORK.with_borrow(|work| {
        let sizes = work.unpacking.as_ref().map(Unpacking::sizes).unwrap_or_default();
        sizes.get(module as usize).copied().unwrap_or(0)
    })
}

/// Begins the next module.
#[allow(unsafe_code)]
#[unsafe(no_mangle)]
pub extern "C" fn begin() {
    WORK.with_borrow_mut(|work| {
        work.module.clear();
        if let Some(unpacking) = &mut work.unpacking {
            unpacking.begin();
        }
    });
}

/// Unpacks so many bytes more of the module.
#[allow(unsafe_code)]
#[unsafe(no_mangle)]
pub extern "C" fn unpack(count: u32) {
    WORK.with_borrow_mut(|work| {
        let Some(unpacking) = &mut work.unpacking else { return };
        work.module.extend((0..count).map(|_| unpacking.byte()));
    });
}

/// A byte of the module.
#[allow(unsafe_code)]
#[unsafe(no_mangle)]
pub extern "C" fn get(at: u32) -> u32 {
    WORK.with_borrow(|work| work.module.get(at as usize).copied().unwrap_or(0).into())
}
