"""Quotes that were not believed: released by a person's word, and taken back."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QHBoxLayout, QMessageBox, QVBoxLayout, QWidget

from desktop_app.domain.prices.quote import Quote
from desktop_app.engine import price_commands
from desktop_app.engine.price_commands import Released
from desktop_app.ui import numbers, price_words
from desktop_app.ui.i18n import tr
from desktop_app.ui.models import price_tables as parts
from desktop_app.ui.session import Session
from desktop_app.ui.widgets.basics import button
from desktop_app.ui.widgets.listing import TableCard
from desktop_app.ui.widgets.table import Act


class Quarantine(QWidget):
    """A table of quotes in quarantine with a button that releases one, and one that undoes it."""

    def __init__(self, session: Session, tell: Callable[[str], None], *, with_asset: bool, title: str = "") -> None:
        super().__init__()
        self._session = session
        self._tell = tell
        self.entries: Sequence[tuple[Quote, str]] = ()
        self._released: Released | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self.card = TableCard(
            title,
            parts.quarantine_columns(lambda: session.snapshot, session.now, with_asset=with_asset),
            parts.quarantine_key,
            empty=tr("Every quote was believed."),
            name=tr("Quarantine"),
            key="quarantine" if with_asset else "quarantine-of-asset",
            acts=(Act(tr("Release…"), lambda _: self._ask()),),
        )
        column.addWidget(self.card, 1)
        row = QHBoxLayout()
        row.setContentsMargins(8, 0, 8, 6)
        self.release = button(tr("Release…"), self._ask)
        self.undo = button(tr("Undo the release"), self._take_back)
        row.addWidget(self.release)
        row.addWidget(self.undo)
        row.addStretch(1)
        self.card.body.addLayout(row)
        self.show_entries([])

    def show_entries(self, entries: Sequence[tuple[Quote, str]]) -> None:
        """Show quotes with the reasons why they were not believed."""
        self.entries = entries
        self.card.show_rows(entries)
        self.release.setVisible(bool(entries))
        self.undo.setVisible(self._released is not None)

    def _ask(self) -> None:
        entry = self.card.table.current()
        if entry is None:
            self._tell(tr("Choose a quote in the table first."))
            return
        quote: Quote = entry[0]
        words = tr("Believe {source} that {asset} costs {price}, until something newer is said?").format(
            source=price_words.source_name(quote.source),
            asset=quote.asset,
            price=numbers.price(quote.price, quote.currency),
        )
        if QMessageBox.question(self, tr("Release a quote"), words) == QMessageBox.StandardButton.Yes:
            self._session.do(lambda monitor, now: price_commands.release_quote(monitor, quote, now), self._done)

    def _done(self, released: Released) -> None:
        self._released = released if released.believed else None
        self.undo.setVisible(released.believed)
        self._tell(
            tr("It counts now.") if released.believed else tr("Something newer is believed already; it counts no more.")
        )

    def _take_back(self) -> None:
        released, self._released = self._released, None
        self.undo.hide()
        if released is not None:
            self._session.do(
                lambda monitor, now: price_commands.take_back_release(monitor, released, now),
                lambda restored: self._tell(
                    tr("What was believed before counts again.")
                    if restored
                    else tr("Something newer is believed by now; that stays.")
                ),
            )
