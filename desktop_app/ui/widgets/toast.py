"""Popups inside the window: a stack of cards at its lower right corner."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QFrame,
    QGraphicsDropShadowEffect,
    QHBoxLayout,
    QMenu,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop_app.ui import theme
from desktop_app.ui.i18n import tr
from desktop_app.ui.widgets.basics import button, label

Action = tuple[str, Callable[[], object]]
_WIDTH = 444
MOST_POPUPS = 3


class Toast(QFrame):
    """One popup: title in the colour of its state, text, actions. It stays until it is answered.

    A newer one that is `about` the same takes its place.
    """

    def __init__(
        self,
        title: str,
        words: str,
        token: str,
        actions: Sequence[Action],
        when: str = "",
        more: Sequence[Action] = (),
        about: str = "",
    ) -> None:
        super().__init__()
        self.about = about
        self.setObjectName("toast")
        self.setFixedWidth(_WIDTH)
        t = theme.tokens()
        self.setStyleSheet(
            f"QFrame#toast {{ background: {t.panel}; border: 1px solid {getattr(t, token)};"
            f" border-left: 5px solid {getattr(t, token)}; border-radius: 12px; }}"
        )
        shadow = QGraphicsDropShadowEffect(self)
        shadow.setBlurRadius(28)
        shadow.setOffset(0, 6)
        shadow.setColor(QColor(0, 0, 0, 110))
        self.setGraphicsEffect(shadow)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 14, 14)
        column.setSpacing(6)
        head = QHBoxLayout()
        heading = label(title, wrap=True)
        heading.setStyleSheet(f"color: {getattr(t, token)}; font-weight: 600;")
        head.addWidget(heading, 1)
        head.addWidget(label(when, "small"), 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(head)
        column.addWidget(label(words, wrap=True))
        row = QHBoxLayout()
        row.setSpacing(8)
        for index, (name, act) in enumerate(actions):
            made = button(name, self._answered(act), "primary" if index == 0 else "")
            made.ensurePolished()
            made.setMinimumWidth(made.sizeHint().width())
            row.addWidget(made)
        if more:
            row.addWidget(self._more(more))
        row.addStretch(1)
        column.addSpacing(4)
        column.addLayout(row)
        self.setAccessibleName(tr("Alert"))
        self.setAccessibleDescription(f"{title}. {words}")

    def _more(self, actions: Sequence[Action]) -> QToolButton:
        """Return the button behind which the rarer actions are."""
        made = QToolButton()
        made.setText("…")
        made.setAccessibleName(tr("More ways to answer"))
        made.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(made)
        for name, act in actions:
            menu.addAction(name, self._answered(act))
        made.setMenu(menu)
        return made

    def _answered(self, act: Callable[[], object]) -> Callable[[], None]:
        def run() -> None:
            act()
            self.close()
            self.deleteLater()

        return run


class ToastStack(QObject):
    """Keeps the popups of a window in its lower right corner, the newest at the bottom."""

    def __init__(self, host: QWidget) -> None:
        super().__init__(host)
        self._host = host
        self._toasts: list[Toast] = []
        host.installEventFilter(self)

    def push(self, toast: Toast) -> None:
        """Show one more popup; the oldest one beyond three is put away, as the alert list keeps it."""
        toast.setParent(self._host)
        toast.destroyed.connect(lambda _=None, gone=toast: self._forget(gone))
        for older in [one for one in self._toasts if toast.about and one.about == toast.about]:
            self._put_away(older)
        self._toasts.append(toast)
        while len(self._toasts) > MOST_POPUPS:
            self._put_away(self._toasts[0])
        toast.show()
        self.arrange()

    def _put_away(self, toast: Toast) -> None:
        self._toasts.remove(toast)
        toast.close()
        toast.deleteLater()

    def clear(self) -> None:
        """Put all popups away."""
        for toast in list(self._toasts):
            self._put_away(toast)

    @property
    def toasts(self) -> tuple[Toast, ...]:
        """The popups that are shown, oldest first."""
        return tuple(toast for toast in self._toasts if toast.isVisible())

    def _forget(self, toast: Toast) -> None:
        if toast in self._toasts:
            self._toasts.remove(toast)

    def arrange(self) -> None:
        """Put the popups where they belong."""
        bottom = self._host.height() - 22
        for toast in reversed(self._toasts):
            if not toast.isVisibleTo(self._host):
                continue
            toast.ensurePolished()
            toast.resize(toast.width(), toast.heightForWidth(toast.width()))
            toast.move(self._host.width() - toast.width() - 22, bottom - toast.height())
            toast.raise_()
            bottom -= toast.height() + 10

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the size of the window."""
        if event.type() == QEvent.Type.Resize:
            self.arrange()
        return False
