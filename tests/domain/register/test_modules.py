import pytest

from tests.support.law import TODAY
from tests.support.sentences import say
from vendorrisk.domain.register.modules import Party, choose_module

C, P = Party.CONTROLLER, Party.PROCESSOR


@pytest.mark.parametrize(("exporter", "importer", "module"), [(C, C, 1), (C, P, 2), (P, P, 3)])
def test_the_parties_decide_the_module(exporter, importer, module):
    choice = choose_module(exporter, importer, importer_country="IN", on=TODAY)
    assert (choice.module, choice.warnings) == (module, ())
    assert say(choice.why) == f"Module {module} fits."


def test_module_4_only_returns_data_to_the_own_controller():
    back = choose_module(P, C, importer_country="US", on=TODAY, returns_to_own_controller=True)
    assert back.module == 4
    carrier = choose_module(P, C, importer_country="US", on=TODAY)
    assert carrier.module is None
    assert "own controller" in say(carrier.why)


@pytest.mark.parametrize("country", ["DE", "NO", "EEA"])
def test_no_module_fits_inside_the_eea(country):
    choice = choose_module(P, P, importer_country=country, on=TODAY)
    assert choice.module is None
    assert "is inside the EEA: no module fits" in say(choice.why)


def test_an_importer_under_the_gdpr_warns_and_does_not_block():
    choice = choose_module(P, P, importer_country="US", on=TODAY, importer_subject_to_gdpr=True)
    assert choice.module == 3
    assert "Art. 1(1)" in say(choice.warnings[0])
