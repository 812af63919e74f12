"""One window for a workspace: a second start asks the running program to come to the front, and ends.

Each program listens under the workspace that it has open, and the first of a person also under a general
name, for a start that names no workspace. Other people of the computer cannot reach it.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer

PATIENCE_MS = 1_000
_ANY = "any"
_GREETING = b"come to the front\n"
_ANSWER = b"here\n"


def raise_running(places: Path, workspace: Path | None) -> bool:
    """Asks a running program to come to the front; False where none has this workspace open (None: any)."""
    address = _address(places, workspace)
    if sys.platform != "win32" and not _is_there(Path(address)):
        return False
    from PySide6.QtNetwork import QLocalSocket  # noqa: PLC0415  (only where somebody may be listening)

    socket = QLocalSocket()
    socket.connectToServer(address)
    if not socket.waitForConnected(PATIENCE_MS):
        return False
    socket.write(_GREETING)
    socket.flush()
    answered = socket.waitForReadyRead(PATIENCE_MS) and socket.readAll().data() == _ANSWER
    socket.disconnectFromServer()
    return bool(answered)


class RunningProgram(QObject):
    """Listens for other starts of this program."""

    called = Signal()
    """Another start wants the window in the front."""

    def __init__(self, places: Path) -> None:
        super().__init__()
        self._places = places
        self._general: QLocalServer | None = None
        self._own: QLocalServer | None = None

    def listen(self, workspace: Path | None) -> None:
        """Listens under a workspace (None: under the general name alone); an earlier one is given up."""
        if self._general is None:
            self._general = self._listening(None)
        if self._own is not None:
            self._own.close()
            self._own = None
        if workspace is not None:
            self._own = self._listening(workspace)

    def stop(self) -> None:
        """Listens no more."""
        for server in (self._general, self._own):
            if server is not None:
                server.close()
        self._general = self._own = None

    def _listening(self, workspace: Path | None) -> QLocalServer | None:
        from PySide6.QtNetwork import QLocalServer  # noqa: PLC0415  (not needed to start)

        address = _address(self._places, workspace)
        try:
            self._places.mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError:
            return None  # it cannot be called; two on one workspace are kept apart by that workspace's lock
        if _somebody_listens(address):
            return None  # the general name belongs to a program that was there before
        QLocalServer.removeServer(address)
        server = QLocalServer(self)
        server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        if not server.listen(address):
            return None
        server.newConnection.connect(lambda: self._answer(server))
        return server

    def _answer(self, server: QLocalServer) -> None:
        socket = server.nextPendingConnection()
        socket.disconnected.connect(socket.deleteLater)

        def read() -> None:
            if _GREETING in bytes(socket.readAll().data()):
                socket.write(_ANSWER)
                socket.flush()
                self.called.emit()

        socket.readyRead.connect(read)
        if socket.bytesAvailable():
            read()


def _is_there(place: Path) -> bool:
    """Whether there is such a file; a folder that belongs to somebody else has none for us."""
    try:
        return place.exists()
    except OSError:
        return False


def _somebody_listens(address: str) -> bool:
    """Whether somebody listens at an address, without asking for anything."""
    from PySide6.QtNetwork import QLocalSocket  # noqa: PLC0415  (not needed to start)

    socket = QLocalSocket()
    socket.connectToServer(address)
    there = socket.waitForConnected(PATIENCE_MS)
    socket.disconnectFromServer()
    return bool(there)


def _address(places: Path, workspace: Path | None) -> str:
    """The name to listen under: a short file in a folder of this person, on Windows a pipe's name."""
    tag = _ANY if workspace is None else _digest(str(workspace.absolute().resolve()))
    return f"vendorrisk-{_digest(str(places))}-{tag}" if sys.platform == "win32" else str(places / tag)


def _digest(text: str) -> str:
    import hashlib  # noqa: PLC0415  (a start without a workspace needs none)

    return hashlib.sha256(text.encode()).hexdigest()[:16]
