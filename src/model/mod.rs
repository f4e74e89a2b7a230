//! The subject: what a briefing holds, after loading. Plain values without behaviour beyond reading themselves.
//!
//! Shapes follow the data format (see [`crate::load::format`], the one description of it). A value of these types has
//! passed the checks of [`crate::load`]; nothing here reports findings.

mod actor;
mod briefing;
mod catalogue;
pub mod date;
pub mod decimal;
mod event;
mod fact;
mod id;
mod instrument;
mod item;
pub mod live;
mod meeting;
mod page;
mod position;
pub mod prose;
mod register;
mod series;
mod source;
mod text;
pub mod tree;

pub use actor::Actor;
pub use briefing::{Briefing, Card, Holiday};
pub use catalogue::{Basis, Catalogue, CatalogueVersion, Entry};
pub use date::{Day, Edtf};
pub use event::{Event, Relation, Track};
pub use fact::{Confidence, Evidence, Fact, Grade};
pub use id::Id;
pub use instrument::{Instrument, Stage, StageName};
pub use item::{Item, Meta, Visibility};
pub use meeting::{AgendaItem, Attendance, Group, Meeting, Organisation, Outcome, Person, Presence, Total};
pub use page::{AxisScale, Figure, FigureValue, GlossaryEntry, Stack, Step, View, ViewPart};
pub use position::{Claim, Correction, Dispute, Position};
pub use register::Register;
pub use series::{Observation, Qualifier, Series, Target};
pub use source::{Citation, Source};
pub use text::{Text, TextState, TextVersion};
