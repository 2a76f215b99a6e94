"""The window's log, without contents of items: its file is opened when there is first something to say."""

import logging
from functools import cached_property
from pathlib import Path

_BYTES, _OLDER = 500_000, 3


class KeptLog(logging.Handler):
    """Writes to one file and its three older ones; a start does not wait for what it seldom needs."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._path = path

    def emit(self, record: logging.LogRecord) -> None:
        """See logging.Handler."""
        try:
            self._file.emit(record)
        except OSError:
            self.handleError(record)

    def close(self) -> None:
        """See logging.Handler."""
        if "_file" in self.__dict__:
            self._file.close()
        super().close()

    @cached_property
    def _file(self) -> logging.Handler:
        from logging.handlers import RotatingFileHandler

        file = RotatingFileHandler(self._path, maxBytes=_BYTES, backupCount=_OLDER, encoding="utf-8")
        file.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
        return file
