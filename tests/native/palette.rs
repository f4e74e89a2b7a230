//! The colours of categories stay apart for readers who see fewer colours. Shape, pattern or a label beside them says the same,
//! so that no one needs them; they help those who can use them.

use annals::scene::{
    Tone,
    theme::{Theme, Token},
};

/// What is seen of linear red, green and blue by people with no red, no green or no blue cones (Machado, Oliveira, Fernandes
/// 2009, severity 1), and by others.
const VISIONS: [(&str, [[f64; 3]; 3]); 4] = [
    ("protanopia", [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]),
    ("deuteranopia", [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.01182, 0.04294, 0.968881]]),
    ("tritanopia", [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.3039]]),
    ("all colours", [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]]),
];

/// Least distance in Oklab, in hundredths, of two of the first five tones, which most figures need, and of any others.
const LEAST: (f64, f64) = (8.5, 5.5);

fn linear(colour: &str) -> [f64; 3] {
    [1, 3, 5].map(|at| {
        let share = f64::from(u8::from_str_radix(&colour[at..at + 2], 16).expect("a colour")) / 255.0;
        if share <= 0.04045 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
    })
}

fn times(matrix: &[[f64; 3]; 3], colour: [f64; 3]) -> [f64; 3] {
    matrix.map(|row| row.iter().zip(colour).map(|(a, b)| a * b).sum())
}

/// Oklab (Ottosson 2020), in which distances are about as large as they are seen.
fn oklab(linear: [f64; 3]) -> [f64; 3] {
    let cones = [
        [0.4122214708, 0.5363325363, 0.0514459929],
        [0.2119034982, 0.6806995451, 0.1073969566],
        [0.0883024619, 0.2817188376, 0.6299787005],
    ];
    let lab = [
        [0.2104542553, 0.793617785, -0.0040720468],
        [1.9779984951, -2.428592205, 0.4505937099],
        [0.0259040371, 0.7827717662, -0.808675766],
    ];
    times(&lab, times(&cones, linear).map(|share| share.max(0.0).cbrt()))
}

#[test]
fn categories_stay_apart_for_every_vision() {
    let mut near = Vec::new();
    for theme in Theme::ALL {
        for (vision, matrix) in &VISIONS {
            let seen = |index| {
                let colour = theme.colour(Token::Track(Tone::of_index(index)), None);
                oklab(times(matrix, linear(colour)).map(|share| share.clamp(0.0, 1.0)))
            };
            for (a, b) in (0..Tone::COUNT).flat_map(|b| (0..b).map(move |a| (a, b))) {
                let squares = seen(a).into_iter().zip(seen(b)).map(|(a, b)| (a - b).powi(2));
                let distance = 100.0 * squares.sum::<f64>().sqrt();
                if distance < if b < 5 { LEAST.0 } else { LEAST.1 } {
                    near.push(format!("{} {vision}: {} and {}, {distance:.1}", theme.name, a + 1, b + 1));
                }
            }
        }
    }
    assert!(near.is_empty(), "{near:#?}");
}
