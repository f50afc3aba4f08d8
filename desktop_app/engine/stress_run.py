"""All loans on their way through a scenario: levels, cures, sales, and the sales' own effect on prices."""

from dataclasses import dataclass

import numpy as np

from desktop_app.domain.risk.shock import Scenario
from desktop_app.engine.stress_book import Bools, Floats, Item, StressBook, Way

_ROUNDS = 1000
_SMALL = 1e-9
# A level's price, multiplied out in floats, may come to lie a hair beside it.
_HAIR = 1e-12
_STEP_LOG = float(np.log(0.99))


@dataclass(eq=False, slots=True)
class Run:
    """What became of every loan, shape (loans,) where nothing else is said.

    `first` (levels, loans) is the hour at which a level was first reached, infinite where it was not. `worst` is
    the highest LTV before anything was done, `need` the largest cure that was called for in all, `unmet` what
    is still called for at the end, `paid` what the reserve repaid. `sold` and `lost` (fees) are what sales took,
    `returned` what a whole sale left over for the borrower. `kept` and `owing` are the shares of collateral and
    debt that are left. `value`, `counted` and `debt` are those at the end, `left` the share of each item of the
    reserve that is left, `items` what each is worth at the end, `impact` (assets,) the factor that sales left
    on prices.
    """

    first: Floats
    worst: Floats
    need: Floats
    unmet: Floats
    paid: Floats
    sold: Floats
    lost: Floats
    returned: Floats
    kept: Floats
    owing: Floats
    value: Floats
    counted: Floats
    debt: Floats
    left: Floats
    items: Floats
    impact: Floats
    settled: bool


def run(book: StressBook, scenario: Scenario, way: Way, worths: Floats) -> Run:
    """Return what a scenario does, step by step along `way`; `worths` are those of each item, shape (items, steps).

    In a step: interest has run, prices are as they are, levels are noted; what of the reserve has arrived
    since a call repays debt down to where it is cured, the deepest loan first; a loan whose level sells, or whose
    cure window ran out, is sold down to its target (or whole); a sale moves its assets' prices by
    0.99^(value / depth), and the step is taken again until nothing more is sold.
    """
    return _Walk(book, scenario, way, worths).walk()


def _start(levels: int, loans: int, items: int, assets: int) -> Run:
    """Return loans of which nothing became yet."""
    worst, need, unmet, paid, sold, lost, returned, value, counted, debt = np.zeros((10, loans))
    return Run(
        first=np.full((levels, loans), np.inf),
        worst=worst,
        need=need,
        unmet=unmet,
        paid=paid,
        sold=sold,
        lost=lost,
        returned=returned,
        kept=np.ones(loans),
        owing=np.ones(loans),
        value=value,
        counted=counted,
        debt=debt,
        left=np.ones(items),
        items=np.zeros(items),
        impact=np.ones(assets),
        settled=True,
    )


