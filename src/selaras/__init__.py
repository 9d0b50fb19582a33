"""Selaras: a regional government's Forum Perangkat Daerah, from proposals to a signed work plan."""

__version__ = "0.1.0"
