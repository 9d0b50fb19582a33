"""What people add to the rule: overrides with their reason, and signatures under what was decided."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from selaras.forum.models.decision import Decision
from selaras.forum.models.forum import Forum
from selaras.forum.models.proposal import Proposal


class Override(models.Model):
    """The forum funds or refuses one proposal against the rule. One that was undone stays, with who undid it."""

    class Kind(models.TextChoices):
        FUND = "fund", "didanai"
        REFUSE = "refuse", "tidak didanai"

    forum = models.ForeignKey(Forum, on_delete=models.CASCADE, related_name="overrides")
    proposal = models.ForeignKey(Proposal, on_delete=models.CASCADE, related_name="overrides")
    kind = models.CharField(max_length=6, choices=Kind)
    volume = models.DecimalField(max_digits=16, decimal_places=3, null=True)  # none: as recommended or asked for
    cost = models.BigIntegerField(null=True)
    reason = models.TextField()
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)
    undone_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    undone_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("pk",)
        constraints = (
            models.UniqueConstraint(
                fields=["proposal"], condition=models.Q(undone_at__isnull=True), name="forum_override_once"
            ),
            models.CheckConstraint(condition=~models.Q(reason=""), name="forum_override_has_reason"),
            models.CheckConstraint(
                condition=models.Q(cost__isnull=True) | models.Q(cost__gt=0), name="forum_override_cost"
            ),
        )

    def __str__(self) -> str:
        return f"{self.proposal_id} {self.kind}"


class Signatory(models.Model):
    """Who is to sign for a forum, in which office: the chair, the secretary, the head of an agency."""

    forum = models.ForeignKey(Forum, on_delete=models.CASCADE, related_name="signatories")
    position = models.PositiveSmallIntegerField()
    office = models.CharField(max_length=150)
    account = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("forum", "position")
        constraints = (
            models.UniqueConstraint(fields=["forum", "office"], name="forum_signatory_office"),
            models.UniqueConstraint(fields=["forum", "account"], name="forum_signatory_once"),
        )

    def __str__(self) -> str:
        return self.office


class Signature(models.Model):
    """One signature: what was signed goes with it as digests, so that it can be held against the files later.

    `documents_digest` is over the documents of the decision in their order, `audit_head` the entry of the log that the
    signing wrote. A decision unlocked again withdraws its signatures; they stay to be seen.
    """

    class Proof(models.TextChoices):
        CODE = "code", "kode sekali pakai"
        PASSWORD = "password", "kata sandi"

    decision = models.ForeignKey(Decision, on_delete=models.PROTECT, related_name="signatures")
    account = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=150)
    office = models.CharField(max_length=150)
    proof = models.CharField(max_length=8, choices=Proof)
    signed_at = models.DateTimeField()
    documents_digest = models.CharField(max_length=64)
    decision_digest = models.CharField(max_length=64)
    audit_head = models.CharField(max_length=64)
    withdrawn_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("decision", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=["decision", "account"],
                condition=models.Q(withdrawn_at__isnull=True),
                name="forum_signature_once",
            ),
        )

    def __str__(self) -> str:
        return f"{self.office}: {self.name}"


class Computation(models.Model):
    """Work on a decision in the background, with the step it has reached, for the page that follows it."""

    class Kind(models.TextChoices):
        DECIDE = "decide", "keputusan"
        WRITE = "write", "dokumen"

    class State(models.TextChoices):
        WAITING = "waiting", "menunggu giliran"
        RUNNING = "running", "sedang dihitung"
        DONE = "done", "selesai"
        FAILED = "failed", "gagal"

    forum = models.ForeignKey(Forum, on_delete=models.CASCADE, related_name="computations")
    kind = models.CharField(max_length=6, choices=Kind, default=Kind.DECIDE)
    rule = models.CharField(max_length=16, choices=Forum.Rule)
    state = models.CharField(max_length=7, choices=State, default=State.WAITING)
    step = models.PositiveSmallIntegerField(default=0)
    words = models.CharField(max_length=1000, blank=True)  # of the step; of what went wrong where it failed
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField(auto_now_add=True)
    moved_at = models.DateTimeField(auto_now=True)
    decision = models.ForeignKey(Decision, null=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        ordering = ("-pk",)
        constraints = (
            models.UniqueConstraint(
                fields=["forum"], condition=models.Q(state__in=("waiting", "running")), name="forum_one_computation"
            ),
        )

    def __str__(self) -> str:
        return f"{self.forum_id} {self.rule} {self.state}"
