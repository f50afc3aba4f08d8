"""The form of a lender's rule: from which date on, which levels and interest."""

from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QCheckBox, QDateEdit, QVBoxLayout, QWidget

from desktop_app.domain.loans.preset import Preset
from desktop_app.domain.portfolio import local_day, moment
from desktop_app.domain.problems import Refused
from desktop_app.engine import commands
from desktop_app.ui.dialogs.fields import in_a_row
from desktop_app.ui.dialogs.form import Form
from desktop_app.ui.dialogs.terms import TermsEditor
from desktop_app.ui.i18n import language, tr
from desktop_app.ui.pages.page import scrolled
from desktop_app.ui.session import Session
from desktop_app.ui.widgets.basics import captioned, label


class RuleDialog(Form):
    """Shows the rules of `preset` and keeps a new one; older ones stay for what happened before."""

    def __init__(self, session: Session, preset: Preset, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._preset = preset
        self.setWindowTitle(tr("Rules: {lender}").format(lender=preset.name_in(language())))
        self.resize(640, 640)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        content = QWidget()
        outer.addWidget(scrolled(content), 1)
        column = QVBoxLayout(content)
        column.setContentsMargins(22, 18, 22, 8)
        column.setSpacing(10)
        column.addWidget(label(preset.name_in(language()), "heading"))
        column.addWidget(label(preset.note_in(language()), "muted", wrap=True))
        today = local_day(session.now(), "UTC")
        for rule in preset.rules:
            words = tr("From {day}: {source} ({as_of})").format(
                day=rule.valid_from, source=rule.terms.source, as_of=rule.terms.as_of
            )
            if not rule.terms.verified:
                words = tr("{source} · unverified, check your contract").format(source=words)
            column.addWidget(label(words, "small", wrap=True, selectable=True))
        self.valid_from = QDateEdit(QDate(today.year, today.month, today.day))
        self.valid_from.setCalendarPopup(True)
        self.valid_from.setDisplayFormat("yyyy-MM-dd")
        self.valid_from.setAccessibleName(tr("Holds from"))
        self.apply = QCheckBox(tr("Apply to my open loans with this lender"))
        self.apply.setChecked(True)
        column.addLayout(in_a_row(captioned(tr("Holds from"), self.valid_from), captioned(" ", self.apply)))
        self.terms = TermsEditor()
        self.terms.show_terms(preset.rule_at(today).terms)
        column.addWidget(self.terms)
        column.addStretch(1)
        foot = self.foot()
        foot.setContentsMargins(22, 6, 22, 18)
        outer.addLayout(foot)

    @staticmethod
    def ask(session: Session, preset: Preset, parent: QWidget) -> None:
        """Open the form beside the window."""
        dialog = RuleDialog(session, preset, parent)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def keep(self) -> None:
        """Check what was entered and have it carried out."""
        self.wrong.hide()
        try:
            terms = self.terms.read()
        except Refused as refused:
            self.refused(refused)
            return
        if terms is None:
            return
        day = moment(self.valid_from.date().toString("yyyy-MM-dd"), "UTC").date()
        preset_id, apply = self._preset.id, self.apply.isChecked()
        self.save.setEnabled(False)
        self._session.do(
            lambda monitor, now: commands.change_rule(monitor, preset_id, day, terms, now, apply=apply),
            lambda _: self.accept(),
            self.refused,
        )
