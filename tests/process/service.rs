//! Runs the service and commands as processes.

use serde_json::Value;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

/// Maximum duration of a request or a wait.
const DEADLINE: Duration = Duration::from_mins(1);
/// Polling interval.
const POLL: Duration = Duration::from_millis(20);
/// Maximum duration of a shutdown.
const SHUTDOWN: Duration = Duration::from_secs(5);

/// The command of the program with a data directory.
pub(crate) fn command(data: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_insatskatalog"));
    command.args(["--data-dir"]).arg(data).env_remove("RUST_LOG");
    command
}

/// Runs a command until it exits. Returns exit code, standard output and standard error.
pub(crate) fn finished(command: &mut Command) -> (i32, String, String) {
    let output = command.stdin(Stdio::null()).output().expect("the program runs");
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    (output.status.code().unwrap_or(-1), text(&output.stdout), text(&output.stderr))
}

/// A free port.
pub(crate) fn free_port() -> u16 {
    TcpListener::bind("127.0.0.1:0").and_then(|l| l.local_addr()).expect("a free port").port()
}

/// A running service; [`Service::stop`] or [`Service::kill`] ends it.
pub(crate) struct Service {
    child: Child,
    address: String,
    log: Arc<Mutex<String>>,
    reader: Option<std::thread::JoinHandle<()>>,
}

impl Service {
    pub(crate) fn start(data: &Path) -> Self {
        Self::start_with(data, &["--listen", "127.0.0.1:0"], true)
    }

    pub(crate) fn start_with(data: &Path, arguments: &[&str], subcommand: bool) -> Self {
        let mut command = command(data);
        if subcommand {
            command.arg("serve");
        }
        command.args(arguments);
        Self::start_command(command)
    }

    /// Starts a command that serves requests.
    pub(crate) fn start_command(mut command: Command) -> Self {
        let mut child = command
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program starts");
        let log = Arc::new(Mutex::new(String::new()));
        let (errors, kept) = (child.stderr.take().expect("standard error"), Arc::clone(&log));
        let reader = std::thread::spawn(move || {
            for line in BufReader::new(errors).lines().map_while(Result::ok) {
                let mut log = kept.lock().unwrap();
                log.push_str(&line);
                log.push('\n');
            }
        });
        let mut first = String::new();
        BufReader::new(child.stdout.take().expect("standard output")).read_line(&mut first).expect("a first line");
        let address = first.trim().strip_prefix("listening on http://").map(str::to_owned);
        let address = address.unwrap_or_else(|| panic!("no address in {first:?}: {}", log.lock().unwrap()));
        Self { child, address, log, reader: Some(reader) }
    }

    pub(crate) fn address(&self) -> String {
        self.address.clone()
    }

    /// Sends a `GET`. Returns status and JSON body; `null` for a body that is not JSON.
    pub(crate) fn get(&self, path: &str) -> (u16, Value) {
        self.send("GET", path, "", "")
    }

    /// Like [`Self::get`], with a method, headers (each with its line end) and a body.
    pub(crate) fn send(&self, method: &str, path: &str, headers: &str, body: &str) -> (u16, Value) {
        let (status, body) = self.send_text(method, path, headers, body);
        (status, serde_json::from_str(&body).unwrap_or(Value::Null))
    }

    /// Like [`Self::send`], with the body as text.
    pub(crate) fn send_text(&self, method: &str, path: &str, headers: &str, body: &str) -> (u16, String) {
        let mut stream = TcpStream::connect(&self.address).expect("a connection");
        stream.set_read_timeout(Some(DEADLINE)).expect("a deadline");
        let length = body.len();
        let request = format!(
            "{method} {path} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n{headers}Content-Length: {length}\r\n\r\n{body}",
            self.address
        );
        stream.write_all(request.as_bytes()).expect("a request");
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).expect("an answer");
        let answer = String::from_utf8_lossy(&answer).into_owned();
        let status = answer.split(' ').nth(1).and_then(|s| s.parse().ok()).expect("a status");
        let (head, body) = answer.split_once("\r\n\r\n").expect("a body");
        let body =
            if head.to_lowercase().contains("transfer-encoding: chunked") { unchunk(body) } else { body.to_owned() };
        (status, body)
    }

    /// Polls a condition. Panics when it is not met before the deadline.
    pub(crate) fn wait_until(&self, holds: impl Fn(&Self) -> bool) {
        let start = Instant::now();
        while !holds(self) {
            assert!(start.elapsed() < DEADLINE, "the condition was not met: {}", self.log.lock().unwrap());
            std::thread::park_timeout(POLL);
        }
    }

    pub(crate) fn wait_for_log(&self, part: &str) {
        self.wait_until(|s| s.log.lock().unwrap().contains(part));
    }

    /// Sends SIGHUP.
    pub(crate) fn hang_up(&self) {
        let id = self.child.id().to_string();
        assert!(Command::new("kill").args(["-HUP", &id]).status().expect("kill runs").success());
    }

    /// Sends SIGTERM, expects a successful exit within the limit, and returns the log.
    pub(crate) fn stop(mut self) -> String {
        let asked = Instant::now();
        let id = self.child.id().to_string();
        assert!(Command::new("kill").args(["-TERM", &id]).status().expect("kill runs").success());
        let status = loop {
            if let Some(status) = self.child.try_wait().expect("a status") {
                break status;
            }
            assert!(asked.elapsed() < SHUTDOWN, "it does not end");
            std::thread::park_timeout(POLL);
        };
        self.reader.take().map(std::thread::JoinHandle::join);
        let log = self.log.lock().unwrap().clone();
        assert!(status.success(), "{status}: {log}");
        log
    }

    /// Sends SIGKILL.
    pub(crate) fn kill(mut self) {
        self.child.kill().expect("it runs");
        self.child.wait().expect("it ends");
    }
}

impl Drop for Service {
    fn drop(&mut self) {
        // A failed test must leave no process running.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn unchunk(body: &str) -> String {
    let (mut rest, mut out) = (body, String::new());
    while let Some((size, after)) = rest.split_once("\r\n") {
        let size = usize::from_str_radix(size.trim(), 16).unwrap_or(0);
        if size == 0 || size > after.len() {
            break;
        }
        out.push_str(&after[..size]);
        rest = after[size..].trim_start_matches("\r\n");
    }
    out
}
