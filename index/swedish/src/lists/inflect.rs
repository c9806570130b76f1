//! The inflected forms of the project's own words, by declension.

/// The forms of `word` in a declension (the head of `compounds.txt` lists them), without genitives.
pub(crate) fn forms(word: &str, declension: &str) -> Vec<String> {
    if let ("a", Some(stem)) = (declension, word.strip_suffix("en")) {
        return ["en", "et", "na"].map(|ending| format!("{stem}{ending}")).into();
    }
    let endings: &[&str] = match (declension, last_letter(word)) {
        ("1", _) => &["a", "an", "or", "orna"],
        ("2", 'e') => &["e", "en", "ar", "arna"],
        ("2", _) => &["", "en", "ar", "arna"],
        ("3", 'e') => &["", "n", "r", "rna"],
        ("3", 'i' | 'y' | 'å' | 'ö') => &["", "n", "er", "erna"],
        ("3", 'r') => &["", "n", "en", "er", "erna"],
        ("3", _) => &["", "en", "er", "erna"],
        ("4", _) => &["", "t", "n", "na"],
        ("5", 'e') => &["e", "en", "na"],
        ("5", _) => &["", "et", "en"],
        ("a", 'd') => &["d", "t", "da", "de"],
        ("a", _) => &["", "t", "a", "e"],
        ("v", _) => &["a", "ar", "ade", "at", "ad", "ande"],
        _ => &[""],
    };
    let whole = endings[0].is_empty();
    let stem = if whole { word } else { without_last_letter(word) };
    endings.iter().map(|ending| format!("{stem}{ending}")).collect()
}

fn last_letter(word: &str) -> char {
    word.chars().next_back().unwrap_or_default()
}

fn without_last_letter(word: &str) -> &str {
    let mut letters = word.chars();
    letters.next_back();
    letters.as_str()
}

#[cfg(test)]
mod tests {
    use super::forms;

    #[test]
    fn declensions() {
        assert_eq!(forms("skola", "1"), ["skola", "skolan", "skolor", "skolorna"]);
        assert_eq!(forms("utbildning", "2"), ["utbildning", "utbildningen", "utbildningar", "utbildningarna"]);
        assert_eq!(forms("koordinator", "3")[1..4], ["koordinatorn", "koordinatoren", "koordinatorer"]);
        assert_eq!(forms("arbete", "4"), ["arbete", "arbetet", "arbeten", "arbetena"]);
        assert_eq!(forms("handledare", "5"), ["handledare", "handledaren", "handledarna"]);
        assert_eq!(forms("nyanländ", "a"), ["nyanländ", "nyanlänt", "nyanlända", "nyanlände"]);
        assert_eq!(forms("sjukskriven", "a"), ["sjukskriven", "sjukskrivet", "sjukskrivna"]);
        assert_eq!(forms("nivå", "3"), ["nivå", "nivån", "nivåer", "nivåerna"]);
        assert_eq!(forms("studie", "3"), ["studie", "studien", "studier", "studierna"]);
        assert_eq!(forms("ledig", "a"), ["ledig", "ledigt", "lediga", "ledige"]);
        assert_eq!(forms("pojke", "2"), ["pojke", "pojken", "pojkar", "pojkarna"]);
        assert_eq!(forms("coacha", "v")[1], "coachar");
        assert_eq!(forms("via", "0"), ["via"]);
        assert!(forms("", "1").len() > 1);
    }
}
