"""Headings, places and answers of lists in other languages."""

from __future__ import annotations

import pytest

from tests.documents.lists.reading import names, read, told


def listed(header, *rows):
    lines = [header, ["---"] * len(header), *rows]
    return "".join(f"| {' | '.join(cells)} |\n" for cells in lines)


WORDS = {
    "de": (["Subprozessor", "Auftragsinhalt", "Ort der Datenverarbeitung", "Betroffene Daten", "Drittland"],
           ["Hosting", "Deutschland", "Namen", "keine"]),
    "fr": (["Dénomination sociale", "Nature de la prestation", "Lieu du traitement", "Données concernées",
            "Encadrement du transfert hors UE"], ["Hébergement", "Allemagne", "Noms", "Sans objet"]),
    "es": (["Denominación social", "Servicio prestado", "País", "Tipo de datos",
            "Garantías de la transferencia"], ["Alojamiento", "Alemania", "Nombres", "No aplica"]),
    "pt": (["Suboperador", "Finalidade", "Região", "Dados tratados", "Transferência internacional"],
           ["Hospedagem", "Alemanha", "Nomes", "Não aplicável"]),
    "it": (["Denominazione", "Attività di trattamento", "Paese", "Dati trattati", "Meccanismo"],
           ["Hosting", "Germania", "Nomi", "Non applicabile"]),
    "nl": (["Verwerker", "Functie", "Regio", "Soort gegevens", "Doorgifte buiten de EU"],
           ["Hosting", "Duitsland", "Namen", "Nee"]),
    "ja": (["会社名", "業務内容", "所在国", "取り扱うデータ", "移転の根拠"],
           ["クラウド基盤", "ドイツ", "氏名、住所", "なし"]),
    "ko": (["업체명", "위탁 업무", "이전 국가", "이전 항목", "이전 근거"],
           ["호스팅", "독일", "이름", "해당 없음"]),
    "zh": (["公司名称", "处理目的", "国家", "数据类型", "传输机制"], ["托管", "德国", "姓名", "不适用"]),
    "ru": (["Субпроцессор", "Назначение", "Страна", "Категории данных", "Основание передачи"],
           ["Хостинг", "Германия", "Имена", "нет"]),
}  # fmt: skip


@pytest.mark.parametrize("language", WORDS)
def test_a_table_in_another_language_is_read_without_a_doubt(tmp_path, language):
    header, cells = WORDS[language]
    found = read(tmp_path, listed(header, ["Alpha GmbH", *cells]))
    (row,) = found.rows
    assert (row.name, row.purpose, row.data) == ("Alpha GmbH", cells[0], cells[2])
    assert (row.locations, row.mechanism, row.other, told(found)) == (("DE",), (), (), [])


def test_words_that_are_written_together_are_found_inside_a_heading(tmp_path):
    text = listed(
        ["委託先の事業者名（サービス）", "個人データの保管場所", "移転の法的根拠"],
        ["Alpha, Inc.", "日本（東京リージョン）または米国", "標準契約条項（SCC）"],
    )
    (row,) = read(tmp_path, "# サブプロセッサー一覧\n\n最終更新日：2026-04-27\n\n" + text).rows
    assert (row.name, row.storage, row.mechanism) == ("Alpha, Inc.", ("JP", "US"), ("SCC_2021_914",))


@pytest.mark.parametrize(
    ("written", "codes"),
    [("米国・英国", ("US", "GB")), ("EU en VS", ("EU", "US")), ("BE & VK", ("BE", "GB")), ("EUA", ("US",)),
     ("대한민국(서울 리전)", ("KR",)), ("Sion VS, Schweiz", ("CH",))],
)  # fmt: skip
def test_places_are_known_as_their_languages_shorten_them(tmp_path, written, codes):
    (row,) = read(tmp_path, listed(["Name", "Country"], ["Alpha", written])).rows
    assert row.locations == codes


def test_a_list_without_a_column_of_names_takes_the_services(tmp_path):
    text = listed(["Service", "Zweck", "Serverstandort"], ["Alpha Cloud", "Hosting", "Berlin"])
    assert names(read(tmp_path, "# Dienstleister\n\n" + text)) == ["Alpha Cloud"]


def test_a_remark_in_place_of_a_country_is_named_once(tmp_path):
    remark = "per plan, pinned for some, otherwise open, ask us"
    found = read(tmp_path, listed(["Name", "Country"], ["Alpha", remark]))
    assert told(found) == [("list.md:3", "place_unknown")]
