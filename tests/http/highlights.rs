//! Marked words: whatever is searched for, what is shown is the record's own text with marks around
//! whole words, and nothing else.

use super::support::{TestApp, cases, generated, query, vocabularies};
use proptest::prelude::*;
use serde_json::{Value, json};
use std::sync::LazyLock;

/// Texts that a page could stumble over, beside ordinary ones.
const ODD: [&str; 8] = [
    "<script>alert(1)</script> & \"citat\" 'x'",
    "İstanbul ǅ ﬁ ß Å å",
    "a\u{301}rbete å\u{308} \u{200d}👩‍🎓 språk\u{ad}café",
    "**Praktik** – och <mark>stöd</mark>",
    "\u{202e}snegnin kitkarp",
    "arbetsmarknadspolitiskaprogramsamordnaren",
    "1–2 år, 50 % & 3 < 4",
    "…",
];

struct Shipped {
    runtime: tokio::runtime::Runtime,
    app: TestApp,
}

/// Generated records, and records of odd texts.
static APP: LazyLock<Shipped> = LazyLock::new(|| {
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let app = runtime.block_on(async {
        let app = generated::app().await.0;
        let odd = |(n, text): (usize, &&str)| json!({"id": format!("odd-{n}"), "name": text, "summary": text, "description": format!("{text} {text}")});
        let records: Vec<Value> = ODD.iter().enumerate().map(odd).collect();
        app.put(&records, super::support::NOW).await;
        app
    });
    Shipped { runtime, app }
});

fn words() -> Vec<String> {
    let texts = ODD.iter().map(|t| (*t).to_owned());
    let known = ["praktik", "stöd", "ungdomar", "språkcafé", "arbetsträningen", "kaa", "sfi", "psykisk ohälsa", "npf"];
    let labels = vocabularies().get(catalogue::vocabulary::VocabularyName::TargetGroups).terms().iter();
    texts.chain(known.map(str::to_owned)).chain(labels.map(|t| t.label.clone())).collect()
}

/// A text as people write it: words that stand in records, cut short, misspelt, joined and inflected.
fn text() -> impl Strategy<Value = String> {
    let word = (prop::sample::select(words()), 0_u8..7, 0_usize..12).prop_map(|(word, how, at)| {
        let mut letters: Vec<char> = word.chars().collect();
        let at = at % letters.len().max(1);
        match how {
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

/// Text without the marks and with its signs back.
fn bare(html: &str) -> String {
    let text = html.replace("<mark>", "").replace("</mark>", "");
    let text = text.trim_start_matches("… ").trim_end_matches(" …");
    [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")]
        .iter()
        .fold(text.to_owned(), |text, (sign, meant)| text.replace(sign, meant))
}

/// What a description is shown as: without Markdown's commonest marks, every blank a space.
fn shown(text: &str) -> String {
    let line = |line: &str| line.trim_start_matches(['-', '*', '#', '>', ' ']).replace("**", "");
    let text = text.lines().map(line).collect::<Vec<_>>().join(" ");
    text.chars().map(|c| if c.is_whitespace() { ' ' } else { c }).collect()
}

proptest! {
    #![proptest_config(cases(96))]

    #[test]
    fn are_the_records_own_words_and_safe(text in text(), literal in any::<bool>()) {
        let Shipped { runtime, app } = &*APP;
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
                let own = if key == "description" { shown(own) } else { own.replace(char::is_whitespace, " ") };
                prop_assert!(own.contains(&bare(html)), "{}: {:?} is not in {:?}", id, bare(html), own);
            }
        }
    }
}
