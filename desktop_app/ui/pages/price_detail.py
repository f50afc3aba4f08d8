"""One asset in detail: its price, its chart, and below who said what, quarantine, rates, history."""

from collections.abc import Callable
from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QTabWidget, QVBoxLayout, QWidget

from desktop_app.domain.prices.book import Price, PriceState
from desktop_app.engine import price_commands
from desktop_app.engine.price_history import AssetDetails, asset_details
from desktop_app.engine.snapshot import Snapshot
from desktop_app.ui import numbers, price_words, text, theme
from desktop_app.ui.dialogs.price import PriceDialog
from desktop_app.ui.i18n import tr
from desktop_app.ui.models import price_tables as parts
from desktop_app.ui.session import Session
from desktop_app.ui.widgets.backfills import Backfills
from desktop_app.ui.widgets.basics import Badge, Card, button, label
from desktop_app.ui.widgets.listing import TableCard
from desktop_app.ui.widgets.price_card import PriceCard
from desktop_app.ui.widgets.quarantine import Quarantine


class PriceDetail(QWidget):
    """Shows one asset; `tell` says a sentence in the window."""

    def __init__(self, session: Session, tell: Callable[[str], None]) -> None:
        super().__init__()
        self._session = session
        self._asset = ""
        self._converted: dict[str, Decimal] = {}
        self._drawn: tuple[str, int] | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.SPACE)
        column.addWidget(self._head())
        split = QSplitter(Qt.Orientation.Vertical)
        split.setChildrenCollapsible(False)
        split.setHandleWidth(theme.SPACE)
        self.chart = PriceCard(session, tell)
        split.addWidget(self.chart)
        split.addWidget(self._tabs(tell))
        split.setStretchFactor(0, 3)
        split.setStretchFactor(1, 2)
        column.addWidget(split, 1)

    def _head(self) -> Card:
        card = Card()
        card.body.setSpacing(4)
        row = QHBoxLayout()
        row.setSpacing(10)
        self._name = label("", "heading")
        self._badge = Badge()
        self._price = label("", "figure")
        row.addWidget(self._name)
        row.addWidget(self._badge)
        row.addStretch(1)
        row.addWidget(self._price)
        card.body.addLayout(row)
        line = QHBoxLayout()
        self._line = label("", "muted", wrap=True)
        line.addWidget(self._line, 1)
        self.clear = button(tr("Clear my price"), self._clear, "link")
        line.addWidget(self.clear, 0, Qt.AlignmentFlag.AlignTop)
        card.body.addLayout(line)
        return card

    def _tabs(self, tell: Callable[[str], None]) -> QTabWidget:
        latest = lambda: self._session.snapshot  # noqa: E731
        self.words = TableCard(
            "",
            parts.word_columns(latest, self._session.now, self._converted),
            lambda word: str(word.quote.source),
            empty=tr("No source has said anything since the program was started."),
            name=tr("By source"),
            key="price-words",
        )
        self.quarantine = Quarantine(self._session, tell, with_asset=False)
        self.rates = TableCard(
            "",
            parts.rate_columns(),
            lambda point: f"{point.source} {point.instrument} {point.kind}",
            empty=tr("No rates of this asset are known. They are fetched for assets of loans, every hour."),
            name=tr("Rates"),
            key="price-rates",
        )
        self.backfills = Backfills(self._session)
        self.kept = TableCard(
            "",
            parts.series_columns(),
            lambda one: f"{one.source} {one.currency} {one.period_s}",
            empty=tr("No history is kept yet."),
            name=tr("History"),
            key="price-history",
        )
        history = QWidget()
        column = QVBoxLayout(history)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.backfills)
        column.addWidget(self.kept, 1)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.setAccessibleName(tr("Parts of the price"))
        self.tabs.setMinimumHeight(150)
        for words, part in (
            (tr("By source"), self.words),
            (tr("Quarantine"), self.quarantine),
            (tr("Rates"), self.rates),
            (tr("History"), history),
        ):
            self.tabs.addTab(part, words)
        return self.tabs

    def show_price(self, price: Price, snapshot: Snapshot) -> None:
        """Show what is known of the asset of `price`."""
        asset = self._asset = price.asset
        self._name.setText(asset)
        self._price.setText(numbers.price(price.value, snapshot.currency))
        self._price.setFont(theme.figures(self.font(), 22, bold=True))
        self._badge.show_state(text.price_state(price.state), price_words.STATE_TOKENS[price.state])
        self._line.setText(self._standing(price, snapshot))
        self.clear.setVisible(any(one.asset == asset for one in snapshot.manual))
        self.words.show_rows([word for word in snapshot.words if word.quote.asset == asset])
        self.quarantine.show_entries([entry for entry in snapshot.quarantine if entry[0].asset == asset])
        self.rates.show_rows([point for point in snapshot.rates if point.asset == asset])
        self.backfills.show_asset(asset, snapshot.backfills)
        for number, (words, count) in enumerate(
            ((tr("By source"), 0), (tr("Quarantine"), len(self.quarantine.entries)))
        ):
            self.tabs.setTabText(number, f"{words} ({count})" if count else words)
        self._session.ask(lambda monitor: asset_details(monitor, asset), self._show_details)
        drawn = asset, int(snapshot.at.timestamp() // 60)
        if drawn != self._drawn:
            self._drawn = drawn
            self.chart.show_asset(asset, snapshot)

    def _show_details(self, details: AssetDetails) -> None:
        if details.asset != self._asset:
            return
        self._converted.clear()
        self._converted.update(details.converted)
        self.words.table.viewport().update()
        self.kept.show_rows(details.kept)

    def _standing(self, price: Price, snapshot: Snapshot) -> str:
        """Return whose word the price is, and how old it is."""
        age = numbers.ago(price.at, self._session.now())
        if price.state is PriceState.MANUAL:
            return self._own(price, snapshot)
        if price.value is None:
            return tr("No source has a price for it: set one, or import a file.")
        if price.state is PriceState.PAR:
            return tr("It follows the currency, and no source was heard: taken as 1.")
        name = price_words.source_name(price.source)
        if price.sources > 1:
            agree = tr("%n source(s) agree", "", price.sources)
            return tr("{agree}, {age}; they lie apart by {spread}.").format(
                agree=agree, age=age, spread=numbers.percent(price.spread, 2)
            )
        return tr("{source} alone, {age}.").format(source=name, age=age)

    def _own(self, price: Price, snapshot: Snapshot) -> str:
        manual = next((one for one in snapshot.manual if one.asset == price.asset), None)
        if manual is None:
            return ""
        since = tr("Your own price since {when}.").format(when=numbers.moment(manual.at))
        said = [
            f"{price_words.source_name(word.quote.source)} {numbers.price(word.quote.price, word.quote.currency)}"
            for word in snapshot.words
            if word.quote.asset == price.asset and not word.reason
        ]
        told = (
            tr("Sources say: {words}.").format(words=price_words.listed(said)) if said else tr("No source was heard.")
        )
        note = [tr("Note: {note}").format(note=manual.note)] if manual.note else []
        return text.in_sequence(since, told, *note)

    def tick(self, price: Price, snapshot: Snapshot) -> None:
        """Bring the age up to date."""
        self._line.setText(self._standing(price, snapshot))

    def set_price(self) -> None:
        """Ask for a person's own price of the asset."""
        PriceDialog.ask(self._session, self._asset, self)

    def _clear(self) -> None:
        asset = self._asset
        self._session.do(lambda monitor, now: price_commands.clear_price(monitor, asset, now))
