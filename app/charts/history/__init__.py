"""Own evaluations over time."""
