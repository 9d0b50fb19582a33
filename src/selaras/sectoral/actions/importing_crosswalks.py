"""A table of what one office's words mean in another's comes in: rows that can serve are taken, the rest kept back."""

from __future__ import annotations

from dataclasses import dataclass
from operator import itemgetter

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from selaras.audit.actions import record
from selaras.engines.conflicts import ConflictsError, read_unit
from selaras.engines.tabular import read_table, text_of
from selaras.intake.actions import Letter, already_taken, file_away
from selaras.intake.rows import Incoming, still_taken, unique, within
from selaras.people.models import Account
from selaras.sectoral.actions.guarding import require_steward
from selaras.sectoral.actions.looking import look_for_conflicts
from selaras.sectoral.conflicts.terms import plain
from selaras.sectoral.errors import Incomplete, NotNow
from selaras.sectoral.models import Crosswalk, CrosswalkRow, Measure

Kind = Crosswalk.Kind
FROM, TO = "dari", "ke"
MOST_BYTES = 20 * 1024 * 1024
_WIDEST = 200


@dataclass(frozen=True)
class Published:
    """Who published the table, in which version; for codes from which system it leads into which."""

    kind: str
    source: str
    version: str
    from_system: str = ""
    to_system: str = ""


def import_crosswalk(name: str, content: bytes, said: Published, *, actor: Account) -> Crosswalk:
    """Take the rows of a file with the columns `dari` and `ke`; it replaces the one of its kind and systems before it.

    The same bytes for the same systems change nothing. Raises NotAllowed, Incomplete, NotNow, TabularError.
    """
    require_steward(actor)
    said = _whole(said)
    rows = _rows(name, content)
    pairs = list(_pairs(said, rows))
    letter = Letter(f"crosswalk_{said.kind}", _scope(said), said.source[:150], name[-255:], content)
    with transaction.atomic():
        if known := already_taken(letter):
            return Crosswalk.objects.get(batch=known)
        batch, _written = file_away(letter, rows, actor=actor)
        made = Crosswalk.objects.create(**vars(said), batch=batch, imported_by=actor, imported_at=timezone.now())
        CrosswalkRow.objects.bulk_create(
            (CrosswalkRow(crosswalk=made, written=written, meant=meant) for written, meant in pairs), batch_size=500
        )
        detail = vars(said) | {"taken": batch.taken, "kept": batch.kept, "digest": letter.digest}
        record("sectoral.crosswalk_imported", actor=actor, subject=str(made.pk), detail=detail)
        if Measure.objects.exists():
            look_for_conflicts(actor=actor)
        return made


def _scope(said: Published) -> str:
    return f"{said.from_system} {said.to_system}".strip()[:120]


def _whole(said: Published) -> Published:
    told = {name: " ".join(value.split()) for name, value in vars(said).items()}
    codes = told["kind"] == Kind.CODES
    for name in ("from_system", "to_system"):
        told[name] = plain(told[name]) if codes else ""
    sentences = {
        "source": _("Tulis siapa yang menerbitkan padanan ini."),
        "version": _("Tulis versi atau tahunnya."),
    }
    if codes:
        sentences["from_system"] = _("Tulis sistem kode asalnya dan tahunnya, misalnya bps 2023.")
        sentences["to_system"] = _("Tulis sistem kode tujuannya dan tahunnya, misalnya kemendagri 2025.")
    wrong = {name: sentence for name, sentence in sentences.items() if not told[name]}
    if told["kind"] not in Kind.values:
        wrong["kind"] = _("Pilih apa yang dipadankan.")
    if codes and told["from_system"] and told["from_system"] == told["to_system"]:
        wrong["to_system"] = _("Sistem kode asal dan tujuannya sama. Periksa tahunnya.")
    for name, value in told.items():
        most = getattr(Crosswalk._meta.get_field(name), "max_length", None) or _WIDEST
        if len(value) > most:
            wrong[name] = _("Ini terlalu panjang: paling banyak %(most)s huruf.") % {"most": most}
    if wrong:
        raise Incomplete(wrong)
    return Published(**told)


def _rows(name: str, content: bytes) -> list[Incoming]:
    """Raises NotNow, TabularError."""
    if len(content) > MOST_BYTES:
        raise NotNow(_("Berkas ini lebih besar dari 20 MB. Periksa apakah berkasnya benar."))
    lines = _lines(name, content)
    header = next((place for place, (_number, cells) in enumerate(lines) if _is_header(cells)), None)
    if header is None:
        raise NotNow(_("Berkas ini harus punya kolom “dari” dan “ke” pada baris pertamanya."))
    titles = lines[header][1]
    places = {plain(title): place for place, title in enumerate(titles)}
    made = []
    for number, cells in lines[header + 1 :]:
        if any(cells):
            told = {key: cells[places[key]] if places[key] < len(cells) else "" for key in (FROM, TO)}
            made.append(Incoming(number, "", dict(zip(titles, cells, strict=False)), told))
    return made


def _lines(name: str, content: bytes) -> list[tuple[int, list[str]]]:
    """Every line of the file: what the reader takes for a total, such as “Jumlah penduduk”, is a row like others."""
    table = read_table(content, name)
    lines = [(row.number, row.cells) for row in table.rows] + [(row.number, row.cells) for row in table.skipped]
    return [(number, [text_of(cell).strip() for cell in cells]) for number, cells in sorted(lines, key=itemgetter(0))]


def _is_header(cells: list[str]) -> bool:
    return {FROM, TO} <= {plain(cell) for cell in cells}


def _pairs(said: Published, rows: list[Incoming]) -> list[tuple[str, str]]:
    """What each row that can be taken says; the others are kept back, on the row, with what to do."""
    for row in rows:
        for key in (FROM, TO):
            if not row.text(key):
                row.keep(f"Kolom “{key}” kosong. Isi keduanya.")
        if not row.kept and said.kind == Kind.UNITS:
            _judge_unit(row)
    short = list(within(still_taken(rows), dari=_WIDEST, ke=_WIDEST))
    return [(row.text(FROM), row.text(TO)) for row in list(unique(short, FROM))]


def _judge_unit(row: Incoming) -> None:
    try:
        read_unit(row.text(TO))
    except ConflictsError as unread:
        row.keep(str(unread))
