"""Terms as a plain dictionary and back: one form for files, presets and the store."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Any, TypeVar

from desktop_app.domain.earn.accrual import zone_of
from desktop_app.domain.earn.convention import Boundary, Convention, DayCount, Period, RepayOrder
from desktop_app.domain.loans.ladder import Comparator, Level, LevelAction, LevelKind, make_ladder
from desktop_app.domain.loans.terms import LtvFormula, Terms
from desktop_app.domain.money import parse_amount
from desktop_app.domain.problems import Problem, Refused

_E = TypeVar("_E", bound=Enum)
_MOST_PLACES = 18


def terms_to_document(terms: Terms) -> dict[str, Any]:
    """Return `terms` as a dictionary that JSON can carry without loss."""
    interest = terms.interest
    return {
        "formula": terms.formula.value,
        "initial": _text(terms.ladder.initial),
        "target": _text(terms.ladder.target),
        "levels": [
            {
                "key": level.key,
                "kind": level.kind.value,
                "ltv": str(level.ltv),
                "comparator": level.comparator.value,
                "cure_hours": _text(level.cure_hours),
                "action": level.action.value if level.action is not None else None,
                "by_asset": {asset: str(ltv) for asset, ltv in level.by_asset},
            }
            for level in terms.ladder.levels
        ],
        "interest": {
            "period": interest.period.value,
            "compounding": interest.compounding,
            "day_count": interest.day_count.value,
            "boundary": interest.boundary.value,
            "zone": interest.zone,
            "places": interest.places,
            "repay_order": interest.repay_order.value,
        },
        "weights": {asset: str(weight) for asset, weight in terms.weights.items()},
        "ends": terms.ends.isoformat() if terms.ends is not None else None,
        "source": terms.source,
        "as_of": terms.as_of,
        "verified": terms.verified,
    }


def terms_from_document(document: Mapping[str, Any]) -> Terms:
    """Return the terms that `document` describes; what it leaves out takes its default.

    Raises:
        Refused: a field is wrong; `field` is its path within the document.
    """
    levels = tuple(_level(entry, index) for index, entry in enumerate(document.get("levels") or ()))
    initial = _fraction(document.get("initial"), "initial")
    target = _fraction(document.get("target"), "target")
    try:
        ladder = make_ladder(levels, initial, target)
    except Refused as refused:
        raise refused.at(field="levels") from None
    return Terms(
        ladder,
        _enum(LtvFormula, document.get("formula", "gross"), "formula"),
        _convention(document.get("interest") or {}),
        {asset: _weight(value, asset, "weights") for asset, value in (document.get("weights") or {}).items()},
        _day(document.get("ends")),
        str(document.get("source", "")),
        str(document.get("as_of", "")),
        bool(document.get("verified", True)),
    )


def _level(entry: Mapping[str, Any], index: int) -> Level:
    where = f"levels[{index}]"
    kind = _enum(LevelKind, entry.get("kind"), f"{where}.kind")
    ltv = _fraction(entry.get("ltv"), f"{where}.ltv")
    if ltv is None:
        raise Refused(Problem.FIELD_MISSING, field=f"{where}.ltv")
    hours = entry.get("cure_hours")
    return Level(
        str(entry.get("key") or f"{kind.value}_{index + 1}"),
        kind,
        ltv,
        _enum(Comparator, entry.get("comparator", ">="), f"{where}.comparator"),
        _hours(hours, f"{where}.cure_hours") if hours not in (None, "") else None,
        _levels_by_asset(entry.get("by_asset") or {}, where),
        _enum(LevelAction, entry["action"], f"{where}.action") if entry.get("action") else None,
    )


def _levels_by_asset(document: Mapping[str, Any], where: str) -> tuple[tuple[str, Decimal], ...]:
    found = []
    for asset, value in sorted(document.items()):
        field = f"{where}.by_asset.{asset}"
        ltv = _fraction(value, field)
        if ltv is None:
            raise Refused(Problem.FIELD_MISSING, field=field)
        found.append((asset, ltv))
    return tuple(found)


def _convention(document: Mapping[str, Any]) -> Convention:
    zone = str(document.get("zone", "UTC"))
    try:
        zone_of(zone)
    except ValueError:
        raise Refused(Problem.NOT_A_ZONE, field="interest.zone", value=zone) from None
    return Convention(
        _enum(Period, document.get("period", "day"), "interest.period"),
        bool(document.get("compounding", True)),
        _enum(DayCount, document.get("day_count", "ACT/365"), "interest.day_count"),
        _enum(Boundary, document.get("boundary", "mark"), "interest.boundary"),
        zone,
        _places(document.get("places")),
        _enum(RepayOrder, document.get("repay_order", "interest"), "interest.repay_order"),
    )


def _day(value: Any) -> date | None:
    if value in (None, ""):
        return None
    try:
        return date.fromisoformat(str(value))
    except ValueError:
        raise Refused(Problem.NOT_A_TIME, field="ends", value=value) from None


def _enum(kind: type[_E], value: Any, field: str) -> _E:
    try:
        return kind(value)
    except ValueError:
        allowed = ", ".join(str(member.value) for member in kind)
        raise Refused(Problem.FIELD_TYPE, field=field, value=value, expected=allowed) from None


def _number(value: Any, field: str) -> Decimal:
    try:
        return parse_amount(str(value))
    except ValueError:
        raise Refused(Problem.NOT_A_NUMBER, field=field, value=value) from None


def _hours(value: Any, field: str) -> Decimal:
    number = _number(value, field)
    if number <= 0:
        raise Refused(Problem.NOT_POSITIVE, field=field, value=value)
    return number


def _places(value: Any) -> int | None:
    """Return the decimals of a posting; more than a token has would not fit into the digits of an amount."""
    if value is not None and (type(value) is not int or not 0 <= value <= _MOST_PLACES):
        raise Refused(Problem.FIELD_TYPE, field="interest.places", value=value, expected=f"0 to {_MOST_PLACES}")
    return value


def _fraction(value: Any, field: str) -> Decimal | None:
    if value is None or value == "":
        return None
    number = _number(value, field)
    if not 0 < number <= 10:
        raise Refused(Problem.NOT_A_FRACTION, field=field, value=value)
    return number


def _weight(value: Any, asset: str, parent: str) -> Decimal:
    number = _number(value, f"{parent}.{asset}")
    if not 0 <= number <= 1:
        raise Refused(Problem.NOT_A_FRACTION, field=f"{parent}.{asset}", value=value)
    return number


def _text(value: Decimal | None) -> str | None:
    return None if value is None else str(value)
