"""One request for information: what is asked, by whom, how far it is; and everything that was done with it."""

from __future__ import annotations

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import Q

from selaras.disclosure.models.network import PublicBody


class Request(models.Model):
    """A request at one body. What is moved to other bodies ends here and goes on there as a request of its own.

    The state changes by the named actions alone; nothing takes a request away.
    """

    class State(models.TextChoices):
        CHECKING = "checking", "diperiksa kelengkapannya"
        INCOMPLETE = "incomplete", "menunggu dilengkapi pemohon"
        OPEN = "open", "diproses"
        ANSWERED = "answered", "dijawab"
        LAPSED = "lapsed", "gugur karena tidak dilengkapi"
        WITHDRAWN = "withdrawn", "ditarik pemohon"
        MOVED = "moved", "diteruskan"

    class Channel(models.TextChoices):
        FORM = "form", "formulir di situs"
        DESK = "desk", "lisan di meja layanan"
        PAPER = "paper", "surat"
        MAIL = "mail", "surel"
        API = "api", "aplikasi"

    class Way(models.TextChoices):
        VIEW = "view", "melihat atau mengetahui"
        COPY = "copy", "meminta salinan"

    class Form(models.TextChoices):
        SOFT = "soft", "berkas digital"
        HARD = "hard", "cetak"

    class Delivery(models.TextChoices):
        SITE = "site", "lewat situs"
        EMAIL = "email", "surel"
        PICKUP = "pickup", "diambil di meja layanan"
        POST = "post", "pos"

    body = models.ForeignKey(PublicBody, on_delete=models.PROTECT, related_name="requests")
    year = models.PositiveSmallIntegerField()
    sequence = models.PositiveIntegerField()
    number = models.CharField(max_length=60, unique=True)  # registration number: the applicant's proof
    submission = models.UUIDField(unique=True)  # the same sent twice is one request
    token_digest = models.CharField(max_length=64, unique=True)  # of the applicant's own link
    channel = models.CharField(max_length=6, choices=Channel)
    state = models.CharField(max_length=10, choices=State, default=State.CHECKING)
    subject = models.TextField()  # what is asked, as the applicant wrote it
    purpose = models.TextField(blank=True)
    way = models.CharField(max_length=5, choices=Way, blank=True)
    form = models.CharField(max_length=5, choices=Form, blank=True)
    delivery = models.CharField(max_length=7, choices=Delivery, blank=True)
    received_on = models.DateField()
    received_at = models.DateTimeField()
    missing = models.JSONField(default=list)  # keys of what the applicant still has to tell
    complete_at_first = models.BooleanField(null=True)  # told once it was checked
    moved_from = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="moved_to")
    ended_at = models.DateTimeField(null=True)
    synthetic = models.BooleanField(default=False)  # made by a program: every figure with it says so

    class Meta:
        ordering = ("-received_at", "-pk")
        indexes = (
            models.Index(fields=["body", "state"], name="disclosure_request_desk"),
            # With all that the figures of a year count, so that they are read from the index alone.
            models.Index(
                fields=["received_on", "body", "state", "complete_at_first", "moved_from", "synthetic"],
                name="disclosure_request_received",
            ),
            models.Index(fields=["body", "received_on"], name="disclosure_request_register"),
        )
        constraints = (
            models.UniqueConstraint(fields=["body", "year", "sequence"], name="disclosure_request_number"),
            models.CheckConstraint(
                condition=Q(state__in=["lapsed", "withdrawn", "moved"], ended_at__isnull=False)
                | Q(state__in=["checking", "incomplete", "open"], ended_at__isnull=True)
                | Q(state="answered"),
                name="disclosure_request_ended_when_over",
            ),
        )

    def __str__(self) -> str:
        return self.number


class Applicant(models.Model):
    """Who asks. All that names the person is sealed; erasing it keeps the case."""

    class Kind(models.TextChoices):
        PERSON = "person", "perorangan"
        GROUP = "group", "kelompok orang"
        ENTITY = "entity", "badan hukum"

    request = models.OneToOneField(Request, on_delete=models.PROTECT, related_name="applicant")
    kind = models.CharField(max_length=6, choices=Kind)
    by_proxy = models.BooleanField(default=False)
    sealed = models.BinaryField(null=True)  # JSON of `identity.Identity`
    erased_at = models.DateTimeField(null=True)

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(erased_at__isnull=True, sealed__isnull=False)
                | Q(erased_at__isnull=False, sealed__isnull=True),
                name="disclosure_applicant_sealed_or_erased",
            ),
        )

    def __str__(self) -> str:
        return f"{self.request_id} {self.kind}"


class IdentityDocument(models.Model):
    """A copy of an identity card, a deed or a power of attorney: sealed, and each look at it is logged."""

    class Kind(models.TextChoices):
        IDENTITY = "identity", "kartu identitas"
        DEED = "deed", "pengesahan badan hukum"
        PROXY = "proxy", "surat kuasa"

    request = models.ForeignKey(Request, on_delete=models.PROTECT, related_name="identity_documents")
    kind = models.CharField(max_length=8, choices=Kind)
    media_type = models.CharField(max_length=100)
    sealed = models.BinaryField(null=True)  # emptied when the applicant is erased
    added_at = models.DateTimeField()

    class Meta:
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.request_id} {self.kind}"


class Step(models.Model):
    """One deed on a request: who, when, at which body, and why. Only ever added."""

    class Kind(models.TextChoices):
        RECEIVED = "received", "diterima"
        ASKED = "asked", "diminta melengkapi"
        COMPLETED = "completed", "dilengkapi pemohon"
        ACCEPTED = "accepted", "dinyatakan lengkap"
        LAPSED = "lapsed", "gugur"
        EXTENDED = "extended", "waktu jawab diperpanjang"
        PAUSED = "paused", "waktu dihentikan sementara"
        RESUMED = "resumed", "waktu berjalan lagi"
        MOVED = "moved", "diteruskan ke badan lain"
        ANSWERED = "answered", "dijawab"
        DELIVERED = "delivered", "diserahkan"
        WITHDRAWN = "withdrawn", "ditarik pemohon"
        OBJECTED = "objected", "diajukan keberatan"
        OBJECTION_ANSWERED = "objection_answered", "keberatan dijawab"
        DISPUTED = "disputed", "disengketakan"
        DISPUTE_MOVED = "dispute_moved", "sengketa berlanjut"
        DISPUTE_CLOSED = "dispute_closed", "sengketa selesai"
        CLOCK_CHANGED = "clock_changed", "batas waktu dihitung ulang"
        REMINDED = "reminded", "diingatkan"
        MESSAGE = "message", "pesan"
        ERASED = "erased", "data pribadi pemohon dihapus"

    request = models.ForeignKey(Request, on_delete=models.PROTECT, related_name="steps")
    kind = models.CharField(max_length=20)  # of `Kind`; no list in the database, for later rooms add theirs
    at = models.DateTimeField()
    actor = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    actor_name = models.CharField(max_length=150)  # as it was that day; “pemohon” where the applicant acted
    helping = models.ForeignKey(PublicBody, null=True, on_delete=models.PROTECT, related_name="+")  # who acted for it
    reason = models.TextField(blank=True)
    detail = models.JSONField(default=dict, encoder=DjangoJSONEncoder)

    class Meta:
        ordering = ("request", "pk")

    def __str__(self) -> str:
        return f"{self.request_id} {self.kind}"

    @property
    def word(self) -> str:
        return str(self.Kind(self.kind).label)
