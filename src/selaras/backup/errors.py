"""What can be wrong with a backup."""


class BackupError(Exception):
    """The root; its text is a sentence for who runs the command."""


class Damaged(BackupError):
    """The file is not whole, or not a backup."""


class NotEmpty(BackupError):
    """The database that it should go into already holds something."""


class TooNew(BackupError):
    """It was made by a version that knows tables this one does not."""
