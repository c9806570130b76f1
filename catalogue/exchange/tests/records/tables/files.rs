//! Any file: as saved by spreadsheets, damaged, or malicious.

use super::super::cases;
use super::TABLE;
use catalogue::progress::Progress;
use catalogue_exchange::{Format, Unreadable};
use proptest::prelude::*;
use std::io::Write;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// The check of the fuzz targets: any bytes are a table or are refused.
fn read_whatever(format: Format, bytes: &[u8]) {
    if let Ok(sheet) = TABLE.open(format, bytes) {
        let _ = TABLE.ids(&sheet);
        if let Err(report) = TABLE.read("fil", &sheet, &|_| None, super::VOCABULARIES.clone(), &Progress::default()) {
            assert!(!report.findings.is_empty());
        }
    }
}

proptest! {
    #![proptest_config(cases(150))]

    #[test]
    fn any_bytes_are_a_table_or_refused(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        read_whatever(Format::Csv, &bytes);
        read_whatever(Format::Xlsx, &bytes);
    }

    #[test]
    fn any_lines_are_records_or_faults(text in "(\\{\"(id|name|ages)\":[\\[\\]{}a-z0-9\",:]{0,12}\\}|\\PC{0,20}\n|\u{feff}|\r\n){0,6}") {
        if let Err(report) = catalogue_exchange::read_jsonl("fil", &text, &super::VOCABULARIES) {
            prop_assert!(!report.findings.is_empty());
        }
    }

    #[test]
    fn any_cells_are_records_or_faults(cells in proptest::collection::vec("\\PC{0,12}|[0-9:;|(),\" –-]{0,12}", TABLE.columns().len())) {
        let keys = TABLE.columns().iter().map(|column| column.key.as_str());
        let mut out = catalogue_exchange::CsvWriter::new(Vec::new()).unwrap();
        out.row(keys).unwrap();
        out.row(&cells).unwrap();
        read_whatever(Format::Csv, &out.finish().unwrap());
    }

    #[test]
    fn a_damaged_workbook_is_refused_or_read(at in 0..20_000_usize, byte in any::<u8>()) {
        let mut bytes = workbook(r#"<row r="1"><c r="A1" t="s"><v>0</v></c></row>"#, "<si><t>Namn</t></si>", "1");
        let at = at % bytes.len();
        bytes[at] = byte;
        read_whatever(Format::Xlsx, &bytes);
    }
}

/// A minimal workbook with these rows and shared texts.
fn workbook(rows: &str, strings: &str, count: &str) -> Vec<u8> {
    let mut zip = ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    let relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let packaged = "http://schemas.openxmlformats.org/package/2006/relationships";
    let parts = [
        (
            "_rels/.rels",
            format!(
                r#"<Relationships xmlns="{packaged}"><Relationship Id="r1" Type="{relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>"#
            ),
        ),
        (
            "xl/workbook.xml",
            format!(
                r#"<workbook xmlns="{main}" xmlns:r="{relations}"><sheets><sheet name="A" sheetId="1" r:id="r1"/></sheets></workbook>"#
            ),
        ),
        (
            "xl/_rels/workbook.xml.rels",
            format!(
                r#"<Relationships xmlns="{packaged}"><Relationship Id="r1" Type="{relations}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="{relations}/sharedStrings" Target="sharedStrings.xml"/></Relationships>"#
            ),
        ),
        ("xl/sharedStrings.xml", format!(r#"<sst xmlns="{main}" uniqueCount="{count}">{strings}</sst>"#)),
        ("xl/worksheets/sheet1.xml", format!(r#"<worksheet xmlns="{main}"><sheetData>{rows}</sheetData></worksheet>"#)),
    ];
    for (name, text) in parts {
        zip.start_file(name, SimpleFileOptions::default()).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

#[test]
fn the_smallest_workbook_is_read() {
    let bytes = workbook(
        r#"<row r="1"><c r="B1" t="s"><v>0</v></c></row><row r="3"><c r="B3"><v>20.0</v></c><c r="C3" t="e"><v>#REF!</v></c></row>"#,
        "<si><t>Namn</t></si>",
        "1",
    );
    let sheet = TABLE.open(Format::Xlsx, &bytes).unwrap();
    assert_eq!(sheet.rows[0].cells, ["", "Namn"]);
    assert_eq!((sheet.rows[1].number, sheet.rows[1].cell(1), &sheet.rows[1].broken[..]), (3, "20", &[2][..]));
}

/// Small files that would fill the memory. Those that unpack to much are tested in `xlsx.rs`.
#[test]
fn bombs_are_refused() {
    // A declared number of texts, and cells far apart.
    let declared = workbook("", "", "99999999999");
    assert!(matches!(TABLE.open(Format::Xlsx, &declared), Err(Unreadable::NotAWorkbook(_))));
    let far = workbook(r#"<row r="1"><c r="XFD1"><v>1</v></c></row>"#, "", "0");
    assert!(matches!(TABLE.open(Format::Xlsx, &far), Err(Unreadable::TooWide(_))));
    let deep = workbook(
        r#"<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="A1048576"><v>1</v></c></row>"#,
        "",
        "0",
    );
    assert_eq!(TABLE.open(Format::Xlsx, &deep).unwrap().rows.len(), 2, "no more than what is there");
}
