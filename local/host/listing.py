"""Prints the functions of an app that are not HTTP, as JSON: the groups that get processes of their own."""

import contextlib
import json
import sys
from pathlib import Path

from local.host.application import load
from local.host.functions import HTTP


def main(app: str) -> None:
    with contextlib.redirect_stdout(sys.stderr):
        application = load(Path(app), "localhost", frozenset())
    print(json.dumps([function.name for function in application.functions if function.kind != HTTP]))
