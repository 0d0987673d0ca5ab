"""Files that are brought in."""
