//! Five steps of one colour for counts, and a sixth for none.

use std::collections::BTreeSet;

/// How many steps there are.
const STEPS: usize = 5;

/// From which count each step is used.
pub(super) struct ColorScale {
    /// Ascending; at most five, none when there is nothing to tell apart.
    from: Vec<u64>,
}

impl ColorScale {
    /// Steps that split the counts that there are into parts of about the same size.
    pub(super) fn of(counts: impl Iterator<Item = u64>) -> Self {
        let counts: BTreeSet<u64> = counts.filter(|count| *count > 0).collect();
        let mut from: Vec<u64> = counts.into_iter().collect();
        if from.len() > STEPS {
            from = (0..STEPS).map(|step| from[from.len() * step / STEPS]).collect();
        }
        Self { from }
    }

    /// The class of a count: `k0` for none, up to `k5` for the most.
    pub(super) fn class(&self, count: u64) -> &'static str {
        let place = self.from.iter().filter(|from| **from <= count).count();
        if place == 0 { "k0" } else { self.named(place - 1) }
    }

    /// The steps with what they hold, from and to; the last one has no end.
    pub(super) fn steps(&self) -> impl Iterator<Item = (&'static str, u64, Option<u64>)> {
        let to = self.from.iter().skip(1).map(|next| Some(next - 1)).chain([None]);
        self.from.iter().zip(to).enumerate().map(|(place, (from, to))| (self.named(place), *from, to))
    }

    /// Few steps are spread over the whole ramp.
    fn named(&self, place: usize) -> &'static str {
        const NAMES: [&str; STEPS] = ["k1", "k2", "k3", "k4", "k5"];
        let last = self.from.len().saturating_sub(1).max(1);
        NAMES[place * (STEPS - 1) / last]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_step_for_each_part_of_the_counts() {
        let ramp = ColorScale::of(1..=50);
        let steps: Vec<_> = ramp.steps().collect();
        assert_eq!(
            steps,
            [("k1", 1, Some(10)), ("k2", 11, Some(20)), ("k3", 21, Some(30)), ("k4", 31, Some(40)), ("k5", 41, None)]
        );
        assert_eq!([0, 1, 10, 11, 50, 99].map(|n| ramp.class(n)), ["k0", "k1", "k1", "k2", "k5", "k5"]);
    }

    #[test]
    fn few_counts_have_few_steps() {
        let ramp = ColorScale::of([3, 3, 0, 7, 5].into_iter());
        assert_eq!([0, 3, 5, 7].map(|n| ramp.class(n)), ["k0", "k1", "k3", "k5"]);
        assert_eq!(ColorScale::of([4, 4].into_iter()).steps().collect::<Vec<_>>(), [("k1", 4, None)]);
        assert_eq!(ColorScale::of([0].into_iter()).steps().count(), 0);
        // Many alike weigh no more than one.
        let alike = ColorScale::of([1, 1, 1, 1, 1, 1, 2, 3, 4, 5, 6].into_iter());
        assert_eq!(alike.steps().map(|step| step.1).collect::<Vec<_>>(), [1, 2, 3, 4, 5]);
    }
}
