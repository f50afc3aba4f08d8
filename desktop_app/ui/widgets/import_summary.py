"""What an import would do: rows by asset, what is new, what would be rejected and why, and what to do about that."""

from collections.abc import Callable
from decimal import Decimal

from PySide6.QtWidgets import QButtonGroup, QRadioButton, QVBoxLayout, QWidget

from desktop_app.engine.importing import SeriesImported
from desktop_app.engine.price_files import ParsedPrices, SeriesSummary
from desktop_app.ui import import_text, numbers
from desktop_app.ui.i18n import tr
from desktop_app.ui.models.rows import Column, RowsModel
from desktop_app.ui.widgets.basics import Card, label
from desktop_app.ui.widgets.table import Table

_Row = tuple[SeriesSummary, SeriesImported]
_MOST_SEEN = 6
# Columns that are worth their place only where they hold something.
_SELDOM = {6: "changed", 8: "running"}


def _count(value: int) -> str:
    return numbers.plain(Decimal(value), 0)


def _columns() -> list[Column[_Row]]:
    return [
        Column(tr("Asset"), lambda row: f"{row[0].asset} / {row[0].currency}"),
        Column(tr("Rows"), lambda row: _count(row[0].rows), lambda row: row[0].rows, True),
        Column(tr("First"), lambda row: import_text.day_of(row[0].first_ms), lambda row: row[0].first_ms),
        Column(tr("Last"), lambda row: import_text.day_of(row[0].last_ms), lambda row: row[0].last_ms),
        Column(tr("Every"), lambda row: import_text.period(row[0].period_s), lambda row: row[0].period_s),
        Column(tr("New"), lambda row: _count(row[1].added), lambda row: row[1].added, True),
        Column(tr("Corrected"), lambda row: _count(row[1].changed), lambda row: row[1].changed, True),
        Column(tr("Known"), lambda row: _count(row[1].unchanged), lambda row: row[1].unchanged, True),
        Column(tr("Not over yet"), lambda row: _count(row[1].running), lambda row: row[1].running, True),
    ]


class SummaryCard(Card):
    """Shows a dry run. `whole_chosen` takes whether rejected rows forbid the import."""

    def __init__(self, whole_chosen: Callable[[bool], None]) -> None:
        super().__init__(tr("What an import would do"))
        model: RowsModel[_Row] = RowsModel(_columns(), lambda row: f"{row[0].asset}/{row[0].currency}")
        self._model = model
        self.table = Table(model, tr("Prices by asset"))
        self.body.addWidget(self.table)
        self._remarks = label("", "muted", wrap=True)
        self.body.addWidget(self._remarks)
        self._rejected = QWidget()
        column = QVBoxLayout(self._rejected)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(6)
        self._reasons = label("", "warning", wrap=True, selectable=True)
        column.addWidget(self._reasons)
        self.whole = QRadioButton(tr("All or nothing"))
        self.good = QRadioButton(tr("The good rows; the rejected ones can be saved to a file"))
        self.whole.setChecked(True)
        group = QButtonGroup(self)
        for number, choice in enumerate((self.whole, self.good)):
            choice.setAccessibleName(choice.text())
            group.addButton(choice, number)
            choice.clicked.connect(lambda _=False: whole_chosen(self.whole.isChecked()))
            column.addWidget(choice)
        self.body.addWidget(self._rejected)

    def show_outlook(self, found: ParsedPrices | None, series: tuple[SeriesImported, ...], *, whole: bool) -> None:
        """Show what was read and what of it would be new; None hides everything."""
        known = len(series) if found is not None else 0
        self.setVisible((found is not None and known > 0) or bool(found and found.rejects))
        if found is None:
            return
        summaries = found.summary.series
        rows = list(zip(summaries, series, strict=True)) if len(summaries) == known else []
        self._model.show_rows(rows)
        for number, name in _SELDOM.items():
            self.table.setColumnHidden(number, not any(getattr(one, name) for one in series))
        self.table.fit()
        self.table.setVisible(bool(rows))
        height = self.table.horizontalHeader().sizeHint().height() + 34 * min(len(rows), _MOST_SEEN) + 6
        self.table.setFixedHeight(height)
        remarks = import_text.remarks(found)
        self._remarks.setText("\n".join(remarks))
        self._remarks.setVisible(bool(remarks))
        self._reasons.setText("\n".join(import_text.rejects(found)))
        self._rejected.setVisible(bool(found.rejects))
        (self.whole if whole else self.good).setChecked(True)
