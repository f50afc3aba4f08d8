"""Ways in which alerts reach a person, and in which order they are used."""

from dataclasses import dataclass

from desktop_app.domain.alerts.rule import Severity

WINDOW, TRAY = "window", "tray"


@dataclass(frozen=True, slots=True)
class Channel:
    """One way to tell: from severity `least` on, at once (`step` 0) or after so many steps without an answer.

    `service` is the kind of the service behind it (empty for the window and the tray); its address and
    secrets are kept in the system's keyring under `id`. `failures` counts those in a row.
    """

    id: str
    name: str
    service: str = ""
    step: int = 0
    least: Severity = Severity.NOTICE
    enabled: bool = True
    failures: int = 0
    fault: str = ""

    def tells(self, severity: Severity, reached: int) -> bool:
        """Tell whether the channel tells alerts of `severity` once `reached` steps have passed."""
        return self.enabled and severity >= self.least and self.step <= reached


BUILT_IN = (Channel(WINDOW, "Window"), Channel(TRAY, "Tray"))
