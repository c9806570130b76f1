//! Recognises misspelt names of municipalities. Only slips that typing makes are accepted, so that the name of an
//! unknown place (*Nolsjö*, *Malmön*, *Orrhammar*) does not become another place (*Norsjö*, *Malmö*, *Östhammar*).

/// Fewest letters of a word in which a slip is accepted.
const MIN_LETTERS: usize = 5;
/// Fewest letters of a word in which a single letter may be missing, superfluous or another vowel. Transposed letters
/// and doubled ones are accepted in shorter words too.
const MIN_SINGLE_LETTERS: usize = 7;
/// Fewest letters of a word in which two slips are accepted.
const MIN_TWO_SLIPS_LETTERS: usize = 10;

const VOWELS: [char; 6] = ['a', 'e', 'i', 'o', 'u', 'y'];
/// Consonants that sound alike.
const ALIKE: [(char, char); 7] = [('c', 'k'), ('k', 'q'), ('c', 's'), ('s', 'z'), ('v', 'w'), ('g', 'j'), ('f', 'v')];

/// Whether `typed` differs from `name` by slips of typing only; both are folded.
pub(super) fn is_misspelling(typed: &str, name: &str) -> bool {
    let (typed, name): (Vec<char>, Vec<char>) = (typed.chars().collect(), name.chars().collect());
    let slips = match typed.len() {
        0..MIN_LETTERS => return false,
        MIN_LETTERS..MIN_TWO_SLIPS_LETTERS => 1,
        _ => 2,
    };
    let is_near = typed.first() == name.first() && typed.len().abs_diff(name.len()) <= slips;
    is_near && Slips { typed: &typed, name: &name }.within(1, 1, slips)
}

#[derive(Clone, Copy)]
struct Slips<'a> {
    typed: &'a [char],
    name: &'a [char],
}

impl Slips<'_> {
    /// Whether the letters from the positions `t` of the typed word and `n` of the name, both at least 1, are equal but
    /// for at most `slips` slips.
    fn within(self, mut t: usize, mut n: usize, slips: usize) -> bool {
        while t < self.typed.len() && self.typed.get(t) == self.name.get(n) {
            (t, n) = (t + 1, n + 1);
        }
        if t == self.typed.len() && n == self.name.len() {
            return true;
        }
        let Some(left) = slips.checked_sub(1) else { return false };
        self.slips_at(t, n).into_iter().flatten().any(|(typed, name)| self.within(t + typed, n + name, left))
    }

    /// The slips that may have been made where the words differ, each as the letters typed and the letters of the name.
    fn slips_at(self, t: usize, n: usize) -> [Option<(usize, usize)>; 4] {
        let (typed, name) = (self.typed.get(t).copied(), self.name.get(n).copied());
        let (typed_after, name_after) = (self.typed.get(t + 1).copied(), self.name.get(n + 1).copied());
        let (typed_before, name_before) = (self.typed[t - 1], self.name[n - 1]);
        let is_long = self.typed.len() >= MIN_SINGLE_LETTERS;
        let is_transposed = typed.is_some() && typed == name_after && name == typed_after;
        let is_doubled = typed == Some(typed_before);
        // A superfluous last letter is an ending: *Malmön* is no *Malmö*.
        let is_superfluous = typed.is_some() && (is_doubled || is_long && typed_after.is_some());
        let is_missing = name.is_some() && (name == Some(name_before) || is_long);
        let is_replaced = typed.zip(name).is_some_and(|(typed, name)| is_long && is_alike(typed, name));
        [
            is_transposed.then_some((2, 2)),
            is_superfluous.then_some((1, 0)),
            is_missing.then_some((0, 1)),
            is_replaced.then_some((1, 1)),
        ]
    }
}

fn is_alike(one: char, other: char) -> bool {
    let pair = (one.min(other), one.max(other));
    ALIKE.contains(&pair) || (VOWELS.contains(&one) && VOWELS.contains(&other))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_of_typing_are_recognised() {
        for (typed, name) in [
            ("emaboda", "emmaboda"),
            ("emmabodda", "emmaboda"),
            ("klipan", "klippan"),
            ("kilppan", "klippan"),
            ("helsinborg", "helsingborg"),
            ("helsingborj", "helsingborg"),
            ("norkoping", "norrkoping"),
            ("gotebrog", "goteborg"),
            ("katrinholm", "katrineholm"),
            ("orkeljunga", "orkelljunga"),
        ] {
            assert!(is_misspelling(typed, name), "{typed}");
        }
    }

    #[test]
    fn other_names_are_no_slips() {
        for (typed, name) in [
            ("nolsjo", "norsjo"),
            ("malmon", "malmo"),
            ("orrhammar", "osthammar"),
            ("bjornange", "borlange"),
            ("sovde", "skovde"),
            ("alghult", "almhult"),
            ("morka", "mora"),
            ("hovde", "skovde"),
        ] {
            assert!(!is_misspelling(typed, name), "{typed}");
        }
    }
}
