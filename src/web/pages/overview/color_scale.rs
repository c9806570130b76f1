//! Maps counts to CSS classes: five shades of one colour, and one class for 0.

use std::collections::BTreeSet;

/// The number of shades.
const STEPS: usize = 5;

/// The CSS class of the count 0.
pub(super) const GAP_CLASS: &str = "gap";

/// Assigns shades to counts by quantiles.
pub(super) struct ColorScale {
    /// The lowest count of each class, ascending; at most five entries, empty when every count is 0.
    from: Vec<u64>,
}

impl ColorScale {
    /// A scale whose classes contain about the same number of distinct counts.
    pub(super) fn of(counts: impl Iterator<Item = u64>) -> Self {
        let counts: BTreeSet<u64> = counts.filter(|count| *count > 0).collect();
        let mut from: Vec<u64> = counts.into_iter().collect();
        if from.len() > STEPS {
            from = (0..STEPS).map(|step| from[from.len() * step / STEPS]).collect();
        }
        Self { from }
    }

    /// The CSS class of a count: [`GAP_CLASS`] for 0, otherwise `step-1` to `step-5`.
    pub(super) fn class(&self, count: u64) -> &'static str {
        let steps = self.from.iter().filter(|from| **from <= count).count();
        if steps == 0 { GAP_CLASS } else { self.step_class(steps - 1) }
    }

    /// Each class with its lowest and highest count; the highest is `None` for the last class.
    pub(super) fn steps(&self) -> impl Iterator<Item = (&'static str, u64, Option<u64>)> {
        let to = self.from.iter().skip(1).map(|next| Some(next - 1)).chain([None]);
        self.from.iter().zip(to).enumerate().map(|(step, (from, to))| (self.step_class(step), *from, to))
    }

    /// The CSS class of the step at an index. Fewer than five steps are spread over the whole range of shades.
    fn step_class(&self, step: usize) -> &'static str {
        const NAMES: [&str; STEPS] = ["step-1", "step-2", "step-3", "step-4", "step-5"];
        let last = self.from.len().saturating_sub(1).max(1);
        NAMES[step * (STEPS - 1) / last]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_step_for_each_part_of_the_counts() {
        let scale = ColorScale::of(1..=50);
        let steps: Vec<_> = scale.steps().collect();
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
            [0, 1, 10, 11, 50, 99].map(|n| scale.class(n)),
            [GAP_CLASS, "step-1", "step-1", "step-2", "step-5", "step-5"]
        );
    }

    #[test]
    fn few_counts_have_few_steps() {
        let scale = ColorScale::of([3, 3, 0, 7, 5].into_iter());
        assert_eq!([0, 3, 5, 7].map(|n| scale.class(n)), [GAP_CLASS, "step-1", "step-3", "step-5"]);
        assert_eq!(ColorScale::of([4, 4].into_iter()).steps().collect::<Vec<_>>(), [("step-1", 4, None)]);
        assert_eq!(ColorScale::of([0].into_iter()).steps().count(), 0);
        // Quantiles are taken over distinct counts.
        let alike = ColorScale::of([1, 1, 1, 1, 1, 1, 2, 3, 4, 5, 6].into_iter());
        assert_eq!(alike.steps().map(|step| step.1).collect::<Vec<_>>(), [1, 2, 3, 4, 5]);
    }
}
