"""What a table keeps over restarts: widths, order, hidden columns, sorting and grouping, by the table's own key."""

import json
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import QSettings, Qt

WIDEST = 4000


@dataclass(slots=True)
class Remembered:
    """The look of a table: numbers of columns as they are defined; `widths` holds those that a person set."""

    columns: int
    widths: dict[int, int] = field(default_factory=dict)
    order: list[int] = field(default_factory=list)
    hidden: list[int] = field(default_factory=list)
    sort: tuple[int, bool] | None = None
    group: int | None = None


def _settings() -> QSettings:
    return QSettings("plimsoll", "tables")


def recall(key: str, columns: int) -> Remembered:
    """Return what is kept of a table of so many columns; nothing where it was kept of another number of them."""
    fresh = Remembered(columns)
    if not key:
        return fresh
    try:
        kept = json.loads(str(_settings().value(key, "null")))
        return _checked(kept, columns) if isinstance(kept, dict) and kept.get("columns") == columns else fresh
    except (ValueError, TypeError, KeyError):
        return fresh  # written by hand or by another version: the usual look then


def _checked(kept: dict[str, Any], columns: int) -> Remembered:
    known = range(columns)
    order = [int(number) for number in kept["order"]]
    sort = kept["sort"]
    group = kept["group"]
    return Remembered(
        columns,
        {int(n): min(int(width), WIDEST) for n, width in kept["widths"].items() if int(n) in known and int(width) > 0},
        order if sorted(order) == list(known) else [],
        [int(number) for number in kept["hidden"] if int(number) in known][: columns - 1],
        (int(sort[0]), bool(sort[1])) if sort is not None and int(sort[0]) in known else None,
        int(group) if group is not None and int(group) in known else None,
    )


def keep(key: str, look: Remembered) -> None:
    """Keep the look of a table."""
    if not key:
        return
    written = {
        "columns": look.columns,
        "widths": {str(number): width for number, width in look.widths.items()},
        "order": look.order,
        "hidden": look.hidden,
        "sort": look.sort,
        "group": look.group,
    }
    _settings().setValue(key, json.dumps(written))


def forget(key: str) -> None:
    """Let a table look as usual again from its next start on."""
    if key:
        _settings().remove(key)


def direction(down: bool) -> Qt.SortOrder:
    """Return the order of Qt."""
    return Qt.SortOrder.DescendingOrder if down else Qt.SortOrder.AscendingOrder
