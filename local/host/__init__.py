"""Runs an unmodified Azure Functions app (Python, programming model v2) on this machine, without .NET, Docker or the cloud.

Triggers: HTTP, queue, timer, Cosmos change feed, warm-up; outputs: HTTP and queue. A function with another trigger is named and left
out, another binding is refused. What the real host does is repeated where an app can notice it: routes in alphabetical order of
function name, 404 for a wrong verb, empty query values dropped, queue metadata overwritten by the message, and so on; each has
a numbered test in tests/local/host.

Deliberately different: a failing change-feed batch is repeated even without a retry policy (with a warning, for Azure goes past it),
and the SDKs' request logs start at WARNING.
"""
