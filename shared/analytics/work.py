"""What is sent to the queue."""

QUEUE = "analytics-rebuild"
