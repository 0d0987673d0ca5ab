"""The areas as bars, one below the other."""
