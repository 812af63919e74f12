"""The English catalogue, as it is shipped and as its sources stand now; each is read once for all tests."""

from __future__ import annotations

import importlib.util
import tempfile
from functools import cache
from pathlib import Path

from vendorrisk.app.paths import resources
from vendorrisk.app.words import Catalogue

ROOT = Path(__file__).resolve().parents[2]


@cache
def shipped() -> Catalogue:
    """The compiled catalogue of the program."""
    return Catalogue(resources() / "i18n")


@cache
def english() -> Catalogue:
    """All .po files of the project merged anew, so that no test depends on a compiled file."""
    script = ROOT / "packaging" / "catalogue.py"
    spec = importlib.util.spec_from_file_location("catalogue_script", script)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    folder = Path(tempfile.mkdtemp(prefix="words-"))
    (folder / "en").mkdir()
    (folder / "en" / "vendorrisk.mo").write_bytes(module.merged(ROOT / "resources" / "i18n" / "en"))
    return Catalogue(folder)
