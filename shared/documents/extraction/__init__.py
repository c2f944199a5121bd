"""The words of a document, page by page. `extractor` is what the worker calls; everything else runs in the sandbox."""
