"""Income by month: what was earned beside what was paid out."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.domain.earn.income import Income
from desktop_app.engine.incomes import GroupBy, GroupedIncome, Span, grouped
from desktop_app.ui.i18n import tr
from desktop_app.ui.pages import earn_columns
from desktop_app.ui.widgets.basics import label
from desktop_app.ui.widgets.listing import Listing


class IncomeTab(QWidget):
    """A table of months or days, told by position, platform or asset; differences are marked. `asked` wants a span."""

    asked = Signal(object)

    def __init__(self, name_of: Callable[[str], str]) -> None:
        super().__init__()
        self._entries: Sequence[Income] = ()
        self._today = date.min
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(8)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(label(tr("Told by"), "muted"))
        self.by = QComboBox()
        self.by.setAccessibleName(tr("Told by"))
        for words, by in (
            (tr("position"), GroupBy.POSITION),
            (tr("platform"), GroupBy.PLATFORM),
            (tr("asset"), GroupBy.ASSET),
        ):
            self.by.addItem(words, by)
        self.by.currentIndexChanged.connect(lambda _: self._show())
        row.addWidget(self.by)
        self.span = QComboBox()
        self.span.setAccessibleName(tr("Summed by"))
        for words, span in ((tr("month"), Span.MONTH), (tr("day, the last 90"), Span.DAY)):
            self.span.addItem(words, span)
        self.span.currentIndexChanged.connect(lambda _: self.asked.emit(self.span.currentData()))
        row.addWidget(self.span)
        row.addStretch(1)
        row.addWidget(label(tr("A payout more than 1% off what was earned is marked."), "muted"))
        column.addLayout(row)
        self.listing: Listing[GroupedIncome] = Listing(
            tr("Income"),
            earn_columns.incomes(name_of, self.span.currentData),
            lambda entry: f"{entry.start} {entry.subject} {entry.asset}",
            tr("Nothing yet. What positions earn and loans cost appears here, beside the payouts you enter."),
            key="earn-income",
        )
        column.addWidget(self.listing, 1)

    def show_income(self, entries: Sequence[Income], today: date) -> None:
        """Show the income of all positions as of `today`."""
        self._today = today
        self._entries = entries
        self._show()

    def _show(self) -> None:
        self.listing.show_rows(grouped(self._entries, self.by.currentData(), self._today, self.span.currentData()))
