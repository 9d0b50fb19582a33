"""The forms of the deeds on a case: what each asks beside the button."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from selaras.disclosure.actions.disputing import next_stages
from selaras.disclosure.completeness import ASKED
from selaras.disclosure.masking import masked
from selaras.disclosure.models import Dispute, Objection
from selaras.disclosure.pages.desk.standing import Standing
from selaras.people.pages.fields import Choice, Day, Several, TellingForm, Told, worded

_READ = _("Pemohon membacanya.")


class DeedForm(TellingForm):
    """Knows the case, for what it offers and begins with."""

    def __init__(self, standing: Standing, *args: Any, **kwargs: Any) -> None:
        kwargs["initial"] = self.first(standing)
        super().__init__(*args, **kwargs)
        self.offer(standing)

    def first(self, standing: Standing) -> dict[str, Any]:  # noqa: ARG002 - for those that begin with something
        return {}

    def offer(self, standing: Standing) -> None:
        """Fill in choices that depend on the case."""


class NothingAsked(DeedForm):
    """A deed that is one button."""


class AskForm(DeedForm):
    missing = Several(
        _("Yang masih kurang"),
        [(key, asked.label) for key, asked in ASKED.items()],
        _("Yang diwajibkan peraturan dan belum ada sudah dicentang."),
    )
    note = Told(_("Catatan untuk pemohon"), _READ, rows=3, required=False)

    def first(self, standing: Standing) -> dict[str, Any]:
        return {"missing": standing.missing}


class ExtendForm(DeedForm):
    reason = Told(_("Alasan perpanjangan"), _("Pemohon membacanya. Hanya satu kali."), rows=4)


class PauseForm(DeedForm):
    reason = Told(_("Mengapa waktu dihentikan"), _READ, rows=4)


class DeliverForm(DeedForm):
    how = Told(_("Bagaimana diserahkan"), _("Misalnya: diambil di meja layanan, dikirim lewat surel."), longest=120)

    def first(self, standing: Standing) -> dict[str, Any]:
        return {"how": _(standing.case.get_delivery_display()) if standing.case.delivery else ""}


class PublishForm(DeedForm):
    title = Told(
        _("Judul untuk umum"),
        _("Jangan sebut nama orang. Kosongkan untuk menarik jawabannya dari halaman umum."),
        longest=200,
        required=False,
    )

    def first(self, standing: Standing) -> dict[str, Any]:
        answer = standing.last_answer
        return {"title": (answer and answer.published_as) or masked(standing.case.subject)[:200]}


class DecideForm(DeedForm):
    decision = Choice(_("Putusan"), worded(Objection.Decision.choices))
    text = Told(_("Tanggapan atas keberatan"), _READ, rows=8)


class DisputeForm(DeedForm):
    on = Day(_("Didaftarkan pada"))
    number = Told(_("Nomor register Komisi Informasi"), longest=80, required=False)

    def first(self, standing: Standing) -> dict[str, Any]:  # noqa: ARG002 - as declared above
        return {"on": timezone.localdate()}


class StageForm(DeedForm):
    stage = Choice(_("Berlanjut ke"), [])

    def offer(self, standing: Standing) -> None:
        possible = next_stages(standing.dispute) if standing.dispute else Dispute.Stage.values  # the action refuses
        stages = ((key, word) for key, word in Dispute.Stage.choices if key in possible)
        self.fields["stage"].choices = worded(stages)  # type: ignore[attr-defined]


class HearingForm(DeedForm):
    held_at = forms.DateTimeField(
        label=_("Hari dan jam"),
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
        input_formats=["%Y-%m-%dT%H:%M", "%Y-%m-%d %H:%M"],
        error_messages={
            "required": _("Isi hari dan jamnya."),
            "invalid": _("Tulis hari dan jam sebagai tahun-bulan-hari jam:menit, misalnya 2026-12-31 09:00."),
        },
    )
    place = Told(_("Tempat"), longest=200, required=False)
    note = Told(_("Catatan"), rows=3, required=False)


class CloseForm(DeedForm):
    outcome = Choice(_("Hasil"), worded(Dispute.Outcome.choices))
    text = Told(_("Isi kesepakatan atau putusan"), rows=6)
    on = Day(_("Selesai pada"))

    def first(self, standing: Standing) -> dict[str, Any]:  # noqa: ARG002 - as declared above
        return {"on": timezone.localdate()}


class EraseForm(DeedForm):
    reason = Told(_("Mengapa data pemohon dihapus"), _("Tersimpan di riwayat; jangan tulis nama orang."), rows=3)
