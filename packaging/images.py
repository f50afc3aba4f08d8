"""Draws the pictures of the user guides out of the demonstration, in each language, small enough to keep.

Use: `python packaging/images.py [PAGE ...]`. Needs ImageMagick's `convert` (or pngquant) to make them small.
"""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "docs" / "images"
PAGES = ("overview", "loans", "earn", "reserve", "stress", "alerts")
LANGUAGES = ("en", "zh_TW", "zh_CN")
SIZE = "1280x800"
MOST_BYTES = 150_000
COLOURS = (192, 128, 96, 64, 48)


def draw(page: str, language: str, theme: str, out: Path) -> None:
    """Draw one page of the demonstration."""
    words = ["--demo", "shot", page, str(out), "--language", language, "--theme", theme, "--size", SIZE]
    subprocess.run([sys.executable, "-P", "-m", "desktop_app", *words], check=True, cwd=ROOT, stdout=subprocess.DEVNULL)


def shrink(source: Path, target: Path) -> None:
    """Write the picture with as many colours as its budget lets it have.

    Raises:
        SystemExit: it cannot be made small enough, or nothing is there to do it.
    """
    for colours in COLOURS:
        if shutil.which("pngquant"):
            command = ["pngquant", "--force", "--nofs", str(colours), "--output", str(target), str(source)]
        elif shutil.which("convert"):
            quiet = ["+dither", "-colors", str(colours), "-strip", "-define", "png:compression-level=9"]
            command = ["convert", str(source), *quiet, f"PNG8:{target}"]
        else:
            sys.exit("pngquant or ImageMagick is needed to make the pictures small.")
        subprocess.run(command, check=True)
        if target.stat().st_size <= MOST_BYTES:
            return
    sys.exit(f"{target.name} has over {MOST_BYTES} bytes with {COLOURS[-1]} colours still.")


def main() -> None:
    """Draw all pictures, or those of the pages that are named."""
    pages = sys.argv[1:] or PAGES
    TARGET.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        drawn = Path(folder) / "page.png"
        for page in pages:
            for language in LANGUAGES:
                draw(page, language, "light", drawn)
                shrink(drawn, TARGET / f"{page}-{language}.png")
        draw("overview", "en", "dark", drawn)
        shrink(drawn, TARGET / "overview-dark.png")


if __name__ == "__main__":
    main()
