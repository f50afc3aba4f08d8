"""Undo and redo of every change that a person makes, by what it did to the tables that they fill."""

from collections.abc import Callable
from datetime import datetime
from typing import TypeVar

from desktop_app.engine.catch_up import catch_up
from desktop_app.engine.monitor import Monitor
from desktop_app.engine.snapshot import Changed, Offers
from desktop_app.storage.undo import Change, UndoLog

_T = TypeVar("_T")
MOST = 100


_BY_TABLE = {
    "loans": Changed.LOAN,
    "loan_events": Changed.LOAN,
    "holdings": Changed.HOLDING,
    "positions": Changed.POSITION,
    "preset_rules": Changed.LENDER,
    "manual_prices": Changed.PRICE,
    "alert_rules": Changed.RULE,
    "nft_samples": Changed.NFT,
    "settings": Changed.SETTING,
}


class Undoing:
    """The changes of one monitor that can be taken back, the newest last."""

    def __init__(self, monitor: Monitor) -> None:
        self._monitor = monitor
        self._log = UndoLog(monitor.store.db)
        self._done: list[Change] = []
        self._undone: list[Change] = []

    @property
    def offers(self) -> Offers:
        """What the newest change and the newest one that was taken back are about."""
        return Offers(_about(self._done), _about(self._undone))

    def recorded(self, act: Callable[[Monitor, datetime], _T], now: datetime) -> _T:
        """Run a person's `act`; what it changes can be taken back, and what was taken back is forgotten."""
        with self._log.recording() as found:
            result = act(self._monitor, now)
        if found:
            self._done = [*self._done[1 - MOST :], *found]
            self._undone.clear()
        return result

    def undo(self, now: datetime) -> Changed | None:
        """Take back the newest change and return what it was about; None where there is nothing."""
        return self._turn(self._done, self._undone, now)

    def redo(self, now: datetime) -> Changed | None:
        """Do again what was taken back last and return what it is about; None where there is nothing."""
        return self._turn(self._undone, self._done, now)

    def forget(self) -> None:
        """Forget everything: somebody else changed the file since."""
        self._done.clear()
        self._undone.clear()

    def _turn(self, source: list[Change], target: list[Change], now: datetime) -> Changed | None:
        if not source:
            return None
        change = source[-1]
        before = {loan.id: loan for loan in self._monitor.portfolio.loans}
        with self._log.recording() as found, self._monitor.write() as db:
            self._log.replay(db, change)
            self._monitor.reload()
            after = {loan.id: loan for loan in self._monitor.portfolio.loans}
            for gone in before.keys() - after.keys():
                self._monitor.settle(db, gone, now)
            catch_up(self._monitor, [name for name, loan in after.items() if before.get(name) != loan], now)
            self._monitor.tick(now)
        source.pop()
        target += found
        return _about([change])


def _about(changes: list[Change]) -> Changed | None:
    if not changes:
        return None
    return next((_BY_TABLE[name] for name in changes[-1].tables if name in _BY_TABLE), Changed.PLATFORM)
