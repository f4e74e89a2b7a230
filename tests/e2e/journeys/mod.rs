//! What readers do with the built-in briefing, one file a part of the page.

mod compare;
mod engines;
mod explore;
mod links;
mod narrow;
mod opened;
mod pages;
mod privacy;
mod settings;
mod start;
mod told;
mod zoom;
