//! Every text that users read, in their language. `locales/` has one file of messages for each language of the
//! table in [`catalogue::language`].
//!
//! - [`language`]: a language of the table. [`texts`]: the messages of the locale files.
//! - [`format`](mod@format): numbers and dates. [`bidi`]: isolates between directions of writing.

pub mod bidi;
pub mod format;
pub mod language;
pub mod texts;

pub use language::Lang;
pub use texts::{Arg, Texts};
