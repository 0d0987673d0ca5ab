"""What is answered where something is wrong: pages and problem details alike."""
