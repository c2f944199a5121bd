"""What is sent to the queue, and by which name things are known there."""

QUEUE = "documents-bulk"
OPERATION = "bulk.operation"
FAILURES = {
    "actor_gone": "Whoever asked for it can no longer sign in.",
    "forbidden": "Whoever asked for it may no longer do this.",
    "too_many": "More than 10,000 documents match. Narrow the selection down.",
    "worn_out": "It did not get on at many attempts.",
    "gave_up": "It failed at every attempt.",
}
"""Why an operation failed, in words."""
