"""Real keyrings are used, everything else is refused, and whatever a keyring does has a name."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import threading

import pytest
from keyring import errors

from vendorrisk.desktop import keyring_store
from vendorrisk.desktop.keyring_store import ALLOWED_BACKENDS, SERVICE, KeyringStore, class_name
from vendorrisk.usecases.workspace.secret_keeper import KeeperAnswer, KeeperState

SECRET = bytes(range(32))
OF_ANOTHER_SYSTEM = f"keyring.backends.{'Windows.WinVault' if sys.platform == 'darwin' else 'macOS.'}Keyring"
SECRET_SERVICE = "keyring.backends.SecretService.Keyring"


class Memory:
    """A backend that works."""

    def __init__(self):
        self.entries = {}

    def get_password(self, service, username):
        return self.entries.get((service, username))

    def set_password(self, service, username, password):
        self.entries[service, username] = password

    def delete_password(self, service, username):
        del self.entries[service, username]


def looking_like(name, kind=Memory):
    """Makes a backend whose class calls itself `name`."""
    module, _, qualified = name.rpartition(".")
    return type(qualified, (kind,), {"__module__": module, "__qualname__": qualified})()


def store_over(*backends, seconds=2.5):
    return KeyringStore(candidates=lambda: backends, seconds=seconds)


def failing(problem, name=SECRET_SERVICE):
    class Failing(Memory):
        def get_password(self, *_):
            raise problem

        set_password = delete_password = get_password

    return looking_like(name, Failing)


@pytest.mark.parametrize("name", ALLOWED_BACKENDS)
def test_every_allowed_keyring_stores_gives_back_and_forgets(name):
    backend = looking_like(name)
    store = store_over(backend)
    assert store.probe() == KeeperAnswer(state=KeeperState.FOUND, backend=name)
    assert store.put("acme/01", SECRET) == KeeperAnswer(state=KeeperState.STORED, backend=name)
    assert backend.entries == {(SERVICE, "acme/01"): SECRET.hex()}
    assert store.get("acme/01") == KeeperAnswer(state=KeeperState.FOUND, secret=SECRET, backend=name)
    assert store.remove("acme/01").state is KeeperState.REMOVED
    assert store.get("acme/01").state is KeeperState.MISSING
    assert store.remove("acme/01").state is KeeperState.REMOVED


@pytest.mark.parametrize(
    "name",
    [
        "keyrings.alt.file.PlaintextKeyring",
        "keyrings.alt.file.EncryptedKeyring",
        "keyring.backends.null.Keyring",
        "keyring.backends.fail.Keyring",
        "keyring.backends.chainer.ChainerBackend",
        "somebody.elses.Keyring",
    ],
)
def test_any_other_backend_counts_as_no_keyring_and_is_never_written_to(name):
    backend = looking_like(name)
    store = store_over(backend)
    absent = KeeperAnswer(state=KeeperState.ABSENT)
    assert (store.probe(), store.put("a", SECRET), store.get("a"), store.remove("a")) == (absent,) * 4
    assert backend.entries == {}


def test_a_plain_text_backend_before_a_real_one_is_passed_over():
    plain, real = looking_like("keyrings.alt.file.PlaintextKeyring"), looking_like(SECRET_SERVICE)
    store_over(plain, real).put("acme/01", SECRET)
    assert (len(plain.entries), len(real.entries)) == (0, 1)


def test_only_the_recorded_kind_of_keyring_is_asked_for_an_entry():
    wallet = looking_like("keyring.backends.kwallet.DBusKeyring")
    store = store_over(wallet, looking_like(SECRET_SERVICE))
    store.put("acme/01", SECRET)
    assert store.get("acme/01", backend=class_name(wallet)).state is KeeperState.FOUND
    assert store.get("acme/01", backend=SECRET_SERVICE).state is KeeperState.MISSING
    assert store.get("acme/01", backend="keyring.backends.macOS.Keyring").state is KeeperState.ABSENT


class PromptDismissedException(Exception):
    """Bears the name of the library's error."""


@pytest.mark.parametrize(
    ("problem", "state"),
    [
        (errors.NoKeyringError("none"), KeeperState.ABSENT),
        (errors.KeyringLocked("locked"), KeeperState.LOCKED),
        (errors.InitError("Failed to create the collection: Prompt dismissed.."), KeeperState.LOCKED),
        (PromptDismissedException("no"), KeeperState.LOCKED),
        (errors.PasswordSetError("refused"), KeeperState.FAILED),
        (OSError("bus gone"), KeeperState.FAILED),
    ],
)
def test_what_goes_wrong_has_a_name(problem, state):
    store = store_over(failing(problem))
    for answer in (store.put("a", SECRET), store.get("a"), store.remove("a")):
        assert (answer.state, answer.secret, answer.detail) == (state, None, type(problem).__name__)


def test_the_text_of_an_error_is_not_passed_on():
    answer = store_over(failing(OSError(SECRET.hex()))).put("a", SECRET)
    assert SECRET.hex() not in repr(answer)


def test_a_keyring_that_hangs_is_left_behind_in_time():
    release = threading.Event()

    class Hanging(Memory):
        def get_password(self, service, username):
            release.wait(60)

    store = store_over(looking_like(SECRET_SERVICE, Hanging), seconds=0.05)
    assert store.get("acme/01") == KeeperAnswer(state=KeeperState.TIMED_OUT)
    release.set()


