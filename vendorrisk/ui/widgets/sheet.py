"""The one style sheet, generated from the tokens: for what a palette alone cannot say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vendorrisk.ui.widgets.tokens import (
    CONTROL,
    CONTROL_SMALL,
    PANEL_RADIUS,
    POINTER_TARGET,
    RADIUS,
    ROW_COMPACT,
    SCROLL_BAR,
    Kind,
    Tokens,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def style_sheet(tokens: Tokens, *, px: Callable[[int], int], drawings: Path) -> str:
    """Returns the sheet of one scheme.

    Fonts are left out on purpose: a widget whose font comes from a sheet ignores `setFont`.

    Args:
        tokens: the colours.
        px: scales a measure that holds text with the text size.
        drawings: folder with this scheme's check marks and arrows.
    """
    art = drawings.as_posix()
    return "\n".join(
        (
            _labels(tokens),
            _buttons(tokens, px, art),
            _kinds_of_buttons(tokens, px),
            _fields(tokens, px, art),
            _indicators(tokens, px, art),
            _bars(tokens),
            _menus(tokens, px, art),
            _views(tokens, px),
            _frames(tokens),
        )
    )


def _labels(t: Tokens) -> str:
    tones = {
        "text2": t.text2,
        "text3": t.text3,
        "link": t.link,
        "accent": t.accent,
        **{kind.value: pair.fg for kind, pair in t.chips.items()},
    }
    rules = [f'QLabel[tone="{tone}"] {{ color: {colour}; }}' for tone, colour in tones.items()]
    rules.append(f"QLabel:disabled {{ color: {t.disabled}; }}")
    rules.append(
        f'QLabel[shape="key"] {{ color: {t.text2}; background: {t.alt}; border: 1px solid {t.separator};'
        f" border-radius: {RADIUS}px; padding: 0 4px; }}"
    )
    return "\n".join(rules)


def _buttons(t: Tokens, px: Callable[[int], int], art: str) -> str:
    return f"""
QPushButton {{
  color: {t.text}; background: {t.surface}; border: 1px solid {t.control_border};
  border-radius: {RADIUS}px; padding: 0 11px; min-height: {px(CONTROL) - 2}px; outline: none;
}}
QPushButton[small="true"] {{ min-height: {px(CONTROL_SMALL) - 2}px; }}
QPushButton:hover {{ background: {t.control_hover}; }}
QPushButton:pressed, QPushButton:open {{ background: {t.control_pressed}; }}
QPushButton:checked {{ background: {t.selection}; border-color: {t.accent}; }}
QPushButton:disabled {{ color: {t.disabled}; background: {t.surface}; border-color: {t.disabled_border}; }}
QPushButton::menu-indicator {{ image: none; width: 0; }}
QPushButton[unfolds="true"] {{ padding-right: 11px; }}
QPushButton[unfolds="true"]::menu-indicator {{
  image: url({art}/down.svg); width: 16px; height: 16px; right: 8px;
  subcontrol-origin: border; subcontrol-position: center right;
}}
"""


def _kinds_of_buttons(t: Tokens, px: Callable[[int], int]) -> str:
    danger = t.chips[Kind.CRITICAL]
    return f"""
