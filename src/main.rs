mod command { pub mod check; }
fn main() -> std::process::ExitCode { let o = std::env::args().nth(1).map_or(catalogue::folder::Origin::Shipped, |d| catalogue::folder::Origin::Folder(d.into())); command::check::run(&o) }
