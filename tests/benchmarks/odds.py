"""Monte Carlo: 100,000 futures of 365 days and 10 assets, one barrier; beside plain numpy in float64.

Use: `python tests/benchmarks/odds.py [RUNS] [--dask]`. Plain: independent normals, correlated by one product, a
cumulated logarithm and its exponential, in chunks of the same size on one thread. Targets: at most 0.25 of it,
at most 60 MB above idle, the same result on one core, on two and on a cluster.
"""

import os

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import resource
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from statistics import median

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from desktop_app.engine.market import CHUNK, FatTailed, Normal
from desktop_app.engine.odds import Book, Odds, odds, on_all_cores, on_executor

FUTURES, DAYS, ASSETS = 100_000, 365, 10
CORRELATION = np.full((ASSETS, ASSETS), 0.6) + 0.4 * np.eye(ASSETS)
VOLATILITY = np.linspace(0.03, 0.05, ASSETS)
WEIGHTS = np.full((1, ASSETS), 1 / ASSETS)
MODEL = Normal(np.zeros(ASSETS), VOLATILITY, CORRELATION)
LTV, LEVEL = 0.5, 0.714


def book(loans: int) -> Book:
    """Return `loans` alike loans against all assets."""
    levels = np.full((1, loans), LEVEL)
    weights = np.repeat(WEIGHTS, loans, axis=0)
    return Book(weights, np.zeros_like(weights), np.full(loans, LTV), np.ones(loans), levels)


def plain() -> float:
    """Return the share of futures that reach the level, by plain numpy in float64."""
    random = np.random.default_rng(1)
    mixing = VOLATILITY[:, None] * np.linalg.cholesky(CORRELATION)
    reached = 0
    for first in range(0, FUTURES, CHUNK):
        width = min(CHUNK, FUTURES - first)
        logs, hit = np.zeros((ASSETS, width)), np.zeros(width, dtype=bool)
        for _ in range(DAYS):
            logs += mixing @ random.standard_normal((ASSETS, width))
            hit |= (LEVEL * (WEIGHTS @ np.exp(logs)) <= LTV)[0]
        reached += int(np.count_nonzero(hit))
    return reached / FUTURES


def ours(runner: object = on_all_cores, loans: int = 1, model: object = MODEL) -> Odds:
    """Return the odds by the program."""
    found = odds(model, book(loans), DAYS, FUTURES, 1, runner=runner)  # type: ignore[arg-type]
    assert found is not None
    return found


def timed(work) -> float:
    """Return the seconds that `work` takes."""
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


class Memory:
    """The most memory that the process uses while a block runs, in MB above what it used before."""

    def __enter__(self) -> "Memory":
        self.before = self._now()
        self.most = self.before
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._watch)
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        self._thread.join()
        self.above = (self.most - self.before) / 1e6

    def _now(self) -> int:
        return int(Path("/proc/self/statm").read_text().split()[1]) * resource.getpagesize()

    def _watch(self) -> None:
        while not self._over.wait(0.01):
            self.most = max(self.most, self._now())


def same(one: Odds, other: Odds) -> bool:
    """Tell whether two runs counted the same."""
    return one.loans == other.loans and bool((one.tally.peaks == other.tally.peaks).all())


def main() -> None:
    """Print the figures."""
    with Memory() as used:
        first = ours()
    runs = next((int(word) for word in sys.argv[1:] if word.isdigit()), 5)
    with ThreadPoolExecutor(1) as pool:
        alone = on_executor(pool, 1)
        base, one, all_cores = [], [], []
        for _ in range(runs):
            base.append(timed(plain))
            one.append(timed(lambda: ours(alone)))
            all_cores.append(timed(ours))
        ratios = [b / a for a, b in zip(base, one, strict=True)]
        print(f"{FUTURES} futures x {DAYS} days x {ASSETS} assets, {runs} runs, {os.cpu_count()} cores")
        print(f"plain chunked float64          {median(base):6.2f} s ({min(base):.2f} to {max(base):.2f})")
        print(
            f"ours, one thread               {median(one):6.2f} s, {median(ratios):.3f} of plain "
            f"({min(ratios):.3f} to {max(ratios):.3f}), target 0.25"
        )
        shared = [b / a for a, b in zip(base, all_cores, strict=True)]
        print(f"ours, all cores                {median(all_cores):6.2f} s, {median(shared):.3f} of plain")
        fat = FatTailed(np.zeros(ASSETS), VOLATILITY, CORRELATION)
        print(f"ours, fat tails, all cores     {timed(lambda: ours(model=fat)) / median(base):6.3f} of plain")
        print(f"ours, 200 loans, all cores     {timed(lambda: ours(loans=200)) / median(all_cores):6.1f} x one loan")
        print(f"memory above idle              {used.above:6.1f} MB, target 60")
        print(f"the same on one core and all   {same(first, ours(alone))}")
    share, error = first.loans[0][0].probability, first.loans[0][0].error
    print(f"odds {share:.4f} +- {error:.4f}, plain {plain():.4f}")
    if "--dask" in sys.argv:
        from distributed import Client, LocalCluster

        with (
            LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster,
            Client(cluster) as client,
        ):
            print(f"the same on a Dask cluster     {same(first, ours(on_executor(client.get_executor(), 2)))}")


if __name__ == "__main__":
    main()
