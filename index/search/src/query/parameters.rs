//! Parses request parameters into a [`SearchQuery`]. Faulty parameters are reported and skipped: the web page runs
//! the rest of the search, the API rejects the request.

use super::parameter_name::{
    AGE_STRICT, ENDED, FACETS, INTERPRET, LANG, PAGE, PER_PAGE, Q, RELATED, SORT, UPDATED_SINCE,
};
use super::{
    Chosen, DEFAULT_PER_PAGE, Ended, FaultKind, MAX_DEPTH, MAX_PER_PAGE, MAX_RELATED, MAX_TEXT, MAX_VALUES,
    ParameterFault, SearchQuery, Sort,
};
use catalogue::Vocabularies;
use catalogue::field::{self, Filter, Match, NOT_STATED, Variant};
use catalogue::record::AgeRange;
use catalogue::text::normalize_value;
use catalogue::vocabulary::{FoundPlace, PlaceFault, PlaceLevel, VocabularyName};
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

/// The search parameters that are not filters, as (name, meaning).
fn search_parameters() -> [(&'static str, &'static str); 11] {
    [
        (Q, "Words to look for, at most 500 characters."),
        (AGE_STRICT, "true excludes interventions without a stated age."),
        (ENDED, "exclude (default), include or only."),
        (UPDATED_SINCE, "Only interventions changed on that date or later."),
        (SORT, "relevance (default), name, updated (newest first) or start."),
        (PAGE, "From 1."),
        (PER_PAGE, "1 to 100, default 20."),
        (FACETS, "Which facets to count; default all, none for none."),
        (
            RELATED,
            "0 to 20: related interventions that come with page 1; default 10 where there are fewer than 10 hits.",
        ),
        (INTERPRET, "false searches the literal words."),
        (LANG, LANG_MEANING.as_str()),
    ]
}

static LANG_MEANING: LazyLock<String> = LazyLock::new(|| {
    let codes = catalogue::language::codes();
    let (first, others) = codes.split_first().map_or(("", &[][..]), |(first, others)| (*first, others));
    match others.split_last() {
        None => format!("Language of labels: {first}."),
        Some((last, [])) => format!("Language of labels: {first} (default) or {last}."),
        Some((last, others)) => format!("Language of labels: {first} (default), {} or {last}.", others.join(", ")),
    }
});

/// One parameter of a search, for documentation.
#[derive(Debug, Clone, Copy)]
pub struct Parameter {
    /// Its name.
    pub name: &'static str,
    /// Its meaning, in English.
    pub meaning: &'static str,
    /// The vocabulary of its values; `None` for values without a vocabulary.
    pub vocabulary: Option<VocabularyName>,
    /// Whether it may be repeated.
    pub repeats: bool,
}

/// The parameters of a search, filters first.
pub fn parameters() -> Vec<Parameter> {
    let mut out: Vec<Parameter> = Vec::new();
    for filter in field::filters() {
        let (name, meaning, vocabulary) = (filter.parameter, filter.meaning, filter.vocabulary());
        out.push(Parameter { name, meaning, vocabulary, repeats: true });
        if let Some(v) = variant_of(filter).filter(|v| !out.iter().any(|p| p.name == v.parameter)) {
            out.push(Parameter { name: v.parameter, meaning: v.meaning, vocabulary: None, repeats: false });
        }
    }
    let others = search_parameters().into_iter();
    out.extend(others.map(|(name, meaning)| Parameter { name, meaning, vocabulary: None, repeats: name == FACETS }));
    out
}

/// The variant of a filter, if it has one.
pub(super) fn variant_of(filter: &'static Filter) -> Option<&'static Variant> {
    match &filter.matching {
        Match::Codes { variant, .. } => variant.as_ref(),
        Match::Age | Match::Dated(_) => None,
    }
}

/// The parameters of the filters that have a facet: all except age, for which only `age_not_stated` is counted.
pub fn facets() -> impl Iterator<Item = &'static str> {
    field::filters().filter(|f| !matches!(f.matching, Match::Age)).map(|f| f.parameter)
}

