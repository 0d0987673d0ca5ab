"""Several results as small webs of one size, each over the same average."""
