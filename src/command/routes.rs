//! `insatskatalog routes`: prints all routes of the program.

use crate::web;
use crate::web::http::route_table::Route;
use std::fmt::Write;
use std::process::ExitCode;

/// Prints one line for each route, with the columns method, path, kind and summary.
#[expect(clippy::print_stdout, reason = "the table is the output of the command")]
pub(super) fn run() -> ExitCode {
    print!("{}", table(&web::routes()));
    ExitCode::SUCCESS
}

fn table(routes: &[Route]) -> String {
    let width = |column: fn(&Route) -> &str| routes.iter().map(|route| column(route).len()).max().unwrap_or(0);
    let (methods, paths) = (width(|route| route.method.as_str()), width(|route| &route.path));
    let mut out = String::new();
    for route in routes {
        let (method, kind) = (route.method.as_str(), route.kind.name());
        // Writing into a string cannot fail.
        let _ = writeln!(out, "{method:methods$}  {:paths$}  {kind:4}  {}", route.path, route.summary);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn each_route_has_one_line_with_four_columns() {
        let routes = web::routes();
        let text = table(&routes);
        assert_eq!(text.lines().count(), routes.len());
        let found: BTreeSet<Vec<&str>> = text.lines().map(|line| line.split_whitespace().take(3).collect()).collect();
        assert_eq!(found.len(), routes.len(), "a route is listed twice");
        for expected in [["GET", "/sok", "page"], ["GET", "/om", "page"], ["PUT", "/api/v1/interventions/{id}", "api"]]
        {
            assert!(found.contains(expected.as_slice()), "{expected:?}");
        }
        assert!(text.lines().all(|line| line.split_whitespace().count() > 3), "a route without a description");
    }
}
