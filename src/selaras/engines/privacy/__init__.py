"""NIK, telephone numbers, e-mail, bank accounts and names of private persons: found and masked before publication."""

from selaras.engines.privacy.masking import Finding, Kind, findings, mask

__all__ = ["Finding", "Kind", "findings", "mask"]
