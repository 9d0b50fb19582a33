"""The whole office in one file that any database can take back.

Rows are kept as JSON lines, a table a member, so that a backup made on SQLite restores on PostgreSQL and the other way:
that is also how an office moves from one to the other. A backup of an older version restores into a newer one: its
rows go into the tables as they were then, and the migrations since then run over them.
"""

from selaras.backup.errors import BackupError, Damaged, NotEmpty, TooNew
from selaras.backup.restoring import restore
from selaras.backup.writing import back_up

__all__ = ["BackupError", "Damaged", "NotEmpty", "TooNew", "back_up", "restore"]
