"""Who is like a municipality, and what it can learn from them."""
