"""The host tries routes in alphabetical order of function names: overlapping templates would depend on spelling."""

import importlib
import itertools
import json
import re
from pathlib import Path

from functions.apis import APIS
from tests.registered import registered

ROOT = Path(__file__).resolve().parents[2]
OPERATIONS = [operation for api in APIS for operation in api.operations]
PLACEHOLDER = re.compile(r"^\{\w+(?::length\((\d+)\))?\}$")


def could_both_match(first: str, second: str) -> bool:
    def overlap(one: str, other: str) -> bool:
        a, b = PLACEHOLDER.match(one), PLACEHOLDER.match(other)
        if a and b:
            return a[1] is None or b[1] is None or a[1] == b[1]
        if a or b:
            length, literal = (a or b)[1], (other if a else one)
            return length is None or len(literal) == int(length)
        return one.lower() == other.lower()

    left, right = first.split("/"), second.split("/")
    return len(left) == len(right) and all(map(overlap, left, right))


def test_no_two_routes_of_one_verb_overlap():
    pairs = itertools.combinations(OPERATIONS, 2)
    clashes = [(a.name, b.name) for a, b in pairs if a.method == b.method and could_both_match(a.route, b.route)]
    assert clashes == []


def test_function_names_are_unique_in_the_whole_app():
    names = [operation.name for operation in OPERATIONS]
    assert sorted(names) == sorted(set(names))


def test_the_app_has_every_background_function():
    """What is not registered is never started, and nothing else would say so."""
    declared = set()
    for path in sorted((ROOT / "functions").glob("*/background.py")):
        jobs = importlib.import_module(f"functions.{path.parent.name}.background").jobs
        declared |= {builder._function.get_function_name() for builder in jobs.blueprint._function_builders}
    known = {function.get_function_name() for function in registered()}
    assert "run_bulk_operation" in declared
    assert declared - known == set()


def test_every_open_endpoint_is_known():
    """A new endpoint without a policy of its own has to be added here on purpose."""
    open_to_all = {operation.name for operation in OPERATIONS if operation.policy.security == []}
    assert open_to_all == {
        "accept_invitation", "announce_guest_upload", "begin_entra_invitation", "begin_entra_sign_in", "check_liveness",
        "check_readiness", "complete_guest_upload", "download_shared", "enrol_second_factor", "enter_guest_link",
        "finish_enrolment", "finish_entra_sign_in", "list_sign_in_methods", "list_signing_keys", "read_guest_link",
        "read_guest_upload", "read_invitation", "read_shared", "refresh_session", "request_password_reset", "reset_password",
        "sign_in", "sign_out", "sign_out_of_entra", "verify_second_factor", "view_shared",
    }  # fmt: skip


def test_the_committed_api_document_is_what_the_code_says():
    from scripts.openapi import build

    assert json.loads((ROOT / "docs/api/openapi.json").read_text()) == build()


def test_the_api_document_is_valid_openapi():
    from openapi_spec_validator import validate

    validate(json.loads((ROOT / "docs/api/openapi.json").read_text()))
