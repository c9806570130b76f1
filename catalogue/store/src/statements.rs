//! Many rows in one statement: each statement is a way to the thread of the database and back.

use sqlx::any::AnyArguments;
use sqlx::query::Query;
use sqlx::{Any, AssertSqlSafe};
use std::fmt::Write;

/// Most rows of one statement; databases allow some thousand values in one.
pub(super) const ROWS: usize = 200;

/// Places for the values of `rows` rows of `columns` each: `($1, $2), ($3, $4)`.
pub(super) fn placeholders(rows: usize, columns: usize) -> String {
    let mut places = String::new();
    for place in 0..rows * columns {
        let before = match (place, place % columns) {
            (0, _) => "(",
            (_, 0) => "), (",
            _ => ", ",
        };
        // Writing into a string cannot fail.
        let _ = write!(places, "{before}${}", place + 1);
    }
    places.push(')');
    places
}

/// A statement that was put together here, from constants and [`placeholders`], with values for its places.
pub(super) fn bound<'v>(sql: &str, values: impl IntoIterator<Item = &'v str>) -> Query<'v, Any, AnyArguments> {
    values.into_iter().fold(statement(sql), Query::bind)
}

/// A statement that was put together here, from constants and [`placeholders`].
pub(super) fn statement<'v>(sql: &str) -> Query<'v, Any, AnyArguments> {
    sqlx::query(AssertSqlSafe(sql.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_numbered_row_by_row() {
        assert_eq!(placeholders(2, 2), "($1, $2), ($3, $4)");
        assert_eq!(placeholders(1, 3), "($1, $2, $3)");
    }
}
