//! The code of the page as a short text inside an offline file.
//!
//! [`packed`] makes the text when the page is built; the script of the file turns it back with the few functions of `exports`,
//! compiled to wasm. Both sides compute the same [`Model`], so whatever either could get wrong shows as a module that differs.

#[cfg(target_arch = "wasm32")]
mod exports;
mod model;
mod pack;
mod place;
mod text;
mod unpack;

pub use model::Model;
pub use pack::packed;
pub use text::text;
pub use unpack::Unpacking;

#[cfg(test)]
mod tests {
    use super::*;

    fn there_and_back(modules: &[&[u8]]) -> usize {
        let bytes = pack::coded(modules);
        let size = bytes.len();
        let mut unpacking = Unpacking::new(bytes).unwrap();
        assert_eq!(unpacking.sizes(), modules.iter().map(|module| module.len() as u32).collect::<Vec<_>>());
        for module in modules {
            unpacking.begin();
            let back: Vec<u8> = module.iter().map(|_| unpacking.byte()).collect();
            assert!(back == *module, "a module of {} bytes came back different", module.len());
        }
        size
    }

    /// Code of all sorts: every instruction and prefix with what follows, numbers of one to five bytes, tables, constants.
    fn module(functions: u32) -> Vec<u8> {
        let mut bodies = vec![];
        for function in 0..functions {
            let mut body = vec![2, 1, 0x7f, 2, 0x7e];
            for code in (0x00..=0xff_u8).filter(|code| *code != 0x0e && *code != 0xfc) {
                body.extend([code, (function as u8) & 127, 0x80 | code, 3, 0, 0, 0, 0, 0x0b]);
            }
            body.extend([0x0e, 2, 0, 1, 0x82, 1, 0xfc, 11, 0, 0xfc, 10, 0, 0, 0xfc, 3, 0x0b]);
            bodies.extend([(body.len() as u8) | 0x80, (body.len() >> 7) as u8]);
            bodies.extend(body);
        }
        let mut module = b"\0asm\x01\0\0\0\x01\x03abc\x00\x00\x0a".to_vec();
        let size = bodies.len() + 1;
        module.extend([size as u8 | 0x80, (size >> 7) as u8 | 0x80, (size >> 14) as u8, functions as u8]);
        module.extend(bodies);
        module.extend(b"\x0b\x05words");
        module
    }

    #[test]
    fn modules_come_back() {
        let (one, many) = (module(1), module(20));
        there_and_back(&[]);
        there_and_back(&[b""]);
        there_and_back(&[&one, &many, b"", &one]);
        let size = there_and_back(&[&many]);
        assert!(size * 6 < many.len(), "{size} of {}", many.len());
    }

    #[test]
    fn whatever_it_is_comes_back() {
        let mut seed = 1_u32;
        let mut noise = |size: usize| -> Vec<u8> {
            let next = |_| {
                seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                (seed >> 24) as u8
            };
            (0..size).map(next).collect()
        };
        for size in [1, 9, 100, 5_000] {
            let plain = noise(size);
            let mut headed = b"\0asm\x01\0\0\0\x0a\xff\xff\x03\x7f".to_vec();
            headed.extend(noise(size));
            there_and_back(&[&plain, &headed]);
        }
    }

    #[test]
    fn what_was_altered_ends_too() {
        let good = pack::coded(&[&module(3)]);
        for at in (0..good.len()).step_by(7) {
            let mut bad = good.clone();
            bad[at] ^= 0x55;
            let Some(mut unpacking) = Unpacking::new(bad) else { continue };
            unpacking.begin();
            let came: Vec<u8> = module(3).iter().map(|_| unpacking.byte()).collect();
            assert!(at < 5 || came != module(3), "{at}");
        }
        assert!(Unpacking::new(vec![]).is_none());
        assert!(Unpacking::new(vec![3, 0, 0]).is_none());
        assert!(Unpacking::new(vec![1, 255, 0, 0, 0]).is_none());
    }
}
