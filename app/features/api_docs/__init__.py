"""How to use the API, for people."""
