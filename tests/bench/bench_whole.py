"""The two long jobs of a newcomer: the sample workspace and the tour; and what a passphrase costs."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from time import process_time
from uuid import uuid4

from tests.bench.ground import PASSPHRASE, Ground
from tests.bench.rows import Row, median_of, milliseconds
from vendorrisk.app.sample.build import build_sample
from vendorrisk.store.keys.data_key import DataKey
from vendorrisk.store.keys.key_slots import ArgonCost, passphrase_slot

ROOT = Path(__file__).resolve().parents[2]


def rows() -> Iterator[Row]:
    ground = Ground.shared()
    (ground.folder / "passphrase").write_text(PASSPHRASE, encoding="ascii")
    yield _sample(ground)
    tour = _seconds(ground, "tour", "--out", str(ground.folder / "tour"))
    yield Row("the tour", tour, unit="s", limit=30, note="as a command, from start to end")
    yield _derivation()
    listing = ("-w", str(ground.path("sample")), "vendor", "list")
    listed = median_of(_seconds(ground, *listing) * 1000 for _ in range(5))
    yield Row("vendor list on the command line, with a passphrase", listed, note="key derivation included")
    yield _start(ground)


def _sample(ground: Ground) -> Row:
    built = []

    def build() -> None:
        built.append(build_sample(ground.path("sample"), ground.outside(), passphrase=PASSPHRASE))

    taken = milliseconds(build) / 1000
    built[0].lock()
    return Row(
        "the sample workspace", taken, unit="s", limit=20, note=f"{process_time():.1f} s of processor time"
    )


def _seconds(ground: Ground, *words: str) -> float:
    options = ("--passphrase-file", str(ground.folder / "passphrase"))
    argv = [sys.executable, "-P", "-m", "vendorrisk", *options, *words]
    return milliseconds(lambda: _quietly(argv)) / 1000


def _quietly(argv: list[str]) -> None:
    subprocess.run(argv, cwd=ROOT, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def _derivation() -> Row:
    cost, key = ArgonCost(), DataKey(bytes(range(32)))

    def derive() -> None:
        passphrase_slot(key, uuid4(), PASSPHRASE, cost=cost, random_bytes=bytes)

    derive()
    note = f"Argon2id, {cost.memory_kib // 1024} MiB, {cost.passes} passes, {cost.lanes} lanes; least of 3"
    return Row("key derivation from a passphrase", min(milliseconds(derive) for _ in range(3)), note=note)


def _start(ground: Ground) -> Row:
    """What ./start adds to the verb it runs, where everything is set up already."""
    start, own = [str(ROOT / "start"), "--help"], [sys.executable, "-P", "-m", "vendorrisk", "--help"]
    pairs = [(milliseconds(lambda: _quietly(start)), milliseconds(lambda: _quietly(own))) for _ in range(7)]
    return Row("a second ./start adds", median_of(one - other for one, other in pairs), limit=300)
