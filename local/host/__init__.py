"""Runs an unmodified Azure Functions app (Python, programming model v2) on this machine, without .NET, Docker or the cloud."""
