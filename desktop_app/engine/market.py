"""Futures of the market, drawn by three models: normal, fat-tailed, and runs of days that happened."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[Any]

# Futures are drawn in chunks, each from a generator of its own, so that a seed gives the same counts however
# many threads or machines share the work.
CHUNK = 8192
HALF = CHUNK // 2
_TAU = np.float32(2 * np.pi)
_MINUS_TWO = np.float32(-2)
_ONE = np.float32(1)


class Model(Protocol):
    """Draws futures: for each day the factors by which prices move, shape (assets, `CHUNK`), float32.

    Column i + CHUNK/2 is the mirror of column i where `mirrored`.
    """

    @property
    def mirrored(self) -> bool:
        """Whether the second half of a chunk mirrors the first."""
        ...

    def steps(self, random: np.random.Generator, count: int) -> Iterator[Floats]:
        """Yield `count` steps of one day; a step is good until the next one is asked for."""
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
        normals = _Normals(len(mixed), HALF)
        yield from _mirrored(self.drift, (mixed @ normals.draw(random) for _ in range(count)))


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
        normals = _Normals(len(mixed), HALF)

        def shock() -> Floats:
            heavy = np.sqrt(self.freedom / random.chisquare(self.freedom, HALF)).astype(np.float32)
            return np.asarray((mixed @ normals.draw(random)) * heavy)

        yield from _mirrored(self.drift, (shock() for _ in range(count)))


@dataclass(frozen=True, slots=True)
class Blocks:
    """Days of history, drawn in runs of `length` so that crashes stay whole; `returns` is (days, assets), logarithmic.

    Circular block bootstrap: Politis and Romano, 1992.
    """

    returns: Floats
    length: int = 10
    mirrored: bool = False

    def steps(self, random: np.random.Generator, count: int) -> Iterator[Floats]:
        """Yield `count` steps of one day."""
        table = np.exp(self.returns).T.astype(np.float32)
        days = np.zeros(CHUNK, dtype=np.int64)
        for step in range(count):
            goes_on = step % self.length > 0
            days = (days + 1) % table.shape[1] if goes_on else random.integers(0, table.shape[1], CHUNK)
            yield table.take(days, axis=1)


def _mixing(volatility: Floats, correlation: Floats) -> Floats:
    found: Floats = (volatility[:, None] * np.linalg.cholesky(correlation)).astype(np.float32)
    return found


def _mirrored(drift: Floats, shocks: Iterator[Floats]) -> Iterator[Floats]:
    """Yield the factors of each shock beside those of its mirror: exp(d + s) and exp(d - s) = exp(d)² / exp(d + s)."""
    up = drift.astype(np.float32)[:, None]
    twice = np.exp(2 * drift).astype(np.float32)[:, None]
    made = np.empty((len(drift), CHUNK), dtype=np.float32)
    first, second = made[:, :HALF], made[:, HALF:]
    for shock in shocks:
        shock += up
        np.exp(shock, out=first)
        np.divide(twice, first, out=second)
        yield made


class _Normals:
    """Standard normals in float32, two of each pair of uniforms (Box and Muller, 1958), into one kept array."""

    def __init__(self, rows: int, columns: int) -> None:
        self._made = np.empty((rows, columns), dtype=np.float32)
        pairs = (rows * columns + 1) // 2
        self._radius = np.empty(pairs, dtype=np.float32)
        self._angle = np.empty(pairs, dtype=np.float32)
        self._wave = np.empty(pairs, dtype=np.float32)

    def draw(self, random: np.random.Generator) -> Floats:
        """Return the array filled anew, shape (rows, columns)."""
        radius, angle, wave = self._radius, self._angle, self._wave
        flat, pairs = self._made.reshape(-1), len(radius)
        random.random(out=radius, dtype=np.float32)
        np.subtract(_ONE, radius, out=radius)  # from (0, 1], so that its logarithm is finite
        np.log(radius, out=radius)
        radius *= _MINUS_TWO
        np.sqrt(radius, out=radius)
        random.random(out=angle, dtype=np.float32)
        angle *= _TAU
        np.cos(angle, out=wave)
        np.multiply(radius, wave, out=flat[:pairs])
        np.sin(angle, out=wave)
        np.multiply(radius[: flat.size - pairs], wave[: flat.size - pairs], out=flat[pairs:])
        return self._made
