"""Every deed on a case that needs no page of its own: its button, its form, its action, and when it is offered.

What is offered only spares a person a refusal; whether a deed may be done says its action.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from selaras.disclosure.actions.answering import deliver, publish
from selaras.disclosure.actions.checking import accept, ask_to_complete
from selaras.disclosure.actions.clocking import extend, pause, resume
from selaras.disclosure.actions.disputing import (
    Meeting,
    close_dispute,
    file_dispute,
    move_dispute,
    next_stages,
    set_hearing,
)
from selaras.disclosure.actions.erasing import erase_applicant
from selaras.disclosure.actions.objecting import decide_objection, object_to
from selaras.disclosure.actions.requesting import complete
from selaras.disclosure.errors import NotNow
from selaras.disclosure.models import Answer, Clock, Dispute, Objection, Request
from selaras.disclosure.pages.desk import deed_forms as forms
from selaras.disclosure.pages.desk import in_person
from selaras.disclosure.pages.desk.standing import Standing
from selaras.people.models import Account

State = Request.State
Told = dict[str, Any]
Word = str | Promise


@dataclass(frozen=True)
class Deed:
    slug: str
    word: Word  # on its button
    told: Word  # once it was done
    do: Callable[[Standing, Told, Account], object]
    fits: Callable[[Standing], bool]
    form: type[forms.DeedForm] = forms.NothingAsked
    main: bool = False  # the deed that the state waits for

    @property
    def asks(self) -> bool:
        """Whether it has anything to fill in."""
        return bool(self.form.base_fields)


def _objection(standing: Standing) -> Objection:
    if standing.objection is None:
        raise NotNow(_("Permohonan ini belum diajukan keberatan."))
    return standing.objection


def _dispute(standing: Standing) -> Dispute:
    if standing.dispute is None:
        raise NotNow(_("Permohonan ini belum disengketakan."))
    return standing.dispute


def _answer(standing: Standing) -> Answer:
    if standing.last_answer is None:
        raise NotNow(_("Permohonan ini belum dijawab."))
    return standing.last_answer


def _party(standing: Standing) -> bool:
    return bool(standing.case.at_desk or standing.case.judge)


def _desk(standing: Standing, *states: str) -> bool:
    return bool(standing.case.at_desk and standing.case.state in states)


def _clock_runs(standing: Standing) -> bool:
    clock = standing.answer_clock
    return _desk(standing, State.OPEN) and clock is not None and clock.state == Clock.State.RUNNING


def _in_time(standing: Standing) -> bool:
    clock = standing.answer_clock
    return _clock_runs(standing) and clock is not None and clock.due_on is not None and clock.due_on >= standing.today


def _may_extend(standing: Standing) -> bool:
    clock = standing.answer_clock
    return _in_time(standing) and clock is not None and not clock.extension_days


def _may_be_objected_to(standing: Standing) -> bool:
    """A letter that came in time may be taken down when the time is over."""
    if standing.objection or not _party(standing):
        return False
    late = standing.ticking(Clock.Kind.ANSWER)
    return bool(standing.ticking(Clock.Kind.OBJECT) or (late and late.late))


def _may_be_disputed(standing: Standing) -> bool:
    objection = standing.objection
    if objection is None or standing.dispute or not _party(standing):
        return False
    late = standing.ticking(Clock.Kind.SUPERIOR)
    return bool(objection.decided_at or (late and late.late))


def _in_dispute(standing: Standing) -> bool:
    dispute = standing.dispute
    return _party(standing) and dispute is not None and dispute.stage != Dispute.Stage.CLOSED


def _goes_on(standing: Standing) -> bool:
    return _in_dispute(standing) and bool(next_stages(_dispute(standing)))


def _may_be_published(standing: Standing) -> bool:
    answer = standing.last_answer
    granted = {Answer.Outcome.GRANTED, Answer.Outcome.PARTLY}
    return _desk(standing, State.ANSWERED) and answer is not None and answer.outcome in granted


def _may_erase(standing: Standing) -> bool:
    running = any(one.clock.runs and not one.late for one in standing.clocks)
    return bool(
        standing.is_over
        and standing.case.at_desk
        and not standing.case.applicant.erased_at
        and not (running or standing.case.anew or _in_dispute(standing))
        and not (standing.objection and not standing.objection.decided_at)
    )


DEEDS = {
    deed.slug: deed
    for deed in (
        Deed(
            "terima",
            gettext_lazy("Nyatakan lengkap"),
            gettext_lazy("Permohonan dinyatakan lengkap. Waktu menjawab mulai berjalan."),
            lambda on, _told, who: accept(on.case, actor=who),
            lambda on: _desk(on, State.CHECKING),
        ),
        Deed(
            "lengkapi",
            gettext_lazy("Minta pemohon melengkapi"),
            gettext_lazy("Pemohon diminta melengkapi. Waktunya mulai berjalan."),
            lambda on, told, who: ask_to_complete(on.case, told["missing"], told["note"], actor=who),
            lambda on: _desk(on, State.CHECKING),
            forms.AskForm,
        ),
        Deed(
            "kelengkapan",
            gettext_lazy("Catat kelengkapan"),
            gettext_lazy("Kelengkapan dicatat. Periksa lagi permohonannya."),
            lambda on, told, who: complete(on.case, told["wanted"], told["by"], actor=who, on=told["on"]),
            lambda on: _desk(on, State.INCOMPLETE),
            in_person.CompletionForm,
        ),
        Deed(
            "perpanjang",
            gettext_lazy("Perpanjang waktu jawab"),
            gettext_lazy("Waktu jawab diperpanjang. Pemohon membaca alasannya."),
            lambda on, told, who: extend(on.case, told["reason"], actor=who),
            _may_extend,
            forms.ExtendForm,
        ),
        Deed(
            "hentikan",
            gettext_lazy("Hentikan waktu sementara"),
            gettext_lazy("Waktu jawab dihentikan sementara."),
            lambda on, told, who: pause(on.case, told["reason"], actor=who),
            _in_time,
            forms.PauseForm,
        ),
        Deed(
            "lanjutkan",
            gettext_lazy("Jalankan waktu lagi"),
            gettext_lazy("Waktu jawab berjalan lagi."),
            lambda on, _told, who: resume(on.case, actor=who),
            lambda on: _desk(on, State.OPEN) and on.answer_clock is not None and not _clock_runs(on),
        ),
        Deed(
            "serahkan",
            gettext_lazy("Catat penyerahan jawaban"),
            gettext_lazy("Penyerahan jawaban dicatat."),
            lambda on, told, who: deliver(_answer(on), told["how"], actor=who),
            lambda on: _desk(on, State.ANSWERED) and bool(on.last_answer and not on.last_answer.delivered_at),
            forms.DeliverForm,
            main=True,
        ),
        Deed(
            "terbitkan",
            gettext_lazy("Terbitkan jawaban untuk umum"),
            gettext_lazy("Halaman umum sudah disesuaikan."),
            lambda on, told, who: publish(_answer(on), told["title"], actor=who),
            _may_be_published,
            forms.PublishForm,
        ),
        Deed(
            "keberatan",
            gettext_lazy("Catat keberatan pemohon"),
            gettext_lazy("Keberatan dicatat. Waktu atasan PPID menjawab mulai berjalan."),
            lambda on, told, who: object_to(
                on.case, told["submission"], told["grounds"], told["text"], actor=who, on=told["on"]
            ),
            _may_be_objected_to,
            in_person.ObjectionTakenDownForm,
        ),
        Deed(
            "putuskan",
            gettext_lazy("Putuskan keberatan"),
            gettext_lazy("Keberatan diputuskan. Pemohon membaca tanggapannya."),
            lambda on, told, who: decide_objection(_objection(on), told["decision"], told["text"], actor=who),
            lambda on: bool(on.case.judge and on.objection and not on.objection.decided_at),
            forms.DecideForm,
            main=True,
        ),
        Deed(
            "sengketa",
            gettext_lazy("Catat sengketa informasi"),
            gettext_lazy("Sengketa dicatat. Waktu penyelesaiannya mulai berjalan."),
            lambda on, told, who: file_dispute(_objection(on), told["on"], told["number"], actor=who),
            _may_be_disputed,
            forms.DisputeForm,
        ),
        Deed(
            "tahap",
            gettext_lazy("Pindah tahap sengketa"),
            gettext_lazy("Tahap sengketa dicatat."),
            lambda on, told, who: move_dispute(_dispute(on), told["stage"], actor=who),
            _goes_on,
            forms.StageForm,
        ),
        Deed(
            "sidang",
            gettext_lazy("Catat hari sidang"),
            gettext_lazy("Hari sidang dicatat."),
            lambda on, told, who: set_hearing(
                _dispute(on), Meeting(told["held_at"], told["place"], told["note"]), actor=who
            ),
            _in_dispute,
            forms.HearingForm,
        ),
        Deed(
            "selesai",
            gettext_lazy("Catat hasil sengketa"),
            gettext_lazy("Hasil sengketa dicatat."),
            lambda on, told, who: close_dispute(_dispute(on), told["outcome"], told["text"], told["on"], actor=who),
            _in_dispute,
            forms.CloseForm,
        ),
        Deed(
            "hapus-data",
            gettext_lazy("Hapus data pemohon"),
            gettext_lazy("Data pemohon dihapus. Permohonannya tetap tercatat."),
            lambda on, told, who: erase_applicant(on.case, told["reason"], actor=who),
            _may_erase,
            forms.EraseForm,
        ),
    )
}


def deeds_for(standing: Standing) -> list[Deed]:
    """Those that the state and the person's place at the case offer."""
    return [deed for deed in DEEDS.values() if deed.fits(standing)]
