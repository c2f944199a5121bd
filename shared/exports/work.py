"""What is sent to the queue, by which name things are known there, and why an export can fail."""

QUEUE = "exports-render"
EXPORT = "export.render"
LETTERS_QUEUE = "exports-letters"
LETTERS = "export.letters"  # to everybody a schedule names
LETTER = "export.letter"  # to one of them
FAILURES = {
    "actor_gone": "Whoever asked for it can no longer sign in.",
    "forbidden": "Whoever asked for it may no longer read reports.",
    "too_many": "More reports match than one export of this format may hold. Narrow the selection down.",
    "took_too_long": "It took too long. Narrow the selection down.",
    "changed_meanwhile": "Reports were discarded again and again while it was written.",
    "worn_out": "It did not get on at many attempts.",
    "gave_up": "It failed at every attempt.",
}
"""In words."""
SYSTEM = "system"  # who did what no person did
