"""About the site: who is behind it, where the data come from, and how it is built."""
