//! The shipped table of places: names, codes and postal codes as people write them.

use super::VOCABULARIES;
use catalogue::allowed::join_terms;
use catalogue::vocabulary::{PlaceFault, PlaceKind, PlaceLevel, fold};
use std::collections::{BTreeMap, BTreeSet};

fn codes(level: PlaceLevel, text: &str) -> Vec<&'static str> {
    let places = VOCABULARIES.places().resolve(level, text).unwrap_or_default();
    places.iter().flat_map(catalogue::vocabulary::FoundPlace::codes).collect()
}

fn fault(level: PlaceLevel, text: &str) -> String {
    match VOCABULARIES.places().resolve(level, text) {
        Err(PlaceFault::NoLongerInUse(now)) => format!("now {}", join_terms(&now)),
        Err(PlaceFault::CodeAndNameDiffer(places)) => format!("differ: {}", join_terms(&places)),
        Err(PlaceFault::Unknown) => "unknown".into(),
        Ok(found) => format!("{found:?}"),
    }
}

#[test]
fn municipalities_as_people_write_them() {
    for (text, code) in [
        ("Habo", "0643"),
        ("habo kommun", "0643"),
        ("Håbo", "0305"),
        ("HÅBO", "0305"),
        ("vaxjo", "0780"),
        ("Göteborgs Stad", "1480"),
        ("Stockholms stad", "0180"),
        ("Malmö stad", "1280"),
        ("Region Gotland", "0980"),
        ("Falu kommun", "2080"),
        ("Faluns", "2080"),
        ("Malungs-Sälens", ""),
        ("Malung-Sälens kommun", "2023"),
        ("Malung Sälen", "2023"),
        ("malungsalen", "2023"),
        ("Upplands Bro", "0139"),
        ("upplands-väsby", "0114"),
        ("Dals Ed", "1438"),
        ("Dals\u{2011}Eds kommun", "1438"),
        ("0780", "0780"),
        ("0780 Växjö", "0780"),
        ("0780 Växjö kommun", "0780"),
        ("0764 (Alvesta)", "0764"),
        ("Visby", "0980"),
        ("Vislanda", "0764"),
        ("36443", "0760"),
        ("342 50", "0764"),
        ("342 50 Vislanda", "0764"),
        ("Araby", "0780"),
    ] {
        assert_eq!(codes(PlaceLevel::Municipality, text).join("|"), code, "{text}");
    }
}

#[test]
fn counties_as_people_write_them() {
    for (text, expected) in [
        ("Region Skåne", "12"),
        ("Skånes", "12"),
        ("Region Jönköpings län", "06"),
        ("Region Kalmar län", "08"),
        ("Region Jämtland Härjedalen", "23"),
        ("Region Gotland", "09"),
        ("VGR", "14"),
        ("Västra Götaland", "14"),
        ("Västra Götalandsregionen", "14"),
        ("Sörmland", "04"),
        ("Region Sörmland", "04"),
        ("Stockholm", "01"),
        ("Stockholms län", "01"),
        ("Stockholm County", "01"),
        ("kronobergs lan", "07"),
        ("07 Kronobergs län", "07"),
        ("Småland", "06|07|08"),
        ("Uppland", "01|03"),
        ("Norrland", "21|22|23|24|25"),
        ("Närke", "18"),
        ("Visby", ""),
    ] {
        assert_eq!(codes(PlaceLevel::County, text).join("|"), expected, "{text}");
    }
}

#[test]
fn faults_say_what_holds_now_and_what_differs() {
    for (text, message) in [
        ("1917", "now 0331 (Heby)"),
        ("1623", "now 0643 (Habo)"),
        ("1622", "now 0642 (Mullsjö)"),
        ("1917 Heby", "now 0331 (Heby)"),
        ("0780 Alvesta", "differ: 0780 (Växjö), 0764 (Alvesta)"),
        ("0780 Atlantis", "differ: 0780 (Växjö)"),
        ("35230 Alvesta", "differ: 0780 (Växjö), 0764 (Alvesta)"),
        ("9999", "unknown"),
        ("99999", "unknown"),
        ("Atlantis", "unknown"),
        ("12345678", "unknown"),
    ] {
        assert_eq!(fault(PlaceLevel::Municipality, text), message, "{text}");
    }
    assert_eq!(fault(PlaceLevel::County, "11"), "now 12 (Skåne län)");
    assert_eq!(fault(PlaceLevel::County, "15"), "now 14 (Västra Götalands län)");
    assert_eq!(fault(PlaceLevel::County, "16 Skaraborg"), "now 14 (Västra Götalands län)");
}

#[test]
fn every_locality_is_found_by_its_name_and_its_postal_codes() {
    let table = VOCABULARIES.places();
    let mut municipalities: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for entry in VOCABULARIES.place_entries().iter().filter(|entry| entry.kind == PlaceKind::Locality) {
        municipalities.entry(&entry.name).or_default().extend(entry.codes.iter().map(String::as_str));
        let postal_code = entry.postal_codes.get(..5).unwrap_or_default();
        assert_eq!(codes(PlaceLevel::Municipality, postal_code), entry.codes, "{postal_code}");
    }
    assert!(municipalities.len() > 1700);
    for (name, codes_of_locality) in &municipalities {
        for typed in [(*name).to_owned(), fold(name), name.to_uppercase()] {
            let found = table.find(&typed).unwrap_or_else(|| panic!("{typed}"));
            for place in &found.places {
                let is_itself = place.codes().all(|code| codes_of_locality.contains(code));
                let is_namesake = fold(place.name) == fold(name);
                assert!(is_itself || is_namesake, "{typed}: {place:?}");
            }
        }
    }
    // Two localities that differ by diacritics only are both found.
    assert_eq!(table.find("granö").map(|found| found.places.len()), Some(1));
    assert_eq!(table.find("grano").map(|found| found.places.len()), Some(2));
    // A single postal code elsewhere among many is an error of the list.
    assert_eq!(codes(PlaceLevel::Municipality, "Färjestaden"), ["0840"]);
    assert_eq!(codes(PlaceLevel::Municipality, "Sollebrunn"), ["1488", "1489"]);
}

#[test]
fn the_coverage_of_json_lines_may_have_names() {
    let lines = r#"{"name": "A", "coverage": ["Småland", "0780 Växjö", "Visby", "07", "national"]}"#;
    let progress = catalogue::progress::Progress::default();
    let mut reader = catalogue_exchange::JsonlReader::new(lines.as_bytes(), VOCABULARIES.clone());
    let batch = reader.read_part(10, &progress).unwrap().unwrap();
    let coverage = serde_json::to_value(&batch.records[0].coverage).unwrap();
    assert_eq!(coverage, serde_json::json!(["06", "07", "08", "0780", "0980", "national"]));
}
