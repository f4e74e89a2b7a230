//! The page's entry: mounts the app where the page has a place for it.

#[cfg(target_arch = "wasm32")]
fn main() {
    annals::web::report_panics();
    if let Some(place) = gloo::utils::document().get_element_by_id("app") {
        yew::Renderer::<annals::ui::App>::with_root(place).render();
    }
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("annals-app is the page: build it with `cargo xtask build`, or start it with `cargo xtask serve`");
}
