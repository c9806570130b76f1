//! The messages of the locale files (Project Fluent), parsed at startup.

use crate::i18n::bidi::strip_redundant_isolates;
use crate::i18n::format;
use crate::i18n::language::Lang;
use catalogue::language::Grouping;
use catalogue::record::PartialDate;
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use rust_embed::RustEmbed;
use unic_langid::LanguageIdentifier;

#[derive(RustEmbed)]
#[folder = "locales/"]
#[include = "*.ftl"]
struct LocaleFiles;

/// The value of a message argument.
#[derive(Debug, Clone)]
pub enum Arg {
    /// A count, which selects the plural form and is formatted in the language.
    Count(u64),
    /// Text, which is inserted unchanged.
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

/// The messages of all offered languages.
pub struct Texts {
    bundles: Vec<(Lang, FluentBundle<FluentResource>)>,
}

impl std::fmt::Debug for Texts {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Texts").field("languages", &self.languages().collect::<Vec<_>>()).finish()
    }
}

impl Texts {
    /// Parses the locale files that are embedded in the program. A language without a file is not offered. A message
    /// that cannot be parsed is logged and skipped.
    pub fn load() -> Self {
        let text = |lang: Lang| {
            let file = LocaleFiles::get(&format!("{}.ftl", lang.code()))?;
            Some((lang, String::from_utf8_lossy(&file.data).into_owned()))
        };
        Self::of(Lang::all().filter_map(text))
    }

    /// Parses one locale file (FTL source) for each language. The languages are offered in the order of `files`.
    pub fn of(files: impl IntoIterator<Item = (Lang, String)>) -> Self {
        Self { bundles: files.into_iter().map(|(lang, source)| (lang, bundle(lang, source))).collect() }
    }

    /// The offered languages, in the order of the language switcher.
    pub fn languages(&self) -> impl Iterator<Item = Lang> {
        self.bundles.iter().map(|(lang, _)| *lang)
    }

    /// The offered language with a code.
    pub fn language(&self, code: &str) -> Option<Lang> {
        self.languages().find(|lang| lang.code() == code)
    }

    /// A formatted message. A message without a translation is Swedish; a message that Swedish lacks too is its key.
    pub fn get(&self, lang: Lang, key: &str, args: &[(&str, Arg)]) -> String {
        [lang, Lang::SWEDISH].into_iter().find_map(|lang| self.find(lang, key, args)).unwrap_or_else(|| key.to_owned())
    }

    /// Whether a language has its own translation of a message.
    pub fn has(&self, lang: Lang, key: &str) -> bool {
        self.bundle(lang).is_some_and(|bundle| bundle.has_message(key))
    }

    /// A date in the format of a language, with the precision that it has.
    pub fn date(&self, lang: Lang, date: PartialDate) -> String {
        format::date(lang, date, |month| self.get(lang, &format!("month-{month}"), &[]))
    }

    fn bundle(&self, lang: Lang) -> Option<&FluentBundle<FluentResource>> {
        self.bundles.iter().find(|(other, _)| *other == lang).map(|(_, bundle)| bundle)
    }

    fn find(&self, lang: Lang, key: &str, args: &[(&str, Arg)]) -> Option<String> {
        let bundle = self.bundle(lang)?;
        let pattern = bundle.get_message(key)?.value()?;
        let mut values = FluentArgs::with_capacity(args.len());
        for (name, arg) in args {
            match arg {
                Arg::Count(count) => values.set(*name, *count),
                Arg::Text(text) => values.set(*name, text.as_str()),
            }
        }
        let mut errors = Vec::new();
        let text = strip_redundant_isolates(&bundle.format_pattern(pattern, Some(&values), &mut errors));
        if !errors.is_empty() {
            tracing::warn!(key, ?errors, "arguments of a message are missing");
        }
        Some(text)
    }
}

