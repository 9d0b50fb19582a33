"""A way by which what the government says comes to a village."""

from __future__ import annotations

from django.db import models

from selaras.government.models import Region


class Channel(models.Model):
    """`regions`: the districts and villages to which it goes; none named means all of them."""

    class Kind(models.TextChoices):
        SITE = "site", "situs"
        WHATSAPP = "whatsapp", "daftar WhatsApp"
        RADIO = "radio", "radio"
        NOTICE_BOARD = "notice_board", "papan pengumuman desa"
        GROUP = "group", "kelompok informasi masyarakat (KIM)"
        MEETING = "meeting", "pertemuan"
        LOUDSPEAKER = "loudspeaker", "pengeras suara keliling"

    kind = models.CharField(max_length=12, choices=Kind)
    name = models.CharField(max_length=120, unique=True)
    regions = models.ManyToManyField(Region, related_name="+", blank=True)
    ended_at = models.DateTimeField(null=True)  # no longer used; what went through it still names it

    class Meta:
        ordering = ("kind", "name")

    def __str__(self) -> str:
        return self.name
