"""Presets: a venue's published rules, each with the date from which it holds."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from desktop_app.domain.loans.terms import Terms


@dataclass(frozen=True, slots=True)
class Rule:
    """Terms that hold from `valid_from` (a date in the venue's own calendar) until the next rule."""

    valid_from: date
    terms: Terms


@dataclass(frozen=True, slots=True)
class Preset:
    """A venue's product: its name, platform, and its rules in order of time."""

    id: str
    name: str
    platform: str
    platform_name: str
    rules: tuple[Rule, ...]
    note: str = ""

    def with_rules(self, own: Sequence[Rule]) -> "Preset":
        """Return the preset with a person's own rules among its own; one of the same date takes its place."""
        dated = {rule.valid_from: rule for rule in (*self.rules, *own)}
        return replace(self, rules=tuple(dated[day] for day in sorted(dated)))

    def rule_at(self, day: date) -> Rule:
        """Return the rule that holds on `day`; the first one for days before it."""
        held = [rule for rule in self.rules if rule.valid_from <= day]
        return held[-1] if held else self.rules[0]

    def later_rules(self, day: date) -> tuple[Rule, ...]:
        """Return the rules that came into force after `day`."""
        return tuple(rule for rule in self.rules if rule.valid_from > day)
