//! Journeys through the page in a real browser.
//!
//! `cargo xtask test --only app --only journeys` builds what they use and runs them. A journey starts a [`site::Site`] and a
//! [`browser::Browser`], both of its own, and speaks of the page through [`page::Page`].

// The helpers: what no test of this folder uses, the next one may.
#[allow(dead_code)]
mod axe;
#[allow(dead_code)]
mod browser;
mod driver;
#[allow(dead_code)]
mod engine;
mod example;
#[allow(dead_code)]
mod input;
#[allow(dead_code)]
mod measure;
#[allow(dead_code)]
mod page;
#[allow(dead_code)]
mod shelf;
#[allow(dead_code)]
mod site;
#[allow(dead_code)]
mod timeline;

mod accessibility;
mod boot;
mod embed;
mod faults;
mod harness;
mod journeys;
mod offline;
mod preview;
mod reach;
mod texts;
