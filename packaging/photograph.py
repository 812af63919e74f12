"""Photographs every page of the sample workspace in light and dark: python packaging/photograph.py [FOLDER].

These are the pictures of the README and the guide (resources/help). The moment is fixed, so that a page that
did not change gives the same picture. A page that does not exist yet is named and passed over.
"""

from __future__ import annotations

import os
import sys
import tempfile
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ |= {"TZ": "UTC", "VENDORRISK_USER": "Ana Novak"}

from PySide6.QtCore import QDeadlineTimer, QEventLoop, QTimer  # noqa: E402  (after the path is set)
from PySide6.QtGui import QImage, QImageWriter  # noqa: E402

from vendorrisk.app.custody import VaultCustody  # noqa: E402
from vendorrisk.app.outside import Outside  # noqa: E402
from vendorrisk.app.sample.build import build_sample  # noqa: E402
from vendorrisk.app.window_workspace import WindowWorkspace  # noqa: E402
from vendorrisk.domain.diligence.records import Assessment, AssessmentState  # noqa: E402
from vendorrisk.domain.notice.records import Change  # noqa: E402
from vendorrisk.domain.register.records import Vendor  # noqa: E402
from vendorrisk.ui.shell.doors import Doors  # noqa: E402
from vendorrisk.ui.shell.places import SPOTS, Spot  # noqa: E402
from vendorrisk.ui.shell.session import WindowSession  # noqa: E402
from vendorrisk.ui.widgets.photograph import photograph  # noqa: E402
from vendorrisk.ui.widgets.theme import Scheme, Theme, start_application  # noqa: E402
from vendorrisk.usecases.workspace.secret_keeper import KeeperAnswer, KeeperState  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vendorrisk.usecases.ports import Reader

SIZE = (1366, 768)
MOMENT = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
HELP = ROOT / "resources" / "help"
PASSPHRASE = "only for pictures"
MOST_BYTES = 300_000
PATIENCE_MS = 30_000
"""How long a page may read in other threads before its picture is taken all the same."""
REST_MS = 500
ASSESSED = (AssessmentState.ANSWERED, AssessmentState.IN_REVIEW)


class NoKeyring:
    """There is no keyring: the sample's key ends with this process."""

    def probe(self) -> KeeperAnswer:
        return KeeperAnswer(state=KeeperState.ABSENT)

    def put(self, name: str, secret: bytes) -> KeeperAnswer:  # noqa: ARG002  (nothing is kept)
        return KeeperAnswer(state=KeeperState.ABSENT)

    def get(self, name: str, *, backend: str = "") -> KeeperAnswer:  # noqa: ARG002  (likewise)
        return KeeperAnswer(state=KeeperState.ABSENT)

    def remove(self, name: str, *, backend: str = "") -> KeeperAnswer:  # noqa: ARG002  (likewise)
        return KeeperAnswer(state=KeeperState.REMOVED)


@dataclass
class Memory:
    """A window store that ends with this process."""

    kept: dict[str, str] = field(default_factory=dict)

    def get(self, key: str) -> str:
        return self.kept.get(key, "")

    def put(self, key: str, value: str) -> None:
        self.kept[key] = value


def take(folder: Path) -> Iterator[Path]:
    """Writes one picture per page and scheme; yields the path of each."""
    app = start_application(["photograph"])
    app.setCursorFlashTime(0)
    theme = Theme(ROOT / "resources")
    theme.apply(app, Scheme.LIGHT)
    outside = replace(Outside.real(), now=lambda: MOMENT, person="Ana Novak", keyring=NoKeyring)
    with tempfile.TemporaryDirectory(prefix="vendorrisk-pictures-") as place:
        workspace = build_sample(Path(place) / "sample.vendorrisk", outside, passphrase=PASSPHRASE)
        custody = VaultCustody(workspace, outside, NoKeyring())
        session = WindowSession(WindowWorkspace(workspace, custody), outside.words, Memory(), _no_doors())
        session.window.resize(*SIZE)
        session.window.show()
        try:
            for spot in SPOTS:
                yield from _pictures(session, spot, folder)
        finally:
            session.jobs.stop()
            workspace.lock()


def _pictures(session: WindowSession, spot: Spot, folder: Path) -> Iterator[Path]:
    if find_spec(f"vendorrisk.ui.{spot.module}") is None:
        print(f"{spot.key}: there is no vendorrisk.ui.{spot.module} yet", file=sys.stderr)
        return
    with session.workspace.office.book.reading() as reader:
        session.window.go(spot.key, _shown(spot.key, reader))
    _settle(session)
    for scheme in (Scheme.LIGHT, Scheme.DARK):
        path = folder / f"{spot.key.replace('_', '-')}-{scheme}.png"
        photograph(session.window, path, scheme)
        _squeeze(path)
        yield path


def _shown(key: str, reader: Reader) -> Any:
    """What a page about one thing shows: the one of the sample that has most to tell."""
    match key:
        case "vendor":
            return next(one.id for one in reader.find(Vendor) if one.name.startswith("Norte"))
        case "answer_review":
            return next(one.id for one in reversed(reader.find(Assessment)) if one.state in ASSESSED)
        case "change":
            return reader.find(Change)[-1].id
        case _:
            return None


def _settle(session: WindowSession) -> None:
    """Lets the page read what it reads beside, and paint it.

    It waits in an event loop that sleeps: asking for events without a pause leaves other threads no time.
    """
    deadline = QDeadlineTimer(PATIENCE_MS)
    _rest()
    while session.jobs.running() and not deadline.hasExpired():
        _rest()
    _rest()


def _rest() -> None:
    loop = QEventLoop()
    QTimer.singleShot(REST_MS, loop.quit)
    loop.exec()


def _squeeze(path: Path) -> None:
    """Writes a picture again as small as PNG can, without the transparency that no window has."""
    picture = QImage(str(path)).convertToFormat(QImage.Format.Format_RGB888)
    writer = QImageWriter(str(path), b"png")
    writer.setCompression(100)
    if not writer.write(picture):
        raise OSError(f"The picture {path} could not be written: {writer.errorString()}")
    if path.stat().st_size > MOST_BYTES:
        print(f"{path.name} has {path.stat().st_size} bytes, more than {MOST_BYTES}", file=sys.stderr)


def _no_doors() -> Doors:
    def nowhere(*_: object) -> None:
        """Nobody leaves a picture."""

    return Doors(
        new=nowhere, open=nowhere, open_recent=nowhere, restore=nowhere, sample=nowhere, lock=nowhere,
        recent=list, diagnostics=str, licences=list, guide=HELP / "guide.html",
    )  # fmt: skip


def main() -> int:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else HELP
    folder.mkdir(parents=True, exist_ok=True)
    for path in take(folder):
        print(f"{path.name} {path.stat().st_size // 1000} kB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
