"""Records as objects, documents and rows."""
