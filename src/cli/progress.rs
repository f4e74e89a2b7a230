//! What is said while long work runs, where standard error is a terminal; nothing elsewhere.

use std::time::Duration;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use crate::i18n::findings::escaped;

/// Smaller files are read before anyone wonders.
const LARGE: usize = 8 << 20;

/// Progress in steps that are counted; wiped off when dropped.
pub struct Bar(ProgressBar);

impl Bar {
    /// Starts with so many steps to go, of `what`.
    pub fn start(steps: usize, what: &'static str) -> Bar {
        let bar = ProgressBar::with_draw_target(Some(steps as u64), ProgressDrawTarget::stderr());
        if let Ok(style) = ProgressStyle::with_template("{pos} of {len} {msg} {wide_bar}") {
            bar.set_style(style);
        }
        bar.set_message(what);
        Bar(bar)
    }

    /// One more is done.
    pub fn step(&self) {
        self.0.inc(1);
    }
}

impl Drop for Bar {
    fn drop(&mut self) {
        self.0.finish_and_clear();
    }
}

/// Says that a large file is being read; wiped off when dropped. `None` for small ones.
pub fn reading(name: &str, bytes: usize) -> Option<Bar> {
    if bytes < LARGE {
        return None;
    }
    let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::stderr());
    bar.set_message(format!("reading {} ({} MiB)", escaped(name), bytes >> 20));
    bar.enable_steady_tick(Duration::from_millis(120));
    Some(Bar(bar))
}
