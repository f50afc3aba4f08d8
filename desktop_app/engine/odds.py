"""Odds of margin call and liquidation within a horizon: many futures of the market, each loan judged in every one."""

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[Any]
Counts = NDArray[np.int64]

# Futures are drawn in chunks, each from a generator of its own, so that a seed gives the same counts however
# many threads or machines share the work.
CHUNK = 8192
_HALF = CHUNK // 2
_TAU = np.float32(2 * np.pi)


class Model(Protocol):
    """Draws futures: for each step the logarithmic returns, shape (assets, `CHUNK`), float32.

    Column i + CHUNK/2 is the mirror of column i where `mirrored`.
    """

    mirrored: bool

    def steps(self, random: np.random.Generator, count: int) -> Iterator[Floats]:
        """Yield `count` steps of one day."""
        ...


@dataclass(frozen=True, slots=True)
class Normal:
    """Geometric Brownian motion: `drift` and `volatility` are daily and logarithmic, `correlation` is (n, n)."""

    drift: Floats
    volatility: Floats
    correlation: Floats
    mirrored: bool = True

    def steps(self, random: np.random.Generator, count: int) -> Iterator[Floats]:
        """Yield `count` steps of one day (Box-Muller normals, correlated by Cholesky's factor)."""
        mixed = _mixing(self.volatility, self.correlation)
        drift = self.drift.astype(np.float32)[:, None]
        for _ in range(count):
            shock = mixed @ _normals(random, len(drift), _HALF)
            yield np.concatenate((drift + shock, drift - shock), axis=1)


@dataclass(frozen=True, slots=True)
class FatTailed:
    """A multivariate Student t of `freedom` (> 2) degrees with the given daily volatility: crashes hit all at once."""

    drift: Floats
    volatility: Floats
    correlation: Floats
    freedom: float = 4.0
    mirrored: bool = True

    def steps(self, random: np.random.Generator, count: int) -> Iterator[Floats]:
        """Yield `count` steps of one day: correlated normals, each future's scaled by one chi-square."""
        mixed = _mixing(self.volatility * np.sqrt((self.freedom - 2) / self.freedom), self.correlation)
        drift = self.drift.astype(np.float32)[:, None]
        for _ in range(count):
            heavy = np.sqrt(self.freedom / random.chisquare(self.freedom, _HALF)).astype(np.float32)
            shock = (mixed @ _normals(random, len(drift), _HALF)) * heavy
            yield np.concatenate((drift + shock, drift - shock), axis=1)


@dataclass(frozen=True, slots=True)
class Blocks:
    """Days of history, drawn in runs of `length` so that crashes stay whole; `returns` is (days, assets).

    Circular block bootstrap: Politis and Romano, 1992.
    """

    returns: Floats
    length: int = 10
    mirrored: bool = False

    def steps(self, random: np.random.Generator, count: int) -> Iterator[Floats]:
        """Yield `count` steps of one day."""
        table = self.returns.astype(np.float32)
        days = np.zeros(CHUNK, dtype=np.int64)
        for step in range(count):
            days = random.integers(0, len(table), CHUNK) if step % self.length == 0 else (days + 1) % len(table)
            yield np.ascontiguousarray(table[days].T)


def _mixing(volatility: Floats, correlation: Floats) -> Floats:
    found: Floats = (volatility[:, None] * np.linalg.cholesky(correlation)).astype(np.float32)
    return found


def _normals(random: np.random.Generator, rows: int, columns: int) -> Floats:
    """Return standard normals in float32, two of each pair of uniforms (Box and Muller, 1958)."""
    pairs = (columns + 1) // 2
    radius = np.sqrt(np.float32(-2) * np.log1p(-random.random((rows, pairs), dtype=np.float32)))
    angle = random.random((rows, pairs), dtype=np.float32) * _TAU
    return np.concatenate((radius * np.cos(angle), radius * np.sin(angle)), axis=1)[:, :columns]


