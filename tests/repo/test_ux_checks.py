"""Each of the forty checks of usability has tests that fail if it is broken, and they are named here."""

from __future__ import annotations

import ast
from collections import defaultdict
from functools import cache
from pathlib import Path

import pytest

TESTS = Path(__file__).resolve().parents[1]

LEFT_OUT = {
    17: "pasting from Excel comes later",
}
"""Checks without a test, and why."""

TABLE = """
 1 ui/opening/test_program.py welcome_loads_nothing_that_it_does_not_show
 1 ui/opening/test_welcome_page.py with_no_workspace_yet_the_keyboard_is_on_making_one
 1 ui/opening/test_two_starts.py a_second_start_raises_the_window_that_is_there
 2 ui/opening/test_sample.py one_click_opens_the_sample
 2 ui/opening/test_sample.py by_keyboard_alone_the_sample_opens_and_opens_again_after_the_lock
 2 ui/test_sweep_looks.py the_sample_begins_with_overdue_tasks_and_says_what_it_is
 3 ui/opening/test_first_minutes.py a_new_workspace_needs_two_fields_where_there_is_a_keyring
 3 ui/opening/test_first_minutes.py cancel_leaves_nothing_behind
 4 ui/test_pages_open.py a_place_with_nothing_in_it_says_what_belongs_there
 4 ui/test_pages_open.py a_place_with_nothing_in_it_has_one_filled_button
 4 ui/test_pages_open.py nothing_is
 5 ui/opening/test_welcome_page.py a_workspace_that_was_moved_is_greyed_and_can_be_located_or_taken_off
 5 ui/opening/test_program.py a_moved_workspace_is_located_and_opened
 6 ui/register/test_new_vendor.py three_actions_make_a_vendor_and_its_page_opens
 6 ui/register/test_new_vendor.py a_name_that_looks_known_is_pointed_out_while_typing_and_can_be_opened
 7 ui/diligence/test_sending_questions.py twenty_vendors_get_a_workbook_and_a_mail_each_and_no_word_of_another
 8 ui/diligence/test_assessments_page.py answers_are_shown_before_they_are_taken_in
 8 ui/diligence/test_assessments_page.py the_same_file_again_changes_nothing_and_says_so
 9 ui/diligence/test_answer_review_page.py ten_verdicts_by_keyboard_alone_and_finish
10 ui/register/test_vendor_panel.py a_pdf_dropped_on_a_row_becomes_a_document_of_that_vendor_only_by_its_verb
10 ui/review/test_vendor_page_papers.py a_pdf_dropped_on_a_vendor_becomes_its_document_only_once_it_is_added
11 ui/notice/test_many_customers.py dates_and_who_holds_them_are_those_worked_out_by_hand
11 ui/notice/test_many_customers.py letters_are_paged_from_first_to_last
11 ui/notice/test_change_letters.py a_customer_without_contact_disables_create_and_names_the_reason
12 ui/notice/test_same_letters.py window_and_command_line_write_the_same_letters
13 stories/test_short_stories.py an_objection_that_comes_a_day_late_is_labelled_so_and_still_bars_going_live
14 ui/test_sweep_many.py the_pack_of_a_quarter_takes_two_clicks_and_less_than_ten_seconds
14 ui/review/test_numbers.py no_number_of_the_page_is_without_its_list
14 ui/review/test_numbers.py the_first_page_on_paper_has_the_same_numbers
15 ui/register/test_publish_list.py the_next_version_shows_its_difference_first
15 ui/register/test_publish_list.py no_file_has_an_internal_field
16 ui/test_sweep_habits.py every_table_is_copied_without_titles_and_with_shift_with_them
16 ui/test_sweep_habits.py dates_are_copied_in_iso_form
18 ui/register/test_vendors_page.py a_filter_and_work_on_all_in_sight_never_touch_a_hidden_row
19 ui/test_sweep_habits.py filter_order_and_columns_stay_after_another_place_and_after_a_restart
19 ui/test_sweep_habits.py the_row_the_keyboard_is_on_and_the_selection_stay_after_another_place
19 ui/test_sweep_many.py a_list_is_scrolled_to_where_it_was_after_another_place
20 ui/register/test_vendors_page.py dates_sort_by_value_and_what_has_none_comes_last_either_way
20 ui/register/test_vendors_page.py names_sort_as_readers_expect
21 ui/register/test_vendors_page.py two_thousand_vendors_come_a_page_at_a_time_and_are_all_found
22 ui/test_sweep_habits.py an_export_has_the_rows_and_columns_in_sight_and_no_others
22 ui/notice/test_customers_page.py an_export_writes_the_rows_in_sight_and_no_formula
23 ui/register/test_vendors_page.py nothing_scrolls_sideways_and_no_head_or_chip_is_cut
24 usecases/test_every_action.py an_action_is_taken_back_exactly_and_done_again_exactly
24 usecases/test_every_action.py every_action_has_an_example_and_every_example_an_action
24 ui/shell/test_window.py undo_and_redo_by_keys_with_the_step_in_the_menu
25 stories/test_crash.py at_most_the_last_moment_of_typing_is_lost
26 ui/opening/test_newer_workspace.py a_workspace_of_a_newer_program_is_refused_in_words_and_left_as_it_is
26 ui/opening/test_refusals.py an_older_workspace_is_brought_up_to_date_and_opened
26 store/test_vault_making.py it_is_raised_after_a_backup_that_was_proved
27 ui/opening/test_two_starts.py a_second_start_raises_the_window_that_is_there
27 ui/opening/test_program.py a_second_start_is_answered_by_the_window_that_is_open
28 ui/notice/test_many_customers.py a_cancel_in_the_middle_leaves_nothing_and_the_window_is_idle_at_once
29 ui/test_sweep_habits.py nothing_that_can_be_undone_asks_first
30 stories/test_whole_job.py a_new_sub_processor_is_assessed_announced_and_live
31 ui/test_sweep_looks.py in_light_nothing_is
31 ui/test_sweep_looks.py in_dark_nothing_is
31 ui/widgets/test_tokens.py every_text_can_be_read_on_every_ground
31 ui/widgets/test_tokens.py borders_and_the_focus_ring_can_be_seen
32 ui/test_sweep_looks.py in_dark_nothing_is
33 ui/test_sweep_following.py switched_while_running_a_page_looks_as_if_it_had_been_opened_so
34 ui/test_sweep_looks.py in_light_nothing_is
34 ui/test_sweep_following.py no_text_is_cut_in_a_language_that_is_longer_by_40_percent
34 ui/test_sweep_following.py no_text_is_cut_when_a_window_that_is_open_gets_another_text_size
35 ui/test_sweep_looks.py in_light_nothing_is
35 ui/widgets/test_table_looks.py titles_and_texts_begin_on_the_same_x
36 ui/test_sweep_looks.py states_of_the_register_are_told_apart_in_grey
36 ui/widgets/test_tokens.py the_heat_map_goes_one_way_also_in_grey
36 ui/widgets/charts/test_charts.py heat_cells_can_be_told_apart_without_colour
37 ui/test_sweep_keyboard.py the_tab_key_goes_on_as_the_eye_does_and_out_again
37 ui/test_sweep_keyboard.py where_the_keyboard_is_can_be_seen
37 ui/test_sweep_keyboard.py the_tab_key_leaves_every_table
37 ui/test_sweep_keyboard.py esc_folds_the_palette_and_gives_the_keyboard_back
37 ui/test_sweep_keyboard.py esc_folds_every_menu_button_of_a_head_and_gives_the_keyboard_back
37 ui/test_sweep_keyboard.py esc_leaves_a_form_and_gives_the_keyboard_back
37 ui/test_sweep_keyboard.py esc_folds_the_month_and_leaves_the_form_open
38 ui/test_sweep_habits.py every_action_of_a_page_has_words
38 ui/test_sweep_habits.py what_can_be_done_on_a_page_and_in_its_menus_is_in_the_palette_too
38 ui/test_sweep_habits.py every_command_is_in_a_menu
38 ui/test_sweep_habits.py no_two_actions_of_a_page_share_their_keys
38 ui/test_pages_open.py no_two_commands_share_their_keys
38 ui/test_sweep_looks.py in_light_nothing_is
39 ui/test_sweep_words.py no_word_is_shown_without_passing_the_translator
40 app/test_help.py help_is_complete_and_narrow
40 app/test_help.py help_of_all_verbs_imports_no_qt_and_nothing_slow
40 app/test_help.py a_wrong_word_suggests_a_near_one
"""
"""Number of the check, file, and function without its first five letters."""


def checks():
    found = defaultdict(list)
    for line in TABLE.split("\n")[1:-1]:
        number, path, name = line.split()
        found[int(number)].append((path, f"test_{name}"))
    return dict(found)


@cache
def functions(path):
    tree = ast.parse((TESTS / path).read_text(encoding="utf-8"))
    return {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}


def test_every_check_has_its_tests_or_the_reason_why_not():
    assert sorted([*checks(), *LEFT_OUT]) == list(range(1, 41))


@pytest.mark.parametrize(("number", "named"), checks().items())
def test_the_tests_of_a_check_are_there(number, named):
    assert [(path, name) for path, name in named if name not in functions(path)] == []