fn bundle(lang: Lang, source: String) -> FluentBundle<FluentResource> {
    let resource = FluentResource::try_new(source).unwrap_or_else(|(resource, errors)| {
        tracing::error!(lang = lang.code(), ?errors, "a locale file has syntax errors");
        resource
    });
    let locale: LanguageIdentifier = lang.code().parse().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![locale]);
    // Isolates would appear in titles and URLs too, so they are used only in languages written from right to left.
    bundle.set_use_isolating(lang.is_right_to_left());
    // A formatter is a function pointer without captures, so each grouping has its own.
    bundle.set_formatter(Some(match lang.entry().grouping {
        Grouping::Space => |value, _| format_count(Grouping::Space, value),
        Grouping::Comma => |value, _| format_count(Grouping::Comma, value),
        Grouping::Point => |value, _| format_count(Grouping::Point, value),
    }));
    if let Err(errors) = bundle.add_resource(resource) {
        tracing::error!(lang = lang.code(), ?errors, "a locale file has a key twice");
    }
    bundle
}

/// A non-negative whole number with its thousands separated; `None` leaves the formatting of other values to Fluent.
fn format_count(grouping: Grouping, value: &FluentValue<'_>) -> Option<String> {
    match value {
        FluentValue::Number(n) if n.value >= 0.0 => Some(format::grouped(grouping, n.value as u64)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use catalogue::field::{self, Axis, Control, Filter, Match};
    use std::collections::{BTreeMap, BTreeSet};
    use std::path::Path;

    const SOURCE: &str = include_str!("../../locales/sv.ftl");

    const ARABIC: &str = "ar";

    fn language(code: &str) -> Lang {
        Lang::all().find(|lang| lang.code() == code).unwrap()
    }

    #[test]
    fn only_values_of_the_other_direction_are_isolated() {
        let file = "a = { $count } من { $name }، { $years }\n".to_owned();
        let arabic = language(ARABIC);
        let texts = Texts::of([(Lang::SWEDISH, file.clone()), (arabic, file)]);
        let args = [("count", 1284_u64.into()), ("name", "Växjö".into()), ("years", "16–24".into())];
        let marked = "1,284 من \u{2068}Växjö\u{2069}، \u{2068}16–24\u{2069}";
        assert_eq!(texts.get(arabic, "a", &args), marked);
        let own = [("count", 2_u64.into()), ("name", "العمل".into()), ("years", "من لا عمل له".into())];
        assert_eq!(texts.get(arabic, "a", &own), "2 من العمل، من لا عمل له");
        let number = [("count", 1_u64.into()), ("name", "0771 60 00 00".into()), ("years", "2".into())];
        assert_eq!(texts.get(arabic, "a", &number), "1 من \u{2068}0771 60 00 00\u{2069}، 2");
        // A value that contains isolates keeps them in pairs.
        let args = [("count", 1_u64.into()), ("name", marked.into()), ("years", "0780".into())];
        assert_eq!(texts.get(arabic, "a", &args), format!("1 من \u{2068}{marked}\u{2069}، 0780"));
    }

    fn keys(ftl: &str) -> BTreeSet<&str> {
        let key = |line: &'static str| line.split_once(" =").map(|(key, _)| key);
        let lines = ftl.lines().filter(|l| l.starts_with(|c: char| c.is_ascii_alphabetic()));
        lines.filter_map(|l| key(Box::leak(l.to_owned().into_boxed_str()))).collect()
    }

    /// Appends the text of all files below a folder.
    fn gather(folder: &Path, out: &mut String) {
        for entry in std::fs::read_dir(folder).unwrap().map(|e| e.unwrap().path()) {
            if entry.is_dir() {
                gather(&entry, out);
            } else {
                out.push_str(&std::fs::read_to_string(&entry).unwrap());
            }
        }
    }

    /// The literal keys in calls that look up a message.
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
        // Composed keys appear in the code as `prefix-{…}`.
        let prefixes: Vec<&str> =
            code.match_indices("-{").filter_map(|(at, _)| code[..at].rsplit('"').next()).collect();
        let is_used = |key: &str| {
            code.contains(&format!("\"{key}\""))
                || prefixes.iter().any(|p| key.strip_prefix(p).is_some_and(|r| r.starts_with('-')))
        };
        let idle: Vec<_> = there.iter().filter(|key| !is_used(key)).collect();
        assert!(idle.is_empty(), "in sv.ftl but not used: {idle:?}");
    }

    /// The keys of the messages that pages need for a filter.
    fn keys_of(filter: &Filter) -> Vec<String> {
        let name = filter.parameter;
        let mut keys = vec![format!("filter-{name}")];
        if filter.vocabulary().is_some() {
            keys.extend([format!("about-{name}"), format!("more-{name}")]);
        }
        let field = [format!("write-{name}"), format!("write-{name}-hint")];
        match filter.panel.control {
            Control::Checkboxes => keys.push(format!("pick-{name}")),
            Control::Menu => keys.push(format!("pick-all-{name}")),
            Control::CheckboxesAndText | Control::Text => keys.extend(field),
        }
        if let Match::Codes { variant: Some(variant), .. } = &filter.matching {
            keys.extend([format!("choice-{}", variant.parameter), format!("parameter-{}", variant.parameter)]);
        }
        keys.extend(filter.table.map(|column| column.heading.to_owned()));
        if let Some(Axis::Columns { heading, .. }) = filter.overview {
            keys.push(heading.to_owned());
        }
        keys.extend(filter.suggestions.map(|group| format!("suggest-{}", group.name)));
        keys
    }

    #[test]
    fn every_field_and_filter_has_its_texts() {
        let texts = Texts::load();
        let fields = field::fields().map(|field| format!("field-{}", field.key));
        let missing: Vec<String> =
            fields.chain(field::filters().flat_map(keys_of)).filter(|key| !texts.has(Lang::SWEDISH, key)).collect();
        assert!(missing.is_empty(), "sv.ftl has no {missing:?}");
    }

    #[test]
    fn counts_select_the_plural_form() {
        let texts = Texts::load();
        let hits = |count: u64| texts.get(Lang::SWEDISH, "hits", &[("count", count.into())]);
        assert_eq!((hits(0), hits(1)), ("0 insatser".into(), "1 insats".into()));
        assert_eq!(hits(1284), "1\u{a0}284 insatser");
        assert_eq!(texts.get(Lang::SWEDISH, "no-such-key", &[]), "no-such-key");
    }

    /// The names of the arguments of each message, by key.
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
        for lang in Lang::all() {
            let file = LocaleFiles::get(&format!("{}.ftl", lang.code())).unwrap();
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
    fn each_language_has_its_own_plural_forms() {
        let forms =
            "n = { $count ->\n [zero] 0\n [one] 1\n [two] 2\n [few] few\n [many] many\n *[other] { $count }\n }\n";
        let texts = Texts::of(Lang::all().map(|lang| (lang, forms.to_owned())));
        let said = |lang| [0_u64, 1, 2, 5, 11, 1284].map(|n| texts.get(lang, "n", &[("count", n.into())])).join("|");
        assert_eq!(said(Lang::SWEDISH), "0|1|2|5|11|1\u{a0}284");
        assert_eq!(said(language("en")), "0|1|2|5|11|1,284");
        // intl_pluralrules 7 does not apply the Arabic rule for the last two digits to numbers from 103 and
        // returns `other`: ar.ftl therefore repeats the words of `many` there.
        assert_eq!(said(language(ARABIC)), "0|1|2|few|many|1,284");
    }

    #[test]
    fn swedish_replaces_missing_translations() {
        let english = language("en");
        let texts = Texts::of([(Lang::SWEDISH, "a = ett\nb = två\n".into()), (english, "a = one\n".into())]);
        assert_eq!([texts.get(english, "a", &[]), texts.get(english, "b", &[])], ["one", "två"]);
        assert_eq!(texts.languages().collect::<Vec<_>>(), [Lang::SWEDISH, english]);
    }
}
