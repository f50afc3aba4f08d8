"""Draws the program's icon out of the mark: an SVG, and pictures in the sizes that desktops ask for.

Use: `python packaging/bundle/icons.py FOLDER`. Writes plimsoll.svg, plimsoll-SIZE.png, plimsoll.ico and plimsoll.icns.
"""

import os
import struct
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QBuffer, QIODevice, QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter, QPainterPath

from desktop_app.ui import theme
from desktop_app.ui.icons import paint_mark

SIZES = (16, 22, 24, 32, 48, 64, 128, 256, 512)
ICO_SIZES = (16, 24, 32, 48, 64, 256)
ICNS_KINDS = {"icp4": 16, "icp5": 32, "ic07": 128, "ic08": 256, "ic09": 512}
# The tile that the mark stands on, and what of its side the mark takes.
CORNER, INSET = 0.22, 0.14


def svg(ground: str, accent: str) -> str:
    """Return the icon as SVG, in the measures of `paint_mark`."""
    side, mark = 128.0, 128.0 * (1 - 2 * INSET)
    width, radius = mark / 11, mark * (0.5 - 0.18)
    left, right = side * INSET, side * (1 - INSET)
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" width="128" height="128" viewBox="0 0 128 128">\n'
        f'  <rect width="128" height="128" rx="{side * CORNER:.2f}" fill="{ground}"/>\n'
        f'  <g fill="none" stroke="{accent}" stroke-width="{width:.2f}" stroke-linecap="square">\n'
        f'    <circle cx="64" cy="64" r="{radius:.2f}"/>\n'
        f'    <path d="M{left:.2f} 64H{right:.2f}"/>\n'
        "  </g>\n"
        "</svg>\n"
    )


def picture(size: int, ground: str, accent: str) -> bytes:
    """Return the icon as PNG, `size` pixels wide."""
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    tile = QPainterPath()
    tile.addRoundedRect(QRectF(0, 0, size, size), size * CORNER, size * CORNER)
    painter.fillPath(tile, QColor(ground))
    inset = size * INSET
    paint_mark(painter, QRectF(inset, inset, size - 2 * inset, size - 2 * inset), QColor(accent))
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return bytes(buffer.data().data())


def ico(pictures: dict[int, bytes]) -> bytes:
    """Return an icon file for Windows: a directory, then the PNGs."""
    head = struct.pack("<HHH", 0, 1, len(pictures))
    offset = len(head) + 16 * len(pictures)
    entries, body = b"", b""
    for size, data in pictures.items():
        side = size % 256  # 0 stands for 256
        entries += struct.pack("<BBBBHHII", side, side, 0, 0, 1, 32, len(data), offset + len(body))
        body += data
    return head + entries + body


def icns(pictures: dict[str, bytes]) -> bytes:
    """Return an icon file for macOS: PNGs, each under its kind."""
    body = b"".join(kind.encode() + struct.pack(">I", 8 + len(data)) + data for kind, data in pictures.items())
    return b"icns" + struct.pack(">I", 8 + len(body)) + body


def main() -> None:
    """Write all icons into the folder that is named."""
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    application = QGuiApplication([])
    dark = theme.DARK
    drawn = {size: picture(size, dark.panel, dark.accent) for size in SIZES}
    (folder / "plimsoll.svg").write_text(svg(dark.panel, dark.accent), encoding="utf-8")
    for size, data in drawn.items():
        (folder / f"plimsoll-{size}.png").write_bytes(data)
    (folder / "plimsoll.ico").write_bytes(ico({size: drawn[size] for size in ICO_SIZES}))
    (folder / "plimsoll.icns").write_bytes(icns({kind: drawn[size] for kind, size in ICNS_KINDS.items()}))
    del application


if __name__ == "__main__":
    main()
