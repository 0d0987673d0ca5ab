"""From a question to an answer: what is kept, who waits, and what is made only once."""
