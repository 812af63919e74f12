"""Kills the program at random instants and looks whether anything that it acknowledged was lost.

Use: .venv/bin/python packaging/kill_sweep.py [--kills 50] [--only letters].
Each operation runs in a child that says on stdout what it has done; the child is killed (SIGKILL) at a
random instant, the workspace opened again, all that it acknowledged looked for, and register, evidence and
journal checked. Prints a table; exit 1 on loss, and where nothing was acknowledged: that proves nothing.
"""

from __future__ import annotations

import argparse
import hashlib
import random
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from vendorrisk.app.outside import Outside  # noqa: E402
from vendorrisk.app.upkeep import checked  # noqa: E402
from vendorrisk.app.wiring import (  # noqa: E402
    Manner,
    OpenWorkspace,
    backup_needs,
    created,
    key_wishes,
    opened,
)
from vendorrisk.domain.notice.customer_file import CustomersRead  # noqa: E402
from vendorrisk.domain.notice.records import Change, ChangeKind, Notice  # noqa: E402
from vendorrisk.domain.register.published import ListRead, ListRow  # noqa: E402
from vendorrisk.domain.register.records import Vendor  # noqa: E402
from vendorrisk.store.keys.unlocking import Typed  # noqa: E402
from vendorrisk.usecases.notice import changes, letters  # noqa: E402
from vendorrisk.usecases.notice.customer_import import import_customers  # noqa: E402
from vendorrisk.usecases.register import list_import, vendors  # noqa: E402
from vendorrisk.usecases.workspace import settings  # noqa: E402
from vendorrisk.usecases.workspace.setting_up import NewWorkspace  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Callable

LONGEST = {"save": 0.5, "import": 1.0, "letters": 2.5, "backup": 0.8}
"""Within how many seconds of its work an operation is killed."""

PASSPHRASE = "only for this sweep"
CHEAP_KIB = 19 * 1024
WHOLE_PDF = b"%%EOF"
SENDER = {
    "address": "Sweep Street 1, Zagreb", "contact": "privacy@sweep.example", "dpo": "dpo@sweep.example",
    "list_address": "https://sweep.example/list",
}  # fmt: skip
"""What a letter needs to know of its sender."""


def outside() -> Outside:
    return replace(Outside.real(), key_memory_kib=CHEAP_KIB)


def open_it(folder: Path) -> OpenWorkspace:
    return opened(folder, Typed(PASSPHRASE), outside(), Manner())


def done(what: str) -> None:
    print(what, flush=True)


def save(workspace: OpenWorkspace, run: int) -> None:
    for number in range(10_000):
        name = f"Saved {run}-{number}"
        vendors.add_vendor(
            workspace.office, {"name": name, "country": "DE"}, {"purpose": "Hosting"}, service="SMS"
        )
        done(name)


def import_lists(workspace: OpenWorkspace, run: int) -> None:
    for number in range(10_000):
        rows = tuple(
            ListRow(name=f"Listed {run}-{number}-{row}", purpose="Hosting", storage=("DE",), source="sweep")
            for row in range(40)
        )
        list_import.import_list(workspace.office, ListRead(rows=rows))
        done(f"Listed {run}-{number}-39")


def write_letters(workspace: OpenWorkspace, run: int) -> None:
    with workspace.office.book.reading() as reader:
        change = reader.find(Change)[0]
    for number in range(10_000):
        folder = workspace.folder / "outputs" / f"{run}-{number}"
        for _, path in letters.write_letters(workspace.office, change.id, folder, ["pdf"]).letters:
            done(str(path))


def back_up(workspace: OpenWorkspace, _run: int) -> None:
    for _ in range(10_000):
        done(str(workspace.vault.back_up(reason="manual", needs=backup_needs(outside())).path))


OPERATIONS: dict[str, Callable[[OpenWorkspace, int], None]] = {
    "save": save,
    "import": import_lists,
    "letters": write_letters,
    "backup": back_up,
}


@dataclass
class Tally:
    """What became of one operation."""

    kills: int = 0
    acknowledged: int = 0
    lost: int = 0
    torn: int = 0
    unsound: int = 0


def look(operation: str, workspace: OpenWorkspace, told: list[str], tally: Tally) -> None:
    """Compares what was acknowledged with what is there."""
    if operation in {"save", "import"}:
        with workspace.office.book.reading() as reader:
            names = {one.name for one in reader.find(Vendor)}
        tally.lost += sum(name not in names for name in told)
        if operation == "import":
            batches = {name.rsplit("-", 1)[0] for name in names if name.startswith("Listed")}
            counts = (sum(name.startswith(f"{one}-") for name in names) for one in batches)
            tally.torn += sum(count != 40 for count in counts)
        return
    gone = [path for path in told if not Path(path).is_file()]
    tally.lost += len(gone)
    if operation == "letters":
        look_at_letters(workspace, [Path(path) for path in told if path not in gone], tally)
    else:
        tally.torn += len(workspace.vault.backups.unreadable())


