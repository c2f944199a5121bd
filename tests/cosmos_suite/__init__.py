"""Microsoft's own tests of azure-cosmos against `local/cosmos`. They come from the SDK's source distribution; none is kept here."""
