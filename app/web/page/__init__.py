"""What every page has: its frame, its files, its citation, its leaves."""
