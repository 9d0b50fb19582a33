"""A file of paper forms, typed in at the desk: which columns it has, and each row as a form that was filled in."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.translation import gettext as _

from selaras.documents.sheets import Form, Sheet, workbook
from selaras.engines.tabular import CheckedTable, CheckResult, Field, check
from selaras.engines.tabular.kind import Kind, field
from selaras.engines.tabular.readings import sentence
from selaras.intake.rows import Incoming, incoming_in
from selaras.satisfaction.errors import NotNow
from selaras.satisfaction.filled import Filled, mark_of
from selaras.satisfaction.models import Survey
from selaras.satisfaction.scheme import PROFILE, profile_on, scheme_on
from selaras.satisfaction.words import PROFILE_WORDS

KIND = "survey_papers"
MOST_BYTES, MOST_ROWS = 5 * 1024 * 1024, 5_000
_NUMBER, _DESK, _COMMENT = "Nomor formulir", "Loket", "Saran"
_ROWS = 100  # of the template


def kind_of(survey: Survey) -> Kind:
    """The columns: number of the form, one for each element of the regulation, what respondents tell of themselves."""
    marks = [Field(one.key, one.name) for one in scheme_on(survey.opens_on).elements]
    profile = [Field(name, str(PROFILE_WORDS[name])) for name in PROFILE]
    number = field("number", _NUMBER, "code", "nomor, no, no formulir", required=True)
    more = (field("desk", _DESK, "text", "nama loket, tempat"), field("comment", _COMMENT, "text", "saran dan masukan"))
    return Kind(KIND, "formulir survei di kertas", (number, *marks, *profile, *more))


def template(survey: Survey) -> bytes:
    """An empty workbook to type forms into, and a sheet with the words that each column takes. The numbers are left to
    the paper: rows numbered beforehand would give forms of two desks the same ones.
    """
    kind = kind_of(survey)
    columns = [one.label for one in kind.fields]
    said = [f"{survey.service.name}, {survey.name}", "Unsur: angka 1 sampai 4. Yang kosong di kertas dibiarkan kosong."]
    said.append("Nomor formulir: seperti di kertas; tiap loket memakai huruf sendiri, misalnya A-1 dan B-1.")
    head = Form("Formulir survei di kertas", columns, [16] * len(columns), subtitles=said)
    rows = [[""] * len(columns) for _row in range(_ROWS)]
    words = [
        (str(PROFILE_WORDS[name]), word) for name, given in profile_on(survey.opens_on).items() for _, word in given
    ]
    words += [(_DESK, desk.name) for desk in survey.service.desks.all()]
    help_sheet = Sheet("Kata", Form("Kata yang dapat dipilih", ("Kolom", "Kata"), (28, 40)), words)
    return workbook([Sheet("Formulir", head, rows), help_sheet])


def read(survey: Survey, name: str, content: bytes) -> CheckResult:
    """Raises NotNow where it holds no forms, TabularError where it cannot be read."""
    if len(content) > MOST_BYTES:
        raise NotNow(_("Berkas ini lebih dari 5 MB. Pecah menjadi beberapa berkas, lalu kirim satu per satu."))
    kind = kind_of(survey)
    result = check(content, name, kind)
    columns = {one.field for sheet in result.sheets for one in sheet.mapping.columns}
    if "number" not in columns or not columns & {one.key for one in scheme_on(survey.opens_on).elements}:
        raise NotNow(_("Berkas ini belum berisi formulir. Unduh templatnya, isi barisnya, lalu kirim lagi."))
    if result.read > MOST_ROWS:
        raise NotNow(_("Berkas ini lebih dari 5.000 baris. Pecah menjadi beberapa berkas, lalu kirim lagi."))
    return result


def incoming(result: CheckResult) -> list[tuple[Incoming, dict[str, str]]]:
    """Every row in which more than a number stands, with the name that the file gives to each field."""
    return [(row, _names(sheet)) for sheet in result.sheets for row in incoming_in(sheet) if _is_filled(row)]


def _names(sheet: CheckedTable) -> dict[str, str]:
    return {one.field: one.column for one in sheet.mapping.columns if one.field}


def _is_filled(row: Incoming) -> bool:
    return any(value not in (None, "") for key, value in row.values.items() if key != "number")


class Reader:
    """Rows of one survey; knows its elements, words and desks once."""

    def __init__(self, survey: Survey) -> None:
        self._elements = [one.key for one in scheme_on(survey.opens_on).elements]
        self._words = {
            name: {said.casefold(): key for key, word in given for said in (key, word)}
            for name, given in profile_on(survey.opens_on).items()
        }
        self._desks = {said.casefold(): one.code for one in survey.service.desks.all() for said in (one.code, one.name)}

    def form(self, row: Incoming) -> Filled:
        """A word that is not known stays as it is, so that it is named as wrong."""
        marks = {key: mark_of(row.text(key)) for key in self._elements}
        profile = {name: _known(row.line(name), self._words[name]) for name in PROFILE}
        return Filled(marks, profile, row.text("comment"), _known(row.line("desk"), self._desks))


def _known(said: str, words: Mapping[str, str]) -> str:
    return words.get(said.casefold(), said)


def keep_back(row: Incoming, wrong: Mapping[str, str], names: Mapping[str, str]) -> None:
    """Say of each cell what is wrong, by the name of its column in the file."""
    for key, told in wrong.items():
        row.keep(sentence(row.number, names[key], told) if key in names else f"Baris {row.number}: {told}")
