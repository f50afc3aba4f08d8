"""The form of a scenario: what happens to prices, rates, rules and platforms."""

from dataclasses import replace
from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.domain.assets import asset_code
from desktop_app.domain.problems import Problem, Refused
from desktop_app.domain.risk.shock import Scenario, Spread
from desktop_app.engine import scenario_commands
from desktop_app.engine.resources import episodes
from desktop_app.engine.snapshot import Snapshot
from desktop_app.ui import scenario_text, text
from desktop_app.ui.dialogs.fields import Field
from desktop_app.ui.dialogs.form import Form
from desktop_app.ui.entry import parse_percent, read_name, spell
from desktop_app.ui.i18n import tr
from desktop_app.ui.pages.page import scrolled
from desktop_app.ui.session import Session
from desktop_app.ui.widgets.asks import Ask, Kind, Values
from desktop_app.ui.widgets.basics import label, rule
from desktop_app.ui.widgets.inputs import Inputs

Moves = tuple[tuple[str, Decimal], ...]
_FROZEN = "frozen:"


def read_moves(words: str) -> Moves:
    """Return the moves that ``ETH -40; USDT -10`` spells, in percent.

    Raises:
        Refused: an entry is no asset followed by a number.
    """
    found = []
    for entry in words.replace("\N{FULLWIDTH SEMICOLON}", ";").split(";"):
        if not entry.strip():
            continue
        name, _, figure = entry.strip().rpartition(" ")
        try:
            code = asset_code(name)
        except ValueError:
            raise Refused(Problem.NOT_AN_ASSET, value=entry.strip()) from None
        found.append((code, parse_percent(figure)))
    return tuple(found)


def spell_moves(moves: Moves) -> str:
    """Return moves as they may be typed back."""
    return "; ".join(f"{asset} {spell(move * 100)}" for asset, move in moves)


class ScenarioDialog(Form):
    """Asks for a scenario, or for changes to one; `name` is that of a copy of one that came along."""

    def __init__(
        self, session: Session, scenario: Scenario | None, parent: QWidget | None = None, name: str = ""
    ) -> None:
        super().__init__(parent)
        self._session = session
        own = scenario is not None and bool(scenario.name)
        base = scenario or Scenario("")
        self._scenario = base if own else replace(base, id="")
        self.setWindowTitle(tr("Change the scenario") if own else tr("Add a scenario"))
        self.resize(680, 640)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        content = QWidget()
        outer.addWidget(scrolled(content), 1)
        self._column = QVBoxLayout(content)
        self._column.setContentsMargins(22, 18, 22, 8)
        self._column.setSpacing(10)
        offered = base.name if own or not name else tr("{name} (copy)").format(name=name)
        self.name = Field(tr("Name"), read_name, offered, tr("such as Bad winter"))
        self._column.addWidget(self.name)
        self.prices = self._part(tr("Prices"), _price_asks(base))
        hint = tr("such as ETH -40; USDT -10")
        self.moves: Field[Moves] = Field(tr("Single assets, %"), read_moves, spell_moves(base.moves), hint)
        self._column.addWidget(self.moves)
        self.rules = self._part(tr("Rates, rules, platforms"), _rule_asks(base, session.snapshot))
        self.sales = self._part(tr("Sales and reserve"), _sale_asks(base))
        self._column.addStretch(1)
        foot = self.foot()
        foot.setContentsMargins(22, 6, 22, 18)
        outer.addLayout(foot)

    def _part(self, title: str, asks: tuple[Ask, ...]) -> Inputs:
        self._column.addWidget(rule())
        self._column.addWidget(label(title, "title"))
        made = Inputs(asks)
        self._column.addWidget(made)
        return made

    @staticmethod
    def ask(session: Session, scenario: Scenario | None, parent: QWidget, name: str = "") -> None:
        """Open the form beside the window."""
        dialog = ScenarioDialog(session, scenario, parent, name)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def keep(self) -> None:
        """Check what was entered and have it carried out."""
        self.wrong.hide()
        name, moves = self.name.value(), self.moves.value()
        prices, rules, sales = self.prices.values(), self.rules.values(), self.sales.values()
        if name is None or moves is None or prices is None or rules is None or sales is None:
            return
        made = replace(self._scenario, name=name, moves=moves, **_changes({**prices, **rules, **sales}))
        self.save.setEnabled(False)
        self._session.do(
            lambda monitor, now: scenario_commands.keep_scenario(monitor, made),
            lambda _: self.accept(),
            self.refused,
        )

    def refused(self, refused: Refused) -> None:
        """Say what was refused at its field, where there is one, else at the foot."""
        sentence = text.short_sentence(refused)
        for name, field in (("name", self.name), ("moves", self.moves)):
            if refused.field == name:
                self.save.setEnabled(True)
                field.show_problem(sentence)
                field.input.setFocus()
                return
        if any(part.show_problem(refused.field, sentence) for part in (self.prices, self.rules, self.sales)):
            self.save.setEnabled(True)
        else:
            super().refused(refused)


