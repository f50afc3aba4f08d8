"""Odds of margin call and liquidation within a horizon: many futures of the market, each loan judged in every one."""

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from typing import Any

import numpy as np
from numpy.typing import NDArray

from desktop_app.engine.market import CHUNK, HALF, Floats, Model

Counts = NDArray[np.int64]

# The scale on which LTVs are counted: even steps of their logarithm, everything beyond its ends in the outermost.
_LEAST, _MOST = np.log(0.01), np.log(100.0)
PEAK_BINS, FAN_BINS = 2048, 512
_AHEAD = 2


@dataclass(frozen=True, slots=True)
class Reserve:
    """What is set aside, in float: `steady` value that stands still, `moving` values by asset, shape (assets,).

    When a loan's first level is reached at the end of a day, its debt is repaid down to `targets` (loans,) as
    far as the reserve goes; loans are served in the order of `order`.
    """

    steady: float
    moving: Floats
    targets: Floats
    order: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Book:
    """The loans that are judged, in float: row i is loan i.

    `pledged` and `owed` are values now by asset, shape (loans, assets), pledged ones as they count; `cash` is
    debt whose price stands still, `growth` the factor by which debt grows a day, each of shape (loans,);
    `levels` are LTVs, shape (levels, loans): infinite where a loan has no such level. With a `reserve` the
    first level is judged before it repays and the others after. `fan` names the loans whose LTV is counted
    day by day.
    """

    pledged: Floats
    owed: Floats
    cash: Floats
    growth: Floats
    levels: Floats
    reserve: Reserve | None = None
    fan: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts over futures.

    `reached` counts those that reached a level by each day, shape (levels, loans, days), `pairs` those in which
    both mirrors did; `any_reached` (levels, days) and `any_pairs` count futures in which any loan did. `peaks`
    counts the highest LTV of the horizon by step of its scale, shape (loans, `PEAK_BINS`), `fans` the LTV of
    the loans of the fan, shape (loans in it, days, `FAN_BINS`). `spent` counts futures that used up the reserve.
    """

    futures: int
    reached: Counts
    pairs: Counts
    any_reached: Counts
    any_pairs: Counts
    peaks: Counts
    fans: Counts
    spent: int

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(
            self.futures + other.futures,
            self.reached + other.reached,
            self.pairs + other.pairs,
            self.any_reached + other.any_reached,
            self.any_pairs + other.any_pairs,
            self.peaks + other.peaks,
            self.fans + other.fans,
            self.spent + other.spent,
        )


class _Loans:
    """The loans of a book on their way through one chunk of futures."""

    def __init__(self, book: Book) -> None:
        self.levels = book.levels.astype(np.float32)
        self.reserve = book.reserve
        self._pledged, self._owed = book.pledged.astype(np.float32), book.owed.astype(np.float32)
        self._cash, self._growth = book.cash, book.growth
        self._has_coin_debt = bool(self._owed.any())
        loans = len(self._cash)
        self.ltv = np.zeros((loans, CHUNK), dtype=np.float32)
        peaks = np.zeros((loans, CHUNK), dtype=np.float32)
        later = np.zeros((loans, CHUNK), dtype=np.float32) if self.reserve is not None else peaks
        # The highest LTV so far by level: the first one's before the reserve repays, the others' after.
        self.peaks = [peaks, *([later] * (len(self.levels) - 1))]
        self._kept = np.ones((loans, CHUNK), dtype=np.float32)
        self.left = np.ones(CHUNK, dtype=np.float32)

    def pass_day(self, day: int, prices: Floats) -> None:
        """Judge the loans at the `prices` of a day's end, shape (assets, `CHUNK`)."""
        grown = self._growth ** (day + 1)
        value = self._pledged @ prices
        cash = (self._cash * grown).astype(np.float32)[:, None]
        debt = cash + (self._owed @ prices) * grown.astype(np.float32)[:, None] if self._has_coin_debt else cash
        if self.reserve is None:
            np.divide(debt, value, out=self.ltv)
            np.maximum(self.peaks[0], self.ltv, out=self.peaks[0])
            return
        debt = debt * self._kept
        np.divide(debt, value, out=self.ltv)
        np.maximum(self.peaks[0], self.ltv, out=self.peaks[0])
        self._repay(self.reserve, debt, value, prices)
        np.maximum(self.peaks[1], self.ltv, out=self.peaks[1])

    def _repay(self, reserve: Reserve, debt: Floats, value: Floats, prices: Floats) -> None:
        whole = np.float32(reserve.steady) + reserve.moving.astype(np.float32) @ prices
        pool = whole * self.left
        for loan in reserve.order:
            lost = self.peaks[-1][loan] >= self.levels[-1, loan]
            called = (self.ltv[loan] >= self.levels[0, loan]) & ~lost
            if not called.any():
                continue
            need = np.maximum(debt[loan] - np.float32(reserve.targets[loan]) * value[loan], 0)
            paid = np.where(called, np.minimum(need, pool), np.float32(0))
            pool -= paid
            self._kept[loan] *= 1 - np.divide(paid, debt[loan], where=debt[loan] > 0, out=np.zeros_like(paid))
            self.ltv[loan] = (debt[loan] - paid) / value[loan]
        self.left = np.divide(pool, whole, where=whole > 0, out=np.zeros_like(pool))


