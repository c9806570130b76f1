//! What a caller asks a snapshot: one file for each question.

pub(crate) mod explain;
pub(crate) mod highlight;
pub(crate) mod hit;
pub(crate) mod relaxation;
pub(crate) mod result_stream;
pub(crate) mod search;
pub(crate) mod similar;
pub(crate) mod sort;
pub(crate) mod suggest;
