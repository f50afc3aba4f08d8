"""How large a loan may be, or what collateral it lacks, for the odds that were asked."""

from collections.abc import Callable
from decimal import Decimal

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.engine.odds_inputs import OddsFound
from desktop_app.ui import numbers
from desktop_app.ui.i18n import tr
from desktop_app.ui.pages import stress_columns
from desktop_app.ui.widgets.basics import label
from desktop_app.ui.widgets.listing import TableCard


class SizesTab(QWidget):
    """A table of limits; empty until odds were simulated."""

    def __init__(self, currency: Callable[[], str], failed: Callable[[str], None]) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(8)
        self._told = label("", "muted", wrap=True)
        column.addWidget(self._told)
        columns = stress_columns.sizes(currency)
        self.sizes = TableCard(
            tr("Debt at most, or collateral more"),
            columns,
            lambda row: row.name,
            empty=tr("Simulate the odds first; the limits come from the same futures."),
            key="stress-sizes",
        )
        column.addWidget(self.sizes, 1)

    def show_odds(self, found: OddsFound) -> None:
        """Show the limits that the futures set."""
        words = tr(
            "So much may be owed that a level is reached in at most {share} of the futures of {days} days, the "
            "reserve left alone. More of the same collateral does as much as less debt."
        )
        share = numbers.percent(Decimal(repr(found.ask.chance)), 1)
        self._told.setText(words.format(share=share, days=found.ask.days))
        self.sizes.show_rows([row for row in stress_columns.odds_rows(found) if row.view is not None])
