"""The rules that hold now, found by what they are about."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from desktop_app.domain.alerts.rule import Rule, RuleKind


class RuleBook:
    """The rules that hold at an instant, by kind and subject."""

    def __init__(self, rules: Iterable[Rule], now: datetime) -> None:
        self._by_kind: dict[RuleKind, dict[str, list[Rule]]] = {}
        for rule in rules:
            if rule.holds(now):
                self._by_kind.setdefault(rule.kind, {}).setdefault(rule.scope, []).append(rule)

    def of(self, kind: RuleKind, subject: str) -> Sequence[Rule]:
        """Return the rules of a kind that are about `subject`, those about all of its kind first."""
        found = self._by_kind.get(kind)
        if found is None:
            return ()
        own = found.get(subject, ()) if subject else ()
        return (*found.get("", ()), *own)

    def windows(self, asset: str) -> frozenset[int]:
        """Return over which times (seconds) moves of `asset` are looked at."""
        return frozenset(rule.window_s for rule in self.of(RuleKind.PRICE_MOVED, asset))

    def has(self, *kinds: RuleKind) -> bool:
        """Tell whether some rule of `kinds` holds."""
        return any(kind in self._by_kind for kind in kinds)
