//! Reaching what is used in rare places by its name. A binding of its own for each would weigh on the first view, whatever part of the
//! page uses it.

use js_sys::{Array, Function, JsString, Reflect};
use wasm_bindgen::{JsCast, JsValue};

/// A property; undefined where there is none, also of what is no object.
pub fn get(on: &JsValue, name: &str) -> JsValue {
    Reflect::get(on, &JsValue::from_str(name)).unwrap_or(JsValue::UNDEFINED)
}

/// Calls a method; `None` where there is none, or where it throws.
pub fn call(on: &JsValue, method: &str, arguments: &[&JsValue]) -> Option<JsValue> {
    let method = get(on, method).dyn_into::<Function>().ok()?;
    let list = Array::new();
    for argument in arguments {
        list.push(argument);
    }
    method.apply(on, &list).ok()
}

/// A text of at most so many UTF-16 units; a longer one is not even copied.
pub fn text(value: &JsValue, most_units: u32) -> Option<String> {
    // Only what is there has a length to ask for.
    let is_short =
        !value.is_undefined() && !value.is_null() && value.unchecked_ref::<JsString>().length() <= most_units;
    is_short.then(|| value.as_string()).flatten()
}
