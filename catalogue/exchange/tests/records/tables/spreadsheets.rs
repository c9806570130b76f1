//! Files as saved by Excel with Swedish settings; `fixtures/make` made them.

use super::{import, nothing};
use catalogue_exchange::Format;
use serde_json::{Value, json};

#[test]
fn what_excel_saves_is_read_rightly() {
    let files: [(Format, &[u8]); 4] = [
        (Format::Csv, include_bytes!("fixtures/excel.csv")),
        (Format::Csv, include_bytes!("fixtures/excel-utf8.csv")),
        (Format::Csv, include_bytes!("fixtures/excel-unicode.txt")),
        (Format::Xlsx, include_bytes!("fixtures/excel.xlsx")),
    ];
    let both = json!({"kind": "other", "level": "individual", "state": "published"});
    let expected = [
        json!({"id": "vagen-ater", "name": "Vägen – åter", "ages": [{"min": 16, "max": 24}],
            "period": {"start": "2026-01-31", "end": "2027-06-30"}, "interpreter": true, "capacity": {"places": 20},
            "coverage": ["0780"], "steps": ["Kom på möte", "Börja"]}),
        json!({"id": "angen", "name": "Ängen", "period": {"start": "2026"}, "interpreter": false,
            "capacity": {"places": 1000}, "coverage": ["1276", "07"], "steps": ["Ett; två"]}),
    ];
    for (number, (format, bytes)) in files.into_iter().enumerate() {
        let batch = import(format, bytes, &nothing()).unwrap_or_else(|report| panic!("file {number}: {report}"));
        // The empty first row of the workbook is counted.
        assert_eq!(batch.rows, if format == Format::Xlsx { [3, 5] } else { [2, 4] }, "file {number}");
        let read: Vec<Value> = batch.records.iter().map(|record| serde_json::to_value(record).unwrap()).collect();
        for (read, expected) in read.iter().zip(&expected) {
            for (key, value) in expected.as_object().unwrap().iter().chain(both.as_object().unwrap()) {
                assert_eq!(&read[key], value, "file {number}, {key}");
            }
            assert_eq!(
                read.as_object().unwrap().len(),
                expected.as_object().unwrap().len() + 3,
                "file {number}: {read}"
            );
        }
        assert_eq!(read.len(), 2);
    }
}
