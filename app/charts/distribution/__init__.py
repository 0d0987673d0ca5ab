"""How the points of many municipalities are spread."""
