//! Speed of the service beside yardsticks in the same run: bare Tantivy that does the work of a search, and axum alone.
//!
//! `cargo build --profile dist --workspace && target/dist/performance --generator ../shared/bench --sizes 10000`
//!
//! The records are imported through the command line of the program. Runs of the service and of the yardsticks take
//! turns, so that only their ratios matter. Needs `python3` for the generator and `wrk`.

use anyhow::{Context, ensure};
use bench::client::Client;
use bench::generated::{convert, request_path};
use bench::load::{Load, Measured, median};
use bench::service::{TempDataDir, command, printed_address, program, start, total};
use clap::Parser;
use std::fmt::Write as _;
use std::fs::File;
use std::io::{BufRead, BufReader, BufWriter, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Instant;
use tokio::process::Child;

/// Numbers of concurrent connections.
const CONNECTIONS: [usize; 3] = [1, 8, 32];

/// Measures the service beside yardsticks.
#[derive(Parser)]
struct Arguments {
    /// The folder with `generate.py` and `queries.jsonl` of the bench data.
    #[arg(long)]
    generator: PathBuf,
    /// Numbers of records.
    #[arg(long, value_delimiter = ',', default_values_t = [10_000])]
    sizes: Vec<usize>,
    /// Seconds of each run of `wrk`.
    #[arg(long, default_value_t = 4)]
    seconds: u64,
    /// Runs of each; the median counts.
    #[arg(long, default_value_t = 3)]
    rounds: usize,
    /// The program [default: the one built beside this].
    #[arg(long)]
    program: Option<PathBuf>,
    /// The file whose table is replaced [default: standard output].
    #[arg(long)]
    output: Option<PathBuf>,
}

#[tokio::main]
#[expect(clippy::print_stdout, reason = "the figures are the program's answer")]
async fn main() -> anyhow::Result<()> {
    let arguments = Arguments::parse();
    let folder = TempDataDir::new()?;
    let mut report = machine();
    for size in &arguments.sizes {
        report.push_str(&measure(&arguments, &folder.0, *size).await?);
    }
    match &arguments.output {
        None => println!("{report}"),
        Some(file) => replace_table(file, &report)?,
    }
    Ok(())
}

/// Where and with what the figures were measured.
fn machine() -> String {
    let read = |file: &str| std::fs::read_to_string(file).unwrap_or_default();
    let field = |text: &str, name: &str| {
        let line = text.lines().find_map(|line| line.strip_prefix(name)).map(str::to_owned).unwrap_or_default();
        line.trim_start_matches([' ', '\t', ':']).to_owned()
    };
    let processors = std::thread::available_parallelism().map_or(0, std::num::NonZero::get);
    let commit = Command::new("git").args(["rev-parse", "--short", "HEAD"]).output();
    let commit = commit.map(|output| String::from_utf8_lossy(&output.stdout).trim().to_owned()).unwrap_or_default();
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    format!(
        "{processors} processors ({}), {} of memory; commit {commit}; `performance {}`\n",
        field(&read("/proc/cpuinfo"), "model name"),
        field(&read("/proc/meminfo"), "MemTotal"),
        arguments.join(" ")
    )
}

/// A running server with its address.
struct Server {
    process: Child,
    address: String,
}

impl Server {
    fn memory(&self) -> String {
        let process = self.process.id().unwrap_or_default();
        let status = std::fs::read_to_string(format!("/proc/{process}/status")).unwrap_or_default();
        let mebibytes = |name: &str| {
            let line = status.lines().find_map(|line| line.strip_prefix(name)).unwrap_or_default();
            line.trim().trim_end_matches(" kB").trim().parse::<u64>().unwrap_or_default() >> 10
        };
        format!("{} ({})", mebibytes("VmRSS:"), mebibytes("RssAnon:"))
    }
}

async fn measure(arguments: &Arguments, folder: &Path, size: usize) -> anyhow::Result<String> {
    let program = arguments.program.clone().map_or_else(program, Ok)?;
    let bare = std::env::current_exe()?.with_file_name("bare");
    let inputs = Inputs::make(&arguments.generator, folder, size)?;
    let data = folder.join(format!("data-{size}"));
    std::fs::create_dir_all(&data)?;

    // The import, until a search finds the records.
    let (process, address) = start(&program, &data).await?;
    let mut ours = Server { process, address };
    let mut client = Client::connect(&ours.address, None).await?;
    let before = total(&mut client).await?;
    let begun = Instant::now();
    let import = data.clone();
    let (importer, records) = (program.clone(), inputs.records.display().to_string());
    tokio::task::spawn_blocking(move || command(&importer, &import, &["import", &records])).await??;
    let stored = begun.elapsed().as_secs_f64();
    while total(&mut client).await? < before + size as u64 {
        tokio::time::sleep(std::time::Duration::from_millis(20)).await;
    }
    let searchable = begun.elapsed().as_secs_f64();
    drop(client);
    stop(&mut ours).await?;

    // The start with a used data directory.
    let begun = Instant::now();
    let (process, address) = start(&program, &data).await?;
    let mut ours = Server { process, address };
    let mut client = Client::connect(&ours.address, None).await?;
    let first = format!("{}&related=0", inputs.paths.first().context("a query")?);
    let (status, _) = client.send("GET", &first, "", "").await?;
    ensure!(status == 200, "the first search got {status}");
    let first_answer = begun.elapsed().as_secs_f64() * 1_000.0;

    let index = folder.join(format!("bare-{size}"));
    let built = Command::new(&bare).arg("build").arg(&index).stdin(File::open(&inputs.generated)?).output()?;
    ensure!(built.status.success(), "the yardstick: {}", String::from_utf8_lossy(&built.stderr));
    let mut yardstick = start_bare(&bare, &index).await?;

    let mut report = format!("\n## {size} records\n");
    let (hits, bytes) = weigh(&ours.address, inputs.paths.iter().map(|path| ("GET", path.as_str(), ""))).await?;
    let (bare_hits, bare_bytes) =
        weigh(&yardstick.address, inputs.bodies.iter().map(|body| ("POST", "/search", body.as_str()))).await?;
    writeln!(
        report,
        "Hits for a query: ours {hits:.0}, bare Tantivy {bare_hits:.0}; size of an answer: {:.1} and {:.1} kB.\n",
        bytes / 1_000.0,
        bare_bytes / 1_000.0
    )?;
    writeln!(report, "| | c=1 p50 / p99 ms | c=1 /s | c=8 p50 / p99 ms | c=8 /s | c=32 p50 / p99 ms | c=32 /s |")?;
    writeln!(report, "|---|--:|--:|--:|--:|--:|--:|")?;
    let (full, plain, bodies, hello) = (
        inputs.write("paths.txt", &inputs.paths)?,
        inputs.write("plain.txt", &inputs.plain_paths())?,
        inputs.write("bodies.jsonl", &inputs.bodies)?,
        inputs.write("hello.txt", &["/hello".to_owned()])?,
    );
    let of_ours = |requests| Load { address: ours.address.clone(), requests, is_post: false };
    let loads = [
        ("ours", of_ours(full.as_path())),
        ("ours, literal, without related", of_ours(plain.as_path())),
        ("bare Tantivy", Load { address: format!("{}/search", yardstick.address), requests: &bodies, is_post: true }),
        ("axum alone", Load { address: yardstick.address.clone(), requests: &hello, is_post: false }),
    ];
    let measured = alternate(&loads, arguments)?;
    for ((name, _), by_connections) in loads.iter().zip(&measured) {
        write!(report, "| {name} ")?;
        for Measured { rate, p50, p99, .. } in by_connections {
            write!(report, "| {p50:.2} / {p99:.1} | {rate:.0} ")?;
        }
        writeln!(report, "|")?;
    }
    for (name, at) in [("ours / bare", 0), ("literal / bare", 1)] {
        write!(report, "| **{name}** ")?;
        for (ours, bare) in measured[at].iter().zip(&measured[2]) {
            let (p50, p99, rate) = (ours.p50 / bare.p50, ours.p99 / bare.p99, ours.rate / bare.rate);
            write!(report, "| {p50:.2} / {p99:.2} | {rate:.3} ")?;
        }
        writeln!(report, "|")?;
    }
    let disk = disk_usage(&data)? as f64 / (before as f64 + size as f64);
    writeln!(
        report,
        "\nImport: in the database after {stored:.1} s, searchable after {searchable:.1} s ({:.0} records/s). Start of a \
         used data directory to the first answer: {first_answer:.0} ms. Memory while serving, MiB (anonymous): {}; bare \
         Tantivy {}. Disk: {disk:.0} bytes a record, store and index.",
        size as f64 / searchable,
        ours.memory(),
        yardstick.memory()
    )?;
    stop(&mut ours).await?;
    stop(&mut yardstick).await?;
    Ok(report)
}

/// Runs all loads in turn; the medians by load and number of connections.
fn alternate(loads: &[(&str, Load<'_>)], arguments: &Arguments) -> anyhow::Result<Vec<Vec<Measured>>> {
    let mut all: Vec<Vec<Vec<Measured>>> = vec![vec![Vec::new(); CONNECTIONS.len()]; loads.len()];
    // The first round warms and is not counted.
    for round in 0..=arguments.rounds {
        for (at, connections) in CONNECTIONS.into_iter().enumerate() {
            for ((name, load), measured) in loads.iter().zip(&mut all) {
                let run = load.run(connections, arguments.seconds)?;
                ensure!(run.failed == 0, "{name}: {} answers failed", run.failed);
                if round > 0 {
                    measured[at].push(run);
                }
            }
        }
    }
    let of = |runs: &[Measured], figure: fn(&Measured) -> f64| median(runs.iter().map(figure).collect());
    let of_runs = |runs: &Vec<Measured>| Measured {
        rate: of(runs, |run| run.rate),
        p50: of(runs, |run| run.p50),
        p99: of(runs, |run| run.p99),
        failed: 0,
    };
    Ok(all.iter().map(|by_connections| by_connections.iter().map(of_runs).collect()).collect())
}

/// The files of one size.
struct Inputs {
    folder: PathBuf,
    /// Records of the generator.
    generated: PathBuf,
    /// Records of the catalogue.
    records: PathBuf,
    /// Queries as paths of the service.
    paths: Vec<String>,
    /// Queries as bodies of the yardstick.
    bodies: Vec<String>,
}

impl Inputs {
    fn make(generator: &Path, folder: &Path, size: usize) -> anyhow::Result<Self> {
        let generated = folder.join(format!("generated-{size}.jsonl"));
        let made = Command::new("python3")
            .arg(generator.join("generate.py"))
            .args(["--seed", "1", "--count", &size.to_string(), "--out"])
            .arg(&generated)
            .stdin(Stdio::null())
            .output()
            .context("python3 does not run")?;
        ensure!(made.status.success(), "the generator: {}", String::from_utf8_lossy(&made.stderr));
        let records = folder.join(format!("records-{size}.jsonl"));
        let mut out = BufWriter::new(File::create(&records)?);
        for line in BufReader::new(File::open(&generated)?).lines() {
            writeln!(out, "{}", convert(&line?)?)?;
        }
        out.flush()?;
        let bodies: Vec<String> =
            BufReader::new(File::open(generator.join("queries.jsonl"))?).lines().collect::<Result<_, _>>()?;
        let paths = bodies.iter().map(|line| request_path(line)).collect::<anyhow::Result<_>>()?;
        Ok(Self { folder: folder.to_owned(), generated, records, paths, bodies })
    }

    /// The queries without detected filters, expansions and related records: all words are asked for.
    fn plain_paths(&self) -> Vec<String> {
        self.paths.iter().map(|path| format!("{path}&interpret=false&related=0")).collect()
    }

    fn write(&self, name: &str, lines: &[String]) -> anyhow::Result<PathBuf> {
        let file = self.folder.join(name);
        std::fs::write(&file, lines.join("\n") + "\n")?;
        Ok(file)
    }
}

async fn start_bare(bare: &Path, index: &Path) -> anyhow::Result<Server> {
    let mut process =
        tokio::process::Command::new(bare).arg("serve").arg(index).stdout(Stdio::piped()).kill_on_drop(true).spawn()?;
    let address = printed_address(&mut process).await?;
    Ok(Server { process, address })
}

/// Ends a server, the service as an operator does.
async fn stop(server: &mut Server) -> anyhow::Result<()> {
    let process = server.process.id().context("a process")?.to_string();
    let ended = Command::new("kill").args(["-TERM", &process]).status()?;
    ensure!(ended.success(), "the process {process} cannot be ended");
    server.process.wait().await?;
    Ok(())
}

/// Mean number of hits, and mean size of an answer in bytes; requests are methods, paths and bodies.
async fn weigh<'r>(
    address: &str,
    requests: impl ExactSizeIterator<Item = (&'r str, &'r str, &'r str)>,
) -> anyhow::Result<(f64, f64)> {
    let mut client = Client::connect(address, None).await?;
    let (number, mut hits, mut bytes) = (requests.len() as f64, 0.0, 0.0);
    for (method, path, body) in requests {
        let (_, answer) = client.send(method, path, "", body).await?;
        hits += answer["total"].as_f64().context("a total")?;
        bytes += answer.to_string().len() as f64;
    }
    Ok((hits / number, bytes / number))
}

/// Size of all files of a folder in bytes.
fn disk_usage(folder: &Path) -> std::io::Result<u64> {
    let mut bytes = 0;
    for entry in std::fs::read_dir(folder)? {
        let entry = entry?;
        let metadata = entry.metadata()?;
        bytes += if metadata.is_dir() { disk_usage(&entry.path())? } else { metadata.len() };
    }
    Ok(bytes)
}

/// Replaces what is between the marks of the table in a document.
fn replace_table(file: &Path, report: &str) -> anyhow::Result<()> {
    const BEGIN: &str = "<!-- performance: begin -->\n";
    const END: &str = "<!-- performance: end -->";
    let text = std::fs::read_to_string(file)?;
    let (before, rest) = text.split_once(BEGIN).context("the document has no mark for the table")?;
    let (_, after) = rest.split_once(END).context("the document has no mark for the end of the table")?;
    Ok(std::fs::write(file, format!("{before}{BEGIN}{report}{END}{after}"))?)
}
