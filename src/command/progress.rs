//! How far a long command is, on a terminal; silent elsewhere.

use std::io::{IsTerminal, Write};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};
use tokio::task::JoinHandle;

/// How often the line is drawn.
const TICK: Duration = Duration::from_millis(200);
/// What is done sooner shows nothing.
const PATIENCE: Duration = Duration::from_secs(1);
/// Width of the bar, in characters.
const WIDTH: u64 = 30;

/// One step of a command; its line is wiped when this is dropped.
pub(super) struct Progress {
    done: Arc<AtomicU64>,
    drawing: Option<JoinHandle<()>>,
}

impl Progress {
    /// Begins a step of so many parts; 0 when nobody knows how many.
    pub(super) fn start(what: &str, total: u64) -> Self {
        let done = Arc::new(AtomicU64::new(0));
        if !std::io::stderr().is_terminal() {
            return Self { done, drawing: None };
        }
        let (what, counted, start) = (what.to_owned(), Arc::clone(&done), Instant::now());
        let drawing = tokio::spawn(async move {
            loop {
                tokio::time::sleep(TICK).await;
                if start.elapsed() >= PATIENCE {
                    let line = line(&what, counted.load(Ordering::Relaxed), total, start.elapsed().as_secs());
                    let _ = write!(std::io::stderr(), "\r\x1b[K{line}");
                }
            }
        });
        Self { done, drawing: Some(drawing) }
    }

    /// So many more parts are done.
    pub(super) fn add(&self, parts: usize) {
        self.done.fetch_add(parts as u64, Ordering::Relaxed);
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        if let Some(drawing) = self.drawing.take() {
            drawing.abort();
            let _ = write!(std::io::stderr(), "\r\x1b[K");
        }
    }
}

fn line(what: &str, done: u64, total: u64, seconds: u64) -> String {
    if total == 0 {
        return format!("{what} … {seconds} s");
    }
    let filled = (done.min(total) * WIDTH / total) as usize;
    let bar = format!("{}{}", "#".repeat(filled), "-".repeat(WIDTH as usize - filled));
    format!("{what} [{bar}] {done}/{total} {seconds} s")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bar_fills_up() {
        assert_eq!(line("reading", 0, 0, 7), "reading … 7 s");
        assert_eq!(line("writing", 50, 100, 2), format!("writing [{}{}] 50/100 2 s", "#".repeat(15), "-".repeat(15)));
        assert!(line("writing", 120, 100, 2).contains(&"#".repeat(30)));
    }
}
