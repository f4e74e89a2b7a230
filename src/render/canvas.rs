//! A scene drawn on a canvas, mark by mark: no picture is loaded, so that it works under the strictest policy and in a sandbox.
//! Looks like the text of [`super::svg`].

use gloo::utils::document;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{CanvasRenderingContext2d as Pen, HtmlCanvasElement};

use super::svg::FONT_FAMILY;
use crate::scene::{
    Anchor, Group, Mark, Node, Role, Scene, Segment, Shape, Tone, TypeSize,
    style::{Paint, paint},
    theme::{Theme, Token},
};

/// Pixels of the file for one CSS pixel.
const SCALE: f64 = 2.0;
/// What every browser at hand can hold: pixels on a side, and in all.
const MOST_SIDE: f64 = 16_384.0;
const MOST_PIXELS: f64 = 16_777_216.0;

/// The scene in the colours of a theme, two pixels for one CSS pixel, or as many as browsers can hold. `None` where the browser
/// has no canvas.
pub fn canvas(scene: &Scene, theme: &Theme) -> Option<HtmlCanvasElement> {
    let scale = scale_of(scene.width, scene.height);
    let canvas: HtmlCanvasElement = document().create_element("canvas").ok()?.dyn_into().ok()?;
    canvas.set_width((scene.width * scale).ceil() as u32);
    canvas.set_height((scene.height * scale).ceil() as u32);
    let pen: Pen = canvas.get_context("2d").ok()??.dyn_into().ok()?;
    let fill = paint(Role::Ground).and_then(|paint| paint.fill).unwrap_or(Token::Surface);
    pen.set_fill_style_str(theme.colour(fill, None));
    pen.fill_rect(0.0, 0.0, f64::from(canvas.width()), f64::from(canvas.height()));
    pen.scale(scale, scale).ok()?;
    // As SVG has it where nothing is said.
    pen.set_miter_limit(4.0);
    Painter { pen, theme, text_scale: scene.text_scale }.group(&scene.root, None);
    Some(canvas)
}

/// Pixels for one CSS pixel of a picture of this size.
fn scale_of(width: f64, height: f64) -> f64 {
    let by_side = MOST_SIDE / width.max(height).max(1.0);
    let by_area = (MOST_PIXELS / (width * height).max(1.0)).sqrt();
    SCALE.min(by_side).min(by_area)
}

struct Painter<'a> {
    pen: Pen,
    theme: &'a Theme,
    text_scale: f64,
}

