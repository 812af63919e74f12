"""The child's side: reads a batch of requests, confines itself, parses, answers one line of JSON per file.

`python -m vendorrisk _read` runs `main`, without the parser of the command line. Neither window, store nor
keyring is imported.
"""

from __future__ import annotations

import gc
import json
import os
import sys
import traceback
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from vendorrisk.documents.child.confine import allow_cpu, confine
from vendorrisk.documents.child.limits import Limits, limits_from_plain
from vendorrisk.documents.child.plain import to_plain
from vendorrisk.documents.child.registry import KINDS, parser_for
from vendorrisk.documents.problems import as_problem, error
from vendorrisk.domain.message import UserError
from vendorrisk.usecases.file_reasons import reason_of

if TYPE_CHECKING:
    from collections.abc import Mapping

SCHEMA = "vendorrisk.read/1"


def main(kinds: Mapping[str, str] = KINDS) -> int:
    """Answers the one request on stdin; the exit code is 0 unless the request itself was malformed."""
    answers = _private_stdout()
    try:
        request = json.loads(sys.stdin.buffer.readline())
        limits = limits_from_plain(request["limits"])
        files = [(str(file["kind"]), str(file["path"]), dict(file["options"])) for file in request["files"]]
    except (ValueError, KeyError, TypeError):
        return 2
    _answer(answers, {"confined": list(confine(limits))})
    for kind, path, options in files:
        allow_cpu(limits)
        _answer(answers, _read_one(kind, path, options, limits, kinds))
        gc.collect()
    return 0


def _private_stdout() -> IO[str]:
    """Keeps the real stdout for answers; whatever a library prints goes to stderr."""
    real = os.fdopen(os.dup(1), "w", encoding="ascii")
    os.dup2(2, 1)
    return real


def _answer(answers: IO[str], body: dict[str, Any]) -> None:
    json.dump({"schema": SCHEMA, **body}, answers, ensure_ascii=True, separators=(",", ":"))
    answers.write("\n")
    answers.flush()


def _read_one(
    kind: str, path: str, options: dict[str, Any], limits: Limits, kinds: Mapping[str, str]
) -> dict[str, Any]:
    """Data, or the problem that kept the file out. A parser that falls over is an outcome, not an end."""
    name = Path(path).name
    try:
        return {"data": to_plain(parser_for(kind, kinds)(Path(path), options, limits))}
    except UserError as refused:
        return {"problems": [to_plain(as_problem(refused))]}
    except OSError as failed:
        return {"problems": [to_plain(error(name, "unreadable", name=name, reason=reason_of(failed)))]}
    except MemoryError:
        return {"problems": [to_plain(error(name, "too_much_memory", name=name))]}
    except RecursionError:
        return {"problems": [to_plain(error(name, "too_deep", name=name))]}
    except Exception as crash:  # noqa: BLE001  (the boundary to a stranger's file; the parent names it)
        traceback.print_exc()
        return {"problems": [to_plain(error(name, "crashed", name=name, how=type(crash).__name__))]}
