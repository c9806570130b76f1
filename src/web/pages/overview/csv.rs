//! The table as a file for spreadsheets.

use crate::web::http::error::Problem;
use crate::web::pages::overview::context::OverviewContext;
use crate::web::pages::overview::table::{Table, TableRow};
use axum::http::header;
use axum::response::{IntoResponse, Response};

/// Tells spreadsheets that the text is UTF-8.
const MARK: &str = "\u{feff}";

/// Where the file of an overview is; `along` is what the overview keeps beside its search.
pub(super) fn address(view: &OverviewContext<'_>, along: Vec<(&'static str, String)>) -> String {
    view.t.on("/oversikt.csv", along).search(view.query)
}

/// CSV (RFC 4180), with a semicolon between values: what spreadsheets in Swedish expect.
pub(super) fn answer(view: &OverviewContext<'_>, table: &Table) -> Result<Response, Problem> {
    let mut out = csv::WriterBuilder::new().delimiter(b';').from_writer(MARK.as_bytes().to_vec());
    let all = view.t.text("overview-all");
    let heads = table.heads.iter().map(|head| head.label.as_str());
    out.write_record([table.corner.as_str()].into_iter().chain(heads).chain([all.as_str()]))
        .map_err(Problem::internal)?;
    for TableRow { label, cells, total, .. } in table.rows.iter().chain([&table.foot]) {
        let counts = cells.iter().chain([total]).map(|cell| cell.count.to_string());
        out.write_record([label.clone()].into_iter().chain(counts)).map_err(Problem::internal)?;
    }
    let body = out.into_inner().map_err(Problem::internal)?;
    let name = "attachment; filename=\"oversikt.csv\"";
    let headers = [(header::CONTENT_TYPE, "text/csv; charset=utf-8"), (header::CONTENT_DISPOSITION, name)];
    Ok((headers, body).into_response())
}
