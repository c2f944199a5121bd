"""What counts as a finding of the scan."""

import pytest

from scripts.checkov import problems

CLEAN = {"results": {"failed_checks": []}, "summary": {"failed": 0, "parsing_errors": 0, "resource_count": 149}}
FOUND = {
    "file_path": "/modules/a.bicep",
    "file_line_range": [3, 9],
    "resource": "Microsoft.Storage/storageAccounts.account",
    "check_id": "CKV_AZURE_3",
    "check_name": "Ensure HTTPS",
}


def test_a_clean_scan_has_none():
    assert problems(CLEAN) == []


def test_a_failed_check_is_one():
    (said,) = problems({**CLEAN, "results": {"failed_checks": [FOUND]}})
    assert said == "/modules/a.bicep:3 Microsoft.Storage/storageAccounts.account: CKV_AZURE_3 Ensure HTTPS"


@pytest.mark.parametrize(
    ("summary", "said"),
    [
        ({"parsing_errors": 1, "resource_count": 100}, ["1 files could not be read"]),
        ({"resource_count": 100}, ["all files could not be read"]),
        ({"parsing_errors": 0, "resource_count": 0}, ["nothing was scanned"]),
    ],
)
def test_what_was_not_read_is_one(summary, said):
    assert problems({**CLEAN, "summary": summary}) == said


def test_no_report_is_two():
    assert problems({}) == ["all files could not be read", "nothing was scanned"]
