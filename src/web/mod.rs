//! The browser, in small owned handles: each cleans up when dropped. Nothing here knows what the page shows.

mod address;
mod clipboard;
mod crash;
mod download;
mod fetch;
mod frame;
mod height;
mod history;
mod host;
mod inside;
mod js;
mod keys;
mod page;
mod present;
mod printing;
mod size;
mod stir;
mod storage;
mod timing;

pub use address::{Address, AddressError, resolve};
pub use clipboard::copy;
pub use crash::report_panics;
pub use download::{download, download_canvas};
pub use fetch::{FetchError, fetch};
pub use frame::{Handed, are_files_doubtful, be_embedded, is_dark, on_handed, set_tokens, trust_files, warn};
pub use height::on_height;
pub use history::{Popped, follow, href, on_pop, page_address, push, query, replace, share_address};
pub use host::{Asked, Host, on_host};
pub use inside::{inside_data, inside_parts, inside_seal, is_inside, start};
pub use keys::{Pressed, on_key};
pub use page::{
    Phase, add_style, browser_language, closest_attribute, find_all, focus, focus_stop, focused_attribute,
    is_focus_lost, mark_first_view, mark_interactive, measure_load, named_at, next_frame, next_task, place_within,
    print, print_part, root_font_px, scroll_to_top, set_language, set_phase, set_theme, set_title, show_progress,
    slide, text_of, text_width, today, width_of,
};
pub use present::Presenting;
pub use printing::{Printing, on_print};
pub use size::{Resized, on_resize};
pub use stir::{Stirred, on_first_stir};
pub use storage::{Refused, forget, keep, kept};
pub use timing::Timing;
