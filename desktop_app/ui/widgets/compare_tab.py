"""Prices beside each other: which assets, over which range."""

from collections.abc import Callable, Sequence
from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QWidget

from desktop_app.engine.price_history import Compared, compared
from desktop_app.ui import numbers, theme
from desktop_app.ui.charts.base import RANGES
from desktop_app.ui.charts.compare import MOST, CompareChart
from desktop_app.ui.i18n import tr
from desktop_app.ui.session import Session
from desktop_app.ui.widgets.basics import Card, label
from desktop_app.ui.widgets.chart_card import ChartCard

_POINTS = 1500
_FIRST_CHOICE = 3


class CompareTab(QWidget):
    """Ticked assets as lines from a common 100; it asks the database thread for the range that is chosen."""

    def __init__(self, session: Session, tell: Callable[[str], None]) -> None:
        super().__init__()
        self._session, self._tell = session, tell
        self._asked = 0
        row = QHBoxLayout(self)
        row.setContentsMargins(0, theme.SPACE, 0, 0)
        row.setSpacing(14)
        side = Card(tr("Assets"))
        side.setFixedWidth(200)
        self.assets = QListWidget()
        self.assets.setAccessibleName(tr("Assets beside each other"))
        self.assets.itemChanged.connect(self._ticked)
        side.body.addWidget(self.assets, 1)
        side.body.addWidget(label(tr("At most {count} at a time.").format(count=MOST), "small", wrap=True))
        row.addWidget(side)
        self.chart = CompareChart()
        self.card = ChartCard(tr("Prices beside each other"), self.chart, "compared", tell)
        self.chart.wanted.connect(lambda _: self._ask())
        row.addWidget(self.card, 1)

    def ticked(self) -> list[str]:
        """Return the assets that are ticked."""
        items = (self.assets.item(number) for number in range(self.assets.count()))
        return [item.text() for item in items if item.checkState() is Qt.CheckState.Checked]

    def show_assets(self, assets: Sequence[str], moving: Sequence[str]) -> None:
        """Offer `assets`; at first, those that move most in the portfolio (the first of `moving`) are ticked."""
        known = [self.assets.item(number).text() for number in range(self.assets.count())]
        if known == list(assets):
            return
        kept = self.ticked() if known else list(moving[:_FIRST_CHOICE])
        self.assets.blockSignals(True)
        self.assets.clear()
        for asset in assets:
            item = QListWidgetItem(asset, self.assets)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if asset in kept else Qt.CheckState.Unchecked)
        self.assets.blockSignals(False)
        if self.isVisible():
            self._ask()

    def _ticked(self, item: QListWidgetItem) -> None:
        if len(self.ticked()) > MOST:
            item.setCheckState(Qt.CheckState.Unchecked)
            self._tell(tr("At most {count} at a time.").format(count=MOST))
            return
        self._ask()

    def renew(self) -> None:
        """Ask for what is ticked."""
        self._ask()

    def _ask(self) -> None:
        """Ask for the ticked assets; only the newest question's answer is shown."""
        self._asked += 1
        number, assets = self._asked, self.ticked()
        if not assets:
            self.card.show_nothing(tr("Tick the assets that you want to see beside each other."))
            return
        span = RANGES[self.chart.range_name]
        since = self._session.now() - timedelta(seconds=span) if span is not None else None

        def shown(found: tuple[Compared, ...]) -> None:
            if number == self._asked:
                self._show(found)

        self._session.ask(lambda monitor: compared(monitor, assets, since, None, _POINTS), shown)

    def _show(self, found: tuple[Compared, ...]) -> None:
        if not found:
            self.card.show_nothing(tr("There is no price history of these assets in that range."))
            return
        self.chart.show_compared(found)
        begin = numbers.day_of(found[0].base)
        self.card.title.setText(tr("Prices beside each other: 100 on {day}").format(day=begin))
        self.card.show_chart(self.card.title.text())
