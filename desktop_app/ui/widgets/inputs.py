"""Forms as data: what is asked for, laid out in columns, read back as values, refusals shown at their field."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, time
from decimal import Decimal
from typing import Any

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QDateEdit, QGridLayout, QWidget

from desktop_app.domain.earn.accrual import zone_of
from desktop_app.domain.money import ZERO
from desktop_app.domain.problems import Problem, Refused
from desktop_app.ui.dialogs.fields import AssetField, Field
from desktop_app.ui.entry import parse_number, parse_percent, read_positive, read_rate, spell
from desktop_app.ui.widgets.asks import Ask, Kind, Values
from desktop_app.ui.widgets.basics import captioned


def _share(words: str) -> Decimal:
    value = parse_percent(words) if words.strip() else ZERO
    if not 0 <= value <= 1:
        raise Refused(Problem.NOT_A_SHARE, value=words)
    return value


def _number(words: str) -> Decimal:
    value = parse_number(words) if words.strip() else ZERO
    if value < 0:
        raise Refused(Problem.NOT_POSITIVE, value=words)
    return value


def _whole(words: str) -> int:
    value = _number(words)
    if value % 1:
        raise Refused(Problem.NOT_A_NUMBER, value=words)
    return int(value)


def _positive_whole(words: str) -> int:
    value = _whole(words)
    if not value:
        raise Refused(Problem.NOT_POSITIVE, value=words)
    return value


def _days(words: str) -> int:
    value = _whole(words)
    if not 1 <= value <= 36500:
        raise Refused(Problem.NOT_POSITIVE, value=words)
    return value


def _day(words: str) -> date | str:
    try:
        return date.fromisoformat(words.strip()) if words.strip() else ""
    except ValueError:
        raise Refused(Problem.NOT_A_TIME, value=words) from None


def _clock(words: str) -> time | str:
    if not words.strip():
        return ""
    try:
        return time.fromisoformat(words.strip().replace("\N{FULLWIDTH COLON}", ":").zfill(5))
    except ValueError:
        raise Refused(Problem.NOT_A_CLOCK, value=words) from None


def _any_share(words: str) -> Decimal | str:
    return _share(words) if words.strip() else ""


def _any_positive(words: str) -> Decimal | str:
    return read_positive(words) if words.strip() else ""


def read_zone(words: str) -> str:
    """Return the name of a time zone; nothing typed is UTC.

    Raises:
        Refused: there is no such zone.
    """
    try:
        zone_of(words.strip())
    except ValueError:
        raise Refused(Problem.NOT_A_ZONE, value=words) from None
    return words.strip() or "UTC"


_READERS: dict[Kind, Callable[[str], Any]] = {
    Kind.POSITIVE: read_positive,
    Kind.NUMBER: _number,
    Kind.RATE: read_rate,
    Kind.SHARE: _share,
    Kind.SIGNED: parse_percent,
    Kind.WHOLE: _whole,
    Kind.POSITIVE_WHOLE: _positive_whole,
    Kind.DAYS: _days,
    Kind.ANY_DAY: _day,
    Kind.ANY_CLOCK: _clock,
    Kind.ANY_SHARE: _any_share,
    Kind.ANY_POSITIVE: _any_positive,
    Kind.ZONE: read_zone,
    Kind.TEXT: str.strip,
}
_PERCENT = (Kind.RATE, Kind.SHARE, Kind.SIGNED, Kind.ANY_SHARE)
_MAY_BE_EMPTY = (Kind.ANY_DAY, Kind.ANY_CLOCK, Kind.ANY_SHARE, Kind.ANY_POSITIVE)


def _spelled(kind: Kind, value: Any) -> str:
    if value is None:
        return ""
    if kind in _PERCENT:
        return spell(value * 100)
    if isinstance(value, time):
        return f"{value:%H:%M}"
    return spell(value) if isinstance(value, Decimal) else str(value)


class Inputs(QWidget):
    """Shows what `asks` ask for, `across` of them in a row; `changed` follows each change."""

    changed = Signal()

    def __init__(self, asks: Sequence[Ask], across: int = 3) -> None:
        super().__init__()
        self._asks = {ask.key: ask for ask in asks}
        self._across = across
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(10)
        self._grid.setVerticalSpacing(8)
        for column in range(across):
            self._grid.setColumnStretch(column, 1)
        self.inputs: dict[str, QWidget] = {}
        self._frames: dict[str, QWidget] = {}
        for ask in asks:
            made = self._make(ask)
            self.inputs[ask.key] = made
            framed = ask.kind in (Kind.CHOICE, Kind.DAY)
            frame = captioned(ask.caption, made) if framed else made
            frame.setParent(self)  # what is not seen is in no layout that would own it
            self._frames[ask.key] = frame
        self.show_values({ask.key: ask.value for ask in asks})
        self.changed.connect(self._arrange)

    def _make(self, ask: Ask) -> QWidget:
        tell = self.changed.emit
        match ask.kind:
            case Kind.CHOICE:
                box = QComboBox()
                for words, value in ask.choices:
                    box.addItem(words, value)
                box.currentIndexChanged.connect(lambda _: tell())
                made: QWidget = box
            case Kind.TICK:
                tick = QCheckBox(ask.caption)
                tick.toggled.connect(lambda _: tell())
                made = tick
            case Kind.DAY:
                day = QDateEdit(QDate.currentDate().addDays(7))
                day.setCalendarPopup(True)
                day.setDisplayFormat("yyyy-MM-dd")
                day.dateChanged.connect(lambda _: tell())
                made = day
            case Kind.ASSET:
                asset = AssetField(ask.caption, str(ask.value or ""))
                asset.input.currentTextChanged.connect(lambda _: tell())
                return asset
            case _:
                field: Field[Any] = Field(ask.caption, _READERS[ask.kind], "", ask.hint, ask.advise)
                field.input.textEdited.connect(lambda _: field.check_if_filled())
                field.input.textEdited.connect(lambda _: tell())
                return field
        made.setAccessibleName(ask.caption)
        return made

    def show_values(self, values: Mapping[str, Any]) -> None:
        """Show values by their keys; keys that are not asked for are passed over."""
        for key, value in values.items():
            ask = self._asks.get(key)
            if ask is not None:
                self._show(ask, self.inputs[key], value)
        self._arrange()

    def _show(self, ask: Ask, made: QWidget, value: Any) -> None:
        match made:
            case QComboBox():
                made.setCurrentIndex(max(0, made.findData(value)))
            case QCheckBox():
                made.setChecked(bool(value))
            case QDateEdit() if value is not None:
                made.setDate(QDate(value.year, value.month, value.day))
            case AssetField():
                made.input.setCurrentText(str(value or ""))
            case Field():
                made.input.setText(_spelled(ask.kind, value))
                made.input.setCursorPosition(0)

    def _seen(self, ask: Ask) -> bool:
        if ask.only is None:
            return True
        key, wanted = ask.only
        return self._seen(self._asks[key]) and self._value(self.inputs[key]) in wanted

    def _arrange(self) -> None:
        """Lay out what is to be seen, in its order."""
        seen = [key for key, ask in self._asks.items() if self._seen(ask)]
        while self._grid.takeAt(0) is not None:
            pass
        for key, frame in self._frames.items():
            frame.setVisible(key in seen)
        for number, key in enumerate(seen):
            row, column = divmod(number, self._across)
            side = Qt.AlignmentFlag.AlignVCenter if self._asks[key].kind is Kind.TICK else Qt.AlignmentFlag.AlignTop
            self._grid.addWidget(self._frames[key], row, column, side)

    def _value(self, made: QWidget) -> Any:
        match made:
            case QComboBox():
                return made.currentData()
            case QCheckBox():
                return made.isChecked()
            case QDateEdit():
                chosen = made.date()
                return date(chosen.year(), chosen.month(), chosen.day())
            case AssetField() | Field():
                return made.value()
        return None

    def values(self) -> Values | None:
        """Return all values, those that are not seen as they began; None after showing what is wrong."""
        found = {
            key: self._value(self.inputs[key]) if self._seen(ask) else ask.value for key, ask in self._asks.items()
        }
        wrong = [key for key, ask in self._asks.items() if found[key] is None and self._seen(ask)]
        empty = {key: None for key, ask in self._asks.items() if ask.kind in _MAY_BE_EMPTY and found[key] == ""}
        return None if wrong else found | empty

    def show_problem(self, key: str, sentence: str) -> bool:
        """Show what is wrong at the field called `key`; return whether there is one that can show it."""
        made = self.inputs.get(key)
        if not isinstance(made, Field) or not self._seen(self._asks[key]):
            return False
        made.show_problem(sentence)
        made.input.setFocus()
        return True
