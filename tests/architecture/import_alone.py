"""Run as a script: imports each named module in a fork of its own and prints, as JSON, what each import did.

Arguments: modules to load beforehand (comma-separated, may be empty), then the modules to try.
"""

import contextlib
import importlib
import io
import json
import os
import sys
import threading

sys.path.insert(0, os.getcwd())  # noqa: PTH109 - pathlib itself may be what a module loads

SLOW = (
    "PySide6", "openpyxl", "docx", "docxtpl", "lxml", "rapidfuzz", "pypinyin", "python_calamine", "olefile", "segno",
    "cryptography", "numpy", "psycopg",
)  # fmt: skip
WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT
EVENTS = {
    "os.mkdir", "os.remove", "os.rename", "os.rmdir", "subprocess.Popen", "os.system", "socket.connect",
    "sqlite3.connect", "os.putenv", "shutil.rmtree", "signal.pthread_kill",
}  # fmt: skip


def deeds(module: str) -> list[str]:
    """What importing the module does beside defining names."""
    seen: list[str] = []
    loaded, said, errors = set(sys.modules), io.StringIO(), io.StringIO()

    def watch(event: str, args: tuple[object, ...]) -> None:
        if event in EVENTS:
            seen.append(f"{event}{args!r}"[:120])
        elif event == "open" and isinstance(args[2], int) and args[2] & WRITING:
            seen.append(f"writes {args[0]}")

    sys.addaudithook(watch)
    with contextlib.redirect_stdout(said), contextlib.redirect_stderr(errors):
        try:
            importlib.import_module(module)
        except Exception as error:  # noqa: BLE001 - whatever an import raises is the finding
            seen.append(f"{type(error).__name__}: {error}")
    seen += [f"says {text.strip()!r}" for text in (said.getvalue(), errors.getvalue()) if text]
    seen += [f"starts thread {thread.name}" for thread in threading.enumerate()[1:]]
    seen += [f"loads {name}" for name in SLOW if name in sys.modules and name not in loaded]
    if (
        "PySide6.QtCore" in sys.modules
        and sys.modules["PySide6.QtCore"].QCoreApplication.instance() is not None
    ):
        seen.append("makes a Qt application")
    return seen


def in_a_fork(module: str) -> list[str]:
    """The deeds of one import, in a process of its own."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.write(writing, json.dumps(deeds(module)).encode())
        os._exit(0)
    os.close(writing)
    with open(reading, "rb") as answer:  # noqa: PTH123 - a pipe
        words = answer.read()
    status = os.waitpid(child, 0)[1]
    return json.loads(words) if words else [f"ends the process: {status}"]


if __name__ == "__main__":
    for name in filter(None, sys.argv[1].split(",")):
        importlib.import_module(name)
    print(json.dumps({module: in_a_fork(module) for module in sys.argv[2:]}, ensure_ascii=False))
