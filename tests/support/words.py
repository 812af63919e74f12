"""The English catalogue as its sources stand now, for tests that look at finished sentences."""

from __future__ import annotations

import importlib.util
import tempfile
from functools import lru_cache
from pathlib import Path

from vendorrisk.app.words import Catalogue

ROOT = Path(__file__).resolve().parents[2]


@lru_cache(maxsize=1)
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
