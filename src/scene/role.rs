//! What marks and groups mean.

macro_rules! roles {
    ($($(#[$doc:meta])* $name:ident = $word:literal,)*) => {
        /// What a mark or group means. How it looks follows from it: see [`super::style`].
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
        pub enum Role {
            $($(#[$doc])* $name,)*
        }

        impl Role {
            /// All roles, in a fixed order.
            pub const ALL: &[Role] = &[$(Role::$name,)*];

            /// Its class name in a page; stable.
            pub fn class(self) -> &'static str {
                match self {
                    $(Role::$name => concat!("s-", $word),)*
                }
            }
        }
    };
}

roles! {
    /// A group without a meaning of its own.
    #[default]
    Plain = "plain",
    /// The ground of an exported picture.
    Ground = "ground",
    /// Group: the time axis or a value axis.
    Axis = "axis",
    /// The line along an axis.
    AxisLine = "axis-line",
    /// A labelled place on an axis.
    Tick = "tick",
    /// An unlabelled place on an axis.
    TickMinor = "tick-minor",
    /// Label of the larger unit: the year above months.
    AxisMajor = "axis-major",
    /// Label of the smaller unit.
    AxisMinor = "axis-minor",
    /// A faint line through the picture at a labelled tick of the smaller unit.
    Grid = "grid",
    /// The same at a tick of the larger unit.
    GridMajor = "grid-major",
    /// What lies after the day to which the data are current.
    Future = "future",
    /// Group: a track of the timeline.
    Track = "track",
    /// Group: the title of a track, which opens and closes it.
    TrackHeader = "track-header",
    /// Group: what stands at its time, and slides where the view pans; all else stays.
    Sliding = "sliding",
    /// The line between tracks.
    TrackRule = "track-rule",
    /// The sign that a track is open or closed.
    TrackToggle = "track-toggle",
    /// The swatch of a track's colour.
    TrackSwatch = "track-swatch",
    /// Title of a track.
    TrackTitle = "track-title",
    /// Number of items in a track.
    TrackCount = "track-count",
    /// Group: one item.
    Item = "item",
    /// Group: one item that lies after the day to which the data are current.
    ItemPlanned = "item-planned",
    /// The area that reacts to pointers and shows hover, selection and focus.
    Hit = "hit",
    /// An item at one day.
    Point = "point",
    /// The open middle of a point.
    PointEye = "point-eye",
    /// A planned item at one day.
    PointPlanned = "point-planned",
    /// An item at one day that is itself uncertain.
    PointUncertain = "point-uncertain",
    /// An item that lasts.
    Bar = "bar",
    /// A planned item that lasts.
    BarPlanned = "bar-planned",
    /// An item that lasts and is itself uncertain.
    BarUncertain = "bar-uncertain",
    /// The period within which an item lies.
    Within = "within",
    /// An end drawn as a line: cap, bracket, arrow.
    Edge = "edge",
    /// A piece of a fading end.
    Fade = "fade",
    /// A question mark at a doubtful date.
    Doubt = "doubt",
    /// Label of an item.
    Label = "label",
    /// Group: several items without room of their own.
    Cluster = "cluster",
    /// The chip of a cluster.
    Chip = "chip",
    /// The number on a chip.
    ChipText = "chip-text",
    /// Line at today.
    TodayLine = "today-line",
    /// Its label.
    TodayLabel = "today-label",
    /// Line at the day to which the data are current.
    CurrentLine = "current-line",
    /// Its label.
    CurrentLabel = "current-label",
    /// Group: a bar of a chart with its hit area.
    ChartBar = "chart-bar",
    /// The bar of a chart, or a part of it.
    ChartFill = "chart-fill",
    /// The line that joins the values of a series.
    ChartLine = "chart-line",
    /// From a value to its name at the side.
    Leader = "leader",
    /// A value of a series.
    ChartDot = "chart-dot",
    /// A value that its source gives as about so much.
    ChartDotAbout = "chart-dot-about",
    /// A value on which sources disagree.
    ChartDotDisputed = "chart-dot-disputed",
    /// A value that must not be compared with its neighbours.
    ChartDotApart = "chart-dot-apart",
    /// From the first to the last day that the date of a value can mean.
    ChartWithin = "chart-within",
    /// The place of a value that is not stated; hatched.
    ChartMissing = "chart-missing",
    /// The place of a month in which little happened.
    Heat1 = "heat-1",
    /// In which more happened.
    Heat2 = "heat-2",
    /// In which much happened.
    Heat3 = "heat-3",
    /// In which most happened.
    Heat4 = "heat-4",
    /// A place where nothing is recorded.
    Speck = "speck",
    /// A line from one item to another.
    Link = "link",
    /// The same in dashes.
    LinkDashed = "link-dashed",
    /// The same in dots.
    LinkDotted = "link-dotted",
    /// The filled head of such a line.
    LinkHead = "link-head",
    /// A number or name in a chart.
    ChartText = "chart-text",
    /// A number on the bar it belongs to.
    OnTone = "on-tone",
    /// Title of a figure, where it is part of the picture.
    Title = "title",
    /// Text beside a sample in a legend.
    LegendText = "legend-text",
    /// What is said when there is nothing to draw.
    Empty = "empty",
}
