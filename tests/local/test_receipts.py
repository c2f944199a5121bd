"""The seed's own receipt is the product's: whoever writes a client needs nothing but the description."""

import pytest

from local.demo_reports.year import demo_reports
from local.receipts import receipt as told
from shared.reports.receipt import receipt


def test_it_is_the_receipt_of_the_product_for_all_that_the_seed_sends() -> None:
    attachment = {"id": "01ARZ3NDEKTSV4RRFFQ69G5FAV", "name": "Ω.png", "sizeBytes": 12, "sha256": "a" * 64}
    for report in demo_reports(7, days=40):
        body = {
            "type": report.type,
            "version": 1,
            "payload": report.payload,
            "attachments": [attachment],
            "reasons": {"hours.balance": "It was so."},
        }
        assert told("R", 1, body) == receipt(
            report_id="R",
            revision=1,
            definition=(report.type, 1),
            payload=report.payload,
            attachments=[attachment],
            reasons=body["reasons"],
        )


def test_what_it_cannot_say_it_does_not_say_wrongly() -> None:
    body = {"type": "t", "version": 1, "payload": {"value": 1e-7}, "attachments": [], "reasons": {}}
    with pytest.raises(ValueError, match="exponent"):
        told("R", 1, body)
