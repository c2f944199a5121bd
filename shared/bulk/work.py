"""What is sent to the queue, and by which name things are known there."""

QUEUE = "documents-bulk"
OPERATION = "bulk.operation"
FAILURES = {
    "actor_gone": "Whoever asked for it can no longer sign in.",
    "forbidden": "Whoever asked for it may no longer do this.",
    "too_many": "More documents match than are changed at once. Narrow the selection down.",
    "type_changed": "The type has a newer version by now, or is retired.",
    "source_gone": "The table is not there any more.",
    "not_a_table": "Further down, the file is not a table any more.",
    "too_many_lines": "A table may have at most 100,000 lines.",
    "keys_repeat": "More than 1,000 lines are about documents that earlier lines are about: perhaps another column is the key.",
    "worn_out": "It did not get on at many attempts.",
    "gave_up": "It failed at every attempt.",
}
"""Why an operation failed, in words."""
