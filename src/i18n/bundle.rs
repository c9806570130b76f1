//! The translation files, read once at the start.

use super::{Lang, number};
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use rust_embed::{EmbeddedFile, RustEmbed};
use std::collections::BTreeMap;
use unic_langid::LanguageIdentifier;

#[derive(RustEmbed)]
#[folder = "locales/"]
#[include = "*.ftl"]
struct Files;

/// Around a value whose direction of writing is its own (Unicode bidirectional algorithm, FSI and PDI).
pub const ISOLATE: char = '\u{2068}';
/// The end of what [`ISOLATE`] began.
pub const END: char = '\u{2069}';

/// What a text says something about.
#[derive(Debug, Clone)]
pub enum Arg {
    /// A count; decides between singular and plural, and is shown with its thousands apart.
    Count(u64),
    /// Words.
    Text(String),
}

impl From<u64> for Arg {
    fn from(count: u64) -> Self {
        Self::Count(count)
    }
}

impl From<&u64> for Arg {
    fn from(count: &u64) -> Self {
        Self::Count(*count)
    }
}

impl From<&usize> for Arg {
    fn from(count: &usize) -> Self {
        Self::Count(*count as u64)
    }
}

impl From<usize> for Arg {
    fn from(count: usize) -> Self {
        Self::Count(count as u64)
    }
}

impl From<&str> for Arg {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Arg {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<&String> for Arg {
    fn from(text: &String) -> Self {
        Self::Text(text.clone())
    }
}

/// The texts of every language that is offered.
pub struct Texts {
    bundles: BTreeMap<Lang, FluentBundle<FluentResource>>,
}

impl std::fmt::Debug for Texts {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Texts").field("languages", &self.bundles.keys()).finish()
    }
}

impl Texts {
    /// Reads the files inside the program. A fault in one is logged and costs that line alone.
    pub fn load() -> Self {
        let file = |lang: Lang| Some((lang, Files::get(&format!("{}.ftl", lang.code()))?));
        let text = |(lang, file): (Lang, EmbeddedFile)| (lang, String::from_utf8_lossy(&file.data).into_owned());
        Self::of(Lang::ALL.into_iter().filter_map(file).map(text))
    }

    /// The languages of these files.
    pub fn of(files: impl IntoIterator<Item = (Lang, String)>) -> Self {
        Self { bundles: files.into_iter().map(|(lang, text)| (lang, bundle(lang, text))).collect() }
    }

    /// The languages that are offered, Swedish first.
    pub fn languages(&self) -> impl Iterator<Item = Lang> {
        self.bundles.keys().copied()
    }

    /// A text. What a language lacks is said in Swedish; what Swedish lacks shows its key.
    pub fn get(&self, lang: Lang, key: &str, args: &[(&str, Arg)]) -> String {
        [lang, Lang::Sv].into_iter().find_map(|lang| self.find(lang, key, args)).unwrap_or_else(|| key.to_owned())
    }

    /// Whether a language has a text of its own for a key.
    pub fn has(&self, lang: Lang, key: &str) -> bool {
        self.bundles.get(&lang).is_some_and(|bundle| bundle.has_message(key))
    }

    fn find(&self, lang: Lang, key: &str, args: &[(&str, Arg)]) -> Option<String> {
        let bundle = self.bundles.get(&lang)?;
        let pattern = bundle.get_message(key)?.value()?;
        let mut values = FluentArgs::with_capacity(args.len());
        for (name, arg) in args {
            match arg {
                Arg::Count(count) => values.set(*name, *count),
                Arg::Text(text) => values.set(*name, text.as_str()),
            }
        }
        let mut errors = Vec::new();
        let text = without_needless_marks(&bundle.format_pattern(pattern, Some(&values), &mut errors));
        if !errors.is_empty() {
            tracing::warn!(key, ?errors, "a text could not be filled in");
        }
        Some(text)
    }
}

fn bundle(lang: Lang, text: String) -> FluentBundle<FluentResource> {
    let resource = FluentResource::try_new(text).unwrap_or_else(|(resource, errors)| {
        tracing::error!(lang = lang.code(), ?errors, "a translation file has faults");
        resource
    });
    let locale: LanguageIdentifier = lang.code().parse().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![locale]);
    // Marks around every value land in titles and addresses; only where the directions of writing
    // meet are they worth it.
    bundle.set_use_isolating(lang.dir() == "rtl");
    bundle.set_formatter(Some(match lang {
        Lang::Sv => |value, _| shown(Lang::Sv, value),
        Lang::En => |value, _| shown(Lang::En, value),
        Lang::Ar => |value, _| shown(Lang::Ar, value),
    }));
    if let Err(errors) = bundle.add_resource(resource) {
        tracing::error!(lang = lang.code(), ?errors, "a translation file has the same key twice");
    }
    bundle
}

