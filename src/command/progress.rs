//! A progress bar on a terminal; prints nothing elsewhere.

use catalogue::progress::Progress;
use std::io::{IsTerminal, Write};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};
use tokio::task::JoinHandle;

/// Interval between updates of the bar.
const TICK: Duration = Duration::from_millis(100);
/// Time after which the bar is first displayed.
const DELAY: Duration = Duration::from_millis(500);
/// Width of the bar, in characters.
const WIDTH: u64 = 30;
/// Control sequence that returns to the start of the line and erases it.
const ERASE_LINE: &str = "\r\x1b[K";

/// The progress bar of one step of a command; erased when dropped.
pub(super) struct ProgressBar {
    progress: Arc<Progress>,
    drawing: Option<JoinHandle<()>>,
    /// Whether the step has ended. The lock is held while the bar is drawn.
    ended: Arc<Mutex<bool>>,
}

impl ProgressBar {
    /// Starts a step with `total` units; 0 when the total is unknown.
    pub(super) fn start(label: &str, total: u64) -> Self {
        let (progress, ended) = (Arc::new(Progress::of(total)), Arc::default());
        let drawing = std::io::stderr()
            .is_terminal()
            .then(|| tokio::spawn(draw(label.to_owned(), Arc::clone(&progress), Arc::clone(&ended))));
        Self { progress, drawing, ended }
    }

    pub(super) fn progress(&self) -> &Arc<Progress> {
        &self.progress
    }
}

impl Drop for ProgressBar {
    fn drop(&mut self) {
        if let Some(drawing) = self.drawing.take() {
            drawing.abort();
            *self.ended.lock().unwrap_or_else(PoisonError::into_inner) = true;
            let _ = write!(std::io::stderr(), "{ERASE_LINE}");
        }
    }
}

async fn draw(label: String, progress: Arc<Progress>, ended: Arc<Mutex<bool>>) {
    let start = Instant::now();
    tokio::time::sleep(DELAY).await;
    loop {
        {
            let ended = ended.lock().unwrap_or_else(PoisonError::into_inner);
            if *ended {
                return;
            }
            let line = line(&label, progress.now(), start.elapsed().as_secs());
            let _ = write!(std::io::stderr(), "{ERASE_LINE}{line}");
        }
        tokio::time::sleep(TICK).await;
    }
}

fn line(label: &str, (done, total): (u64, u64), seconds: u64) -> String {
    if total == 0 {
        return format!("{label} … {seconds} s");
    }
    let done = done.min(total);
    let filled = (done * WIDTH / total) as usize;
    let bar = format!("{}{}", "#".repeat(filled), "-".repeat(WIDTH as usize - filled));
    format!("{label} [{bar}] {} % {seconds} s", done * 100 / total)
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