QPushButton[kind="segment"] {{ color: {t.text2}; border-radius: 0; padding: 0; margin-left: -1px; }}
QPushButton[kind="segment"]:checked {{
  color: {t.text}; background: {t.selection}; border-color: {t.control_border};
}}
QPushButton[place="first"] {{
  border-top-left-radius: {RADIUS}px; border-bottom-left-radius: {RADIUS}px; margin-left: 0;
}}
QPushButton[place="last"] {{
  border-top-right-radius: {RADIUS}px; border-bottom-right-radius: {RADIUS}px;
}}
QPushButton[kind="primary"] {{ color: {t.on_accent}; background: {t.accent}; border-color: {t.accent}; }}
QPushButton[kind="primary"]:hover {{ background: {t.accent_hover}; border-color: {t.accent_hover}; }}
QPushButton[kind="primary"]:pressed {{ background: {t.accent_pressed}; border-color: {t.accent_pressed}; }}
QPushButton[kind="primary"]:disabled {{
  color: {t.disabled}; background: {t.surface}; border-color: {t.disabled_border};
}}
QPushButton[kind="danger"] {{ color: {danger.fg}; border-color: {danger.fg}; }}
QPushButton[kind="danger"]:hover {{ background: {danger.bg}; }}
QPushButton[kind="danger"]:disabled {{ color: {t.disabled}; border-color: {t.disabled_border}; }}
QPushButton[kind="quiet"], QPushButton[kind="link"] {{
  color: {t.link}; background: transparent; border-color: transparent;
}}
QPushButton[kind="link"] {{ text-align: left; padding: 0 3px; min-height: {px(POINTER_TARGET) - 2}px; }}
QPushButton[kind="link"][starts="true"] {{ padding-left: 0; border-left-width: 0; }}
QPushButton[ends="true"] {{ text-align: right; }}
QPushButton[kind="icon"] {{ padding: 0; min-width: {px(CONTROL) - 2}px; max-width: {px(CONTROL) - 2}px; }}
QPushButton[kind="icon"][small="true"] {{
  min-width: {px(CONTROL_SMALL) - 2}px; max-width: {px(CONTROL_SMALL) - 2}px;
}}
QPushButton[kind="icon"][bare="true"] {{ background: transparent; border-color: transparent; }}
QPushButton[kind="quiet"]:hover, QPushButton[kind="icon"][bare="true"]:hover {{
  background: {t.control_pressed};
}}
QPushButton[kind="link"]:hover {{ color: {t.accent_pressed}; }}
QPushButton[kind="quiet"]:disabled, QPushButton[kind="link"]:disabled {{
  color: {t.disabled}; background: transparent; border-color: transparent;
}}
"""


def _fields(t: Tokens, px: Callable[[int], int], art: str) -> str:
    boxes = "QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QAbstractSpinBox"
    states = ", ".join(f"{name}:focus" for name in boxes.split(", "))
    off = ", ".join(f"{name}:disabled" for name in boxes.split(", "))
    wrong = ", ".join(f'{name}[wrong="true"]' for name in boxes.split(", "))
    return f"""
{boxes} {{
  color: {t.text}; background: {t.surface}; border: 1px solid {t.control_border}; border-radius: {RADIUS}px;
  selection-background-color: {t.accent}; selection-color: {t.on_accent};
  placeholder-text-color: {t.text3};
}}
QLineEdit, QComboBox, QAbstractSpinBox {{ min-height: {px(CONTROL) - 2}px; padding: 0 8px 0 9px; }}
QLineEdit[small="true"], QComboBox[small="true"] {{ min-height: {px(CONTROL_SMALL) - 2}px; }}
QPlainTextEdit, QTextEdit {{ padding: 5px 7px; }}
{states} {{ border: 2px solid {t.accent}; }}
QLineEdit:focus, QComboBox:focus, QAbstractSpinBox:focus {{
  min-height: {px(CONTROL) - 4}px; padding: 0 7px 0 8px;
}}
QLineEdit[small="true"]:focus, QComboBox[small="true"]:focus {{ min-height: {px(CONTROL_SMALL) - 4}px; }}
QPlainTextEdit:focus, QTextEdit:focus {{ padding: 4px 6px; }}
QLineEdit[inline="true"], QComboBox[inline="true"], QAbstractSpinBox[inline="true"] {{
  min-height: {px(ROW_COMPACT) - 4}px; border: 2px solid {t.accent}; padding: 0 6px;
}}
{wrong} {{ border-color: {t.chips[Kind.CRITICAL].fg}; }}
{off} {{ color: {t.disabled}; background: {t.window}; border-color: {t.disabled_border}; }}
QLineEdit[frame="false"], QPlainTextEdit[bare="true"], QTextEdit[bare="true"] {{
  border: none; background: transparent; padding: 0; min-height: 0;
}}
QAbstractItemView QLineEdit, QAbstractItemView QComboBox, QAbstractItemView QAbstractSpinBox,
QComboBox QLineEdit, QAbstractSpinBox QLineEdit {{ min-height: 0; padding: 0 4px; }}
QComboBox QLineEdit, QAbstractSpinBox QLineEdit {{ border: none; background: transparent; padding: 0; }}
QComboBox:!editable {{ padding-left: 11px; }}
QComboBox:!editable:focus {{ padding-left: 10px; }}
QAbstractSpinBox {{ padding: 0; max-height: {px(CONTROL) - 2}px; }}
QAbstractSpinBox:focus {{ max-height: {px(CONTROL) - 4}px; }}
QComboBox::drop-down, QDateEdit::drop-down {{ border: none; width: 28px; }}
QComboBox::down-arrow, QDateEdit::down-arrow {{ image: url({art}/down.svg); width: 16px; height: 16px; }}
QComboBox::down-arrow:disabled {{ image: url({art}/down-off.svg); }}
QSpinBox::up-button, QSpinBox::down-button, QDoubleSpinBox::up-button, QDoubleSpinBox::down-button {{
  border: none; width: 20px; subcontrol-origin: border;
}}
QSpinBox::up-arrow, QDoubleSpinBox::up-arrow {{ image: url({art}/up.svg); width: 12px; height: 12px; }}
QSpinBox::down-arrow, QDoubleSpinBox::down-arrow {{ image: url({art}/down.svg); width: 12px; height: 12px; }}
QComboBox QAbstractItemView {{
  background: {t.surface}; border: 1px solid {t.control_border}; padding: 4px; outline: none;
  selection-background-color: {t.selection}; selection-color: {t.text};
}}
"""


def _indicators(t: Tokens, px: Callable[[int], int], art: str) -> str:
    side, disc = px(16) - 2, px(16)
    return f"""
