//! A table that is too heavy for a phone is shown in parts: so many columns at a time, those with most in
//! them first.

use crate::web::pages::overview::OverviewContext;
use crate::web::pages::overview::table::Table;
use std::cmp::Reverse;

/// Elements that the table and the map may make of the 1,500, and the 12 kB, that a page should have. A cell
/// makes two, a place on the map about four.
const ELEMENTS: usize = 1_100;
/// As many in a language with long letters: the names of the cells are heavier.
const ELEMENTS_OF_LONG_LETTERS: usize = 700;
/// So many columns are shown however many places there are.
const FEWEST: usize = 4;

/// The parts of a table.
pub(super) struct ColumnPages {
    /// Which columns these are, and of how many.
    pub(super) text: String,
    pub(super) all: Vec<ColumnPage>,
}

/// Columns that are shown together.
pub(super) struct ColumnPage {
    pub(super) name: String,
    /// Where it is shown; not that which is shown here.
    pub(super) url: Option<String>,
    /// Its columns with their counts.
    pub(super) columns: String,
}

impl ColumnPages {
    /// Leaves one part of the table, counted from 1, and names all of them; `None` where there is room for
    /// the whole. A part after the last one is the last one.
    pub(super) fn take(view: &OverviewContext<'_>, table: &mut Table, page: usize) -> Option<Self> {
        let elements = if view.t.lang.has_long_letters() { ELEMENTS_OF_LONG_LETTERS } else { ELEMENTS };
        let room = elements.saturating_sub(4 * table.rows.len()) / (2 * (table.rows.len() + 1));
        // One column holds the totals.
        let most = room.saturating_sub(1).max(FEWEST);
        let count = table.heads.len();
        if count <= most {
            return None;
        }
        let mut order: Vec<usize> = (0..count).collect();
        order.sort_by_key(|place| Reverse(table.foot.cells[*place].count));
        let size = count.div_ceil(count.div_ceil(most));
        let parts: Vec<&[usize]> = order.chunks(size).collect();
        let page = page.clamp(1, parts.len());
        let t = view.t;
        let named = |place: &usize| {
            let (label, cell) = (&table.heads[*place].label, &table.foot.cells[*place]);
            t.args("option-count", &[("label", label.into()), ("count", cell.count.into())])
        };
        let ends = |at: usize| [("from", (at * size + 1).into()), ("to", (at * size + parts[at].len()).into())];
        let part = |(at, columns): (usize, &&[usize])| ColumnPage {
            name: t.args("overview-part", &ends(at)),
            url: (at + 1 != page).then(|| view.part(at + 1)),
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

/// Takes out what stands elsewhere than at these places.
fn keep<T>(all: &mut Vec<T>, shown: &[usize]) {
    let mut place = 0;
    all.retain(|_| {
        place += 1;
        shown.contains(&(place - 1))
    });
}