@dataclass(frozen=True, slots=True)
class Book:
    """The loans that are judged, in float: row i is loan i.

    `pledged` and `owed` are values now by asset, shape (loans, assets), pledged ones as they count; `cash` is
    debt whose price stands still, `growth` the factor by which debt grows a day, each of shape (loans,);
    `levels` are LTVs, shape (levels, loans): infinite where a loan has no such level.
    """

    pledged: Floats
    owed: Floats
    cash: Floats
    growth: Floats
    levels: Floats


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts over futures: `first` reached on each day, shape (levels, loans, days); `pairs` in both mirrors.

    `any_first` counts the futures in which any loan reaches the level that day, shape (levels, days).
    """

    futures: int
    first: Counts
    pairs: Counts
    any_first: Counts
    any_pairs: Counts

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(
            self.futures + other.futures,
            self.first + other.first,
            self.pairs + other.pairs,
            self.any_first + other.any_first,
            self.any_pairs + other.any_pairs,
        )


def run_chunk(model: Model, book: Book, days: int, seed: int, chunk: int) -> Tally:
    """Return the tally of one chunk of futures; the same for the same seed and chunk wherever it runs."""
    random = np.random.Generator(np.random.SFC64(np.random.SeedSequence(seed, spawn_key=(chunk,))))
    levels, loans = book.levels.shape
    pledged, owed = book.pledged.astype(np.float32), book.owed.astype(np.float32)
    has_coin_debt = bool(owed.any())
    cash = book.cash.astype(np.float64)
    prices = np.ones((pledged.shape[1], CHUNK), dtype=np.float32)
    hit = np.zeros((levels, loans, CHUNK), dtype=bool)
    first = np.zeros((levels, loans, days), dtype=np.int64)
    any_hit = np.zeros((levels, CHUNK), dtype=bool)
    any_first = np.zeros((levels, days), dtype=np.int64)
    for day, returns in enumerate(model.steps(random, days)):
        prices *= np.exp(returns)
        value = pledged @ prices
        grown = book.growth ** (day + 1)
        debt = (cash * grown).astype(np.float32)[:, None]
        if has_coin_debt:
            debt = debt + (owed @ prices) * grown.astype(np.float32)[:, None]
        for level in range(levels):
            reached = debt >= book.levels[level].astype(np.float32)[:, None] * value
            fresh = reached & ~hit[level]
            first[level, :, day] = np.count_nonzero(fresh, axis=1)
            hit[level] |= fresh
            some = fresh.any(axis=0) & ~any_hit[level]
            any_first[level, day] = np.count_nonzero(some)
            any_hit[level] |= some
    pairs = np.count_nonzero(hit[:, :, :_HALF] & hit[:, :, _HALF:], axis=2)
    any_pairs = np.count_nonzero(any_hit[:, :_HALF] & any_hit[:, _HALF:], axis=1)
    return Tally(CHUNK, first, pairs.astype(np.int64), any_first, any_pairs.astype(np.int64))


@dataclass(frozen=True, slots=True)
class Chance:
    """The probability of reaching a level, its standard error, and the share that reached it by each day."""

    probability: float
    error: float
    by_day: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Odds:
    """What was found: chances by level and loan, of any loan by level, from how many futures, with which seed."""

    seed: int
    futures: int
    loans: tuple[tuple[Chance, ...], ...]
    any_loan: tuple[Chance, ...]


# Runs the function for each chunk, in any order, and yields the tallies.
Runner = Callable[[Callable[[int], Tally], Iterable[int]], Iterable[Tally]]


def on_all_cores(run: Callable[[int], Tally], chunks: Iterable[int]) -> Iterator[Tally]:
    """Yield the tallies of `chunks` from one thread a core: numpy leaves the interpreter free meanwhile."""
    with ThreadPoolExecutor(os.cpu_count() or 1) as pool:
        yield from pool.map(run, chunks)


def odds(
    model: Model,
    book: Book,
    days: int,
    futures: int,
    seed: int,
    runner: Runner = on_all_cores,
    go_on: Callable[[float], bool] = lambda done: True,
) -> Odds | None:
    """Return the odds over `days` from at least `futures` futures (rounded up to whole chunks).

    `go_on` is told the share that is done after each chunk; where it says no, None is returned.
    """
    chunks = max(1, -(-futures // CHUNK))
    total: Tally | None = None
    for number, tally in enumerate(runner(lambda chunk: run_chunk(model, book, days, seed, chunk), range(chunks)), 1):
        total = tally if total is None else total + tally
        if not go_on(number / chunks):
            return None
    assert total is not None
    levels, loans = book.levels.shape
    return Odds(
        seed,
        total.futures,
        tuple(
            tuple(
                _chance(total.first[level, loan], int(total.pairs[level, loan]), total.futures, model.mirrored)
                for loan in range(loans)
            )
            for level in range(levels)
        ),
        tuple(
            _chance(total.any_first[level], int(total.any_pairs[level]), total.futures, model.mirrored)
            for level in range(levels)
        ),
    )


def _chance(first: Sequence[int] | Counts, pairs: int, futures: int, mirrored: bool) -> Chance:
    """Return the chance with its error; mirrored futures count by pairs, as two of a pair are not independent."""
    reached = np.cumsum(first)
    share = float(reached[-1]) / futures
    if mirrored:
        halves = futures / 2
        mean_square = (float(reached[-1]) + 2 * pairs) / 4 / halves
        variance = max(0.0, mean_square - share * share) / (halves - 1)
    else:
        variance = share * (1 - share) / (futures - 1)
    return Chance(share, float(np.sqrt(variance)), tuple((reached / futures).tolist()))
