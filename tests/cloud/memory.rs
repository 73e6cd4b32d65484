//! Memory stays flat, however large the file.

use std::fs::File;
use std::io::Write;
use std::time::Duration;

use super::program::{Who, cutroom};
use crate::server::Server;
use crate::support::World;

/// The product's limit, exactly.
const LARGE: u64 = 500_000_000;
const SMALL: u64 = 1000;
/// What a file of any size may take: pieces on their way, buffers of the connection.
const MOST_MB: u64 = 30;
/// Longer than it takes anywhere; reached only where the test fails.
const DEADLINE: Duration = Duration::from_secs(120);

/// A film by its first bytes, and nothing after them; it takes no room on the disk.
fn film(world: &World, name: &str, size: u64) {
    let mut file = File::create(world.path(name)).expect("ours");
    file.write_all(b"\0\0\0\x18ftypisom\0\0\x02\0isommp41").expect("written");
    file.set_len(size).expect("a sparse file");
}

/// The most memory that the program had in use by the time it had sent a file, in MB.
async fn most_in_use(size: u64) -> u64 {
    let (world, server) = (World::new(), Server::start().await);
    server.world().drain_uploads = true;
    let everything = tokio::sync::Semaphore::MAX_PERMITS;
    server.upload_gate.forget_permits(everything);
    film(&world, "film.mp4", size);
    let mut command = cutroom(&world, &server, Who::Token("nmv_usr_x"), &["upload", "film.mp4"]);
    command.stderr(std::process::Stdio::null());
    let mut child = tokio::process::Command::from(command).spawn().expect("the program starts");
    let drained = tokio::time::timeout(DEADLINE, server.drained.acquire()).await;
    drained.expect("it is sent in time").expect("a gate").forget();
    let process = child.id().expect("it waits for the answer");
    let status = std::fs::read_to_string(format!("/proc/{process}/status")).expect("it runs");
    server.upload_gate.add_permits(1);
    let ended = tokio::time::timeout(DEADLINE, child.wait()).await.expect("an end");
    assert!(ended.expect("an exit code").success());
    let (_, sent) = server.world().uploads[0].clone();
    assert!(sent as u64 > size, "the file and what is around it: {sent}");
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).expect("a figure");
    let kilobytes: u64 = line.trim().trim_end_matches(" kB").parse().expect("a number");
    kilobytes / 1024
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_file_of_500_mb_takes_no_more_memory_than_a_small_one() {
    let small = most_in_use(SMALL).await;
    let large = most_in_use(LARGE).await;
    assert!(large < small + MOST_MB, "{large} MB, and {small} MB for a small file");
}
