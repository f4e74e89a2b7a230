//! A briefing note as a file: Markdown with footnotes, and HTML that word processors read. Both have the numbers of the page.

mod html;
mod markdown;
#[cfg(test)]
mod tests;

pub use html::html;
pub use markdown::markdown;
