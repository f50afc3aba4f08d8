"""Limits that are no more: their rule, loan, asset, source or channel is not there any longer."""

from collections.abc import Collection
from datetime import datetime
from typing import Protocol

from desktop_app.domain.alerts.record import LADDER
from desktop_app.domain.alerts.rule import Rule, RuleKind
from desktop_app.domain.portfolio import Portfolio
from desktop_app.engine.alarms import ALL_FEEDS, Alarms
from desktop_app.engine.settings import Settings
from desktop_app.storage.alerts import StateKey


class Watching(Protocol):
    """What is watched, and by which rules."""

    portfolio: Portfolio
    alarms: Alarms
    settings: Settings

    def assets_watched(self) -> frozenset[str]:
        """Return the assets whose prices matter."""
        ...

    def assets_needed(self) -> frozenset[str]:
        """Return the assets that the portfolio holds or owes."""
        ...


def gone(monitor: Watching, looked_at: Collection[StateKey], now: datetime) -> list[StateKey]:
    """Return the limits that a look at everything did not see and that cannot come back by themselves."""
    loans = {loan.id for loan in monitor.portfolio.loans}
    found = []
    for key in monitor.alarms.states.keys() - looked_at:
        rule = monitor.alarms.rules.get(key[0])
        if key[0] == LADDER:
            stays = key[1] in loans
        else:
            stays = rule is not None and rule.holds(now) and rule.covers(key[1]) and _may_return(monitor, rule, key[1])
        if not stays:
            found.append(key)
    return found


def _may_return(monitor: Watching, rule: Rule, subject: str) -> bool:
    """Tell whether a limit that nothing was seen of this time is only out of sight."""
    match rule.kind:
        case RuleKind.FEED_DEAD:
            return monitor.settings.polling and (subject == ALL_FEEDS or subject in monitor.settings.sources)
        case RuleKind.PRICE_STALE:
            return monitor.settings.polling and subject in monitor.assets_watched()
        case RuleKind.UNCONFIRMED_MOVE | RuleKind.SOURCES_DISAGREE:
            return subject in monitor.assets_watched()
        case RuleKind.PLATFORM_SHARE:  # what has no price is missing in the shares
            return subject in {platform.id for platform in monitor.portfolio.platforms}
        case RuleKind.ASSET_SHARE:
            return subject in monitor.assets_needed()
        case _:
            return False
