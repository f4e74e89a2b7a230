//! Telling the page outside wasm that the instance is lost.

use web_sys::{CustomEvent, CustomEventInit};

/// Makes each panic an `annals-crash` event on the window, whose detail is the message. The script that started the
/// app shows it: after a panic the instance must not be used again, so it cannot show anything itself.
pub fn report_panics() {
    std::panic::set_hook(Box::new(|panic| {
        let init = CustomEventInit::new();
        init.set_detail(&panic.to_string().into());
        if let Ok(event) = CustomEvent::new_with_event_init_dict("annals-crash", &init) {
            let _ = gloo::utils::window().dispatch_event(&event);
        }
    }));
}
