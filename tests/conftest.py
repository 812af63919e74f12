"""What holds for every test: no network, no keyring, nobody's own folders, no unexpected word in the log."""

from __future__ import annotations

import logging
import os

import pytest
from hypothesis import settings
from pytest_socket import socket_allow_hosts

pytest_plugins = ["tests.support.x11"]

settings.register_profile("dev", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "dev")

# Before anything reads them, and for children too: what the person at this machine has set up stays out.
for _own in ("WORKSPACE", "PASSPHRASE_FILE", "TODAY", "USER"):
    os.environ.pop(f"VENDORRISK_{_own}", None)
os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.null.Keyring"


class _Collector(logging.Handler):
    """Remembers what was logged as a warning or worse."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.heard: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.heard.append(f"{record.levelname} {record.name}: {record.getMessage()}")


@pytest.fixture(scope="session", autouse=True)
def folders_of_nobody(tmp_path_factory):
    """Crash reports, preferences and caches of this run go to a folder of its own."""
    home = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        for name in ("XDG_STATE_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME", "LOCALAPPDATA"):
            patch.setenv(name, str(home / name))
        yield


@pytest.fixture(autouse=True)
def no_network():
    """No test reaches beyond this computer; pytest-socket lifts the fence after each."""
    socket_allow_hosts(["127.0.0.1", "::1"], allow_unix_socket=True)


@pytest.fixture(autouse=True)
def quiet_log(request):
    """A warning in the log fails the test, unless the test listens to the log itself (`caplog`)."""
    collector = _Collector()
    logging.getLogger().addHandler(collector)
    yield
    logging.getLogger().removeHandler(collector)
    if "caplog" not in request.fixturenames:
        assert collector.heard == [], "logged, and not expected by the test"
