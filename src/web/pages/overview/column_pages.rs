//! Splits a table that is too large for a phone into pages of columns, in descending order of the column totals.

use crate::web::pages::overview::context::OverviewContext;
use crate::web::pages::overview::table::MatrixTable;
use std::cmp::Reverse;

/// Maximum number of HTML elements of table and map. The budget of a page is 1,500 elements and 12 kB. A cell takes two
/// elements, an area of the map about four.
const MAX_ELEMENTS: usize = 1_050;
/// The same for languages with multibyte characters, whose accessible names of cells take more bytes.
const MAX_ELEMENTS_MULTIBYTE: usize = 700;
/// Minimum number of columns on a page, for any number of rows.
const MIN_COLUMNS: usize = 4;

/// The pages of a table.
pub(super) struct ColumnPages {
    /// The range of the displayed columns, and their total number, as text.
    pub(super) text: String,
    pub(super) all: Vec<ColumnPage>,
}

/// One page of columns.
pub(super) struct ColumnPage {
    pub(super) name: String,
    /// Its URL; `None` for the displayed page.
    pub(super) url: Option<String>,
    /// The labels of its columns with their totals.
    pub(super) columns: String,
}

impl ColumnPages {
    /// Reduces the table to the columns of `page`, from 1, and describes all pages; `None` when the whole table fits. A
    /// page after the last one shows the last one.
    pub(super) fn take(context: &OverviewContext<'_>, table: &mut MatrixTable, page: usize) -> Option<Self> {
        let elements = if context.t.lang.entry().is_multibyte { MAX_ELEMENTS_MULTIBYTE } else { MAX_ELEMENTS };
        let room = elements.saturating_sub(4 * table.rows.len()) / (2 * (table.rows.len() + 1));
        // One column is for the totals.
        let most = room.saturating_sub(1).max(MIN_COLUMNS);
        let count = table.heads.len();
        if count <= most {
            return None;
        }
        let mut order: Vec<usize> = (0..count).collect();
        order.sort_by_key(|place| Reverse(table.foot.cells[*place].count));
        let size = count.div_ceil(count.div_ceil(most));
        let parts: Vec<&[usize]> = order.chunks(size).collect();
        let page = page.clamp(1, parts.len());
        let t = context.t;
        let named = |place: &usize| {
            let (label, cell) = (&table.heads[*place].label, &table.foot.cells[*place]);
            t.args("option-count", &[("label", label.into()), ("count", cell.count.into())])
        };
        let ends = |at: usize| [("from", (at * size + 1).into()), ("to", (at * size + parts[at].len()).into())];
        let part = |(at, columns): (usize, &&[usize])| ColumnPage {
            name: t.args("overview-part", &ends(at)),
            url: (at + 1 != page).then(|| context.part_url(at + 1)),
            columns: t.commas(&columns.iter().map(named).collect::<Vec<_>>()),
        };
        let all: Vec<ColumnPage> = parts.iter().enumerate().map(part).collect();
        let shown = parts[page - 1].to_vec();
        let [from, to] = ends(page - 1);
        let text = t.args("overview-parts", &[from, to, ("count", count.into())]);
        keep(&mut table.heads, &shown);
        for row in table.rows.iter_mut().chain([&mut table.foot]) {
            keep(&mut row.cells, &shown);
        }
        Some(Self { text, all })
    }
}

/// Keeps the elements at the indices in `shown`.
fn keep<T>(all: &mut Vec<T>, shown: &[usize]) {
    let mut place = 0;
    all.retain(|_| {
        place += 1;
        shown.contains(&(place - 1))
    });
}
