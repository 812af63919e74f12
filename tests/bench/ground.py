"""What the measurements stand on: a folder of their own, a keyring in it, workspaces with real encryption."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass, replace
from pathlib import Path

from tests.support.vaults import KeyringDouble
from vendorrisk.app.outside import Outside
from vendorrisk.app.wiring import Manner, OpenWorkspace, created, key_wishes, opened
from vendorrisk.usecases.workspace.setting_up import NewWorkspace

PASSPHRASE = "correct horse battery staple"
GROUND = "BENCH_GROUND"
OWN_FOLDERS = ("STATE", "CONFIG", "CACHE", "DATA")


@dataclass(frozen=True, slots=True)
class Ground:
    """A folder that lives as long as one run of the measurements; its children share what is built in it."""

    folder: Path

    @classmethod
    def shared(cls) -> Ground:
        """The ground of this run, as the program that started this process named it."""
        return cls(Path(os.environ[GROUND]))

    def environ(self) -> dict[str, str]:
        """The environment of a child: compiled modules are kept, as for a person, and no folder is theirs."""
        told = {key: text for key, text in os.environ.items() if not key.startswith("VENDORRISK_")}
        told.pop("PYTHONDONTWRITEBYTECODE", None)
        own = {f"XDG_{name}_HOME": str(self.folder / name.lower()) for name in OWN_FOLDERS}
        return {
            **told, **own, GROUND: str(self.folder), "XDG_RUNTIME_DIR": str(self.folder / "run"),
            "PYTHONPYCACHEPREFIX": str(self.folder / "compiled"),
            "PYTHON_KEYRING_BACKEND": "keyring.backends.null.Keyring",
        }  # fmt: skip

    def outside(self) -> Outside:
        """The real world, with the keyring of this folder."""
        keyring = self.keyring()
        return replace(Outside.real(), keyring=lambda: keyring)

    def keyring(self) -> KeyringDouble:
        """A keyring that answers at once and holds what `make` kept in it."""
        file = self.folder / "keyring.json"
        kept = json.loads(file.read_text("ascii")) if file.is_file() else {}
        return KeyringDouble(entries={name: bytes.fromhex(secret) for name, secret in kept.items()})

    def path(self, name: str) -> Path:
        """Where a workspace of this folder lies."""
        return self.folder / f"{name}.vendorrisk"

    def make(self, name: str, *, passphrase: str | None = None) -> OpenWorkspace:
        """A new workspace with nothing in it, open; its key is in the keyring."""
        keyring, outside = self.keyring(), self.outside()
        wishes = key_wishes(outside, keyring, passphrase)
        workspace, _ = created(self.path(name), wishes, outside, NewWorkspace(company="Example Telecom"))
        kept = {key: secret.hex() for key, secret in keyring.entries.items()}
        (self.folder / "keyring.json").write_text(json.dumps(kept), encoding="ascii")
        return workspace

    def open(self, name: str) -> OpenWorkspace:
        """Opens one of them by the raw key in the keyring."""
        return opened(self.path(name), self.keyring(), self.outside(), Manner())
