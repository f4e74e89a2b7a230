//! Copying with words about it.

use yew::prelude::*;

use crate::{ui::store::Store, web};

/// Copies a text and says so; where the browser refuses, says that and puts the text where it can be copied by hand. `keys`: the
/// messages for both.
pub fn copied(store: &Store, text: String, keys: [&'static str; 2], by_hand: UseStateSetter<Option<AttrValue>>) {
    let store = store.clone();
    wasm_bindgen_futures::spawn_local(async move {
        let is_copied = web::copy(&text).await;
        store.say.emit(store.t(keys[usize::from(!is_copied)]));
        by_hand.set((!is_copied).then(|| text.into()));
    });
}