def look_at_letters(workspace: OpenWorkspace, told: list[Path], tally: Tally) -> None:
    """A letter that was acknowledged stands in the register by its digest; none that is in place is torn."""
    written = workspace.folder.glob("outputs/*/*.pdf")
    tally.torn += sum(not path.read_bytes().rstrip().endswith(WHOLE_PDF) for path in written)
    with workspace.office.book.reading() as reader:
        known = {one.content_sha256 for one in reader.find(Notice)}
    tally.lost += sum(hashlib.sha256(path.read_bytes()).hexdigest() not in known for path in told)


def prepare(folder: Path) -> None:
    workspace, _ = created(
        folder, key_wishes(outside(), None, PASSPHRASE), outside(), NewWorkspace(company="Sweep Ltd")
    )
    from vendorrisk.app.sample.recipe import SERVICES, customers  # noqa: PLC0415

    for name, value in SENDER.items():
        settings.change_setting(workspace.office, name, value)
    import_customers(workspace.office, CustomersRead(rows=tuple(customers()[:20])), agreed=True)
    added = vendors.add_vendor(
        workspace.office, {"name": "Announced", "country": "DE"}, {"purpose": "Hosting"},
        service=SERVICES["SMS"], storage=["DE"], access=["DE"],
    )  # fmt: skip
    changes.new_change(workspace.office, ChangeKind.ADD, added.engagement.id, workspace.office.clock.today())
    workspace.lock()


def sweep(operation: str, kills: int, dice: random.Random) -> Tally:
    tally = Tally()
    with tempfile.TemporaryDirectory(prefix="vendorrisk-sweep-") as place:
        folder = Path(place) / "sweep.vendorrisk"
        prepare(folder)
        for run in range(kills):
            told = killed(folder, operation, run, dice.uniform(0.0, LONGEST[operation]))
            workspace = open_it(folder)
            tally.kills += 1
            tally.acknowledged += len(told)
            look(operation, workspace, told, tally)
            tally.unsound += bool(checked(workspace)) if run % 10 == 0 or run == kills - 1 else 0
            workspace.lock()
            tidy(folder)
    return tally


def killed(folder: Path, operation: str, run: int, after: float) -> list[str]:
    """Starts the operation, waits until it is at work, kills it after a while, and returns what it said."""
    argv = [sys.executable, __file__, "--child", operation, str(folder), str(run)]
    with subprocess.Popen(argv, stdout=subprocess.PIPE, cwd=ROOT) as child:
        assert child.stdout is not None
        child.stdout.readline()
        time.sleep(after)
        child.kill()
        rest = child.stdout.read().decode(errors="replace")
        if child.wait() >= 0:
            raise SystemExit(f"{operation}: the child ended by itself, so that nothing was killed.")
    return [line for line in rest.split("\n")[:-1] if line]


def tidy(folder: Path) -> None:
    """Keeps the sweep small: old outputs and backups are not what is tested next."""
    shutil.rmtree(folder / "outputs", ignore_errors=True)
    (folder / "outputs").mkdir(mode=0o700, exist_ok=True)
    for old in sorted((folder / "backups").glob("*.vrbackup"))[:-2]:
        old.unlink()


def child(operation: str, folder: str, run: str) -> None:
    workspace = open_it(Path(folder))
    done("at work")
    OPERATIONS[operation](workspace, int(run))


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--kills", type=int, default=50, help="kills per operation")
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--only", choices=OPERATIONS, action="append", help="this operation; repeatable")
    options.add_argument("--child", nargs=3, metavar=("OPERATION", "FOLDER", "RUN"), help=argparse.SUPPRESS)
    given = options.parse_args()
    if given.child:
        child(*given.child)
        return 0
    dice = random.Random(given.seed)
    print(f"{'operation':<10} {'kills':>6} {'acknowledged':>13} {'lost':>5} {'torn':>5} {'unsound':>8}")
    bad = 0
    for operation in given.only or OPERATIONS:
        one = sweep(operation, given.kills, dice)
        bad += one.lost + one.torn + one.unsound + (one.acknowledged == 0)
        counts = f"{one.acknowledged:>13} {one.lost:>5} {one.torn:>5} {one.unsound:>8}"
        print(f"{operation:<10} {one.kills:>6} {counts}", flush=True)
    return 1 if bad else 0


if __name__ == "__main__":
    raise SystemExit(main())
