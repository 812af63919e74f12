"""Writing questionnaire workbooks: one where the person says, several into a folder."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from vendorrisk.ui.widgets.words import tr, tr_count
from vendorrisk.usecases.assessments import write_workbook
from vendorrisk.usecases.safe_files import free_name, plain_stem

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vendorrisk.ui.shell.context import Context
    from vendorrisk.ui.widgets.jobs import Progress
    from vendorrisk.usecases.assessment_rows import AssessmentRow
