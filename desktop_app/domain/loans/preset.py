"""Presets: a venue's published rules, each with the date from which it holds."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from datetime import time as clock_time

from desktop_app.domain.earn.accrual import zone_of
from desktop_app.domain.loans.terms import Terms


@dataclass(frozen=True, slots=True)
class Rule:
    """Terms that hold from `valid_from` at `starts` (on the venue's own clock) until the next rule."""

    valid_from: date
    terms: Terms
    starts: clock_time = clock_time(0)

    @property
    def moment(self) -> datetime:
        """The instant (UTC) from which the rule holds."""
        local = datetime.combine(self.valid_from, self.starts, zone_of(self.terms.interest.zone))
        return local.astimezone(UTC)


@dataclass(frozen=True, slots=True)
class Preset:
    """A venue's product: its name, platform, and its rules in order of time.

    `words` holds (name, note) by language; `name` and `note` are English.
    """

    id: str
    name: str
    platform: str
    platform_name: str
    rules: tuple[Rule, ...]
    note: str = ""
    words: Mapping[str, tuple[str, str]] = field(default_factory=dict)

    def name_in(self, language: str) -> str:
        """Return the name in a language such as ``zh_TW``; the English one where there is none."""
        return self.words.get(language, (self.name, self.note))[0]

    def note_in(self, language: str) -> str:
        """Return the note in a language; the English one where there is none."""
        return self.words.get(language, (self.name, self.note))[1]

    def with_rules(self, own: Sequence[Rule]) -> "Preset":
        """Return the preset with a person's own rules among its own; one of the same date takes its place."""
        dated = {rule.valid_from: rule for rule in (*self.rules, *own)}
        return replace(self, rules=tuple(dated[day] for day in sorted(dated)))

    def rule_at(self, day: date) -> Rule:
        """Return the rule that holds on `day`; the first one for days before it."""
        held = [rule for rule in self.rules if rule.valid_from <= day]
        return held[-1] if held else self.rules[0]

    def rule_when(self, at: datetime) -> Rule:
        """Return the rule that holds at an instant; the first one before all of them."""
        held = [rule for rule in self.rules if rule.moment <= at]
        return held[-1] if held else self.rules[0]

    def later_rules(self, at: datetime) -> tuple[Rule, ...]:
        """Return the rules that came into force after an instant."""
        holding = self.rule_when(at)
        return tuple(rule for rule in self.rules if rule.moment > at and rule is not holding)