impl Painter<'_> {
    fn group(&self, group: &Group, tone: Option<Tone>) {
        let tone = group.tone.or(tone);
        self.pen.save();
        let _ = self.pen.translate(group.offset.0, group.offset.1);
        if let Some(clip) = group.clip {
            self.pen.begin_path();
            self.pen.rect(clip.x, clip.y, clip.width, clip.height);
            self.pen.clip();
        }
        for child in &group.children {
            match child {
                Node::Group(inner) => self.group(inner, tone),
                Node::Mark(mark) => self.mark(mark, tone),
            }
        }
        self.pen.restore();
    }

    fn mark(&self, mark: &Mark, tone: Option<Tone>) {
        match &mark.shape {
            Shape::Text { x, y, content, size, anchor } => {
                let align = match anchor {
                    Anchor::Start => "left",
                    Anchor::Middle => "center",
                    Anchor::End => "right",
                };
                self.words(mark.role, tone, (*x, *y), content, (*size, align));
            }
            Shape::Runs { x, y, size, gap, runs } => {
                let mut x = *x;
                for (role, content) in runs {
                    x += self.words(*role, tone, (x, *y), content, (*size, "left")) + gap;
                }
            }
            shape => {
                let Some(paint) = paint(mark.role) else { return };
                self.pen.begin_path();
                self.outline(shape);
                self.ink(&paint, tone, &|pen| pen.fill(), &|pen| pen.stroke());
            }
        }
    }

    /// Writes a line of text; its width.
    fn words(&self, role: Role, tone: Option<Tone>, at: (f64, f64), content: &str, look: (TypeSize, &str)) -> f64 {
        let Some(paint) = paint(role) else { return 0.0 };
        let weight = if paint.bold { "600 " } else { "" };
        self.pen.set_font(&format!("{weight}{}px {FONT_FAMILY}", look.0.px() * self.text_scale));
        self.pen.set_text_align(look.1);
        let fill = |pen: &Pen| drop(pen.fill_text(content, at.0, at.1));
        let stroke = |pen: &Pen| drop(pen.stroke_text(content, at.0, at.1));
        self.ink(&paint, tone, &fill, &stroke);
        self.pen.measure_text(content).map_or(0.0, |measured| measured.width())
    }

    /// Paints what was outlined: the inside, then its outline; behind a halo the other way round.
    fn ink(&self, paint: &Paint, tone: Option<Tone>, fill: &dyn Fn(&Pen), stroke: &dyn Fn(&Pen)) {
        let inside = || {
            if let Some(token) = paint.fill.filter(|_| paint.fill_opacity > 0.0) {
                self.pen.set_global_alpha(paint.fill_opacity);
                self.pen.set_fill_style_str(self.theme.colour(token, tone));
                fill(&self.pen);
                self.pen.set_global_alpha(1.0);
            }
        };
        let outline = || {
            if let Some(token) = paint.stroke {
                self.pen.set_stroke_style_str(self.theme.colour(token, tone));
                self.pen.set_line_width(paint.stroke_px);
                self.pen.set_line_join(if paint.halo { "round" } else { "miter" });
                let dash: js_sys::Array = paint.dash.iter().map(|&length| JsValue::from(length)).collect();
                let _ = self.pen.set_line_dash(&dash);
                stroke(&self.pen);
            }
        };
        if paint.halo {
            outline();
            inside();
        } else {
            inside();
            outline();
        }
    }

    /// The outline of a shape that is no text, as the current path.
    fn outline(&self, shape: &Shape) {
        let pen = &self.pen;
        match shape {
            Shape::Rect { x, y, width, height, radius } => {
                let radius = radius.min(width / 2.0).min(height / 2.0).max(0.0);
                let (right, bottom) = (x + width, y + height);
                pen.move_to(x + radius, *y);
                for (x1, y1, x2, y2) in
                    [(right, *y, right, bottom), (right, bottom, *x, bottom), (*x, bottom, *x, *y), (*x, *y, right, *y)]
                {
                    let _ = pen.arc_to(x1, y1, x2, y2, radius);
                }
                pen.close_path();
            }
            Shape::Line { x1, y1, x2, y2 } => {
                pen.move_to(*x1, *y1);
                pen.line_to(*x2, *y2);
            }
            Shape::Circle { x, y, radius } => {
                let _ = pen.arc(*x, *y, *radius, 0.0, std::f64::consts::TAU);
                pen.close_path();
            }
            Shape::Path(segments) => {
                for segment in segments {
                    match *segment {
                        Segment::Move(x, y) => pen.move_to(x, y),
                        Segment::Line(x, y) => pen.line_to(x, y),
                        Segment::Curve(x1, y1, x2, y2, x, y) => pen.bezier_curve_to(x1, y1, x2, y2, x, y),
                        Segment::Close => pen.close_path(),
                    }
                }
            }
            Shape::Text { .. } | Shape::Runs { .. } => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn large_pictures_are_drawn_as_sharp_as_browsers_can() {
        assert_eq!(scale_of(900.0, 400.0), 2.0);
        for (width, height) in [(1200.0, 9000.0), (300.0, 40_000.0), (5000.0, 5000.0), (0.0, 0.0)] {
            let scale = scale_of(width, height);
            assert!(scale > 0.0 && scale <= 2.0);
            assert!(
                width.max(height) * scale <= MOST_SIDE + 1e-6 && width * height * scale * scale <= MOST_PIXELS + 1.0
            );
        }
    }
}
