//! How far a long command is, as a bar on a terminal; silent elsewhere.

use catalogue::progress::Progress;
use std::io::{IsTerminal, Write};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};
use tokio::task::JoinHandle;

/// How often the line is drawn.
const TICK: Duration = Duration::from_millis(100);
/// What is done sooner shows nothing.
const PATIENCE: Duration = Duration::from_millis(500);
/// Width of the bar, in characters.
const WIDTH: u64 = 30;
/// To the start of the line, and wipes it.
const WIPE: &str = "\r\x1b[K";

/// One step of a command; its line is wiped when this is dropped.
pub(super) struct Bar {
    progress: Arc<Progress>,
    drawing: Option<JoinHandle<()>>,
    /// Held while a line is drawn; whether the step has ended.
    ended: Arc<Mutex<bool>>,
}

impl Bar {
    /// Begins a step that counts up to `total`, 0 when that is not known yet.
    pub(super) fn start(what: &str, total: u64) -> Self {
        let (progress, ended) = (Arc::new(Progress::of(total)), Arc::default());
        let drawing = std::io::stderr()
            .is_terminal()
            .then(|| tokio::spawn(draw(what.to_owned(), Arc::clone(&progress), Arc::clone(&ended))));
        Self { progress, drawing, ended }
    }

    /// What the step counts with.
    pub(super) fn progress(&self) -> &Arc<Progress> {
        &self.progress
    }
}

impl Drop for Bar {
    fn drop(&mut self) {
        if let Some(drawing) = self.drawing.take() {
            drawing.abort();
            *self.ended.lock().unwrap_or_else(PoisonError::into_inner) = true;
            let _ = write!(std::io::stderr(), "{WIPE}");
        }
    }
}

async fn draw(what: String, progress: Arc<Progress>, ended: Arc<Mutex<bool>>) {
    let start = Instant::now();
    tokio::time::sleep(PATIENCE).await;
    loop {
        {
            let ended = ended.lock().unwrap_or_else(PoisonError::into_inner);
            if *ended {
                return;
            }
            let line = line(&what, progress.now(), start.elapsed().as_secs());
            let _ = write!(std::io::stderr(), "{WIPE}{line}");
        }
        tokio::time::sleep(TICK).await;
    }
}

fn line(what: &str, (done, total): (u64, u64), seconds: u64) -> String {
    if total == 0 {
        return format!("{what} … {seconds} s");
    }
    let done = done.min(total);
    let filled = (done * WIDTH / total) as usize;
    let bar = format!("{}{}", "#".repeat(filled), "-".repeat(WIDTH as usize - filled));
    format!("{what} [{bar}] {} % {seconds} s", done * 100 / total)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bar_fills_up() {
        assert_eq!(line("reading", (0, 0), 7), "reading … 7 s");
        assert_eq!(line("writing", (50, 100), 2), format!("writing [{}{}] 50 % 2 s", "#".repeat(15), "-".repeat(15)));
        assert_eq!(line("writing", (120, 100), 2), format!("writing [{}] 100 % 2 s", "#".repeat(30)));
    }
}