/// Without the marks of direction around numbers and Arabic words: they keep their order, and the marks,
/// three bytes each, weigh more than a number.
fn without_needless_marks(text: &str) -> String {
    let is_own = |c: char| ('\u{600}'..='\u{6ff}').contains(&c);
    // Groups of digits (*0771 60 00 00*) would change places.
    let needs_none = |value: &str| {
        value.chars().all(|c| is_own(c) || c.is_ascii_digit() || c == ',')
            || value.chars().all(|c| is_own(c) || c == ' ')
    };
    let mut out = String::with_capacity(text.len());
    let mut parts = text.split(ISOLATE);
    out.extend(parts.next());
    for part in parts {
        if let Some((value, rest)) = part.split_once(END).filter(|(value, _)| needs_none(value)) {
            out.extend([value, rest]);
        } else {
            out.push(ISOLATE);
            out.push_str(part);
        }
    }
    out
}

/// A count in the numbers of a language; everything else as it is.
fn shown(lang: Lang, value: &FluentValue<'_>) -> Option<String> {
    match value {
        FluentValue::Number(n) if n.value >= 0.0 => Some(number(lang, n.value as u64)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;
    use std::path::Path;

    const SOURCE: &str = include_str!("../../locales/sv.ftl");

    #[test]
    fn only_what_is_written_the_other_way_has_marks_around_it() {
        let file = "a = { $count } من { $name }، { $years }\n".to_owned();
        let texts = Texts::of([(Lang::Sv, file.clone()), (Lang::Ar, file)]);
        let args = [("count", 1284_u64.into()), ("name", "Växjö".into()), ("years", "16–24".into())];
        let marked = "1,284 من \u{2068}Växjö\u{2069}، \u{2068}16–24\u{2069}";
        assert_eq!(texts.get(Lang::Ar, "a", &args), marked);
        let own = [("count", 2_u64.into()), ("name", "العمل".into()), ("years", "من لا عمل له".into())];
        assert_eq!(texts.get(Lang::Ar, "a", &own), "2 من العمل، من لا عمل له");
        let number = [("count", 1_u64.into()), ("name", "0771 60 00 00".into()), ("years", "2".into())];
        assert_eq!(texts.get(Lang::Ar, "a", &number), "1 من \u{2068}0771 60 00 00\u{2069}، 2");
        // A value that holds marks keeps them in pairs.
        let args = [("count", 1_u64.into()), ("name", marked.into()), ("years", "0780".into())];
        assert_eq!(texts.get(Lang::Ar, "a", &args), format!("1 من \u{2068}{marked}\u{2069}، 0780"));
    }

    fn keys(ftl: &str) -> BTreeSet<&str> {
        let key = |line: &'static str| line.split_once(" =").map(|(key, _)| key);
        let lines = ftl.lines().filter(|l| l.starts_with(|c: char| c.is_ascii_alphabetic()));
        lines.filter_map(|l| key(Box::leak(l.to_owned().into_boxed_str()))).collect()
    }

    /// Every file below a folder, as one text.
    fn gather(folder: &Path, out: &mut String) {
        for entry in std::fs::read_dir(folder).unwrap().map(|e| e.unwrap().path()) {
            if entry.is_dir() {
                gather(&entry, out);
            } else {
                out.push_str(&std::fs::read_to_string(&entry).unwrap());
            }
        }
    }

    /// The key in quotes after each call that looks a text up.
    fn used(code: &str) -> BTreeSet<&str> {
        let calls = ["t.text(", "t.with(", "t.count(", "t.args("];
        let starts = calls.iter().flat_map(|call| code.match_indices(call).map(|(at, call)| &code[at + call.len()..]));
        let is_key =
            |text: &&str| !text.is_empty() && text.chars().all(|c| c.is_ascii_alphanumeric() || "-_".contains(c));
        starts.filter_map(|rest| rest.trim_start().strip_prefix('"')?.split('"').next()).filter(is_key).collect()
    }

    #[test]
    fn every_key_that_is_used_exists_and_every_key_is_used() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let mut code = String::new();
        gather(&root.join("templates"), &mut code);
        gather(&root.join("src"), &mut code);
        let (used, there) = (used(&code), keys(SOURCE));
        let missing: Vec<_> = used.difference(&there).collect();
        assert!(missing.is_empty(), "used but not in sv.ftl: {missing:?}");
        // Keys that are put together stand in the code as `prefix-{…}`.
        let prefixes: Vec<&str> =
            code.match_indices("-{").filter_map(|(at, _)| code[..at].rsplit('"').next()).collect();
        let is_used = |key: &str| {
            code.contains(&format!("\"{key}\""))
                || prefixes.iter().any(|p| key.strip_prefix(p).is_some_and(|r| r.starts_with('-')))
        };
        let idle: Vec<_> = there.iter().filter(|key| !is_used(key)).collect();
        assert!(idle.is_empty(), "in sv.ftl but not used: {idle:?}");
    }

    #[test]
    fn every_field_and_filter_has_a_label() {
        let texts = Texts::load();
        for field in catalogue::field::fields() {
            let key = format!("field-{}", field.key);
            assert!(texts.has(Lang::Sv, &key), "{key}");
            for filter in field.filters {
                let key = format!("filter-{}", filter.parameter);
                assert!(texts.has(Lang::Sv, &key), "{key}");
            }
        }
    }

    #[test]
    fn counts_decide_the_words() {
        let texts = Texts::load();
        let hits = |count: u64| texts.get(Lang::Sv, "hits", &[("count", count.into())]);
        assert_eq!((hits(0), hits(1)), ("0 insatser".into(), "1 insats".into()));
        assert_eq!(hits(1284), "1\u{a0}284 insatser");
        assert_eq!(texts.get(Lang::Sv, "no-such-key", &[]), "no-such-key");
    }

    /// What each text is filled in with, by key.
    fn arguments(ftl: &str) -> BTreeMap<&str, BTreeSet<&str>> {
        let mut out: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
        let mut key = "";
        for line in ftl.lines() {
            if line.starts_with(|c: char| c.is_ascii_alphabetic()) {
                key = line.split(" =").next().unwrap_or_default();
                out.entry(key).or_default();
            }
            let name =
                |rest: &'_ str| rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '_').unwrap_or(rest.len());
            let names = line.split('$').skip(1).map(|rest| &rest[..name(rest)]);
            if let Some(all) = out.get_mut(key) {
                all.extend(names);
            }
        }
        out
    }

    #[test]
    fn every_language_has_the_same_keys_and_arguments() {
        let wanted = arguments(SOURCE);
        for lang in Lang::ALL {
            let Some(file) = Files::get(&format!("{}.ftl", lang.code())) else { continue };
            let text = String::from_utf8(file.data.into_owned()).unwrap();
            if let Err((_, faults)) = FluentResource::try_new(text.clone()) {
                panic!("{}.ftl: {faults:?}", lang.code());
            }
            let there = arguments(&text);
            let differ = |key: &&&str| there.get(**key) != wanted.get(**key);
            let faults: BTreeSet<&&str> = wanted.keys().chain(there.keys()).filter(differ).collect();
            assert!(faults.is_empty(), "{}.ftl and sv.ftl differ in {faults:?}", lang.code());
        }
    }

    #[test]
    fn each_language_counts_in_its_own_way() {
        let forms =
            "n = { $count ->\n [zero] 0\n [one] 1\n [two] 2\n [few] few\n [many] many\n *[other] { $count }\n }\n";
        let texts = Texts::of(Lang::ALL.map(|lang| (lang, forms.to_owned())));
        let said = |lang| [0_u64, 1, 2, 5, 11, 1284].map(|n| texts.get(lang, "n", &[("count", n.into())])).join("|");
        assert_eq!(said(Lang::Sv), "0|1|2|5|11|1\u{a0}284");
        assert_eq!(said(Lang::En), "0|1|2|5|11|1,284");
        // intl_pluralrules 7 forgets that Arabic counts from 103 on by the last two digits, and says
        // `other`: ar.ftl therefore has the words of `many` there too.
        assert_eq!(said(Lang::Ar), "0|1|2|few|many|1,284");
    }

    #[test]
    fn what_a_language_lacks_is_said_in_swedish() {
        let texts = Texts::of([(Lang::Sv, "a = ett\nb = två\n".into()), (Lang::En, "a = one\n".into())]);
        assert_eq!([texts.get(Lang::En, "a", &[]), texts.get(Lang::En, "b", &[])], ["one", "två"]);
        assert_eq!(texts.languages().collect::<Vec<_>>(), [Lang::Sv, Lang::En]);
    }
}
