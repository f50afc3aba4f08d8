"""What was found out about a file, each thing changeable."""

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QComboBox, QGridLayout, QVBoxLayout, QWidget

from desktop_app.domain.problems import Refused
from desktop_app.engine.price_files import DELIMITERS, ENCODINGS, DateOrder, Decimals, Preview
from desktop_app.engine.resources import known_assets
from desktop_app.ui import import_text
from desktop_app.ui.i18n import tr
from desktop_app.ui.widgets.basics import Card, label

_COLUMNS = 4


class FactCard(Card):
    """Shows a preview as fields. `chosen` takes fields of `Choices`; `period_chosen` takes seconds."""

    def __init__(self, chosen: Callable[[dict[str, Any]], None], period_chosen: Callable[[int], None]) -> None:
        super().__init__(tr("What was found in it"))
        self._chosen = chosen
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(14)
        self._grid.setVerticalSpacing(10)
        for column in range(_COLUMNS):
            self._grid.setColumnStretch(column, 1)
        self.body.addLayout(self._grid)
        assets = known_assets().book.codes()
        self.asset = self._written(tr("Asset"), "asset", assets)
        self.currency = self._written(tr("Currency"), "currency", ("USD", "USDT", "USDC", "EUR", "TWD", "CNY", "BTC"))
        self.zone = self._written(tr("Time zone"), "zone", import_text.ZONES)
        self.period = _Fact(tr("Every"), self)
        self.period.box.activated.connect(lambda _: period_chosen(self.period.box.currentData()))
        self.dates = self._listed(tr("Dates"), "dates", {one: import_text.date_order(one) for one in DateOrder})
        self.decimals = self._listed(tr("Numbers"), "decimals", {one: import_text.decimals(one) for one in Decimals})
        encodings = {name: import_text.encoding(name) for name in ENCODINGS}
        self.encoding = self._listed(tr("Encoding"), "encoding", encodings)
        signs = {sign: import_text.delimiter(sign) for sign in DELIMITERS}
        self.delimiter = self._listed(tr("Separator"), "delimiter", signs)
        self.sheet = self._listed(tr("Sheet"), "sheet", {})
        self._facts = {
            "asset": self.asset,
            "currency": self.currency,
            "zone": self.zone,
            "dates": self.dates,
            "decimals": self.decimals,
            "encoding": self.encoding,
            "delimiter": self.delimiter,
            "sheet": self.sheet,
        }

    def _listed(self, caption: str, name: str, entries: dict[Any, str]) -> "_Fact":
        fact = _Fact(caption, self)
        fact.offer(entries)
        fact.box.activated.connect(lambda _: self._chosen({name: fact.box.currentData()}))
        return fact

    def _written(self, caption: str, name: str, entries: tuple[str, ...]) -> "_Fact":
        fact = _Fact(caption, self)
        fact.offer({entry: entry for entry in entries})
        fact.box.setEditable(True)
        fact.box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        line = fact.box.lineEdit()
        assert line is not None
        line.setAccessibleName(caption)

        def take() -> None:
            if line.text().strip() != fact.shown:
                fact.shown = line.text().strip()
                self._chosen({name: fact.shown})

        line.editingFinished.connect(take)
        fact.box.activated.connect(lambda _: take())
        return fact

    def show_preview(self, found: Preview, period_s: int, refused: Refused | None) -> None:
        """Show what `found` tells; `period_s` is the chosen period (0: as found)."""
        in_rows = not found.asset and any(asset for asset, _ in found.pairs)
        self.asset.write(found.asset, tr("told by the rows") if in_rows else "")
        currencies = {currency for _, currency in found.pairs}
        told_by_rows = len(currencies) > 1
        self.currency.write("" if told_by_rows else found.currency, tr("told by the rows") if told_by_rows else "")
        self.zone.write(found.zone)
        for fact, value in (
            (self.dates, found.dates),
            (self.decimals, found.decimals),
            (self.encoding, found.encoding),
            (self.delimiter, found.delimiter),
        ):
            fact.choose(value)
        self.sheet.offer({name: name for name in found.sheets})
        self.sheet.choose(found.sheet)
        periods = sorted({*import_text.PERIODS, *filter(None, (found.period_s, period_s))})
        self.period.offer({seconds: import_text.period(seconds) for seconds in periods})
        self.period.choose(period_s or found.period_s)
        field, sentence = import_text.field_of(refused)
        for name, fact in self._facts.items():
            fact.show_problem(sentence if name == field else "")
        self._arrange(text=bool(found.encoding), book=bool(found.sheets))

    def _arrange(self, *, text: bool, book: bool) -> None:
        """Put those facts side by side that such a file has."""
        shown = [self.asset, self.currency, self.period, self.zone, self.dates, self.decimals]
        shown += [self.encoding, self.delimiter] if text else []
        shown += [self.sheet] if book else []
        for fact in (*self._facts.values(), self.period):
            self._grid.removeWidget(fact)
            fact.setVisible(fact in shown)
        for number, fact in enumerate(shown):
            self._grid.addWidget(fact, number // _COLUMNS, number % _COLUMNS)


class _Fact(QWidget):
    """A combo box with its caption, and the sentence of what is wrong with it."""

    def __init__(self, caption: str, parent: QWidget) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        self.box = QComboBox()
        self.box.setAccessibleName(caption)
        self.box.setMinimumWidth(120)
        self.shown = ""
        self._wrong = label("", "error", wrap=True)
        self._wrong.hide()
        for part in (label(caption, "small"), self.box, self._wrong):
            column.addWidget(part)
        column.addStretch(1)

    def offer(self, entries: dict[Any, str]) -> None:
        """Offer `entries`, values with their words."""
        if [self.box.itemData(n) for n in range(self.box.count())] == list(entries):
            return
        self.box.clear()
        for value, words in entries.items():
            self.box.addItem(words, value)

    def choose(self, value: object) -> None:
        """Show `value`, which is offered."""
        self.box.setCurrentIndex(self.box.findData(value))

    def write(self, words: str, hint: str = "") -> None:
        """Show `words` in a box that may be written in, unless somebody is writing in it."""
        line = self.box.lineEdit()
        assert line is not None
        line.setPlaceholderText(hint)
        if not (line.hasFocus() and line.isModified()):
            self.shown = words
            self.box.setCurrentText(words)

    def show_problem(self, sentence: str) -> None:
        """Show what is wrong; nothing takes it away."""
        self._wrong.setText(sentence)
        self._wrong.setVisible(bool(sentence))
        self.box.setAccessibleDescription(sentence)
