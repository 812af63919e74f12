"""The system's keyring behind an allow-list: real keyrings only, never a silent fall-back to a plain file.

Backends are named by class and used directly. The library's own choice is never asked, since it takes a
plain-text file if such a plug-in is merely installed, and changes its mind with an update of the desktop.
"""

from __future__ import annotations

import threading
from dataclasses import replace
from importlib import import_module
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING, Protocol

from vendorrisk.usecases.workspace.secret_keeper import KeeperAnswer, KeeperState

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

ALLOWED_BACKENDS = (
    "keyring.backends.SecretService.Keyring",
    "keyring.backends.libsecret.Keyring",
    "keyring.backends.kwallet.DBusKeyring",
    "keyring.backends.kwallet.DBusKeyringKWallet4",
    "keyring.backends.Windows.WinVaultKeyring",
    "keyring.backends.macOS.Keyring",
)
SERVICE = "vendorrisk"
PATIENCE_SECONDS = 2.5

# The names of the libraries' errors; everything else is FAILED.
_STATE_OF_ERROR = {
    "NoKeyringError": KeeperState.ABSENT,
    "SecretServiceNotAvailableException": KeeperState.ABSENT,
    "KeyringLocked": KeeperState.LOCKED,
    "InitError": KeeperState.LOCKED,
    "LockedException": KeeperState.LOCKED,
    "PromptDismissedException": KeeperState.LOCKED,
}


class Backend(Protocol):
    """What we use of a keyring backend."""

    def get_password(self, service: str, username: str) -> str | None:
        """Fetches an entry."""
        ...

    def set_password(self, service: str, username: str, password: str) -> None:
        """Stores an entry."""
        ...

    def delete_password(self, service: str, username: str) -> None:
        """Removes an entry."""
        ...


class _NoBackend(Exception):
    """No keyring that we accept is there."""


class KeyringStore:
    """Keeps secrets in the keyring of this person's session; a `SecretKeeper`.

    Every errand ends after `seconds` at the latest, also while the keyring waits for somebody to type. A
    window that shows a Cancel button may grant more. `candidates` gives the backends to choose from, best
    first; whatever it gives, only the allowed classes are used.
    """

    def __init__(
        self, *, seconds: float = PATIENCE_SECONDS, candidates: Callable[[], Iterable[Backend]] | None = None
    ) -> None:
        self._seconds = seconds
        self._candidates = candidates or usable_backends

    def probe(self) -> KeeperAnswer:
        """Says, without a prompt, whether a keyring we accept is there: FOUND with its name, or ABSENT."""
        return self._within_time("", lambda _: KeeperAnswer(state=KeeperState.FOUND))

    def put(self, name: str, secret: bytes) -> KeeperAnswer:
        """Stores a secret and reads it back: STORED only if the same bytes came back."""

        def errand(backend: Backend) -> KeeperAnswer:
            backend.set_password(SERVICE, name, secret.hex())
            if backend.get_password(SERVICE, name) != secret.hex():
                return KeeperAnswer(state=KeeperState.FAILED, detail="read back differently")
            return KeeperAnswer(state=KeeperState.STORED)

        return self._within_time("", errand)

    def get(self, name: str, *, backend: str = "") -> KeeperAnswer:
        """Fetches a secret, from the named kind of keyring alone if one is named."""

        def errand(chosen: Backend) -> KeeperAnswer:
            kept = chosen.get_password(SERVICE, name)
            if kept is None:
                return KeeperAnswer(state=KeeperState.MISSING)
            try:
                return KeeperAnswer(state=KeeperState.FOUND, secret=bytes.fromhex(kept))
            except ValueError:
                return KeeperAnswer(state=KeeperState.MISFIT)

        return self._within_time(backend, errand)

    def remove(self, name: str, *, backend: str = "") -> KeeperAnswer:
        """Forgets a secret: REMOVED, also if it was not there."""

        def errand(chosen: Backend) -> KeeperAnswer:
            if chosen.get_password(SERVICE, name) is not None:
                chosen.delete_password(SERVICE, name)
            return KeeperAnswer(state=KeeperState.REMOVED)

        return self._within_time(backend, errand)

    def _within_time(self, wanted: str, errand: Callable[[Backend], KeeperAnswer]) -> KeeperAnswer:
        """Runs the errand on a thread that is left behind if it does not come back in time."""
        answers: SimpleQueue[KeeperAnswer] = SimpleQueue()
        runner = threading.Thread(
            target=lambda: answers.put(self._answered(wanted, errand)), name="keyring", daemon=True
        )
        runner.start()
        try:
            return answers.get(timeout=self._seconds)
        except Empty:
            return KeeperAnswer(state=KeeperState.TIMED_OUT)

    def _answered(self, wanted: str, errand: Callable[[Backend], KeeperAnswer]) -> KeeperAnswer:
        try:
            backend = self._chosen(wanted)
            return replace(errand(backend), backend=class_name(backend))
        except _NoBackend:
            return KeeperAnswer(state=KeeperState.ABSENT)
        except Exception as problem:  # noqa: BLE001  (backends raise whatever their desktop raises)
            # Only the kind of error goes on: its text could quote what was stored.
            return KeeperAnswer(state=_state_of(problem), detail=type(problem).__name__)

    def _chosen(self, wanted: str) -> Backend:
        for backend in self._candidates():
            name = class_name(backend)
            if name in ALLOWED_BACKENDS and wanted in {"", name}:
                return backend
        raise _NoBackend


def usable_backends() -> list[Backend]:
    """Lists the allowed backends that work in this session, best first.

    Who set the library to one backend is obeyed: to one of ours, and only that is used; to any other, such
    as the one that turns keyrings off, and none is.
    """
    configured = _configured()
    if configured is not None:
        return [configured]
    ranked = [ranked for name in ALLOWED_BACKENDS if (ranked := _ranked(name)) is not None]
    return [backend for _, backend in sorted(ranked, key=lambda pair: pair[0], reverse=True)]


def class_name(backend: object) -> str:
    """Names the kind of a backend, as it is recorded beside a key slot."""
    kind = type(backend)
    return f"{kind.__module__}.{kind.__qualname__}"


def _configured() -> Backend | None:
    from keyring import core

    try:
        backend: Backend | None = core.load_env() or core.load_config()
    except (ImportError, RuntimeError):  # named, but not installed or not working here
        raise _NoBackend from None
    return backend


def _ranked(name: str) -> tuple[float, Backend] | None:
    """Makes a backend if it works here; asking for its priority is how the library finds out."""
    module, _, kind = name.rpartition(".")
    try:
        backend_class = getattr(import_module(module), kind)
        return float(backend_class.priority), backend_class()
    except Exception:  # noqa: BLE001  (a backend of another desktop fails in its own way)
        return None


def _state_of(problem: Exception) -> KeeperState:
    names = (kind.__name__ for kind in type(problem).__mro__)
    return next((_STATE_OF_ERROR[name] for name in names if name in _STATE_OF_ERROR), KeeperState.FAILED)
