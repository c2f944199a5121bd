"""What is sent to the queues, and by which name things are known there."""

EXPORT_QUEUE = "archives-export"
EXPORT = "archive.export"
IMPORT_QUEUE = "archives-import"
IMPORT = "archive.import"
SYSTEM = "system"  # who did what no person did
