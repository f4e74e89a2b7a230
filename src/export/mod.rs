//! What the tool publishes: the files of a site.

mod app;
mod embed;
mod policy;
mod select;
mod site;

pub use app::app_files;
pub use policy::{CONTENT_SECURITY_POLICY, HEADERS};
pub use select::select;
pub use site::{BRIEFING_FILE, SiteError, builtin_tables, site_files};
