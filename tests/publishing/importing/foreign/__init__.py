"""Tables and texts as evaluators have them."""
