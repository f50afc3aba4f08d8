"""The form of a platform: limit and facts, each look with its source and day, the next one planned."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from desktop_app.domain.counterparty import Facts, Repledge
from desktop_app.domain.platforms import Platform
from desktop_app.domain.problems import Refused
from desktop_app.domain.reach import parse_routes, spell_routes
from desktop_app.engine import platform_commands
from desktop_app.ui import platform_text, text
from desktop_app.ui.dialogs.form import Form
from desktop_app.ui.i18n import tr
from desktop_app.ui.pages.page import scrolled
from desktop_app.ui.session import Session
from desktop_app.ui.widgets.asks import Ask, Kind, Values
from desktop_app.ui.widgets.basics import label, rule
from desktop_app.ui.widgets.inputs import Inputs


class PlatformDialog(Form):
    """Asks for what is known of `platform`."""

    def __init__(self, session: Session, platform: Platform, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._platform = platform
        self.setWindowTitle(tr("Platform: {name}").format(name=platform.name))
        self.resize(720, 720)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        content = QWidget()
        outer.addWidget(scrolled(content), 1)
        self._form = QVBoxLayout(content)
        self._form.setContentsMargins(22, 18, 22, 8)
        self._form.setSpacing(10)
        self._parts: list[Inputs] = []
        facts = platform.facts
        self._part("", self._general(platform), 3)
        self._part(tr("If it fails"), self._failing(facts), 3)
        self._routes(facts)
        self._part(tr("Where this is from"), self._looked(facts), 2)
        self._form.addStretch(1)
        foot = self.foot()
        foot.setContentsMargins(22, 6, 22, 18)
        outer.addLayout(foot)

    @staticmethod
    def ask(session: Session, platform: Platform, parent: QWidget) -> None:
        """Open the form beside the window."""
        dialog = PlatformDialog(session, platform, parent)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _part(self, title: str, asks: tuple[Ask, ...], across: int) -> None:
        if title:
            self._form.addWidget(rule())
            self._form.addWidget(label(title, "title"))
        inputs = Inputs(asks, across)
        self._parts.append(inputs)
        self._form.addWidget(inputs)

    def _general(self, platform: Platform) -> tuple[Ask, ...]:
        facts = platform.facts
        return (
            Ask("name", tr("Name"), Kind.TEXT, platform.name),
            Ask(
                "share_limit",
                tr("Your limit, % of all assets"),
                Kind.ANY_SHARE,
                platform.share_limit,
                tr("empty: the usual one"),
            ),
            Ask("note", tr("Note"), Kind.TEXT, platform.note),
            Ask("region", platform_text.fact("region"), Kind.TEXT, facts.region),
            Ask("terms", platform_text.fact("terms"), Kind.TEXT, facts.terms, tr("version or address")),
            Ask("insurance", platform_text.fact("insurance"), Kind.TEXT, facts.insurance),
            Ask(
                "proof_of_reserves",
                tr("Last proof of reserves"),
                Kind.ANY_DAY,
                facts.proof_of_reserves,
                tr("such as 2026-06-30"),
            ),
            Ask("audits", platform_text.fact("audits"), Kind.TEXT, facts.audits),
        )

    def _failing(self, facts: Facts) -> tuple[Ask, ...]:
        ways = tuple((platform_text.repledge(one), one) for one in Repledge)
        pledging = (Repledge.LIMITED, Repledge.FREELY)
        return (
            Ask("repledge", platform_text.fact("repledge"), Kind.CHOICE, facts.repledge, choices=ways),
            Ask("reused", tr("Share that is pledged on, %"), Kind.SHARE, facts.reused, only=("repledge", pledging)),
            Ask("layers", tr("How often"), Kind.WHOLE, facts.layers, only=("repledge", pledging)),
            Ask(
                "cushion",
                tr("Fails once it loses, % of its assets"),
                Kind.ANY_SHARE,
                facts.cushion,
                tr("empty: never in the model"),
            ),
            Ask("recovered", tr("Comes back after a failure, %"), Kind.SHARE, facts.recovered),
            Ask("token", platform_text.fact("token"), Kind.TEXT, facts.token, tr("such as NEXO")),
        )

    def _looked(self, facts: Facts) -> tuple[Ask, ...]:
        looked = facts.as_of or self._session.now().date()
        return (
            Ask("source", tr("Source"), Kind.TEXT, facts.source),
            Ask("as_of", tr("Looked at on"), Kind.ANY_DAY, looked, tr("such as 2026-06-30")),
            Ask("every_days", platform_text.fact("every_days"), Kind.DAYS, facts.every_days),
            Ask("review", tr("Next review on"), Kind.ANY_DAY, facts.review, tr("empty: after those days")),
        )

    def _routes(self, facts: Facts) -> None:
        self._form.addWidget(rule())
        self._form.addWidget(label(tr("Networks that it takes and sends"), "title"))
        words = tr("A line an asset, memo or tag after #: USDT: TRC-20, ERC-20 or XRP: XRP Ledger #104392")
        self._form.addWidget(label(words, "small", wrap=True))
        self.routes = QPlainTextEdit(spell_routes(facts.routes))
        self.routes.setAccessibleName(tr("Networks"))
        self.routes.setTabChangesFocus(True)
        self.routes.setFixedHeight(84)
        self._wrong_routes = label("", "error", wrap=True)
        self._wrong_routes.hide()
        self._form.addWidget(self.routes)
        self._form.addWidget(self._wrong_routes)

    def keep(self) -> None:
        """Check what was entered and have it carried out."""
        self.wrong.hide()
        self._wrong_routes.hide()
        found = [part.values() for part in self._parts]
        values: Values = {}
        for one in found:
            if one is None:
                return
            values |= one
        try:
            routes = parse_routes(self.routes.toPlainText())
        except Refused as refused:
            self.refused(refused)
            return
        own = {key: values.pop(key) for key in ("name", "share_limit", "note")}
        facts = replace(self._platform.facts, routes=routes, **{**values, "token": values["token"].upper()})
        platform = replace(self._platform, facts=facts, **own)
        self.save.setEnabled(False)
        self._session.do(
            lambda monitor, now: platform_commands.keep_platform(monitor, platform, now),
            lambda _: self.accept(),
            self.refused,
        )

    def refused(self, refused: Refused) -> None:
        """Say what was refused at its field, where there is one, else at the foot."""
        sentence = text.short_sentence(refused)
        if refused.field == "routes":
            self.save.setEnabled(True)
            self._wrong_routes.setText(sentence)
            self._wrong_routes.show()
            self.routes.setFocus()
        elif any(part.show_problem(refused.field, sentence) for part in self._parts):
            self.save.setEnabled(True)
        else:
            super().refused(refused)
