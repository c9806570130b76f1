//! A table that is too heavy for a phone is shown in parts: some columns at a time, those with the highest totals
//! first.

use crate::web::pages::overview::context::OverviewContext;
use crate::web::pages::overview::table::MatrixTable;
use std::cmp::Reverse;

/// Upper bound on the HTML elements of table and map; a page may have 1,500 elements and 12 kB. A cell has two
/// elements, an area of the map about four.
const MAX_ELEMENTS: usize = 1_100;
/// The same in a multibyte language, where the names of the cells are heavier.
const MAX_ELEMENTS_MULTIBYTE: usize = 700;
/// Fewest columns, whatever the number of places.
const MIN_COLUMNS: usize = 4;

/// The parts of a table.
pub(super) struct ColumnPages {
    /// Which columns are shown, and of how many.
    pub(super) text: String,
    pub(super) all: Vec<ColumnPage>,
}

/// Columns that are shown together.
pub(super) struct ColumnPage {
    pub(super) name: String,
    /// Its address; `None` for the part that is shown.
    pub(super) url: Option<String>,
    /// Its columns with their totals.
    pub(super) columns: String,
}

impl ColumnPages {
    /// Reduces the table to one part, from 1, and describes all parts; `None` when the whole table has room. A part
    /// beyond the last one is the last one.
    pub(super) fn take(context: &OverviewContext<'_>, table: &mut MatrixTable, page: usize) -> Option<Self> {
        let elements = if context.t.lang.entry().is_multibyte { MAX_ELEMENTS_MULTIBYTE } else { MAX_ELEMENTS };
        let room = elements.saturating_sub(4 * table.rows.len()) / (2 * (table.rows.len() + 1));
        // One column holds the totals.
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

/// Keeps the elements at the positions `shown`.
fn keep<T>(all: &mut Vec<T>, shown: &[usize]) {
    let mut place = 0;
    all.retain(|_| {
        place += 1;
        shown.contains(&(place - 1))
    });
}
