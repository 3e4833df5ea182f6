"""Run the registered benchmarks: ``python -m bench [WORD] [--repeats N]``."""

import argparse
import importlib
import pkgutil

from bench import cases
from bench.measure import sweep
from bench.registry import REGISTRY


def main() -> None:
    """Measure and print one line for each question, size and rival."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=main.__doc__)
    parser.add_argument("only", nargs="?", default="", help="questions that contain this word")
    parser.add_argument("--repeats", type=int, default=5, help="timed calls a line (default 5)")
    options = parser.parse_args()
    for module in pkgutil.iter_modules(cases.__path__, prefix=f"{cases.__name__}."):
        importlib.import_module(module.name)
    print(f"{'question':<24}{'name':<24}{'size':>9}{'median s':>12}{'peak MiB':>10}{'ratio':>8}")
    for row in sweep(REGISTRY, repeats=options.repeats, only=options.only):
        ratio = "–" if row.ratio is None else f"{row.ratio:.2f}"
        print(
            f"{row.question:<24}{row.name:<24}{row.size:>9}{row.seconds:>12.6f}"
            f"{row.peak_mib:>10.2f}{ratio:>8}",
            flush=True,
        )


if __name__ == "__main__":
    main()
