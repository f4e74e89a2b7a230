//! The page: components over the pure layers below.

mod app;
mod asked;
mod comparison;
mod controls;
mod deferred;
mod detail;
mod explore;
mod failure;
mod figures;
mod focus;
mod glossary;
mod hosted;
mod lines;
mod link;
mod loading;
mod news;
mod notices;
mod original;
mod page;
mod quantity;
mod shell;
mod store;
mod story;
mod take;
#[cfg(test)]
mod tests;
mod text;
mod timeline;
mod timing;
mod width;

pub use app::App;