def _price_asks(base: Scenario) -> tuple[Ask, ...]:
    ways: tuple[tuple[str, object], ...] = (
        (tr("a straight line"), ""),
        *((scenario_text.episode(one), one) for one in episodes()),
    )
    spreads: tuple[tuple[str, object], ...] = tuple((scenario_text.spread(one), one) for one in Spread)
    straight = ("episode", ("",))
    return (
        Ask("episode", tr("Prices go"), Kind.CHOICE, base.episode, choices=ways),
        Ask("spread", tr("Assets that are not named follow"), Kind.CHOICE, base.spread, choices=spreads, only=straight),
        Ask("hours", tr("Over how many hours"), Kind.NUMBER, base.hours, only=straight),
        Ask(
            "rest",
            tr("Move of all others (or of Bitcoin), %"),
            Kind.SIGNED,
            base.rest,
            only=("spread", (Spread.ALIKE, Spread.BETA)),
        ),
    )


def _rule_asks(base: Scenario, snapshot: Snapshot | None) -> tuple[Ask, ...]:
    platforms = [(one.name, one.id) for one in snapshot.platforms] if snapshot is not None else []
    venues: tuple[tuple[str, object], ...] = ((tr("everywhere"), ""), *platforms)
    return (
        Ask("rate", tr("Added to borrowing rates, points"), Kind.SIGNED, base.rate),
        Ask("funding", tr("Funding a long pays a day, %"), Kind.SIGNED, base.funding),
        Ask("levels", tr("Lenders move their levels by, points"), Kind.SIGNED, base.levels, tr("such as -5")),
        Ask("venue", tr("at"), Kind.CHOICE, base.venue, choices=venues),
        *(
            Ask(f"{_FROZEN}{known}", tr("{platform} is frozen").format(platform=name), Kind.TICK, known in base.frozen)
            for name, known in platforms
        ),
    )


def _sale_asks(base: Scenario) -> tuple[Ask, ...]:
    depth = base.depth if base.depth is not None else Decimal(0)
    return (
        Ask("depth", tr("A sale of this value moves its price by 1 % (0: never)"), Kind.NUMBER, depth),
        Ask("fee", tr("A sale loses, %"), Kind.SHARE, base.fee),
        Ask("uses_reserve", tr("The reserve repays"), Kind.TICK, base.uses_reserve),
    )


def _changes(values: Values) -> Values:
    """Return the values of the form as a scenario has them."""
    frozen = tuple(key.removeprefix(_FROZEN) for key, value in values.items() if key.startswith(_FROZEN) and value)
    plain = {key: value for key, value in values.items() if not key.startswith(_FROZEN)}
    return {**plain, "frozen": frozen, "depth": plain["depth"] or None}
