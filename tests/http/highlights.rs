//! Highlights: for any query, a highlighted text is an escaped excerpt of the text of the record. It differs only by
//! `<mark>` around whole words.

use super::support::{TestApp, cases, generated, query, vocabularies};
use proptest::prelude::*;
use serde_json::{Value, json};
use std::sync::LazyLock;

/// Texts with HTML, Markdown, combining diacritics, bidi controls, ligatures and a word longer than a line.
const UNUSUAL_TEXTS: [&str; 8] = [
    "<script>alert(1)</script> & \"citat\" 'x'",
    "İstanbul ǅ ﬁ ß Å å",
    "a\u{301}rbete å\u{308} \u{200d}👩‍🎓 språk\u{ad}café",
    "**Praktik** – och <mark>stöd</mark>",
    "\u{202e}snegnin kitkarp",
    "arbetsmarknadspolitiskaprogramsamordnaren",
    "1–2 år, 50 % & 3 < 4",
    "…",
];

struct RunningApp {
    runtime: tokio::runtime::Runtime,
    app: TestApp,
}

/// A service with the generated records and one record for each unusual text.
static APP: LazyLock<RunningApp> = LazyLock::new(|| {
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let app = runtime.block_on(async {
        let app = generated::app().await.0;
        let record = |(n, text): (usize, &&str)| json!({"id": format!("unusual-{n}"), "name": text, "summary": text, "description": format!("{text} {text}")});
        let records: Vec<Value> = UNUSUAL_TEXTS.iter().enumerate().map(record).collect();
        app.put(&records, super::support::NOW).await;
        app
    });
    RunningApp { runtime, app }
});

fn words() -> Vec<String> {
    let texts = UNUSUAL_TEXTS.iter().map(|t| (*t).to_owned());
    let known = ["praktik", "stöd", "ungdomar", "språkcafé", "arbetsträningen", "kaa", "sfi", "psykisk ohälsa", "npf"];
    let labels = vocabularies().get(catalogue::vocabulary::VocabularyName::TargetGroups).terms().iter();
    texts.chain(known.map(str::to_owned)).chain(labels.map(|t| t.label.clone())).collect()
}

/// One to three words of the records: truncated, misspelt, inflected, in capitals, joined or split.
fn text() -> impl Strategy<Value = String> {
    let word = (prop::sample::select(words()), 0_u8..7, 0_usize..12).prop_map(|(word, change, at)| {
        let mut letters: Vec<char> = word.chars().collect();
        let at = at % letters.len().max(1);
        match change {
            0 => letters.truncate(at + 1),
            1 if letters.len() > 1 => {
                letters.remove(at);
            }
            2 => letters.insert(at, 'e'),
            3 => letters.extend("ernas".chars()),
            4 => letters = word.to_uppercase().chars().collect(),
            _ => {}
        }
        letters.into_iter().collect::<String>()
    });
    (prop::collection::vec(word, 1..4), prop::sample::select(vec![" ", "", "-", "  &<"]))
        .prop_map(|(w, glue)| w.join(glue))
}

/// The text of a highlight: unescaped, without `<mark>` and without the ellipses of an excerpt.
fn unescape(html: &str) -> String {
    let text = html.replace("<mark>", "").replace("</mark>", "");
    let text = text.trim_start_matches("… ").trim_end_matches(" …");
    [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")]
        .iter()
        .fold(text.to_owned(), |text, (escaped, plain)| text.replace(escaped, plain))
}

/// A description as in excerpts: without the most common Markdown, with spaces for other whitespace.
fn without_markdown(text: &str) -> String {
    let line = |line: &str| line.trim_start_matches(['-', '*', '#', '>', ' ']).replace("**", "");
    let text = text.lines().map(line).collect::<Vec<_>>().join(" ");
    text.chars().map(|c| if c.is_whitespace() { ' ' } else { c }).collect()
}

proptest! {
    #![proptest_config(cases(96))]

    #[test]
    fn are_excerpts_of_the_record_and_escaped(text in text(), literal in any::<bool>()) {
        let RunningApp { runtime, app } = &*APP;
        let text: String = text.chars().take(200).collect();
        let mut pairs = vec![("q", text.as_str()), ("per_page", "100"), ("ended", "include")];
        pairs.extend(literal.then_some(("interpret", "false")));
        let answer = runtime.block_on(app.ok(&format!("/api/v1/interventions?{}", query(&pairs))));
        for item in answer["items"].as_array().into_iter().flatten() {
            let id = item["id"].as_str().unwrap();
            let record = runtime.block_on(app.ok(&format!("/api/v1/interventions/{id}")));
            for (key, html) in item["match"]["highlights"].as_object().into_iter().flatten() {
                let html = html.as_str().unwrap();
                prop_assert_eq!(html.matches("<mark>").count(), html.matches("</mark>").count());
                prop_assert!(html.contains("<mark>"), "{}: {} marks nothing", id, key);
                let without = html.replace("<mark>", "").replace("</mark>", "");
                prop_assert!(!without.contains(['<', '>', '"']), "{}", html);
                let own = record[key].as_str().unwrap();
                let own = if key == "description" { without_markdown(own) } else { own.replace(char::is_whitespace, " ") };
                prop_assert!(own.contains(&unescape(html)), "{}: {:?} is not in {:?}", id, unescape(html), own);
            }
        }
    }
}