impl SearchQuery {
    /// Parses parameters in order, each value in its one form of text. Empty values are ignored, and duplicate values count once. An unknown name is a
    /// fault, which web pages ignore.
    ///
    /// ```
    /// use index::SearchQuery;
    ///
    /// let pairs = [("q", "praktik"), ("age", "19"), ("sort", "size")].map(|(n, v)| (n.to_owned(), v.to_owned()));
    /// let vocabularies = catalogue::Vocabularies::new(Default::default(), Vec::new(), Vec::new(), Vec::new());
    /// let (query, faults) = SearchQuery::parse(&pairs, &vocabularies);
    /// assert_eq!(query.text, "praktik");
    /// assert!(query.asks_age());
    /// assert_eq!(faults[0].to_string(), "sort: not an allowed word (allowed: relevance, name, updated, start)");
    /// ```
    pub fn parse(pairs: &[(String, String)], vocabularies: &Vocabularies) -> (SearchQuery, Vec<ParameterFault>) {
        let mut given: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        let mut order: Vec<&str> = Vec::new();
        let values: Vec<Cow<'_, str>> = pairs.iter().map(|(_, value)| normalize_value(value)).collect();
        for ((name, _), value) in pairs.iter().zip(&values) {
            let value = value.as_ref();
            if !order.contains(&name.as_str()) {
                order.push(name);
            }
            let values = given.entry(name).or_default();
            if !value.is_empty() && !values.contains(&value) {
                values.push(value);
            }
        }
        let mut parser = Parser { vocabularies, query: SearchQuery::default(), faults: Vec::new() };
        for name in order {
            parser.parameter(name, &given[name]);
        }
        let Parser { mut query, mut faults, .. } = parser;
        if query.page.saturating_mul(query.per_page) > MAX_DEPTH {
            let value = query.page.to_string();
            faults.push(ParameterFault { parameter: PAGE.into(), value, kind: FaultKind::TooDeep(MAX_DEPTH) });
            query.page = 1;
        }
        (query, faults)
    }
}

struct Parser<'a> {
    vocabularies: &'a Vocabularies,
    query: SearchQuery,
    faults: Vec<ParameterFault>,
}

