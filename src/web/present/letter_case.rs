//! Capital letters of labels at the start of a sentence and inside one.

use crate::web::present::foreign_text::split_delimiter;

/// The text with a capital first letter, for the start of a sentence.
pub(crate) fn capitalized(text: &str) -> String {
    let (delimiter, text) = split_delimiter(text);
    let mut letters = text.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    delimiter.chars().chain(first).chain(letters).collect()
}

/// Whether a capital letter in the second word shows that the text is a name.
fn is_name(words: &str) -> bool {
    words.split(' ').nth(1).is_some_and(|word| word.starts_with(char::is_uppercase))
}

/// The label for use inside a sentence, with a small first letter; abbreviations and names (*Supported Employment*)
/// keep their capitals.
pub(crate) fn uncapitalized(label: &str) -> String {
    let (delimiter, word) = split_delimiter(label);
    let mut letters = word.chars();
    match (letters.next(), letters.next()) {
        (Some(first), Some(second)) if !second.is_uppercase() && !is_name(word) => {
            delimiter.chars().chain(first.to_lowercase()).chain(std::iter::once(second)).chain(letters).collect()
        }
        _ => label.to_owned(),
    }
}
