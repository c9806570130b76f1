//! All texts that users read. `locales/` has one file of messages for each language in the table of
//! [`catalogue::language`].
//!
//! - [`language`]: a language of the table. [`texts`]: the messages of the locale files.
//! - [`format`](mod@format): numbers and dates. [`bidi`]: isolates between text directions.

pub mod bidi;
pub mod format;
pub mod language;
pub mod texts;

pub use language::Lang;
pub use texts::{Arg, Texts};