QCheckBox, QRadioButton {{ spacing: 8px; min-height: {px(24)}px; }}
QCheckBox:disabled, QRadioButton:disabled {{ color: {t.disabled}; }}
QCheckBox::indicator {{
  width: {side}px; height: {side}px; border: 1px solid {t.control_border}; border-radius: 3px;
  background: {t.surface};
}}
QCheckBox::indicator:hover {{ border-color: {t.accent}; }}
QCheckBox::indicator:checked {{
  background: {t.accent}; border-color: {t.accent}; image: url({art}/check.svg);
}}
QCheckBox::indicator:indeterminate {{ image: url({art}/dash.svg); }}
QCheckBox::indicator:disabled {{ border-color: {t.disabled_border}; background: {t.window}; }}
QCheckBox::indicator:checked:disabled {{ background: {t.disabled}; border-color: {t.disabled}; }}
QRadioButton::indicator {{ width: {disc}px; height: {disc}px; image: url({art}/radio.svg); }}
QRadioButton::indicator:checked {{ image: url({art}/radio-on.svg); }}
QRadioButton::indicator:disabled {{ image: url({art}/radio-off.svg); }}
"""


def _bars(t: Tokens) -> str:
    return f"""
QScrollBar:vertical {{ background: transparent; width: {SCROLL_BAR}px; margin: 0; }}
QScrollBar:horizontal {{ background: transparent; height: {SCROLL_BAR}px; margin: 0; }}
QScrollBar::handle {{ background: {t.control_border}; border-radius: 3px; margin: 3px; }}
QScrollBar::handle:vertical {{ min-height: 32px; }}
QScrollBar::handle:horizontal {{ min-width: 32px; }}
QScrollBar::handle:hover {{ background: {t.text3}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QAbstractScrollArea::corner {{ background: transparent; border: none; }}
QSplitter::handle {{ background: transparent; }}
QSplitter::handle:hover {{ background: {t.separator}; }}
QProgressBar {{
  background: {t.track}; border: none; border-radius: 3px; min-height: 6px; max-height: 6px;
}}
QProgressBar::chunk {{ background: {t.accent}; border-radius: 3px; }}
QToolTip {{
  color: {t.text}; background: {t.surface}; border: 1px solid {t.control_border}; padding: 4px 6px;
}}
QFrame#statusBar {{ background: {t.sidebar}; border: none; border-top: 1px solid {t.separator};
}}
"""


def _menus(t: Tokens, px: Callable[[int], int], art: str) -> str:
    return f"""