impl Parser<'_> {
    fn fault(&mut self, parameter: &str, value: &str, kind: FaultKind) {
        self.faults.push(ParameterFault { parameter: parameter.to_owned(), value: value.to_owned(), kind });
    }

    fn parameter(&mut self, name: &str, values: &[&str]) {
        if values.len() > MAX_VALUES {
            self.fault(name, &values.len().to_string(), FaultKind::TooMany(MAX_VALUES));
            return;
        }
        if let Some(filter) = field::filter(name) {
            return self.filter(filter, values);
        }
        if let Some(variant) = field::filters().filter_map(variant_of).find(|v| v.parameter == name) {
            if self.one_of(name, values, &[variant.value]).is_some() {
                self.query.variants.insert(variant.parameter);
            }
            return;
        }
        match name {
            Q => self.text(values),
            AGE_STRICT => self.query.age_strict = self.one_of(name, values, &["true", "false"]) == Some("true"),
            INTERPRET => self.query.interpret = self.one_of(name, values, &["true", "false"]) != Some("false"),
            ENDED => {
                self.query.ended = match self.one_of(name, values, &["exclude", "include", "only"]) {
                    Some("include") => Ended::Include,
                    Some("only") => Ended::Only,
                    _ => Ended::Exclude,
                }
            }
            SORT => {
                let names = Sort::ALL.map(|(name, _)| name);
                let chosen = self.one_of(name, values, &names);
                let sort = Sort::ALL.into_iter().find(|(name, _)| Some(*name) == chosen);
                self.query.sort = sort.map_or(Sort::default(), |(_, sort)| sort);
            }
            UPDATED_SINCE => {
                if let Some(value) = self.single(name, values) {
                    let day = value.parse().ok().filter(|_| value.len() == "2026-01-31".len());
                    match day {
                        Some(day) => self.query.updated_since = Some(day),
                        None => self.fault(name, value, FaultKind::NotADate),
                    }
                }
            }
            PAGE => self.query.page = self.number(name, values, 1, MAX_DEPTH).unwrap_or(1),
            PER_PAGE => {
                self.query.per_page = self.number(name, values, 1, MAX_PER_PAGE).unwrap_or(DEFAULT_PER_PAGE);
            }
            RELATED => self.query.related = self.number(name, values, 0, MAX_RELATED),
            FACETS => self.facets(values),
            // The caller resolves the language of labels.
            LANG => {
                self.one_of(name, values, &catalogue::language::codes());
            }
            _ => {
                let nearest = nearest_parameters(name);
                self.fault(name, values.first().unwrap_or(&""), FaultKind::UnknownParameter(nearest));
            }
        }
    }

    fn single<'v>(&mut self, name: &str, values: &[&'v str]) -> Option<&'v str> {
        if values.len() > 1 {
            self.fault(name, values[1], FaultKind::Repeated);
        }
        values.first().copied()
    }

    fn one_of<'v>(&mut self, name: &str, values: &[&'v str], allowed: &[&'static str]) -> Option<&'v str> {
        let value = self.single(name, values)?;
        if allowed.contains(&value) {
            return Some(value);
        }
        self.fault(name, value, FaultKind::NotOneOf(allowed.to_vec()));
        None
    }

    fn number(&mut self, name: &str, values: &[&str], min: usize, max: usize) -> Option<usize> {
        let value = self.single(name, values)?;
        let digits = value.bytes().all(|b| b.is_ascii_digit());
        match value.parse::<usize>() {
            Ok(number) if digits && (min..=max).contains(&number) => Some(number),
            // A page number beyond the limit has its own kind of fault.
            Ok(number) if digits && name == PAGE && number > max => {
                self.fault(name, value, FaultKind::TooDeep(MAX_DEPTH));
                None
            }
            _ => {
                self.fault(name, value, FaultKind::NotANumber(min, max));
                None
            }
        }
    }

    fn text(&mut self, values: &[&str]) {
        let Some(value) = self.single(Q, values) else { return };
        if value.chars().count() > MAX_TEXT {
            let start: String = value.chars().take(40).collect();
            self.fault(Q, &format!("{start}…"), FaultKind::TooLong(MAX_TEXT));
        } else if value.contains(char::is_alphanumeric) {
            // Signs alone (*???*, an emoji) are no words.
            self.query.text = value.to_owned();
        }
    }

    fn facets(&mut self, values: &[&str]) {
        if values.is_empty() {
            return;
        }
        let mut chosen = BTreeSet::new();
        for value in values {
            match facets().find(|f| f == value) {
                Some(facet) => {
                    chosen.insert(facet);
                }
                None if *value == "none" => {}
                None => {
                    let allowed = std::iter::once("none").chain(facets()).collect();
                    self.fault(FACETS, value, FaultKind::NotOneOf(allowed));
                }
            }
        }
        self.query.facets = chosen;
    }

    /// Adds the codes of the place that a value names: all of them for a landscape of several counties, or a locality of
    /// several municipalities.
    fn place(&mut self, parameter: &str, vocabulary: VocabularyName, value: &str, codes: &mut Vec<String>) {
        let vocabularies = self.vocabularies;
        let Some(level) = place_level(vocabulary) else { return };
        let kind = match vocabularies.places().resolve(level, value) {
            Ok(places) => {
                for code in places.iter().flat_map(FoundPlace::codes) {
                    if !codes.iter().any(|known| known == code) {
                        codes.push(code.to_owned());
                    }
                }
                return;
            }
            Err(PlaceFault::NoLongerInUse(now)) => FaultKind::NoLongerInUse(now),
            Err(PlaceFault::CodeAndNameDiffer(places)) => FaultKind::CodeAndNameDiffer(places),
            Err(PlaceFault::Unknown) => unknown_code(vocabularies, vocabulary, value),
        };
        self.fault(parameter, value, kind);
    }

    fn filter(&mut self, filter: &'static Filter, values: &[&str]) {
        let mut chosen = Chosen::default();
        for value in values {
            if *value == NOT_STATED {
                chosen.not_stated = true;
                continue;
            }
            let code = match &filter.matching {
                Match::Age => match value.parse::<AgeRange>() {
                    Ok(age) => {
                        if !self.query.ages.contains(&age) {
                            self.query.ages.push(age);
                        }
                        continue;
                    }
                    Err(_) => Err(FaultKind::NotAnAge),
                },
                // The vocabularies of an older data directory may lack the codes.
                Match::Dated(dated) => {
                    let code = resolve(self.vocabularies, dated.vocabulary, value).unwrap_or_else(|| (*value).into());
                    let is_allowed = dated.codes.contains(&code.as_str());
                    if is_allowed { Ok(code) } else { Err(FaultKind::NotOneOf(dated.allowed())) }
                }
                Match::Codes { vocabulary, .. } if place_level(*vocabulary).is_some() => {
                    self.place(filter.parameter, *vocabulary, value, &mut chosen.codes);
                    continue;
                }
                Match::Codes { vocabulary, .. } => resolve(self.vocabularies, *vocabulary, value)
                    .ok_or_else(|| unknown_code(self.vocabularies, *vocabulary, value)),
            };
            match code {
                Ok(code) if !chosen.codes.contains(&code) => chosen.codes.push(code),
                Ok(_) => {}
                Err(kind) => self.fault(filter.parameter, value, kind),
            }
        }
        if matches!(filter.matching, Match::Age) {
            self.query.age_not_stated = chosen.not_stated;
        } else if chosen != Chosen::default() {
            self.query.filters.insert(filter.parameter, chosen);
        }
    }
}

/// The level of the places in a vocabulary; `None` for any other vocabulary.
fn place_level(vocabulary: VocabularyName) -> Option<PlaceLevel> {
    match vocabulary {
        VocabularyName::Municipalities => Some(PlaceLevel::Municipality),
        VocabularyName::Counties => Some(PlaceLevel::County),
        _ => None,
    }
}

fn unknown_code(vocabularies: &Vocabularies, name: VocabularyName, value: &str) -> FaultKind {
    let nearest = vocabularies.get(name).nearest(value);
    FaultKind::UnknownCode(nearest.iter().map(|t| (t.code.clone(), t.label.clone())).collect())
}

fn resolve(vocabularies: &Vocabularies, name: VocabularyName, value: &str) -> Option<String> {
    vocabularies.get(name).resolve(value).map(|term| term.code.clone())
}

fn nearest_parameters(name: &str) -> Vec<String> {
    let mut all: Vec<(f64, &str)> = parameters()
        .into_iter()
        .map(|p| (strsim::normalized_damerau_levenshtein(&name.to_lowercase(), p.name), p.name))
        .filter(|(score, _)| *score >= 0.5)
        .collect();
    all.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(b.1)));
    all.into_iter().take(3).map(|(_, name)| name.to_owned()).collect()
}
