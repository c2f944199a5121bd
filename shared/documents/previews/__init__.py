"""Pictures of a document's first pages and a thumbnail. `previewer` is what the worker calls; everything else runs in the sandbox."""
