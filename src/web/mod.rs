//! The web: pages for people, JSON for programs. Nothing below knows of it.

pub mod api;
pub mod assets;
mod bearer;
mod cache;
pub mod error;
pub mod extract;
mod middleware;
mod ops;
pub mod public;
mod record;
mod router;

pub use router::router;
