"""Our own files: empty ones to fill in, and what is public in a form to be brought in again."""
