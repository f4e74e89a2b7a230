//! Dates in what the tool prints: serialised as their text. The page reads without serde, see [`crate::model::tree`].

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use super::{Edtf, Precision};

impl Serialize for Edtf {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.text)
    }
}

impl<'de> Deserialize<'de> for Edtf {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Edtf, D::Error> {
        struct Text;

        impl de::Visitor<'_> for Text {
            type Value = Edtf;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a date as text")
            }

            fn visit_str<E: de::Error>(self, text: &str) -> Result<Edtf, E> {
                Edtf::parse(text).map_err(E::custom)
            }
        }

        deserializer.deserialize_str(Text)
    }
}

impl Serialize for Precision {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.name())
    }
}
