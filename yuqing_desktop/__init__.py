"""政务舆情登记: the core of the program, without a window."""

__version__ = "0.1.0"
