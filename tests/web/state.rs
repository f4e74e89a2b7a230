//! Links in wasm: read, written, and read again.

use annals::state::{LinkNote, read, write};
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
fn links_survive_the_round_trip() {
    for link in [
        "",
        "view=timeline&from=2019-11&to=latest",
        "view=timeline&from=earliest&to=2020-02-29&q=%E8%AE%A4%E8%AF%81&track=ccc,law&select=ccc-2019-44&lang=zh-Hans&theme=dark",
        "briefing=other/b.json&kind=law&embed=1",
        "from=-0044-03-15&to=2019~",
    ] {
        let (state, notes) = read(link);
        assert!(notes.is_empty(), "{link}: {notes:?}");
        assert_eq!(write(&state), link);
    }
}

#[wasm_bindgen_test]
fn what_is_unknown_is_named() {
    let (state, notes) = read("?colour=red&from=2019-13-01&view=timeline");
    assert_eq!(write(&state), "view=timeline");
    assert_eq!(notes[0], LinkNote::UnknownKey("colour".into()));
    assert_eq!(notes[1], LinkNote::BadValue { key: "from".into(), value: "2019-13-01".into() });
}

/// What the app takes from the address is what the browser would.
#[wasm_bindgen_test]
fn a_link_is_read_as_browsers_read_it() {
    let link = "q=a+b%20c%26%E6%A0%87&select=e1&theme=dark";
    let (state, _) = read(link);
    let parameters = web_sys::UrlSearchParams::new_with_str(link).expect("parameters");
    assert_eq!(Some(state.search.to_string()), parameters.get("q"));
    let again = web_sys::UrlSearchParams::new_with_str(&write(&state)).expect("parameters");
    for key in ["q", "select", "theme"] {
        assert_eq!(again.get(key), parameters.get(key));
    }
}
