"""Makes a Debian package of a bundle.

Use: `python packaging/bundle/deb.py BUNDLE OUT [VERSION]`. BUNDLE is PyInstaller's folder, OUT the folder that the
package is written to; VERSION stands in for the program's own, to test an upgrade.

Every library that the bundle leaves to the system must be in LIBRARIES; one that is not stops the build.
"""

import gzip
import hashlib
import os
import re
import shutil
import subprocess
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
LINUX = ROOT / "packaging" / "linux"
PACKAGE = "plimsoll"
HOME = f"usr/lib/{PACKAGE}"
EPOCH = int(os.environ.get("SOURCE_DATE_EPOCH", "0"))

# What the bundle leaves to the system: the package of Debian by the start of the library's name.
LIBRARIES = {
    "ld-linux": "libc6", "libc.so": "libc6", "libm.so": "libc6", "libdl.so": "libc6", "libpthread.so": "libc6",
    "libresolv.so": "libc6", "librt.so": "libc6", "libutil.so": "libc6", "libcrypt.so": "libcrypt1",
    "libgcc_s.so": "libgcc-s1", "libstdc++.so": "libstdc++6",
    "libz.so": "zlib1g", "libzstd.so": "libzstd1", "libbz2.so": "libbz2-1.0", "liblzma.so": "liblzma5",
    "libbrotlidec.so": "libbrotli1", "libbrotlicommon.so": "libbrotli1",
    "libcrypto.so.3": "libssl3", "libssl.so.3": "libssl3", "libffi.so.8": "libffi8", "libuuid.so": "libuuid1",
    "libsqlite3.so": "libsqlite3-0", "libgssapi_krb5.so": "libgssapi-krb5-2",
    "libEGL.so": "libegl1", "libGL.so": "libgl1", "libfontconfig.so": "libfontconfig1",
    "libfreetype.so": "libfreetype6", "libglib-2.0.so": "libglib2.0-0", "libgthread-2.0.so": "libglib2.0-0",
    "libdbus-1.so": "libdbus-1-3", "libX11.so": "libx11-6", "libX11-xcb.so": "libx11-xcb1",
    "libxcb.so": "libxcb1", "libxcb-cursor.so": "libxcb-cursor0", "libxcb-icccm.so": "libxcb-icccm4",
    "libxcb-image.so": "libxcb-image0", "libxcb-keysyms.so": "libxcb-keysyms1", "libxcb-randr.so": "libxcb-randr0",
    "libxcb-render-util.so": "libxcb-render-util0", "libxcb-render.so": "libxcb-render0",
    "libxcb-shape.so": "libxcb-shape0", "libxcb-shm.so": "libxcb-shm0", "libxcb-sync.so": "libxcb-sync1",
    "libxcb-util.so": "libxcb-util1", "libxcb-xfixes.so": "libxcb-xfixes0", "libxcb-xkb.so": "libxcb-xkb1",
    "libxkbcommon.so": "libxkbcommon0", "libxkbcommon-x11.so": "libxkbcommon-x11-0",
    "libwayland-client.so": "libwayland-client0", "libwayland-cursor.so": "libwayland-cursor0",
    "libwayland-egl.so": "libwayland-egl1",
}  # fmt: skip
BESIDES = ("ca-certificates", "xkb-data")
ARCHITECTURES = {"x86_64": "amd64", "aarch64": "arm64"}


def run(*words: str | Path) -> str:
    """Run a command of the system and return what it prints."""
    return subprocess.run([str(word) for word in words], check=True, capture_output=True, text=True).stdout


def elf_files(folder: Path) -> list[Path]:
    """Return the libraries and programs in a folder."""
    files = [path for path in sorted(folder.rglob("*")) if path.is_file() and not path.is_symlink()]
    return [path for path in files if path.open("rb").read(4) == b"\x7fELF"]


def depends(bundle: Path) -> str:
    """Return the packages that the bundle's libraries need, as the control file wants them."""
    files = elf_files(bundle)
    own = {path.name for path in bundle.rglob("*.so*")}
    needed = {name for path in files for name in re.findall(r"NEEDED\s+(\S+)", run("objdump", "-p", path))}
    packages = set(BESIDES)
    for name in sorted(needed - own):
        found = [package for start, package in LIBRARIES.items() if name.startswith(start)]
        if not found:
            sys.exit(f"{name} is neither in the bundle nor in the table of deb.py.")
        packages.add(found[-1])
    wanted = [tuple(map(int, one.split("."))) for path in files for one in needed_glibc(path)]
    least = ".".join(map(str, max(wanted)))
    packages.discard("libc6")
    return ", ".join([f"libc6 (>= {least})", *sorted(packages)])


def needed_glibc(path: Path) -> list[str]:
    """Return the versions of the C library that a file asks for."""
    return re.findall(r"GLIBC_(\d+\.\d+)\b", run("objdump", "-p", path))


def own_version() -> str:
    """Return the program's version."""
    words = (ROOT / "desktop_app" / "__init__.py").read_text(encoding="utf-8")
    found = re.search(r'__version__ = "([^"]+)"', words)
    return found[1] if found else sys.exit("desktop_app/__init__.py tells no version.")


