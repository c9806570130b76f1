//! SQL statements over many rows, to save round trips to the database thread of sqlx.

use sqlx::any::AnyArguments;
use sqlx::query::Query;
use sqlx::{Any, AssertSqlSafe};
use std::fmt::Write;

/// Maximum number of rows in one statement. SQLite allows 32,766 bound parameters, PostgreSQL 65,535.
pub(super) const ROWS: usize = 200;

/// Placeholders for `rows` rows of `columns` values each: `($1, $2), ($3, $4)`.
pub(super) fn placeholders(rows: usize, columns: usize) -> String {
    let mut out = String::new();
    for position in 0..rows * columns {
        let before = match (position, position % columns) {
            (0, _) => "(",
            (_, 0) => "), (",
            _ => ", ",
        };
        // Writing into a string cannot fail.
        let _ = write!(out, "{before}${}", position + 1);
    }
    out.push(')');
    out
}

/// A statement from constants and [`placeholders`], with its values bound.
pub(super) fn bound<'v>(sql: &str, values: impl IntoIterator<Item = &'v str>) -> Query<'v, Any, AnyArguments> {
    values.into_iter().fold(statement(sql), Query::bind)
}

/// A statement from constants and [`placeholders`]. `sql` must not contain input.
pub(super) fn statement<'v>(sql: &str) -> Query<'v, Any, AnyArguments> {
    sqlx::query(AssertSqlSafe(sql.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn placeholders_are_numbered_row_by_row() {
        assert_eq!(placeholders(2, 2), "($1, $2), ($3, $4)");
        assert_eq!(placeholders(1, 3), "($1, $2, $3)");
    }
}
