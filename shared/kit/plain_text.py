"""What people write to each other in more than one line."""


def plain_text(text: str) -> str:
    """For fields of input. Errors: ValueError for control characters but tabs and line ends, and for half characters."""
    if any((ord(letter) < 32 and letter not in "\t\r\n") or "\ud800" <= letter <= "\udfff" for letter in text):
        raise ValueError("must not contain control characters")
    return text
