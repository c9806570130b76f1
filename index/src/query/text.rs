//! Free text as words to look for.

use crate::analysis::{Form, MAX_WORD, is_stop_word, words};

/// One word of a query, with the forms it is looked for in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QueryWord {
    /// The word in lower case.
    pub text: String,
    /// The word in each form.
    pub forms: Vec<(Form, String)>,
}

/// The words of a query that carry content; all its words when none does (*för alla*).
/// A repeated word counts once.
pub fn content_words(text: &str) -> Vec<QueryWord> {
    let all: Vec<String> = words(text).map(|w| w.text.to_lowercase()).filter(|w| w.len() <= MAX_WORD).collect();
    let mut content: Vec<&String> = all.iter().filter(|w| !is_stop_word(w)).collect();
    if content.is_empty() {
        content = all.iter().collect();
    }
    let mut out: Vec<QueryWord> = Vec::new();
    for word in content {
        let forms: Vec<_> = Form::ALL.into_iter().map(|form| (form, form.of(word))).collect();
        if !out.iter().any(|w| w.forms == forms) {
            out.push(QueryWord { text: word.clone(), forms });
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::content_words;

    fn texts(query: &str) -> Vec<String> {
        content_words(query).into_iter().map(|w| w.text).collect()
    }

    #[test]
    fn content_of_a_query() {
        assert_eq!(texts("Praktik för unga i Växjö"), ["praktik", "unga", "växjö"]);
        assert_eq!(texts("för alla"), ["för", "alla"], "stop words alone are looked for");
        assert_eq!(texts("jobb jobb JOBB"), ["jobb"]);
        assert!(texts("… – ?!").is_empty());
    }
}
