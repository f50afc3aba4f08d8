"""Prices: what is believed of each asset and why, how the sources fare, what NFT collections are worth."""

from datetime import datetime, timedelta
from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QStackedLayout, QTabWidget, QVBoxLayout, QWidget

from desktop_app.domain.prices.book import Price, PriceState
from desktop_app.engine.monitor import Monitor
from desktop_app.engine.price_history import day_changes, recent_prices
from desktop_app.engine.snapshot import Snapshot
from desktop_app.ui import numbers, price_words, theme
from desktop_app.ui.dialogs.nft import NftDialog
from desktop_app.ui.i18n import tr
from desktop_app.ui.models import price_tables as parts
from desktop_app.ui.pages.page import Navigator, Page, heading
from desktop_app.ui.pages.price_detail import PriceDetail
from desktop_app.ui.session import Session
from desktop_app.ui.widgets.basics import EmptyState, button, label
from desktop_app.ui.widgets.compare_tab import CompareTab
from desktop_app.ui.widgets.listing import TableCard
from desktop_app.ui.widgets.quarantine import Quarantine
from desktop_app.ui.widgets.sparks import POINTS, Sparks
from desktop_app.ui.widgets.table import Act


class PricesPage(Page):
    """Assets and one of them in detail; sources with their quarantine; NFT collections."""

    def __init__(self, session: Session, navigator: Navigator) -> None:
        super().__init__(session, navigator)
        self._chosen = ""
        self._changes: dict[str, Decimal] = {}
        self._changes_of: tuple[int, int] | None = None
        self._stack = QStackedLayout(self)
        self._stack.addWidget(
            EmptyState(
                tr("No prices yet"),
                tr("Import a price file, or add a loan: the prices of its assets are then asked for."),
                [(tr("Import a file"), navigator.import_file), (tr("Add a loan"), navigator.add_loan)],
            )
        )
        content = QWidget()
        self._stack.addWidget(content)
        column = QVBoxLayout(content)
        column.setContentsMargins(20, 2, 20, 14)
        column.setSpacing(theme.SPACE)
        head, buttons = heading(tr("Prices"))
        buttons.addWidget(button(tr("Ask for prices now"), session.service.poll_now))
        buttons.addWidget(button(tr("Set a price…"), self._set_price))
        buttons.addWidget(button(tr("Import a file"), navigator.import_file))
        column.addLayout(head)
        self.banner = label("", "banner", wrap=True)
        column.addWidget(self.banner)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.setAccessibleName(tr("Parts of the prices"))
        self.detail = PriceDetail(session, navigator.tell)
        for words, part in (
            (tr("Assets"), self._assets()),
            (tr("Compare"), self._compare()),
            (tr("Sources"), self._sources()),
            (tr("NFT collections"), self._collections()),
        ):
            self.tabs.addTab(part, words)
        self.tabs.currentChanged.connect(lambda _: self._tab_changed())
        column.addWidget(self.tabs, 1)

    def _assets(self) -> QWidget:
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setChildrenCollapsible(False)
        split.setHandleWidth(14)
        self.sparks = Sparks(self.session, _week, self._sparks_came, timedelta(minutes=5))
        columns = parts.asset_columns(lambda: self.session.snapshot, self.session.now, self._changes, self.sparks.of)
        self.assets = TableCard(
            "", columns, lambda price: price.asset, name=tr("Assets"), key="prices-assets", acts=self._acts()
        )
        self.assets.setMinimumWidth(280)
        self.table = self.assets.table
        self.table.selectionModel().currentRowChanged.connect(self._row_changed)
        split.addWidget(self.assets)
        split.addWidget(self.detail)
        split.setStretchFactor(0, 1)
        split.setStretchFactor(1, 1)
        split.setSizes([560, 480])
        return _spaced(split)

    def _compare(self) -> QWidget:
        self.compare = CompareTab(self.session, self.navigator.tell)
        return self.compare

    def _tab_changed(self) -> None:
        if self.tabs.currentWidget() is self.compare:
            self.compare.renew()

    def _sources(self) -> QWidget:
        content = QSplitter(Qt.Orientation.Vertical)
        content.setChildrenCollapsible(False)
        content.setHandleWidth(theme.SPACE)
        self.sources = TableCard(
            "",
            parts.source_columns(self.session.now),
            lambda row: row.info.name,
            empty=tr("Every source is switched off; switch some on in the settings."),
            name=tr("Sources"),
            key="prices-sources",
        )
        self.quarantine = Quarantine(self.session, self.navigator.tell, with_asset=True, title=tr("Quarantine"))
        content.addWidget(self.sources)
        content.addWidget(self.quarantine)
        return _spaced(content)

    def _collections(self) -> QWidget:
        self.nfts = TableCard(
            "",
            parts.nft_columns(),
            lambda view: view.collection,
            lambda view: NftDialog.ask(self.session, view, self),
            empty=tr("Import the sales of a collection to value its NFTs."),
            name=tr("NFT collections"),
            key="prices-nfts",
            acts=(Act(tr("Open"), lambda view: NftDialog.ask(self.session, view, self)),),
        )
        return _spaced(self.nfts)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show `snapshot`."""
        prices = _shown(snapshot)
        self._stack.setCurrentIndex(1 if prices or snapshot.nfts else 0)
        self.assets.show_rows(prices)
        self.sparks.want([(price.asset, None) for price in prices])
        moving = [price.asset for price in prices if price.state is not PriceState.PAR]
        self.compare.show_assets([price.asset for price in prices], moving)
        self.sources.show_rows(parts.source_rows(snapshot))
        self.quarantine.show_entries(snapshot.quarantine)
        self.nfts.show_rows(snapshot.nfts)
        self._show_banner(snapshot)
        self._ask_for_changes(snapshot, prices)
        if self._chosen not in {price.asset for price in prices}:
            self._chosen = prices[0].asset if prices else ""
        self.table.choose(self._chosen)
        self._show_detail(snapshot)

    def _sparks_came(self) -> None:
        self.table.viewport().update()

    def _ask_for_changes(self, snapshot: Snapshot, prices: list[Price]) -> None:
        minute = int(snapshot.at.timestamp() // 60), len(prices)
        if minute == self._changes_of:
            return
        self._changes_of = minute
        assets = [price.asset for price in prices]

        def shown(changes: dict[str, Decimal]) -> None:
            self._changes.clear()
            self._changes.update(changes)
            self.assets.model.renew()
            self.table.fit()

        self.session.ask(lambda monitor: day_changes(monitor, assets, snapshot.at), shown)

    def _price(self, snapshot: Snapshot) -> Price | None:
        return next((price for price in _shown(snapshot) if price.asset == self._chosen), None)

    def _show_detail(self, snapshot: Snapshot) -> None:
        price = self._price(snapshot)
        if price is not None:
            self.detail.show_price(price, snapshot)

    def _row_changed(self) -> None:
        price = self.table.current()
        if price is not None and price.asset != self._chosen:
            self._chosen = price.asset
            if self.session.snapshot is not None:
                self._show_detail(self.session.snapshot)

    def choose(self, asset: str) -> None:
        """Show one asset."""
        self._chosen = asset
        self.tabs.setCurrentIndex(0)
        if self.session.snapshot is not None:
            self.show_snapshot(self.session.snapshot)

    def _acts(self) -> list[Act]:
        return [Act(tr("Set a price…"), lambda _: self._set_price())]

    def _set_price(self) -> None:
        self.detail.set_price()

    def _show_banner(self, snapshot: Snapshot) -> None:
        words, token = banner(snapshot, self.session.now())
        self.banner.setText(words)
        if token != self.banner.property("token"):
            self.banner.setProperty("token", token)
            self.banner.style().unpolish(self.banner)
            self.banner.style().polish(self.banner)
        self.banner.setVisible(bool(words))

    def tick(self, snapshot: Snapshot) -> None:
        """Let ages and waits go on."""
        self._show_banner(snapshot)
        for table in (self.table, self.sources.table):
            table.viewport().update()
        price = self._price(snapshot)
        if price is not None:
            self.detail.tick(price, snapshot)


def _week(monitor: Monitor, asset: str, now: datetime) -> tuple[float, ...]:
    return recent_prices(monitor, [asset], now, timedelta(days=7), POINTS).get(asset, ())


def _spaced(part: QWidget) -> QWidget:
    content = QWidget()
    column = QVBoxLayout(content)
    column.setContentsMargins(0, theme.SPACE, 0, 0)
    column.addWidget(part)
    return content


def _shown(snapshot: Snapshot) -> list[Price]:
    """Return the price of every asset that is held, owed or priced, by its code."""
    legs = [
        leg for view in snapshot.loans if view.valuation for leg in (*view.valuation.collateral, *view.valuation.debts)
    ]
    found = {leg.asset: leg.price for leg in legs} | {view.holding.asset: view.price for view in snapshot.holdings}
    found |= {price.asset: price for price in snapshot.prices}
    return [found[asset] for asset in sorted(found)]


def banner(snapshot: Snapshot, now: datetime) -> tuple[str, str]:
    """Return what is wrong with prices as a whole and what happens next, with a colour token; else nothing."""
    if snapshot.demo:
        return "", ""
    if not snapshot.settings.polling:
        return tr("Prices are not fetched: that is switched off in the settings."), "watch"
    asked = [row.health for row in parts.source_rows(snapshot) if row.health is not None]
    if asked and all(feed.failures for feed in asked):
        heard = [feed.last_good for feed in asked if feed.last_good is not None]
        coming = [feed.next_poll for feed in asked if feed.next_poll is not None]
        soon = numbers.ahead(min(coming, default=None), now)
        if not heard:
            return tr("No source answers. The next try is {soon}.").format(soon=soon), "liquidation"
        words = tr(
            "No source has answered since {when}. Prices stay as they were and grow stale; the next try is {soon}."
        )
        return words.format(when=numbers.moment(max(heard)), soon=soon), "liquidation"
    stale = [price.asset for price in snapshot.prices if price.state is PriceState.STALE]
    if stale:
        words = tr(
            "Stale: {assets}. Alerts wait until these prices are heard again; “By source” tells why they are not."
        )
        return words.format(assets=price_words.listed(stale[:6])), "call"
    return "", ""
