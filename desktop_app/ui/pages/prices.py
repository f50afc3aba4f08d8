"""Prices: what is believed of each asset, how the sources fare, what was not believed and why."""

from decimal import Decimal

from desktop_app.domain.prices.book import Price, PriceState
from desktop_app.domain.prices.consensus import Rejection
from desktop_app.domain.prices.nft import NftView
from desktop_app.domain.prices.quote import Quote
from desktop_app.engine.snapshot import FeedHealth, Snapshot
from desktop_app.ui import numbers, text
from desktop_app.ui.dialogs.nft import NftDialog
from desktop_app.ui.i18n import tr
from desktop_app.ui.models.rows import Column
from desktop_app.ui.pages.listing import ListingPage
from desktop_app.ui.pages.page import Navigator
from desktop_app.ui.session import Session
from desktop_app.ui.widgets.basics import button

_TOKENS = {
    PriceState.FRESH: "safe",
    PriceState.MANUAL: "accent",
    PriceState.PAR: "watch",
    PriceState.STALE: "liquidation",
    PriceState.MISSING: "liquidation",
}


def rejection_words(reason: str) -> str:
    """Return why a quote was not believed."""
    return {
        Rejection.NOT_POSITIVE.value: tr("not greater than zero"),
        Rejection.FUTURE.value: tr("dated in the future"),
        Rejection.OUT_OF_ORDER.value: tr("older than the one before"),
        Rejection.UNCONFIRMED_JUMP.value: tr("a jump of over 10 %, not confirmed yet"),
        Rejection.OUTVOTED.value: tr("outvoted by the other sources"),
        Rejection.DISAGREE.value: tr("the sources disagree"),
    }.get(reason, reason)


class PricesPage(ListingPage):
    """Assets, sources, quarantine."""

    def __init__(self, session: Session, navigator: Navigator) -> None:
        super().__init__(
            session,
            navigator,
            tr("Prices"),
            tr("A price is what several words add up to; a stale or missing one is told as such."),
            (
                tr("No prices yet"),
                tr("Import a price file, or add a loan: the prices of its assets are then asked for."),
                [(tr("Import a file"), navigator.import_file), (tr("Add a loan"), navigator.add_loan)],
            ),
        )
        self.buttons.addWidget(button(tr("Ask for prices now"), session.service.poll_now))
        self.buttons.addWidget(button(tr("Import a file"), navigator.import_file))
        self._show_prices = self.add_table(tr("Assets"), self._price_columns(), lambda price: price.asset, stretch=3)
        self._show_nfts = self.add_table(
            tr("NFT collections"),
            self._nft_columns(),
            lambda view: view.collection,
            self._open_nft,
            empty=tr("Import the sales of a collection to value its NFTs."),
        )
        self._show_feeds = self.add_table(
            tr("Sources"), self._feed_columns(), lambda feed: feed.name, empty=tr("No source was asked yet.")
        )
        self._show_quarantine = self.add_table(
            tr("Quarantine"),
            self._quarantine_columns(),
            lambda entry: f"{entry[0].asset}{entry[0].source}{entry[0].at}",
            empty=tr("Every quote was believed."),
        )

    def _currency(self) -> str:
        return self.session.snapshot.currency if self.session.snapshot else "USD"

    def _price_columns(self) -> list[Column[Price]]:
        return [
            Column(tr("Asset"), lambda price: price.asset),
            Column(
                tr("Price"),
                lambda price: numbers.price(price.value, self._currency()),
                lambda price: price.value or 0,
                figures=True,
            ),
            Column(tr("State"), lambda price: text.price_state(price.state), token=lambda price: _TOKENS[price.state]),
            Column(
                tr("Age"), lambda price: numbers.ago(price.at, self.session.now()), lambda p: str(p.at), figures=True
            ),
            Column(tr("Source"), lambda price: price.source or numbers.NONE),
            Column(tr("Sources", "count"), lambda price: str(price.sources), lambda price: price.sources, figures=True),
            Column(
                tr("Spread"),
                lambda price: numbers.percent(price.spread, 2),
                lambda price: price.spread or 0,
                figures=True,
            ),
            Column(tr("Said at"), lambda price: numbers.moment(price.at)),
        ]

    def _nft_columns(self) -> list[Column[NftView]]:
        def shown(value: Decimal | None) -> str:
            return numbers.amount(value, 4) if value is not None else numbers.NONE

        return [
            Column(tr("Collection"), lambda view: f"{view.collection} ({view.currency})"),
            Column(
                tr("Median of sales"),
                lambda view: shown(view.value.sales.robust_price if view.value.sales else None),
                figures=True,
            ),
            Column(tr("Average over time"), lambda view: shown(view.value.average), figures=True),
            Column(tr("Lowest ask"), lambda view: shown(view.value.floor_ask), figures=True),
            Column(tr("Best bid"), lambda view: shown(view.value.best_bid), figures=True),
            Column(tr("Counted (lowest)"), lambda view: shown(view.value.risk), figures=True, token=lambda _: "accent"),
            Column(
                tr("Rejected"),
                lambda view: str(len(view.value.sales.rejected) if view.value.sales else 0),
                figures=True,
            ),
            Column(tr("Newest"), lambda view: numbers.moment(view.newest)),
        ]

    def _open_nft(self, view: NftView) -> None:
        NftDialog.ask(self.session, view, self)

    def _feed_columns(self) -> list[Column[FeedHealth]]:
        return [
            Column(tr("Source"), lambda feed: feed.name),
            Column(tr("Last answer"), lambda feed: numbers.ago(feed.last_good, self.session.now())),
            Column(tr("Failures in a row"), lambda feed: str(feed.failures), lambda feed: feed.failures, figures=True),
            Column(tr("Last fault"), lambda feed: feed.fault or numbers.NONE),
        ]

    def _quarantine_columns(self) -> list[Column[tuple[Quote, str]]]:
        return [
            Column(tr("Asset"), lambda entry: entry[0].asset),
            Column(tr("Quote"), lambda entry: numbers.price(entry[0].price, self._currency()), figures=True),
            Column(tr("Source"), lambda entry: entry[0].source),
            Column(tr("Received"), lambda entry: numbers.moment(entry[0].received)),
            Column(tr("Why"), lambda entry: rejection_words(entry[1])),
        ]

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show `snapshot`."""
        wanted = {
            leg.asset: leg.price for view in snapshot.loans if view.valuation for leg in view.valuation.collateral
        }
        wanted |= {leg.asset: leg.price for view in snapshot.loans if view.valuation for leg in view.valuation.debts}
        wanted |= {price.asset: price for price in snapshot.prices}
        if not self.show_content(snapshot, empty=not wanted and not snapshot.nfts):
            return
        self._show_prices([wanted[asset] for asset in sorted(wanted)])
        self._show_nfts(snapshot.nfts)
        self._show_feeds(snapshot.feeds)
        self._show_quarantine(snapshot.quarantine)
