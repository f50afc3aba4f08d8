"""The plan of the reserve: a step a row, and the chosen one spelled out beside it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.engine.reserve_plan import PlannedStep, ReservePlan
from desktop_app.ui import reserve_text, theme
from desktop_app.ui.i18n import tr
from desktop_app.ui.pages import reserve_columns
from desktop_app.ui.widgets.basics import Card, clear, label, tint
from desktop_app.ui.widgets.listing import Listing


class PlanView(QWidget):
    """Shows a plan; `currency` is asked for whenever money is told."""

    def __init__(self, currency: reserve_columns.Currency) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 8, 0, 0)
        row.setSpacing(theme.SPACE)
        self.listing: Listing[PlannedStep] = Listing(
            tr("Plan"),
            reserve_columns.steps(currency),
            lambda one: f"{one.step.item} {one.step.loan} {one.step.hours}",
            tr("Nothing has to be done after such a fall."),
            key="reserve-plan",
        )
        row.addWidget(self.listing, 2)
        card = Card(tr("Transfer"))
        self._lines = QVBoxLayout()
        self._lines.setSpacing(7)
        card.body.addLayout(self._lines)
        card.body.addStretch(1)
        row.addWidget(card, 1)
        self.listing.table.selectionModel().currentRowChanged.connect(lambda *_: self._spell())
        self._spell()

    def show_plan(self, plan: ReservePlan) -> None:
        """Show the steps of `plan`, the first of them spelled out."""
        self.listing.show_rows(plan.steps)
        self._spell()

    def words(self) -> list[str]:
        """Return the sentences of the transfer that is spelled out."""
        chosen = self.listing.current()
        return [words for words, _ in reserve_text.transfer_lines(chosen)] if chosen is not None else []

    def _spell(self) -> None:
        clear(self._lines)
        chosen = self.listing.current()
        if chosen is None:
            self._lines.addWidget(label(tr("Choose a step of the plan."), "muted"))
            return
        for number, (words, token) in enumerate(reserve_text.transfer_lines(chosen), start=1):
            line = label(f"{number}. {words}", wrap=True, selectable=True)
            line.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            tint(line, token)
            self._lines.addWidget(line)
