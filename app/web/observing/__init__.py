"""What those who run the site see of it: log lines and metrics, without anything about readers."""
