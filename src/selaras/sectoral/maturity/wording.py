"""What a line of the maturity sheet says in words: one text for the page, the print, the workbook and the command."""

from __future__ import annotations

from django.utils.translation import gettext as _

from selaras.engines.indonesian.wording import number
from selaras.engines.maturity import Branch, rounded
from selaras.sectoral.maturity.method import Method, Step
from selaras.sectoral.maturity.sheet import Evidence, Line, Sheet


def index_words(sheet: Sheet) -> str:
    """The first sentence: the index with its band, or between what it lies while levels are missing."""
    index = sheet.index
    if index.shown is not None:
        return _("Indeks %(value)s: %(band)s") % {"value": number(index.shown), "band": index.band}
    told = {
        "low": number(rounded(index.lowest)),
        "high": number(rounded(index.highest)),
        "missing": len(index.missing),
    }
    return _("Indeks antara %(low)s dan %(high)s: %(missing)s indikator belum bertingkat") % told


def value_words(branch: Branch) -> str:
    """A value to two decimals, or between what it lies."""
    if branch.value is not None:
        return number(rounded(branch.value))
    told = {"low": number(rounded(branch.lowest)), "high": number(rounded(branch.highest))}
    return _("%(low)s sampai %(high)s") % told


def lift_words(line: Line) -> str:
    """By how much the index rises with one level more."""
    return f"+{number(rounded(line.lift))}"


def steps_words(method: Method) -> str:
    """From which share on a level is proposed, and that none above is."""
    told = [
        _("tingkat %(level)s mulai dari %(least)s") % {"level": one.level, "least": _percent(one)}
        for one in method.steps
    ]
    above = {"steps": ", ".join(told), "highest": method.steps[-1].level}
    return (
        _("Tingkat usulan memakai aturan Selaras sendiri: %(steps)s; lebih dari %(highest)s tidak diusulkan.") % above
    )


def _percent(step: Step) -> str:
    return f"{number(int(step.least))}\N{NO-BREAK SPACE}%"


def evidence_words(line: Line) -> str:
    """What was counted, with its numbers."""
    if line.evidence is None:
        return _("Belum ada yang dapat dihitung.") if line.rule else _("Sistem tidak tahu.")
    tally = line.evidence.tally
    told = {"have": number(tally.have), "of": number(tally.of), "what": line.evidence.measure.name}
    return _("%(have)s dari %(of)s %(what)s.") % told


def rule_words(evidence: Evidence) -> str:
    """By which rule the level was proposed."""
    told = {"level": evidence.step.level, "least": _percent(evidence.step)}
    return _("Tingkat %(level)s diusulkan mulai dari %(least)s.") % told


def deed_words(line: Line) -> str:
    """What lifts the line by a level."""
    if line.level is None:
        return _("Nyatakan tingkatnya beserta buktinya.")
    after = line.evidence.after if line.evidence else None
    if line.evidence is None or after is None or after.level <= line.level:
        return _("Tingkat %(level)s tidak terlihat dari sistem. Nyatakan bila ada buktinya.") % {
            "level": line.level + 1
        }
    told = {"wanted": number(line.evidence.wanted), "level": after.level, "deed": line.evidence.measure.deed}
    return _("%(deed)s %(wanted)s lagi untuk tingkat %(level)s.") % told


def gap_words(line: Line) -> str:
    """How the statement stands to the evidence; nothing where one of them is missing."""
    if line.gap is None:
        return ""
    if line.gap == 0:
        return _("sama dengan usulan")
    told = {"levels": abs(line.gap)}
    return (_("%(levels)s tingkat di atas usulan") if line.gap > 0 else _("%(levels)s tingkat di bawah usulan")) % told
