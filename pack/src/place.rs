//! Where in a wasm module a byte stands, told from the bytes before it: what makes code predictable.
//!
//! Follows the binary format of the WebAssembly specification as far as that helps. Nothing is checked: on other bytes it tells
//! less useful places, but always the same ones.

/// Sections of code have this id.
const CODE: u32 = 10;

/// The parts of a module.
#[derive(Clone, Copy, PartialEq)]
#[repr(u32)]
enum Part {
    /// Magic number and version.
    Head,
    /// The id of a section.
    Section,
    /// Its size.
    Size,
    /// The number of functions.
    Functions,
    /// The size of a function.
    Function,
    /// The number of groups of local variables.
    Groups,
    /// A group: number and type.
    Locals,
    /// Instructions.
    Body,
    /// A section without code.
    Other,
}

/// Where the next byte stands.
pub struct Place {
    part: Part,
    /// Bytes left of the head, of the section, of the function.
    head: u32,
    section: u32,
    function: u32,
    /// Id of the section.
    id: u32,
    /// Numbers left of the groups of local variables.
    groups: u32,
    /// A number that is being read, seven bits at a time.
    number: u32,
    shift: u32,
    /// What sort of operand is being read; 0: none.
    operand: u32,
    /// Numbers or bytes left of the operands.
    left: u32,
    /// The latest instructions or bytes, the last one lowest.
    pub recent: u32,
    /// What was read so far of the operands.
    pub read: u32,
}

impl Place {
    /// The start of a module.
    pub fn new() -> Place {
        Place {
            part: Part::Head,
            head: 8,
            section: 0,
            function: 0,
            id: 0,
            groups: 0,
            number: 0,
            shift: 0,
            operand: 0,
            left: 0,
            recent: 0,
            read: 0,
        }
    }

    /// The place as a number below 128.
    pub fn state(&self) -> u32 {
        match self.part {
            Part::Body if self.operand == 0 => 0,
            Part::Body => 11 + self.operand * 5 + (self.shift / 7).min(4),
            Part::Other => 100 + (self.id & 15),
            part => 1 + part as u32,
        }
    }

    /// The next number in the form LEB128 is whole: it.
    fn number(&mut self, byte: u32) -> Option<u32> {
        if self.shift < 32 {
            self.number |= (byte & 127) << self.shift;
        }
        self.shift += 7;
        (byte < 128).then(|| {
            self.shift = 0;
            std::mem::take(&mut self.number)
        })
    }

    /// Goes over a byte.
    pub fn take(&mut self, byte: u8) {
        let byte = u32::from(byte);
        match self.part {
            Part::Head => {
                self.head -= 1;
                if self.head == 0 {
                    self.part = Part::Section;
                }
            }
            Part::Section => {
                self.id = byte;
                self.part = Part::Size;
            }
            Part::Size => {
                if let Some(size) = self.number(byte) {
                    self.section = size;
                    self.recent = 0;
                    self.part = match (size, self.id) {
                        (0, _) => Part::Section,
                        (_, CODE) => Part::Functions,
                        _ => Part::Other,
                    };
                }
            }
            Part::Other => {
                self.recent = self.recent << 8 | byte;
                self.within_section();
            }
            _ => {
                self.code(byte);
                self.within_section();
            }
        }
    }

    fn within_section(&mut self) {
        self.section -= 1;
        if self.section == 0 {
            (self.part, self.operand, self.read, self.number, self.shift) = (Part::Section, 0, 0, 0, 0);
        }
    }

    fn code(&mut self, byte: u32) {
        match self.part {
            Part::Functions => {
                if self.number(byte).is_some() {
                    self.part = Part::Function;
                }
                return;
            }
            Part::Function => {
                if let Some(size) = self.number(byte) {
                    (self.function, self.part) = (size, Part::Groups);
                }
                return;
            }
            Part::Groups => {
                if let Some(groups) = self.number(byte) {
                    self.groups = groups.wrapping_mul(2);
                    self.recent = 0;
                    self.part = if groups == 0 { Part::Body } else { Part::Locals };
                }
            }
            Part::Locals => {
                if self.number(byte).is_some() {
                    self.groups = self.groups.wrapping_sub(1);
                    if self.groups == 0 {
                        self.part = Part::Body;
                    }
                }
            }
            _ if self.operand == 0 => self.instruction(byte),
            _ => self.operands(byte),
        }
        self.function = self.function.wrapping_sub(1);
        if self.function == 0 {
            (self.part, self.operand, self.read, self.number, self.shift) = (Part::Function, 0, 0, 0, 0);
        }
    }

    fn instruction(&mut self, byte: u32) {
        self.recent = self.recent << 8 | byte;
        (self.operand, self.left) = match byte {
            0x02..=0x04 => (1, 1),                      // blocks
            0x0c | 0x0d => (2, 1),                      // branches
            0x0e => (3, 0),                             // tables of branches
            0x10 => (4, 1),                             // calls
            0x11 => (5, 2),                             // calls through a table
            0x1c | 0x3f | 0x40 | 0xd0 | 0xd2 => (6, 1), // memory, references
            0x20 => (7, 1),                             // local variables, read
            0x21 | 0x22 => (8, 1),                      // and written
            0x23..=0x26 => (9, 1),                      // globals, tables
            0x28..=0x35 => (10, 2),                     // loads
            0x36..=0x3e => (11, 2),                     // stores
            0x41 => (12, 1),                            // constants
            0x42 => (13, 1),
            0x43 => (14, 4),
            0x44 => (15, 8),
            0xfc => (16, 0), // prefix
            _ => (0, 0),
        };
        self.read = 0;
    }

    fn operands(&mut self, byte: u32) {
        if self.operand == 14 || self.operand == 15 {
            self.read = self.read << 8 | byte;
            self.left -= 1;
        } else if let Some(number) = self.number(byte) {
            self.left = match (self.operand, self.left) {
                // How many branches there are, besides the last one; which instruction follows the prefix.
                (3, 0) => number.wrapping_add(1),
                (16, 0) => match number {
                    0..=7 => 0,
                    8 | 10 | 12 | 14 => 2,
                    _ => 1,
                },
                (_, left) => left.wrapping_sub(1),
            };
            self.read = number << 8 | 1;
        } else {
            self.read = self.number;
            return;
        }
        if self.left == 0 {
            (self.operand, self.read) = (0, 0);
        }
    }
}