def test_a_keyring_that_gives_back_something_else_has_not_stored():
    class Forgetful(Memory):
        def get_password(self, service, username):
            return None

    assert store_over(looking_like(SECRET_SERVICE, Forgetful)).put("a", SECRET).state is KeeperState.FAILED


def test_an_entry_that_is_not_ours_is_a_misfit():
    backend = looking_like(SECRET_SERVICE)
    backend.set_password(SERVICE, "a", "a passphrase in words")
    assert store_over(backend).get("a").state is KeeperState.MISFIT


def test_a_secret_does_not_show_in_a_repr():
    answer = KeeperAnswer(state=KeeperState.FOUND, secret=SECRET)
    assert SECRET.hex() not in repr(answer)
    assert repr(SECRET) not in repr(answer)


@pytest.mark.parametrize("named", ["keyring.backends.null.Keyring", "keyring.backends.fail.Keyring"])
def test_who_turned_the_librarys_keyring_off_is_obeyed(monkeypatch, named):
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", named)
    assert KeyringStore().put("a", SECRET) == KeeperAnswer(state=KeeperState.ABSENT)


@pytest.mark.parametrize("named", ["keyrings.gone.Keyring", OF_ANOTHER_SYSTEM])
def test_a_configured_backend_that_does_not_work_here_is_no_keyring(monkeypatch, named):
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", named)
    assert KeyringStore().put("a", SECRET) == KeeperAnswer(state=KeeperState.ABSENT)


def test_the_best_of_the_backends_that_work_comes_first(monkeypatch):
    class Better(Memory):
        priority = 5

    class Worse(Memory):
        priority = 4.9

    class Elsewhere(Memory):
        @property
        def priority(self):
            raise RuntimeError("not on this desktop")

    made = {"Keyring": Better, "DBusKeyring": Worse}
    module = type("Module", (), {"__getattr__": lambda self, kind: made.get(kind, Elsewhere)})()
    monkeypatch.setattr(keyring_store, "_configured", lambda: None)
    monkeypatch.setattr(keyring_store, "import_module", lambda name: module)
    found = [type(backend) for backend in keyring_store.usable_backends()]
    assert found[0] is Better
    assert found[-1] is Worse
    assert Elsewhere not in found


SCENARIO = """
from vendorrisk.desktop.keyring_store import KeyringStore
store = KeyringStore(seconds=20)
print(store.probe().state, store.probe().backend)
print(store.get("acme/01").state)
print(store.put("acme/01", bytes(range(32))).state)
print(store.get("acme/01").secret == bytes(range(32)))
print(KeyringStore(seconds=20).remove("acme/01").state)
print(store.get("acme/01").state)
"""
PUT = """
from vendorrisk.desktop.keyring_store import KeyringStore
print(KeyringStore(seconds=20).put("acme/01", bytes(32)).state)
"""
BARE_BUS = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:tmpdir=/tmp</listen>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/>
  </policy>
</busconfig>
"""
needs_gnome_keyring = pytest.mark.skipif(
    not (shutil.which("gnome-keyring-daemon") and shutil.which("dbus-run-session")),
    reason="gnome-keyring-daemon or dbus-run-session is not installed",
)


def in_a_session_of_its_own(home, start_daemon, scenario, *bus):
    """Runs a scenario on a private bus with a private home, so that nobody's keyring is touched."""
    (home / "run").mkdir(mode=0o700)
    environment = os.environ | {
        "HOME": str(home),
        "XDG_DATA_HOME": str(home / "share"),
        "XDG_RUNTIME_DIR": str(home / "run"),
        "XDG_CONFIG_HOME": str(home / "config"),
    }
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "PYTHON_KEYRING_BACKEND", "DBUS_SESSION_BUS_ADDRESS"):
        environment.pop(name, None)
    script = f'{start_daemon}; exec "$0" -c "$1"'
    return subprocess.run(
        ["dbus-run-session", *bus, "--", "sh", "-c", script, sys.executable, scenario],
        env=environment,
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    ).stdout.splitlines()


@needs_gnome_keyring
def test_a_real_secret_service_stores_gives_back_and_forgets(tmp_path):
    unlock = 'printf "test\\n" | gnome-keyring-daemon --unlock --components=secrets --daemonize >/dev/null'
    assert in_a_session_of_its_own(tmp_path, unlock, SCENARIO) == [
        f"found {SECRET_SERVICE}",
        "missing",
        "stored",
        "True",
        "removed",
        "missing",
    ]


@needs_gnome_keyring
def test_a_real_secret_service_that_nobody_unlocked_is_locked_and_stores_nothing(tmp_path):
    start = "gnome-keyring-daemon --start --components=secrets >/dev/null 2>&1"
    assert in_a_session_of_its_own(tmp_path, start, PUT) == ["locked"]


@pytest.mark.skipif(not shutil.which("dbus-run-session"), reason="dbus-run-session is not installed")
def test_a_session_without_secret_service_has_no_keyring(tmp_path):
    (tmp_path / "bus.conf").write_text(BARE_BUS)
    assert in_a_session_of_its_own(tmp_path, "true", PUT, f"--config-file={tmp_path}/bus.conf") == ["absent"]
