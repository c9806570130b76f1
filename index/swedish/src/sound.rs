//! A phonetic key for words spelt by ear (*komvuks*, *sprokkafé*): they sound like the correct spelling but differ from
//! it in several letters.

/// Replacements of spellings by the canonical spelling of the sound. The first match applies, so longer spellings
/// precede their prefixes.
const SPELLINGS: &[(&str, &str)] = &[
    ("skj", "sj"),
    ("stj", "sj"),
    ("sch", "sj"),
    ("sh", "sj"),
    ("cks", "x"),
    ("ks", "x"),
    ("ck", "k"),
    ("ch", "k"),
    ("kj", "tj"),
    ("ph", "f"),
    ("th", "t"),
    ("dt", "t"),
    ("hj", "j"),
    ("gj", "j"),
    ("lj", "j"),
    ("hv", "v"),
    ("qu", "kv"),
    ("q", "k"),
    ("w", "v"),
    ("z", "s"),
    ("å", "o"),
    ("ä", "e"),
    ("é", "e"),
    ("ü", "y"),
];

/// Vowels before which c and g are soft.
const SOFTENING: [char; 5] = ['e', 'i', 'y', 'ä', 'ö'];

/// The phonetic key of a lower-case word, equal for words that sound approximately alike. It is no pronunciation:
/// compare keys only with each other.
///
/// ```
/// use swedish::sound::key;
///
/// assert_eq!(key("komvuks"), key("komvux"));
/// assert_eq!(key("jymnasium"), key("gymnasium"));
/// assert_ne!(key("skola"), key("skula"));
/// assert_eq!(key(""), "");
/// ```
pub fn key(word: &str) -> String {
    let mut out = String::with_capacity(word.len());
    let mut rest = word;
    while let Some(first) = rest.chars().next() {
        let spelling = SPELLINGS.iter().find(|(written, _)| rest.starts_with(written));
        let (len, sound) = match spelling {
            Some((written, sound)) => (written.len(), *sound),
            None => (first.len_utf8(), &rest[..first.len_utf8()]),
        };
        let next = rest[len..].chars().next();
        let soft = next.is_some_and(|c| SOFTENING.contains(&c));
        let sound = match (first, soft) {
            _ if spelling.is_some() => sound,
            ('c', true) => "s",
            ('c', false) => "k",
            ('g', true) if out.is_empty() => "j",
            _ => sound,
        };
        // A double letter is one sound.
        if !out.ends_with(sound) {
            out.push_str(sound);
        }
        rest = &rest[len..];
    }
    out
}

#[cfg(test)]
mod tests {
    use super::key;

    #[test]
    fn words_spelt_by_ear_sound_like_the_right_ones() {
        for (by_ear, right) in [
            ("komvuks", "komvux"),
            ("sprokkafé", "språkkafe"),
            ("praktick", "praktik"),
            ("jymnasium", "gymnasium"),
            ("wäxjö", "växjö"),
            ("sosial", "social"),
            ("shuk", "sjuk"),
            ("utbilldning", "utbildning"),
        ] {
            assert_eq!(key(by_ear), key(right), "{by_ear}");
        }
        assert_ne!(key("skola"), key("skula"));
        assert_ne!(key("praktik"), key("praktisk"));
    }
}
