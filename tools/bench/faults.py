"""What keeps something from being measured."""


class NotMeasured(Exception):
    """What there would be to measure did not come about, or is not what was meant. The message
    says why and stands in the table."""
