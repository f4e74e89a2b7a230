//! The built page, carried inside the tool.

/// The files of the page: path with `/`, bytes. Sorted; empty in a tool that was built without the page.
pub fn app_files() -> &'static [(&'static str, &'static [u8])] {
    static FILES: &[(&str, &[u8])] = include!(concat!(env!("OUT_DIR"), "/app_files.rs"));
    FILES
}
