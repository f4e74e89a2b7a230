//! A scene as a PNG file, natively: the text of [`super::svg`] drawn with the fonts at hand.

use std::{fmt, sync::Arc};

use resvg::{
    tiny_skia::{Pixmap, Transform},
    usvg::{self, Options, Tree, fontdb},
};

use super::svg::svg;
use crate::scene::{Scene, theme::Theme};

/// Pixels of the file for one CSS pixel.
pub const SCALE: f32 = 2.0;
/// A picture with more pixels than these is refused: it would not fit into the memory of many machines.
const MOST_PIXELS: f64 = 200e6;

/// Fonts that the picture is drawn with where none of the names in [`super::svg::FONT_FAMILY`] is at hand, best first.
const PLAIN_FONTS: [&str; 6] = ["Noto Sans", "DejaVu Sans", "Liberation Sans", "Arial", "Helvetica", "Segoe UI"];

/// Why there is no PNG file.
#[derive(Clone, Debug, PartialEq)]
pub enum PngError {
    /// The picture has too many pixels: its width and height.
    TooLarge(f64, f64),
    /// No font is at hand, so that its words could not be drawn.
    NoFont,
    /// It could not be drawn.
    Broken(String),
}

impl fmt::Display for PngError {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        match self {
            PngError::TooLarge(width, height) => {
                write!(out, "The picture is too large for a PNG file: {width} by {height} pixels")
            }
            PngError::NoFont => out.write_str("No font is installed, and a picture without its words says nothing"),
            PngError::Broken(why) => write!(out, "The picture cannot be drawn: {why}"),
        }
    }
}

/// The scene as a PNG file in the colours of a theme, with [`SCALE`] pixels for one CSS pixel.
///
/// # Errors
///
/// When the picture is too large, or no font is at hand.
pub fn png(scene: &Scene, theme: &Theme) -> Result<Vec<u8>, PngError> {
    let scale = f64::from(SCALE);
    let (width, height) = ((scene.width * scale).ceil(), (scene.height * scale).ceil());
    if width * height > MOST_PIXELS {
        return Err(PngError::TooLarge(width, height));
    }
    let broken = |error: String| PngError::Broken(error);
    let options = Options { fontdb: Arc::new(fonts()?), ..Options::default() };
    let tree = Tree::from_str(&svg(scene, theme), &options).map_err(|error: usvg::Error| broken(error.to_string()))?;
    let mut pixels = Pixmap::new(width as u32, height as u32).ok_or_else(|| broken("it has no size".to_owned()))?;
    resvg::render(&tree, Transform::from_scale(SCALE, SCALE), &mut pixels.as_mut());
    pixels.encode_png().map_err(|error| broken(error.to_string()))
}

/// The fonts of the system, with one of them as the plain one.
fn fonts() -> Result<fontdb::Database, PngError> {
    let mut fonts = fontdb::Database::new();
    fonts.load_system_fonts();
    let has = |name: &&str| {
        let query = fontdb::Query { families: &[fontdb::Family::Name(name)], ..fontdb::Query::default() };
        fonts.query(&query).is_some()
    };
    let plain = PLAIN_FONTS.into_iter().find(has).map(str::to_owned);
    let any = || fonts.faces().next().and_then(|face| face.families.first()).map(|(name, _)| name.clone());
    let plain = plain.or_else(any).ok_or(PngError::NoFont)?;
    fonts.set_sans_serif_family(plain);
    Ok(fonts)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scene::{Anchor, Group, Rect, Role, Shape, TypeSize};

    fn scene(width: f64, height: f64) -> Scene {
        let mut root = Group::new(Role::Plain);
        root.push(Role::Chip, Rect { x: 10.0, y: 10.0, width: 40.0, height: 20.0 }.shape(4.0));
        let content = "Ab 国".into();
        root.push(Role::Label, Shape::Text { x: 60.0, y: 24.0, content, size: TypeSize::Label, anchor: Anchor::Start });
        Scene { width, height, title: "T".into(), description: "".into(), text_scale: 1.0, root }
    }

    #[test]
    fn a_picture_has_twice_its_pixels_and_its_words() {
        let bytes = png(&scene(200.0, 40.0), &Theme::LIGHT).expect("fonts at hand");
        let picture = Pixmap::decode_png(&bytes).expect("a PNG file");
        assert_eq!((picture.width(), picture.height()), (400, 80));
        let dark = |left: u32, right: u32| {
            let places = (left..right).flat_map(|x| (20..60).map(move |y| (x, y)));
            places.filter(|&(x, y)| picture.pixel(x, y).is_some_and(|pixel| pixel.red() < 100)).count()
        };
        assert!(dark(120, 150) > 20, "no Latin letters");
        assert_eq!(dark(250, 400), 0);
        // The ground is that of the theme, and there is nothing one can see through.
        assert_eq!(picture.pixel(2, 2).map(|pixel| (pixel.red(), pixel.alpha())), Some((255, 255)));
        assert!(picture.pixels().iter().all(|pixel| pixel.alpha() == 255));
    }

    #[test]
    fn what_is_too_large_is_refused() {
        assert_eq!(png(&scene(30_000.0, 30_000.0), &Theme::LIGHT), Err(PngError::TooLarge(60_000.0, 60_000.0)));
    }
}