def run_chunk(model: Model, book: Book, days: int, seed: int, chunk: int) -> Tally:
    """Return the tally of one chunk of futures; the same for the same seed and chunk wherever it runs."""
    random = np.random.Generator(np.random.SFC64(np.random.SeedSequence(seed, spawn_key=(chunk,))))
    loans = _Loans(book)
    levels, count = book.levels.shape
    prices = np.ones((book.pledged.shape[1], CHUNK), dtype=np.float32)
    reached = np.zeros((levels, count, days), dtype=np.int64)
    any_reached = np.zeros((levels, days), dtype=np.int64)
    fans = np.zeros((len(book.fan), days, FAN_BINS), dtype=np.int64)
    for day, factors in enumerate(model.steps(random, days)):
        prices *= factors
        loans.pass_day(day, prices)
        for level, peaks in enumerate(loans.peaks):
            hit = peaks >= loans.levels[level][:, None]
            # Row by row: counting along an axis takes several times as long.
            reached[level, :, day] = [np.count_nonzero(row) for row in hit]
            any_reached[level, day] = reached[level, 0, day] if count == 1 else np.count_nonzero(hit.any(axis=0))
        for row, loan in enumerate(book.fan):
            fans[row, day] = _counted(loans.ltv[loan], FAN_BINS)
    last = [peaks >= loans.levels[level][:, None] for level, peaks in enumerate(loans.peaks)]
    return Tally(
        CHUNK,
        reached,
        np.array([np.count_nonzero(hit[:, :HALF] & hit[:, HALF:], axis=1) for hit in last], dtype=np.int64),
        any_reached,
        np.array([_both(hit.any(axis=0)) for hit in last], dtype=np.int64),
        np.array([_counted(one, PEAK_BINS) for one in loans.peaks[0]], dtype=np.int64).reshape(count, PEAK_BINS),
        fans,
        int(np.count_nonzero(loans.left <= 0)) if book.reserve is not None else 0,
    )


def _both(hit: NDArray[np.bool_]) -> int:
    return int(np.count_nonzero(hit[:HALF] & hit[HALF:]))


def _counted(values: Floats, bins: int) -> Counts:
    """Count positive `values` by step of the scale."""
    places = (np.log(np.maximum(values, np.float32(1e-30))) - np.float32(_LEAST)) * np.float32(bins / (_MOST - _LEAST))
    return np.bincount(np.clip(places, 0, bins - 1).astype(np.int64), minlength=bins).astype(np.int64)


