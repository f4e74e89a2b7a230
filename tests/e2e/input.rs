//! What a reader's hands do: keys, drags, the wheel, two fingers.

use crate::browser::Browser;
use fantoccini::actions::{
    ActionSequence, Actions, InputSource, KeyAction, KeyActions, MOUSE_BUTTON_LEFT, MouseActions, PointerAction,
    TouchActions, WheelAction, WheelActions,
};
use fantoccini::key::Key;
use serde_json::json;
use std::time::Duration;

/// A point of the viewport in CSS pixels.
pub type Point = (f64, f64);

impl Browser {
    /// Presses keys together, such as `Tab`, `Shift+Tab`, `Control+ArrowLeft`, `?`; names as in `KeyboardEvent.key`.
    pub async fn press(&self, keys: &str) {
        // The last key may itself be `+`.
        let cut = keys[..keys.len() - 1].rfind('+').map_or(0, |at| at + 1);
        let held = keys[..cut].split('+').filter(|name| !name.is_empty());
        let keys: Vec<char> = held.chain([&keys[cut..]]).map(key).collect();
        let down = keys.iter().map(|&value| KeyAction::Down { value });
        let up = keys.iter().rev().map(|&value| KeyAction::Up { value });
        let actions = down.chain(up).fold(KeyActions::new("keyboard".to_owned()), InputSource::then);
        self.act(actions.into()).await;
    }

    /// Types a text, character by character, into what has the focus.
    pub async fn type_text(&self, text: &str) {
        let strokes = text.chars().flat_map(|value| [KeyAction::Down { value }, KeyAction::Up { value }]);
        let actions = strokes.fold(KeyActions::new("keyboard".to_owned()), InputSource::then);
        self.act(actions.into()).await;
    }

    /// Clicks at a point.
    pub async fn click_at(&self, at: Point) {
        self.drag(&[at], Duration::ZERO).await;
    }

    /// Moves the mouse to a point without pressing.
    pub async fn hover_at(&self, at: Point) {
        let actions = MouseActions::new("mouse".to_owned()).then(move_to(at, Duration::ZERO));
        self.act(actions.into()).await;
    }

    /// Presses the mouse at the first point, moves through the others, `pace` for each, and lets go.
    pub async fn drag(&self, points: &[Point], pace: Duration) {
        let button = MOUSE_BUTTON_LEFT;
        self.act(pressed(points, pace).then(PointerAction::Up { button }).into()).await;
    }

    /// Presses the mouse at the first point and moves through the others, `pace` for each, without letting go.
    pub async fn hold(&self, points: &[Point], pace: Duration) {
        self.act(pressed(points, pace).into()).await;
    }

    /// Moves the mouse to a point, however it is held, and lets go.
    pub async fn let_go(&self, at: Point) {
        let actions = MouseActions::new("mouse".to_owned()).then(move_to(at, Duration::ZERO));
        self.act(actions.then(PointerAction::Up { button: MOUSE_BUTTON_LEFT }).into()).await;
    }

    /// Turns the wheel at a point while keys such as `Control` are held (empty for none); positive is down and right.
    pub async fn wheel(&self, at: Point, by: (i64, i64), held: &str) {
        let pause = |duration| WheelAction::Pause { duration };
        let scroll = WheelAction::Scroll {
            duration: Some(Duration::ZERO),
            x: at.0 as i64,
            y: at.1 as i64,
            delta_x: by.0,
            delta_y: by.1,
        };
        let held: Vec<char> = held.split('+').filter(|name| !name.is_empty()).map(key).collect();
        let mut wheel = WheelActions::new("wheel".to_owned());
        let mut keyboard = KeyActions::new("keyboard".to_owned());
        // Actions of several devices go in step: the wheel waits while keys go down.
        for &value in &held {
            keyboard = keyboard.then(KeyAction::Down { value });
            wheel.push(pause(Duration::ZERO));
        }
        keyboard = keyboard.then(KeyAction::Pause { duration: Duration::ZERO });
        wheel.push(scroll);
        for &value in held.iter().rev() {
            keyboard = keyboard.then(KeyAction::Up { value });
        }
        let actions = Actions::from(keyboard).and(wheel);
        self.client.perform_actions(actions).await.expect("the wheel turns");
        self.two_frames().await;
    }

