"""What every room speaks: errors, problems, estimates, partial dates, events, results."""
