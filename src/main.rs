//! The program: everything is in the library; here it only starts and ends.

use std::process::ExitCode;

fn main() -> ExitCode {
    cutroom::cli::main()
}