QFrame#topBar {{ background: {t.sidebar}; border: none; border-bottom: 1px solid {t.separator}; }}
QMenuBar {{ color: {t.text}; background: transparent; border: none; padding: 0; spacing: 0; }}
QMenuBar::item {{ background: transparent; padding: 4px 11px; border-radius: {RADIUS}px; }}
QMenuBar::item:selected {{ background: {t.separator}; }}
QMenuBar::item:pressed {{ background: {t.selection}; }}
QMenu {{
  color: {t.text}; background: {t.surface}; border: 1px solid {t.control_border};
  border-radius: {PANEL_RADIUS}px; padding: 4px;
}}
QMenu::item {{ padding: 5px 24px 5px 12px; border-radius: {RADIUS}px; min-height: {px(18)}px; }}
QMenu::item:selected {{ background: {t.selection}; }}
QMenu::item:disabled {{ color: {t.disabled}; }}
QMenu::icon {{ padding-left: 8px; }}
QMenu::separator {{ height: 1px; background: {t.hair}; margin: 4px 8px; }}
QMenu::indicator {{ width: 16px; height: 16px; padding-left: 6px; }}
QMenu::indicator:checked {{ image: url({art}/tick.svg); }}
"""


def _views(t: Tokens, px: Callable[[int], int]) -> str:
    return f"""
QAbstractItemView {{
  color: {t.text}; background: {t.surface}; border: none; outline: none; gridline-color: transparent;
  alternate-background-color: {t.alt};
  selection-background-color: {t.selection}; selection-color: {t.text};
}}
QHeaderView {{ background: {t.surface}; border: none; }}
QHeaderView::section {{
  color: {t.text2}; background: {t.surface}; border: none; border-bottom: 1px solid {t.separator};
  padding: 0 8px; min-height: {px(32) - 1}px;
}}
QHeaderView::section:hover {{ background: {t.control_hover}; }}
QTableCornerButton::section {{ background: {t.surface}; border: none; }}
QCalendarWidget QWidget#qt_calendar_navigationbar {{ background: {t.surface}; }}
QCalendarWidget QToolButton {{
  color: {t.text}; background: transparent; border: none; border-radius: {RADIUS}px;
  padding: 2px 6px; min-height: {px(POINTER_TARGET) - 4}px;
}}
QCalendarWidget QToolButton:hover {{ background: {t.control_pressed}; }}
QCalendarWidget QToolButton::menu-indicator {{ image: none; }}
QCalendarWidget QAbstractItemView {{
  selection-background-color: {t.accent}; selection-color: {t.on_accent};
  alternate-background-color: {t.surface};
}}
QCalendarWidget QAbstractItemView:disabled {{ color: {t.disabled}; }}
"""


def _frames(t: Tokens) -> str:
    banners = "\n".join(
        f'QFrame[banner="{kind.value}"] {{ background: {pair.bg}; border: 1px solid {pair.fg};'
        f" border-radius: {RADIUS}px; }}"
        f'\nQFrame[banner="{kind.value}"] QLabel {{ color: {pair.fg}; }}'
        for kind, pair in t.chips.items()
    )
    return f"""
QFrame[frame="panel"] {{
  background: {t.surface}; border: 1px solid {t.separator}; border-radius: {PANEL_RADIUS}px;
}}
QFrame[frame="side"] {{ background: {t.surface}; border: none; border-left: 1px solid {t.separator}; }}
QFrame[frame="sidebar"] {{ background: {t.sidebar}; border: none; }}
QFrame[frame="popover"] {{
  background: {t.surface}; border: 1px solid {t.control_border}; border-radius: {PANEL_RADIUS}px;
}}
QFrame[line="separator"] {{ background: {t.separator}; border: none; }}
QFrame[line="passed"] {{ background: {t.control_border}; border: none; }}
QFrame[line="hair"] {{ background: {t.hair}; border: none; }}
QScrollArea, QScrollArea > QWidget > QWidget[page="true"] {{ background: transparent; border: none; }}
{banners}
"""
