//! Five steps of one colour for counts, and a sixth for none.

use std::collections::BTreeSet;

/// How many steps there are.
const STEPS: usize = 5;

/// The class of a cell that counts nothing.
pub(super) const NO_COUNT: &str = "gap";

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

    /// The class of a count: [`NO_COUNT`] for none, `step-1` up to `step-5`.
    pub(super) fn class(&self, count: u64) -> &'static str {
        let place = self.from.iter().filter(|from| **from <= count).count();
        if place == 0 { NO_COUNT } else { self.named(place - 1) }
    }

    /// The steps with what they hold, from and to; the last one has no end.
    pub(super) fn steps(&self) -> impl Iterator<Item = (&'static str, u64, Option<u64>)> {
        let to = self.from.iter().skip(1).map(|next| Some(next - 1)).chain([None]);
        self.from.iter().zip(to).enumerate().map(|(place, (from, to))| (self.named(place), *from, to))
    }

    /// Few steps are spread over the whole ramp.
    fn named(&self, place: usize) -> &'static str {
        const NAMES: [&str; STEPS] = ["step-1", "step-2", "step-3", "step-4", "step-5"];
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
            [
                ("step-1", 1, Some(10)),
                ("step-2", 11, Some(20)),
                ("step-3", 21, Some(30)),
                ("step-4", 31, Some(40)),
                ("step-5", 41, None)
            ]
        );
        assert_eq!(
            [0, 1, 10, 11, 50, 99].map(|n| ramp.class(n)),
            [NO_COUNT, "step-1", "step-1", "step-2", "step-5", "step-5"]
        );
    }

    #[test]
    fn few_counts_have_few_steps() {
        let ramp = ColorScale::of([3, 3, 0, 7, 5].into_iter());
        assert_eq!([0, 3, 5, 7].map(|n| ramp.class(n)), [NO_COUNT, "step-1", "step-3", "step-5"]);
        assert_eq!(ColorScale::of([4, 4].into_iter()).steps().collect::<Vec<_>>(), [("step-1", 4, None)]);
        assert_eq!(ColorScale::of([0].into_iter()).steps().count(), 0);
        // Many alike weigh no more than one.
        let alike = ColorScale::of([1, 1, 1, 1, 1, 1, 2, 3, 4, 5, 6].into_iter());
        assert_eq!(alike.steps().map(|step| step.1).collect::<Vec<_>>(), [1, 2, 3, 4, 5]);
    }
}
