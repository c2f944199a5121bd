"""Names of the work users cause; apart from its code, so that functions can be indexed without loading it."""

LETTERS_QUEUE = "identity-letters"
