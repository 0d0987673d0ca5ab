"""Records of a draft, written in tables like those of a report."""