class _Walk:
    def __init__(self, book: StressBook, scenario: Scenario, way: Way, worths: Floats) -> None:
        self._book, self._scenario, self._way = book, scenario, way
        self._levels = book.levels
        count = len(book.loans)
        depth = len(book.levels.there)
        here = np.array([not scenario.venue or view.loan.platform == scenario.venue for view in book.loans], dtype=bool)
        shift = float(scenario.levels)
        shifted = shift * (here[None, :] & book.levels.lenders)
        borne = np.maximum(0.0, book.levels.borne + shifted[:, :, None] * book.counted[None, :, :])
        # Rows of one product: pledged, counted, owed, then a level each.
        self._rows = np.concatenate([book.pledged, book.counted, book.owed, *borne]) if count else np.zeros((0, 0))
        self._target = np.maximum(0.01, book.target + shift * here)
        self._cure_to = np.maximum(0.01, book.cure + shift * here)
        self._shape = (3 + depth, count)
        self._growth = np.power(1 + (book.rate[None, :] + float(scenario.rate)) / 365, way.days[:, None])
        self._reserve = self._reachable()
        self._worths = worths
        self.state = _start(depth, count, len(book.items), len(book.assets))
        self._called = np.full(count, np.inf)
        self._over = np.zeros(count, dtype=bool)

    def _reachable(self) -> list[tuple[int, Item]]:
        """Return the items that may cure, those that arrive first before the others."""
        if not self._scenario.uses_reserve:
            return []
        found = [
            (number, item)
            for number, item in enumerate(self._book.items)
            if item.reach is not None and item.platform not in self._scenario.frozen
        ]
        return sorted(found, key=lambda entry: (entry[1].reach or 0.0, entry[0]))

    def walk(self) -> Run:
        """Take every step; return what became of the loans."""
        state, book = self.state, self._book
        steps = len(self._way.hours)
        if len(book.loans):
            marks = (self._way.grid @ self._rows.T).reshape(steps, *self._shape)
            for step in range(steps):
                moved = np.min(state.impact, initial=1.0) < 1
                self._step(step, self._marks(step) if moved else marks[step])
            last = self._marks(steps - 1)
            state.value, state.counted = last[0] * state.kept, last[1] * state.kept
            state.debt = last[2] * self._growth[-1] * state.owing
        state.items = self._item_values(steps - 1)
        return state

    def _item_values(self, step: int) -> Floats:
        """Return what each item is worth at a step; what follows one price follows sales too."""
        found = self._worths[:, step].copy()
        if np.min(self.state.impact, initial=1.0) < 1:
            for number, item in enumerate(self._book.items):
                if item.position is None:
                    found[number] = (self._way.grid[step] * self.state.impact) @ item.values
        return found

    def _marks(self, step: int) -> Floats:
        return np.asarray(self._rows @ (self._way.grid[step] * self.state.impact)).reshape(self._shape)

    def _step(self, step: int, marks: Floats) -> None:
        for _ in range(_ROUNDS):
            reached = self._reached(step, marks)
            if not reached.any():
                self._called[:] = np.inf
                self.state.unmet[:] = 0
                return
            hour = self._way.hours[step]
            np.minimum(self.state.first, np.where(reached, hour, np.inf), out=self.state.first)
            called = np.asarray((reached & self._levels.calls).any(axis=0))
            self._called = np.where(called, np.minimum(self._called, hour), np.inf)
            self._cure(step, marks, called)
            sold = self._sell(step, marks)
            if self._scenario.depth is None or not self._move(step, marks, sold):
                return
            marks = self._marks(step)
        self.state.settled = False

    def _reached(self, step: int, marks: Floats) -> Bools:
        state, levels = self.state, self._levels
        debt = marks[2] * self._growth[step] * state.owing
        counted = marks[1] * state.kept
        borne = marks[3:] * state.kept
        with np.errstate(divide="ignore", invalid="ignore"):
            ltv = np.where(self._over, 0.0, debt / counted)
        np.fmax(state.worst, ltv, out=state.worst)
        beyond = np.where(levels.strict, debt > borne * (1 + _HAIR), debt >= borne * (1 - _HAIR))
        return np.asarray(levels.there & beyond & (debt > 0) & ~self._over)

    def _cure(self, step: int, marks: Floats, called: Bools) -> None:
        """Note what is needed, and let what has arrived of the reserve repay."""
        state, hour = self.state, self._way.hours[step]
        value = marks[1] * state.kept
        debt = marks[2] * self._growth[step] * state.owing
        need = np.where(called, np.maximum(0.0, debt - self._cure_to * value), 0.0)
        np.maximum(state.need, state.paid + need, out=state.need)
        state.unmet = need
        if not need.any():
            return
        with np.errstate(divide="ignore"):
            order = np.argsort(-np.divide(debt, value, where=value > 0, out=np.full_like(debt, np.inf)), kind="stable")
        worths = self._item_values(step)
        for number, item in self._reserve:
            have = worths[number] * state.left[number]
            due = need * (hour >= self._called + (item.reach or 0.0))
            if have <= 0 or not due.any():
                continue
            wanted = due[order]
            given = np.zeros_like(due)
            given[order] = np.clip(have - (np.cumsum(wanted) - wanted), 0.0, wanted)
            state.left[number] *= 1 - given.sum() / have
            state.owing *= 1 - np.divide(given, debt, where=debt > 0, out=np.zeros_like(given))
            state.paid += given
            need, debt = need - given, debt - given
        state.unmet = need

    def _sell(self, step: int, marks: Floats) -> Floats:
        """Sell what is to be sold; return the value sold of each loan."""
        state, levels, hour = self.state, self._levels, self._way.hours[step]
        reached = self._reached(step, marks)
        how = np.where(reached, levels.sells, 0).max(axis=0)
        overdue = (reached & levels.calls).any(axis=0) & (hour > self._called + levels.window)
        how = np.maximum(how, overdue)
        value, counted = marks[0] * state.kept, marks[1] * state.kept
        debt = marks[2] * self._growth[step] * state.owing
        fee = float(self._scenario.fee)
        # S = (D - T·C) / ((1 - f) - T), C as it counts; where that is more than there is, all is sold.
        weight = np.divide(counted, value, where=value > 0, out=np.ones_like(value))
        room = 1 - fee - self._target * weight
        part = np.divide(debt - self._target * counted, room, where=room > 0, out=np.full_like(debt, np.inf))
        sold = np.where(how == 2, value, np.where(how == 1, np.clip(part, 0.0, value), 0.0))
        selling = how > 0
        state.unmet = np.where(selling, 0.0, state.unmet)
        repaid = np.minimum(debt, sold * (1 - fee))
        back = sold * (1 - fee) - repaid
        state.sold += sold
        state.lost += sold * fee
        whole = selling & (sold >= value * (1 - _HAIR))
        kept = np.divide(value - sold, value, where=value > 0, out=np.zeros_like(value))
        state.kept = np.where(selling, state.kept * np.where(whole, 0.0, kept), state.kept)
        share = np.divide(repaid, debt, where=debt > 0, out=np.zeros_like(debt))
        state.owing = np.where(selling, state.owing * (1 - share), state.owing)
        state.returned += np.where(whole, back, 0.0)
        self._over |= whole
        return np.asarray(sold)

    def _move(self, step: int, marks: Floats, sold: Floats) -> bool:
        """Let sales move prices; return whether they moved enough to look again."""
        if sold.sum() <= _SMALL * max(1.0, marks[0].sum()):
            return False
        shares = self._book.pledged * (self._way.grid[step] * self.state.impact)
        whole = np.maximum(shares.sum(axis=1), 1e-300)
        by_asset = (shares * (sold / whole)[:, None]).sum(axis=0)
        self.state.impact *= np.exp(_STEP_LOG * by_asset / float(self._scenario.depth or 1))
        return True
