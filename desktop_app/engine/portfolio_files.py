"""The portfolio as a file of its own: written for its owner's eyes alone, whole or not at all."""

from pathlib import Path

from desktop_app.domain.portfolio import Portfolio
from desktop_app.feeds.files.portfolio_out import write_portfolio


def export(portfolio: Portfolio, file: Path) -> None:
    """Write `portfolio` to `file`, in place of what is there.

    Raises:
        OSError: it cannot be written.
    """
    told = write_portfolio(portfolio)
    part = file.with_name(f".{file.name}.part")
    part.touch(mode=0o600)
    part.chmod(0o600)
    part.write_bytes(told)
    part.replace(file)
