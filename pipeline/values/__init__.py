"""What a span, a date, a name or a number knows about itself."""
