//! Outlines of municipalities and counties for maps. `scripts/derive-map` generates them.

use std::collections::HashMap;
use std::sync::LazyLock;

/// The outline of a municipality or county, in SVG units. All municipalities share a coordinate system, as do all
/// counties; y grows downwards.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MapShape {
    /// The outline as an SVG path.
    pub path: &'static str,
    /// The point of the area that is farthest from the outline: the position of a label.
    pub middle: (i32, i32),
    /// Distance of that point from the outline.
    pub room: i32,
    /// Bounding box: left, top, right and bottom.
    pub bounds: [i32; 4],
}

/// The outline of a municipality (four digits) or a county (two digits); `None` for another code.
pub fn shape(code: &str) -> Option<&'static MapShape> {
    static SHAPES: LazyLock<HashMap<&str, MapShape>> = LazyLock::new(|| {
        let lines = include_str!("../../data/map.csv").lines().skip(1);
        lines.filter_map(read).collect()
    });
    SHAPES.get(code)
}

fn read(line: &'static str) -> Option<(&'static str, MapShape)> {
    let mut parts = line.split(',');
    let code = parts.next()?;
    let mut number = || parts.next()?.parse().ok();
    let (middle, room) = ((number()?, number()?), number()?);
    let path = parts.next()?;
    Some((code, MapShape { path, middle, room, bounds: bounds(path) }))
}

/// Bounding box of a path with absolute moves (`M`) and relative lines (`l`).
fn bounds(path: &str) -> [i32; 4] {
    let mut out = [i32::MAX, i32::MAX, i32::MIN, i32::MIN];
    for ring in path.split('M').filter(|ring| !ring.is_empty()) {
        let spaced = ring.replace('-', " -");
        let numbers = spaced.split(|c: char| !c.is_ascii_digit() && c != '-').filter_map(|n| n.parse::<i32>().ok());
        let numbers: Vec<i32> = numbers.collect();
        let (mut x, mut y) = (0, 0);
        for step in numbers.chunks_exact(2) {
            (x, y) = (x + step[0], y + step[1]);
            out = [out[0].min(x), out[1].min(y), out[2].max(x), out[3].max(y)];
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::folder::Origin;
    use crate::read_catalogue;
    use catalogue::vocabulary::VocabularyName;

    #[test]
    fn every_municipality_and_county_has_a_shape() {
        let vocabularies = read_catalogue(&Origin::Shipped).unwrap().vocabularies.unwrap();
        let mut bytes: HashMap<String, usize> = HashMap::new();
        for name in [VocabularyName::Municipalities, VocabularyName::Counties] {
            for term in vocabularies.get(name).terms() {
                let shape = shape(&term.code).unwrap_or_else(|| panic!("{} has no shape", term.label));
                let [left, top, right, bottom] = shape.bounds;
                let (x, y) = shape.middle;
                assert!(left < right && top < bottom, "{}", term.label);
                assert!((left..=right).contains(&x) && (top..=bottom).contains(&y) && shape.room > 0, "{}", term.label);
                *bytes.entry(term.broader.clone().unwrap_or_default()).or_default() += shape.path.len();
            }
        }
        // The budget of a map on a page.
        let kronoberg = bytes["07"];
        assert!(kronoberg < 2_000, "{kronoberg} bytes");
        let mean = bytes.values().sum::<usize>() / bytes.len();
        assert!(mean < 3_000, "{mean} bytes for a county");
        assert!(shape("99").is_none());
    }

    #[test]
    fn the_box_around_a_path() {
        assert_eq!(bounds("M10 20l5 0-2 7zM-3 4l0-9 1 1z"), [-3, -5, 15, 27]);
    }
}
