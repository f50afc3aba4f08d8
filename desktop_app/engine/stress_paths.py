"""The way of all prices through a scenario: straight lines, or a stretch of real history."""

import numpy as np

from desktop_app.domain.risk.shock import Episode, Market, Scenario, factors
from desktop_app.engine.stress_book import Floats, StressBook, Way

STEPS = 24
_BITCOIN = "BTC"


def way_of(
    scenario: Scenario, book: StressBook, steady: frozenset[str], market: Market, episode: Episode | None
) -> Way:
    """Return how prices go through a scenario, and then stay until every reserve and every cure window is over."""
    if episode is not None:
        hours, grid = _replayed(scenario, book, steady, market, episode)
    else:
        hours, grid = _straight(scenario, book, steady, market)
    after = _waits(book) + hours[-1]
    return Way(np.concatenate([hours, after]), np.concatenate([grid, np.repeat(grid[-1:], len(after), axis=0)]))


def _waits(book: StressBook) -> Floats:
    """Return the hours after the end at which something may still arrive or run out."""
    reaches = {item.reach for item in book.items if item.reach}
    windows = {float(window) + 0.01 for window in book.levels.window if np.isfinite(window)}
    return np.array(sorted(reaches | windows), dtype=np.float64)


def _straight(scenario: Scenario, book: StressBook, steady: frozenset[str], market: Market) -> tuple[Floats, Floats]:
    found = factors(scenario, book.assets, steady, market)
    ends = np.array([float(found[asset]) for asset in book.assets])
    length = float(scenario.hours)
    if not length:
        return np.zeros(1), ends[None, :]
    count = int(min(STEPS, max(1, length)))
    shares = np.arange(1, count + 1) / count
    return shares * length, 1 + shares[:, None] * (ends - 1)


def _replayed(
    scenario: Scenario, book: StressBook, steady: frozenset[str], market: Market, episode: Episode
) -> tuple[Floats, Floats]:
    """Return each step's low and then its close: what is not listed follows Bitcoin by its beta."""
    named = dict(scenario.moves)
    columns = []
    for asset in book.assets:
        if asset in episode.closes:
            lows, closes = _floats(episode, asset)
            columns.append(_woven(lows, closes))
        elif asset in named or asset in steady:
            columns.append(np.ones(2 * len(episode.closes[_BITCOIN])))
        else:
            beta = float(market.betas.get(asset, 1))
            columns.append(np.maximum(0.0, 1 + beta * (_woven(*_floats(episode, _BITCOIN)) - 1)))
        if asset in named:
            columns[-1] = columns[-1] * (1 + float(named[asset]))
    steps = np.arange(1, len(episode.closes[_BITCOIN]) + 1, dtype=np.float64) * episode.step_hours
    grid = np.column_stack(columns) if columns else np.ones((2 * len(steps), 0))
    return _woven(steps - episode.step_hours / 2, steps), grid


def _floats(episode: Episode, asset: str) -> tuple[Floats, Floats]:
    lows, closes = episode.lows[asset], episode.closes[asset]
    return np.array([float(one) for one in lows]), np.array([float(one) for one in closes])


def _woven(first: Floats, second: Floats) -> Floats:
    return np.column_stack([first, second]).reshape(-1)
