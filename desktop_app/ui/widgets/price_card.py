"""A card around the price chart: which asset, candles or line, ranges, export."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime

from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QButtonGroup, QPushButton, QWidget

from desktop_app.engine.price_history import PriceSeries, price_series
from desktop_app.engine.snapshot import LevelView, LoanView, Snapshot
from desktop_app.ui import text, theme
from desktop_app.ui.charts.price import PriceChart, PriceLevel
from desktop_app.ui.i18n import tr
from desktop_app.ui.session import Session
from desktop_app.ui.widgets.chart_card import ChartCard
from desktop_app.ui.widgets.loan_card import TOKENS


class PriceCard(ChartCard):
    """The price of one asset over time; it asks the database thread for just what is seen."""

    def __init__(self, session: Session, failed: Callable[[str], None], parent: QWidget | None = None) -> None:
        self.chart = PriceChart()
        super().__init__(tr("Price over time"), self.chart, "price", failed, parent)
        self.title.hide()  # the asset's name stands over the card
        self._session = session
        self._asset = ""
        self._levels: Sequence[PriceLevel] = ()
        self._asked = 0
        self._kinds = QButtonGroup(self)
        place = 2
        for kind, words in (("candles", tr("Candles")), ("line", tr("Line"))):
            made = QPushButton(words)
            made.setProperty("role", "range")
            made.setCheckable(True)
            made.setChecked(kind == self.chart.kind)
            # The chosen one's words are bold, for which the hint of the unchosen leaves no room.
            bold = QFontMetrics(theme.figures(made.font(), bold=True)).horizontalAdvance(words)
            made.setStyleSheet(f"min-width: {bold + 6}px;")
            made.clicked.connect(lambda _=False, chosen=kind: self._show_as(chosen))
            self._kinds.addButton(made)
            self.head.insertWidget(place, made)
            place += 1
        self.head.insertSpacing(place, 10)
        self.chart.wanted.connect(self._ask)

    def _show_as(self, kind: str) -> None:
        self.chart.show_as(kind)
        self.legend.show_entries(self.chart.legend())

    def show_asset(self, asset: str, snapshot: Snapshot) -> None:
        """Show an asset, or bring the one that is shown up to date."""
        self._levels = levels_of(asset, snapshot)
        if asset != self._asset:
            self._asset = asset
            self.chart.forget()
            self.show_nothing(tr("Loading…"))
        self.chart.renew()

    def _ask(self, since: float | None, until: float | None) -> None:
        """Ask for a span of the asset; only the newest question's answer is shown."""
        self._asked += 1
        number, asset, points = self._asked, self._asset, self.chart.points
        first, last = (datetime.fromtimestamp(at, UTC) if at is not None else None for at in (since, until))

        def shown(series: PriceSeries) -> None:
            if number == self._asked:
                self._show(series)

        self._session.ask(lambda monitor: price_series(monitor, asset, first, last, points), shown)

    def _show(self, series: PriceSeries) -> None:
        other = self.chart.series is None or self.chart.series.asset != series.asset
        if not series.times.size:
            self.show_nothing(
                tr("There is no price history of {asset} yet: import prices, or let polling collect them.").format(
                    asset=series.asset
                )
            )
            return
        self.chart.show_series(series, self._levels)
        self.show_chart(tr("Price of {asset}").format(asset=series.asset))
        if other:
            self.chart.show_range(self.chart.range_name)


def levels_of(asset: str, snapshot: Snapshot) -> list[PriceLevel]:
    """Return the prices of an asset at which open loans reach their levels, were it to move alone."""
    return [
        made
        for view in snapshot.open_loans
        for level in view.levels
        if (made := _level(asset, view, level)) is not None
    ]


def _level(asset: str, view: LoanView, level: LevelView) -> PriceLevel | None:
    price = next((one.price for one in level.prices if one.asset == asset), None)
    if price is None:
        return None
    words = f"{text.level(level.level.kind)} · {view.loan.name}"
    return PriceLevel(float(price), words, TOKENS[text.depth_of(level.level.kind)])
