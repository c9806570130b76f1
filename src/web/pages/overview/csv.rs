//! The table of the overview as a CSV file for spreadsheets.

use crate::web::http::error::Problem;
use crate::web::pages::overview::context::OverviewContext;
use crate::web::pages::overview::table::{MatrixRow, MatrixTable};
use crate::web::present::foreign_text::plain;
use axum::http::header;
use axum::response::{IntoResponse, Response};

/// Byte order mark, by which spreadsheets recognise UTF-8.
const BYTE_ORDER_MARK: &str = "\u{feff}";

/// The path of the file.
const PATH: &str = "/oversikt.csv";

/// The URL of the file; `extra` are the parameters of the overview other than those of its search.
pub(super) fn file_url(context: &OverviewContext<'_>, extra: Vec<(&'static str, String)>) -> String {
    context.t.with_search_target(PATH, extra).search(context.query)
}

/// The table as CSV (RFC 4180) separated by semicolons, which spreadsheets in Swedish expect.
pub(super) fn respond(context: &OverviewContext<'_>, table: &MatrixTable) -> Result<Response, Problem> {
    let mut out = csv::WriterBuilder::new().delimiter(b';').from_writer(BYTE_ORDER_MARK.as_bytes().to_vec());
    let all = context.t.text("overview-all");
    let heads = table.heads.iter().map(|head| plain(&head.label));
    out.write_record([table.corner.clone()].into_iter().chain(heads).chain([all])).map_err(Problem::internal)?;
    for MatrixRow { label, cells, total, .. } in table.rows.iter().chain([&table.foot]) {
        let counts = cells.iter().chain([total]).map(|cell| cell.count.to_string());
        out.write_record([plain(label)].into_iter().chain(counts)).map_err(Problem::internal)?;
    }
    let body = out.into_inner().map_err(Problem::internal)?;
    let name = "attachment; filename=\"oversikt.csv\"";
    let headers = [(header::CONTENT_TYPE, "text/csv; charset=utf-8"), (header::CONTENT_DISPOSITION, name)];
    Ok((headers, body).into_response())
}
