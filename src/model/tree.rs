//! A part of the document as a tree of values, and how the types of the model are read from it.
//!
//! The tree is what the checks of [`crate::load`] walk and mend; after them, reading does not fail. Reading is written
//! out instead of derived: a derived reader is several times the code, all of which a page has to download.

use super::Edtf;

/// A JSON value.
#[derive(Clone, Debug, PartialEq)]
#[allow(missing_docs)]
pub enum Value {
    Null,
    Bool(bool),
    Number(Number),
    String(String),
    Array(Vec<Value>),
    Object(Map),
}

/// A number, as exact as it can be held.
#[derive(Clone, Debug, PartialEq)]
pub enum Number {
    /// An integer from 0.
    Whole(u64),
    /// An integer below 0.
    Negative(i64),
    /// Anything else.
    Float(f64),
    /// An integer that is not held exactly, or a number too large to be held: the nearest number, which may be infinite,
    /// and what is written.
    Rounded(f64, Box<str>),
}

/// The members of an object in their order, each key once.
#[derive(Clone, Debug, Default)]
pub struct Map {
    entries: Vec<(Box<str>, Value)>,
}

impl Value {
    /// The text, of a string.
    pub fn as_str(&self) -> Option<&str> {
        if let Value::String(text) = self { Some(text) } else { None }
    }

    /// The elements, of a list.
    pub fn as_array(&self) -> Option<&[Value]> {
        if let Value::Array(values) = self { Some(values) } else { None }
    }

    /// The number, or the nearest one that can be held.
    pub fn as_f64(&self) -> Option<f64> {
        if let Value::Number(number) = self { Some(number.as_f64()) } else { None }
    }

    /// A member, of an object that has it.
    pub fn get(&self, name: &str) -> Option<&Value> {
        if let Value::Object(map) = self { map.get(name) } else { None }
    }

    /// Takes the value out and leaves null.
    pub fn take(&mut self) -> Value {
        std::mem::replace(self, Value::Null)
    }
}

impl Number {
    /// The number, or the nearest one that can be held.
    pub fn as_f64(&self) -> f64 {
        match self {
            Number::Whole(whole) => *whole as f64,
            Number::Negative(whole) => *whole as f64,
            Number::Float(number) | Number::Rounded(number, _) => *number,
        }
    }
}

impl Map {
    /// The members, of which no two have the same key.
    pub fn new(entries: Vec<(Box<str>, Value)>) -> Map {
        Map { entries }
    }

    /// The members in their order.
    pub fn entries(&self) -> &[(Box<str>, Value)] {
        &self.entries
    }

    /// The value of a key.
    #[inline(never)]
    pub fn get(&self, key: &str) -> Option<&Value> {
        self.entries.iter().find(|(name, _)| **name == *key).map(|(_, value)| value)
    }

    /// The value of a key, to be changed.
    pub fn get_mut(&mut self, key: &str) -> Option<&mut Value> {
        self.entries.iter_mut().find(|(name, _)| **name == *key).map(|(_, value)| value)
    }

    /// Whether there is a member with this key.
    pub fn contains_key(&self, key: &str) -> bool {
        self.get(key).is_some()
    }

    /// Sets the value of a key; a new one comes last.
    pub fn insert(&mut self, key: &str, value: Value) {
        match self.get_mut(key) {
            Some(place) => *place = value,
            None => self.entries.push((key.into(), value)),
        }
    }

    /// Takes a member out.
    pub fn remove(&mut self, key: &str) {
        self.entries.retain(|(name, _)| **name != *key);
    }

    /// Keeps the members that `keep` approves; it may change them.
    pub fn retain(&mut self, keep: &mut dyn FnMut(&str, &mut Value) -> bool) {
        self.entries.retain_mut(|(name, value)| keep(name, value));
    }

    /// Whether there is no member.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }
}

/// Equal whatever the order of the members is; very large ones only in the same order.
impl PartialEq for Map {
    fn eq(&self, other: &Map) -> bool {
        const MOST: usize = 64;
        let (one, two) = (&self.entries, &other.entries);
        one.len() == two.len()
            && (one == two || one.len() <= MOST && one.iter().all(|(key, value)| other.get(key) == Some(value)))
    }
}

/// What can be read from a checked tree.
pub trait FromTree: Sized {
    /// The value. `None` where the tree does not fit, which the checks of [`crate::load`] rule out.
    fn from_tree(tree: &Value) -> Option<Self>;
}

/// Reads the fields of one object. What is there but does not fit is noted, for [`Fields::whole`].
pub struct Fields<'a> {
    map: &'a Map,
    misfit: std::cell::Cell<bool>,
}

impl<'a> Fields<'a> {
    /// The fields of a tree; `None` unless it is an object.
    pub fn of(tree: &'a Value) -> Option<Fields<'a>> {
        if let Value::Object(map) = tree { Some(Fields { map, misfit: false.into() }) } else { None }
    }

    /// A field that has to be there.
    pub fn must<T: FromTree>(&self, name: &str) -> Option<T> {
        T::from_tree(self.map.get(name)?)
    }

    /// A field that may be there.
    #[inline(never)]
    pub fn may<T: FromTree>(&self, name: &str) -> Option<T> {
        let read = T::from_tree(self.map.get(name)?);
        if read.is_none() {
            self.misfit.set(true);
        }
        read
    }

    /// A field that has another value where it is absent: of a list, the empty one.
    pub fn or_default<T: FromTree + Default>(&self, name: &str) -> T {
        self.may(name).unwrap_or_default()
    }

    /// What was read, if all that was there did fit.
    pub fn whole<T>(self, read: T) -> Option<T> {
        (!self.misfit.get()).then_some(read)
    }
}

/// One of the words of a table.
pub(super) fn one_of<T: Copy>(tree: &Value, words: &[(T, &str)]) -> Option<T> {
    let written = tree.as_str()?;
    words.iter().find(|(_, word)| *word == written).map(|(meant, _)| *meant)
}

impl FromTree for bool {
    fn from_tree(tree: &Value) -> Option<bool> {
        if let Value::Bool(yes) = tree { Some(*yes) } else { None }
    }
}

impl FromTree for f64 {
    fn from_tree(tree: &Value) -> Option<f64> {
        tree.as_f64()
    }
}

impl FromTree for Box<str> {
    fn from_tree(tree: &Value) -> Option<Box<str>> {
        tree.as_str().map(Box::from)
    }
}

impl FromTree for Edtf {
    fn from_tree(tree: &Value) -> Option<Edtf> {
        Edtf::read(tree.as_str()?).ok()
    }
}

impl<T: FromTree> FromTree for Vec<T> {
    fn from_tree(tree: &Value) -> Option<Vec<T>> {
        // A loop, because collecting options is twice the code, for each type of item.
        let trees = tree.as_array()?;
        let mut read = Vec::with_capacity(trees.len());
        for tree in trees {
            read.push(T::from_tree(tree)?);
        }
        Some(read)
    }
}