    /// Puts two fingers down, moves each in a straight line and lifts them: a pinch, or a pan.
    pub async fn two_fingers(&self, from: [Point; 2], to: [Point; 2], takes: Duration) {
        let button = MOUSE_BUTTON_LEFT;
        let finger = |index: usize| {
            TouchActions::new(format!("finger {index}"))
                .then(move_to(from[index], Duration::ZERO))
                .then(PointerAction::Down { button })
                .then(move_to(to[index], takes))
                .then(PointerAction::Up { button })
        };
        let actions = Actions::from(finger(0)).and(finger(1));
        self.client.perform_actions(actions).await.expect("the fingers move");
        self.two_frames().await;
    }

    /// Puts one finger down at the first point, moves it through the others, and lifts it; a tap where there is one.
    pub async fn finger(&self, points: &[Point], pace: Duration) {
        let (first, rest) = points.split_first().expect("a finger comes down somewhere");
        let button = MOUSE_BUTTON_LEFT;
        let start = TouchActions::new("finger".to_owned())
            .then(move_to(*first, Duration::ZERO))
            .then(PointerAction::Down { button });
        let moved = rest.iter().fold(start, |actions, point| actions.then(move_to(*point, pace)));
        self.act(moved.then(PointerAction::Up { button }).into()).await;
    }

    /// The middle of the first element that a selector finds, in the viewport.
    pub async fn middle_of(&self, selector: &str) -> Point {
        let (x, y, width, height) = self.rectangle_of(selector).await;
        (x + width / 2.0, y + height / 2.0)
    }

    /// Left, top, width and height of the first element that a selector finds, scrolled into the viewport.
    pub async fn rectangle_of(&self, selector: &str) -> (f64, f64, f64, f64) {
        let script = "const element = document.querySelector(arguments[0]);
            if (!element) return null;
            element.scrollIntoView({ block: 'nearest', behavior: 'instant' });
            let box = element.getBoundingClientRect();
            // Firefox scrolls for a part of a drawing only as far as the drawing goes.
            const [above, below] = [Math.min(box.top, 0), Math.max(box.bottom - innerHeight, 0)];
            if (box.height <= innerHeight && (above || below)) {
              scrollBy({ top: above || below, behavior: 'instant' });
              box = element.getBoundingClientRect();
            }
            return [box.x, box.y, box.width, box.height];";
        let found = self.run_with(script, vec![json!(selector)]).await;
        let numbers: Vec<f64> = serde_json::from_value(found).unwrap_or_else(|_| panic!("nothing matches {selector}"));
        (numbers[0], numbers[1], numbers[2], numbers[3])
    }

    /// Waits until the page has drawn what the last input led to; at once when that was leaving the page.
    pub async fn two_frames(&self) {
        let script = "requestAnimationFrame(() => requestAnimationFrame(() => arguments[0]()))";
        let _ = self.client.execute_async(script, Vec::new()).await;
    }

    async fn act(&self, actions: ActionSequence) {
        self.client.perform_actions(actions).await.expect("the browser acts");
        self.two_frames().await;
    }
}

fn pressed(points: &[Point], pace: Duration) -> MouseActions {
    let (first, rest) = points.split_first().expect("a drag starts somewhere");
    let start = MouseActions::new("mouse".to_owned())
        .then(move_to(*first, Duration::ZERO))
        .then(PointerAction::Down { button: MOUSE_BUTTON_LEFT });
    rest.iter().fold(start, |actions, point| actions.then(move_to(*point, pace)))
}

fn move_to((x, y): Point, duration: Duration) -> PointerAction {
    PointerAction::MoveTo { duration: Some(duration), x, y }
}

/// The code point that WebDriver has for a key.
fn key(name: &str) -> char {
    let known = match name {
        "Tab" => Key::Tab,
        "Enter" => Key::Enter,
        "Escape" => Key::Escape,
        "Backspace" => Key::Backspace,
        "Delete" => Key::Delete,
        "Space" => Key::Space,
        "Home" => Key::Home,
        "End" => Key::End,
        "PageUp" => Key::PageUp,
        "PageDown" => Key::PageDown,
        "ArrowLeft" => Key::Left,
        "ArrowRight" => Key::Right,
        "ArrowUp" => Key::Up,
        "ArrowDown" => Key::Down,
        "Shift" => Key::Shift,
        "Control" => Key::Control,
        "Alt" => Key::Alt,
        "Meta" => Key::Meta,
        _ => {
            let mut letters = name.chars();
            return match (letters.next(), letters.next()) {
                (Some(letter), None) => letter,
                _ => panic!("there is no key {name:?}"),
            };
        }
    };
    known.into()
}