def quantile(counts: Counts, share: float) -> float:
    """Return the LTV under which the share `share` of what was counted lies, straight within a step of the scale."""
    rising = np.cumsum(counts)
    wanted = share * float(rising[-1])
    place = min(int(np.searchsorted(rising, wanted)), counts.size - 1)
    before = float(rising[place - 1]) if place else 0.0
    within = (wanted - before) / float(counts[place]) if counts[place] else 0.0
    return float(np.exp(_LEAST + (place + within) * (_MOST - _LEAST) / counts.size))


@dataclass(frozen=True, slots=True)
class Chance:
    """The probability of reaching a level, its standard error, and the share that reached it by each day.

    `under` is what a probability lies under at 95 % that no future showed: 3 / n (the rule of three, Hanley and
    Lippman-Hand, 1983).
    """

    probability: float
    error: float
    by_day: tuple[float, ...]
    under: float


@dataclass(frozen=True, slots=True, eq=False)
class Odds:
    """What was found: chances by level and loan, of any loan by level, from how many futures, with which seed.

    `tally` has the counts that they come from; `spent` is the share of futures that used up the reserve.
    """

    seed: int
    futures: int
    loans: tuple[tuple[Chance, ...], ...]
    any_loan: tuple[Chance, ...]
    spent: float
    tally: Tally


# Runs the function for each chunk, in any order, and yields the tallies.
Runner = Callable[[Callable[[int], Tally], Iterable[int]], Iterable[Tally]]


def on_executor(executor: Executor, workers: int) -> Runner:
    """Return the runner that shares the work out over any executor, a few chunks ahead of `workers`."""

    def run(job: Callable[[int], Tally], chunks: Iterable[int]) -> Iterator[Tally]:
        waiting: deque[Future[Tally]] = deque()
        try:
            for chunk in chunks:
                waiting.append(executor.submit(job, chunk))
                if len(waiting) >= workers * _AHEAD:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()
        finally:
            for future in waiting:
                future.cancel()

    return run


def on_all_cores(job: Callable[[int], Tally], chunks: Iterable[int]) -> Iterator[Tally]:
    """Yield the tallies of `chunks` from one thread a core: numpy leaves the interpreter free meanwhile."""
    cores = os.cpu_count() or 1
    with ThreadPoolExecutor(cores, thread_name_prefix="odds") as pool:
        yield from on_executor(pool, cores)(job, chunks)


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
    tallies: Any = iter(runner(partial(run_chunk, model, book, days, seed), range(chunks)))
    for number, tally in enumerate(tallies, 1):
        total = tally if total is None else total + tally
        if not go_on(number / chunks):
            tallies.close()
            return None
    assert total is not None
    levels, loans = book.levels.shape
    mirrored, count = model.mirrored, total.futures
    return Odds(
        seed,
        count,
        tuple(
            tuple(
                _chance(total.reached[level, loan], int(total.pairs[level, loan]), count, mirrored)
                for loan in range(loans)
            )
            for level in range(levels)
        ),
        tuple(
            _chance(total.any_reached[level], int(total.any_pairs[level]), count, mirrored) for level in range(levels)
        ),
        total.spent / count,
        total,
    )


def _chance(reached: Counts, pairs: int, futures: int, mirrored: bool) -> Chance:
    """Return the chance with its error; mirrored futures count by pairs, as two of a pair are not independent."""
    share = float(reached[-1]) / futures
    if mirrored:
        halves = futures / 2
        mean_square = (float(reached[-1]) + 2 * pairs) / 4 / halves
        variance = max(0.0, mean_square - share * share) / (halves - 1)
    else:
        variance = share * (1 - share) / (futures - 1)
    by_day = tuple((reached / futures).tolist())
    return Chance(share, float(np.sqrt(variance)), by_day, 6 / futures if mirrored else 3 / futures)


def highest_share(found: Odds, loan: int, level: float, chance: float) -> float:
    """Return by which factor the debt of `loan` may grow (or must shrink) so that `level` has the odds `chance`.

    LTV is in proportion to the debt, so the level is reached in the share `chance` of futures once the debt is
    multiplied by level / (the quantile 1 - chance of the highest LTV of each future). More of the same
    collateral does as much as less debt.
    """
    return level / quantile(found.tally.peaks[loan], 1.0 - chance)
