//! Values by document number.

/// Number of documents in one word of bits.
const BITS: usize = u64::BITS as usize;

/// A value for each document of a segment, in arrays that are kept and reused: all values are the default between uses.
#[derive(Debug, Default)]
pub(super) struct DocValues<T> {
    values: Vec<T>,
    /// One bit for each document with a value.
    touched: Vec<u64>,
    /// One bit for each marked document.
    marked: Vec<u64>,
    /// Whether they are in use. A use that ended in an error or a panic has left its values.
    is_in_use: bool,
}

/// The value of one document.
#[derive(Debug, Clone, Copy)]
pub(super) struct DocValue<T> {
    pub(super) doc: u32,
    pub(super) value: T,
    pub(super) is_marked: bool,
}

impl<T: Copy + Default> DocValues<T> {
    /// Begins a use for a segment with so many documents.
    pub(super) fn begin(&mut self, documents: usize) {
        if std::mem::replace(&mut self.is_in_use, true) {
            *self = Self { is_in_use: true, ..Self::default() };
        }
        if self.values.len() < documents {
            self.values.resize(documents, T::default());
            self.touched.resize(documents.div_ceil(BITS), 0);
            self.marked.resize(documents.div_ceil(BITS), 0);
        }
    }

    /// The value of a document, to be changed.
    pub(super) fn of(&mut self, doc: u32) -> &mut T {
        let at = doc as usize;
        self.touched[at / BITS] |= 1 << (at % BITS);
        &mut self.values[at]
    }

    /// Marks a document with a value.
    pub(super) fn mark(&mut self, doc: u32) {
        let at = doc as usize;
        self.marked[at / BITS] |= 1 << (at % BITS);
    }

    /// Ends a use: takes the values of all documents, in ascending order, and resets them.
    pub(super) fn take(&mut self) -> Vec<DocValue<T>> {
        self.is_in_use = false;
        let count: u32 = self.touched.iter().map(|bits| bits.count_ones()).sum();
        let mut out = Vec::with_capacity(count as usize);
        for (at, (touched, marked)) in self.touched.iter_mut().zip(&mut self.marked).enumerate() {
            let (mut left, marked) = (std::mem::take(touched), std::mem::take(marked));
            while left != 0 {
                let bit = left.trailing_zeros() as usize;
                left &= left - 1;
                let doc = at * BITS + bit;
                let value = std::mem::take(&mut self.values[doc]);
                out.push(DocValue { doc: doc as u32, value, is_marked: marked >> bit & 1 == 1 });
            }
        }
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_taken_in_order_and_reset() {
        let mut sums = DocValues::<[f32; 1]>::default();
        sums.begin(200);
        for doc in [130, 3, 64, 3] {
            sums.of(doc)[0] += 1.5;
        }
        sums.mark(64);
        let taken: Vec<_> = sums.take().into_iter().map(|s| (s.doc, s.value[0], s.is_marked)).collect();
        assert_eq!(taken, [(3, 3.0, false), (64, 1.5, true), (130, 1.5, false)]);
        sums.begin(200);
        assert!(sums.take().is_empty());
        sums.begin(4);
        sums.of(2)[0] += 1.0;
        // That use was interrupted.
        sums.begin(4);
        sums.of(3)[0] += 1.0;
        assert_eq!(sums.touched, [1 << 3]);
        assert!((sums.take()[0].value[0] - 1.0).abs() < f32::EPSILON);
    }
}
