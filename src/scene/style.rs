//! How roles look: which token each is painted with. The one description from which both the colours of an exported
//! picture and the rules of `static/scene.css` follow.

use super::{Role, theme::Token};

/// How a mark is painted.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Paint {
    /// Colour of its inside.
    pub fill: Option<Token>,
    /// How much of the ground the inside covers; 1 is all.
    pub fill_opacity: f64,
    /// Colour of its outline.
    pub stroke: Option<Token>,
    /// Width of the outline.
    pub stroke_px: f64,
    /// Lengths of dashes and gaps; solid if empty.
    pub dash: &'static [f64],
    /// Whether the outline lies behind the inside and clears the ground around text.
    pub halo: bool,
    /// Whether text is semibold.
    pub bold: bool,
}

const fn fill(token: Token) -> Paint {
    Paint { fill: Some(token), fill_opacity: 1.0, stroke: None, stroke_px: 0.0, dash: &[], halo: false, bold: false }
}

const fn line(token: Token, px: f64) -> Paint {
    Paint { fill: None, fill_opacity: 1.0, stroke: Some(token), stroke_px: px, dash: &[], halo: false, bold: false }
}

const fn outlined(inside: Token, outline: Token, px: f64) -> Paint {
    Paint { stroke: Some(outline), stroke_px: px, ..fill(inside) }
}

const fn text(token: Token) -> Paint {
    Paint { stroke: Some(Token::Surface), stroke_px: 3.0, halo: true, ..fill(token) }
}

const fn strong(token: Token) -> Paint {
    Paint { bold: true, ..text(token) }
}

/// How a role is painted; `None` for roles that only group.
pub fn paint(role: Role) -> Option<Paint> {
    use Token::{Ink, InkMuted, Rule, RuleStrong, Surface, Today, Tone};
    Some(match role {
        Role::Plain
        | Role::Axis
        | Role::Track
        | Role::TrackHeader
        | Role::Sliding
        | Role::Item
        | Role::ItemPlanned
        | Role::Cluster
        | Role::ChartBar => return None,
        Role::Ground => fill(Surface),
        Role::AxisLine => line(RuleStrong, 1.0),
        Role::Tick => line(RuleStrong, 1.0),
        Role::TickMinor | Role::Grid => line(Rule, 1.0),
        Role::GridMajor => line(Token::RuleMedium, 1.0),
        Role::AxisMajor | Role::Title => strong(Ink),
        Role::AxisMinor | Role::ChartText | Role::LegendText | Role::TrackCount => text(InkMuted),
        Role::Future => fill(Token::Future),
        Role::TrackRule => line(Token::RuleMedium, 1.0),
        Role::TrackToggle => line(InkMuted, 1.5),
        Role::TrackSwatch | Role::Point | Role::Bar | Role::Fade | Role::ChartFill => fill(Tone),
        Role::TrackTitle => strong(InkMuted),
        Role::Hit => Paint { fill_opacity: 0.0, ..fill(Surface) },
        Role::PointEye => fill(Surface),
        Role::PointPlanned | Role::BarPlanned => outlined(Surface, Tone, 1.5),
        Role::PointUncertain => Paint { fill_opacity: 0.3, ..outlined(Tone, Tone, 1.25) },
        Role::BarUncertain => Paint { dash: &[3.0, 2.0], fill_opacity: 0.3, ..outlined(Tone, Tone, 1.25) },
        Role::Within => Paint { fill_opacity: 0.28, ..fill(Tone) },
        Role::Edge => line(Tone, 1.5),
        Role::ChartLine => line(Tone, 2.0),
        Role::Leader => Paint { dash: &[1.0, 2.5], ..line(Tone, 1.25) },
        Role::ChartDot => outlined(Tone, Surface, 1.5),
        Role::ChartDotAbout => outlined(Surface, Tone, 2.0),
        Role::ChartDotDisputed => Paint { dash: &[2.5, 1.5], ..outlined(Surface, Tone, 1.5) },
        Role::ChartWithin => line(InkMuted, 1.0),
        Role::ChartMissing => outlined(Surface, InkMuted, 1.0),
        Role::ChartDotApart => Paint { fill_opacity: 0.3, ..outlined(Tone, Tone, 1.25) },
        Role::Heat1 => Paint { fill_opacity: 0.1, ..fill(Tone) },
        Role::Heat2 => Paint { fill_opacity: 0.2, ..fill(Tone) },
        Role::Heat3 => Paint { fill_opacity: 0.32, ..fill(Tone) },
        Role::Heat4 => Paint { fill_opacity: 0.45, ..fill(Tone) },
        Role::Speck => fill(RuleStrong),
        Role::Link => line(InkMuted, 1.5),
        Role::LinkDashed => Paint { dash: &[6.0, 3.0], ..line(InkMuted, 1.5) },
        Role::LinkDotted => Paint { dash: &[1.5, 3.0], ..line(InkMuted, 1.5) },
        Role::LinkHead => fill(InkMuted),
        Role::Doubt => strong(Ink),
        Role::Label => text(Ink),
        Role::Chip => outlined(Token::SurfaceSunken, RuleStrong, 1.0),
        Role::OnTone => Paint { bold: true, ..fill(Surface) },
        Role::ChipText => Paint { bold: true, ..fill(Ink) },
        Role::TodayLine => line(Today, 1.5),
        Role::TodayLabel => strong(Today),
        Role::CurrentLine => Paint { dash: &[4.0, 3.0], ..line(InkMuted, 1.0) },
        Role::CurrentLabel | Role::Empty => text(InkMuted),
    })
}

/// The rules of `static/scene.css` that follow from the roles, one a line.
pub fn css() -> String {
    use std::fmt::Write;
    let mut out = String::new();
    for size in super::TypeSize::ALL {
        let _ = writeln!(out, ".s-size-{} {{ font-size: {}rem; }}", size.word(), size.px() / 16.0);
    }
    for number in 1..=super::Tone::COUNT {
        let _ = writeln!(out, ".s-tone-{number} {{ --tone: var(--track-{number}); }}");
    }
    for &role in Role::ALL {
        let Some(paint) = paint(role) else { continue };
        let mut rule = format!(".{} {{", role.class());
        match paint.fill {
            Some(token) => {
                let _ = write!(rule, " fill: var({});", token.css_name());
            }
            None => rule.push_str(" fill: none;"),
        }
        if paint.fill_opacity < 1.0 {
            let _ = write!(rule, " fill-opacity: {};", paint.fill_opacity);
        }
        if let Some(token) = paint.stroke {
            let _ = write!(rule, " stroke: var({}); stroke-width: {}px;", token.css_name(), paint.stroke_px);
        }
        if !paint.dash.is_empty() {
            let dash: Vec<_> = paint.dash.iter().map(f64::to_string).collect();
            let _ = write!(rule, " stroke-dasharray: {};", dash.join(" "));
        }
        if paint.halo {
            rule.push_str(" stroke-linejoin: round; paint-order: stroke;");
        }
        if paint.bold {
            rule.push_str(" font-weight: 600;");
        }
        let _ = writeln!(out, "{rule} }}");
    }
    out
}
