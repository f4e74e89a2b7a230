//! How long something takes, in the browser's own list of such measures.

use gloo::utils::window;
use web_sys::Performance;

/// Counts the time until it is dropped. Of each name only the last measure stays listed, so that the list does not grow.
pub struct Timing {
    name: String,
    performance: Option<Performance>,
}

impl Timing {
    /// Starts to count. Natively nothing is counted.
    pub fn start(name: String) -> Self {
        let performance = cfg!(target_arch = "wasm32").then(|| window().performance()).flatten();
        if let Some(performance) = &performance {
            let _ = performance.mark(&name);
        }
        Self { name, performance }
    }
}

impl Drop for Timing {
    fn drop(&mut self) {
        if let Some(performance) = &self.performance {
            performance.clear_measures_with_measure_name(&self.name);
            let _ = performance.measure_with_start_mark(&self.name, &self.name);
            performance.clear_marks_with_mark_name(&self.name);
        }
    }
}
