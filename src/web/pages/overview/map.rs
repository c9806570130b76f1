//! The places of the table as a map with the same totals.

use crate::web::pages::overview::color_scale::ColorScale;
use crate::web::pages::overview::context::OverviewContext;
use crate::web::pages::overview::table::{LegendStep, MatrixRow, MatrixTable, legend};
use catalogue::vocabulary::VocabularyName as V;
use catalogue_exchange::map_shapes::{MapShape, shape};

/// Maximum size of the map on a page, in pixels.
const WIDTH: i32 = 560;
const HEIGHT: i32 = 620;
/// Font size in pixels, and the average width of a letter relative to the font size.
const TEXT: i32 = 14;
const LETTER: f64 = 0.55;
/// On a phone the map is smaller. The stylesheet enlarges its text by this factor and hides the names.
const PHONE_TEXT_FACTOR: f64 = 1.8;

/// Maximum number of places: the largest county has 49. A shape takes as many bytes as eight cells of the table.
const MAX_PLACES: usize = 60;

pub(super) struct CountyMap {
    pub(super) view_box: String,
    /// Font size in units of the view box.
    pub(super) text: i32,
    /// Distance between the stripes of places without an intervention, in units of the view box; `None` when there is
    /// no such place.
    pub(super) stripe: Option<i32>,
    /// Whether the map is so tall that it is not reduced on a phone.
    pub(super) is_tall: bool,
    pub(super) areas: Vec<MapArea>,
    pub(super) legend: Vec<LegendStep>,
}

/// A municipality or county on the map.
pub(super) struct MapArea {
    pub(super) url: String,
    pub(super) title: String,
    pub(super) path: &'static str,
    pub(super) class: &'static str,
    pub(super) names: Vec<MapLabel>,
}

/// A place name or a count on the map.
pub(super) struct MapLabel {
    pub(super) x: i32,
    pub(super) y: i32,
    pub(super) text: String,
    /// Whether the label is hidden on a phone, because it does not fit.
    pub(super) is_wide: bool,
}

impl CountyMap {
    /// `None` when fewer than two or more than [`MAX_PLACES`] places have a shape.
    pub(super) fn new(context: &OverviewContext<'_>, table: &MatrixTable) -> Option<Self> {
        let places: Vec<(&MatrixRow, &MapShape)> =
            table.rows.iter().filter_map(|row| Some((row, shape(&row.code)?))).collect();
        if !(2..=MAX_PLACES).contains(&places.len()) {
            return None;
        }
        let end = |side: usize| places.iter().map(move |(_, shape)| shape.bounds[side]);
        let (left, top) = (end(0).min()?, end(1).min()?);
        let (width, height) = (end(2).max()? - left, end(3).max()? - top);
        let text = (TEXT * width / WIDTH).max(TEXT * height / HEIGHT).max(1);
        let margin = text / 4 + 1;
        let scale = ColorScale::of(places.iter().map(|(row, _)| row.total.count));
        let area = |(row, shape): &(&MatrixRow, &'static MapShape)| MapArea {
            url: row.total.url.clone(),
            title: context
                .t
                .args("overview-area", &[("place", (&row.label).into()), ("count", row.total.count.into())]),
            path: shape.path,
            class: scale.class(row.total.count),
            names: labels(&short_name(context, row), row, shape, text),
        };
        let has_gap = places.iter().any(|(row, _)| row.total.count == 0);
        Some(Self {
            view_box: format!("{} {} {} {}", left - margin, top - margin, width + 2 * margin, height + 2 * margin),
            text,
            stripe: has_gap.then_some((text / 2).max(3)),
            is_tall: width * 20 < height * 11,
            areas: places.iter().map(area).collect(),
            legend: legend(context, &scale, has_gap),
        })
    }
}

/// The short name of a place: `Kronoberg`.
fn short_name(context: &OverviewContext<'_>, row: &MatrixRow) -> String {
    let county = context.vocabularies.get(V::Counties).get(&row.code);
    county.and_then(|term| term.other_words.first()).unwrap_or(&row.label).clone()
}

/// Name and count, the count alone, or no label, depending on the space in the shape.
fn labels(name: &str, row: &MatrixRow, shape: &MapShape, size: i32) -> Vec<MapLabel> {
    let (x, y) = shape.middle;
    let fits = |text: &str, room: f64| text.chars().count() as f64 * f64::from(size) * LETTER <= room;
    let room = f64::from(shape.room) * 2.0;
    let label = |y: i32, text: &str, is_wide: bool| MapLabel { x, y, text: text.to_owned(), is_wide };
    let count = |y: i32| label(y, &row.total.shown, !fits(&row.total.shown, room / PHONE_TEXT_FACTOR * 1.3));
    if shape.room >= size && fits(name, room * 1.2) {
        vec![label(y - size / 6, name, true), count(y + size)]
    } else if shape.room * 2 >= size && fits(&row.total.shown, room) {
        vec![count(y + size / 3)]
    } else {
        Vec::new()
    }
}
