"""How concentrated everything is: by platform, asset and chain, against limits of one's own."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.engine.counterparties import Basis, Spread
from desktop_app.engine.settings import Settings
from desktop_app.ui import numbers, platform_text, theme
from desktop_app.ui.i18n import tr
from desktop_app.ui.pages import platform_columns
from desktop_app.ui.pages.platform_columns import Part
from desktop_app.ui.widgets.asks import Ask, Kind
from desktop_app.ui.widgets.basics import Card, StatCard
from desktop_app.ui.widgets.inputs import Inputs
from desktop_app.ui.widgets.listing import Listing

_LIMITS = ("share_limit", "asset_limit", "chain_limit", "hhi_limit")
_TYPING_MS = 400


class ConcentrationTab(QWidget):
    """A figure a basis, every share, and the limits; a limit that is changed goes to `keep`."""

    def __init__(self, keep: Callable[[str, object], None]) -> None:
        super().__init__()
        self._keep = keep
        self._settings: Settings | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(theme.SPACE)
        figures = QHBoxLayout()
        figures.setSpacing(theme.SPACE)
        self._cards = {basis: StatCard(platform_text.basis(basis)) for basis in Basis}
        for card in self._cards.values():
            figures.addWidget(card, 1)
        column.addLayout(figures)
        row = QHBoxLayout()
        row.setSpacing(theme.SPACE)
        self.listing: Listing[Part] = Listing(
            tr("Shares"),
            platform_columns.parts(),
            lambda part: f"{part.basis.value} {part.name}",
            tr("Nothing has a value yet."),
            key="platforms-shares",
        )
        row.addWidget(self.listing, 3)
        row.addWidget(self._limits(), 2)
        column.addLayout(row, 1)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_TYPING_MS)
        self._timer.timeout.connect(self._read)
        self.inputs.changed.connect(self._timer.start)

    def _limits(self) -> Card:
        card = Card(tr("Your limits"))
        plain = Settings()
        captions = (
            tr("Largest platform, %"),
            tr("Largest asset, %"),
            tr("Largest chain, %"),
            tr("Herfindahl index of platforms, %"),
        )
        asks = [
            Ask(name, caption, Kind.SHARE, getattr(plain, name))
            for name, caption in zip(_LIMITS, captions, strict=True)
        ]
        self.inputs = Inputs(asks, 2)
        card.body.addWidget(self.inputs)
        card.body.addStretch(1)
        return card

    def show_spreads(self, found: Sequence[Spread], settings: Settings) -> None:
        """Show the concentration of everything."""
        before, self._settings = self._settings, settings
        limits = {name: getattr(settings, name) for name in _LIMITS}
        if not self._timer.isActive() and (before is None or limits != {n: getattr(before, n) for n in _LIMITS}):
            self.inputs.blockSignals(True)
            self.inputs.show_values(limits)
            self.inputs.blockSignals(False)
        parts = []
        for one in found:
            name, share = one.found.largest
            words = tr("{name} {share} · index {hhi} · like {count} equal parts").format(
                name=platform_text.place(name),
                share=numbers.percent(share),
                hhi=numbers.percent(one.found.hhi),
                count=numbers.plain(one.found.effective, 1),
            )
            dense = one.basis is Basis.PLATFORM and one.found.hhi > settings.hhi_limit
            token = "call" if one.over or dense else "text"
            self._cards[one.basis].show_value(numbers.percent(share, 0), words, token)
            parts += [Part(one.basis, place, part, one.limit) for place, part in one.found.shares.items()]
        self.listing.show_rows(parts)

    def _read(self) -> None:
        values = self.inputs.values()
        for name in _LIMITS if values is not None else ():
            assert values is not None
            if self._settings is not None and values[name] != getattr(self._settings, name):
                self._keep(name, values[name])