def put(source: Path, target: Path, mode: int = 0o644) -> None:
    """Copy one file, and make the folders above it."""
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)
    target.chmod(mode)


def squeeze(text: bytes, target: Path) -> None:
    """Write `text` compressed, with neither name nor time, so that the same text makes the same file."""
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(gzip.compress(text, 9, mtime=0))


def put_program(bundle: Path, tree: Path) -> None:
    """Lay the bundle down, readable by all and written by none but root."""
    shutil.copytree(bundle, tree / HOME, symlinks=True)
    for path in (tree / HOME).rglob("*"):
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() or path == tree / HOME / PACKAGE else 0o644)
    (tree / "usr/bin").mkdir(parents=True)
    (tree / "usr/bin" / PACKAGE).symlink_to(f"../lib/{PACKAGE}/{PACKAGE}")


def put_desktop(tree: Path, icons: Path) -> None:
    """Lay down what desktops look for: menu entry, icons, description, type of portfolio files, units."""
    share = tree / "usr/share"
    put(LINUX / "plimsoll.desktop", share / "applications/plimsoll.desktop")
    put(LINUX / "plimsoll-mime.xml", share / "mime/packages/plimsoll.xml")
    for path in LINUX.glob("*.metainfo.xml"):
        put(path, share / "metainfo" / path.name)
    for path in icons.glob("plimsoll-*.png"):
        size = path.stem.rpartition("-")[2]
        put(path, share / f"icons/hicolor/{size}x{size}/apps/plimsoll.png")
    put(icons / "plimsoll.svg", share / "icons/hicolor/scalable/apps/plimsoll.svg")
    for path in (ROOT / "packaging/systemd").iterdir():
        put(path, tree / "usr/lib/systemd/user" / path.name)


def put_papers(tree: Path, version: str, manual: str) -> None:
    """Lay down manual, copyright, changelog, and what lintian is told."""
    share = tree / "usr/share"
    squeeze(manual.encode(), share / "man/man1/plimsoll.1.gz")
    put(LINUX / "copyright", share / "doc/plimsoll/copyright")
    put(LINUX / "lintian-overrides", share / "lintian/overrides/plimsoll")
    day = datetime.fromtimestamp(EPOCH, UTC).strftime("%a, %d %b %Y %H:%M:%S +0000")
    news = (
        f"{PACKAGE} ({version}) stable; urgency=medium\n\n  * What changed is told in CHANGELOG.md of the source.\n\n"
        f" -- The Plimsoll authors <plimsoll@users.noreply.github.com>  {day}\n"
    )
    squeeze(news.encode(), share / "doc/plimsoll/changelog.gz")


def put_control(tree: Path, version: str, needs: str) -> None:
    """Write the control file and the sums."""
    files = [path for path in sorted(tree.rglob("*")) if path.is_file() and not path.is_symlink()]
    size = sum(max(1, -(-path.stat().st_size // 1024)) for path in files)
    folder = tree / "DEBIAN"
    folder.mkdir()
    words = (LINUX / "control").read_text(encoding="utf-8")
    machine = ARCHITECTURES[os.uname().machine]
    (folder / "control").write_text(
        words.format(version=version, architecture=machine, size=size, depends=needs), encoding="utf-8"
    )
    (folder / "md5sums").write_text(sums(tree, files), encoding="utf-8")


def sums(tree: Path, files: list[Path]) -> str:
    """Return the sums by which dpkg tells whether a file was changed."""
    told = ((hashlib.md5(path.read_bytes(), usedforsecurity=False).hexdigest(), path) for path in files)
    return "".join(f"{digest}  {path.relative_to(tree)}\n" for digest, path in told)


def same_times(tree: Path) -> None:
    """Give every file and folder the time of the source, so that the same source makes the same package."""
    for path in [tree, *tree.rglob("*")]:
        os.utime(path, (EPOCH, EPOCH), follow_symlinks=False)


def main() -> None:
    """Make the package and print its path."""
    if len(sys.argv) not in (3, 4):
        sys.exit(__doc__)
    bundle, out = Path(sys.argv[1]), Path(sys.argv[2])
    version = sys.argv[3] if len(sys.argv) == 4 else own_version()
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        tree = Path(folder) / "tree"
        tree.mkdir(0o755)
        put_program(bundle, tree)
        put_desktop(tree, ROOT / "build" / "icons")
        put_papers(tree, version, run(sys.executable, ROOT / "packaging" / "reference.py", "man"))
        put_control(tree, version, depends(bundle))
        for path in tree.rglob("*"):
            if path.is_dir():
                path.chmod(0o755)
        same_times(tree)
        target = out / f"{PACKAGE}_{version}_{ARCHITECTURES[os.uname().machine]}.deb"
        run("dpkg-deb", "--root-owner-group", "-Zxz", "-z6", "--build", tree, target)
    print(target)


if __name__ == "__main__":
    main()
